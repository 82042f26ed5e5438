"""The branches in the decision pages are exactly the edges of the YAML."""

from collections import Counter, deque
from pathlib import Path
from typing import Any

import pytest
from bs4 import Tag

from answertree.testing.content import read_yaml
from answertree.testing.html import HtmlPage

Scenarios = dict[str, dict[str, Any]]
KINDS = {"ask": "question", "advise": "outcome", "do-then": "task"}


@pytest.fixture(scope="module")
def scenarios(content: Path) -> Scenarios:
    """What the file of each scenario says, by its id."""
    return {path.stem: read_yaml(path) for path in sorted((content / "scenarios").glob("*.yml"))}


@pytest.fixture(scope="module")
def by_id(site: Path) -> dict[str, Tag]:
    """The steps of all decision pages, by their ids."""
    found = (HtmlPage(site, f"{file.name}/").soup for file in sorted(site.glob("decide*")))
    sections = [tag for soup in found for tag in soup.select("section[data-step]")]
    by_id = {str(tag["id"]): tag for tag in sections}
    assert len(by_id) == len(sections), "a step stands on two pages"
    return by_id


def anchor(scenarios: Scenarios, scenario: str, target: str) -> str:
    """The anchor that a target in a scenario's file means, worked out anew."""
    if target in steps(scenarios, scenario):
        return f"{scenario}-{target}"
    name, _, step = target.partition(".")
    return f"{name}-{step or scenarios[name]['start']}"


def steps(scenarios: Scenarios, scenario: str) -> dict[str, dict[str, Any]]:
    found = scenarios[scenario]["steps"]
    assert isinstance(found, dict)
    return found


def edges(scenarios: Scenarios, scenario: str) -> Counter[tuple[str, str, str]]:
    """(from, words, to) of every answer and every handing over in the file."""
    found: Counter[tuple[str, str, str]] = Counter()
    for name, step in steps(scenarios, scenario).items():
        here = f"{scenario}-{name}"
        for answer in step.get("answers", []):
            found[here, answer["say"], anchor(scenarios, scenario, answer["go"])] += 1
        ways = step.get("next", [])
        for way in ways if isinstance(ways, list) else [ways]:
            target = way["go"] if isinstance(way, dict) else str(way)
            found[here, "", anchor(scenarios, scenario, target)] += 1
    return found


def shown(section: Tag) -> Counter[tuple[str, str, str]]:
    """The same of a step in the built page: every answer and every way on."""
    asks = section["data-step"] == "question"
    return Counter(
        (str(section["id"]), link.get_text() if asks else "", str(link["href"]).partition("#")[2])
        for link in section.select(".answers li > a, .next a")
    )


def test_the_branches_are_the_edges_of_the_yaml(
    by_id: dict[str, Tag], scenarios: Scenarios, scenario: str
) -> None:
    found: Counter[tuple[str, str, str]] = Counter()
    for name in steps(scenarios, scenario):
        found += shown(by_id[f"{scenario}-{name}"])
    wanted = edges(scenarios, scenario)
    wrong = [f"the page lacks {branch(edge)}" for edge in wanted - found]
    wrong += [f"only the page has {branch(edge)}" for edge in found - wanted]
    assert not wrong, "\n".join(wrong)


def branch(edge: tuple[str, str, str]) -> str:
    """An edge in words."""
    source, say, target = edge
    return f"{source} --{say or 'next'}--> {target}"


def test_the_steps_are_those_of_the_yaml(by_id: dict[str, Tag], scenarios: Scenarios) -> None:
    wanted = {
        f"{scenario}-{name}": next(kind for key, kind in KINDS.items() if key in step)
        for scenario in scenarios
        for name, step in steps(scenarios, scenario).items()
    }
    assert {name: tag["data-step"] for name, tag in by_id.items()} == wanted


def test_every_step_says_what_the_yaml_says(
    by_id: dict[str, Tag], scenarios: Scenarios, scenario: str
) -> None:
    for name, step in steps(scenarios, scenario).items():
        section = by_id[f"{scenario}-{name}"]
        heading = section.find("h2")
        assert heading, name
        assert heading.get_text() == next(step[key] for key in KINDS if key in step), name


def test_every_step_can_be_reached_from_the_start(site: Path, by_id: dict[str, Tag]) -> None:
    (start,) = HtmlPage(site, "decide/").soup.select("a[data-start]")
    seen = {str(start["href"])[1:]}
    waiting = deque(seen)
    while waiting:
        for _, _, target in shown(by_id[waiting.popleft()]):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    assert seen == set(by_id)


def test_an_outcome_is_no_further_away_than_the_guide_allows(
    by_id: dict[str, Tag], content: Path
) -> None:
    def longest(name: str, way: tuple[str, ...] = ()) -> int:
        assert name not in way, f"a circle of questions: {way}"
        if by_id[name]["data-step"] != "question":
            return 0
        return 1 + max(longest(target, (*way, name)) for _, _, target in shown(by_id[name]))

    allowed = int(read_yaml(content / "guide.yml").get("longest-way", 7))
    assert max(longest(name) for name in by_id) <= allowed


def test_the_steps_left_are_those_of_the_pages(by_id: dict[str, Tag]) -> None:
    def ways(name: str) -> set[int]:
        if by_id[name]["data-step"] != "question":
            return {0}
        return {1 + more for _, _, target in shown(by_id[name]) for more in ways(target)}

    for name, section in by_id.items():
        left = section.select_one(".step__left")
        if section["data-step"] != "question" or section.select_one(".say"):
            assert left is None, "nobody counts steps with the words in hand"
            continue
        assert left
        numbers = [int(word) for word in left.get_text().split() if word.isdigit()]
        assert numbers == sorted({min(ways(name)), max(ways(name))}), name
