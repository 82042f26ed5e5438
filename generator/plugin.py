"""The door to MkDocs: its events are unpacked here and handed to the core."""

import logging
import os
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator.build import Built, build, nothing_built
from generator.load import GUIDE_FILE
from generator.problems import ContentError
from generator.report import as_html, as_text

log = logging.getLogger("mkdocs.plugins.guide")


class GuidePlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Adds the pages of the content folder to a MkDocs site."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether somebody is watching: then problems are shown instead of ending it all."""
        self.serving = command == "serve"
        self.built: Built = nothing_built()
        self.trouble = ""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Build the pages, and take the site's name and its menu from the content."""
        self._build(Path(os.path.relpath(config.docs_dir)), config.edit_uri or "")
        guide = self.built.base.guide
        config.site_name = guide.title
        config.site_description = guide.description
        config.nav = [page.path for page in self.built.pages if not page.hidden]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages; the theme's edit link of each leads to the file it comes from."""
        for page in self.built.pages:
            shown = InclusionLevel.NOT_IN_NAV if page.hidden else InclusionLevel.UNDEFINED
            file = File.generated(config, page.path, content=page.markdown, inclusion=shown)
            file.edit_uri = GUIDE_FILE if page.kind == "guide" else f"{page.kind}/{page.id}.yml"
            files.append(file)
        return files

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Show the problems in place of every page until they are mended."""
        return self.trouble or output

    def _build(self, content: Path, edit_uri: str) -> None:
        """Build the pages; while serving, keep the last good ones when that fails."""
        self.trouble = ""
        try:
            self.built = build(content, edit_uri)
        except ContentError as error:
            said = as_text(error.problems)
            if not self.serving:
                raise PluginError("\n" + said) from None
            log.error("\n%s", said)
            self.trouble = as_html(error.problems)
