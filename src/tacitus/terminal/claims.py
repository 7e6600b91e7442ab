"""Claims as a table: framed and wrapped on a terminal, one plain line a claim elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from tacitus.terminal import wording
from tacitus.terminal.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tacitus.export.lines import ClaimLine

HEADER = ("When", "Claim", "Who says so", "How sure", "In these words")
#: Shares of the width that "When" (a day) and "How sure" leave to the other columns.
_CLAIM, _SAYS, _SAID, _WORDS = 6, 5, 4, 7
#: Widest padding of a plain column, in characters: one long cell must not push the whole table to the right.
_WIDEST = 60


def cells(line: ClaimLine, *, is_cited: bool = False) -> tuple[str, ...]:
    """Return one claim as cells in the order of `HEADER`, each safe to print and on one line.

    What people said of it stands in columns of its own, before the words, where there is any.

    Args:
        line: The claim.
        is_cited: Whether the report is told beside the speaker: for lists over many reports.
    """
    says = wording.who_says_where(line) if is_cited else wording.who_says(line)
    found = (wording.when(line), wording.told(line), says, wording.how_sure(line), wording.quoted(line))
    return tuple(map(one_line, found))


def framed(found: Iterable[ClaimLine], *, is_cited: bool = False) -> Table:
    """Return a table that wraps its cells to the width of the terminal."""
    lines = tuple(found)
    more = _further(lines)
    table = Table(box=box.SIMPLE_HEAD, leading=1, expand=True, padding=(0, 1, 0, 0), show_edge=False)
    table.add_column(HEADER[0], min_width=10, overflow="fold")
    table.add_column(HEADER[1], ratio=_CLAIM, overflow="fold")
    table.add_column(HEADER[2], ratio=_SAYS, min_width=8, overflow="fold")
    table.add_column(HEADER[3], min_width=8, overflow="fold")
    for header in more:
        table.add_column(header, ratio=_SAID, min_width=10, overflow="fold")
    table.add_column(HEADER[4], ratio=_WORDS, overflow="fold", style="italic")
    for line in lines:
        at, claim, who, how, quote = cells(line, is_cited=is_cited)
        style = wording.STYLES[line.claim.certainty]
        beside = (Text(one_line(told(line))) for told in more.values())
        table.add_row(_breakable(at), _typed(claim, line.claim.type), Text(who), Text(how, style), *beside, Text(quote))
    return table


def plain(found: Iterable[ClaimLine], *, is_cited: bool = False) -> str:
    """Return a header and one line a claim, columns apart by two spaces, nothing wrapped or cut."""
    lines = tuple(found)
    more = _further(lines)
    rows = [(*HEADER[:-1], *more, HEADER[-1])]
    for line in lines:
        *first, quote = cells(line, is_cited=is_cited)
        rows.append((*first, *(one_line(told(line)) for told in more.values()), quote))
    return columns(rows)


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


def _further(lines: Sequence[ClaimLine]) -> dict[str, Callable[[ClaimLine], str]]:
    """Return header → what stands under it, of the columns on what people said: those that the lines have."""
    out: dict[str, Callable[[ClaimLine], str]] = {}
    if any(line.review is not None for line in lines):
        out["Review"] = wording.reviewed
    if any(line.grades is not None for line in lines):
        out |= {"Its sources, graded": wording.sources_graded, "The claim, graded": wording.claim_graded}
    return out


def _typed(claim: str, kind: str) -> Text:
    text = Text(claim)
    text.stylize("bold", 0, len(kind))
    return text


def _breakable(interval: str) -> Text:
    """Let an interval break after its stroke."""
    return Text(interval.replace("/", "/\n"))
