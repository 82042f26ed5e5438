"""The pages: all there, linked, and whatever a title holds is shown and never obeyed."""

import html
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from answertree.build import Built, build
from answertree.knowledge import addresses, model, paging
from answertree.knowledge.base import KnowledgeBase, all_entries
from answertree.knowledge.field_types import Plain
from answertree.rendering.pages import MarkdownPage, render
from bs4 import BeautifulSoup, Tag

from tests.unit.content import SMALL, copied

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "fenced_code"]

# Titles that would be markup, front matter or a template if they were obeyed.
TITLES = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onclick='alert(1)",
    "</section></div></main>", "<!-- x", "&lt;b&gt; &amp; &#60;i&#62;", "{: onclick=alert(1) }",
    "{: .x } y", "[x](javascript:alert(1))", "![x](https://example.org/x.png)", "**b** _i_ `c`",
    "# one", "- one", "1. one", "> one", "---", "a | b", "[TOC]", "*[x]: y", "[x]: https://x.org",
    "{{ 7*7 }} {% raw %}", "```", "\\ \\* \\", "a: b, 'c' \"d\" # e", "<https://example.org>",
    "!!python/object", "markdown=1", "Don't (really?) go – “there” 🫖!", "%s %(x)s {0} $x", "=== x",
]  # fmt: skip


def split(page: MarkdownPage) -> tuple[dict[str, Any], BeautifulSoup]:
    """The front matter of a page, and its text as HTML."""
    body = page.markdown.split("---\n", 2)[2]
    found = markdown.markdown(body, extensions=EXTENSIONS)
    return front_matter(page), BeautifulSoup(found, "html.parser")


def front_matter(page: MarkdownPage) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(page.markdown.split("---\n", 2)[1])
    return found


@cache
def whole() -> Built:
    return build(SMALL)


def parsed(pages: Iterable[MarkdownPage]) -> dict[str, BeautifulSoup]:
    """The text of each page, by the page's path."""
    return {page.path: split(page)[1] for page in pages}


def with_kettle(folder: Path, old: str, new: str) -> dict[str, BeautifulSoup]:
    """The pages after a change of one text in the kettle's scenario."""
    change = {"replace": old, "with": new}
    return parsed(build(copied(folder, {"scenarios/kettle.yml": change})).pages)


def element(page: BeautifulSoup, id_: str) -> Tag:
    found = page.find(id=id_)
    assert isinstance(found, Tag)
    return found


@cache
def small() -> dict[str, BeautifulSoup]:
    return parsed(whole().pages)


def test_there_is_a_page_for_each_of_the_menu_and_for_each_old_id() -> None:
    pages = whole().pages
    assert [page.path for page in pages if not page.hidden] == [
        "index.md", "decide.md", "answers.md", "rules.md", "inputs.md", "words.md", "ways.md",
        "sources.md",
    ]  # fmt: skip
    assert [page.path for page in pages if page.hidden] == ["questions.md"]


def test_a_page_remembers_the_file_it_comes_from() -> None:
    assert {(page.kind, page.id) for page in whole().pages} >= {
        ("guide", "guide"), ("pages", "rules"), ("pages", "words")
    }  # fmt: skip
    assert {(page.kind, page.id) for page in whole().pages if "decide" in page.path} == {
        ("guide", "guide")
    }


def test_a_page_says_what_the_theme_needs_to_know_of_it() -> None:
    guide, pages = whole().base.guide, {page.path: page for page in whole().pages}
    answers = whole().base.pages["answers"]
    said = {path: (page.template, front_matter(page)) for path, page in pages.items()}
    assert said["index.md"] == ("home.html", {
        "title": guide.title, "description": guide.description, "hide": ["navigation", "toc"],
    })  # fmt: skip
    assert said["decide.md"] == ("decide.html", {
        "title": "It stays cold", "description": guide.description,
        "first_step": "kettle-plugged-in",
    })  # fmt: skip
    assert said["answers.md"] == ("", {
        "title": answers.menu, "description": answers.description,
    })  # fmt: skip
    assert said["questions.md"] == ("moved.html", {
        "title": answers.title, "moved_to": "answers.md", "search": {"exclude": True},
    })  # fmt: skip
    assert said["inputs.md"][1]["scripts"] == ["details/form.js", "details/notes.js"]


