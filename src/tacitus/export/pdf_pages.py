"""Pages of a PDF in a font that has Latin, Cyrillic, Greek, Arabic, Hebrew and more, shaped as those scripts need."""

from __future__ import annotations

import re
import unicodedata
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Self

from tacitus.errors import TacitusError
from tacitus.export.pictures.drawing import Tone
from tacitus.export.pictures.svg import COLOURS

if TYPE_CHECKING:
    from datetime import datetime

#: FiraGO: one family for all these scripts, SIL OFL 1.1, in the package `pymupdf-fonts` as plain bytes.
_FONTS = {"": "FiraGO_Regular", "B": "FiraGO_Bold"}
#: Marks on letters, and scripts whose letters join, change places or run to the left: Hebrew, Arabic, those of India …
_SHAPED = re.compile("[\u0300-\u036f\u0590-\u1dff\ufb1d-\ufdff\ufe70-\ufefc]")
#: What stands for a letter that the font lacks.
LACKING = "\u25af"
_MARGIN, _FOOT = 52.0, 30.0


class NoPdfError(TacitusError, ImportError):
    """A PDF was asked for and what makes one is not installed."""

    def __init__(self) -> None:
        """Say what to install."""
        super().__init__(
            "A PDF needs packages that are not installed. Install them with: pip install 'tacitus-ledger[pdf]'. "
            "Files that end in .html or .md need nothing more."
        )


class Pages:
    """A PDF while it is written, to be used by `with`; the same calls give the same bytes."""

    def __init__(self, title: str, made: datetime, foot: str) -> None:
        """Start with an empty page.

        Args:
            title: Of the document, in its metadata.
            made: Moment of its making, in its metadata: no clock is asked.
            foot: Stands on each page beside its number.

        Raises:
            NoPdfError: If the `[pdf]` extra is not installed.
        """
        self.pdf = _new_pdf()
        self.pdf.set_margins(_MARGIN, _MARGIN)
        self.pdf.set_auto_page_break(auto=True, margin=_MARGIN)
        self.pdf.set_creation_date(made)
        self.pdf.set_title(title)
        self.pdf.set_lang("en")
        self._folder = TemporaryDirectory()  # fpdf2 wants fonts as files, for as long as it writes
        self._load_fonts()
        self.is_lacking = False
        self._foot = foot
        self.pdf.footer = self._footer
        self.pdf.add_page()
        self.style(10)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the fonts."""
        self._folder.cleanup()

    @property
    def width(self) -> float:
        """Points between the margins."""
        return float(self.pdf.epw)

    def style(self, size: float, *, is_bold: bool = False, colour: str = COLOURS[Tone.MAIN]) -> None:
        """Set size, weight and colour of what is written next."""
        self.pdf.set_font("F", "B" if is_bold else "", size)
        self.pdf.set_text_color(colour)

    def held(self, text: str) -> str:
        """Return words with a mark in place of each letter that the font lacks, ready to be written next.

        Letters of scripts that need no shaping are not shaped: that takes most of the time.
        """
        known = self.pdf.fonts["f"].cmap
        kept = "".join(c if c == " " or ord(c) in known else LACKING for c in text)
        self.is_lacking = self.is_lacking or kept != text
        self.pdf.set_text_shaping(use_shaping_engine=bool(_SHAPED.search(kept)))
        return kept

    def write(self, text: str, link: int | str = "") -> None:
        """Write words in the line, which is broken where it is full; each call has a direction of its own."""
        height = self.pdf.font_size * 1.4
        held = self.held(text)
        wide = self.pdf.get_string_width(_first(held)) + 2 * self.pdf.c_margin
        left = self.pdf.get_x() - self.pdf.l_margin
        room = self.pdf.w - self.pdf.r_margin - self.pdf.l_margin
        if left > 1 and left + wide > room >= wide:
            self.pdf.ln(height)
            held = held.lstrip(" ")
        self.pdf.write(height, held, link=link)

    def block(self, text: str, *, is_leftward: bool = False) -> None:
        """Write a paragraph; one in a script that runs to the left stands at the right margin."""
        height = self.pdf.font_size * 1.4
        width = self.pdf.w - self.pdf.r_margin - self.pdf.l_margin
        align = "R" if is_leftward else "L"
        self.pdf.multi_cell(width, height, self.held(text), align=align, new_x="LMARGIN", new_y="NEXT")

    def line_end(self, gap: float = 0.0) -> None:
        """End the line, with some points between it and the next one."""
        self.pdf.ln(self.pdf.font_size * 1.4 + gap)

    def indent(self, by: float) -> None:
        """Move the left margin to so many points from that of the page."""
        self.pdf.set_left_margin(_MARGIN + by)
        self.pdf.set_x(_MARGIN + by)

    def heading(self, text: str) -> None:
        """Write a heading that is in the outline and not the last line of a page."""
        self.indent(0)
        self.room(90)
        self.pdf.ln(12)
        self.style(14, is_bold=True)
        self.pdf.start_section(self.held(text))
        self.block(text)
        self.style(10)

    def room(self, points: float) -> None:
        """Begin a new page where fewer points are left on this one."""
        if self.pdf.get_y() + points > self.pdf.h - _MARGIN:
            self.pdf.add_page()

    def mark(self) -> int:
        """Return a link that leads to this line."""
        return int(self.pdf.add_link(y=max(0.0, self.pdf.get_y() - 4), page=self.pdf.page))

    def bytes(self) -> bytes:
        """Return the file."""
        return bytes(self.pdf.output())

    def _load_fonts(self) -> None:
        for style, name in _FONTS.items():
            path = Path(self._folder.name) / f"{name}.ttf"
            path.write_bytes(import_module(f"pymupdf_fonts.{name}").fontbuffer)
            self.pdf.add_font("F", style, path)

    def _footer(self) -> None:
        pdf = self.pdf
        before, shaping = pdf.l_margin, pdf.text_shaping
        foot = self.held(self._foot)
        pdf.set_left_margin(_MARGIN)
        pdf.set_xy(_MARGIN, pdf.h - _FOOT)
        self.style(7.5, colour=COLOURS[Tone.QUIET])
        pdf.cell(self.width / 2, 10, foot)
        pdf.cell(0, 10, f"page {pdf.page_no()}", align="R")
        pdf.set_left_margin(before)
        pdf.text_shaping = shaping


def _first(text: str) -> str:
    """Return what must have room in the line that a call begins in: its first word; all of it where it runs leftward.

    The library breaks after any letter where the first word of a call is too long for the rest of the line.
    """
    turns = any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)
    return text.strip() if turns else next(iter(text.split()), "")


def _new_pdf() -> Any:  # noqa: ANN401 - fpdf2 is imported only when a PDF is made
    try:
        import_module("uharfbuzz")
        import_module("pymupdf_fonts")
        fpdf = import_module("fpdf")
    except ImportError as error:
        raise NoPdfError from error
    return fpdf.FPDF(unit="pt", format="A4")
