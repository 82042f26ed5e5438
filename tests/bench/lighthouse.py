"""Lighthouse on a phone, for three pages: `make lighthouse`. Whatever is below 100 fails."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from answertree.testing.chromium import NEEDED, find_browser
from answertree.testing.content import read_yaml

from tests.bench.server import free_port, serve
from tests.bench.sites import GUIDE, build_guide
from tests.conftest import CONTENT, ROOT

LIGHTHOUSE = ROOT / ".github/lighthouse/node_modules/lighthouse/cli/index.js"
PAGES = ("", *(f"{name}/" for name in read_yaml(CONTENT / "guide.yml")["pages"][:1]), "decide/")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --ignore-certificate-errors"


def report(node: str, browser: str, address: str) -> dict[str, Any]:
    """What Lighthouse says of a page."""
    done = subprocess.run(
        [
            *(node, str(LIGHTHOUSE), address, "--quiet", "--output=json"),
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={FLAGS}",
        ],
        env={**os.environ, "CHROME_PATH": browser},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def below(found: dict[str, Any]) -> list[str]:
    """What keeps a page from 100, as a sentence each."""
    lines = []
    for name in CATEGORIES:
        category = found["categories"][name]
        if (category["score"] or 0) >= 1:
            continue
        audits = (found["audits"][each["id"]] for each in category["auditRefs"] if each["weight"])
        faults = [a["title"] for a in audits if a["score"] is not None and a["score"] < 0.9]
        lines.append(f"{name} is {100 * (category['score'] or 0):.0f}: {'; '.join(faults)}")
    return lines


def main() -> int:
    """0 when all is 100, 1 when something is not, 2 when Lighthouse cannot run here."""
    node, browser = shutil.which("node"), find_browser()
    if not node or not browser:
        print(NEEDED if node else "Lighthouse needs Node.js 20 or later: https://nodejs.org")
        return 2
    failed = False
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        build_guide(root, f"https://localhost:{port}/")
        with serve(root, port) as server:
            print(f"| page | {' | '.join(CATEGORIES)} | first paint | largest paint | blocking |")
            print(f"| --- {'| ---: ' * (len(CATEGORIES) + 3)}|")
            for page in PAGES:
                found = report(node, browser, f"{server.address}{GUIDE}/{page}")
                scores = [100 * (found["categories"][name]["score"] or 0) for name in CATEGORIES]
                times = [
                    found["audits"][audit]["displayValue"]
                    for audit in (
                        "first-contentful-paint",
                        "largest-contentful-paint",
                        "total-blocking-time",
                    )
                ]
                print(f"| /{page} | {' | '.join([*(f'{s:.0f}' for s in scores), *times])} |")
                for line in below(found):
                    failed = True
                    print(f"Below 100 on /{page}: {line}", file=sys.stderr)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
