"""A guide's mkdocs.yml is understood without MkDocs, as MkDocs understands it."""

from pathlib import Path

import pytest
from answertree.reading.settings import Settings, SettingsError, load_settings, named


def settings(folder: Path, text: str) -> Settings:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return load_settings(folder / "content")


def test_what_stands_in_the_environment_is_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/guide")
    monkeypatch.delenv("EDIT_URI", raising=False)
    found = settings(tmp_path, 'site_url: !ENV [SITE_URL, ""]\nedit_uri: !ENV [EDIT_URI, ""]\n')
    assert (found.site_url, found.edit_uri) == ("https://example.org/guide/", "")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("edit_uri: https://git.example/o/g/edit/main/", "https://git.example/o/g/edit/main/"),
        ("{repo_url: https://git.example/o/g, edit_uri: edit/main}",
         "https://git.example/o/g/edit/main/"),
        ("repo_url: https://git.example/o/g", ""),
    ],
)  # fmt: skip
def test_the_content_is_edited_where_mkdocs_says(tmp_path: Path, text: str, address: str) -> None:
    assert settings(tmp_path, text).edit_uri == address


def test_language_overrides_and_copies_for_phones(tmp_path: Path) -> None:
    text = "theme: {name: material, language: de, custom_dir: own}\n"
    found = settings(tmp_path, f"{text}plugins: [search, guide: {{offline: false}}]\n")
    assert (found.language, found.offline) == ("de", False)
    assert found.overrides == [tmp_path / "own"]
    short = settings(tmp_path, "theme: material\nplugins: [search, guide]\n")
    assert (short.language, short.offline, short.overrides) == ("en", True, [])


def test_where_there_are_no_settings_all_is_as_usual(tmp_path: Path) -> None:
    found = load_settings(tmp_path / "content")
    assert (found.site_url, found.edit_uri, found.language, found.offline) == ("", "", "en", True)


def test_names_stand_alone_or_with_settings() -> None:
    wanted = {"toc": {"marker": ""}, "tables": {}}
    assert named([{"toc": {"marker": ""}}, "tables"]) == wanted
    assert named({"toc": {"marker": ""}, "tables": None}) == wanted


@pytest.mark.parametrize(
    "text", ["a: [", "- a list", "x: !!python/name:os.system", "", "a: !other b", "a: 2026-13-45"]
)
def test_what_cannot_be_understood_ends_in_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match=r"mkdocs\.yml"):
        settings(tmp_path, text)
