"""A page at an old address leads on: to the same section with JavaScript, and without it too."""

from collections.abc import Iterator

import pytest
from answertree.build import Built
from answertree.testing.content import read_yaml
from answertree.testing.publish import serve
from playwright.sync_api import Browser, expect

from tests.conftest import build_site, copy_guide, write_yaml

BESIDE = {
    "title": "Beside the menu",
    "description": "It is linked and not listed.",
    "lead": "A page like any other.",
    "formerly": ["an-old-address-beside"],
}


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory, built: Built) -> Iterator[str]:
    """Where a guide is served of which a page of the menu and one beside it have old addresses."""
    root = tmp_path_factory.mktemp("moved")
    content = copy_guide(root)
    file = content / "pages" / f"{built.base.guide.pages[0]}.yml"
    write_yaml(file, read_yaml(file) | {"formerly": ["an-old-address"]})
    write_yaml(content / "pages" / "beside-the-menu.yml", BESIDE)
    unlisted = [*built.base.guide.unlisted, "beside-the-menu"]
    write_yaml(content / "guide.yml", read_yaml(content / "guide.yml") | {"unlisted": unlisted})
    with serve(build_site(root, root / "site")) as address:
        yield address


@pytest.mark.parametrize("beside", [False, True], ids=["in the menu", "beside it"])
@pytest.mark.parametrize(("script", "section"), [(True, "#a-section"), (True, ""), (False, "")])
def test_an_old_address_leads_to_the_new_one(
    browser: Browser, moved: str, built: Built, script: bool, section: str, beside: bool
) -> None:
    old = "an-old-address-beside" if beside else "an-old-address"
    new = "beside-the-menu" if beside else built.base.guide.pages[0]
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{moved}{old}/{section}", wait_until="commit")
    expect(page).to_have_url(f"{moved}{new}/{section}")
    assert wrong == []
    context.close()
