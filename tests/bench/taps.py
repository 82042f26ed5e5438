"""A tap on the decision page, and its first paint, beside bare HTML.

Both have the same steps, 40 to 5,000 of them. The bare page has them one below the other, with no
style and no script.
"""

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from answertree.knowledge.addresses import anchor
from answertree.knowledge.graph import Edge, build_graph
from answertree.reading.load import load
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from tests.bench import budgets, rivals
from tests.bench.cpu import cost, python
from tests.bench.made_content import write_content
from tests.bench.phone import Visit, phone, visit
from tests.bench.scale import Row
from tests.bench.server import LEVEL, Server
from tests.bench.sites import bare_page, in_plain_elements

ENTRIES = 60
REACH = {40: 1.3, 500: 1.3, 5_000: 1.5}  # of the bare page's time, by the number of steps
LARGEST = 60  # kB
SLOWDOWN = 6
TAPS = 12  # at answers from all over the tree
ROUNDS = {40: 10, 500: 2, 5_000: 1}  # the less a tap takes, the more noise there is in it
PAINTS = 2
LOADS = 3  # of a page of a single word
OURS, BARE, SINGLE, WORDS = "ours", "bare", "single", "words"
ONE_AT_A_TIME = "<style>section:not(:target) { display: none }</style>"
TO_STEP = re.compile(r"(?:\.\./[\w-]+/)?#")

ACROSS = """([step, to]) => {
  const links = document.getElementById(step).querySelectorAll("a");
  const link = [...links].find(({ hash }) => hash === `#${to}`);
  setTimeout(() => link.click(), 0);
  return performance.timeOrigin + performance.now();
}"""
PAINTED = """(began) => {
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  const origin = performance.timeOrigin;
  return origin > began && paint && origin + paint.startTime - began;
}"""

# To the first task after the frame that has the step in sight. It is urgent: if it were not, the
# page would first be told that the browser went there, and do what it does then.
TAP = """([step, to]) => new Promise((done) => {
  const links = document.getElementById(step).querySelectorAll("a");
  const link = [...links].find(({ hash }) => hash === `#${to}`);
  const next = document.getElementById(to);
  const end = () => done(performance.now() - began);
  const look = () => {
    const { top, height } = next.getBoundingClientRect();
    if (!height || top < -1 || top >= innerHeight) return void requestAnimationFrame(look);
    scheduler.postTask(end, { priority: "user-blocking" });
  };
  const began = performance.now();
  link.click();
  requestAnimationFrame(look);
})"""
GO = """(step) => new Promise((done) => {
  location.hash = step;
  const whenIdle = () => requestIdleCallback(done); // by then nothing moves any more
  setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(whenIdle)), 0);
})"""


@dataclass(frozen=True)
class Tap:
    """An answer to be tapped: the address of the page that its step is on, the step, the next."""

    page: str
    step: str
    to: str


def measure(browser: Browser, server: Server) -> Iterator[Row]:
    """Build the two sites of each size below the server's folder, and measure one after another."""
    for steps, reach in REACH.items():
        taps, across = _build(server.root, steps)
        found: dict[str, list[float]] = {site: [] for site in taps}
        for _ in range(ROUNDS[steps]):
            for site, on_site in taps.items():
                found[site] += _tap_all(browser, f"{server.address}{site}/", on_site)
        ours, bare, *single = map(median, found.values())
        least = (single[0] / bare, "bare HTML, one step at a time") if single else None
        yield Row(f"tap, {steps:,} steps / bare HTML", ours / bare, reach, least)
        if across:
            times = _tap_across(browser, f"{server.address}{next(iter(taps))}/", across)
            words = _tap_across(browser, f"{server.address}{WORDS}/", _words(server.root))
            what = f"tap onto another page, {steps:,} steps / bare HTML"
            least = median(words) / bare, "a page of a single word"
            yield Row(what, median(times) / bare, reach, least)
        visits: list[list[Visit]] = [[], []]  # of ours and of the bare page
        for _ in range(PAINTS):
            for seen, site in zip(visits, taps, strict=False):
                seen.append(visit(browser, server, f"{site}/{budgets.DECIDE}"))
        paint = budgets.ratio(*visits)
        yield Row(f"first paint, {steps:,} steps / bare HTML", paint, budgets.PAINT)
        pages = (server.root / next(iter(taps))).glob("decide*/index.html")
        sizes = (len(gzip.compress(file.read_bytes(), LEVEL, mtime=0)) for file in pages)
        yield Row(f"largest page of steps, {steps:,} steps, kB packed", max(sizes) / 1000, LARGEST)


