"""What each page says of itself to search engines, and to whoever is sent a link to it."""

import json
from pathlib import Path

import pytest
from answertree.build import Built
from PIL import Image

from tests.conftest import ROOT, SITE_URL, build_site, copy_guide, read_yaml, write_yaml
from tests.site.html import HtmlPage, pages

MISSING = "404.html"
# As far as the checks let it through: no tags, but all that ends an attribute or starts an entity.
HOSTILE = "\" onload=alert(1) > <3 & 'co' </"


@pytest.fixture(scope="module")
def found(site: Path) -> dict[str, HtmlPage]:
    """Every page but the one for what is missing, by address."""
    return {page.address: page for page in pages(site) if page.address != MISSING}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, built: Built) -> Path:
    """The site of a guide whose titles and descriptions would be markup if they were obeyed."""
    root = tmp_path_factory.mktemp("hostile")
    content = copy_guide(root)
    for file in (content / "guide.yml", content / "pages" / f"{built.base.guide.pages[0]}.yml"):
        write_yaml(file, read_yaml(file) | {"title": HOSTILE, "description": HOSTILE})
    return build_site(root, root / "site")


def meta(page: HtmlPage, name: str) -> str | None:
    """The content of a meta element, by name or property; there may be one at most."""
    tags = page.soup.select(f'head meta[name="{name}"], head meta[property="{name}"]')
    assert len(tags) <= 1, f"{page.address}: {name} is said {len(tags)} times"
    return str(tags[0]["content"]) if tags else None


def canonical(page: HtmlPage) -> list[str]:
    return [str(tag["href"]) for tag in page.soup.select('head link[rel="canonical"]')]


def title(page: HtmlPage) -> str:
    (tag,) = page.soup.select("head title")
    return tag.get_text()


def test_every_page_has_a_title_of_its_own(site: Path, built: Built) -> None:
    titles = [title(page) for page in pages(site)]
    assert len(set(titles)) == len(titles)
    assert all(each.endswith(built.base.guide.title) for each in titles)


def test_every_page_says_what_the_content_says_of_it(
    found: dict[str, HtmlPage], built: Built
) -> None:
    guide = built.base.guide
    wanted = {"": guide.description, "decide/": guide.description}
    wanted |= {f"{name}/": page.description for name, page in built.base.pages.items()}
    assert {address: meta(page, "description") for address, page in found.items()} == wanted
    for page in found.values():
        assert meta(page, "og:description") == meta(page, "description")
        assert meta(page, "og:site_name") == guide.title
        assert title(page).startswith(str(meta(page, "og:title")))
        assert meta(page, "og:type") == "website"


def test_every_page_has_its_one_address(found: dict[str, HtmlPage]) -> None:
    for address, page in found.items():
        assert canonical(page) == [SITE_URL + address]
        assert meta(page, "og:url") == SITE_URL + address


def test_every_page_has_the_picture(found: dict[str, HtmlPage], site: Path) -> None:
    for page in found.values():
        image = str(meta(page, "og:image"))
        with Image.open(site / image.removeprefix(SITE_URL)) as picture:
            assert picture.format == "PNG"
            size = (meta(page, "og:image:width"), meta(page, "og:image:height"))
            assert size == tuple(str(length) for length in picture.size) == ("1200", "630")
        assert meta(page, "og:image:alt")
        assert meta(page, "twitter:card") == "summary_large_image"


def test_a_missing_page_is_not_to_be_found(site: Path) -> None:
    page = HtmlPage(site, MISSING)
    assert meta(page, "robots") == "noindex"
    assert canonical(page) == []
    assert meta(page, "og:url") is None


def test_only_the_questions_are_marked_up_as_such(found: dict[str, HtmlPage], built: Built) -> None:
    structured = {
        address: [json.loads(str(tag.string)) for tag in page.soup.select('[type*="ld+json"]')]
        for address, page in found.items()
    }
    questions = {
        f"{name}/"
        for name, page in built.base.pages.items()
        if page.shows == "questions" and built.base.faq
    }
    assert {address for address, data in structured.items() if data} == questions
    for address in questions:
        (data,) = structured[address]
        headings = [tag.get_text() for tag in found[address].content.select("h3")]
        assert [entry["name"] for entry in data["mainEntity"]] == headings
        assert set(headings) == {entry.ask for entry in built.base.faq.values()}


def test_titles_and_descriptions_are_shown_and_never_obeyed(hostile: Path, built: Built) -> None:
    changed = ("", "decide/", f"{built.base.guide.pages[0]}/", MISSING)
    for page in pages(hostile):
        assert not page.soup.select("[onerror], head img"), page.address
        assert HOSTILE in title(page)
        assert meta(page, "application-name") == HOSTILE
        if page.address in changed:
            assert meta(page, "description") == HOSTILE
        if page.address != MISSING:
            assert meta(page, "og:site_name") == HOSTILE


def test_without_an_address_nothing_claims_one(tmp_path: Path) -> None:
    site = build_site(ROOT, tmp_path / "site", site_url="")
    for page in pages(site):
        assert canonical(page) == []
        assert meta(page, "og:url") is meta(page, "og:image") is meta(page, "twitter:card") is None
        if page.address != MISSING:
            assert meta(page, "og:title")
    assert not (site / "sitemap.xml").exists()
    assert "Sitemap" not in (site / "robots.txt").read_text("utf-8")
