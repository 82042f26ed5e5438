"""What search engines are led to: every page, at its whole address, and nothing else."""

from pathlib import Path
from xml.etree import ElementTree

from answertree.testing.html import pages

NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def listed(site: Path) -> list[str]:
    """The addresses in the sitemap."""
    found = ElementTree.parse(site / "sitemap.xml").getroot()
    assert found.tag == f"{{{NAMES['']}}}urlset"
    return [str(tag.text) for tag in found.findall("url/loc", NAMES)]


def test_the_sitemap_has_every_page_once_at_its_whole_address(
    site: Path, site_address: str
) -> None:
    wanted = [site_address + page.address for page in pages(site) if page.indexed]
    assert sorted(listed(site)) == sorted(wanted)


def test_robots_are_welcome_and_shown_the_sitemap(site: Path, site_address: str) -> None:
    lines = (site / "robots.txt").read_text("utf-8").split("\n")
    assert [line for line in lines if line] == [
        "User-agent: *",
        "Disallow:",
        f"Sitemap: {site_address}sitemap.xml",
    ]
