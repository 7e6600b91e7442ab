"""Questions put to the example reports, and whether what is answered is what is expected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from tests.ask.gold import Given, missing, unsupported

from tacitus.ask.question.answer import answer
from tacitus.ask.question.pattern import Hole
from tacitus.ask.question.reading import understand
from tacitus.ask.question.values import COUNTS
from tacitus.ledger.memory import MemoryStore
from tacitus.model.document import Document
from tacitus.read.inputs import ReadOptions, read_inputs
from tacitus.resolving import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.ask.gold import Asked, Expected

    from tacitus.ask.question.answer import Answer, Value
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow
    from tacitus.pipeline import Reader

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
FOLDERS = ("mirzakh", "bakhmut", "tirsa-bridge")
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
#: The day on which the questions are asked that are as of no day.
TODAY = date(2026, 1, 2)
#: The one report without a day that can be read.
UNDATED = EXAMPLES / "mirzakh" / "1-ministry-statement.txt"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a question: whether it was read, what was given, what is missing, what is unsupported."""

    asked: Asked
    is_read: bool
    given: tuple[Given, ...]
    missing: tuple[Expected, ...]
    unsupported: tuple[Given, ...]

    @property
    def is_right(self) -> bool:
        """Whether all that is expected is there and nothing else, and what cannot be read was not."""
        if self.asked.kind == "unreadable":
            return not self.is_read
        return self.is_read and not self.missing and not self.unsupported


def documents() -> Iterator[Document]:
    """Yield the example reports; the ministry's statement with the day that its text names."""
    dated = ReadOptions(published=date(2023, 5, 15), outlet="Ministry of Defence")
    for folder in FOLDERS:
        for path in sorted((EXAMPLES / folder).iterdir()):
            found = read_inputs([str(path)], dated if path == UNDATED else ReadOptions())
            yield from (one for one in found if isinstance(one, Document))


def examples(reader: Reader) -> MemoryStore:
    """Return a ledger with the example reports, read and resolved."""
    minutes = count()
    store = MemoryStore()
    with store.writer() as writer:
        for document in documents():
            writer.record(reader.read(document), NOON + timedelta(minutes=next(minutes)))
    list(resolve(store, lambda: NOON + timedelta(minutes=next(minutes))))
    return store


def outcome(asked: Asked, reader: Reader, view: View, *, is_strict: bool = False) -> Outcome:
    """Put a question and compare.

    Args:
        asked: The question.
        reader: Its engine reads it.
        view: The ledger.
        is_strict: Whether only the innermost speaker counts as who says so, and the outlet where nobody is quoted;
            else all speakers and the outlet do.
    """
    understood = understand(asked.question, reader.engine, view, asked.as_of or TODAY, is_dated=asked.as_of is not None)
    if understood.pattern is None:
        return Outcome(asked, False, (), asked.expected, ())  # noqa: FBT003 - a field
    found = tuple(given(answer(view, understood.pattern, asked.as_of, book=understood.book), is_strict=is_strict))
    return Outcome(asked, True, found, missing(asked, found), unsupported(asked, found))  # noqa: FBT003 - a field


def given(found: Answer, *, is_strict: bool = False) -> Iterator[Given]:
    """Yield what an answer says, as it is compared: each value with its names, and each denial of it."""
    if found.pattern.hole is Hole.WHETHER:
        rows = [row for value in found.values for row in (*value.claims, *value.denials)]
        yield Given((found.verdict,), _by(rows, is_strict=is_strict))
        return
    for value in found.values:
        names = _names(value, found)
        if value.claims:
            yield Given(names, _by(value.claims, is_strict=is_strict))
        if value.denials:
            yield Given(names, _by(value.denials, is_strict=is_strict), denied=True)


def _names(value: Value, found: Answer) -> tuple[str, ...]:
    names = (value.value, *value.names)
    if found.pattern.hole is Hole.WHAT:
        return (*names, *(row.claim.type for row in (*value.claims, *value.denials)))
    if found.pattern.hole in COUNTS:
        return (value.value.replace("at least ", ">=").replace("up to ", "<=").replace(" to ", "-"),)
    return names


def _by(rows: Sequence[ClaimRow], *, is_strict: bool) -> tuple[str, ...]:
    out: dict[str, None] = {}
    for row in rows:
        chain = row.claim.source.speakers[:1] if is_strict else row.claim.source.speakers
        names = [n for e in row.entities if e.id in chain for n in e.names]
        if not (is_strict and names):
            names += [n for n in (row.document.outlet, row.document.title) if n]
        out |= dict.fromkeys(names)
    return tuple(out)
