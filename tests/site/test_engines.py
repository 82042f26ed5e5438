"""MkDocs, ProperDocs and Zensical build the guide without our plugin, from what `export` gives.

README has a table of what each of them cannot do. It hides nothing, and claims no more than is so.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from answertree.cli import main
from answertree.exchanging.engines import ENGINES
from answertree.publishing.search_steps import INDEXES
from answertree.publishing.search_words import FIELD
from answertree.testing.html import HtmlPage, pages
from bs4 import Tag

from tests.conftest import EDIT_URI, ROOT, SITE_URL, build_site
from tests.unit.content import copied

SAME = "the same"
THEME = re.compile(r"assets/(javascripts|stylesheets|images)/")  # what engines bring themselves
CHANGE = {
    "pages/rules.yml": {"append": "formerly: [old-rules]"},
    "faq/scale.yml": {"append": "words-for-search: [chalk]"},
}


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small guide with a page that has moved, and with words for the search."""
    folder = tmp_path_factory.mktemp("guide")
    copied(folder, CHANGE)
    (folder / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    return folder


@pytest.fixture(scope="module")
def ours(guide: Path) -> Path:
    """The site as MkDocs builds it with our plugin."""
    return build_site(guide, guide / "site")


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def theirs(guide: Path, engine: str) -> Iterator[Path]:
    """The site as an engine builds it without our plugin, finished."""
    folder, content = guide / engine, str(guide / "content")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE_URL)
        patch.setenv("EDIT_URI", EDIT_URI)
        assert main(["export", "--engine", engine, str(folder), content]) == 0
        done = subprocess.run(
            [sys.executable, "-m", engine, "build", "--strict"],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert main(["finish", str(folder / "site"), content]) == 0
        yield folder / "site"


@pytest.fixture(scope="module")
def said(engine: str) -> dict[str, str]:
    """What the table in README says of the engine, by what it is about."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.partition("## Another engine\n")[2].partition("\n## ")[0].splitlines()
        if line.startswith("|")
    ]
    column = [name.lower() for name in rows[0]].index(engine)
    return {row[0]: row[column] for row in rows[2:]}


def by_address(site: Path) -> dict[str, HtmlPage]:
    return {page.address: page for page in pages(site)}


def contents(site: Path) -> dict[str, HtmlPage]:
    """Every page but the one for what is missing, which stands at any address."""
    return {address: page for address, page in by_address(site).items() if address != "404.html"}


def place(page: HtmlPage, address: str) -> object:
    """What an address leads to: places of the site are written in more than one way."""
    return address if address.startswith("https:") else page.target(address) or address


def links(page: HtmlPage) -> list[tuple[object, str]]:
    """What each link in the text leads to, and its words."""
    found = page.content.find_all("a", href=True)
    return [(place(page, str(a["href"])), " ".join(a.stripped_strings)) for a in found]


def anchors(page: HtmlPage) -> set[str]:
    """Every id in the text but the place after the theme's own skip link."""
    return {str(tag["id"]) for tag in page.content.find_all(id=True)} - {"__skip"}


def words(page: HtmlPage) -> str:
    return " ".join(page.content.stripped_strings)


def normal(page: HtmlPage) -> list[str]:
    """Everything that makes the page: its tags and texts, each address as what it leads to."""

    def shown(tag: Tag) -> str:
        values = {
            name: place(page, str(value)) if name in ("href", "src", "action") else value
            for name, value in tag.attrs.items()
        }
        return f"<{tag.name} {sorted(values.items(), key=str)}>"

    skipped = ("generator", "Content-Security-Policy")
    return [
        shown(each) if isinstance(each, Tag) else text_of(str(each))
        for each in page.soup.descendants
        if (isinstance(each, Tag) or str(each).strip())
        and not (isinstance(each, Tag) and {each.get("name"), each.get("http-equiv")} & {*skipped})
    ]


def text_of(text: str) -> str:
    """A text, however it is broken into lines, or written as JSON."""
    if text.startswith("{"):
        return json.dumps(json.loads(text), sort_keys=True)
    return " ".join(text.split())


def policy(page: HtmlPage) -> dict[str, list[str]]:
    """The policy of a page; of scripts and styles let through by their hashes, how many."""
    (meta,) = page.soup.select("head > meta[charset] + meta[http-equiv=Content-Security-Policy]")
    rules = (rule.split() for rule in str(meta["content"]).split("; "))
    return {name: [re.sub("'sha256-.*'", "hash", each) for each in rest] for name, *rest in rules}


def index(site: Path) -> list[dict[str, Any]]:
    """Every entry of the search index, whatever engine wrote it, by place."""
    (found,) = [path for path in INDEXES if (site / path).is_file()]
    data = json.loads((site / found).read_text("utf-8"))
    entries: list[dict[str, Any]] = data[INDEXES[found]]
    return sorted(entries, key=lambda entry: str(entry["location"]))


def entries(site: Path) -> list[tuple[str, str]]:
    """The place and the title of all that the search finds."""
    return [(entry["location"], entry["title"]) for entry in index(site)]


def kept(site: Path) -> set[str]:
    """What phones keep of the site, but for what the engine brings itself."""
    listed = re.search(r"FILES=({[^}]*});", (site / "sw.js").read_text("utf-8"))
    assert listed
    return {path for path in json.loads(listed[1]) if not THEME.match(path)} - set(INDEXES)


def files(site: Path) -> dict[str, bytes]:
    """Every file but the pages, and what the engine brings itself or lists in its own order."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    left_out = {"sw.js", "sitemap.xml", *INDEXES}
    return {
        name: path.read_bytes()
        for name, path in found.items()
        if not (name.endswith(".html") or THEME.match(name) or name in left_out)
    }


def sitemap(site: Path) -> list[str]:
    text = (site / "sitemap.xml").read_text("utf-8")
    return sorted(unescape(address) for address in re.findall("<loc>(.*)</loc>", text))


def test_pages_links_anchors_and_branches(ours: Path, theirs: Path, said: dict[str, str]) -> None:
    before, after = by_address(ours), by_address(theirs)
    assert set(after) == set(before)
    for address, page in contents(ours).items():
        other = after[address]
        assert words(other) == words(page), address
        assert links(other) == links(page), address
        assert anchors(other) == anchors(page), address
        assert other.soup.title == page.soup.title, address
    assert said["pages, links, anchors, branches"] == SAME


def test_the_walk(ours: Path, theirs: Path, said: dict[str, str]) -> None:
    """The decision page is the same, and so is every script and every style of ours."""
    assert normal(HtmlPage(theirs, "decide/")) == normal(HtmlPage(ours, "decide/"))
    moved = HtmlPage(theirs, "old-rules/")
    (refresh,) = moved.soup.select("noscript > meta[http-equiv=refresh]")
    assert moved.target(str(refresh["content"]).partition("url=")[2]) == ("rules/", "")
    assert files(theirs) == files(ours)
    assert said["walk, with JavaScript and without"] == SAME


def test_the_search(ours: Path, theirs: Path, said: dict[str, str]) -> None:
    assert entries(theirs) == entries(ours)
    assert [entry.get(FIELD) for entry in index(ours)].count("chalk") == 1
    known = [entry.get(FIELD) for entry in index(theirs)].count("chalk") == 1
    assert (said["search"] == SAME) == known
    assert known or "`words-for-search`" in said["search"]


def test_the_policy(ours: Path, theirs: Path, said: dict[str, str]) -> None:
    after = by_address(theirs)
    more = set()
    for address, page in by_address(ours).items():
        before, now = policy(page), policy(after[address])
        more |= {f"{name} {each}" for name in now for each in now[name][len(before[name]) :]}
        assert {name: now[name][: len(rest)] for name, rest in before.items()} == before, address
        assert set(now) == set(before), address
    assert (said["content policy"] == SAME) == (not more)
    assert more <= {"style-src hash"}
    assert policy(after["decide/"]) == policy(HtmlPage(ours, "decide/"))


def test_offline(ours: Path, theirs: Path, said: dict[str, str]) -> None:
    assert kept(theirs) == kept(ours)
    assert kept(ours) > {"", "decide/", "rules/"}
    found = [path for path in INDEXES if f'"{path}"' in (theirs / "sw.js").read_text("utf-8")]
    assert len(found) == 1, "the search is kept"
    assert said["offline"] == SAME


def test_what_lies_beside_the_pages(ours: Path, theirs: Path, said: dict[str, str]) -> None:
    assert {"guide.json", "robots.txt", "manifest.webmanifest"} < set(files(theirs))
    assert sitemap(theirs) == sitemap(ours)
    assert f"{SITE_URL}old-rules/" not in sitemap(theirs)
    before, after = by_address(ours), by_address(theirs)
    for address in contents(ours):
        for select in ('[type="application/ld+json"]', '[property^="og:"]', "#labels"):
            wanted, found = before[address].soup.select(select), after[address].soup.select(select)
            assert [tag.attrs for tag in found] == [tag.attrs for tag in wanted], address
            assert [text_of(tag.text) for tag in found] == [text_of(tag.text) for tag in wanted]
    assert said["sitemap, feed, data, picture for links"] == SAME


def test_every_row_of_the_table_is_tested(said: dict[str, str]) -> None:
    assert set(said) == {
        "pages, links, anchors, branches", "walk, with JavaScript and without", "search",
        "content policy", "offline", "sitemap, feed, data, picture for links",
    }  # fmt: skip
