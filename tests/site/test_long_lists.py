"""A guide whose lists are on several pages passes what every guide is tested by."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from answertree.build import Built, build
from answertree.knowledge.addresses import anchors, anchors_of_parts
from answertree.testing.html import HtmlPage, pages
from answertree.testing.offline import kept_files
from answertree.testing.site.test_content import *  # noqa: F403
from answertree.testing.site.test_crawling import *  # noqa: F403
from answertree.testing.site.test_data import *  # noqa: F403
from answertree.testing.site.test_head import *  # noqa: F403
from answertree.testing.site.test_links import *  # noqa: F403
from answertree.testing.site.test_map import *  # noqa: F403
from answertree.testing.site.test_offline import *  # noqa: F403
from answertree.testing.site.test_search_index import *  # noqa: F403
from bs4 import Tag

from tests.conftest import EDIT_URI
from tests.long_guide import SITE_URL, long_site, lower_bounds

# How much there is to be found on the pages of each: questions, rules, texts, points and steps.
LISTS = {"answers": 10, "rules": 10, "words": 9, "sources": 12, "ways": 7}


@pytest.fixture(autouse=True)
def _low_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    lower_bounds(monkeypatch)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return long_site(tmp_path_factory.mktemp("long"))


@pytest.fixture(scope="session")
def content(site: Path) -> Path:
    return site.parent / "content"


@pytest.fixture(scope="session")
def site_address() -> str:
    return SITE_URL


@pytest.fixture(scope="session")
def data(site: Path) -> dict[str, Any]:
    # Here, since what is found once for a session would be that of the guide in `content/`.
    found: dict[str, Any] = json.loads((site / "guide.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="session")
def built(content: Path) -> Built:
    with pytest.MonkeyPatch.context() as monkeypatch:
        lower_bounds(monkeypatch)
        return build(content, EDIT_URI)


def parts(site: Path, name: str) -> list[HtmlPage]:
    """The pages of a list beside its first."""
    return [page for page in pages(site) if page.address.startswith(f"{name}--")]


def led_to(page: HtmlPage, selector: str) -> list[str]:
    """The pages to which links of a page lead, in order."""
    found = [page.target(str(link["href"])) for link in page.content.select(selector)]
    return [place[0] for place in found if place]


def docs(site: Path) -> dict[str, dict[str, str]]:
    """What the search knows, by location."""
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    return {doc["location"]: doc for doc in index["docs"]}


@pytest.mark.parametrize("name", LISTS)
def test_the_first_page_has_the_topics_alone(site: Path, name: str) -> None:
    first = HtmlPage(site, f"{name}/")
    begun = led_to(first, ".contents a")
    assert len(begun) > 1
    assert set(begun) <= {page.address for page in parts(site, name)}
    assert not first.content.select(".entry, .point, .map")
    said = [item.get_text(" ").split()[-2] for item in first.content.select(".contents li")]
    assert sum(map(int, said)) == LISTS[name]


@pytest.mark.parametrize("name", LISTS)
def test_all_others_follow_one_another_and_lead_back(site: Path, name: str) -> None:
    found = parts(site, name)
    begin = [page for page in found if not page.content.find(string=re.compile("^Previous"))]
    assert len(begin) == 1
    way = [begin[0]]
    while next_ := way[-1].content.find(string=re.compile("^Next: ")):
        assert isinstance(next_.parent, Tag)
        place = way[-1].target(str(next_.parent.select("a")[-1]["href"]))
        assert place
        way.append(HtmlPage(site, place[0]))
    assert sorted(page.address for page in way) == sorted(page.address for page in found)
    for page in way:
        assert f"{name}/" in led_to(page, ".see a")


def test_a_topic_of_several_pages_says_which_of_them_it_is(site: Path) -> None:
    second = HtmlPage(site, "answers--power--2/")
    assert second.soup.title
    assert second.soup.title.get_text().startswith("Power, page 2 of ")
    others = {f"answers--power{number}/" for number in ("", "--3", "--4")}
    assert others <= set(led_to(second, "nav a"))


@pytest.mark.parametrize("page", ["answers--power--2/", "answers/", "decide/"])
def test_no_menu_lists_them(site: Path, page: str) -> None:
    soup = HtmlPage(site, page).soup
    menus = soup.select("#menu a, .side > ul > li > a")
    assert menus
    assert not [link["href"] for link in menus if "--" in str(link["href"]).partition("#")[0]]
    assert len(soup.select(".side a")) <= 2 * len(soup.select(".side > ul > li"))


def test_each_old_anchor_is_known_with_a_page_that_has_it(site: Path, built: Built) -> None:
    ids = {page.address: set(page.ids) for page in pages(site)}
    for name in LISTS:
        known = json.loads((site / name / "anchors.json").read_text("utf-8"))
        assert known == anchors_of_parts(built.base)[name]
        for page, found in known.items():
            assert set(found) <= ids[f"{page}/"], page
        old = {place.anchor for place in anchors(built.base) if place.page == name}
        assert old <= ids[f"{name}/"] | {each for found in known.values() for each in found}


def test_the_search_has_titles_short_answers_and_words_and_no_more(site: Path) -> None:
    found = docs(site)
    doc = next(doc for place, doc in found.items() if place.endswith("#question-1"))
    assert doc["title"] == "What about part 1?"
    assert "is like another" in doc["text"]
    assert doc["words"] == "particle 1"
    assert not [location for location, each in found.items() if "tail" in each["text"]]


def test_phones_keep_the_tree_first_and_the_rest_later(site: Path) -> None:
    worker = (site / "sw.js").read_text("utf-8")
    listed = re.search(r"LATER=(\[[^\]]*\])", worker)
    assert listed
    later = json.loads(listed[1])
    assert later[0] == "search/search_index.json"
    assert "answers--power--3/" in later
    assert set(later) < set(kept_files(site))
    at_once = set(kept_files(site)) - set(later)
    decide = HtmlPage(site, "decide/")
    assert {"", "404.html", "decide/", *led_to(decide, "a")} <= at_once | {"404.html"}
    assert {"assets/styles/site.css", "assets/decide/decide.js"} <= at_once
