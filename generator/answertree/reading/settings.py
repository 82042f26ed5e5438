"""The guide's mkdocs.yml, read without MkDocs: other engines build the same site from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import yaml
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]

from answertree.files.build_cache import PROJECT_FILE
from answertree.files.refusal import Refusal
from answertree.reading.language import DEFAULT

PLUGIN = "guide"


class SettingsError(Refusal):
    """The settings cannot be understood; says why, in plain words."""


@dataclass(frozen=True)
class Settings:
    """What a guide's mkdocs.yml says, and the `folder` that it lies in."""

    said: Mapping[str, Any] = field(default_factory=dict)
    folder: Path = Path()

    @property
    def site_url(self) -> str:
        """Where the site will stand, with a slash at its end; "" when that is not known."""
        return _with_slash(str(self.said.get("site_url") or ""))

    @property
    def edit_uri(self) -> str:
        """Where the content can be edited, with a slash at its end; "" for nowhere."""
        if not (below := self.said.get("edit_uri")):
            return ""
        return _with_slash(urljoin(_with_slash(self.said.get("repo_url") or ""), below))

    @property
    def theme(self) -> dict[str, Any]:
        """What is said of the theme."""
        theme = self.said.get("theme") or {}
        return {"name": theme} if isinstance(theme, str) else dict(theme)

    @property
    def language(self) -> str:
        """The code of the language of the interface."""
        return str(self.theme.get("language") or DEFAULT)

    @property
    def overrides(self) -> list[Path]:
        """The folder of the guide's own overrides, if it has one."""
        own = self.theme.get("custom_dir")
        return [self.folder / own] if own else []

    @property
    def plugins(self) -> dict[str, dict[str, Any]]:
        """The settings of each plugin, ours among them."""
        return named(self.said.get("plugins") or ["search", PLUGIN])

    @property
    def offline(self) -> bool:
        """Whether phones keep the site."""
        return bool(self.plugins.get(PLUGIN, {}).get("offline", True))


def load_settings(content: Path) -> Settings:
    """The settings of the guide whose content folder this is; none where no mkdocs.yml is beside.

    Raises SettingsError, and OSError when the file cannot be read.
    """
    file = content.absolute().parent / PROJECT_FILE
    if not file.is_file():
        return Settings()
    try:
        said = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise SettingsError(f"{file} cannot be read: {error}") from None
    if not isinstance(said, dict):
        raise SettingsError(f"{file} has to hold settings, such as `docs_dir: content`")
    return Settings(said, file.parent)


def named(settings: Any) -> dict[str, dict[str, Any]]:
    """Plugins or extensions by their names, which MkDocs lets stand alone or with settings."""
    if isinstance(settings, dict):
        return {name: dict(options or {}) for name, options in settings.items()}
    found: dict[str, dict[str, Any]] = {}
    for each in settings:
        found |= named(each if isinstance(each, dict) else {each: {}})
    return found


class _Loader(yaml.SafeLoader):
    """Reads what MkDocs reads, but for what names parts of programs."""


_Loader.add_constructor("!ENV", construct_env_tag)


def _with_slash(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""
