"""The recipe: build three sites, visit their pages in turn, hold the guide to its budgets."""

import argparse
import gzip
import sys
import tempfile
from pathlib import Path

from answertree.testing.chromium import NEEDED, find_browser
from answertree.testing.content import read_yaml
from playwright.sync_api import Browser, sync_playwright

from tests.bench import budgets, proofs, scale, taps
from tests.bench.phone import Visit, middle, visit
from tests.bench.server import LEVEL, Server, free_port, serve
from tests.bench.sites import GUIDE, HTML, MATERIAL, build_all
from tests.conftest import CONTENT

NAMES = read_yaml(CONTENT / "guide.yml")["pages"][:2]
PAGES = {"home": "", **{name: f"{name}/" for name in NAMES}, "decide": budgets.DECIDE}
SITES = (GUIDE, MATERIAL, HTML)
Measured = dict[str, dict[str, list[Visit]]]


def measure(browser: Browser, server: Server, runs: int) -> Measured:
    """Visit each page of each site so often, in turn, so that a slow moment hits them all."""
    found: Measured = {page: {site: [] for site in SITES} for page in PAGES}
    for run in range(runs + 1):
        for page, path in PAGES.items():
            for site in SITES:
                seen = visit(browser, server, f"{site}/{path}")
                if run:  # the first round warms everything up
                    found[page][site].append(seen)
    return found


def table(measured: Measured) -> str:
    """The medians, as Markdown; the last two columns compare the fastest visits."""
    lines = [
        "| page | site | bytes | requests | first paint ms | largest paint ms | blocking ms "
        "| shift | paint / Material | paint / HTML |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for page, sites in measured.items():
        for site, visits in sites.items():
            m = middle(visits)
            ratios = [f"{budgets.ratio(visits, sites[other]):.2f}" for other in (MATERIAL, HTML)]
            lines.append(
                f"| {page} | {site} | {m.bytes:,.0f} | {m.requests:.0f} | {m.paint:.0f} "
                f"| {m.largest:.0f} | {m.blocking:.0f} | {m.shift:.3f} | {' | '.join(ratios)} |"
            )
    return "\n".join(lines)


def main() -> int:
    """0 when every budget is kept, 1 with a sentence for each that is not."""
    arguments = argparse.ArgumentParser(prog="python -m tests.bench")
    arguments.add_argument("--runs", type=int, default=4)
    runs = arguments.parse_args().runs
    browser_path = find_browser()
    if not browser_path:
        sys.exit(NEEDED)
    port = free_port()
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
    ):
        root = Path(folder)
        build_all(root, f"https://localhost:{port}/")
        with serve(root, port) as server:
            # Requests that would leave the machine fail at once instead of waiting.
            rules = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"
            browser = playwright.chromium.launch(executable_path=browser_path, args=[rules])
            measured = measure(browser, server, runs)
            tapped = list(taps.measure(browser, server))
            browser.close()
        page = (root / GUIDE / budgets.DECIDE / "index.html").read_bytes()
        first = len(gzip.compress(budgets.first_step(page), LEVEL, mtime=0))
    print(table(measured))
    print(f"\nThe decision page up to its first step, gzip: {first:,} bytes\n")
    print("\n".join(scale.table(iter(tapped))))
    scale.main()
    proved = proofs.measure()
    print(f"\n{proofs.table(proved)}")
    broken = [*budgets.broken(measured, first), *proofs.broken(proved)]
    for sentence in broken:
        print(f"\nOver budget: {sentence}", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
