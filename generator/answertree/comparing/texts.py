"""How a text changed, as Markdown lists that are safe wherever Markdown is shown."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from answertree.knowledge import text

LONG = 300
_ORDER = "- in another order now"
_SAME = "- the same words, set out differently"
_JOIN = "\u2060"  # an unseen character that keeps two others together
_LINK = re.compile(r"\[([^]]*)\]\(\s*([^)\s]*)\s*\)")
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")

# From the address of a link to words for what it leads to.
Naming = Callable[[str], str]


def shown(words: object) -> str:
    """Words as they are, on one line: no Markdown, no HTML, no address, nobody is mentioned."""
    joined = " ".join(str(words).split()).replace("&", "&amp;")
    joined = joined.replace("<", "&lt;").replace(">", "&gt;")
    joined = re.sub(r"([\\`*_\[\]~|$])", r"\\\1", joined)
    # GitHub makes links of these after it has read the Markdown, so no backslash would help.
    joined = re.sub(r"([@#])(?=\w)|(:)(?=//|[\w+-]+:)", rf"\g<0>{_JOIN}", joined)
    return re.sub(r"\b(www)(?=\.)", rf"\1{_JOIN}", joined, flags=re.IGNORECASE)


def block(what: str, lines: Iterable[str]) -> list[str]:
    """A list item with the lines below it; nothing when there are none."""
    found = list(lines)
    if len(found) == 1 and found[0] in (_ORDER, _SAME):
        return [f"- {what}: {found[0].removeprefix('- ')}"]
    return [f"- {what}", *(f"    {line}" for line in found)] if found else []


def short(words: str, length: int = LONG) -> str:
    """The words, cut off after so many characters."""
    return words if len(words) <= length else words[: length - 1].rpartition(" ")[0] + " …"


def changed_text(was: str | None, now: str | None, naming: Naming) -> list[str]:
    """The sentences that are new, gone, or read otherwise, and the links that lead elsewhere."""
    if was == now:
        return []
    old, new = _sentences(was), _sentences(now)
    lines: list[str] = []
    for _, i, end_i, j, end_j in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[i:end_i] != new[j:end_j]:
            lines += _replaced(" ".join(old[i:end_i]), " ".join(new[j:end_j]))
    lines += _changed_links(was or "", now or "", naming)
    return lines or [_SAME]


def changed_lines(was: Sequence[str], now: Sequence[str], naming: Naming) -> list[str]:
    """The lines of a list that are new or gone, or read otherwise, in whatever order they are."""
    gone, new = Counter(was) - Counter(now), list((Counter(now) - Counter(was)).elements())
    lines: list[str] = []
    for old in gone.elements():
        like = max(new, key=lambda line: _likeness(old, line), default="")
        if like and _likeness(old, like) >= 0.5:
            new.remove(like)
            lines += changed_text(old, like, naming)
        else:
            lines += changed_text(old, None, naming)
    for line in new:
        lines += changed_text(None, line, naming)
    before, after = dict.fromkeys(was), dict.fromkeys(now)
    if [line for line in before if line in after] != [line for line in after if line in before]:
        lines.append(_ORDER)
    return lines


def changed_value(what: str, was: object, now: object) -> list[str]:
    """One line about a value in a word or two."""
    return [f"- {what}: {shown(now)} now, {shown(was)} before"] if was != now else []


def _replaced(old: str, new: str) -> list[str]:
    if not old or not new:
        return [f"- {'new' if new else 'gone'}: {shown(short(new or old))}"]
    if max(len(old), len(new)) > LONG:
        old, new = _without_common_start(old, new)
    return [f"- before: {shown(short(old))}", f"- now: {shown(short(new))}"]


def _without_common_start(old: str, new: str) -> tuple[str, str]:
    """Two long texts from a few words before their first difference on."""
    one, other = old.split(), new.split()
    same = next((i for i, (a, b) in enumerate(zip_longest(one, other)) if a != b), 0)
    if same <= 8:
        return old, new
    return "… " + " ".join(one[same - 6 :]), "… " + " ".join(other[same - 6 :])


def _sentences(written: str | None) -> list[str]:
    return [
        sentence
        for part in _BLOCK.split(written or "")
        for sentence in re.split(r"(?<=[.!?…])\s+", " ".join(text.words_of(part).split()))
        if sentence
    ]


def _changed_links(was: str, now: str, naming: Naming) -> Iterator[str]:
    old, new = Counter(_LINK.findall(was)), Counter(_LINK.findall(now))
    gone = dict((old - new).elements())
    for words, address in (new - old).elements():
        before = gone.pop(words, None)
        end = f" now, not to “{shown(naming(before))}”" if before else ""
        yield f"- “{shown(words)}” links to “{shown(naming(address))}”{end}"
    for words in gone:
        if words in text.unlinked(now):
            yield f"- “{shown(words)}” is no link any more"


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
