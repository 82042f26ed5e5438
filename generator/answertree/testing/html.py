"""The built site, read with BeautifulSoup."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from answertree.reading.content_folder import GUIDE_FILE


@dataclass(frozen=True)
class HtmlPage:
    """A page of the built site; `address` is where it stands in the site, such as `decide/`."""

    folder: Path
    address: str

    @property
    def file(self) -> Path:
        """Where it lies."""
        file = self.folder / self.address
        return file / "index.html" if self.address.endswith("/") or not self.address else file

    @property
    def soup(self) -> BeautifulSoup:
        """The parsed page, which all tests share: none may change it."""
        return _parsed(self.file)

    @cached_property
    def ids(self) -> list[str]:
        """Every id, as often as it is there."""
        return [str(tag["id"]) for tag in self.soup.find_all(id=True)]

    @property
    def language(self) -> str:
        """The code of the language that the page says it is in."""
        html = self.soup.html
        assert html, f"{self.address} is no page"
        return str(html["lang"])

    @property
    def indexed(self) -> bool:
        """Whether search engines are shown the page: it is there, and has not moved."""
        return not self.soup.select('meta[name="robots"][content="noindex"]')

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
        base = path_of(self.folder)
        parts = urlsplit(address.removeprefix(address_of(self.folder).removesuffix(base)))
        if parts.scheme or parts.netloc:
            return None
        path = unquote(parts.path)
        if path.startswith("/"):
            assert f"{path}/".startswith(base), f"{address} is outside the guide"
            path = "/" + path.removeprefix(base)
        here = self.address.rpartition("/")[0]
        joined = normpath(f"/{here}/{path}" if not path.startswith("/") else path)
        full = joined.strip("/").removeprefix(".")
        if not path:
            return self.address, unquote(parts.fragment)
        if path.endswith(("/", ".")) and full:
            full += "/"
        return full, unquote(parts.fragment)


@lru_cache(maxsize=100)  # pages: more than a guide has
def _parsed(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


@cache
def address_of(folder: Path) -> str:
    """The address that a built site has by its own account, "" when it was not told any."""
    link = HtmlPage(folder, "").soup.select_one('head link[rel="canonical"]')
    return str(link["href"]) if link else ""


def edited_at(folder: Path) -> str:
    """The address below which the content can be edited, "" where pages lead to none."""
    links = HtmlPage(folder, "").soup.select(".edit a")
    return str(links[-1]["href"]).removesuffix(GUIDE_FILE) if links else ""


def path_of(folder: Path) -> str:
    """What that address ends in: a project's pages stand below its name, not at the top."""
    return urlsplit(address_of(folder)).path or "/"


def pages(folder: Path) -> list[HtmlPage]:
    """Every page of the built site, in order of address."""
    found = sorted(folder.rglob("*.html"))
    return [
        HtmlPage(folder, path.relative_to(folder).as_posix().removesuffix("index.html"))
        for path in found
    ]
