"""What a text may not hold: raw HTML, braces that are no slots, bad addresses, odd Markdown.

Texts come from people nobody checked, and end in a page that others trust. So raw HTML, entities
and braces are refused, and of addresses only those on a short list are let through.
"""

import re
from collections.abc import Iterator

from answertree.checking import markdown_lint
from answertree.checking.markdown_lint import WRITE_LINK, Fault, fault_at
from answertree.knowledge.field_types import Line, Plain
from answertree.knowledge.problems import near
from answertree.knowledge.text import LINK, parsed

ADDRESS = re.compile(r"(https://[\w.-]+|mailto:|tel:)[^\s<>\"'`\\{}]*")
RAW_HTML = re.compile(r"<[A-Za-z/!?][^>\s]*>?|&#?\w+;")
BRACES = re.compile(r"\{+([^{}]*)\}+|[{}]")
ALLOWED = {"p", "em", "strong", "a", "ul", "ol", "li", "br", "code"}
FINE = "paragraphs, lists, emphasis and links are fine"


def faults(text: str, slots: set[str]) -> Iterator[Fault]:
    """What is wrong with a text by itself, whatever else the base holds."""
    if isinstance(text, Plain):
        if "\n" in text.strip():
            yield Fault("text-markup", "this has to be on one line", "delete the line break", "")
        yield from markdown_lint.in_title(text)
        return
    yield from _braces(text, slots)
    if raw := RAW_HTML.search(text):
        yield _raw_html(text, raw)
        return
    yield from _markdown(text)


def _markdown(text: str) -> Iterator[Fault]:
    read = parsed(text)
    if read.has_definitions:
        yield Fault(
            "text-markup",
            "link definitions are not used here",
            "write the link in its place: `[words](faq:some-id)`",
            "]:",
        )
    if read.has_code:
        said = "a text may not hold a block of code"
        yield fault_at(text, *markdown_lint.starts(text, "fence"), "text-markup", said, FINE)
    at = 0
    for element in read.elements:
        if element.tag not in ALLOWED:
            said = f"a text may not hold {_name(element.tag)}"
            place = markdown_lint.starts(text, element.tag)
            yield fault_at(text, *place, "text-markup", said, FINE)
            return
        href = element.get("href")
        if href is not None:
            at = max(text.find(f"]({href}", at) + 2, 0)
            if not (LINK.fullmatch(href) or ADDRESS.fullmatch(href)):
                yield _bad_address(text, href, at)
        if title := element.get("title"):
            yield Fault(
                "text-markup",
                "a link has words and an address, but no title",
                "write `[words](address)`",
                title,
            )
    if isinstance(text, Line) and sum(element.tag == "p" for element in read.elements) != 1:
        yield Fault(
            "text-markup",
            "this has to be one line of text, not a list or paragraphs",
            "a text that starts with a number or a dash reads as a list",
            "",
        )
        return
    yield from markdown_lint.in_words(text, read.elements)
    if not isinstance(text, Line):
        yield from markdown_lint.glued_lists(text)


def _raw_html(text: str, raw: re.Match[str]) -> Fault:
    """The first piece of HTML in a text: where there is one, there are often a dozen."""
    what = "an HTML entity" if raw[0].startswith("&") else "raw HTML"
    hint = "write the character itself, and Markdown for emphasis and links"
    if re.match(r"<(https?:|[^<>\s]+@)", raw[0]):
        hint = WRITE_LINK
    said = f"{what} is not allowed in text: `{raw[0]}`"
    return fault_at(text, raw.start(), raw.end(), "raw-html", said, hint)


def _bad_address(text: str, href: str, at: int) -> Fault:
    if not href:
        empty = re.search(r"\]\(\s*(?=\))", text)
        start, end = empty.span() if empty else (0, 0)
        return fault_at(text, start, end, "bad-address", "an address is missing here", WRITE_LINK)
    hint = (
        "link by id (`faq:…`, `rule:…`, `script:…`, `scenario:…`, `page:…`, "
        "`point:…`) or to https:, mailto: or tel:"
    )
    without_spaces = re.sub(r"\s+", "-", re.sub(r":\s+", ":", href))
    if href.startswith("http://"):
        hint = f"write `https://{href.removeprefix('http://')}`"
    elif href.startswith("www."):
        hint = f"write `https://{href}`"
    elif re.fullmatch(r"[\w.+-]+@[\w.-]+", href):
        hint = f"write `mailto:{href}`"
    elif LINK.fullmatch(without_spaces):
        hint = f"did you mean `{without_spaces}`?"
    said = f"`{href}` is no address that a text may link to"
    if not text.startswith(href, at):
        return Fault("bad-address", said, hint, href)
    return fault_at(text, at, at + len(href), "bad-address", said, hint)


def _name(tag: str) -> str:
    if re.fullmatch(r"h[1-6]", tag):
        return "a heading"
    names = {
        "img": "a picture",
        "pre": "a block of code (it is indented by four spaces)",
        "hr": "a line across",
        "blockquote": "a quotation",
        "table": "a table",
    }
    return names.get(tag, f"<{tag}>")


def _braces(text: str, slots: set[str]) -> Iterator[Fault]:
    known = ", ".join(f"`{{{slot}}}`" for slot in sorted(slots)) or "none yet"
    for match in BRACES.finditer(text):
        if match[0] == f"{{{match[1]}}}" and match[1] in slots:
            continue
        hint = f"slots are named in guide.yml: {known}"
        if guess := near((match[1] or "").strip(), slots):
            hint = f"did you mean `{{{guess}}}`?"
        said = f"there is no slot `{match[0]}`"
        if match[1] is None:
            said = f"this `{match[0]}` has no partner"
            hint = f"braces are for slots only, such as {known}"
        yield fault_at(text, match.start(), match.end(), "unknown-slot", said, hint)
