"""Claims as rows for spreadsheets: one row a claim, safe to open."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from tacitus.export.lines import str_of
from tacitus.export.opinions import correction_words, grade_words, sources_words
from tacitus.model.count import Count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.export.lines import ClaimLine
    from tacitus.model.review import Review

COLUMNS = (
    "document",
    "outlet",
    "published",
    "type",
    "who",
    "whom",
    "where",
    "latitude",
    "longitude",
    "radius_km",
    "when",
    "killed_min",
    "killed_max",
    "injured_min",
    "injured_max",
    "more",
    "source",
    "certainty",
    "status",
    "quote",
    "claim",
    "recorded",
    "review",
    "review_by",
    "review_at",
    "review_because",
    "review_correction",
)
"""Names of the columns, in order."""

GRADES = ("source_grades", "claim_grade")
"""Names of the columns behind them when grades are asked for."""

_SHOWN = ("actor", "subject", "target", "object", "place", "killed", "injured")
_JOIN = "; "
#: First characters with which a spreadsheet may start a formula or a command (OWASP, "CSV Injection", with the
#: full-width forms; `|` and `%` for programs that take them as the start of a command).
_ACTIVE = tuple("=+-@\t\r\n|%\uff1d\uff0b\uff0d\uff20")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def row(line: ClaimLine) -> tuple[str, ...]:
    """Return one claim as cells, in the order of `COLUMNS`; an empty cell means that the words do not tell.

    A line with grades has the cells of `GRADES` behind them. Several values stand in one cell with `; ` between them.
    """
    claim, document = line.claim, line.document
    more = [f"{a.role}: {str_of(a.value)}" for a in line.args if a.role not in _SHOWN]
    return (
        document.id,
        document.outlet or "",
        document.published.isoformat() if document.published else "",
        claim.type,
        _JOIN.join(line.words("actor", "subject")),
        _JOIN.join(line.words("target", "object")),
        _JOIN.join(line.words("place")),
        *_position(line),
        claim.time.edtf if claim.time else "",
        *_bounds(line, "killed"),
        *_bounds(line, "injured"),
        _JOIN.join(more),
        _JOIN.join(line.speakers),
        str(claim.certainty),
        str(claim.status),
        " … ".join(line.quotes),
        claim.id,
        line.recorded.isoformat() if line.recorded else "",
        *_review(line.review),
        *((sources_words(line.grades), grade_words(line.grades.claim)) if line.grades is not None else ()),
    )


def guarded(cell: str) -> str:
    """Return the cell with `'` before anything that a spreadsheet might run as a formula; numbers stay.

    Examples:
        >>> guarded("=HYPERLINK(A1)"), guarded("-12"), guarded("Idlib")
        ("'=HYPERLINK(A1)", '-12', 'Idlib')
    """
    return f"'{cell}" if cell.startswith(_ACTIVE) and not _NUMBER.fullmatch(cell) else cell


def csv_line(cells: Sequence[str]) -> str:
    """Return the cells as one CSV record (RFC 4180, but with a bare line feed at its end), each cell guarded."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([guarded(cell) for cell in cells])
    return out.getvalue()


def _review(review: Review | None) -> tuple[str, str, str, str, str]:
    """Return state, author, moment, reason and correction; empty straight from the reader."""
    if review is None:
        return "", "", "", "", ""
    corrected = correction_words(review.correction) if review.correction else ""
    at = review.recorded.isoformat() if review.recorded else ""
    return str(review.state), review.author or "", at, review.because or "", corrected


def _position(line: ClaimLine) -> tuple[str, str, str]:
    """Return degrees north and east and kilometres; empty for a place in doubt, which a spreadsheet cannot show."""
    sure = next((where.point for where in line.where[:1] if where.is_located), None)
    if sure is None:
        return "", "", ""
    return f"{sure.latitude:.4f}", f"{sure.longitude:.4f}", f"{sure.radius / 1000:.0f}"


def _bounds(line: ClaimLine, role: str) -> tuple[str, str]:
    counts = [a.value for a in line.args if a.role == role and isinstance(a.value, Count)]
    low = _JOIN.join("" if c.min is None else str(c.min) for c in counts)
    high = _JOIN.join("" if c.max is None else str(c.max) for c in counts)
    return low, high
