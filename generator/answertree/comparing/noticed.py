"""What readers notice of a change: things that are new or gone, and those that say something else.

Names, reasons and the order of lists are no news, nor is what nobody sees.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from pydantic import BaseModel

from answertree.comparing.index import PARTS, Index, index
from answertree.comparing.matching import Change
from answertree.comparing.texts import sentences
from answertree.comparing.titles import Words
from answertree.knowledge.kinds import KINDS

# Fields of the model of which a change is no news.
NO_NEWS = {
    "because", "description", "formerly", "longest_way", "needed_in_tree", "order",
    "require_because", "see", "words_for_search",
}  # fmt: skip


@dataclass(frozen=True)
class News:
    """Something that is new, changed or gone: a `thing` of the model, and its `link` by id if it
    has one. Of what changed, `words` are the sentences (before, now), either of which may be empty.
    """

    what: Literal["new", "changed", "gone"]
    thing: Any
    link: str = ""
    words: tuple[tuple[str, str], ...] = ()


def noticed(change: Change) -> Iterator[News]:
    """The news in a change, kind by kind; a part is news by itself unless all of its entry is."""
    old, new = index(change.before), index(change.after)
    for kind in KINDS:
        link = "" if kind.parts_by_themselves else kind.link
        yield from _noticed(change, old, new, kind.folder, link)
        if kind.folder in PARTS:
            yield from _noticed(change, old, new, PARTS[kind.folder], link, kind.folder)
    yield from _noticed(change, old, new, "guide")


def _noticed(
    change: Change, old: Index, new: Index, kind: str, link: str = "", entries: str = ""
) -> Iterator[News]:
    """The news of a kind; of parts, `entries` is the kind of what they are in."""
    for name, thing in new[kind].items():
        address = f"{link}:{name}" if link else ""
        was = change.was[kind].get(name)
        if was is None:
            if not entries or name.partition(".")[0] in change.was[entries]:
                yield News("new", thing, address)
        elif thing is not old[kind][was]:
            pair = change.resolved(kind, old[kind][was], thing, name)
            before, now = (_seen(each, PARTS.get(kind, "")) for each in pair)
            if before != now:
                yield News("changed", thing, address, tuple(_changed_words(before, now)))
    for name, thing in old[kind].items():
        entry_is_gone = entries and change.now(entries, name.partition(".")[0]) is None
        if change.now(kind, name) is None and not entry_is_gone:
            yield News("gone", thing)


def _seen(value: Any, parts: str, field: str = "") -> list[tuple[str, Any]]:
    """All of a thing that is news when it is another, but for its `parts`: (field, value)."""
    if isinstance(value, BaseModel):
        fields = [name for name in type(value).model_fields if name not in NO_NEWS | {parts}]
        return [leaf for name in fields for leaf in _seen(getattr(value, name), parts, name)]
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, tuple):
        return [leaf for item in value for leaf in _seen(item, parts, field)]
    return [(field, value)] if value is not None else []


def _changed_words(
    before: list[tuple[str, Any]], after: list[tuple[str, Any]]
) -> Iterator[tuple[str, str]]:
    was, now = (
        [each for _, value in seen if isinstance(value, Words) for each in sentences(value)]
        for seen in (before, after)
    )
    for kind, i, end_i, j, end_j in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind != "equal":
            yield " ".join(was[i:end_i]), " ".join(now[j:end_j])
