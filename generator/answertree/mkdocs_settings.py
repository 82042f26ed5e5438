"""What a guide needs of MkDocs and of Material, so that its own mkdocs.yml is short.

What mkdocs.yml says itself is left as it is, but for what the pages would be wrong without.
"""

import logging

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

from answertree.publishing.theme import (
    EXTENSIONS,
    FEATURES,
    ICON,
    OVERRIDES,
    SCRIPTS,
    STATIC,
    STYLE,
    separator,
)

STOCK_ICON = "assets/images/favicon.png"


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
    theme["features"] = sorted({*theme.get("features", []), *FEATURES})
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
