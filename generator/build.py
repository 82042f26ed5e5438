"""The recipe: load the content, check it, render its pages."""

from dataclasses import dataclass
from pathlib import Path

from generator.checks import check
from generator.load import Loaded, load
from generator.model import KnowledgeBase
from generator.pages import EditAddress, MarkdownPage, render
from generator.problems import ContentError


@dataclass(frozen=True)
class Built:
    """A whole knowledge base, and its pages."""

    base: KnowledgeBase
    pages: list[MarkdownPage]


def build(content: Path, edit_uri: str = "") -> Built:
    """The pages of the content folder.

    `edit_uri` is the address, with a slash at its end, below which the folder's files can be
    edited; without it pages have no edit links. Raises ContentError with every problem that there
    is, and NotADirectoryError when there is no such folder.
    """
    loaded = load(content)
    if problems := check(loaded):
        raise ContentError(problems)
    return Built(loaded.base, render(loaded.base, _edit_address(loaded, content, edit_uri)))


def _edit_address(loaded: Loaded, content: Path, edit_uri: str) -> EditAddress:
    def address(kind: str, name: str, path: tuple[str | int, ...]) -> str:
        if not edit_uri:
            return ""
        source = loaded.sources[kind, name]
        return edit_uri + Path(source.file).relative_to(content).as_posix()

    return address
