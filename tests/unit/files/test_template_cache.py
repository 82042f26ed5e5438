"""A compiled template is taken for the same text only."""

from pathlib import Path

import jinja2
import pytest
from answertree.files.build_cache import BuildCache
from answertree.files.template_cache import TemplateCache


def rendered(folder: Path, name: str, text: str) -> str:
    """A template, rendered by an environment of its own that keeps what it compiles."""
    cache = TemplateCache(BuildCache(folder, "1", b"secret"))
    environment = jinja2.Environment(loader=jinja2.DictLoader({name: text}), bytecode_cache=cache)
    return environment.get_template(name).render(name="you")


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered(tmp_path, "a", "Hello {{ name }}") == "Hello you"

    def never(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(jinja2.Environment, "compile", never)
    assert rendered(tmp_path, "a", "Hello {{ name }}") == "Hello you"


def test_another_text_and_another_template_are_compiled_anew(tmp_path: Path) -> None:
    for name, text in (("a", "Hello {{ name }}"), ("a", "Bye {{ name }}"), ("b", "Ah {{ name }}")):
        assert rendered(tmp_path, name, text) == text.replace("{{ name }}", "you")
    assert len(list(tmp_path.iterdir())) == 2
