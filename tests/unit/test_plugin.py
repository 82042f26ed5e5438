"""The door to MkDocs: its events, in the order in which MkDocs fires them."""

import errno
import logging
from pathlib import Path

import pytest
from answertree.plugin import GuidePlugin
from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import Files, InclusionLevel, get_files

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


def with_templates(folder: Path) -> None:
    for name in ("main", "home", "decide", "moved"):
        (folder / "theme" / f"{name}.html").write_text("<head></head>{{ page.content }}")


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


def test_a_page_at_an_old_address_is_there_and_not_in_the_menu(tmp_path: Path) -> None:
    change = {"pages/rules.yml": {"append": "formerly: [old-rules]"}}
    config = configured(tmp_path, copied(tmp_path, change))
    config = started(config).on_config(config)
    assert "rules.md" in (config.nav or [])
    assert "old-rules.md" not in (config.nav or [])
    files = config.plugins.on_files(Files([]), config=config)
    assert files.src_uris["old-rules.md"].inclusion == InclusionLevel.NOT_IN_NAV
    assert files.src_uris["rules.md"].inclusion != InclusionLevel.NOT_IN_NAV


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        ({"edit_uri": "https://git.example/o/g/edit/main/"}, "https://git.example/o/g/edit/main/"),
        ({"edit_uri": "edit/main/"}, "https://git.example/o/g/edit/main/"),
        ({"edit_uri": "edit/main"}, "https://git.example/o/g/edit/main/"),
        ({"edit_uri": ""}, None),
    ],
)
def test_edit_links_lead_where_mkdocs_leads(
    tmp_path: Path, settings: dict[str, str], address: str | None
) -> None:
    configured(tmp_path, copied(tmp_path))
    settings = {"repo_url": "https://git.example/o/g", **settings}
    config = load_config(str(tmp_path / "mkdocs.yml"), **settings)
    plugin = started(config)
    plugin.on_config(config)
    markdown = plugin.built.pages[0].markdown
    if address:
        assert f"]({address}guide.yml)" in markdown
    else:
        assert "{: .edit" not in markdown


def test_mkdocs_called_from_python_builds_the_site(tmp_path: Path) -> None:
    config = configured(tmp_path, copied(tmp_path))
    with_templates(tmp_path)
    # MkDocs keeps its plugins from one load to the next; only the command line fires on_startup.
    vars(config.plugins["guide"]).clear()
    config.plugins["guide"].load_config({})
    build(config)
    assert "kettle" in (tmp_path / "site" / "decide" / "index.html").read_text()
    assert config.site_dir == str(tmp_path / "site")
    assert not list(tmp_path.glob(".site-*"))


def test_a_strict_build_with_a_warning_leaves_the_last_site(tmp_path: Path) -> None:
    config = configured(tmp_path, copied(tmp_path))
    config.strict = True
    with_templates(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("the last one")
    config.plugins.events["env"].append(lambda env, **_: logging.getLogger("mkdocs").warning("x"))
    with pytest.raises(Abort, match="1 warning"):
        build(config)
    assert (tmp_path / "site" / "index.html").read_text() == "the last one"
    assert not list(tmp_path.glob(".site-*"))


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
        if content.name not in self.parts or self.name != "guide.yml":
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


def test_a_full_disk_ends_a_build_with_a_sentence_and_leaves_the_last_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = configured(tmp_path, copied(tmp_path))
    with_templates(tmp_path)
    (tmp_path / "site").mkdir()

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(utils, "write_file", refuse)
    with pytest.raises(PluginError, match="the site cannot be written: no space left on device"):
        build(config)
    assert not list((tmp_path / "site").iterdir())
    assert not list(tmp_path.glob(".site-*"))