def test_notes_are_kept_only_where_a_section_says_so() -> None:
    pages = whole().pages
    assert [page.path for page in pages if 'class="notes"' in page.markdown] == ["inputs.md"]
    assert [page.path for page in pages if "details/notes.js" in page.markdown] == ["inputs.md"]


def expect_links_to_resolve(pages: Mapping[str, BeautifulSoup]) -> None:
    ids = {path: {tag["id"] for tag in soup.find_all(id=True)} for path, soup in pages.items()}
    links = 0
    for path, soup in pages.items():
        for link in soup.find_all("a", href=True):
            page, _, anchor = str(link["href"]).partition("#")
            if page.startswith("https:"):
                continue
            links += 1
            assert (page or path) in ids, link
            assert not anchor or anchor in ids[page or path], link
    assert links > 50


def test_every_link_between_pages_resolves() -> None:
    expect_links_to_resolve(small())


def test_links_and_numbers_go_on_from_page_to_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "STEPS_ON_A_PAGE", 4)
    pages = build(SMALL).pages
    assert [page.path for page in pages if page.hidden] == ["decide-2.md", "questions.md"]
    soups = parsed(pages)
    steps = {path: [step["id"] for step in soup.select(".step")] for path, soup in soups.items()}
    assert len(steps["decide.md"]) == 4
    assert steps["decide-2.md"] == ["shop-warranty", "shop-write", "shop-repair"]
    expect_links_to_resolve(soups)
    elsewhere = soups["decide.md"].select(".elsewhere a")
    assert [(str(link["href"]), link["data-holds"]) for link in elsewhere] == [
        ("#kettle-plugged-in", "kettle- cold-kettle-"),
        ("decide-2.md#shop-warranty", "shop-"),
    ]
    numbers = {str(a["href"]): a["data-number"] for a in soups["decide.md"].select(".answers a")}
    assert numbers["decide-2.md#shop-warranty"] == "5"
    by_path = {page.path: page for page in pages}
    first, second = (front_matter(by_path[path]) for path in ("decide.md", "decide-2.md"))
    both = {"description": first["description"], "pages": ["decide", "decide-2"]}
    here = {"first_step": "kettle-plugged-in", "steps_before": 0}
    assert first == {"title": "It stays cold", **both, **here}
    assert second == {"title": "It stays cold (2)", **both, "steps_before": 4}


def test_of_a_scenario_that_is_cut_each_part_names_what_it_holds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(addresses, "STEPS_ON_A_PAGE", 3)
    elsewhere = parsed(build(SMALL).pages)["decide.md"].select(".elsewhere a")
    assert [link.get_text() for link in elsewhere][1] == f"{elsewhere[0].get_text()} (2)"
    assert str(elsewhere[1]["href"]) == "decide-2.md#kettle-descale"
    held = set(str(elsewhere[1]["data-holds"]).split())
    assert held == {
        *("kettle-descale", "kettle-delime", "cold-kettle-descale", "cold-kettle-delime"),
    }


def test_a_guide_of_one_page_says_nothing_of_others() -> None:
    page = next(page for page in build(SMALL).pages if page.path == "decide.md")
    assert "steps_before" not in page.markdown
    assert "data-holds" not in page.markdown


def test_no_id_is_on_a_page_twice() -> None:
    for path, soup in small().items():
        ids = [tag["id"] for tag in soup.find_all(id=True)]
        assert len(ids) == len(set(ids)), path


