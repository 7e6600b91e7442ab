"""The formats that commands write: which there are, and their text piece by piece, so that long lists stream."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING

from tacitus.export import claims_json, jsonl, table
from tacitus.export.form import Format
from tacitus.export.lines import lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tacitus.export.lines import ClaimLine
    from tacitus.model.reading import Reading


def readings_json(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield section 7 JSON: indented when there is one reading, one compact object a line when there are several."""
    rest = iter(readings)
    first = next(rest, None)
    if first is None:
        return
    second = next(rest, None)
    if second is None:
        yield claims_json.dumps(first, indented=True) + "\n"
        return
    for reading in chain((first, second), rest):
        yield claims_json.dumps(reading) + "\n"


def claims_text(found: Iterable[ClaimLine], form: Format, *, is_graded: bool = False) -> Iterator[str]:
    """Yield claims as CSV with a header, as JSON Lines, or as one JSON array of the same objects.

    Lines that carry grades need `is_graded`, so that the header of CSV fits them.

    A table is for people and is made by `tacitus.terminal`; asked for it, this gives CSV.
    """
    if form is Format.JSONL:
        yield from (jsonl.dumps(line) + "\n" for line in found)
    elif form is Format.JSON:
        yield from _array(jsonl.dumps(line) for line in found)
    else:
        yield table.csv_line((*table.COLUMNS, *(table.GRADES if is_graded else ())))
        yield from (table.csv_line(table.row(line)) for line in found)


def file_text(reading: Reading, form: Format) -> str:
    """Return the whole file of one document: section 7 JSON, or its claims as JSON Lines or CSV."""
    if form is Format.JSON:
        return claims_json.dumps(reading, indented=True) + "\n"
    return "".join(claims_text(lines(reading), form))


def array_text(objects: Iterable[object]) -> str:
    """Return objects as one JSON array, an object a line."""
    return "".join(_array(json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in objects))


def _array(items: Iterable[str]) -> Iterator[str]:
    before = "[\n"
    for item in items:
        yield before + item
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
