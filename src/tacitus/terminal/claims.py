"""Claims as a table: framed and wrapped on a terminal, one plain line a claim elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from tacitus.terminal import wording
from tacitus.terminal.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tacitus.export.lines import ClaimLine

HEADER = ("When", "Claim", "Who says so", "How sure", "In these words")
#: Shares of the width that "When" (a day) and "How sure" leave to the other columns.
_CLAIM, _SAYS, _WORDS = 6, 5, 7
#: Widest padding of a plain column, in characters: one long cell must not push the whole table to the right.
_WIDEST = 60


def cells(line: ClaimLine, *, is_cited: bool = False) -> tuple[str, ...]:
    """Return one claim as cells in the order of `HEADER`, each safe to print and on one line.

    Args:
        line: The claim.
        is_cited: Whether the report is told beside the speaker: for lists over many reports.
    """
    says = wording.who_says_where(line) if is_cited else wording.who_says(line)
    found = (wording.when(line), wording.told(line), says, wording.how_sure(line), wording.quoted(line))
    return tuple(map(one_line, found))


def framed(found: Iterable[ClaimLine], *, is_cited: bool = False) -> Table:
    """Return a table that wraps its cells to the width of the terminal."""
    table = Table(box=box.SIMPLE_HEAD, leading=1, expand=True, padding=(0, 1, 0, 0), show_edge=False)
    table.add_column(HEADER[0], min_width=10, overflow="fold")
    table.add_column(HEADER[1], ratio=_CLAIM, overflow="fold")
    table.add_column(HEADER[2], ratio=_SAYS, min_width=8, overflow="fold")
    table.add_column(HEADER[3], min_width=8, overflow="fold")
    table.add_column(HEADER[4], ratio=_WORDS, overflow="fold", style="italic")
    for line in found:
        at, claim, who, how, quote = cells(line, is_cited=is_cited)
        style = wording.STYLES[line.claim.certainty]
        table.add_row(_breakable(at), _typed(claim, line.claim.type), Text(who), Text(how, style), Text(quote))
    return table


def plain(found: Iterable[ClaimLine], *, is_cited: bool = False) -> str:
    """Return a header and one line a claim, columns apart by two spaces, nothing wrapped or cut."""
    return columns((HEADER, *(cells(line, is_cited=is_cited) for line in found)))


def columns(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as lines with their columns one under another; the last column is not padded.

    Examples:
        >>> print(columns([("When", "Claim"), ("2019-08-31", "clash")]), end="")
        When        Claim
        2019-08-31  clash
    """
    widths = [min(_WIDEST, max(len(cell) for cell in column)) for column in zip(*rows, strict=True)]
    padded = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n" for row in rows
    )
    return "".join(padded)


def _typed(claim: str, kind: str) -> Text:
    text = Text(claim)
    text.stylize("bold", 0, len(kind))
    return text


def _breakable(interval: str) -> Text:
    """Let an interval break after its stroke."""
    return Text(interval.replace("/", "/\n"))
