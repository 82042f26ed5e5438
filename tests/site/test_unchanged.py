"""What has not changed is not built again, and what was built with it is the same byte for byte."""

import shutil
from pathlib import Path

import pytest
from answertree.mkdocs_unchanged import site_key
from mkdocs.config import load_config

from tests.conftest import ROOT, build_site
from tests.site.test_reproducible import hashes

TINY = ROOT / "tests" / "tiny"
MARK = "<!-- left as it was -->"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))
    folder = tmp_path / "guide"
    shutil.copytree(TINY, folder / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def build(project: Path) -> dict[str, str]:
    return hashes(build_site(project, project / "site"))


def age(site: Path) -> float:
    """When the site was put in its place."""
    return (site / "index.html").stat().st_mtime_ns


def test_cold_warm_and_left_alone_are_the_same(project: Path) -> None:
    cold, made = build(project), age(project / "site")
    assert build(project) == cold
    assert age(project / "site") == made, "it was built again"
    shutil.rmtree(project / "site")
    assert build(project) == cold
    shutil.rmtree(project / ".build")
    assert build(project) == cold


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


def test_a_key_stands_for_all_that_a_site_follows_from(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def key(**settings: object) -> str:
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
