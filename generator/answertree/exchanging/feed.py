"""The feed of changes (Atom): what readers notice, day by day, in git's history of the content."""

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Any
from xml.etree import ElementTree as xml

from pydantic import BaseModel

from answertree.comparing.matching import match
from answertree.comparing.noticed import News, noticed
from answertree.comparing.titles import title
from answertree.files.git_history import HistoryError, Snapshot, snapshots
from answertree.knowledge.addresses import addresses, web_address
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.kinds import MODELS
from answertree.knowledge.language import Language
from answertree.knowledge.model import Rule
from answertree.knowledge.text_nodes import SLOT
from answertree.reading.content_folder import GUIDE_FILE
from answertree.reading.validation import validate
from answertree.reading.yaml_reader import read
from answertree.rendering.labels import sentence

FEED = "changes.xml"
ATOM = "http://www.w3.org/2005/Atom"
SORTS = ("new", "changed", "gone")
DAYS = 20  # so many days with changes are looked at, each of which is an entry at most
NAMED = 2  # so many things of each sort stand in the title of an entry


def feed(content: Path, base: KnowledgeBase, language: Language, site_url: str) -> str:
    """The feed of a guide whose content is in a folder of a git repository; `base` is what it says.

    `site_url` is the address of the site, with a slash at its end. The same history and content
    give the same text; "" where there is no history, or nothing in it that readers notice.
    """
    try:
        history = snapshots(content, DAYS + 1)
    except HistoryError:
        return ""
    places = {link: site_url + web_address(place) for link, place in addresses(base).items()}
    writer = _Writer(language, base.slots, places, site_url)
    entries = [writer.entry(time, news) for time, news in _days(history) if news]
    return writer.document(base, list(reversed(entries))) if entries else ""


def _days(history: list[Snapshot]) -> Iterator[tuple[datetime, list[News]]]:
    """What is news on each day, the oldest first. Content that cannot be read is passed over: what
    changed in it is news on the day on which it could be read again."""
    whole = [(each.time, base) for each in history if (base := _base(each.files))]
    for (_, before), (time, after) in pairwise(whole):
        yield time, list(noticed(match(before, after)))


def _base(files: Mapping[str, bytes]) -> KnowledgeBase | None:
    """The knowledge base of some files by path; None when one of them cannot be read."""
    found: dict[str, dict[str, Any]] = {kind: {} for kind in MODELS}
    for path, raw in files.items():
        kind = "guide" if path == GUIDE_FILE else PurePosixPath(path).parent.name
        entry = _read(kind, raw)
        if entry is None:
            return None
        found[kind][PurePosixPath(path).stem] = entry
    guide = found.pop("guide").get("guide")
    return KnowledgeBase.of(guide, found) if guide else None


@cache  # most files are the same on the next day
def _read(kind: str, raw: bytes) -> BaseModel | None:
    """What a file of a kind says; None when anything is wrong with it."""
    source, problems = read("", raw)
    if source is None or problems or kind not in MODELS:
        return None
    validated = validate(source, MODELS[kind])
    return None if validated.problems else validated.entry


@dataclass(frozen=True)
class _Writer:
    """Writes news as Atom; `places` are the addresses of what can be linked, by its link."""

    language: Language
    slots: Mapping[str, str]
    places: Mapping[str, str]
    site_url: str

    def document(self, base: KnowledgeBase, entries: list[xml.Element]) -> str:
        """The feed of some entries, the newest first."""
        words = self.language.label("feed.title", guide=base.guide.title)
        root = xml.Element("feed", {"xmlns": ATOM, "xml:lang": self.language.code})
        _add(root, "title", words)
        _add(root, "id", f"{self.site_url}{FEED}")
        _add(root, "link", rel="self", href=f"{self.site_url}{FEED}")
        _add(root, "link", href=self.site_url)
        _add(root, "updated", entries[0].findtext("updated"))
        _add(_add(root, "author"), "name", base.guide.title)
        root.extend(entries)
        xml.indent(root)
        return xml.tostring(root, "unicode", xml_declaration=True) + "\n"

    def entry(self, time: datetime, news: list[News]) -> xml.Element:
        """The entry of a day on which there was some news."""
        sorts = {what: [each for each in news if each.what == what] for what in SORTS}
        link = next((self.places[each.link] for each in news if each.link in self.places), None)
        element = xml.Element("entry")
        _add(element, "title", " · ".join(self._named(sort) for sort in sorts.values() if sort))
        _add(element, "id", f"{self.site_url}{FEED}#{time.date().isoformat()}")
        _add(element, "link", href=link or self.site_url)
        _add(element, "updated", time.strftime("%Y-%m-%dT%H:%M:%SZ"))
        content = "".join(self._listed(sort) for sort in sorts.values() if sort)
        _add(element, "content", content, type="html")
        return element

    def _named(self, news: list[News]) -> str:
        """What kind of news it is, and the first of it by name."""
        names = "; ".join(self._title(each) for each in news[:NAMED])
        more = len(news) - NAMED
        rest = " " + self.language.label("feed.more", count=more) if more > 0 else ""
        return f"{self._sort(news)}: {names}{rest}"

    def _listed(self, news: list[News]) -> str:
        """All news of a sort, as HTML."""
        items = "".join(f"<li>{self._item(each)}</li>" for each in news)
        return f"<h3>{html.escape(self._sort(news))}</h3><ul>{items}</ul>"

    def _sort(self, news: list[News]) -> str:
        return self.language.label("feed." + news[0].what)

    def _item(self, news: News) -> str:
        """One thing, with what it said and what it says now, as HTML."""
        words = html.escape(self._title(news))
        if address := self.places.get(news.link):
            words = f'<a href="{html.escape(address)}">{words}</a>'
        for was, now in news.words:
            marked = (("del", self._filled(was)), ("ins", self._filled(now)))
            pair = " ".join(f"<{tag}>{html.escape(text)}</{tag}>" for tag, text in marked if text)
            words += f"<p>{pair}</p>"
        return words

    def _title(self, news: News) -> str:
        is_rule = isinstance(news.thing, Rule)
        return title(sentence(news.thing, self.language) if is_rule else news.thing)

    def _filled(self, words: str) -> str:
        """A sentence with what a reader sees in place of each slot."""
        return SLOT.sub(lambda slot: self.slots.get(slot[1], slot[0]), words)


def _add(parent: xml.Element, tag: str, text: str | None = None, **attributes: str) -> xml.Element:
    child = xml.SubElement(parent, tag, attributes)
    child.text = text
    return child
