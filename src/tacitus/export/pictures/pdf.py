"""A drawing in a PDF: drawn with lines and letters, so that it stays sharp and its words can be searched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.export.pictures.drawing import Anchor, Box, Dot, Head, Line, Tone
from tacitus.export.pictures.svg import COLOURS

if TYPE_CHECKING:
    from tacitus.export.pdf_pages import Pages
    from tacitus.export.pictures.drawing import Drawing, Shape, Words


def draw(pages: Pages, drawing: Drawing) -> None:
    """Draw a picture over the whole width of a page, on a new one where this one has no room."""
    scale = pages.width / drawing.width
    height = drawing.height * scale
    pages.indent(0)
    pages.room(height + 12)
    pdf = pages.pdf
    margin = pdf.b_margin
    pdf.set_auto_page_break(auto=False)
    pen = _Pen(pages, pdf.get_x(), pdf.get_y(), scale)
    for shape in drawing.shapes:
        pen.draw(shape)
    pdf.set_dash_pattern()
    pdf.set_auto_page_break(auto=True, margin=margin)
    pdf.set_xy(pen.left, pen.top + height + 6)
    pages.style(10)


@dataclass(frozen=True, slots=True)
class _Pen:
    pages: Pages
    left: float
    top: float
    scale: float

    def draw(self, shape: Shape) -> None:
        if isinstance(shape, Line):
            self._stroke(shape.tone, is_dashed=shape.is_dashed)
            self.pages.pdf.line(*self._at(shape.x1, shape.y1), *self._at(shape.x2, shape.y2))
        elif isinstance(shape, Box):
            self._stroke(Tone.MAIN, shape.fill, is_dashed=shape.is_dashed)
            size = shape.width * self.scale, shape.height * self.scale
            self.pages.pdf.rect(*self._at(shape.x, shape.y), *size, style="DF")
        elif isinstance(shape, Dot):
            self._stroke(Tone.MAIN, Tone.PAPER if shape.is_hollow else Tone.MAIN)
            self.pages.pdf.circle(*self._at(shape.x, shape.y), shape.radius * self.scale, style="DF")
        elif isinstance(shape, Head):
            self._stroke(Tone.MAIN, Tone.MAIN)
            back = shape.x + (8 if shape.is_left else -8)
            corners = ((shape.x, shape.y), (back, shape.y - 6), (back, shape.y + 6))
            self.pages.pdf.polygon([self._at(*corner) for corner in corners], style="F")
        else:
            self._words(shape)

    def _words(self, words: Words) -> None:
        self.pages.style(words.size * self.scale, is_bold=words.is_bold, colour=COLOURS[words.tone])
        text = self.pages.held(words.text)
        wide = self.pages.pdf.get_string_width(text) + 2 * self.pages.pdf.c_margin
        back = {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[words.anchor]
        x, y = self._at(words.x, words.y)
        high = words.size * self.scale
        self.pages.pdf.set_xy(x - back, y - high * 0.85)
        self.pages.pdf.cell(wide, high, text, align="C" if words.anchor is Anchor.MIDDLE else "L")

    def _stroke(self, tone: Tone, fill: Tone = Tone.PAPER, *, is_dashed: bool = False) -> None:
        pdf = self.pages.pdf
        pdf.set_line_width(0.6)
        pdf.set_dash_pattern(dash=3 if is_dashed else 0, gap=2.4 if is_dashed else 0)
        pdf.set_draw_color(COLOURS[tone])
        pdf.set_fill_color(COLOURS[fill])

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self.left + x * self.scale, self.top + y * self.scale
