"""Tests wait until a page has done what it does by itself, and no longer."""

from pathlib import Path
from time import sleep

import pytest
from answertree.testing import settled as module
from answertree.testing.phone import Phones
from answertree.testing.settled import settled

from tests.browser.offline.misbehave import Answer, misbehaving

# Each file is late, and asks for the next, first when the page is loaded; the last one comes to
# something a frame later.
FILES = {
    "index.html": """<!doctype html><script type="module" src="assets/1.js"></script>""",
    "assets/1.js": """addEventListener("load", () => import("./2.js"));""",
    "assets/2.js": """import("./3.js");""",
    "assets/3.js": """requestAnimationFrame(() => { document.title = "all"; });""",
}
LATE = 0.8  # seconds: more than the half after which a page is often taken to be ready


def late(whole: Answer) -> Answer:
    sleep(LATE)
    return whole


def test_a_page_has_all_that_it_asks_for_one_after_another(phones: Phones, tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    with misbehaving(tmp_path) as server:
        server.break_("*.js", late)
        phones.address = server.address
        page = phones.open()
        with settled(page):
            page.goto(server.address)
        assert page.title() == "all"


def test_a_page_without_scripts_is_ready_once_it_is_loaded(phones: Phones, address: str) -> None:
    page = phones.open(java_script_enabled=False)
    with settled(page):
        page.goto(address)
    assert page.locator("h1").count() == 1


def test_an_answer_that_never_comes_is_named(
    phones: Phones, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "HANG", 500)
    page = phones.open()
    page.goto(address)
    page.route("**/never.js", lambda route: None)
    with pytest.raises(AssertionError, match=r"not answered: .*/never.js"), settled(page):
        page.evaluate("void import('./assets/never.js')")
