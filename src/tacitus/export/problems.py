"""Problems that the ledger holds, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tacitus.export.form import Format
from tacitus.export.formats import array_text
from tacitus.export.table import csv_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tacitus.ledger.rows import ProblemRow

COLUMNS = ("recorded", "place", "step", "message", "advice", "reading")
"""Keys of an object and columns of a row, in order."""


def to_object(row: ProblemRow) -> dict[str, str | None]:
    """Return one problem with the moment at which it was last met."""
    problem = row.problem
    values = (row.recorded.isoformat(), problem.place, problem.step, problem.message, problem.advice, row.reading)
    return dict(zip(COLUMNS, values, strict=True))


def problems_text(rows: Iterable[ProblemRow], form: Format) -> Iterator[str]:
    """Yield problems as CSV with a header, as JSON Lines, or as one JSON array; a table is made elsewhere."""
    objects = map(to_object, rows)
    if form is Format.JSON:
        yield array_text(objects)
    elif form is Format.JSONL:
        yield from (json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n" for item in objects)
    else:
        yield csv_line(COLUMNS)
        yield from (csv_line([cell or "" for cell in item.values()]) for item in objects)
