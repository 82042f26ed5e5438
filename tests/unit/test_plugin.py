"""The door to MkDocs: its events, in the order in which MkDocs fires them."""

from pathlib import Path

import pytest
from answertree.plugin import GuidePlugin
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, get_files

from tests.unit.content import copied


def configured(folder: Path, content: Path) -> MkDocsConfig:
    (folder / "mkdocs.yml").write_text(
        f"site_name: x\ndocs_dir: {content}\nedit_uri: https://example.org/edit/\n"
        "theme: {name: null, custom_dir: theme}\nplugins: [guide]\n"
    )
    (folder / "theme").mkdir()
    return load_config(str(folder / "mkdocs.yml"))


def started(config: MkDocsConfig) -> GuidePlugin:
    plugin = config.plugins["guide"]
    assert isinstance(plugin, GuidePlugin)
    plugin.on_startup(command="build", dirty=False)
    return plugin


def test_name_description_and_menu_come_from_the_content(tmp_path: Path) -> None:
    config = configured(tmp_path, copied(tmp_path))
    config = started(config).on_config(config)
    assert config.site_name == "The Kettle Guide"
    assert config.extra["short_title"] == "Kettle"
    assert config.site_description.startswith("What to try")  # type: ignore[union-attr]
    assert config.nav[:3] == ["index.md", "decide.md", "answers.md"]  # type: ignore[index]
    assert "questions.md" not in config.nav  # type: ignore[operator]


def test_without_a_short_name_the_title_stands_in_for_it(tmp_path: Path) -> None:
    content = copied(tmp_path, {"guide.yml": {"replace": "short-title: Kettle\n", "with": ""}})
    config = configured(tmp_path, content)
    config = started(config).on_config(config)
    assert config.extra["short_title"] == "The Kettle Guide"


def test_every_page_is_a_file_that_can_be_edited_where_it_comes_from(tmp_path: Path) -> None:
    content = copied(tmp_path)
    config = configured(tmp_path, content)
    config = started(config).on_config(config)
    found = config.plugins.on_files(Files([]), config=config)
    files = {file.src_uri: file for file in found}
    assert set(config.nav or []) <= set(files)
    assert files["index.md"].edit_uri == "guide.yml"
    for file in files.values():
        assert (content / str(file.edit_uri)).is_file()
        assert file.content_string.startswith("---\ntitle: ")


def test_problems_end_a_build_with_all_of_them(tmp_path: Path) -> None:
    change = {
        "scenarios/kettle.yml": {"replace": "go: descale", "with": "go: desacle"},
        "faq/scale.yml": {"replace": "topic: water", "with": "topic: watre"},
    }
    config = configured(tmp_path, copied(tmp_path, change))
    with pytest.raises(PluginError) as caught:
        started(config).on_config(config)
    assert "kettle.yml:17:28: error[unknown-step]" in str(caught.value)
    assert "scale.yml:2:8: error[unknown-reference]" in str(caught.value)


STRAYS = {"hello.md": "# Hi", "hello.html": "<script>alert(1)</script>", "index.md": "# Mine",
          "assets/ours.js": "alert(1)", "faq/note.txt": "x"}  # fmt: skip


def test_nothing_else_that_lies_among_the_content_is_published(tmp_path: Path) -> None:
    content = copied(tmp_path)
    config = configured(tmp_path, content)
    (tmp_path / "theme" / "assets").mkdir()
    (tmp_path / "theme" / "assets" / "ours.js").write_text("ours()")
    config = started(config).on_config(config)
    for name, text in STRAYS.items():  # they came after the check
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text(text)
    before = get_files(config)
    before.add_files_from_theme(config.theme.get_env(), config)
    assert {"hello.md", "assets/ours.js"} <= set(before.src_uris)
    files = {file.src_uri: file for file in config.plugins.on_files(before, config=config)}
    assert {"index.md", "assets/ours.js"} == set(files) & set(STRAYS)
    assert files["assets/ours.js"].content_string == "ours()"
    assert files["index.md"].content_string != "# Mine"
    assert not [name for name in files if name.endswith(".yml")]


def test_content_with_something_else_in_it_is_not_built(tmp_path: Path) -> None:
    config = configured(tmp_path, copied(tmp_path, STRAYS))
    with pytest.raises(PluginError) as caught:
        started(config).on_config(config)
    for name in ("hello.md", "hello.html", "index.md", "assets", "faq/note.txt"):
        assert f"{name}:1:1: error[file-name]" in str(caught.value)


def test_a_file_that_cannot_be_read_ends_a_build_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = copied(tmp_path)
    config = configured(tmp_path, content)
    read_bytes = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if content.name not in self.parts:
            return read_bytes(self)
        raise PermissionError(13, "Permission denied", self.name)

    plugin = started(config)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", refuse)
        with pytest.raises(PluginError, match=r"cannot read guide\.yml: permission denied"):
            plugin.on_config(config)
        plugin.on_startup(command="serve", dirty=False)
        plugin.on_config(config)  # whoever is editing sees it in the terminal
    plugin.on_config(config)
    assert plugin.built.base.guide.title == "The Kettle Guide"
