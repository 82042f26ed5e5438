"""What search engines are led to: every page, at its whole address, and nothing else."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from answertree.build import Built

from tests.conftest import SITE_URL, build_site, copy_guide, read_yaml, write_yaml
from tests.site.html import HtmlPage, pages

NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def listed(site: Path) -> list[str]:
    """The addresses in the sitemap."""
    found = ElementTree.parse(site / "sitemap.xml").getroot()
    assert found.tag == f"{{{NAMES['']}}}urlset"
    return [str(tag.text) for tag in found.findall("url/loc", NAMES)]


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory, built: Built) -> Path:
    """The site of a guide in which a page has an old address too."""
    root = tmp_path_factory.mktemp("moved")
    file = copy_guide(root) / "pages" / f"{built.base.guide.pages[0]}.yml"
    data = read_yaml(file)
    write_yaml(file, data | {"formerly": [*data.get("formerly", []), "an-old-address"]})
    return build_site(root, root / "site")


def test_the_sitemap_has_every_page_once_at_its_whole_address(site: Path) -> None:
    wanted = [SITE_URL + page.address for page in pages(site) if page.address != "404.html"]
    assert sorted(listed(site)) == sorted(wanted)


def test_a_page_that_has_moved_is_not_listed(site: Path, moved: Path) -> None:
    assert HtmlPage(moved, "an-old-address/").soup.select('meta[name="robots"][content="noindex"]')
    assert listed(moved) == listed(site)


HOSTILE = 'class="moved" href="https://evil.example/"'


def test_a_page_that_has_moved_leads_to_its_new_address_whatever_it_is_called(
    tmp_path: Path, built: Built
) -> None:
    name = built.base.guide.pages[0]
    file = copy_guide(tmp_path) / "pages" / f"{name}.yml"
    data = read_yaml(file)
    write_yaml(file, data | {"title": HOSTILE, "formerly": ["an-old-address"]})
    page = HtmlPage(build_site(tmp_path, tmp_path / "site"), "an-old-address/")
    (refresh,) = page.soup.select('noscript meta[http-equiv="refresh"]')
    assert refresh["content"] == f"0; url=../{name}/"
    (link,) = page.soup.select('head link[rel="next"]')
    assert link["href"] == f"../{name}/"
    assert not [address for address in page.addresses() if "evil" in address]


def test_robots_are_welcome_and_shown_the_sitemap(site: Path) -> None:
    lines = (site / "robots.txt").read_text("utf-8").split("\n")
    assert [line for line in lines if line] == [
        "User-agent: *",
        "Disallow:",
        f"Sitemap: {SITE_URL}sitemap.xml",
    ]
