"""A short mkdocs.yml is enough, and what it says itself stays."""

import logging
import re
from pathlib import Path

from answertree.mkdocs_settings import apply_settings
from answertree.publishing.theme import OVERRIDES, SOURCES, STYLE, separator
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

SHORT = "site_name: x\ndocs_dir: own\nplugins: [search]\n"


def settled(folder: Path, settings: str) -> MkDocsConfig:
    file = folder / "settings" / "mkdocs.yml"
    (folder / "settings" / "own" / "assets").mkdir(parents=True)
    file.write_text(SHORT + settings)
    config = load_config(str(file))
    apply_settings(config, "a the")
    return config


def test_the_theme_has_what_the_pages_need(tmp_path: Path) -> None:
    config = settled(tmp_path, "theme: material\n")
    assert config.theme.dirs[0] == str(OVERRIDES)
    assert {"404.html", "manifest.webmanifest", STYLE} <= config.theme.static_templates
    assert config.theme["font"] is False
    assert (OVERRIDES / config.theme["favicon"]).is_file()
    assert [str(style) for style in config.extra_css] == [STYLE]
    assert all((OVERRIDES / str(script)).is_file() for script in config.extra_javascript)
    assert config.mdx_configs["tables"] == {"use_align_attribute": True}
    assert {"attr_list", "md_in_html"} <= set(config.markdown_extensions)


def test_what_a_guide_says_itself_comes_first(tmp_path: Path) -> None:
    config = settled(
        tmp_path,
        "theme: {name: material, custom_dir: own, favicon: mine.svg, features: [toc.follow]}\n"
        "extra_css: [mine.css]\nextra_javascript: [mine.js]\n"
        "markdown_extensions: [toc: {toc_depth: 2}]\n",
    )
    assert [Path(folder).name for folder in config.theme.dirs[:2]] == ["own", OVERRIDES.name]
    assert config.theme["favicon"] == "mine.svg"
    assert config.theme["features"] == ["search.highlight", "toc.follow"]
    assert [str(style) for style in config.extra_css] == [STYLE, "mine.css"]
    assert str(config.extra_javascript[-1]) == "mine.js"
    assert config.mdx_configs["toc"] == {"toc_depth": 2, "marker": ""}


def test_another_theme_is_left_as_it_is(tmp_path: Path) -> None:
    config = settled(tmp_path, "theme: mkdocs\n")
    assert str(OVERRIDES) not in config.theme.dirs
    assert not config.extra_css
    assert not config.extra_javascript


def test_links_that_lead_nowhere_are_warned_of(tmp_path: Path) -> None:
    validation = settled(tmp_path, "theme: material\n").validation
    levels = [*validation.nav.values(), *validation.links.values()]
    assert set(levels) == {logging.WARNING}


def test_the_search_passes_small_words_over(tmp_path: Path) -> None:
    config = settled(tmp_path, "theme: material\n")
    pattern = config.plugins["material/search"].config["separator"]
    assert [word for word in re.split(pattern, "The cat, a dog. At (theirs)") if word] == [
        "cat", "dog", "At", "theirs"
    ]  # fmt: skip


def test_a_separator_of_the_guide_stays(tmp_path: Path) -> None:
    folder = tmp_path / "guide"
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(
        "site_name: x\ndocs_dir: own\ntheme: material\nplugins: [search: {separator: x}]\n"
    )
    (folder / "docs").mkdir()
    config = load_config(str(folder / "mkdocs.yml"), docs_dir=str(folder / "docs"))
    apply_settings(config, "a the")
    assert config.plugins["material/search"].config["separator"] == "x"


def test_a_word_is_passed_over_in_either_case() -> None:
    assert re.split(separator(["a.b"]), "A.b aXb") == ["", "", "aXb"]


def test_of_style_sheets_only_the_sources_are_left_out() -> None:
    sheets = {file.relative_to(OVERRIDES).as_posix() for file in OVERRIDES.rglob("*.css")}
    left_out = {sheet for sheet in sheets if SOURCES.fullmatch(sheet)}
    assert STYLE not in left_out
    assert "assets/decide/decide.css" in left_out
    assert "assets/decide/later.css" not in left_out
