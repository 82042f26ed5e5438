"""Tries every address that a built site links to elsewhere: check_links.py SITE CONTENT.

Prints each one that failed, with the line of content it stands on, or else the page. Exits with 1
if there is any. A host that answers, but refuses robots, is a warning: its page may well be there.
"""

import sys
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urldefrag
from urllib.request import Request, urlopen

TIMEOUT = 20
PAUSES = (2, 8)  # seconds before the second and the third try
REFUSALS = {401, 403, 429, 999}
HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; link check)", "Accept": "*/*"}


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value and value.startswith(("http://", "https://")):
                self.found.add(urldefrag(value).url)


def links(site: Path) -> dict[str, list[Path]]:
    """Every address elsewhere, with the pages that link to it."""
    pages = defaultdict(list)
    for page in sorted(site.rglob("*.html")):
        parser = _Links()
        parser.feed(page.read_text(encoding="utf-8"))
        for address in parser.found:
            pages[address].append(page)
    return dict(sorted(pages.items()))


def fault(address: str) -> str | int | None:
    """None when the address answers, else the status or what went wrong, after three tries."""
    answer: str | int | None = None
    for pause in (0, *PAUSES):
        time.sleep(pause)
        for method in ("HEAD", "GET"):  # some hosts answer only the second
            answer = _ask(address, method)
            if answer is None:
                return None
        if answer in {404, 410}:
            break
    return answer


def _ask(address: str, method: str) -> str | int | None:
    plain = quote(address, safe="%/:=&?~#+!$,;'@()*[]")
    try:
        with urlopen(Request(plain, headers=HEADERS, method=method), timeout=TIMEOUT):
            return None
    except HTTPError as error:
        return error.code
    except (OSError, HTTPException, ValueError) as error:
        return str(error) or type(error).__name__


def places(address: str, pages: list[Path], content: Path) -> list[tuple[Path, int]]:
    """Where to fix it: the lines of content that name the address, or else the first page."""
    lines = [
        (file, number)
        for file in sorted(content.rglob("*.yml"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if address in line
    ]
    return lines or [(pages[0], 1)]


def main(site: Path, content: Path) -> int:
    """Try them all, and say which failed."""
    if not (site / "index.html").is_file():
        print(f"::error::There is no site in {site}.")
        return 1
    found = links(site)
    with ThreadPoolExecutor(max_workers=8) as pool:
        faults = dict(zip(found, pool.map(fault, found), strict=True))
    failed = 0
    for address, answer in faults.items():
        if answer is None:
            continue
        level = "warning" if answer in REFUSALS else "error"
        failed += level == "error"
        text = f"{address} ({answer})".replace("%", "%25").replace("\r", "").replace("\n", " ")
        for file, line in places(address, found[address], content):
            print(f"::{level} file={file},line={line}::{file}:{line}: {text}")
    print(f"{len(found)} addresses tried, {failed} failed.")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
