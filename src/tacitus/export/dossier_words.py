"""What every form of a dossier says besides its sentences: what it was made from, and where each quote stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tacitus.ask.dossier_clauses import day_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ask.dossier_parts import Bar, Dossier, Footnote, Part, Tie

#: What a reader should know first.
ABOUT = (
    "This page tells what reports say, and who says it. It takes no side, and nothing in it is our own finding. "
    "Sentences were read by machine; those marked “unreviewed” no person has checked. Each number leads to the words "
    "of the report that the sentence stands on. What no report here tells may still be so."
)
#: The label of the hash that a dossier can be checked by.
HASH = "Hash of the head"
TIMELINE = ("Timeline", "What has a time, as vague as it is told. Times are EDTF (ISO 8601-2).")
NETWORK = ("Network", "Who reports connect with the subject, by name; order and place mean nothing.")
BAR_COLUMNS = ("Time", "What is reported", "How surely", "Words")
TIE_COLUMNS = ("Name", "How connected", "Reports", "Words")

#: What no form can hold: control characters and lone surrogates; line breaks become spaces.
_BROKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
#: Characters that turn the direction of all that follows, until another one ends it.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"[\t\n\r\u2028\u2029]+")


def clean(text: str, *, keeps_turns: bool = False) -> str:
    """Return words on one line without characters that break a page.

    Args:
        text: From a report: anything.
        keeps_turns: Whether marks of direction stay; where nothing shuts them in they would turn our words too.

    Examples:
        >>> clean("a" + chr(0) + "b" + chr(10) + "c")
        'a�b c'
    """
    flat = _SPACE.sub(" ", _BROKEN.sub("\ufffd", text))
    return flat if keeps_turns else _TURNS.sub("", flat)


def basis(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield what a dossier was made from, as pairs of label and value."""
    made = dossier.basis
    yield "Taken by the reports for", ", ".join(dossier.types)
    if dossier.id:
        yield "Key", dossier.id
    yield "Reports published", f"on {day_words(made.as_of)} or before" if made.as_of else "on any day"
    entered = f"by the end of {day_words(made.known_by)}, UTC" if made.known_by else "at any time"
    yield "Entered in the ledger", entered
    yield "Stands on", f"{_many(made.claims, 'claim')} of {_many(made.documents, 'report')}"
    if made.undated:
        yield "Left out", f"{_many(made.undated, 'report')} of which nobody knows the day of publication"
    if dossier.near:
        yield "Perhaps the same, and not joined", "; ".join(dossier.near)
    yield "Ledger head", f"entry {made.head.seq}"
    yield HASH, made.head.hash
    yield "Made by", f"Tacitus {made.version}"


def cited(note: Footnote) -> tuple[str, str, str]:
    """Return outlet, headline and day of a footnote's report; what is not known is told as such."""
    document = note.document
    day = day_words(document.published) if document.published else "undated"
    return document.outlet or "outlet not known", document.title or "", day


def kept(note: Footnote) -> str:
    """Return what proves a footnote, without the hash: document, place of the words in its text, claim, review."""
    at = ", ".join(f"{span.start}–{span.end}" for span in note.spans)
    parts = [f"document {note.document.id}", f"characters {at}"]
    parts += [f"claim {note.claim}", note.state] if note.claim else ["use of the name"]
    corrected = f" (a reviewer corrects it: {note.correction})" if note.correction else ""
    return ", ".join(parts) + corrected


def quote(note: Footnote) -> str:
    """Return the words of a footnote, pieces apart by an ellipsis."""
    return " … ".join(note.quotes)


def parts(found: tuple[Part, ...]) -> Iterator[tuple[str, bool]]:
    """Yield the words of a sentence, cleaned, each with whether a report gives them; like neighbours are joined."""
    words, given = "", False
    for part in found:
        if part.is_given or given:
            if words:
                yield clean(words), given
            words = ""
        words, given = words + part.text, part.is_given
    if words:
        yield clean(words), given


def bar_row(bar: Bar) -> tuple[str, str, str]:
    """Return a line of the timeline for its table: time, what is reported, how surely."""
    ended = ", ended" if bar.is_ended else ""
    return bar.time.edtf, clean(bar.label) + ended, str(bar.certainty)


def tie_row(tie: Tie) -> tuple[str, str, str]:
    """Return a neighbour for its table: name, how connected, number of reports."""
    return clean(tie.name), ", ".join(tie.words), str(tie.documents)


def left_out(dossier: Dossier) -> str:
    """Return a line on neighbours for whom there is no room; "" where there are none."""
    many = dossier.ties_left_out
    return f"{many} more that fewer reports connect with it are left out." if many else ""


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"
