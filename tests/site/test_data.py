"""What lies beside the pages for other programs: the guide as data, and the feed."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag
from xml.etree import ElementTree as xml

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import SITE_URL, build_site, copy_guide, read_yaml, write_yaml
from tests.site.html import HtmlPage, pages

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def data(site: Path) -> dict[str, Any]:
    found = json.loads((site / "guide.json").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def feeds(page: HtmlPage) -> list[str]:
    found = page.soup.select('head link[rel~="alternate"][type="application/atom+xml"]')
    return [str(link["href"]) for link in found]


def test_the_data_is_as_the_schema_beside_it_says(site: Path, data: dict[str, Any]) -> None:
    schema = json.loads((site / data["$schema"]).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []


def test_every_address_in_the_data_leads_to_something(site: Path, data: dict[str, Any]) -> None:
    ids = {page.address: set(page.ids) for page in pages(site)}
    assert data["address"] == SITE_URL
    assert data["addresses"]
    for link, address in data["addresses"].items():
        page, anchor = urldefrag(address.removeprefix(SITE_URL))
        assert page in ids, link
        assert not anchor or anchor in ids[page], link


def test_phones_keep_neither_the_data_nor_the_feed(site: Path) -> None:
    worker = (site / "sw.js").read_text("utf-8")
    assert "guide." not in worker
    assert "changes.xml" not in worker


def test_the_home_page_names_the_data(site: Path) -> None:
    (home,) = (page for page in pages(site) if not page.address)
    assert home.soup.select('head link[rel="describedby"][type="application/json"]')


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
