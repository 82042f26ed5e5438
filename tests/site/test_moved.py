"""A page that has moved leads to its new address, and is no page of its own."""

from pathlib import Path

import pytest
from answertree.build import Built
from answertree.testing.content import read_yaml
from answertree.testing.html import HtmlPage
from answertree.testing.site.test_crawling import listed

from tests.conftest import build_site, copy_guide, write_yaml


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory, built: Built) -> Path:
    """The site of a guide in which a page has an old address too."""
    root = tmp_path_factory.mktemp("moved")
    file = copy_guide(root) / "pages" / f"{built.base.guide.pages[0]}.yml"
    data = read_yaml(file)
    write_yaml(file, data | {"formerly": [*data.get("formerly", []), "an-old-address"]})
    return build_site(root, root / "site")


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
