"""How things in the base are named on its pages: their words, their reasons."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from answertree.knowledge import model
from answertree.knowledge.base import KnowledgeBase, points, sources_of_points
from answertree.knowledge.field_types import Line, PointId
from answertree.knowledge.kinds import BY_FOLDER
from answertree.knowledge.language import Language
from answertree.knowledge.leaves import leaves
from answertree.knowledge.paging import Group, ListPart, in_order
from answertree.knowledge.references import linked
from answertree.knowledge.steps import Outcome, Question, Step, Task, title_of
from answertree.knowledge.text_nodes import (
    Document,
    filled,
    first_sentence,
    on_one_line,
    without_links,
)
from answertree.knowledge.text_output import escape, to_markdown
from answertree.knowledge.text_parser import parse
from answertree.knowledge.when import WayOn


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
            words = in_link(base, faq.short)
        case model.Rule() as rule:
            words = in_link(base, rule.reason or sentence(rule, language))
        case _:
            words = point_words(base, point)
    own = base.sources[sources_of_points(base)[point]].own
    return Reason(words, addresses[link], own)


def point_words(base: KnowledgeBase, point: str) -> str:
    """The first sentence of a point, as Markdown for use inside a link."""
    return in_link(base, points(base)[point], first=True)


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


def label(base: KnowledgeBase, link: str, language: Language) -> str:
    """What a link by id says when nobody wrote words for it, as Markdown."""
    thing = linked(base, link)
    if isinstance(thing, model.Rule):
        thing = sentence(thing, language)
    elif isinstance(thing, Question | Outcome | Task):
        thing = title_of(thing)
    elif not isinstance(thing, str):
        thing = thing.ask if hasattr(thing, "ask") else thing.title
    return in_link(base, thing)


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


def sentence(thing: model.Rule | model.Essential, language: Language) -> Line:
    """What to do, or what not to do as a sentence."""
    return thing.do or dont(thing.dont or Line(""), language)


def dont(line: Line, language: Language) -> Line:
    """A don't as a sentence: “Don’t open the lid”."""
    return Line(language.label("parts.dont-this", text=uncapitalized(line)))


def uncapitalized(line: str) -> str:
    """A line for the middle of a sentence. Names such as USB stay as they are."""
    return (line[:1].lower() if line[1:2].islower() else line[:1]) + line[1:]


def next_label(base: KnowledgeBase, way: WayOn, target: str, language: Language) -> str:
    """What a way on says: its own words, the scenario it leads to, or else the step."""
    if way.say:
        return in_link(base, way.say)
    if scenario := base.scenarios.get(way.go):
        return in_link(base, scenario.title)
    return label(base, f"scenario:{target}", language)


def label_of_words(step: Step, language: Language) -> str:
    """What stands above the words of a step; "" where its verdict says to say them already."""
    verdict = step.verdict if isinstance(step, Outcome) else None
    by_verdict = {"write": language.label("parts.write"), "say": ""}
    return by_verdict.get(verdict or "", language.label("parts.say"))


def in_link(base: KnowledgeBase, text: str, first: bool = False) -> str:
    """A text, or its `first` sentence, as Markdown for use inside a link.

    It is on one line, without links, and its slots are filled.
    """
    return words_in_link(text, tuple(base.slots.items()), first)


@lru_cache(maxsize=None, typed=True)  # the same characters are another text where Markdown is not
def words_in_link(text: str, slots: tuple[tuple[str, str], ...], first: bool) -> str:
    """The same, given what fills each slot: it is worked out once in a process."""
    document = first_sentence(parse(text)) if first else parse(text)
    return to_markdown(on_one_line(filled(without_links(document), dict(slots))))


def on_page(base: KnowledgeBase, address: Callable[[str], str], written: str | Document) -> str:
    """A text or a title as Markdown for a page, where slots are links too.

    `address` gives the address of a link by id, and of any other link that link.
    """

    def slot(name: str) -> str:
        entry = base.inputs[name]
        attributes = f'.slot data-slot="{name}"'
        if entry.type in ("date", "choice"):
            attributes += f' data-type="{entry.type}"'
        if entry.formerly:
            attributes += f' data-formerly="{" ".join(entry.formerly)}"'
        return f"[{escape(entry.ask)}]({address(f'input:{name}')}){{: {attributes} }}"

    document = parse(written) if isinstance(written, str) else written
    one_line = on_one_line(document) if isinstance(written, Line) else document
    return to_markdown(one_line, address, slot)
