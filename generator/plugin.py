"""The door to MkDocs: its events are unpacked here and handed to the core."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from generator.build import Built, build
from generator.load import GUIDE_FILE
from generator.problems import ContentError
from generator.report import as_text


class GuidePlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Adds the pages of the content folder to a MkDocs site."""

    built: Built

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Build the pages, and take the site's name and its menu from the content."""
        content = Path(os.path.relpath(config.docs_dir))
        try:
            self.built = build(content, config.edit_uri or "")
        except ContentError as error:
            raise PluginError("\n" + as_text(error.problems)) from None
        guide = self.built.base.guide
        config.site_name = guide.title
        config.site_description = guide.description
        config.nav = [page.path for page in self.built.pages]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages; the theme's edit link of each leads to the file it comes from."""
        for page in self.built.pages:
            file = File.generated(config, page.path, content=page.markdown)
            file.edit_uri = GUIDE_FILE if page.kind == "guide" else f"{page.kind}/{page.id}.yml"
            files.append(file)
        return files
