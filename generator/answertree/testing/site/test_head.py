"""What each page says of itself to search engines, and to whoever is sent a link to it."""

import json
from pathlib import Path

import pytest
from PIL import Image

from answertree.build import Built
from answertree.knowledge.addresses import decision_pages
from answertree.testing.html import HtmlPage, pages

MISSING = "404.html"


@pytest.fixture(scope="module")
def found(site: Path) -> dict[str, HtmlPage]:
    """Every page that is to be found, by address."""
    return {page.address: page for page in pages(site) if page.indexed}


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
    wanted = {"": guide.description}
    wanted |= {f"{name}/": guide.description for name in decision_pages(built.base)}
    of_pages = {page.path: page.id for page in built.pages if page.kind == "pages"}
    wanted |= {
        address: built.base.pages[of_pages[f"{address[:-1]}.md"]].description
        for address in set(found) - set(wanted)
    }
    assert {address: meta(page, "description") for address, page in found.items()} == wanted
    for page in found.values():
        assert meta(page, "og:description") == meta(page, "description")
        assert meta(page, "og:site_name") == guide.title
        assert title(page).startswith(str(meta(page, "og:title")))
        assert meta(page, "og:type") == "website"


def test_every_page_has_its_one_address(found: dict[str, HtmlPage], site_address: str) -> None:
    for address, page in found.items():
        assert canonical(page) == [site_address + address]
        assert meta(page, "og:url") == site_address + address


def test_every_page_has_the_picture(
    found: dict[str, HtmlPage], site: Path, site_address: str
) -> None:
    for page in found.values():
        image = str(meta(page, "og:image"))
        with Image.open(site / image.removeprefix(site_address)) as picture:
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
    listed = {name for name, page in built.base.pages.items() if page.shows == "questions"}
    asked: list[str] = []
    for address, page in found.items():
        is_list = address.partition("--")[0].strip("/") in listed
        headings = [tag.get_text() for tag in page.content.select("h3") if is_list]
        data = [entry["name"] for each in structured[address] for entry in each["mainEntity"]]
        assert data == headings, address
        assert not is_list or len(structured[address]) == 1 or not headings
        asked += data
    assert sorted(asked) == sorted(entry.ask for entry in built.base.faq.values())
