"""Markdown inside a field: what it may hold, the links in it, and its form on a page.

Texts come from people nobody checked, and end in a page that others trust. So raw HTML, entities
and braces are refused, and of addresses only those on a short list are let through.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor

from generator.problems import Code
from generator.words import SLUG, Line, Plain

LINK = re.compile(rf"(faq|rule|script|scenario|page|point):({SLUG})(?:\.({SLUG}))?")
ADDRESS = re.compile(r"(https://[\w.-]+|mailto:|tel:)[^\s<>\"'`\\{}]*")
RAW_HTML = re.compile(r"<[A-Za-z/!?][^>\s]*>?|&#?\w+;")
BRACES = re.compile(r"\{([^{}]*)\}|[{}]")
LINK_IN_TEXT = re.compile(rf"\]\(\s*({LINK.pattern})\s*\)")
ALLOWED = {"p", "em", "strong", "a", "ul", "ol", "li", "br", "code"}


@dataclass(frozen=True)
class Fault:
    """Something that a text may not hold; `snippet` is the offending part of it."""

    code: Code
    message: str
    hint: str
    snippet: str


class _Seen(Treeprocessor):
    """Notes the elements of a parsed text, and lets Python-Markdown go on."""

    def run(self, root: Element) -> None:
        self.elements = list(root.iter())[1:]


@cache
def _parser() -> tuple[markdown.Markdown, _Seen]:
    # With the extensions that MkDocs always turns on.
    parser = markdown.Markdown(extensions=["fenced_code", "tables"])
    seen = _Seen(parser)
    parser.treeprocessors.register(seen, "seen", 5)
    return parser, seen


def _elements(text: str) -> list[Element]:
    parser, seen = _parser()
    parser.reset().convert(text)
    return seen.elements


def links(text: str) -> list[str]:
    """The addresses of the links in a text, and of all that `linked` takes for a link."""
    if "](" not in text and "][" not in text:
        return []
    found = [element.get("href", "") for element in _elements(text) if element.tag == "a"]
    return list(dict.fromkeys([*found, *(match[1] for match in LINK_IN_TEXT.finditer(text))]))


def faults(text: str, slots: set[str]) -> Iterator[Fault]:
    """What is wrong with a text by itself, whatever else the base holds."""
    if isinstance(text, Plain):
        if "\n" in text.strip():
            yield Fault("text-markup", "this has to be on one line", "delete the line break", "")
        return
    yield from _braces(text, slots)
    if raw := list(RAW_HTML.finditer(text)):
        for match in raw:
            what = "an HTML entity" if match[0].startswith("&") else "raw HTML"
            yield Fault(
                "raw-html",
                f"{what} is not allowed in text: `{match[0]}`",
                "write the character itself, and Markdown for emphasis and links",
                match[0],
            )
        return
    elements = _elements(text)
    if _parser()[0].references:
        yield Fault(
            "text-markup",
            "link definitions are not used here",
            "write the link in its place: `[words](faq:some-id)`",
            "]:",
        )
    if _parser()[0].htmlStash.rawHtmlBlocks:
        yield Fault(
            "text-markup",
            "a text may not hold a block of code",
            "paragraphs, lists, emphasis and links are fine",
            "```" if "```" in text else "~~~",
        )
    for element in elements:
        if element.tag not in ALLOWED:
            yield Fault(
                "text-markup",
                f"a text may not hold {_name(element.tag)}",
                "paragraphs, lists, emphasis and links are fine",
                "",
            )
            break
        href = element.get("href")
        if href is not None and not (LINK.fullmatch(href) or ADDRESS.fullmatch(href)):
            yield Fault(
                "bad-address",
                f"`{href}` is no address that a text may link to",
                "link by id (`faq:…`, `rule:…`, `script:…`, `scenario:…`, `page:…`, "
                "`point:…`) or to https:, mailto: or tel:",
                href,
            )
        if title := element.get("title"):
            yield Fault(
                "text-markup",
                "a link has words and an address, but no title",
                "write `[words](address)`",
                title,
            )
    if isinstance(text, Line) and sum(element.tag == "p" for element in elements) != 1:
        yield Fault(
            "text-markup",
            "this has to be one line of text, not a list or paragraphs",
            "a text that starts with a number or a dash reads as a list",
            "",
        )


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
        if match[1] not in slots:
            yield Fault(
                "unknown-slot",
                f"there is no slot `{match[0]}`",
                f"slots are named in guide.yml: {known}",
                match[0],
            )


def plain(text: str) -> str:
    """A title for use in a page: whatever it holds is shown as it is."""
    text = text.strip().replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ")
    return re.sub(r"([\\`*_{}\[\]()>#+.!|-])", r"\\\1", text)


def linked(text: str, address: Callable[[str], str]) -> str:
    """A text for use in a page: links by id become the addresses that `address` gives."""
    return LINK_IN_TEXT.sub(lambda match: f"]({address(match[1])})", text.strip())


def first_sentence(text: str) -> str:
    """The first sentence of a text; all of it where Markdown might be cut in two."""
    sentence = re.match(r"[^*_`\[\]]+?[.!?](?= +[A-Z])", text.strip())
    return sentence[0] if sentence else text.strip()


def unlinked(text: str) -> str:
    """A text for use inside a link: its own links are gone, their words stay."""
    words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text.strip())
    # What is left was checked with its links: without them it must not become a tag or a link.
    return re.sub(r"\\?([\[\]<])", lambda match: f"&#{ord(match[1])};", words)


def as_html(text: str) -> str:
    """A text for use outside of the guide: as HTML, without its links."""
    return markdown.markdown(unlinked(text))


def words_of(text: str) -> str:
    """The mere words of a text, as a reader sees them."""
    return html.unescape(re.sub(r"<[^>]*>", "", as_html(text)))
