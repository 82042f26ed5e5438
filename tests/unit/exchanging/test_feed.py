"""The feed of changes: an entry for each day on which readers notice something."""

import os
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as xml

import pytest
from answertree.exchanging.feed import DAYS, feed
from answertree.reading.language import load_language
from answertree.reading.load import load

from tests.unit.content import apply, copied

ENGLISH = load_language("en")
SITE_URL = "https://example.org/guide/"
ATOM = "{http://www.w3.org/2005/Atom}"
SOCKET = "faq/socket.yml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The small guide, committed on the first of January."""
    folder = copied(tmp_path)
    subprocess.run(["git", "-C", str(tmp_path), "init", "-q", "-b", "main"], check=True)
    commit(folder, "2030-01-01T12:00:00Z", {})
    return folder


def commit(content: Path, date: str, change: dict[str, Any]) -> None:
    for name, edit in change.items():
        apply(content / name, edit)
    git = ["git", "-C", str(content), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    environment = {**os.environ, "GIT_COMMITTER_DATE": date}
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "x"], check=True, env=environment)


def text(content: Path) -> str:
    return feed(content, load(content).base, ENGLISH, SITE_URL)


def entries(content: Path) -> list[xml.Element]:
    root = xml.fromstring(text(content))
    assert root.tag == f"{ATOM}feed"
    return root.findall(f"{ATOM}entry")


def said(element: xml.Element, tag: str) -> str:
    found = element.findtext(f"{ATOM}{tag}")
    assert found
    return found


def short(words: str) -> dict[str, str]:
    return {"replace": "short: Plug in a lamp.", "with": f"short: {words}"}


def test_the_birth_of_a_guide_is_no_change(content: Path) -> None:
    assert text(content) == ""


def test_a_day_is_an_entry_of_what_changed_since_the_day_before(content: Path) -> None:
    commit(content, "2030-01-02T08:00:00Z", {SOCKET: short("Plug in a radio.")})
    commit(
        content,
        "2030-01-02T09:30:00Z",
        {"faq/tea.yml": "ask: What about tea & <scones>?\ntopic: water\nshort: No.\nanswer: No.\n"},
    )
    (entry,) = entries(content)
    title = "New: What about tea & <scones>? · Changed: How do I test a socket?"
    assert said(entry, "title") == title
    assert said(entry, "updated") == "2030-01-02T09:30:00Z"
    assert said(entry, "id") == f"{SITE_URL}changes.xml#2030-01-02"
    html = said(entry, "content")
    assert f'<a href="{SITE_URL}answers/#tea">What about tea &amp; &lt;scones&gt;?</a>' in html
    assert "<p><del>Plug in a lamp.</del> <ins>Plug in a radio.</ins></p>" in html


def test_the_newest_day_comes_first_and_dates_the_feed(content: Path) -> None:
    commit(content, "2030-01-02T08:00:00Z", {SOCKET: short("One.")})
    commit(content, "2030-01-03T08:00:00Z", {SOCKET: {"replace": "short: One", "with": "short: 2"}})
    assert [said(each, "updated")[:10] for each in entries(content)] == ["2030-01-03", "2030-01-02"]
    root = xml.fromstring(text(content))
    assert said(root, "updated") == "2030-01-03T08:00:00Z"
    assert said(root, "title") == "The Kettle Guide: what has changed"
    assert said(root, "id") == f"{SITE_URL}changes.xml"


def test_a_day_without_news_is_no_entry(content: Path) -> None:
    commit(content, "2030-01-02T08:00:00Z", {SOCKET: {"replace": "order: 20", "with": "order: 5"}})
    assert text(content) == ""


def test_what_is_gone_is_named_without_a_link(content: Path) -> None:
    change: dict[str, Any] = {"rules/leave-it-shut.yml": None}
    commit(content, "2030-01-02T08:00:00Z", change)
    (entry,) = entries(content)
    assert said(entry, "title") == "Gone: Don’t open the base"
    assert said(entry, "content") == "<h3>Gone</h3><ul><li>Don’t open the base</li></ul>"


def test_a_link_that_no_longer_leads_anywhere_is_left_out(content: Path) -> None:
    commit(content, "2030-01-02T08:00:00Z", {SOCKET: short("One.")})
    base = load(content).base
    later = base.with_entries(faq={"scale": base.faq["scale"]})
    assert "<a href" not in feed(content, later, ENGLISH, SITE_URL)


def test_many_things_are_counted_in_the_title_and_listed_below_it(content: Path) -> None:
    topic = "topic: water\nshort: No.\nanswer: No.\n"
    change = {f"faq/new-{number}.yml": f"ask: Why {number}?\n{topic}" for number in range(4)}
    commit(content, "2030-01-02T08:00:00Z", change)
    (entry,) = entries(content)
    assert said(entry, "title") == "New: Why 0?; Why 1? and 2 more"
    assert said(entry, "content").count("<li>") == 4


def test_content_that_could_not_be_read_is_passed_over(content: Path) -> None:
    broken = {"replace": "topic: power", "with": "topik: power"}
    commit(content, "2030-01-02T08:00:00Z", {SOCKET: [broken, short("Plug in a radio.")]})
    assert text(content) == ""
    mended = {"replace": "topik: power", "with": "topic: power"}
    commit(content, "2030-01-03T08:00:00Z", {SOCKET: mended})
    (entry,) = entries(content)
    assert said(entry, "updated") == "2030-01-03T08:00:00Z"
    assert "New" not in said(entry, "title")
    assert "radio" in said(entry, "content")


def test_the_last_days_are_in_the_feed_and_no_more(content: Path) -> None:
    was = "Plug in a lamp."
    for day in range(2, DAYS + 6):
        edit = {"replace": f"short: {was}", "with": f"short: Day {day}."}
        was = f"Day {day}."
        commit(content, f"2030-01-{day:02}T08:00:00Z", {SOCKET: edit})
    days = [said(entry, "updated")[8:10] for entry in entries(content)]
    assert days == [f"{day:02}" for day in range(DAYS + 5, 5, -1)]


def test_slots_are_told_as_readers_see_them(content: Path) -> None:
    edit = {"replace": "My {model} stays cold.", "with": "My {model} is cold."}
    commit(content, "2030-01-02T08:00:00Z", {"scripts/letter.yml": edit})
    (entry,) = entries(content)
    assert "<ins>My model of the kettle is cold.</ins>" in said(entry, "content")


def test_without_history_there_is_no_feed(tmp_path: Path) -> None:
    assert text(copied(tmp_path)) == ""


def test_the_same_history_is_the_same_feed(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(content, "2030-01-02T08:00:00Z", {SOCKET: short("One.")})
    once = text(content)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert text(content) == once
    assert once.endswith("</feed>\n")
