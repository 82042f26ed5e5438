"""What pages say of themselves where titles are hostile, and where the site has no address."""

from pathlib import Path

import pytest
from answertree.build import Built
from answertree.testing.content import read_yaml
from answertree.testing.html import pages
from answertree.testing.site.test_head import MISSING, canonical, meta, title

from tests.conftest import ROOT, build_site, copy_guide, write_yaml

# As far as the checks let it through: no tags, but all that ends an attribute or starts an entity.
HOSTILE = "\" onload=alert(1) > <3 & 'co' </"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, built: Built) -> Path:
    """The site of a guide whose titles and descriptions would be markup if they were obeyed."""
    root = tmp_path_factory.mktemp("hostile")
    content = copy_guide(root)
    for file in (content / "guide.yml", content / "pages" / f"{built.base.guide.pages[0]}.yml"):
        write_yaml(file, read_yaml(file) | {"title": HOSTILE, "description": HOSTILE})
    return build_site(root, root / "site")


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
