"""How a text changed, as Markdown lists that are nothing but text wherever they are rendered."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from answertree.knowledge.text_nodes import links
from answertree.knowledge.text_output import plain, plain_paragraphs, to_plain
from answertree.knowledge.text_parser import parse

BRIEF, LONG = 60, 300
_JOIN = "\u2060"  # an unseen character that keeps two others together

# From the address of a link to words for what it leads to.
Naming = Callable[[str], str]


def escaped(words: object) -> str:
    """Words as they are, on one line: no Markdown, no HTML, no address, nobody is mentioned."""
    joined = " ".join(str(words).split()).replace("&", "&amp;")
    joined = joined.replace("<", "&lt;").replace(">", "&gt;")
    joined = re.sub(r"([\\`*_\[\]~|$])", r"\\\1", joined)
    joined = re.sub(r"^(\d*)(?=[.)]\s)|^(?=[-+#=])", r"\1\\", joined)  # lists, headings, rules
    # GitHub makes links of these after it has read the Markdown, so no backslash would help.
    joined = re.sub(r"([@#])(?=\w)|(:)(?=//|[\w+-]+:)", rf"\g<0>{_JOIN}", joined)
    return re.sub(r"\b(www)(?=\.)", rf"\1{_JOIN}", joined, flags=re.IGNORECASE)


def indented(lines: Iterable[str]) -> list[str]:
    """Lines of a list, one level further in."""
    return [f"    {line}" for line in lines]


def block(what: str, lines: Sequence[str]) -> list[str]:
    """A list item with the items below it; nothing when there are none."""
    return [f"- {what}", *indented(lines)] if lines else []


def item(what: str, lines: Sequence[str]) -> list[str]:
    """The same, but on one line when there is a single item below."""
    return [f"- {what}: {lines[0].removeprefix('- ')}"] if len(lines) == 1 else block(what, lines)


def shortened(words: str, length: int = LONG) -> str:
    """The words, cut off after so many characters."""
    return words if len(words) <= length else words[: length - 1].rpartition(" ")[0] + " …"


def text_lines(written: str, naming: Naming) -> list[str]:
    """A whole text, an item for each paragraph, and where its links lead."""
    return [f"- {escaped(paragraph)}" for paragraph in plain_paragraphs(parse(written))] + [
        *_changed_links("", written, naming)
    ]


def changed_text(was: str, now: str, naming: Naming) -> list[str]:
    """The sentences that are new, gone, or read otherwise, and the links that lead elsewhere."""
    old, new = sentences(was), sentences(now)
    lines: list[str] = []
    for _, i, end_i, j, end_j in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[i:end_i] != new[j:end_j]:
            lines += _replaced(" ".join(old[i:end_i]), " ".join(new[j:end_j]))
    lines += _changed_links(was, now, naming)
    return lines or ["- the same words, set out differently"]


def _replaced(old: str, new: str) -> list[str]:
    if not old or not new:
        return [f"- {'new' if new else 'gone'}: {escaped(shortened(new or old))}"]
    if max(len(old), len(new)) <= BRIEF:
        return [f"- “{escaped(new)}” now, “{escaped(old)}” before"]
    if max(len(old), len(new)) > LONG:
        old, new = _without_common_start(old, new)
    return [f"- before: {escaped(shortened(old))}", f"- now: {escaped(shortened(new))}"]


def _without_common_start(old: str, new: str) -> tuple[str, str]:
    """Two long texts from a few words before their first difference on."""
    one, other = old.split(), new.split()
    same = next((i for i, (a, b) in enumerate(zip_longest(one, other)) if a != b), 0)
    if same <= 8:
        return old, new
    return "… " + " ".join(one[same - 6 :]), "… " + " ".join(other[same - 6 :])


def sentences(written: str) -> list[str]:
    """The sentences of a text, without its markup."""
    return [
        sentence
        for paragraph in plain_paragraphs(parse(written))
        for sentence in re.split(r"(?<=[.!?…])\s+", paragraph)
        if sentence
    ]


def _changed_links(was: str, now: str, naming: Naming) -> Iterator[str]:
    old, new = _links(was), _links(now)
    gone = dict((old - new).elements())
    for words, address in (new - old).elements():
        before = gone.pop(words, None)
        end = f" now, not to “{escaped(naming(before))}”" if before else ""
        yield f"- “{escaped(words)}” links to “{escaped(naming(address))}”{end}"
    for words in gone:
        if words in to_plain(parse(now)):
            yield f"- “{escaped(words)}” is no longer a link"


def _links(written: str) -> Counter[tuple[str, str]]:
    """The words and the address of each link."""
    return Counter((plain(link.children), link.address) for link in links(parse(written)))
