"""What has not changed is not built again, and what was built with it is the same byte for byte."""

import logging
import shutil
from pathlib import Path
from typing import Any

import pytest
from answertree.mkdocs_pages import UnchangedPage
from answertree.mkdocs_unchanged import site_key
from answertree.plugin import GuidePlugin
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from tests.conftest import ANEW, FORKED, ROOT, Start, build_site
from tests.long_guide import lower_bounds, write_long_guide
from tests.site.test_reproducible import hashes
from tests.unit.content import apply

TINY = ROOT / "tests" / "tiny"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))
    folder = tmp_path / "guide"
    shutil.copytree(TINY, folder / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def build(project: Path, start: Start = FORKED) -> dict[str, str]:
    return hashes(build_site(project, project / "site", start=start))


def age(site: Path) -> float:
    """When the site was put in its place."""
    return (site / "index.html").stat().st_mtime_ns


def test_cold_warm_and_left_alone_are_the_same(project: Path) -> None:
    """Each time by an interpreter of its own: what one hashes says nothing to another."""
    cold, made = build(project, ANEW), age(project / "site")
    assert build(project, ANEW) == cold
    assert age(project / "site") == made, "it was built again"
    shutil.rmtree(project / "site")
    assert build(project, ANEW) == cold
    shutil.rmtree(project / ".build")
    assert build(project, ANEW) == cold


def test_whatever_changes_is_built(project: Path) -> None:
    cold = build(project)
    guide = project / "content" / "guide.yml"
    before = guide.read_text()
    guide.write_text(before.replace("title:", "title: Another", 1))
    assert build(project) != cold
    guide.write_text(before)
    assert build(project) == cold
    (project / "site" / "index.html").write_text("broken")
    assert build(project) == cold
    (project / "site" / "decide" / "index.html").unlink()
    assert build(project) == cold


def left_alone(project: Path) -> tuple[set[str], dict[str, str]]:
    """Build in this process; gives the pages that were not made again, and the site's hashes."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    plugin = config.plugins["guide"]
    assert isinstance(plugin, GuidePlugin)
    unchanged = {each.src_uri for each in plugin.files if isinstance(each.page, UnchangedPage)}
    return unchanged, hashes(project / "site")


def test_an_edit_makes_only_the_pages_that_it_changes(project: Path) -> None:
    nothing, _ = left_alone(project)
    assert not nothing
    page = next((project / "content" / "pages").glob("*.yml"))
    page.write_text(page.read_text().replace("lead:", "lead: Anew,", 1))
    some, warm = left_alone(project)
    assert {"decide.md"} <= some
    assert f"{page.stem}.md" not in some
    assert "index.md" not in some, "it shows the lead"
    shutil.rmtree(project / ".build")
    shutil.rmtree(project / "site")
    nothing, cold = left_alone(project)
    assert not nothing
    assert warm == cold


def test_what_all_pages_show_makes_them_all(project: Path) -> None:
    left_alone(project)
    guide = project / "content" / "guide.yml"
    guide.write_text(guide.read_text().replace("title:", "title: Another", 1))
    some, _ = left_alone(project)
    assert not some


def served(project: Path) -> dict[str, str]:
    """Build in this process as `serve` does; gives the hashes of what is served."""
    site = project / "served"
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    plugin = config.plugins["guide"]
    assert isinstance(plugin, GuidePlugin)
    assert plugin.memo is not None
    mkdocs_build(config, serve_url="http://127.0.0.1:8000/")
    return hashes(site)


def test_after_edits_the_same_is_served_as_by_a_first_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))
    lower_bounds(monkeypatch, large=False)
    project = tmp_path / "guide"
    content = write_long_guide(project)
    shutil.copy(ROOT / "mkdocs.yml", project)
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    first = served(project)
    (content / "rules" / "rule-1.yml").unlink()  # three questions lead there: it is not whole
    assert served(project) != first
    edit = {"replace": "rule:rule-1", "with": "rule:unplug-first"}
    apply(content / "faq" / "question-1.yml", edit)
    apply(content / "faq" / "socket.yml", {"replace": "ask: How do I", "with": "ask: Do I"})
    warm = served(project)
    shutil.rmtree(project / ".build")
    config.plugins.on_startup(command="serve", dirty=False)
    assert warm == served(project)
    assert warm != first


def test_a_page_with_a_warning_is_made_again(project: Path) -> None:
    for _ in range(2):
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"))
        config.plugins.on_startup(command="build", dirty=False)
        config.plugins.events["page_content"].append(warn)
        mkdocs_build(config)
        plugin = config.plugins["guide"]
        assert isinstance(plugin, GuidePlugin)
        assert not any(isinstance(each.page, UnchangedPage) for each in plugin.files)


def warn(html: str, **_: Any) -> str:
    logging.getLogger("mkdocs.structure.pages").warning("a link leads nowhere")
    return html


def test_a_key_stands_for_all_that_a_site_follows_from(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def key(**settings: Any) -> str:
        config = load_config(str(project / "mkdocs.yml"), **settings)
        return site_key(config, project / "content")

    before = key()
    assert key() == before
    found = {
        before,
        key(site_url="https://example.org/"),
        key(edit_uri="https://example.org/edit/"),
        key(theme={"name": "material", "language": "de"}),
        key(copyright="Somebody"),
        key(plugins=["search", {"guide": {"offline": False}}]),
    }
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    found.add(key())
    (project / "content" / "stray.txt").touch()
    found.add(key())
    assert len(found) == 8
    own = project / "own"
    own.mkdir()
    theme = {"name": "material", "custom_dir": str(own)}
    found.add(key(theme=theme))
    (own / "main.html").touch()
    found.add(key(theme=theme))
    assert len(found) == 10


def test_other_plugins_may_follow_from_anything(project: Path) -> None:
    config = load_config(str(project / "mkdocs.yml"), plugins=["search", "guide", "tags"])
    assert site_key(config, project / "content") == ""
    (project / "hook.py").touch()
    config = load_config(str(project / "mkdocs.yml"), hooks=["hook.py"])
    assert site_key(config, project / "content") == ""
