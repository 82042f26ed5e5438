"""A page at an old address leads on: to the same section with JavaScript, and without it too."""

from collections.abc import Iterator

import pytest
from answertree.build import Built
from playwright.sync_api import Browser, expect

from tests.browser.publish import serve
from tests.conftest import build_site, copy_guide, read_yaml, write_yaml


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory, built: Built) -> Iterator[str]:
    """Where a guide is served of which a page has an old address too."""
    root = tmp_path_factory.mktemp("moved")
    file = copy_guide(root) / "pages" / f"{built.base.guide.pages[0]}.yml"
    write_yaml(file, read_yaml(file) | {"formerly": ["an-old-address"]})
    with serve(build_site(root, root / "site")) as address:
        yield address


@pytest.mark.parametrize(("script", "section"), [(True, "#a-section"), (True, ""), (False, "")])
def test_an_old_address_leads_to_the_new_one(
    browser: Browser, moved: str, built: Built, script: bool, section: str
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{moved}an-old-address/{section}", wait_until="commit")
    expect(page).to_have_url(f"{moved}{built.base.guide.pages[0]}/{section}")
    assert wrong == []
    context.close()
