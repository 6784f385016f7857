"""What others see of a lesson where somebody shares its link: title, question and cover."""

from io import BytesIO
from typing import Any

from matplotlib.font_manager import FontProperties, findfont
from PIL import Image, ImageDraw, ImageFont

from cnnviz.drawing.picture import drawn
from cnnviz.drawing.style import THEMES, Canvas, themed
from cnnviz.drawing.typeface import FAMILIES
from cnnviz.pipeline.outcome import Drawing

WIDTH, HEIGHT = 1200, 630  # what the networks ask for
EDGE = 64
CELL = 28  # of the grid behind, as on the site's first page
COVER = (632, 165, 534, 300)  # left, top, width, height
ROUND = 18
COLOURS = 128


def card(result: Any, cover: str, cover_words: dict[str, str], words: dict[str, str]) -> Drawing:
    """Draw the card of a lesson, or of the course; `cover` is the module of its figure.

    `words` has the `site`, a `kicker`, the `title` and a `question`.
    """
    paint = THEMES["light"]
    sheet = _background(paint.page, paint.faint)
    pen = ImageDraw.Draw(sheet)
    _place(sheet, _pixels(cover, result, cover_words), paint.page, paint.faint)

    pen.text((EDGE, EDGE), words["site"], fill=paint.cnn, font=_font(30, 700))
    room = COVER[0] - EDGE - 40
    title, size = _fitting(pen, words["title"], room)
    question, asked = _lines(pen, words["question"], _font(30, 400), room), 30
    height = 44 + 1.15 * size * len(title) + 24 + 1.35 * asked * len(question)
    y = max(150.0, (HEIGHT - height) / 2)
    pen.text((EDGE, y), words["kicker"], fill=paint.muted, font=_font(28, 700))
    y += 44
    for line in title:
        pen.text((EDGE, y), line, fill=paint.ink, font=_font(size, 700))
        y += 1.15 * size
    y += 24
    for line in question:
        pen.text((EDGE, y), line, fill=paint.muted, font=_font(asked, 400))
        y += 1.35 * asked
    buffer = BytesIO()
    sheet.quantize(COLOURS).save(buffer, format="PNG", optimize=True)
    return Drawing("png", buffer.getvalue(), WIDTH, HEIGHT)


def _background(page: str, lines: str) -> Image.Image:
    """Give the grid of the site's first page, which fades in from the left."""
    plain = Image.new("RGB", (WIDTH, HEIGHT), page)
    grid = plain.copy()
    pen = ImageDraw.Draw(grid)
    for x in range(0, WIDTH, CELL):
        pen.line([(x, 0), (x, HEIGHT)], fill=lines)
    for y in range(CELL // 2, HEIGHT, CELL):
        pen.line([(0, y), (WIDTH, y)], fill=lines)
    left, right = WIDTH // 2 - 60, WIDTH
    fading = Image.linear_gradient("L").rotate(90).resize((right - left, HEIGHT))
    mask = Image.new("L", (WIDTH, HEIGHT), 0)
    mask.paste(fading, (left, 0))
    return Image.composite(grid, plain, mask)


def _place(card: Image.Image, cover: Image.Image, page: str, border: str) -> None:
    left, top, width, height = COVER
    frame = Image.new("RGB", (width, height), page)
    fitted = cover.resize((width, height), Image.Resampling.LANCZOS)
    frame.paste(fitted, (0, 0), fitted)
    mask = Image.new("L", (width, height), 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, width - 1, height - 1), ROUND, fill=255)
    card.paste(frame, (left, top), mask)
    outline = (left, top, left + width - 1, top + height - 1)
    ImageDraw.Draw(card).rounded_rectangle(outline, ROUND, outline=border, width=2)


def _pixels(cover: str, result: Any, words: dict[str, str]) -> Image.Image:
    buffer = BytesIO()
    with themed("light"):
        figure = drawn(cover, result, words, "light")
        assert isinstance(figure, Canvas)  # covers are drawings
        figure.savefig(buffer, format="png", dpi=3 * figure.dpi, transparent=True)
    return Image.open(buffer).convert("RGBA")


def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(findfont(FontProperties(family=FAMILIES[0], weight=weight)), size)


def _fitting(pen: ImageDraw.ImageDraw, title: str, room: float) -> tuple[list[str], int]:
    """Break a title into at most three lines, as large as they can be."""
    for size in range(66, 40, -4):
        font = _font(size, 700)
        lines = _lines(pen, title, font, room)
        if len(lines) <= 3 and all(pen.textlength(line, font) <= room for line in lines):
            break
    return lines, size


def _lines(
    pen: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, room: float
) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and pen.textlength(longer, font) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
