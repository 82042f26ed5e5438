"""The door to MkDocs: its events are unpacked here and handed to the core."""

import logging
import os
from pathlib import Path
from typing import Literal, cast

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from answertree.build import Built, build, nothing_built
from answertree.knowledge.addresses import DECISION
from answertree.knowledge.problems import ContentError
from answertree.knowledge.report import as_html, as_text, cannot_read
from answertree.publishing.finish import finish
from answertree.publishing.html_minify import lean
from answertree.reading.content_folder import GUIDE_FILE
from answertree.reading.language import DEFAULT

log = logging.getLogger("mkdocs.plugins.guide")


class GuideConfig(Config):  # type: ignore[no-untyped-call]
    """What may stand below `guide` in mkdocs.yml."""

    offline = Type(bool, default=True)


class GuidePlugin(BasePlugin[GuideConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages of the content folder to a MkDocs site."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether somebody is watching: then problems are shown instead of ending it all."""
        self.serving = command == "serve"
        self.built: Built = nothing_built()
        self.trouble = ""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Build the pages, and take the site's name and its menu from the content."""
        language = config.theme.get("language", DEFAULT)
        self._build(Path(os.path.relpath(config.docs_dir)), config.edit_uri or "", language)
        guide = self.built.base.guide
        # Themes put these into pages as they are; what is escaped here is not escaped again there.
        config.site_name = escape(guide.title or "")
        config.extra["short_title"] = escape(guide.short_title or guide.title or "")
        config.site_description = escape(guide.description or "")
        config.extra["offline"] = self.config.offline and not self.serving
        config.nav = [page.path for page in self.built.pages if not page.hidden]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages; the theme's edit link of each leads to the file it comes from.

        Whatever else lies among the content is not published, nor does it replace what the theme
        has under its name.
        """
        for stray in [file for file in files if file.src_dir == config.docs_dir]:
            files.remove(stray)
        files.add_files_from_theme(config.theme.get_env(), config)
        for page in self.built.pages:
            shown = InclusionLevel.NOT_IN_NAV if page.hidden else InclusionLevel.UNDEFINED
            file = File.generated(config, page.path, content=page.markdown, inclusion=shown)
            file.edit_uri = GUIDE_FILE if page.kind == "guide" else f"{page.kind}/{page.id}.yml"
            files.append(file)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Hand the templates the words of the interface: `t` gives a label."""
        language = self.built.language
        env.globals |= {"interface": language, "t": language.label}
        return env

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Make the decision page lean before the theme and the search see it."""
        return lean(html) if page.file.src_uri == f"{DECISION}.md" else html

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Hand the templates the structured data of the page, for search engines."""
        told = {each.path: each.structured for each in self.built.pages}
        return cast(TemplateContext, {**context, "structured": told.get(page.file.src_uri)})

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Show the problems in place of every page until they are mended."""
        return self.trouble or output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete the site; while serving, nothing may stand between the reader and an edit."""
        if not self.serving:
            finish(Path(config.site_dir), self.built.base.guide, offline=self.config.offline)

    def _build(self, content: Path, edit_uri: str, language: str) -> None:
        """Build the pages; while serving, keep the last good ones when that fails."""
        self.trouble = ""
        try:
            self.built = build(content, edit_uri, language)
        except OSError as error:
            if not self.serving:
                raise PluginError(cannot_read(error)) from None
            log.error(cannot_read(error))
        except ContentError as error:
            said = as_text(error.problems)
            if not self.serving:
                raise PluginError("\n" + said) from None
            log.error("\n%s", said)
            self.trouble = as_html(error.problems)
