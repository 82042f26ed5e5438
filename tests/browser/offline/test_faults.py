"""A new version arrives whole or not at all, whatever goes wrong on its way."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.offline import misbehave
from tests.browser.offline.misbehave import Fault, Server
from tests.browser.offline.reader import CHANGED, Reader, expect_edition, expect_only_this

# In a single file, which the worker has to notice; in the worker, and so in no version at all; or
# in everything, so that pages must not come from the network either.
FAULTS: list[tuple[str, Fault]] = [
    (CHANGED, misbehave.missing),
    (CHANGED, misbehave.error),
    (CHANGED, misbehave.truncated),
    (CHANGED, misbehave.cut_off),
    (CHANGED, misbehave.corrupt),
    (CHANGED, misbehave.dead),
    (CHANGED, misbehave.portal),
    (CHANGED, misbehave.sent_away),
    (CHANGED, misbehave.a_part),
    (CHANGED, misbehave.the_whole_as_a_part),
    (CHANGED, misbehave.not_modified),
    ("sw.js", misbehave.missing),
    ("*", misbehave.error),
    ("*", misbehave.dead),
    ("*", misbehave.portal),
    ("*", misbehave.sent_away),
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
