"""The guide as data, for other programs: its home page names it, and all its addresses are true."""

from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

from answertree.testing.html import address_of, pages


def test_every_address_in_the_data_leads_to_something(site: Path, data: dict[str, Any]) -> None:
    ids = {page.address: set(page.ids) for page in pages(site)}
    assert data.get("address", "") == address_of(site)
    assert data["addresses"]
    for link, address in data["addresses"].items():
        page, anchor = urldefrag(address.removeprefix(address_of(site)))
        assert page in ids, link
        assert not anchor or anchor in ids[page], link


def test_the_home_page_names_the_data(site: Path) -> None:
    (home,) = (page for page in pages(site) if not page.address)
    assert home.soup.select('head link[rel="describedby"][type="application/json"]')
