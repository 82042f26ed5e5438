"""What the theme's overrides rely on, whatever engine builds the site."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import escape

from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.language import Language
from answertree.knowledge.paging import list_parts
from answertree.knowledge.size import is_large

# In the wheel the folder lies in the package; in a checkout it has its place at the top.
_HERE = Path(__file__).parents[1]
OVERRIDES = next(
    folder
    for folder in (_HERE / "site_overrides", _HERE.parents[1] / "site_overrides")
    if folder.is_dir()
)

STYLE = "assets/styles/site.css"
STATIC = ("404.html", "robots.txt", "manifest.webmanifest", STYLE)
SCRIPTS = ("assets/fold/fold.js", "assets/menu/menu.js", "assets/search/search.js")
ICON = "assets/icons/favicon.svg"
FEATURES = ("search.highlight",)

# Sources of other style sheets, which are in these already.
SOURCES = re.compile(r"assets/(styles/(?!site\.css)|decide/(decide|one-step)\.css).*")

EXTENSIONS: dict[str, dict[str, object]] = {
    "attr_list": {},
    "md_in_html": {},
    "tables": {"use_align_attribute": True},  # else the content policy blocks the cells' style
    "toc": {"marker": ""},  # a text that says [TOC] says just that
}


def names(base: KnowledgeBase) -> dict[str, str]:
    """The site's name and its description.

    Themes put these into pages as they are; what is escaped here is not escaped again there.
    """
    return {
        "site_name": escape(base.guide.title or ""),
        "site_description": escape(base.guide.description or ""),
    }


def extra(base: KnowledgeBase, language: Language, offline: bool, feed: str) -> dict[str, object]:
    """What the templates find in `config.extra`.

    `labels` has the words of the interface by their names, and `groups` the same for scripts, by
    group and key. `feed` is the address of the feed, "" for none.
    """
    labels = {name: _plain(label) for name, label in language.labels.items()}
    groups = {name.partition(".")[0] for name in labels}
    return {
        "short_title": escape(base.guide.short_title or base.guide.title or ""),
        "details": bool(base.inputs),
        "direction": language.direction,
        "labels": labels,
        "groups": {
            group: {key: _plain(label) for key, label in language.group(group).items()}
            for group in sorted(groups)
        },
        "offline": offline,
        "large": is_large(base),
        "long_lists": [
            name
            for page in list_parts(base)
            for name in (page, *map(str, base.pages[page].formerly))
        ],
        "feed": feed,
    }


def _plain(label: object) -> object:
    return label if isinstance(label, str) else dict(label)  # type: ignore[call-overload]


def separator(words: list[str]) -> str:
    """The pattern by which the search takes a text apart, without these words.

    They are the small ones, which are no use: what begins with one would be found too.
    """
    either_case = (f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}" for word in words)
    return rf"[\s\-.,:;?!…’'“”\x22()/&]+|\b(?:{'|'.join(either_case)})\b"


def files(folders: Sequence[Path]) -> dict[str, bytes]:
    """Every file of the overrides by its path; the same path in an earlier folder goes first."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for folder in reversed(folders)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def filled(folders: Sequence[Path], name: str, config: Mapping[str, Any]) -> str:
    """One of the templates as it is once the site's settings are in it."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folders), undefined=jinja2.StrictUndefined
    )
    return environment.get_template(name).render(config=config)
