"""Rows of a table of aliases, by the names of their columns; one that is broken does not take others with it."""

from __future__ import annotations

import csv
from collections import deque
from typing import TYPE_CHECKING

from tacitus.gazetteer.csv_rows import delimiter
from tacitus.gazetteer.keys import key_of
from tacitus.gazetteer.problems import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tacitus.aliases.opening import Line

Record = tuple[int, "Mapping[str, object] | Trouble"]
"""Number of the line at which a record begins, and its columns or what is wrong with it."""

_LONGEST_ROW = 50  # lines: a row of more is a quotation mark without its other half
_OPEN_QUOTE = Trouble("A quotation mark is not closed.", "Close it, or write it twice where it belongs to the name.")
_LONG_CELL = Trouble(f"A cell has more than {csv.field_size_limit():,} characters.", "Look for a missing line break.")
_TOO_MANY = Trouble("The row has more cells than the header.", "Put cells with the delimiter in them in quotes.")


def columns(header: str) -> list[str]:
    """Return the names of columns, without case and marks.

    Examples:
        >>> columns("ActorId;Name Data"), columns('"itemLabel"')
        (['actorid', 'namedata'], ['itemlabel'])
    """
    cells = next(csv.reader([" ".join(header.splitlines())], delimiter=delimiter(header)), [])
    return [key_of(cell) for cell in cells]


def table(numbered: Iterable[Line]) -> Iterator[Record]:
    """Yield the rows below the header, cells without surrounding space; blank rows are passed over.

    A row that cannot be read is given as trouble, and reading goes on with the line after its first one.
    """
    queue = _Queue(numbered)
    first = next(queue.head(), (1, ""))
    header = first[1] if isinstance(first[1], str) else ""
    names, mark = columns(header), delimiter(header)
    while (begin := queue.begin()) is not None:
        number, text = begin
        if isinstance(text, Trouble):
            queue.drop()
            yield number, text
            continue
        row = _row(queue, mark)
        if isinstance(row, Trouble):
            yield number, row
        elif any(row):
            is_wide = any(row[len(names) :])
            yield number, _TOO_MANY if is_wide else {n: c for n, c in zip(names, row, strict=False) if n}


def _row(queue: _Queue, mark: str) -> list[str] | Trouble:
    """Take the next row off a queue."""
    feed = queue.feed()
    try:
        row = next(csv.reader(feed, delimiter=mark), [])
    except csv.Error:
        queue.keep(1)
        return _LONG_CELL
    if queue.ran_out:  # the reader asked for more than there is: it stands within quotes
        queue.keep(1)
        return _OPEN_QUOTE
    queue.keep(queue.taken)
    return [" ".join(cell.split()) for cell in row]


class _Queue:
    """Lines that come, of which a row takes some, and some may be put back."""

    def __init__(self, numbered: Iterable[Line]) -> None:
        self._source = iter(numbered)
        self._waiting: deque[Line] = deque()
        self.taken = 0
        self.ran_out = False

    def head(self) -> Iterator[Line]:
        """Yield the first line that is not blank."""
        yield from (line for line in self._source if not isinstance(line[1], str) or line[1].strip())

    def begin(self) -> Line | None:
        """Return the next line, which stays; None at the end."""
        if not self._waiting and (line := next(self._source, None)) is not None:
            self._waiting.append(line)
        return self._waiting[0] if self._waiting else None

    def drop(self) -> None:
        """Take the next line off."""
        self._waiting.popleft()

    def feed(self) -> Iterator[str]:
        """Yield lines for one row; they stay until `keep` says how many it has."""
        self.taken, self.ran_out = 0, False
        while self.taken < _LONGEST_ROW:
            if self.taken == len(self._waiting):
                line = next(self._source, None)
                if line is None:
                    break
                self._waiting.append(line)
            text = self._waiting[self.taken][1]
            if isinstance(text, Trouble):
                break
            self.taken += 1
            yield text
        self.ran_out = True

    def keep(self, count: int) -> None:
        """Take so many lines off."""
        for _ in range(count):
            self.drop()
