"""Labels and content of made-up words: no page has a word that is neither, nor the theme's own."""

import json
import re
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from answertree.knowledge import model
from answertree.knowledge.base import all_entries, points
from answertree.knowledge.field_types import Line, Plain, Text
from answertree.reading.language import FOLDER, load_language
from answertree.reading.load import load
from answertree.testing.phone import Phones
from answertree.testing.publish import serve
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils import get_theme_dir
from playwright.sync_api import Page

from tests.browser.small import write_settings
from tests.conftest import SITE_URL
from tests.unit.content import SMALL

CODE = "de"
PART = re.compile(r"\{\w+\}|[^\W\d_][\w’]*")
REFRESH = re.compile("<meta[^>]*http-equiv=.?refresh[^>]*>")
WORD = re.compile(r"[^\W\d_]{2,}")
LABEL = re.compile("⟪[^⟪⟫]*⟫")
CONTENT = re.compile(r"\bzq\d+\b")
TAKEN = re.compile(r"\]\([^()]*\)|\{[^{}]*\}|[^\W_][\w’'-]*")  # what a text is made of

# Texts and names, wherever readers meet them; of scripts only what they have made.
SAID = """() => {
    const said = [document.title];
    const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode;
        if (!parentElement.closest("script, style")) said.push(data);
    }
    for (const name of ["aria-label", "alt", "title", "placeholder", "content"])
        for (const element of document.querySelectorAll(`:not([name=viewport])[${name}]`))
            if (element.localName !== "meta" || /description|title|site_name|application-name|alt/
                .test(element.getAttribute("property") ?? element.getAttribute("name") ?? ""))
                said.push(element.getAttribute(name));
    return said;
}"""


def made_up_labels(folder: Path) -> Path:
    """A labels file: each English word in brackets of its own, beside what pages have to escape."""
    shutil.copy(FOLDER / "en.yml", folder)
    groups: dict[str, dict[str, Any]] = {}
    for name, label in load_language("en").labels.items():
        group, _, key = name.partition(".")
        forms = {"": label} if isinstance(label, str) else label
        made = {form: PART.sub(_marked, text) for form, text in forms.items()}
        groups.setdefault(group, {})[key] = made.get("", made)
    (folder / f"{CODE}.yml").write_text(json.dumps(groups), "utf-8")
    return folder


def _marked(match: re.Match[str]) -> str:
    return match[0] if match[0].startswith("{") else f'⟪{match[0]} <*&"⟫'


def made_up_content(folder: Path) -> Path:
    """The small content with another word, numbered by its text, in place of each."""
    number = 0
    for kind, name, entry in all_entries(load(SMALL).base):
        data = entry.model_dump(mode="json", by_alias=True, exclude_unset=True)
        for path, value in model.walk(entry):
            if isinstance(value, Plain | Line | Text):
                number += 1
                put(data, path, TAKEN.sub(partial(_made_up, f"zq{number}"), value))
        file = folder / ("guide.yml" if kind == "guide" else f"{kind}/{name}.yml")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(data), "utf-8")
    return folder


def _made_up(word: str, match: re.Match[str]) -> str:
    return match[0] if match[0][0] in "]{" else word


def put(data: Any, path: tuple[str | int, ...], value: str) -> None:
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = value


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of made-up content with made-up labels, in a language that the theme knows."""
    folder = tmp_path_factory.mktemp("made-up")
    labels = partial(load_language, folder=made_up_labels(folder))
    settings = write_settings(folder, made_up_content(folder / "content"), CODE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE_URL)
        patch.setattr("answertree.build.load_language", labels)
        config = load_config(str(settings), site_dir=str(folder / "site"), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    for file in (folder / "site").rglob("*.html"):  # pages that lead on stay, to be read
        file.write_text(REFRESH.sub("", file.read_text("utf-8")), "utf-8")
    return folder / "site"


@pytest.fixture(scope="module")
def of_the_theme() -> set[str]:
    """The theme's own words in its language, and the name that its licence asks for."""
    folder = Path(get_theme_dir("material")) / "partials" / "languages"
    texts = [(folder / f"{code}.html").read_text("utf-8") for code in (CODE, "en")]
    return set(WORD.findall(" ".join(texts))) | {"Material", "for", "MkDocs", "logo"}


def strange(page: Page, theme: set[str]) -> list[str]:
    """The words of a page, as it is now, that come from nowhere."""
    rest = [CONTENT.sub("", LABEL.sub("", text or "")).strip() for text in page.evaluate(SAID)]
    ids = points(load(SMALL).base)  # a point is shown with its id
    return [text for text in rest if set(WORD.findall(text)) - theme and text not in ids]


def test_every_word_is_content_or_a_label(
    made_up: Path, phones: Phones, of_the_theme: set[str]
) -> None:
    paths = [path.relative_to(made_up).as_posix() for path in made_up.rglob("*.html")]
    with serve(made_up) as phones.address:
        page = phones.open(bypass_csp=True)
        for path in paths:
            page.goto(phones.address + path)
            assert strange(page, of_the_theme) == [], path
            assert page.locator("html").get_attribute("lang") == CODE
        page.goto(phones.address)
        page.evaluate(OFFER, f"{phones.address}assets/offline/offer.js")
        page.get_by_role("button", name="⟪").first.wait_for()
        assert strange(page, of_the_theme) == []


OFFER = "async (address) => (await import(address)).offer(() => {})"


def test_what_the_scripts_say_is_from_the_labels(
    made_up: Path, phones: Phones, of_the_theme: set[str]
) -> None:
    with serve(made_up) as phones.address:
        page = phones.open(bypass_csp=True)
        page.goto(f"{phones.address}decide/#no-such-step")
        page.locator(".notice").wait_for()
        assert strange(page, of_the_theme) == []
        page.locator("[data-start]").click()
        page.locator(".answers a:visible").first.click()
        page.locator(".trail").wait_for()
        assert strange(page, of_the_theme) == []
        change = page.locator(".trail a").first.get_attribute("aria-label")
        assert change is not None
        assert CONTENT.search(change), "the question is filled in"
        page.evaluate("navigator.clipboard && (navigator.clipboard.writeText = async () => {})")
        page.locator("[data-share]").click()
        assert strange(page, of_the_theme) == []


def test_the_manifest_holds_content_alone(made_up: Path) -> None:
    manifest = json.loads((made_up / "manifest.webmanifest").read_text("utf-8"))
    for key in ("name", "short_name", "description"):
        assert not WORD.findall(CONTENT.sub("", manifest[key])), key
    assert manifest["lang"] == CODE