def _build(root: Path, steps: int) -> tuple[dict[str, list[Tap]], list[Tap]]:
    """Build our site of so many steps and a bare page of them; of the smallest size, where a tap
    costs most beside the bare page, also a bare page that shows a single step.

    Gives the taps on each, and those on ours that lead from one of its pages to another.
    """
    ours, *others = (f"{site}-{steps}" for site in (OURS, BARE, SINGLE))
    if steps > min(REACH):
        others.remove(f"{SINGLE}-{steps}")
    project = root / "made" / ours
    write_content(project / "content", ENTRIES, steps)
    rivals.write_ours(project)
    cost(python(project, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(root / ours)))
    pages = {
        file.parent.name: BeautifulSoup(file.read_text("utf-8"), "html.parser")
        for file in sorted((root / ours).glob("decide*/index.html"))
    }
    page_of = {str(tag["id"]): name for name, soup in pages.items() for tag in soup.select(".step")}
    text = _bare(list(pages.values()))
    for site, style in zip(others, ("", ONE_AT_A_TIME), strict=False):
        file = root / site / budgets.DECIDE / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(bare_page("Steps", style + text), encoding="utf-8")
    edges = [(anchor(edge.source), anchor(edge.target)) for edge in _edges(project / "content")]
    within = _some(edge for edge in edges if page_of[edge[0]] == page_of[edge[1]])
    across = _some(edge for edge in edges if page_of[edge[0]] != page_of[edge[1]])
    on_ours = [
        [Tap(f"{page_of[step]}/", step, to) for step, to in each] for each in (within, across)
    ]
    on_bare = [Tap(budgets.DECIDE, step, to) for step, to in within]
    return {ours: on_ours[0], **dict.fromkeys(others, on_bare)}, on_ours[1]


def _words(root: Path) -> list[Tap]:
    """Write two pages of a single word, and give the taps that lead from one to the other."""
    for name, text in (
        ("one", '<p id="one"><a href="../two/#two">Two</a>'),
        ("two", '<p id="two">2'),
    ):
        file = root / WORDS / name / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(bare_page("Words", text), encoding="utf-8")
    return [Tap("one/", "one", "two")] * LOADS


def _some(edges: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """A few of them, from all over the tree."""
    found = list(edges)
    return found[:: max(1, len(found) // TAPS)][:TAPS]


def _edges(content: Path) -> Iterator[Edge]:
    for edges in build_graph(load(content).base).edges.values():
        yield from edges


def _bare(pages: list[BeautifulSoup]) -> str:
    """All that the pages have in `<main>`, in plain elements."""
    parts = []
    for soup in pages:
        content = soup.select_one("main")
        assert content
        for tag in content.select("[href]"):
            tag["href"] = TO_STEP.sub("#", str(tag["href"]), count=1)
        parts.append(
            in_plain_elements(
                content,
                without="script, style, svg, #clock, .elsewhere",
                unwrapped="div, details, summary, span",
            )
        )
    return "".join(parts)


def _tap_all(browser: Browser, address: str, taps: list[Tap]) -> list[float]:
    """The milliseconds from each tap to the step that it leads to, painted."""
    found = []
    here = ""
    with phone(browser, SLOWDOWN) as (page, _):
        for tap in taps:
            if tap.page != here:
                here = tap.page
                page.goto(address + here, wait_until="networkidle")
                page.evaluate(GO, tap.step)
                page.evaluate(TAP, [tap.step, tap.to])  # the first one brings what later ones have
            page.evaluate(GO, tap.step)
            found.append(page.evaluate(TAP, [tap.step, tap.to]))
    return found


def _tap_across(browser: Browser, address: str, taps: list[Tap]) -> list[float]:
    """The same of taps that lead to another page."""
    found = []
    with phone(browser, SLOWDOWN) as (page, _):
        for tap in taps:
            page.goto(address + tap.page, wait_until="networkidle")
            page.evaluate(GO, tap.step)
            began = page.evaluate(ACROSS, [tap.step, tap.to])
            page.wait_for_url(f"**/#{tap.to}", wait_until="networkidle")
            found.append(page.wait_for_function(PAINTED, arg=began).json_value())
    return found
