"""The picture that is shown where somebody shares a link: the sign, the title, the tagline."""

import io
import re
from importlib.resources import as_file, files

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngImageFile

from answertree.knowledge.base import KnowledgeBase
from answertree.knowledge.text_nodes import filled
from answertree.knowledge.text_output import to_plain
from answertree.knowledge.text_parser import parse

CARD = "assets/social-card.png"
SIGN = "assets/icons/icon-512.png"
STYLE = "assets/styles/site.css"
WIDTH, HEIGHT, MARGIN = 1200, 630, 88

Font = ImageFont.FreeTypeFont


def draw(base: KnowledgeBase, style: str = "", sign: bytes = b"") -> bytes:
    """The card as a PNG, the same bytes for the same input.

    `style` is the site's style sheet, for its colours: without them it is black on white. `sign` is
    the site's icon as a PNG, if it has one. The font has Latin, Greek and Cyrillic letters.
    """
    ground, ink = _colour(style, "--head", "#ffffff"), _colour(style, "--on-head", "#000000")
    card = Image.new("RGB", (WIDTH, HEIGHT), ground)
    pen = ImageDraw.Draw(card)
    if sign:
        size = 168
        picture = PngImageFile(io.BytesIO(sign)).convert("RGB").resize((size, size))
        card.paste(picture, (MARGIN - size // 5, MARGIN - size // 5))  # flush with the text below
    below: float = HEIGHT - MARGIN
    for words, largest, lines in ((tagline(base), 46, 3), (base.guide.title, 120, 2)):
        font, broken = _fitted(words, largest, lines)
        _, top, _, bottom = pen.multiline_textbbox((0, 0), broken, font, spacing=largest // 4)
        pen.multiline_text(
            (MARGIN, below - bottom), broken, fill=ink, font=font, spacing=largest // 4
        )
        below -= bottom - top + 44
    file = io.BytesIO()
    # A few shades are all there is: a palette makes the file a third of the size.
    card.quantize(64, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def tagline(base: KnowledgeBase) -> str:
    """The guide's tagline as the card has it."""
    return to_plain(filled(parse(base.guide.tagline), base.slots))


def _fitted(words: str, largest: int, lines: int) -> tuple[Font, str]:
    """The largest font in which the words fit, and the words in lines."""
    for size in range(largest, 16, -2):
        font = _font(size)
        broken = _broken(words, font)
        if len(broken) <= lines and all(_fits(line, font) for line in broken):
            break
    return font, "\n".join(broken)


def _broken(words: str, font: Font) -> list[str]:
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if _fits(longer, font) or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _fits(line: str, font: Font) -> bool:
    return font.getlength(line) <= WIDTH - 2 * MARGIN


def _font(size: int) -> Font:
    with as_file(files("answertree.publishing") / "fonts" / "DejaVuSansCondensed-Bold.ttf") as file:
        # The basic layout is the same on every machine, whatever else is installed there.
        return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


def _colour(style: str, token: str, default: str) -> str:
    """The value of a token, as a light screen shows it: that one comes first."""
    found = re.search(rf"{token}: *(#[0-9a-f]+)", style)
    return found[1] if found else default
