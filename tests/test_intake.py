"""From inputs to a ledger, with real files, a real store and a reader small enough to see through."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, cast

import pytest

from tacitus.intake import Entry, Intake, Tally
from tacitus.ledger.contract import Outcome
from tacitus.ledger.sqlite import SqliteStore
from tacitus.model.capture import Capture
from tacitus.model.claim import Claim, claim_id
from tacitus.model.problem import Problem
from tacitus.model.span import Span
from tacitus.pipeline import Reader
from tacitus.read.inputs import ReadOptions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tacitus.extract.contract import Draft
    from tacitus.language.analysis import Sentence
    from tacitus.ledger.books import Books
    from tacitus.ledger.contract import Store, Writer
    from tacitus.model.reading import Reading

START = datetime(2023, 5, 20, 12, tzinfo=UTC)


@dataclass
class NoLanguage:
    """An engine that finds no sentences."""

    name: str = "none"
    version: str = "1"

    def analyse(self, text: str) -> tuple[Sentence, ...]:  # noqa: ARG002 - the contract names it
        """Return nothing."""
        return ()


@dataclass
class Shots:
    """A step that takes each "fired" for an attack, and counts how often it is asked."""

    name: str = "shots"
    version: str = "1"
    needs: frozenset[str] = frozenset({"document"})
    gives: frozenset[str] = frozenset({"claims"})
    asked: list[str] = field(default_factory=list)

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with a claim a shot."""
        self.asked.append(draft.document.id)
        text = draft.document.text
        starts = [at for at in range(len(text)) if text.startswith("fired", at)]
        bare = [Claim("", "attack", (), (Span(at, at + 5),)) for at in starts]
        return replace(draft, claims=tuple(replace(c, id=claim_id(draft.document.sha256, c, {})) for c in bare))


@dataclass
class Clock:
    """A clock that moves a second with each look."""

    now: datetime = START

    def __call__(self) -> datetime:
        """Return the next second."""
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def step() -> Shots:
    """Return the step, to ask it what it saw."""
    return Shots()


@pytest.fixture
def intake(tmp_path: Path, step: Shots) -> Iterator[Intake]:
    """Return an intake into an empty ledger."""
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        yield Intake(Reader(NoLanguage(), (step,)), store, Clock())


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return a short report."""
    path = tmp_path / "report.txt"
    path.write_text("They fired at dawn. Nobody fired back.", encoding="utf-8")
    return path


def _entries(intake: Intake, path: Path, options: ReadOptions | None = None) -> list[Entry]:
    found = list(intake.take([str(path)], options or ReadOptions()))
    return [item for item in found if isinstance(item, Entry)]


def test_a_report_is_recorded(intake: Intake, report: Path) -> None:
    """Claims are in the ledger, under a run with a start and an end."""
    (entry,) = _entries(intake, report)
    assert entry.outcome is Outcome.NEW
    assert [row.quotes for row in intake.store.view().claims()] == [("fired",), ("fired",)]
    (run,) = intake.store.view().runs()
    assert (run.inputs, run.recorded, run.reader) == ((str(report),), 1, "none@1 shots@1")
    assert run.ended is not None
    assert run.started < run.ended


def test_the_same_again_adds_nothing(intake: Intake, report: Path, step: Shots) -> None:
    """The second time the reading comes from the ledger, equal to the first."""
    (first,) = _entries(intake, report)
    before = intake.store.view().counts()
    (second,) = _entries(intake, report)
    assert second.outcome is Outcome.SAME
    assert second.reading.claims == first.reading.claims
    assert second.reading.document.text == first.reading.document.text
    assert len(step.asked) == 1
    assert replace(intake.store.view().counts(), runs=before.runs) == before


def test_a_corrected_date_is_a_new_reading(intake: Intake, report: Path) -> None:
    """Metadata count; the earlier reading stays."""
    _entries(intake, report)
    (entry,) = _entries(intake, report, ReadOptions(published=date(2023, 5, 15)))
    assert entry.outcome is Outcome.NEW_READING
    view = intake.store.view()
    assert [row.published for row in view.documents()] == [date(2023, 5, 15)]
    assert len(view.readings(entry.reading.document.id)) == 2


def test_a_problem_is_recorded_and_the_rest_goes_on(intake: Intake, report: Path, tmp_path: Path) -> None:
    """A missing file is a Problem between documents."""
    gone = str(tmp_path / "gone.txt")
    found = list(intake.take([gone, str(report)], ReadOptions()))
    assert isinstance(found[0], Problem)
    assert isinstance(found[1], Entry)
    assert [row.problem for row in intake.store.view().problems()] == [found[0]]


def test_what_was_yielded_is_recorded(intake: Intake, report: Path, tmp_path: Path) -> None:
    """A run that is cut off keeps what it had; the run has no end."""
    other = tmp_path / "second.txt"
    other.write_text("Rebels fired first.", encoding="utf-8")
    results = intake.take([str(report), str(other)], ReadOptions())
    next(results)
    assert intake.store.view().counts().documents == 1
    del results
    assert intake.store.view().runs()[0].ended is None


def test_twins_in_one_run(intake: Intake, tmp_path: Path, step: Shots) -> None:
    """Two files of equal bytes are one document, read once."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Someone fired.", encoding="utf-8")
    entries = _entries(intake, tmp_path / "a.txt") + _entries(intake, tmp_path / "b.txt")
    assert [entry.outcome for entry in entries] == [Outcome.NEW, Outcome.SAME]
    assert len(step.asked) == 1


