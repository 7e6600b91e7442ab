"""Alike: how likely two names mean the same, for each pair of a list, and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tacitus.model.problem import Problem
from tacitus.read.inputs import STDIN
from tacitus.resolve.names import alike, likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_COLUMNS = ("name1", "name2")
#: The line of a row that holds no pair, so that line n of the output is of row n of the list.
NO_PAIR = "0.000000"
_LEAST = 0.005


def scores_of(path: Path | str, *, is_told_why: bool = False) -> Iterator[str | Problem]:
    """Yield a line for each row of a list of pairs, in order, and before it what is wrong with the row.

    A list is a file of tab-separated values in UTF-8, whose first line names the columns `name1` and `name2` among
    others; empty lines do not count. A row without two names gives "0.000000".

    Args:
        path: Path of the list; "-" for standard input.
        is_told_why: Whether the reasons follow the score, see `why`.
    """
    place = "standard input" if str(path) == STDIN else str(path)
    try:
        raw = sys.stdin.buffer.read() if str(path) == STDIN else Path(path).read_bytes()
    except OSError as error:
        yield Problem(place, "read", f"The list cannot be read: {error.strerror}.", "Check the path.")
        return
    yield from _lines(raw.decode("utf-8-sig", "replace").splitlines(), place, is_told_why=is_told_why)


def _lines(lines: Sequence[str], place: str, *, is_told_why: bool) -> Iterator[str | Problem]:
    numbered = [(number, line.split("\t")) for number, line in enumerate(lines, 1) if line.strip("\r\n")]
    header = [cell.strip() for cell in numbered[0][1]] if numbered else []
    if not set(_COLUMNS) <= set(header):
        advice = "Begin the list with a line of column names that has name1 and name2, with tabs between them."
        yield Problem(place, "read", "The list has no columns name1 and name2.", advice)
        return
    first, second = (header.index(column) for column in _COLUMNS)
    for number, cells in numbered[1:]:
        one, other = (_name(cells, at) for at in (first, second))
        if one and other:
            yield _line(one, other, is_told_why=is_told_why)
        else:
            missing = " and ".join(c for c, name in zip(_COLUMNS, (one, other), strict=True) if not name)
            advice = "Give it two names, with a tab between them; its score is 0."
            yield Problem(f"{place}:{number}", "read", f"The row has no {missing}.", advice)
            yield NO_PAIR


def _name(cells: Sequence[str], at: int) -> str:
    """Return the name in a cell, without quotes around it; "" for none."""
    name = cells[at].strip() if at < len(cells) else ""
    is_quoted = len(name) > 1 and name[0] == name[-1] == '"'
    return name[1:-1].replace('""', '"').strip() if is_quoted else name


def _line(one: str, other: str, *, is_told_why: bool) -> str:
    return "\t".join((f"{alike(one, other):.6f}", *(why(one, other) if is_told_why else ())))


def why(one: str, other: str) -> Iterable[str]:
    """Return the reasons for a score, the strongest first: "brackets differ -6.51 (1 x -6.51)".

    What adds next to nothing is left out. The first number is what the reason adds to the log-odds; in parentheses how
    much there is of it, and its weight.

    Examples:
        >>> [reason.split(" (")[0].rsplit(" ", 1)[0] for reason in why("3rd Brigade", "4th Brigade")][:1]
        ['numbers differ']
    """
    return (
        f"{f.name} {f.value * f.weight:+.2f} ({f.value:.2g} x {f.weight:.2f})"
        for f in likeness(one, other).features
        if abs(f.value * f.weight) >= _LEAST
    )
