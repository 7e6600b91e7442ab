"""What `tacitus evaluate` prints: the headline, then tables of what the reader does well and badly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.evaluate.gold import Case
from tacitus.evaluate.report import to_object

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tacitus.evaluate.report import Report, Row
    from tacitus.model.document import Document
    from tacitus.model.problem import Problem
    from tacitus.model.reading import Reading
    from tacitus.terminal.screen import Screen

#: Headline rows that are numbers and no shares.
_NUMBERS = frozenset({"alias_wrong"})
_WORDS = {
    "full": "found, and right in full",
    "found": "found",
    "arguments": "arguments",
    "entity_recall": "named entities that the reader has",
    "alias_recall": "further names of entities",
    "alias_wrong": "names given to the wrong entity",
    "args_accuracy": "of found claims: arguments right",
    "source_accuracy": "of found claims: source right",
    "certainty_accuracy": "of found claims: certainty right",
    "status_accuracy": "of found claims: status right",
    "time_accuracy": "of found claims: time right",
    "sourced_accuracy": "of those with a speaker: speaker right",
    "chain_accuracy": "of those with several: all right",
    "dated_accuracy": "of those with a time: time right",
    "hedged_f1": "certainty other than stated",
    "not_actual_f1": "status other than actual",
    "place_f1": "places of found claims",
    "count_f1": "counts of found claims",
}


def cases_of(items: Iterable[Case | Problem], problems: list[Problem], screen: Screen) -> Iterator[Case]:
    """Yield the documents of the gold; tell problems as they come, and keep them."""
    for number, item in enumerate(items, 1):
        if isinstance(item, Case):
            screen.step(f"Reading {item.gold.id}, document {number}")
            yield item
        else:
            problems.append(item)
            screen.problem(item)


def watched(
    read: Callable[[Document], Reading], problems: list[Problem], screen: Screen
) -> Callable[[Document], Reading]:
    """Return a reader whose problems are told as they come, and kept."""

    def reading(document: Document) -> Reading:
        found = read(document)
        for problem in found.problems:
            problems.append(problem)
            screen.problem(problem)
        return found

    return reading


def write_json(report: Report, screen: Screen) -> None:
    """Write the report as one JSON object."""
    screen.json(to_object(report))


def write_table(report: Report, screen: Screen) -> None:
    """Write the report for people."""
    documents, gold = _number(report.documents, "document"), _number(report.gold, "claim")
    screen.heading(f"{documents}, {gold} in the gold, {report.read} read")
    screen.data(aligned([("", "precision", "recall", "F1"), *_headline(report)]) + "\n")
    for title, rows in report.tables.items():
        screen.heading(f"By {title}")
        header = (title, "gold", "read", "recall", "precision", "full")
        screen.data(aligned([header, *map(_cells, rows)]) + "\n")
    screen.heading("With --min-confidence")
    screen.data(aligned(list(_levels(report))) + "\n")
    screen.heading(f"Confidence: off by {report.calibration_error:.3f} on average")
    bins = [(f"{b.low:.1f} to {b.high:.1f}", str(b.claims), _share(b.confidence), _share(b.found)) for b in report.bins]
    screen.data(aligned([("confidence", "read", "mean", "found"), *bins]))


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as lines: the first column to the left, all others to the right.

    Examples:
        >>> print(aligned([("", "gold"), ("clash", "7")]), end="")
               gold
        clash     7
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))] for row in rows)
    return "".join("  ".join(line).rstrip() + "\n" for line in lines)


def _headline(report: Report) -> Iterator[tuple[str, ...]]:
    for key, value in report.headline.items():
        if isinstance(value, dict):
            yield (_WORDS[key], *(_share(value[name]) for name in ("precision", "recall", "f1")))
        elif key.endswith("_f1"):
            yield _WORDS[key], "", "", _share(value)
        else:
            yield _WORDS[key], "", f"{value:.0f}" if key in _NUMBERS else _share(value), ""


def _cells(row: Row) -> tuple[str, ...]:
    shares = (row.recall, row.precision, row.full_recall)
    return (row.name, str(row.gold), str(row.read), *("" if s is None else _share(s) for s in shares))


def _levels(report: Report) -> Iterator[tuple[str, ...]]:
    yield "at least", "read", "precision", "recall", "F1", "full: precision", "recall"
    for level in report.levels:
        shares = [level.found[name] for name in ("precision", "recall", "f1")]
        yield (
            f"{level.least:.1f}" if level.least else "all",
            str(level.read),
            *map(_share, (*shares, level.full["precision"], level.full["recall"])),
        )


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _share(value: float) -> str:
    return f"{value:.3f}"
