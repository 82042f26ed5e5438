"""A reader's phone with the guide kept on it: what its worker holds, and what the page shows."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from answertree.publishing.service_worker import WORKER, add_worker
from answertree.testing.offline import wait_until, wait_until_kept
from answertree.testing.phone import HANG
from playwright.sync_api import Locator, Page, expect

from tests.browser.offline.misbehave import Server, dead

CHANGED = "assets/styles/site.css"  # in every edition
NEIGHBOURS = ["offline /other/ 1", "offline /guide/sub/ 1", "offline", "other"]  # others' caches

# From a worker to the state in which it no longer is "installing", for better or worse.
SETTLED = f"""(worker) => new Promise((done) => {{
    const look = () => {{ if (worker.state !== "installing") done(worker.state); }};
    worker.addEventListener("statechange", look);
    setTimeout(() => done("nothing, for {HANG} ms"), {HANG});
    look();
}})"""
INSTALL = f"""async (address) => {{
    const options = {{ updateViaCache: "none" }};
    const registration = await navigator.serviceWorker.register(address, options);
    const coming = registration.installing;
    return coming ? ({SETTLED})(coming) : "installed before";
}}"""
UPDATE = f"""async () => {{
    const registration = await navigator.serviceWorker.getRegistration();
    try {{ await registration.update(); }} catch {{ return "no worker"; }}
    const coming = registration.installing;
    if (coming) return ({SETTLED})(coming);
    return registration.waiting ? "installed" : "nothing new";
}}"""
COPIES = """async () => {
    const own = (await caches.keys()).filter((name) => name.startsWith("offline /guide/ "));
    const kept = await Promise.all(own.map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().length;
}"""
FORGET = """caches.keys()
    .then((names) => Promise.all(names.map((name) => caches.delete(name))))"""
LOSE = """async (path) => {
    for (const name of await caches.keys()) {
        const url = new URL(path, new URL("/guide/", location.href));
        await (await caches.open(name)).delete(url, { ignoreSearch: true });
    }
}"""


def edition(site: Path, folder: Path, name: str, offline: bool = True) -> Path:
    """A version of the site that says its name in each page and in the theme's style sheet."""
    shutil.copytree(site, folder)
    for page in folder.rglob("*.html"):
        text = page.read_text("utf-8")
        page.write_text(text.replace("</main>", f'<p id="edition">{name}</p></main>'), "utf-8")
    with (folder / CHANGED).open("a") as style:
        style.write(f"#edition::after {{ content: '{name}' }}")
    paths = (path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    add_worker(files, offline)
    (folder / WORKER).write_bytes(files[WORKER])
    return folder


@dataclass(frozen=True)
class Reader:
    """A tab on a phone."""

    page: Page
    address: str

    def open(self, path: str = "") -> None:
        """Go to a page by its address below the site's own."""
        self.page.goto(self.address + path)

    def wait_until_kept(self) -> None:
        """Until the worker has kept the whole guide, and looks after this page."""
        wait_until_kept(self.page)

    def install(self) -> str:
        """Do what a page does when it opens; gives the state that the worker gets to."""
        return cast(str, self.page.evaluate(INSTALL, f"{self.address}sw.js"))

    def update(self) -> str:
        """Look for a new version; gives the state it gets to: only "installed" is a success."""
        return cast(str, self.page.evaluate(UPDATE))

    def until(self, condition: str) -> None:
        """Until this is true, or a promise of what is."""
        wait_until(self.page, condition)

    def caches(self) -> list[str]:
        return cast(list[str], self.page.evaluate("caches.keys()"))

    def copies(self) -> int:
        """How many files of the guide are kept, of whatever version."""
        return cast(int, self.page.evaluate(COPIES))

    def registrations(self) -> int:
        found = self.page.evaluate(
            "navigator.serviceWorker.getRegistrations().then((r) => r.length)"
        )
        return cast(int, found)

    @property
    def edition(self) -> Locator:
        return self.page.locator("#edition")

    @property
    def offer(self) -> Locator:
        return self.page.get_by_role("complementary", name="New version")

    def style_of(self) -> str:
        """The edition of the style sheet that this page wears."""
        style = "getComputedStyle(document.querySelector('#edition'), '::after').content"
        return cast(str, self.page.evaluate(style)).strip('"')


def expect_edition(reader: Reader, name: str) -> None:
    """Pages of both templates are of this edition, and so is what they wear."""
    for path in ("", "decide/"):
        reader.open(path)
        expect(reader.edition).to_have_text(name)
        if not path:
            assert reader.style_of() == name


def expect_only_this(reader: Reader, server: Server, name: str) -> None:
    """The phone has this edition whole, also without the network, and nothing of another."""
    server.break_("*", dead)
    expect_edition(reader, name)
    server.mend()
    own = [cache for cache in reader.caches() if cache not in NEIGHBOURS]
    assert len(own) == 1
    assert set(NEIGHBOURS) < set(reader.caches())
