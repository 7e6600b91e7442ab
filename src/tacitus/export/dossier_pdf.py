"""A dossier as a PDF with real text, drawn pictures and links between sentences and footnotes, both ways."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tacitus.export import dossier_words as told
from tacitus.export.pdf_pages import LACKING, Pages
from tacitus.export.pictures.drawing import Tone
from tacitus.export.pictures.network import network
from tacitus.export.pictures.pdf import draw
from tacitus.export.pictures.svg import COLOURS
from tacitus.export.pictures.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tacitus.ask.dossier_parts import Dossier, Footnote, Section, Sentence
    from tacitus.export.pictures.drawing import Drawing

#: The moment in the metadata when the log is empty.
_NO_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)
_LINK = "#0b5c8f"


def pdf(dossier: Dossier) -> bytes:
    """Return the whole file; its date is the moment of the ledger's head.

    Raises:
        NoPdfError: If the `[pdf]` extra is not installed.
    """
    head = dossier.basis.head
    name = told.clean(dossier.name)
    foot = f"Dossier: {name} · ledger head {head.seq}, {head.hash[:16]}…"
    with Pages(f"Dossier: {name}", head.recorded or _NO_MOMENT, foot) as pages:
        _Writer(pages).write(dossier)
        return pages.bytes()


def is_leftward(text: str) -> bool:
    """Tell whether words run from right to left, by their first letter that has a direction.

    Examples:
        >>> is_leftward("\u062d\u0631\u0627\u0633 (JAF)"), is_leftward("JAF \u062d\u0631"), is_leftward("12")
        (True, False, False)
    """
    turns = (unicodedata.bidirectional(char) for char in text)
    return next((turn in ("R", "AL") for turn in turns if turn in ("L", "R", "AL")), False)


@dataclass(slots=True)
class _Writer:
    pages: Pages
    links: dict[int, int] = field(default_factory=dict)
    calls: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def write(self, dossier: Dossier) -> None:
        """Write all pages."""
        self.links = {note.number: self.pages.mark() for note in dossier.footnotes}
        self._header(dossier)
        for section in dossier.sections:
            self._section(section)
        if dossier.timeline:
            self._picture(told.TIMELINE, timeline(dossier.timeline))
            self._rows(((*told.bar_row(bar), bar.notes) for bar in dossier.timeline), told.BAR_COLUMNS)
        if dossier.ties:
            self._picture(told.NETWORK, network(told.clean(dossier.name), dossier.ties))
            self._rows(((*told.tie_row(tie), tie.notes) for tie in dossier.ties), told.TIE_COLUMNS)
            if dossier.ties_left_out:
                self._quiet(told.left_out(dossier))
        self._notes(dossier.footnotes)

    def _header(self, dossier: Dossier) -> None:
        pages = self.pages
        pages.style(20, is_bold=True)
        pages.block(f"Dossier: {told.clean(dossier.name)}")
        self._quiet(told.ABOUT)
        pages.line_end(-6)
        for label, value in told.basis(dossier):
            pages.style(9, colour=COLOURS[Tone.QUIET])
            pages.write(f"{label}: ")
            pages.style(9)
            pages.write(told.clean(value))
            pages.line_end()

    def _section(self, section: Section) -> None:
        self._title(section.title, section.about)
        for item in section.items:
            self._sentence(item.sentence, "•", 0)
            for one in item.beside:
                self._sentence(one, one.rank or "–", 18)
        if section.gaps:
            self._quiet("Not told in the reports used here:")
            for gap in section.gaps:
                self._lead("–", 0)
                self.pages.write(gap)
                self.pages.line_end(2)
            self.pages.indent(0)

    def _sentence(self, sentence: Sentence, lead: str, by: float) -> None:
        self._lead(lead, by)
        for text, _ in told.parts(sentence.parts):
            self.pages.write(text)
        self.pages.write(" ")
        self._refs(sentence.notes)
        if sentence.states:
            self.pages.style(7.5, colour=COLOURS[Tone.QUIET])
            self.pages.write(f" ({', '.join(sentence.states)})")
        self.pages.style(10)
        self.pages.line_end(3)
        self.pages.indent(0)

    def _lead(self, lead: str, by: float) -> None:
        """Begin an item: its sign stands before the lines of its words."""
        self.pages.room(30)
        self.pages.indent(by)
        self.pages.style(10, is_bold=lead.isalpha())
        self.pages.write(lead)
        self.pages.style(10)
        self.pages.indent(by + 14)

    def _refs(self, numbers: Sequence[int]) -> None:
        self.pages.style(7.5, colour=_LINK)
        for number in numbers:
            self.calls[number].append(self.pages.mark())
            self.pages.write(f"[{number}]", self.links[number])
        self.pages.style(10)

    def _title(self, title: str, about: str) -> None:
        self.pages.heading(title)
        self._quiet(about)

    def _picture(self, heading: tuple[str, str], drawn: Drawing | None) -> None:
        """Write a heading and a picture that stands on the same page."""
        if drawn is not None:
            self.pages.room(min(drawn.height * self.pages.width / drawn.width + 76, 700))
        self._title(*heading)
        if drawn is not None:
            draw(self.pages, drawn)

    def _quiet(self, text: str) -> None:
        self.pages.indent(0)
        self.pages.style(9, colour=COLOURS[Tone.QUIET])
        self.pages.block(text)
        self.pages.style(10)
        self.pages.pdf.ln(4)

    def _rows(self, rows: Iterable[tuple[str, str, str, tuple[int, ...]]], columns: Sequence[str]) -> None:
        """Write a table, a line of words each: it says what the picture shows."""
        self._quiet(f"The same in words: {', '.join(columns).lower()}.")
        for first, second, third, notes in rows:
            self._lead("•", 0)
            for text in (first, " · ", second, " · ", f"{third} "):
                self.pages.write(text)
            self._refs(notes)
            self.pages.line_end(1)
            self.pages.indent(0)

    def _notes(self, notes: Sequence[Footnote]) -> None:
        self._title(
            "Words of the reports", "Each with the document that it stands in and the SHA-256 of its raw bytes."
        )
        for note in notes:
            self._note(note)
        if self.pages.is_lacking:
            self._quiet(f"{LACKING} stands for a letter that the font of this file lacks; the HTML form has it.")

    def _note(self, note: Footnote) -> None:
        pages = self.pages
        pages.indent(0)
        pages.room(44)
        pages.pdf.set_link(self.links[note.number], y=max(0.0, pages.pdf.get_y() - 4), page=pages.pdf.page)
        pages.style(8.5, is_bold=True)
        pages.write(f"{note.number}")
        pages.style(9)
        pages.indent(26)
        quote = told.clean(told.quote(note))
        pages.block(f"“{quote}”", is_leftward=is_leftward(quote))
        pages.style(8, colour=COLOURS[Tone.QUIET])
        outlet, title, day = told.cited(note)
        for text in (told.clean(outlet), f", “{told.clean(title)}”" if title else "", f", {day}; "):
            pages.write(text)
        url = f"{told.clean(note.document.url)}; " if note.document.url else ""
        pages.write(f"{url}{told.clean(told.kept(note))}; SHA-256 {note.document.sha256}. ")
        pages.style(8, colour=_LINK)
        for at, mark in enumerate(self.calls[note.number], start=1):
            pages.write(f"↑{at} ", mark)
        pages.line_end(4)
        pages.indent(0)