class Watched:
    """A store that notes the raw bytes and the capture record of each reading on its way to the real one."""

    def __init__(self, store: Store) -> None:
        """Stand before a store."""
        self.view, self.close = store.view, store.close
        self.store = store
        self.seen: list[tuple[bytes | None, Capture | None]] = []

    @property
    def books(self) -> Books:
        """The books of the real store."""
        return self.store.books

    @contextmanager
    def writer(self, author: str = "tacitus") -> Iterator[Writer]:
        """Open the writing side."""
        with self.store.writer(author) as self.inner:
            yield cast("Writer", self)

    def record(self, reading: Reading, recorded: datetime) -> Outcome:
        """Note, and record."""
        self.seen.append((reading.document.raw, reading.document.capture))
        return self.inner.record(reading, recorded)

    def __getattr__(self, name: str) -> object:
        """Hand everything else on."""
        return getattr(self.inner, name)


def test_the_store_is_given_the_raw_bytes(report: Path, tmp_path: Path, step: Shots) -> None:
    """With the record of this time, for a reading that it holds too; afterwards nobody keeps them in memory."""
    options = ReadOptions(clock=Clock(), tool="tacitus/9")
    with closing(Watched(SqliteStore(tmp_path / "t.db"))) as store:
        intake = Intake(Reader(NoLanguage(), (step,)), store, Clock())
        entries = _entries(intake, report, options) + _entries(intake, report, options)
        raw = report.read_bytes()
        sha256 = entries[0].reading.document.sha256
        assert store.seen == [
            (raw, Capture(str(report), sha256, "tacitus/9", START + timedelta(seconds=second))) for second in (1, 2)
        ]
    assert [entry.reading.document.raw for entry in entries] == [None, None]


@pytest.mark.parametrize(("read", "failed", "code"), [(2, 0, 0), (1, 1, 1), (0, 2, 3), (0, 0, 3)])
def test_exit_codes(intake: Intake, tmp_path: Path, read: int, failed: int, code: int) -> None:
    """0 all, 1 some, 3 none."""
    for number in range(read):
        (tmp_path / f"{number}.txt").write_text(f"Army {number} fired.", encoding="utf-8")
    tally = Tally()
    for item in intake.take([str(tmp_path / f"{n}.txt") for n in range(read + failed)], ReadOptions()):
        tally.add(item)
    assert (tally.documents, len(tally.problems), tally.exit_code) == (read, failed, code)
    assert tally.claims == read
