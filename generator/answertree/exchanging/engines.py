"""The guide for an engine that builds it without our plugin: pages, assets, overrides, settings.

The engines read the same settings and the same templates, which ask for nothing but `config`,
`nav` and `page`.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from answertree.build import Built
from answertree.publishing import theme
from answertree.reading.settings import PLUGIN, Settings, named
from answertree.rendering.pages import MarkdownPage

# The name under which each engine looks for its settings.
ENGINES = {"mkdocs": "mkdocs.yml", "properdocs": "properdocs.yml", "zensical": "mkdocs.yml"}

PAGES, OVERRIDES = "docs", "overrides"
TEMPLATES = (".html", ".xml")
# What an engine does not fill in as we need it is filled in before.
STYLE = "partials/decide-style.html"
FILLED = {STYLE, *theme.STATIC} - {"404.html"}


def for_engine(engine: str, built: Built, settings: Settings, feed: str) -> dict[str, bytes]:
    """Every file, by its path, of a folder in which the engine builds the guide.

    `feed` is the path that `finish` will put the feed at, "" for none.
    """
    config = _config(built, settings, feed)
    said = yaml.safe_dump(json.loads(json.dumps(config)), sort_keys=False, allow_unicode=True)
    found = {ENGINES[engine]: said}
    found |= {f"{PAGES}/{page.path}": _with_template(page) for page in built.pages}
    return {path: text.encode() for path, text in found.items()} | dict(_theme(settings, config))


def _theme(settings: Settings, config: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    folders = [*settings.overrides, theme.OVERRIDES]
    for path, data in theme.files(folders).items():
        if path in FILLED:
            text = theme.filled(folders, path, config)
            data = (f"{{% raw %}}{text}{{% endraw %}}" if path == STYLE else text).encode()
        if path.endswith(TEMPLATES):
            yield f"{OVERRIDES}/{path}", data
        elif not theme.SOURCES.fullmatch(path):
            yield f"{PAGES}/{path}", data


def _with_template(page: MarkdownPage) -> str:
    """The page's Markdown; its front matter also says what our plugin would hand the theme."""
    given = {"template": page.template, "structured": page.structured}
    if not (more := {name: value for name, value in given.items() if value}):
        return page.markdown
    return page.markdown.replace("---\n", f"---\n{yaml.safe_dump(more)}", 1)


def _config(built: Built, settings: Settings, feed: str) -> dict[str, Any]:
    """The settings: what the guide's mkdocs.yml says, and what our plugin would add."""
    said, look = dict(settings.said), settings.theme
    for name in ("INHERIT", "edit_uri", "site_dir"):
        said.pop(name, None)
    plugins = {name: options for name, options in settings.plugins.items() if name != PLUGIN}
    passed_over = built.language.label("search.passed-over").split()
    if "search" in plugins:
        plugins["search"].setdefault("separator", theme.separator(passed_over))
    hidden = "\n".join(f"/{page.path}" for page in built.pages if page.hidden)
    return {
        **said,
        **theme.names(built.base),
        "site_url": settings.site_url,
        "docs_dir": PAGES,
        "nav": [page.path for page in built.pages if not page.hidden],
        "not_in_nav": hidden,
        "theme": {
            "favicon": theme.ICON,
            "logo": theme.ICON,
            "variant": "classic",  # Zensical looks like Material for MkDocs by this
            "language": settings.language,
            **look,
            "name": "material",
            "custom_dir": OVERRIDES,
            "font": False,
            "features": sorted({*look.get("features", []), *theme.FEATURES}),
        },
        "plugins": plugins,
        "markdown_extensions": _extensions(said),
        "extra_css": [theme.STYLE, *said.get("extra_css", [])],
        "extra_javascript": [
            *({"path": path, "type": "module"} for path in theme.SCRIPTS),
            *said.get("extra_javascript", []),
        ],
        "extra": {
            **said.get("extra", {}),
            **theme.extra(built.base, built.language, settings.offline, feed),
        },
    }


def _extensions(said: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    own = named(said.get("markdown_extensions") or {})
    ours = {name: {**own.get(name, {}), **options} for name, options in theme.EXTENSIONS.items()}
    return {**own, **ours}
