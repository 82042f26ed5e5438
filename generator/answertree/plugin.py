"""The door to MkDocs: its events are unpacked here and handed to the core."""

import atexit
import gc
import logging
import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Literal
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from answertree.authoring.explanations import where
from answertree.build import Built, build, forget, nothing_built
from answertree.exchanging.feed import FEED
from answertree.exchanging.site_files import site_files
from answertree.files.build_cache import NO_CACHE, cache_of
from answertree.files.progress import Progress
from answertree.files.replace_folder import new_folder, replace_folder
from answertree.files.template_cache import TemplateCache
from answertree.files.writing import WriteError, reason
from answertree.knowledge.addresses import decision_pages
from answertree.knowledge.problems import ContentError
from answertree.knowledge.report import as_html, as_text, cannot_read
from answertree.mkdocs_pages import LISTENER, PageCache, with_unchanged
from answertree.mkdocs_settings import apply_settings
from answertree.mkdocs_unchanged import is_unchanged, keep, pages_key, site_key
from answertree.publishing.finish import FinishError, finish
from answertree.publishing.html_minify import minify_steps
from answertree.publishing.theme import SOURCES, extra, names
from answertree.reading.content_folder import file_of
from answertree.reading.language import DEFAULT
from answertree.rendering.page_memo import PageMemo
from answertree.rendering.pages import MarkdownPage
from answertree.rendering.python_markdown import PagesOnly

log = logging.getLogger("mkdocs.plugins.guide")

YOUNG = 10_000  # so many objects are made before some of them may be garbage


class GuideConfig(Config):  # type: ignore[no-untyped-call]
    """What may stand below `guide` in mkdocs.yml."""

    offline = Type(bool, default=True)


