"""Places from CSV and TSV: a header, and a place a row."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from tacitus.gazetteer.problems import Trouble
from tacitus.gazetteer.records import entry_of, fold, has_columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.gazetteer.entries import Entry
    from tacitus.gazetteer.hints import Hints

_DELIMITERS = "\t;,|"
NEEDED = "It needs a header with columns for the name (name, ADM3_EN …), lat and lon."


def read_csv(text: str, hints: Hints) -> Iterator[tuple[int, Entry | Trouble]]:
    """Yield the line at which each row ends, and its entry or what is wrong with it. Blank rows are passed over."""
    table = csv.reader(StringIO(text, newline=""), delimiter=delimiter(text))
    try:
        header = [fold(cell) for cell in next(table, [])]
        for row in table:
            cells = {name: " ".join(cell.split()) for name, cell in zip(header, row, strict=False)}
            if any(cells.values()):
                yield table.line_num, entry_of(cells, hints)
    except csv.Error as error:  # a cell of more than 131,072 characters: a quotation mark without its other half
        yield (
            table.line_num,
            Trouble(f"The table breaks off: {error}.", "Look for a quotation mark that is not closed."),
        )


def is_table(text: str) -> bool:
    """Tell whether a text begins with a header of a table of places."""
    try:
        header = next(csv.reader(StringIO(text, newline=""), delimiter=delimiter(text)), [])
    except csv.Error:
        return False
    return has_columns({fold(cell) for cell in header})


def delimiter(text: str) -> str:
    """Return what stands between the cells of the header, by number; a comma when in doubt.

    Examples:
        >>> delimiter("name;lat;lon"), delimiter("name")
        (';', ',')
    """
    header = text[: text.find("\n")] if "\n" in text else text
    return max(reversed(_DELIMITERS), key=lambda mark: (header.count(mark), mark == ","))
