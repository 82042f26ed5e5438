"""The built site, read with BeautifulSoup."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from tests.conftest import SITE_URL

# What the site's address ends in: a project's pages stand below its name, not at the top.
BASE = urlsplit(SITE_URL).path
HOST = SITE_URL.removesuffix(BASE)


@dataclass(frozen=True)
class HtmlPage:
    """A page of the built site; `address` is where it stands in the site, such as `decide/`."""

    folder: Path
    address: str

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The parsed page."""
        file = self.folder / self.address
        file = file / "index.html" if self.address.endswith("/") or not self.address else file
        return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")

    @cached_property
    def ids(self) -> list[str]:
        """Every id, as often as it is there."""
        return [str(tag["id"]) for tag in self.soup.find_all(id=True)]

    @property
    def content(self) -> Tag:
        """What the generator wrote of the page, without what the theme puts around it."""
        found = self.soup.select_one("article") or self.soup.select_one("main")
        assert found, f"{self.address} has no content"
        return found

    def addresses(self, within: Tag | None = None) -> Iterator[str]:
        """Every address that the page links to or loads."""
        for tag in (within or self.soup).find_all(True):
            for attribute in ("href", "src", "action"):
                if tag.has_attr(attribute):
                    yield str(tag[attribute])

    def target(self, address: str) -> tuple[str, str] | None:
        """The place in the site, and the anchor, that an address leads to; None when outside."""
        parts = urlsplit(address.removeprefix(HOST))
        if parts.scheme or parts.netloc:
            return None
        path = unquote(parts.path)
        if path.startswith("/"):
            assert f"{path}/".startswith(BASE), f"{address} is outside the guide"
            path = "/" + path.removeprefix(BASE)
        here = self.address.rpartition("/")[0]
        joined = normpath(f"/{here}/{path}" if not path.startswith("/") else path)
        full = joined.strip("/").removeprefix(".")
        if not path:
            return self.address, unquote(parts.fragment)
        if path.endswith(("/", ".")) and full:
            full += "/"
        return full, unquote(parts.fragment)


def pages(folder: Path) -> list[HtmlPage]:
    """Every page of the built site, in order of address."""
    found = sorted(folder.rglob("*.html"))
    return [
        HtmlPage(folder, path.relative_to(folder).as_posix().removesuffix("index.html"))
        for path in found
    ]
