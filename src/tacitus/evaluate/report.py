"""The report over all documents of the gold: figures, tables, calibration, and what each level of confidence gives."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from tacitus.evaluate import figures
from tacitus.evaluate.calibration import Bin, bins, expected_error
from tacitus.evaluate.constructions import MARKS, marks, page_of, source_kind
from tacitus.evaluate.judging import judge
from tacitus.evaluate.papers import paper_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tacitus.evaluate.constructions import Page
    from tacitus.evaluate.gold import Case
    from tacitus.evaluate.judging import Verdict
    from tacitus.evaluate.papers import Paper, Told
    from tacitus.model.document import Document
    from tacitus.model.reading import Reading

#: Least confidences for which figures are told; the reader itself leaves out what is less sure than the first ones.
LEVELS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
#: Titles of the tables.
TABLES = ("type", "source", "construction")


@dataclass(frozen=True, slots=True)
class Row:
    """How the claims of one kind did.

    Attributes:
        name: The kind.
        gold: Claims of the kind in the gold.
        read: Claims of the kind that the reader gave.
        found: Those of `gold` that were found.
        full: Those of `gold` that were right in full.
        precise: Those of `read` that the gold has.
    """

    name: str
    gold: int
    read: int
    found: int
    full: int
    precise: int

    @property
    def recall(self) -> float | None:
        """The share of the gold claims that were found, [0, 1]; None when there are none."""
        return figures.share(self.found, self.gold) if self.gold else None

    @property
    def precision(self) -> float | None:
        """The share of the claims read that the gold has, [0, 1]; None when there are none."""
        return figures.share(self.precise, self.read) if self.read else None

    @property
    def full_recall(self) -> float | None:
        """The share of the gold claims that are right in full, [0, 1]; None when there are none."""
        return figures.share(self.full, self.gold) if self.gold else None


@dataclass(frozen=True, slots=True)
class Level:
    """What is left when only claims at least so sure are kept.

    Attributes:
        least: The least confidence.
        read: Claims that are left.
        found: Precision, recall and F1 of finding.
        full: The same of claims right in full.
    """

    least: float
    read: int
    found: figures.Ratios
    full: figures.Ratios


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is told.

    Attributes:
        documents: Number of documents.
        gold: Number of gold claims.
        read: Number of claims that the reader gave.
        headline: Figures by name, in order; see `docs/evaluate.md`.
        tables: Title → rows: by type, by source, by construction.
        levels: By least confidence.
        calibration_error: Expected calibration error of "this claim is found", [0, 1].
        bins: The confidences behind it.
    """

    documents: int
    gold: int
    read: int
    headline: Mapping[str, float | figures.Ratios]
    tables: Mapping[str, tuple[Row, ...]]
    levels: tuple[Level, ...]
    calibration_error: float
    bins: tuple[Bin, ...]


@dataclass(slots=True)
class Measure:
    """Counts over documents, filled one by one.

    Attributes:
        documents: How many were judged.
        counts: As `figures.rows` takes them.
        by: Title of a table → kind → counts of its row.
        levels: Level → counts.
        scored: Confidence of each claim that was read, and whether it was found.
    """

    documents: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    by: dict[str, defaultdict[str, Counter[str]]] = field(
        default_factory=lambda: {title: defaultdict(Counter) for title in TABLES}
    )
    levels: dict[float, Counter[str]] = field(default_factory=lambda: {least: Counter() for least in LEVELS})
    scored: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, read: Paper, gold: Paper) -> None:
        """Judge one document."""
        verdict = judge(read, gold)
        self.documents += 1
        self.counts.update(figures.counted(verdict))
        self._sort(verdict)
        hit = {pair.read for pair in verdict.pairs}
        self.scored += [(c.confidence or 0.0, i in hit) for i, c in enumerate(read.claims)]
        for least, counts in self.levels.items():
            left = judge(read.at_least(least), gold, verdict.ids) if least else verdict
            counts.update(read=len(left.read.claims), found=len(left.pairs), full=sum(p.is_full for p in left.pairs))

    def _sort(self, verdict: Verdict) -> None:
        """Count the claims of a document by type, source and construction."""
        found = {pair.gold: pair for pair in verdict.pairs}
        hit = {pair.read for pair in verdict.pairs}
        page = page_of(verdict.gold)
        for j, claim in enumerate(verdict.gold.claims):
            is_full = j in found and found[j].is_full
            for row in self._rows(claim, page):
                row.update(gold=1, found=int(j in found), full=int(is_full))
        page = page_of(verdict.read)
        for i, claim in enumerate(verdict.read.claims):
            for row in self._rows(claim, page):
                row.update(read=1, precise=int(i in hit))

    def _rows(self, claim: Told, page: Page) -> Iterator[Counter[str]]:
        by_type, by_source, by_construction = self.by.values()
        yield by_type[claim.type]
        yield by_source[source_kind(claim, page)]
        yield from (by_construction[mark] for mark in marks(claim, page))

    def report(self) -> Report:
        """Return the report over everything that was added."""
        gold = self.counts["gold"]
        levels = tuple(
            Level(
                least,
                c["read"],
                figures.ratios(c["found"], c["read"], gold),
                figures.ratios(c["full"], c["read"], gold),
            )
            for least, c in self.levels.items()
        )
        return Report(
            self.documents,
            gold,
            self.counts["read"],
            figures.rows(self.counts),
            {title: _table(title, self.by[title]) for title in TABLES},
            levels,
            expected_error(self.scored),
            bins(self.scored),
        )


def measure(cases: Iterable[Case], read: Callable[[Document], Reading], least: float = 0.0) -> Report:
    """Return the report on a reader over the documents of the gold.

    Args:
        cases: Documents and what should be read in them.
        read: The reader.
        least: Claims less sure than this are left out before anything is counted.
    """
    found = Measure()
    for case in cases:
        found.add(paper_of(read(case.document)).at_least(least), case.gold)
    return found.report()


def _table(title: str, rows: Mapping[str, Counter[str]]) -> tuple[Row, ...]:
    """Return the rows of a table: constructions in their own order, else the commonest first."""
    names = [m for m in MARKS if m in rows] if title == TABLES[2] else sorted(rows, key=lambda n: (-rows[n]["gold"], n))
    return tuple(
        Row(n, rows[n]["gold"], rows[n]["read"], rows[n]["found"], rows[n]["full"], rows[n]["precise"]) for n in names
    )


def to_object(report: Report) -> dict[str, object]:
    """Return the report as a JSON object."""
    return {
        "documents": report.documents,
        "claims": {"gold": report.gold, "read": report.read},
        "headline": dict(report.headline),
        **{f"by_{title}": [_of_row(row) for row in rows] for title, rows in report.tables.items()},
        "min_confidence": [asdict(level) for level in report.levels],
        "calibration": {"error": report.calibration_error, "bins": [asdict(one) for one in report.bins]},
    }


def _of_row(row: Row) -> dict[str, object]:
    shares = {"recall": row.recall, "precision": row.precision, "full_recall": row.full_recall}
    return {"name": row.name, "gold": row.gold, "read": row.read, **shares}
