"""Where everything is found on the site: the one map from steps and entries to pages and anchors.

Pages stand at the top of the site, and are called by their file names without the ending.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from answertree.knowledge import model
from answertree.knowledge.base import KnowledgeBase, all_entries
from answertree.knowledge.graph import Graph, build_graph, former, scenario_order
from answertree.knowledge.kinds import BY_LIST, PAGES, SCENARIOS
from answertree.knowledge.paging import list_parts, parts_of_entries
from answertree.knowledge.problems import DataPath
from answertree.knowledge.record import Entry
from answertree.knowledge.references import link_targets

HOME, DECISION = "index", "decide"
STEPS_ON_A_PAGE = 200  # a step weighs some 0.2 kB, packed: a page stays well below 60 kB


def anchor(step: str) -> str:
    """The anchor of a step `scenario.step` on its page: SCENARIO-STEP."""
    return step.replace(".", "-")


@lru_cache(maxsize=1)
def pages_of_steps(base: KnowledgeBase) -> Mapping[str, str]:
    """The page of each step `scenario.step`; the first step that a reader meets is on DECISION.

    One page has them all, or else as many scenarios as it has room for, in the order in which a
    reader meets them. Only a scenario that has more steps than a page is cut.
    """
    tree = build_graph(base)
    pages: dict[str, str] = {}
    page, number, room = DECISION, 1, STEPS_ON_A_PAGE
    for part in _parts(base, tree) if len(tree.steps) > STEPS_ON_A_PAGE else [list(tree.steps)]:
        if len(part) > room and pages:
            number, room = number + 1, STEPS_ON_A_PAGE
            page = f"{DECISION}-{number}"
        pages |= dict.fromkeys(part, page)
        room -= len(part)
    return pages


def _parts(base: KnowledgeBase, tree: Graph) -> Iterator[list[str]]:
    """The steps of each scenario, in parts of which each has room on a page."""
    for scenario in scenario_order(tree):
        steps = [f"{scenario}.{step}" for step in base.scenarios[scenario].steps]
        steps.sort(key=lambda step: step not in tree.starts[:1])
        for index in range(0, len(steps), STEPS_ON_A_PAGE):
            yield steps[index : index + STEPS_ON_A_PAGE]


def decision_pages(base: KnowledgeBase) -> tuple[str, ...]:
    """The pages on which steps stand, the one in the menu first."""
    return tuple(dict.fromkeys((DECISION, *pages_of_steps(base).values())))


def step_address(base: KnowledgeBase, step: str, page: str = "") -> str:
    """The address of a step, as a link has it that stands on a page."""
    there = pages_of_steps(base)[step]
    return f"#{anchor(step)}" if there == page else f"{there}.md#{anchor(step)}"


def web_address(address: str) -> str:
    """The address on the site, relative to its top, of what a Markdown page has at an address."""
    page, _, place = address.partition(".md")
    return (f"{page}/" if page != HOME else "") + place


def addresses(base: KnowledgeBase) -> dict[str, str]:
    """The address of everything that can be linked, by its link."""
    lists = {_listed_kind(page.shows): name for name, page in base.pages.items() if page.shows}
    parts = parts_of_entries(base)
    found: dict[str, str] = {}
    for link, target in link_targets(base).items():
        part = str(target.path[-1]) if target.path else ""
        if target.kind == "scenarios":
            step = part or base.scenarios[target.id].start
            found[link] = step_address(base, f"{target.id}.{step}")
        elif target.kind == "pages":
            found[link] = f"{target.id}.md#{part}" if part else f"{target.id}.md"
        else:
            name = part or target.id
            page = parts.get((target.kind, name), lists.get(target.kind))
            found[link] = f"{page}.md#{name}"
    return found


def _listed_kind(name: str) -> str:
    """The kind of entry that has its address on a page with `shows: NAME`; steps have their own."""
    kind = BY_LIST.get(name, SCENARIOS)
    return "" if kind is SCENARIOS else kind.folder


@dataclass(frozen=True)
class Anchor:
    """An address that an entry takes up on a page, now or formerly."""

    page: str
    anchor: str
    kind: str
    id: str
    path: DataPath
    on_key: bool = True


def anchors(base: KnowledgeBase) -> Iterator[Anchor]:
    """Every address that something takes up, page by page, old ids included.

    Pages are called by their file names without the ending; on no page ("") are pages themselves.
    A list is on the page that shows it, long or not: of a long one that page leads on.
    Steps take up theirs on the first decision page: each of these pages leads on to the others.
    """
    for scenario, entry in base.scenarios.items():
        for name in entry.steps:
            path: DataPath = ("steps", name)
            yield Anchor(
                DECISION,
                anchor(f"{scenario}.{name}"),
                "scenarios",
                scenario,
                path,
            )
            for old, place in former(scenario, entry, name):
                yield Anchor(
                    DECISION,
                    anchor(old),
                    "scenarios",
                    scenario,
                    place,
                    False,
                )
    for reserved in (HOME, *decision_pages(base)):
        yield Anchor("", reserved, "guide", "guide", ())
    for name, page in base.pages.items():
        yield Anchor("", name, "pages", name, ())
        for index, old in enumerate(page.formerly):
            yield Anchor("", old, "pages", name, ("formerly", index), False)
        for part, section in page.sections.items():
            path = ("sections", part)
            yield Anchor(name, part, "pages", name, path)
            for index, old in enumerate(section.formerly):
                yield Anchor(name, old, "pages", name, (*path, "formerly", index), False)
        for kind, shown, found in all_entries(base):
            if page.shows and isinstance(found, Entry) and kind == _listed_kind(page.shows):
                if isinstance(found, model.Source):
                    for point in found.points:
                        yield Anchor(name, point, kind, shown, ("points", point))
                yield Anchor(name, shown, kind, shown, (), False)
                for index, old in enumerate(found.formerly):
                    yield Anchor(name, old, kind, shown, ("formerly", index), False)


def map_address(base: KnowledgeBase, step: str, page: str) -> str:
    """The address of a step on the map of all steps, as a link has it that stands on a page."""
    place = f"#map--{anchor(step)}"
    there = parts_of_entries(base).get((SCENARIOS.folder, step.partition(".")[0]), page)
    return place if there == page else f"{there}.md{place}"


def anchors_file(page: str) -> str:
    """The path on the site of what `anchors_of_parts` finds for a page."""
    return f"{page}/anchors.json"


def anchors_of_parts(base: KnowledgeBase) -> dict[str, dict[str, list[str]]]:
    """From each page whose list is long to the pages of its parts, and the anchors on each of them.

    A link to one of these that leads to another page of the list, as links did before the list was
    long or in another order, is led on by a script that knows them.
    """
    found: dict[str, dict[str, list[str]]] = {}
    on: dict[tuple[str, str], str] = {}
    for page, parts in list_parts(base).items():
        found[page] = {part.name: [] for part in parts}
        on |= {(page, entry): part.name for part in parts for entry in part.group.entries}
        for part in parts:
            on.setdefault((page, part.group.id), part.name)  # a source, on the first of its pages
    for place in anchors(base):
        if place.page in found and place.kind != PAGES.folder:
            entry = str(place.path[1]) if place.path[:1] == ("points",) else place.id
            found[place.page][on[place.page, entry]].append(place.anchor)
    for page in found:
        if base.pages[page].shows == SCENARIOS.listed:
            for name, scenario in base.scenarios.items():
                steps = (f"map--{anchor(f'{name}.{step}')}" for step in scenario.steps)
                found[page][on[page, name]] += steps
    return found
