"""A dossier as Markdown with footnotes; its pictures are told by their tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tacitus.export import dossier_words as told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tacitus.ask.dossier_parts import Dossier, Footnote, Part, Section, Sentence

#: Signs that mean something in Markdown or in HTML within it, wherever they stand.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~&$^:@])")
#: What Markdown makes a link of by itself, as on GitHub: a word, so that it cannot be split by signs.
_LINK = re.compile(r"(?i)\b(www)\.")
#: First letters of scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their later blocks.
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def markdown(dossier: Dossier) -> str:
    """Return the whole text."""
    lines = [f"# Dossier: {_text(dossier.name)}", "", _text(told.ABOUT), "", *_basis(dossier)]
    for section in dossier.sections:
        lines += _section(section)
    if dossier.timeline:
        rows = [(*told.bar_row(bar), bar.notes) for bar in dossier.timeline]
        lines += [*_heading(*told.TIMELINE), *_table(told.BAR_COLUMNS, rows)]
    if dossier.ties:
        ties = [(*told.tie_row(tie), tie.notes) for tie in dossier.ties]
        lines += [*_heading(*told.NETWORK), *_table(told.TIE_COLUMNS, ties)]
        lines += ["", _text(told.left_out(dossier))] if dossier.ties_left_out else []
    lines += ["", "## Words of the reports", "", *map(_note, dossier.footnotes)]
    return "\n".join(lines) + "\n"


def _basis(dossier: Dossier) -> Iterator[str]:
    yield from ("| | |", "| --- | --- |")
    yield from (f"| {_text(label)} | {_text(value)} |" for label, value in told.basis(dossier))


def _heading(title: str, about: str) -> tuple[str, ...]:
    return "", f"## {_text(title)}", "", _text(about), ""


def _section(section: Section) -> Iterator[str]:
    yield from _heading(section.title, section.about)
    for item in section.items:
        yield f"- {_sentence(item.sentence)}"
        yield from (f"  - {_sentence(one)}" for one in item.beside)
    if section.gaps:
        yield from ("", "Not told in the reports used here:", "")
        yield from (f"- {_text(gap)}" for gap in section.gaps)


def _sentence(sentence: Sentence) -> str:
    rank = f"**{sentence.rank}** " if sentence.rank else ""
    state = f" ({_text(', '.join(sentence.states))})" if sentence.states else ""
    return f"{rank}{_words(sentence.parts)}{_refs(sentence.notes)}{state}"


def _words(parts: tuple[Part, ...]) -> str:
    return "".join(_given(text) if given else _text(text) for text, given in told.parts(parts))


def _given(text: str) -> str:
    """Return words of a report; those that run to the left are shut in, so that they do not turn ours."""
    return f"\u2068{_text(text)}\u2069" if _LEFTWARD.search(text) else _text(text)


def _table(columns: Sequence[str], rows: Iterable[tuple[str, str, str, tuple[int, ...]]]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield f"|{' --- |' * len(columns)}"
    for *cells, notes in rows:
        yield f"| {' | '.join(_given(str(cell)) for cell in cells)} | {_refs(notes)} |"


def _note(note: Footnote) -> str:
    outlet, title, day = told.cited(note)
    headline = f", “{_given(told.clean(title))}”" if title else ""
    where = f", {_text(note.document.url)}" if note.document.url else ""
    kept = f"{_text(told.kept(note))}; SHA-256 `{note.document.sha256}`"
    words = f"“{_given(told.clean(told.quote(note)))}”"
    return f"[^{note.number}]: {words} — {_given(told.clean(outlet))}{headline}, {day}{where}; {kept}."


def _refs(numbers: Sequence[int]) -> str:
    return "".join(f"[^{number}]" for number in numbers)


def _text(text: str) -> str:
    r"""Return words that Markdown shows as they are.

    Examples:
        >>> _text("<b>*JAF*</b> www.example.org")
        '\\<b\\>\\*JAF\\*\\</b\\> www\\.example.org'
    """
    return _LINK.sub(r"\1\\.", _SIGNS.sub(r"\\\1", told.clean(text)))
