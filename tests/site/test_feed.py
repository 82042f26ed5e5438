"""The feed of changes is there where there are a history and an address, and pages name it."""

import os
import subprocess
from pathlib import Path
from xml.etree import ElementTree as xml

from answertree.testing.content import read_yaml
from answertree.testing.html import HtmlPage, pages

from tests.conftest import SITE_URL, build_site, copy_guide, write_yaml

ATOM = "{http://www.w3.org/2005/Atom}"


def feeds(page: HtmlPage) -> list[str]:
    found = page.soup.select('head link[rel~="alternate"][type="application/atom+xml"]')
    return [str(link["href"]) for link in found]


def test_a_guide_without_history_or_address_has_no_feed(tmp_path: Path) -> None:
    copy_guide(tmp_path)
    for name, site_url in (("history", SITE_URL), ("address", "")):
        site = build_site(tmp_path, tmp_path / name, site_url)
        assert not (site / "changes.xml").exists()
        assert [page.address for page in pages(site) if feeds(page)] == []


def test_a_guide_with_history_has_a_feed_that_its_pages_name(tmp_path: Path) -> None:
    guide = copy_guide(tmp_path) / "guide.yml"
    git = ["git", "-C", str(tmp_path), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    for day, opening in ((1, "What is it?"), (2, "What is it now?")):
        write_yaml(guide, read_yaml(guide) | {"opening": opening})
        subprocess.run([*git, "add", "-A"], check=True)
        environment = {**os.environ, "GIT_COMMITTER_DATE": f"2030-01-0{day}T12:00:00Z"}
        subprocess.run([*git, "commit", "-q", "-m", "x"], check=True, env=environment)
    site = build_site(tmp_path, tmp_path / "site")
    feed = xml.parse(site / "changes.xml").getroot()
    assert len(feed.findall(f"{ATOM}entry")) == 1
    assert feed.findtext(f"{ATOM}id") == f"{SITE_URL}changes.xml"
    naming = [page for page in pages(site) if feeds(page)]
    assert "" in {page.address for page in naming}
    assert len(naming) > 1
    assert {page.target(address) for page in naming for address in feeds(page)} == {
        ("changes.xml", "")
    }
