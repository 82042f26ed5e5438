"""The recipe: load the content, check it, render its pages."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from answertree.checking.rules import check
from answertree.checking.text_lint import linted
from answertree.checking.whole import keep_whole, known_whole
from answertree.files.build_cache import NO_CACHE, BuildCache
from answertree.files.fingerprint import folder_fingerprint
from answertree.files.template_cache import TemplateCache
from answertree.knowledge.addresses import HOME
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.language import Language
from answertree.knowledge.leaves import leaves
from answertree.knowledge.problems import ContentError, DataPath, DataPlace
from answertree.knowledge.references import references
from answertree.knowledge.text_parser import parse_title, parsed
from answertree.reading.content_folder import file_of
from answertree.reading.language import DEFAULT, load_language
from answertree.reading.load import Loaded, load, understood
from answertree.rendering.environment import Edit, Editing
from answertree.rendering.labels import words_in_link
from answertree.rendering.page_memo import PageMemo
from answertree.rendering.pages import MarkdownPage, render

# GitHub edits files, and shows lines: the latter below another address. Its owner, its repository,
# a branch or a folder may have the name `edit` too.
EDITS = re.compile(r"(\w+://[^/]+/[^/]+/[^/]+.*?)/edit/")


@dataclass(frozen=True)
class Built:
    """A whole knowledge base, its pages, and the language of their labels."""

    base: KnowledgeBase
    language: Language
    pages: list[MarkdownPage]

    @cached_property
    def by_path(self) -> dict[str, MarkdownPage]:
        """The pages by their file names."""
        return {page.path: page for page in self.pages}


def nothing_built() -> Built:
    """A guide before anything could be built: a single page that says nothing."""
    base = KnowledgeBase.of(None)
    return Built(base, load_language(DEFAULT), [MarkdownPage(f"{HOME}.md", "", "guide", "guide")])


def build(
    content: Path,
    edit_uri: str = "",
    language: str = DEFAULT,
    cache: BuildCache = NO_CACHE,
    memo: PageMemo[MarkdownPage] | None = None,
) -> Built:
    """The pages of the content folder.

    `edit_uri` is the address, with a slash at its end, below which the folder's files can be
    edited; without it pages have no edit links. `language` is the code of a file of labels.
    `cache` knows the content that was checked before, and has what does not change from one build
    to the next; `memo` has pages of the last build in the same process.
    Raises ContentError with every problem that there is, and NotADirectoryError when there is no
    such folder.
    """
    loaded = _checked(content, cache)
    labels = load_language(language)
    editing = _editing(loaded, edit_uri)
    pages = render(loaded.base, labels, editing, TemplateCache(cache), memo)
    return Built(loaded.base, labels, pages)


def forget(but_texts: bool = False) -> None:
    """Drop what was remembered for the next build, which takes a third of the memory.

    The parsed texts may be left, for whoever needs them still.
    """
    for remembered in (understood, linted, references, leaves, words_in_link):
        remembered.cache_clear()
    if not but_texts:
        parsed.cache_clear()
        parse_title.cache_clear()


def _checked(content: Path, cache: BuildCache) -> Loaded:
    key = folder_fingerprint(content)
    loaded = load(content)
    if known_whole(cache, key) and folder_fingerprint(content) == key:
        return loaded
    if problems := check(loaded):
        raise ContentError(problems)
    keep_whole(cache, key, content, loaded)
    return loaded


def _editing(loaded: Loaded, edit_uri: str) -> Editing:
    def editing(kind: str, name: str, path: DataPath) -> Edit | None:
        if not edit_uri:
            return None
        line = loaded.place(DataPlace(kind, name, path, on_key=True)).line if path else 1
        file = edit_uri + file_of(kind, name)
        shown = EDITS.sub(r"\1/blob/", file, count=1)
        return Edit(file, f"{shown}?plain=1#L{line}", line)

    return editing