class GuidePlugin(BasePlugin[GuideConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages of the content folder to a MkDocs site."""

    serving = False
    built: Built = nothing_built()
    report = ""  # the problems as a page, while serving
    target = Path()  # where the site is to be
    aside: Path | None = None  # where it is built until it is whole
    cache = NO_CACHE
    memo: PageMemo[MarkdownPage] | None = None  # of the pages of long lists, while serving
    pages = PageCache(NO_CACHE, "")
    files = Files([])
    progress = Progress(None)
    count = 0  # of the pages that were read, then written
    key = ""  # what stands for all that the site follows from
    unchanged = False  # whether the site is there already
    beside: Mapping[str, bytes] = MappingProxyType({})  # what lies beside its pages

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether somebody is watching: then problems are shown instead of ending the build.

        A process that only builds looks for garbage less often, and not when it ends. MkDocs fires
        this only when it is called from the command line.
        """
        self.serving = command == "serve"
        if not self.serving:  # nearly all that a build makes is there until the process ends
            gc.set_threshold(YOUNG)
            atexit.register(gc.freeze)
        self.memo = PageMemo() if self.serving else None

    @event_priority(100)  # before the search looks at its settings
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Build the pages, and take the site's name and its menu from the content."""
        self.progress = Progress(sys.stderr)
        self.progress.doing = "Reading and checking the content"
        language = config.theme.get("language", DEFAULT)
        content = Path(os.path.relpath(config.docs_dir))
        self.cache = cache_of(content)
        self.unchanged = not self.serving and self._is_unchanged(config, content)
        if self.unchanged:
            return self._with_nothing_to_build(config)
        self._build(content, _edit_address(config), language)
        if self.serving and not gc.get_freeze_count():
            gc.collect()
            gc.freeze()  # what was read is no garbage, and there is much of it to look through
        self.aside = None if self.serving else self._build_aside(config)
        apply_settings(config, self.built.language.label("search.passed-over"))
        if self.aside:
            forget(but_texts=True)
            gc.collect()  # templates hold each other
            self.beside = site_files(self.built, content, config.site_url or "")
            forget()
        config.update(names(self.built.base))
        offline = self.config.offline and not self.serving
        feed = FEED if FEED in self.beside else ""
        config.extra |= extra(self.built.base, self.built.language, offline, feed)
        config.nav = [page.path for page in self.built.pages if not page.hidden]
        self.pages = PageCache(self.cache, pages_key(config, self.built))
        self.pages.listen()
        config.markdown_extensions.append(PagesOnly())  # type: ignore[arg-type]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages; the theme's edit link of each leads to the file it comes from.

        Whatever else lies among the content is not published, nor does it replace what the theme
        has under its name.
        """
        if self.unchanged:
            return Files([])
        strays = [file for file in files if file.src_dir == config.docs_dir]
        for stray in strays:
            files.remove(stray)
        if not all(stray.src_uri.endswith(".yml") for stray in strays):  # of these a theme has none
            files.add_files_from_theme(config.theme.get_env(), config)
        for source in [file for file in files if SOURCES.fullmatch(file.src_uri)]:
            files.remove(source)
        for page in self.built.pages:
            shown = InclusionLevel.NOT_IN_NAV if page.hidden else InclusionLevel.UNDEFINED
            file = File.generated(config, page.path, content=page.markdown, inclusion=shown)
            file.edit_uri = file_of(page.kind, page.id)
            files.append(file)
            if not self.report:
                self.pages.take(page, file, config)
        if self.aside:  # MkDocs has the Markdown now, and it is not rendered again
            pages = [replace(page, markdown="") for page in self.built.pages]
            self.built = replace(self.built, pages=pages)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Have the theme's templates compiled once, and no spaces in what they write as JSON."""
        env.bytecode_cache = TemplateCache(self.cache)
        env.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":")}
        with_unchanged(env)
        self.files = files
        return env

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Choose the page's template, which only this site's theme has, and hand it its data."""
        self._say_page(page, "Reading")
        built = self.built.by_path.get(page.file.src_uri)
        if built:
            page.file.content_string = ""  # the page has it now
        if built and built.template:
            page.meta["template"] = built.template
        if built and built.structured:
            page.meta["structured"] = built.structured
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Minify the decision page before the theme and the search see it."""
        return minify_steps(html) if self._has_steps(page) else html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Show the problems in place of every page until they are solved."""
        self._say_page(page, "Writing")
        if self.report:
            return self.report
        self.pages.add(page, output)
        return output

    @event_priority(-100)  # other plugins' files belong to the site
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete the site and put it in the place of the last one, unless the build has failed.

        While serving, nothing may stand between the reader and an edit.
        """
        if not self.report and not self.unchanged:
            self.pages.complete(Path(config.site_dir), self.files)
        if self.aside and not _has_warnings_in_strict_mode():
            self.progress.doing = "Completing the site"
            self._complete(config, self.aside)
        self.progress.close()

    def _complete(self, config: MkDocsConfig, aside: Path) -> None:
        config.site_dir = str(self.target)
        if self.unchanged:
            shutil.rmtree(aside, ignore_errors=True)
            log.info("Nothing has changed since the last build: the site is left as it is.")
            return
        try:
            left_out = finish(aside, self.built.base, self.config.offline, self.beside, self.cache)
        except (FinishError, WriteError) as error:
            raise PluginError(str(error)) from None
        for sentence in left_out:
            log.info(sentence)
        replace_folder(self.target, aside)
        if config.strict and not left_out:  # else there is something to be said again
            keep(self.cache, self.key, self.target)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last site as it was; say in a sentence what the system refused."""
        self.progress.close()
        if self.aside:
            shutil.rmtree(self.aside, ignore_errors=True)
        if isinstance(error, OSError) and error.errno:  # Jinja has such errors of its own
            raise PluginError(f"the site cannot be written: {reason(error)}") from None

    def _is_unchanged(self, config: MkDocsConfig, content: Path) -> bool:
        try:
            self.key = site_key(config, content)
            return is_unchanged(self.cache, self.key, Path(config.site_dir))
        except OSError:  # the build comes across it too, and says so
            return False

    def _with_nothing_to_build(self, config: MkDocsConfig) -> MkDocsConfig:
        self.aside = self._build_aside(config)
        config.nav = []
        config.extra_templates = []
        config.theme.static_templates = set()
        return config

    def _say_page(self, page: Page, doing: str) -> None:
        self.count = self.count % len(self.built.pages) + 1
        self.progress.doing = f"{doing} page {self.count:,} of {len(self.built.pages):,}"

    def _has_steps(self, page: Page) -> bool:
        return page.file.src_uri.removesuffix(".md") in decision_pages(self.built.base)

    def _build_aside(self, config: MkDocsConfig) -> Path:
        """Let MkDocs build into a folder beside the one that is wanted."""
        self.target = Path(config.site_dir).resolve()
        try:
            aside = new_folder(self.target)
        except OSError as error:
            raise PluginError(f"cannot write to {config.site_dir}: {reason(error)}") from None
        config.site_dir = str(aside)
        return aside

    def _build(self, content: Path, edit_uri: str, language: str) -> None:
        """Build the pages; while serving, keep the last good ones when that fails."""
        self.report = ""
        try:
            self.built = build(content, edit_uri, language, self.cache, self.memo)
        except OSError as error:
            if not self.serving:
                raise PluginError(cannot_read(error)) from None
            log.error(cannot_read(error))
        except ContentError as error:
            explained = where(content.absolute().parent)
            said = as_text(error.problems, explained=explained)
            if not self.serving:
                raise PluginError("\n" + said) from None
            log.error("\n%s", said)
            self.report = as_html(error.problems, explained)


def _edit_address(config: MkDocsConfig) -> str:
    """Where the content can be edited, as MkDocs puts it together; "" for nowhere."""
    if not config.edit_uri:
        return ""
    return urljoin(f"{(config.repo_url or '').rstrip('/')}/", config.edit_uri)


def _has_warnings_in_strict_mode() -> bool:
    """Whether MkDocs is about to refuse the build: it says so only after the last event."""
    handlers = logging.getLogger("mkdocs").handlers
    counters = (each for each in handlers if isinstance(each, CountHandler))
    return any(each.get_counts() for each in counters if each.name != LISTENER)
