"""What the groups and the pages of a list are called, and what leads from one page to others."""

from collections.abc import Sequence
from dataclasses import dataclass

from answertree.knowledge import model
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.language import Language
from answertree.knowledge.paging import Group, ListPart


@dataclass(frozen=True)
class Pager:
    """What leads from a page of a long list to others: for each its title and its name.

    `numbered` are all pages of the same group, where there are more than two, by their numbers.
    """

    previous: tuple[str, str] | None
    next: tuple[str, str] | None
    numbered: tuple[tuple[int, str], ...]


def pager(
    base: KnowledgeBase,
    page: model.Page,
    part: ListPart,
    parts: Sequence[ListPart],
    language: Language,
) -> Pager:
    """What leads from a part of the list of a page to those beside it, and to all of its group."""

    def beside(at: int) -> tuple[str, str] | None:
        if not 0 <= at < len(parts):
            return None
        return title_of_part(base, page, parts[at], language), parts[at].name

    at = parts.index(part)
    group = [(each.number, each.name) for each in parts if each.group.id == part.group.id]
    return Pager(beside(at - 1), beside(at + 1), tuple(group) if part.count > 2 else ())


def title_of_group(base: KnowledgeBase, page: model.Page, group: Group, language: Language) -> str:
    """What stands above a group of the list of a page; of a group without that, what is in it."""
    if not group.id:
        first, last = (base.scripts[group.entries[at]].title for at in (0, -1))
        return first if first == last else language.label("list.range", first=first, last=last)
    match page.shows:
        case "rules":
            return language.label("parts.do" if group.id == "do" else "parts.dont")
        case "sources":
            return base.sources[group.id].title
        case "scenarios":
            return base.scenarios[group.id].title
        case _:
            return base.guide.topics[group.id]


def title_of_part(base: KnowledgeBase, page: model.Page, part: ListPart, language: Language) -> str:
    """What a page with a part of a long list is called."""
    title = title_of_group(base, page, part.group, language)
    if part.count == 1 or not part.group.id:
        return title
    return language.label("list.page", title=title, number=part.number, count=part.count)


def size_of_group(base: KnowledgeBase, page: model.Page, group: Group, language: Language) -> str:
    """How much stands in a group of the list of a page."""
    is_map = page.shows == "scenarios"
    entries = base.scenarios[group.id].steps if is_map else group.entries
    return language.label(f"count.{page.shows}", count=len(entries))
