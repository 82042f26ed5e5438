"""Markdown inside a field: the links in it, and its form on a page."""

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor

from answertree.knowledge.field_types import SLUG

LINK = re.compile(rf"(faq|rule|script|scenario|page|point):({SLUG})(?:\.({SLUG}))?")
LINK_IN_TEXT = re.compile(rf"\]\(\s*({LINK.pattern})\s*\)")


@dataclass(frozen=True)
class Parsed:
    """What Python-Markdown makes of a text."""

    elements: list[Element]
    has_definitions: bool
    has_code: bool


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


def parsed(text: str) -> Parsed:
    """A text as Markdown: its elements, and whether it defines links or holds blocks of code."""
    parser, seen = _parser()
    parser.reset().convert(text)
    return Parsed(seen.elements, bool(parser.references), bool(parser.htmlStash.rawHtmlBlocks))


def links(text: str) -> list[str]:
    """The addresses of the links in a text, and of all that `linked` takes for a link."""
    if "](" not in text and "][" not in text:
        return []
    found = [element.get("href", "") for element in parsed(text).elements if element.tag == "a"]
    return list(dict.fromkeys([*found, *(match[1] for match in LINK_IN_TEXT.finditer(text))]))


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
    words = re.sub(r"(?<!\\)\[([^]]*)\]\((?:[^()]|\([^()]*\))*\)", r"\1", text.strip())
    # What is left was checked with its links: without them it must not become a tag or a link.
    return re.sub(r"\\?([\[\]<])", lambda match: f"&#{ord(match[1])};", words)


def as_html(text: str) -> str:
    """A text for use outside of the guide: as HTML, without its links."""
    return markdown.markdown(unlinked(text))


def sound(text: str) -> str:
    """A text as it is heard: two that only differ in case, spaces or punctuation sound alike."""
    kept = "".join(one for one in text.casefold() if unicodedata.category(one)[0] in "LMN")
    return kept or text.strip()


def words_of(text: str) -> str:
    """The mere words of a text, as a reader sees them."""
    return html.unescape(re.sub(r"<[^>]*>", "", as_html(text)))
