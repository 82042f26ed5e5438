"""The picture for shared links: its size, its colours, its words, and always the same bytes."""

import io
from dataclasses import replace
from functools import cache

import pytest
from answertree.build import build
from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.field_types import Line, Plain
from answertree.publishing import social_card
from answertree.publishing.social_card import draw
from PIL import Image

from tests.conftest import ROOT
from tests.unit.content import SMALL

STYLE = ":root { --head: #102030; --on-head:#ffeedd; } @media x { :root { --head: #000 } }"
GROUND, INK = (0x10, 0x20, 0x30), (0xFF, 0xEE, 0xDD)


@cache
def sign() -> bytes:
    return (ROOT / "site_overrides" / social_card.SIGN).read_bytes()


def guide(title: str = "The Kettle Guide", tagline: str = "What to try first.") -> KnowledgeBase:
    update = {"title": Plain(title), "tagline": Line(tagline)}
    base = build(SMALL).base
    return replace(base, guide=base.guide.model_copy(update=update))


def picture(base: KnowledgeBase) -> Image.Image:
    return Image.open(io.BytesIO(draw(base, STYLE, sign()))).convert("RGB")


def colours(card: Image.Image) -> set[object]:
    """All colours that occur."""
    return {colour for _, colour in card.getcolors(1 << 20) or []}


def margins(card: Image.Image) -> set[object]:
    """All colours at the edges: to the left and right, and below."""
    width, height = card.size
    strips = ((0, 300, 80, height), (width - 80, 0, width, height), (0, height - 60, width, height))
    return set().union(*(colours(card.crop(box)) for box in strips))


def test_it_has_the_size_and_the_colours_that_it_should() -> None:
    card = picture(guide())
    assert card.size == (1200, 630)
    assert card.getpixel((1199, 629)) == GROUND
    assert INK in colours(card)


def test_the_same_guide_gives_the_same_bytes_and_another_gives_others() -> None:
    assert draw(guide(), STYLE, sign()) == draw(guide(), STYLE, sign())
    others = [guide(title="The Teapot Guide"), guide(tagline="What to try last.")]
    assert len({draw(each, STYLE, sign()) for each in (guide(), *others)}) == 3


@pytest.mark.parametrize(
    ("title", "tagline"),
    [
        ("T", "t"),
        ("A title that is a good deal longer than titles are", "And a tagline. " * 12),
        ("Donaudampfschifffahrtsgesellschaftskapitän", "x" * 90),
    ],
)
def test_any_words_fit(title: str, tagline: str) -> None:
    assert margins(picture(guide(title, tagline))) == {GROUND}


def test_the_tagline_is_shown_without_its_marks() -> None:
    marked = guide(tagline="What *to* try [first](faq:scale), {name} – **now** & 1 < 2.")
    clean = guide(tagline="What to try first, your name – now & 1 < 2.")
    assert draw(marked, STYLE, sign()) == draw(clean, STYLE, sign())


def test_letters_that_a_guide_may_need_are_in_the_font() -> None:
    shown = {draw(guide(title=letter), STYLE, sign()) for letter in "’“–…éßœłđ€ΩЖ"}
    assert len(shown) == len("’“–…éßœłđ€ΩЖ"), "two letters look alike: a box for what is missing"


def test_without_colours_it_is_black_on_white() -> None:
    card = Image.open(io.BytesIO(draw(guide(), "", sign()))).convert("RGB")
    assert card.getpixel((1199, 629)) == (255, 255, 255)
    assert (0, 0, 0) in colours(card)


def test_without_an_icon_only_the_words_are_there() -> None:
    card = Image.open(io.BytesIO(draw(guide(), STYLE))).convert("RGB")
    assert colours(card.crop((0, 0, 1200, 200))) == {GROUND}
    assert INK in colours(card)