def test_the_steps_of_the_decision_page_are_those_of_the_tree() -> None:
    soup = small()["decide.md"]
    assert {section["id"]: section["data-step"] for section in soup.select("section.step")} == {
        "kettle-plugged-in": "question",
        "kettle-light-on": "question",
        "kettle-plug-it-in": "outcome",
        "kettle-descale": "outcome",
        "shop-warranty": "question",
        "shop-write": "outcome",
        "shop-repair": "outcome",
    }
    start = soup.select("a[data-start]")
    assert [link["href"] for link in start] == ["#kettle-plugged-in"]


def test_the_answers_of_a_question_are_links_to_the_steps() -> None:
    section = small()["decide.md"].find(id="kettle-light-on")
    answers = section.select(".answers a")  # type: ignore[union-attr]
    assert [(link.get_text(), link["href"]) for link in answers] == [
        ("It does", "#kettle-descale"),
        ("No, it stays dark", "#shop-warranty"),
    ]


def test_an_outcome_hands_over_by_a_link() -> None:
    section = small()["decide.md"].find(id="shop-write")
    assert "#kettle-descale" in [link["href"] for link in section.select("a")]  # type: ignore[union-attr]


def test_old_ids_are_still_addresses() -> None:
    for path, old in [
        ("decide.md", "kettle-lamp"), ("decide.md", "cold-kettle-light-on"), ("answers.md", "plug"),
        ("rules.md", "pull-the-plug"), ("words.md", "note"), ("sources.md", "leaflet"),
    ]:  # fmt: skip
        assert small()[path].find(id=old), old


def test_a_paragraph_of_links_bears_its_class_and_not_its_last_link() -> None:
    for soup in small().values():
        for name in ("because", "see", "used"):
            assert not soup.select(f"a.{name}")
    assert small()["rules.md"].select("p.see")
    assert small()["sources.md"].select("details.used")


def test_a_slot_is_marked_and_filled_with_its_words() -> None:
    slots = small()["words.md"].select(".slot")
    assert [(slot["data-slot"], slot.get_text()) for slot in slots] == [
        ("name", "your name"),
        ("model", "model of the kettle"),
    ]


def test_no_markup_is_left_for_readers_to_see() -> None:
    for path, soup in small().items():
        shown = soup.get_text()
        for sign in ("{:", "](", "**", "{{", "{%", "\\", "<span", "markdown="):
            assert sign not in shown, (path, sign)


@cache
def hostile(title: str) -> tuple[list[MarkdownPage], list[str]]:
    """The pages of the small content with `title` in every plain text, numbered; and all those."""
    texts: list[str] = []
    found: dict[str, dict[str, Any]] = {}
    for kind, name, entry in all_entries(whole().base):
        data = entry.model_dump(mode="json", by_alias=True, exclude_unset=True)
        for path, value in model.walk(entry):
            if isinstance(value, Plain) and path != ("short-title",):  # that is for the theme
                texts.append(f"{title} q{len(texts)}q")
                put(data, path, texts[-1])
        found.setdefault(kind, {})[name] = type(entry).model_validate(data)
    return render(KnowledgeBase.of(found.pop("guide")["guide"], found), whole().language), texts


def put(data: Any, path: tuple[str | int, ...], value: str) -> None:
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = value


@pytest.mark.parametrize("title", TITLES)
def test_whatever_a_title_holds_is_shown_and_never_obeyed(title: str) -> None:
    pages, texts = hostile(title)
    assert len(texts) > 40
    parts = [split(page) for page in pages]
    shown = " ".join(" ".join(soup.get_text().split()) for _, soup in parts)
    in_meta = " ".join(html.unescape(str(value)) for meta, _ in parts for value in meta.values())
    everything = f"{shown} {in_meta}"
    for text in texts:
        assert " ".join(text.split()) in everything, text
    for (_, soup), calm in zip(parts, small().values(), strict=True):
        assert outline(soup) == outline(calm)


