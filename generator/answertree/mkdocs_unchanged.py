"""Whether a build would make the same site again: then the one that is there is left as it is."""

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_build_date

from answertree.build import Built
from answertree.files.build_cache import BuildCache
from answertree.files.fingerprint import fingerprint, folder_fingerprint
from answertree.files.git_history import HistoryError, state
from answertree.publishing.theme import OVERRIDES

NAME = "site"
ASIDE = ("theme", "plugins", "site_dir")  # settings that are looked at below, or make no difference
# Of what these plugins do all is known that it follows from. Others may read whatever they like.
KNOWN = {"guide", "material/search", "search"}


def site_key(config: MkDocsConfig, content: Path) -> str:
    """What stands for all that a site follows from; "" where that is not known for certain.

    To be asked for before anything in the settings is changed. Raises OSError.
    """
    if set(config.plugins) - KNOWN or config.hooks:
        return ""
    folders = [content, OVERRIDES]
    if config.theme.custom_dir:
        folders.append(Path(config.theme.custom_dir))
    try:
        history = state(content)  # the feed is of the history
    except HistoryError:
        history = ""
    parts = (*map(folder_fingerprint, folders), _settings(config), history, get_build_date())
    return fingerprint(parts)


def pages_key(config: MkDocsConfig, built: Built) -> str:
    """What stands for all that the pages of a site have in common; "" where that is not known.

    To be asked for when the settings are settled. Raises OSError.
    """
    if set(config.plugins) - KNOWN or config.hooks or config.theme.custom_dir:
        return ""
    menu = [page.markdown.partition("\n---\n")[0] for page in built.pages if not page.hidden]
    paths = [page.path for page in built.pages]
    parts = (folder_fingerprint(OVERRIDES), _settings(config), get_build_date(), *menu, *paths)
    return fingerprint(parts)


def _settings(config: MkDocsConfig) -> str:
    plain = {key: value for key, value in config.items() if key not in ASIDE}
    theme = {"name": config.theme.name, "dirs": config.theme.dirs, **config.theme}
    plugins = {name: dict(plugin.config) for name, plugin in config.plugins.items()}
    return json.dumps([plain, theme, plugins], default=str)


def is_unchanged(cache: BuildCache, key: str, site: Path) -> bool:
    """Whether the site is, byte for byte, what a build from this key left there."""
    return bool(key) and cache.read(NAME, key) == _listed(site)


def keep(cache: BuildCache, key: str, site: Path) -> None:
    """Remember what a build from this key left."""
    if key:
        cache.write(NAME, key, _listed(site))


def _listed(site: Path) -> bytes:
    return folder_fingerprint(site).encode()
