"""The model to Markdown pages, as values: nothing is read or written here.

Every page stands at the top of the site, so that a link is a file's name and an anchor. Markdown
needs the extensions attr_list and md_in_html; links go to Markdown files, so that whatever builds
the pages can check them.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import jinja2
import yaml

from answertree.knowledge import model
from answertree.knowledge.addresses import (
    DECISION,
    HOME,
    anchors_file,
    decision_pages,
)
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.kinds import BY_LIST, SCENARIOS, SOURCES
from answertree.knowledge.language import Language
from answertree.knowledge.paging import Group, ListPart, groups, list_parts
from answertree.knowledge.record import Entry
from answertree.rendering import json_ld, list_titles, step_pages
from answertree.rendering.environment import (
    Editing,
    Environments,
    template_environments,
    written_scripts,
)
from answertree.rendering.page_memo import PageMemo


@dataclass(frozen=True)
class MarkdownPage:
    """A page to be: its file name, its text, and the entry (kind, id) it mostly comes from.

    A `hidden` page is not in the menu: links lead to it, or it is an old address and leads on.
    `template` is the one of the theme's overrides that shows it, "" for that of all pages.
    `structured` is its structured data (JSON-LD) for search engines, "" for none.
    """

    path: str
    markdown: str
    kind: str
    id: str
    hidden: bool = False
    template: str = ""
    structured: str = ""


def render(
    base: KnowledgeBase,
    language: Language,
    edit: Editing = lambda *_: None,
    compiled: jinja2.BytecodeCache | None = None,
    memo: PageMemo[MarkdownPage] | None = None,
) -> list[MarkdownPage]:
    """Every page of the guide, in the order of its menu; the base has passed every check.

    What is said around the content is in the given language; `edit` knows where it can be edited.
    `compiled` has the templates of earlier builds, and `memo` the pages of long lists.
    """
    environments = template_environments(base, language, edit, compiled, memo)
    page = partial(_page, environments.pages)
    guide, written = base.guide, written_scripts(base)
    home = {
        "title": guide.title,
        "description": guide.description,
        "hide": ["navigation", "toc"],
    }
    found = page(f"{HOME}.md", "home.md.j2", "guide", "guide", meta=home)
    pages = [replace(found, template="home.html")]
    for name in decision_pages(base):
        meta = step_pages.meta(base, name)
        found = page(f"{name}.md", "decide.md.j2", "guide", "guide", meta=meta)
        pages.append(replace(found, hidden=name != DECISION, template="decide.html"))
    for name in (*guide.pages, *guide.unlisted):
        entry, unlisted = base.pages[name], name in guide.unlisted
        meta = {
            "title": entry.menu or entry.title,
            "description": entry.description,
        }
        if unlisted:
            meta["search"] = {"exclude": True}
        if scripts := _scripts(entry, written):
            meta["scripts"] = scripts
        listed, parts = groups(base, entry.shows), list_parts(base).get(name, ())
        if parts:
            meta["anchors"] = anchors_file(name)
        found = page(
            f"{name}.md", "page.md.j2", "pages", name,
            meta=meta, page=entry, page_parts=parts, page_part=None,
            groups=listed, entries=_listed(base, entry, listed),
        )  # fmt: skip
        structured = "" if parts else _structured(base, entry, listed)
        pages.append(replace(found, structured=structured, hidden=unlisted))
        pages += (_part(base, language, environments, memo, name, meta, part) for part in parts)
        for old in entry.formerly:
            moved = {
                "title": entry.title,
                "moved_to": f"{name}.md",
                "search": {"exclude": True},
            }
            found = page(f"{old}.md", "moved.md.j2", "pages", name, meta=moved, to=name, page=entry)
            pages.append(replace(found, hidden=True, template="moved.html"))
    return pages


def _part(
    base: KnowledgeBase, language: Language, environments: Environments,
    memo: PageMemo[MarkdownPage] | None, name: str, meta: dict[str, Any], part: ListPart,
) -> MarkdownPage:  # fmt: skip
    """A part of the list of a page, which is rendered again only when something in it changes."""
    page, parts = base.pages[name], list_parts(base)[name]
    title = list_titles.title_of_part(base, page, part, language)
    given: dict[str, Any] = {
        "meta": {**meta, "title": f"{title} – {meta['title']}"},
        "page": page,
        "page_part": part,
        "pager": list_titles.pager(base, page, part, parts, language),
        "groups": [part.group],
        "entries": _listed(base, page, [part.group]),
    }

    def made(environment: jinja2.Environment) -> MarkdownPage:
        path = f"{part.name}.md"
        found = _page(environment, path, "list_part.md.j2", "pages", name, **given)
        return replace(found, structured=_structured(base, page, [part.group]), hidden=True)

    if page.shows == SCENARIOS.listed:  # a map is of the tree as a whole
        return made(environments.pages)
    if not memo:
        return made(environments.lists)
    follows_from = (environments.common, given)
    return memo.page(part.name, follows_from, lambda: made(environments.lists))


def _listed(base: KnowledgeBase, page: model.Page, listed: Iterable[Group]) -> dict[str, Entry]:
    """The entries of some groups of the list that a page shows."""
    if not page.shows:
        return {}
    kind = BY_LIST[page.shows]
    names = ((group.id,) if kind is SOURCES else group.entries for group in listed)
    return {name: base.entries[kind.folder][name] for each in names for name in each}


def _page(
    environment: jinja2.Environment, path: str, template: str, kind: str, name: str,
    meta: dict[str, Any], **values: Any,
) -> MarkdownPage:  # fmt: skip
    """A page by its template; `meta` is its front matter, and the template gets the `values`."""
    front = yaml.safe_dump(_meta(meta), sort_keys=False, allow_unicode=True)
    body = environment.get_template(template).render(
        page_name=path.removesuffix(".md"), name=name, **values
    )
    body = re.sub(r"\n{3,}", "\n\n", body)
    return MarkdownPage(path, f"---\n{front}---\n\n{body.strip()}\n", kind, name)


def _structured(base: KnowledgeBase, page: model.Page, listed: Iterable[Group]) -> str:
    """The structured data of a page with some groups of the list that it shows."""
    if page.shows != "questions":
        return ""
    return json_ld.questions(base, (name for group in listed for name in group.entries))


def _meta(values: dict[str, Any]) -> dict[str, Any]:
    """Front matter: themes put it into pages as it is, so it is escaped here."""
    return {
        key: html.escape(str(value)) if isinstance(value, str) else value
        for key, value in values.items()
    }


def _scripts(page: model.Page, written: set[str]) -> list[str]:
    """The scripts that only this page needs."""
    sections = page.sections.values()
    needed = {
        "details/form.js": page.shows == "inputs",
        "details/notes.js": any(section.notes for section in sections),
        "rehearsal/rehearsal.js": any(section.rehearse for section in sections),
        "share/copy.js": page.shows == "scripts" and bool(written),
    }
    return [name for name, is_needed in needed.items() if is_needed]