def outline(soup: BeautifulSoup) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page in order, each with the names of its attributes."""
    return [(tag.name, tuple(sorted(tag.attrs))) for tag in soup.find_all(True)]


@pytest.mark.parametrize("title", TITLES)
def test_front_matter_is_escaped_and_says_nothing_else(title: str) -> None:
    for page, calm in zip(hostile(title)[0], whole().pages, strict=True):
        meta, before = front_matter(page), front_matter(calm)
        assert set(meta) == set(before)
        assert meta.get("template") == before.get("template")
        for key in ("title", "description"):
            if key in meta:
                assert not re.search("[<>\"']", meta[key])


def test_old_addresses_lead_to_a_step_and_to_a_part_of_a_page(tmp_path: Path) -> None:
    found = with_kettle(tmp_path, "formerly: [lamp]", "formerly: [lamp, shop.lamp]")
    step = element(found["decide.md"], "kettle-light-on")
    assert {alias["id"] for alias in step.select(".alias")} == {
        "kettle-lamp", "shop-lamp", "cold-kettle-light-on", "cold-kettle-lamp"
    }  # fmt: skip
    heading = element(found["rules.md"], "opening-hours").find_next("h2")
    assert isinstance(heading, Tag)
    assert heading["id"] == "shop-hours"


def test_words_to_say_stand_above_a_question_and_its_answers(tmp_path: Path) -> None:
    found = with_kettle(tmp_path, "ask: Does the light come on?", "ask: On?\n    script: letter")
    step = element(found["decide.md"], "kettle-light-on")
    order = [" ".join(tag.get_attribute_list("class")) or tag.name
             for tag in step.select(".say, h2, .answers, .step__left")]  # fmt: skip
    assert order == ["say", "h2", "answers"], "nobody counts steps with the words in hand"


@pytest.mark.parametrize(
    ("key", "order"),
    [("", ["do", "dont", "next"]), ("\n    dial: shop-number", ["dial", "next", "do", "dont"])],
)
def test_the_way_on_ends_an_outcome_unless_something_begins(
    tmp_path: Path, key: str, order: list[str]
) -> None:
    found = with_kettle(tmp_path, "advise: Plug it in", f"advise: Plug it in{key}")
    step = element(found["decide.md"], "kettle-plug-it-in")
    assert [tag["class"][0] for tag in step.select(".do, .dont, .dial, .next")] == order


def test_an_outcome_shows_what_it_comes_to(tmp_path: Path) -> None:
    found = with_kettle(tmp_path, "advise: Descale it", "advise: Descale it\n    verdict: wait")
    step = element(found["decide.md"], "kettle-descale")
    other = element(found["decide.md"], "shop-repair")
    assert step["data-verdict"] == "wait"
    assert [tag.text for tag in step.select(".verdict")] == ["Wait"]
    assert "data-verdict" not in other.attrs
    assert not other.select(".verdict")


LIVE = [
    {"replace": "start: warranty", "with": "start: warranty\nlive: true"},
    {"replace": "ask: Is it under warranty?", "with": "ask: Valid?\n    script: letter"},
]


def test_while_it_goes_on_a_step_begins_with_its_words(tmp_path: Path) -> None:
    pages = parsed(build(copied(tmp_path, {"scenarios/shop.yml": LIVE})).pages)
    for step in (element(pages["decide.md"], f"shop-{name}") for name in ("warranty", "write")):
        assert "data-live" in step.attrs
        assert [tag.name for tag in step.select(".say, h2")] == ["div", "h2"]
    assert "data-live" not in element(pages["decide.md"], "shop-repair").attrs, "it has no words"


def test_at_leisure_the_words_of_an_outcome_stand_below_its_advice() -> None:
    step = element(small()["decide.md"], "shop-write")
    assert [tag.name for tag in step.select(".say, h2")] == ["h2", "div"]
    assert "data-live" not in step.attrs


REVIEW = {"append": "review:\n  last: 2030-01-31\n  say: We [keep it](page:sources).\n"}


def test_who_keeps_the_guide_is_said_at_home_and_the_last_review_beside_the_sources(
    tmp_path: Path,
) -> None:
    pages = parsed(build(copied(tmp_path, {"guide.yml": REVIEW})).pages)
    shown = {path: page.select(".review") for path, page in pages.items() if page.select(".review")}
    assert list(shown) == ["index.md", "sources.md"]
    assert shown["index.md"][0].select("a[href='sources.md']")
    for (part,) in shown.values():
        assert "Last reviewed on 31 January 2030." in part.text


def test_a_page_beside_the_menu_is_there_and_only_links_lead_to_it(tmp_path: Path) -> None:
    menu = {"replace": "words, ways, sources]", "with": "words, sources]\nunlisted: [ways]"}
    pages = build(copied(tmp_path, {"guide.yml": menu})).pages
    (ways,) = [page for page in pages if page.path == "ways.md"]
    assert ways.hidden
    assert front_matter(ways)["search"] == {"exclude": True}
    assert not parsed(pages)["index.md"].select(".contents a[href='ways.md']")


def test_a_list_can_stand_above_the_parts_of_a_page(tmp_path: Path) -> None:
    change = {"pages/rules.yml": {"append": "list-first: true"}}
    found = [
        parsed(build(folder).pages)["rules.md"] for folder in (SMALL, copied(tmp_path, change))
    ]
    first, last = ([tag["id"] for tag in page.select("h2")] for page in found)
    assert first == ["shop-hours", "rules--do", "rules--dont"]
    assert last == ["rules--do", "rules--dont", "shop-hours"]


def test_a_guide_that_only_says_what_not_to_do_has_no_heading_for_what_to_do(
    tmp_path: Path,
) -> None:
    change = {"rules/unplug-first.yml": {"replace": "do: Unplug", "with": "dont: Plug"}}
    page = parsed(build(copied(tmp_path, change)).pages)["rules.md"]
    assert [tag["id"] for tag in page.select("h2")] == ["shop-hours", "rules--dont"]


def long_pages(monkeypatch: pytest.MonkeyPatch, code: str = "en") -> dict[str, MarkdownPage]:
    """The pages of the small guide when each entry of a list has a page, by their paths."""
    monkeypatch.setattr(paging, "HEAVIEST", 1)
    return {page.path: page for page in build(SMALL, language=code).pages}


def test_a_long_list_is_split_by_topic_and_every_link_leads_to_its_parts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = long_pages(monkeypatch)
    assert [path for path in pages if path.startswith("answers")] == [
        "answers.md", "answers--power.md", "answers--water.md"
    ]  # fmt: skip
    assert all(page.hidden for path, page in pages.items() if "--" in path)
    for page in ("answers.md", "answers--power.md", "answers--water.md"):
        assert front_matter(pages[page])["anchors"] == "answers/anchors.json"
    expect_links_to_resolve(parsed(pages.values()))


def test_each_part_of_the_questions_has_the_data_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = long_pages(monkeypatch)
    assert pages["answers.md"].structured == ""
    for path, asked in (("answers--power.md", "socket"), ("answers--water.md", "scale")):
        data = json.loads(pages[path].structured)
        names = [each["name"] for each in data["mainEntity"]]
        assert names == [whole().base.faq[asked].ask]


@pytest.mark.parametrize(
    ("code", "back", "count"), [("en", "Overview", "1 question"), ("de", "Übersicht", "1 Frage")]
)
def test_the_words_around_the_parts_are_in_the_language(
    monkeypatch: pytest.MonkeyPatch, code: str, back: str, count: str
) -> None:
    pages = parsed(long_pages(monkeypatch, code).values())
    assert count in pages["answers.md"].get_text()
    assert back in pages["answers--water.md"].get_text()
