"""Finding a browser, and getting one where there is none."""

from collections.abc import Callable

import pytest
from answertree.testing.chromium import NEEDED, find_browser

from tests.browser.install import Command, commands, install


def none(_: str) -> None:
    return None


def only(*places: str) -> Callable[[str], bool]:
    return lambda place: place in places


@pytest.mark.parametrize(
    ("environ", "on_path", "places", "found"),
    [
        ({"CHROME_PATH": "/my/chrome"}, ["/my/chrome", "chromium"], [], "/my/chrome"),
        ({"CHROME_PATH": "/not/there"}, ["chromium"], ["/own/chrome"], None),
        ({}, ["google-chrome", "chromium"], [], "chromium"),
        ({}, ["chromium", "chromium-headless-shell"], [], "chromium-headless-shell"),
        ({}, ["google-chrome-stable"], [], "google-chrome-stable"),
        ({}, [], ["/Applications/Chromium.app/Contents/MacOS/Chromium"], "/Applications/Chromium"),
        (
            {"LOCALAPPDATA": "C:/Users/me/AppData/Local"},
            [],
            ["C:/Users/me/AppData/Local/Google/Chrome/Application/chrome.exe"],
            "C:/Users/me",
        ),
        ({}, [], ["/own/chrome"], "/own/chrome"),
        ({}, [], [], None),
    ],
)
def test_find_browser(
    environ: dict[str, str], on_path: list[str], places: list[str], found: str | None
) -> None:
    path = find_browser(
        environ,
        which=lambda name: name if name in on_path else None,
        exists=only(*places),
        of_playwright=lambda: "/own/chrome",
    )
    assert path is None if found is None else path and path.startswith(found)


def test_as_root_the_system_is_asked_first() -> None:
    (update, shell), (package,), (playwright,) = commands(root=True, apt=True, fonts=False)
    assert update == ["apt-get", "update"]
    assert shell[-2:] == ["chromium-headless-shell", "fonts-dejavu-core"]
    assert package[-2:] == ["chromium", "fonts-dejavu-core"]
    assert playwright[-2:] == ["--with-deps", "chromium"]


@pytest.mark.parametrize(("root", "apt"), [(False, True), (True, False)])
def test_else_playwright_downloads_one(root: bool, apt: bool) -> None:
    [[command]] = commands(root, apt, fonts=True)
    assert command[1:] == ["-m", "playwright", "install", "chromium"]


def test_nothing_is_run_when_there_is_a_browser() -> None:
    def run(command: Command) -> bool:
        raise AssertionError(command)

    ways = commands(root=True, apt=True, fonts=True)
    assert install(ways, find=lambda: "/usr/bin/chromium", run=run) == 0


def test_the_next_way_is_tried_when_one_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROME_PATH", raising=False)
    ran: list[Command] = []

    def run(command: Command) -> bool:
        ran.append(command)
        return command == ["works"]

    ways: list[list[Command]] = [[["fails"], ["never run"]], [["works"]]]
    assert install(iter(ways), find=lambda: "found" if ["works"] in ran else None, run=run) == 0
    assert ran == [["fails"], ["works"]]


@pytest.mark.parametrize("chrome_path", ["", "/not/there"])
def test_one_line_says_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], chrome_path: str
) -> None:
    monkeypatch.setenv("CHROME_PATH", chrome_path)
    assert install(iter([[["fails"]]]), find=lambda: None, run=lambda _: False) == 1
    assert capsys.readouterr().err == f"{NEEDED}\n"
