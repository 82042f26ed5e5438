"""What an engine is given: the guide's own settings and overrides come first."""

import json
from pathlib import Path

import pytest
import yaml
from answertree.build import Built, build
from answertree.exchanging.engines import ENGINES, for_engine
from answertree.reading.settings import PLUGIN, Settings

from tests.unit.content import SMALL

SAID = {
    "INHERIT": "../mkdocs.yml",
    "site_dir": "/somewhere/else",
    "copyright": "Me",
    "theme": {"custom_dir": "own", "features": ["toc.follow"], "favicon": "mine.svg"},
    "plugins": ["search", {"tags": {"enabled": True}}, PLUGIN],
    "markdown_extensions": ["abbr", {"toc": {"toc_depth": 2}}],
    "extra_css": ["mine.css"],
    "extra": {"mine": 1},
}


@pytest.fixture(scope="module")
def built() -> Built:
    return build(SMALL)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "own" / "assets" / "styles").mkdir(parents=True)
    (tmp_path / "own" / "assets" / "styles" / "tokens.css").write_text(":root{--mine:1}")
    for name in ("mine.svg", "robots.txt", "home.html"):
        (tmp_path / "own" / name).write_text(f"my {name}")
    return Settings(SAID, tmp_path)


@pytest.mark.parametrize("engine", ENGINES)
def test_what_the_guide_says_stays_and_our_plugin_is_gone(
    built: Built, settings: Settings, engine: str
) -> None:
    config = yaml.safe_load(for_engine(engine, built, settings, "")[ENGINES[engine]])
    assert not {"INHERIT", "site_dir"} & set(config)
    assert config["copyright"] == "Me"
    assert config["site_name"] == "The Kettle Guide"
    assert set(config["plugins"]) == {"search", "tags"}
    assert config["theme"]["favicon"] == "mine.svg"
    assert config["theme"]["features"] == ["search.highlight", "toc.follow"]
    assert config["markdown_extensions"]["toc"] == {"toc_depth": 2, "marker": ""}
    assert {"abbr", "attr_list", "md_in_html"} < set(config["markdown_extensions"])
    assert config["extra_css"][-1] == "mine.css"
    assert config["extra"]["mine"] == 1


def test_a_style_of_the_guide_takes_the_place_of_ours(built: Built, settings: Settings) -> None:
    files = for_engine("zensical", built, settings, "")
    for path in ("docs/assets/styles/site.css", "overrides/partials/decide-style.html"):
        assert b"--mine:1" in files[path], path
    assert not any("tokens.css" in path for path in files)


def test_a_file_of_the_guide_takes_the_place_of_ours(built: Built, settings: Settings) -> None:
    files = for_engine("zensical", built, settings, "")
    for path in ("docs/mine.svg", "docs/robots.txt", "overrides/home.html"):
        assert files[path].decode() == f"my {Path(path).name}"


def test_templates_are_overrides_and_all_else_is_published(
    built: Built, settings: Settings
) -> None:
    files = for_engine("mkdocs", built, settings, "")
    kinds = {path.partition("/")[0]: set[str]() for path in files}
    for path in files:
        kinds[path.partition("/")[0]].add(Path(path).suffix)
    assert kinds["overrides"] == {".html", ".xml"}
    assert not kinds["docs"] & {".html", ".xml"}
    assert json.loads(files["docs/manifest.webmanifest"])["name"] == "The Kettle Guide"


def test_each_page_names_its_template_before_its_title(built: Built, settings: Settings) -> None:
    files = for_engine("mkdocs", built, settings, "")
    for name in ("index", "decide"):
        front = files[f"docs/{name}.md"].decode().split("---\n")[1]
        assert yaml.safe_load(front)["template"] == {"index": "home.html"}.get(name, f"{name}.html")
    assert b"template" not in files["docs/rules.md"].split(b"---\n")[1]
