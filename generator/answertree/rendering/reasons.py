"""Why something is said: the points it rests on, what explains them, and who cites them."""

from collections.abc import Mapping
from dataclasses import dataclass

from answertree.knowledge import model
from answertree.knowledge.base import KnowledgeBase, points, sources_of_points
from answertree.knowledge.field_types import PointId
from answertree.knowledge.kinds import BY_FOLDER
from answertree.knowledge.language import Language
from answertree.knowledge.leaves import leaves
from answertree.knowledge.paging import in_order
from answertree.knowledge.references import linked
from answertree.rendering import labels


@dataclass(frozen=True)
class Reason:
    """Why something is said: words, where to read more, and whether only the editors say so."""

    words: str
    address: str
    own: bool


def explanations(base: KnowledgeBase) -> dict[str, str]:
    """For each point the link to what explains it best: a question or a rule, or the point."""
    found = {point: f"point:{point}" for point in points(base)}
    for kind, entries in (("rule", base.rules), ("faq", base.faq)):
        for name, entry in reversed(in_order(entries)):
            found |= dict.fromkeys(entry.because[:1], f"{kind}:{name}")
    return found


def reason(
    base: KnowledgeBase, point: str, link: str, addresses: Mapping[str, str], language: Language
) -> Reason:
    """A point, as what a link leads to explains it.

    Of a point itself only the first sentence is said: the link leads to all of it.
    """
    match linked(base, link):
        case model.Faq() as faq:
            words = labels.in_link(base, faq.short)
        case model.Rule() as rule:
            words = labels.in_link(base, rule.reason or labels.sentence(rule, language))
        case _:
            words = point_words(base, point)
    own = base.sources[sources_of_points(base)[point]].own
    return Reason(words, addresses[link], own)


def point_words(base: KnowledgeBase, point: str) -> str:
    """The first sentence of a point, as Markdown for use inside a link."""
    return labels.in_link(base, points(base)[point], first=True)


@dataclass(frozen=True)
class Cited:
    """The points that are cited of a source; `own` are those of the editors."""

    title: str
    own: bool
    points: tuple[str, ...]


def by_source(base: KnowledgeBase, cited: tuple[str, ...]) -> list[Cited]:
    """The points, put together by the source that they come from."""
    source_of = sources_of_points(base)
    names = {source_of[point] for point in cited}
    return [
        Cited(source.title, source.own, tuple(each for each in cited if source_of[each] == name))
        for name, source in base.sources.items()
        if name in names
    ]


def cited_by(base: KnowledgeBase) -> dict[str, list[str]]:
    """For each point the links, by id, to everything that rests on it."""
    found: dict[str, list[str]] = {point: [] for point in points(base)}
    for folder, name, path, value in leaves(base):
        if isinstance(value, PointId) and "because" in path:
            kind = BY_FOLDER.get(folder)
            if not kind or not kind.link:
                continue  # the home page and the pictures have no links by id
            link = f"{kind.link}:{name}" + (f".{path[1]}" if path[0] == kind.parts else "")
            if link not in found[value]:
                found[value].append(link)
    return found
