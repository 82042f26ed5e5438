"""A new version arrives whole or not at all, whatever goes wrong on its way."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.offline import misbehave
from tests.browser.offline.misbehave import Fault, Server
from tests.browser.offline.reader import CHANGED, Reader, expect_edition, expect_only_this

FAULTS: list[tuple[str, Fault]] = [
    (pattern, fault)
    for fault in (
        misbehave.missing,
        misbehave.error,
        misbehave.truncated,
        misbehave.cut_off,
        misbehave.corrupt,
        misbehave.dead,
        misbehave.portal,
        misbehave.sent_away,
    )
    for pattern in (CHANGED, "sw.js", "*")
    # A bit that is another in a comment of the worker's may well be harmless.
    if (pattern, fault) != ("sw.js", misbehave.corrupt)
    and (pattern, fault) != ("*", misbehave.corrupt)
]
FAULTS += [
    (CHANGED, misbehave.a_part),
    (CHANGED, misbehave.the_whole_as_a_part),
    (CHANGED, misbehave.not_modified),
]


@pytest.mark.parametrize(
    ("pattern", "fault"), FAULTS, ids=[f"{fault.__name__} {pattern}" for pattern, fault in FAULTS]
)
def test_a_version_that_does_not_arrive_whole_changes_nothing(
    reader: Reader, server: Server, second: Path, pattern: str, fault: Fault
) -> None:
    server.folder = second
    server.break_(pattern, fault)
    server.asked.clear()
    assert reader.update() != "installed"
    assert (CHANGED if pattern == CHANGED else "sw.js") in server.asked
    expect_edition(reader, "first")
    expect_only_this(reader, server, "first")
    assert reader.update() == "installed", "after all is mended"
    expect(reader.offer).to_be_visible()


def test_a_full_phone_keeps_the_version_that_it_has(
    reader: Reader, server: Server, second: Path
) -> None:
    session = reader.page.context.new_cdp_session(reader.page)
    origin = server.address.removesuffix("/guide/")
    used = reader.page.evaluate("navigator.storage.estimate().then((now) => now.usage)")
    quota = {"origin": origin, "quotaSize": used + 10_000}
    session.send("Storage.overrideQuotaForOrigin", quota)
    server.folder = second
    assert reader.update() == "redundant"
    expect_only_this(reader, server, "first")
