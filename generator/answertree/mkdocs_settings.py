"""What a guide needs of MkDocs and of Material, so that its own mkdocs.yml is short.

What mkdocs.yml says itself is left as it is, but for what the pages would be wrong without.
"""

import logging
import re
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

# In the wheel the folder lies in the package; in a checkout it has its place at the top.
_HERE = Path(__file__).parent
OVERRIDES = next(
    folder
    for folder in (_HERE / "site_overrides", _HERE.parents[1] / "site_overrides")
    if folder.is_dir()
)

STYLE = "assets/styles/site.css"
STATIC = ("404.html", "robots.txt", "manifest.webmanifest", STYLE)
SCRIPTS = ("assets/fold/fold.js", "assets/menu/menu.js", "assets/search/search.js")
ICON, STOCK_ICON = "assets/icons/favicon.svg", "assets/images/favicon.png"

# Sources of other style sheets, which are in these already.
SOURCES = re.compile(r"assets/(styles/(?!site\.css)|decide/decide\.css).*")

EXTENSIONS: dict[str, dict[str, object]] = {
    "attr_list": {},
    "md_in_html": {},
    "tables": {"use_align_attribute": True},  # else the content policy blocks the cells' style
    "toc": {"marker": ""},  # a text that says [TOC] says just that
}


def apply_settings(config: MkDocsConfig, passed_over: str) -> None:
    """Settle what the pages, the styles and the scripts of a guide rely on.

    `passed_over` are the small words that the search passes over, with spaces between them.
    """
    if config.theme.name == "material":
        _theme(config)
    _markdown(config)
    _links(config)
    _search(config, passed_over)


def _theme(config: MkDocsConfig) -> None:
    theme = config.theme
    own = len([folder for folder in theme.dirs if folder == theme.custom_dir])
    theme.dirs.insert(own, str(OVERRIDES))
    theme.static_templates |= set(STATIC)
    theme["font"] = False  # from the site itself, or from the phone
    for key in ("favicon", "logo"):
        if theme.get(key) in (None, STOCK_ICON):
            theme[key] = ICON
    theme["features"] = sorted({*theme.get("features", []), "search.highlight"})
    config.extra_css = [STYLE, *config.extra_css]
    for path in reversed(SCRIPTS):
        script = ExtraScriptValue(path)
        script.type = "module"
        config.extra_javascript.insert(0, script)


def _markdown(config: MkDocsConfig) -> None:
    for name, options in EXTENSIONS.items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        config.mdx_configs[name] = dict(config.mdx_configs.get(name, {}), **options)


def _links(config: MkDocsConfig) -> None:
    """A link that leads nowhere is never fine."""
    nav, links = config.validation.nav, config.validation.links
    nav.omitted_files = nav.not_found = nav.absolute_links = logging.WARNING
    links.not_found = links.anchors = links.absolute_links = logging.WARNING
    links.unrecognized_links = logging.WARNING


def _search(config: MkDocsConfig, passed_over: str) -> None:
    """Small words are no use: what begins with one would be found too."""
    for name in ("material/search", "search"):
        plugin = config.plugins.get(name)
        if plugin and not plugin.config.get("separator"):
            plugin.config["separator"] = separator(passed_over.split())


def separator(words: list[str]) -> str:
    """The pattern by which the search takes a text apart, without these words."""
    either_case = (f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}" for word in words)
    return rf"[\s\-.,:;?!…’'“”\x22()/&]+|\b(?:{'|'.join(either_case)})\b"
