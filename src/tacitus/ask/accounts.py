"""Accounts: who answers a question about an incident, how surely, since when, in which words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask.parties import Stand
from tacitus.ask.spots import is_one_time
from tacitus.ask.values import answers, compare, joined, value_words
from tacitus.ask.voices import voice_of
from tacitus.model.ontology import Certainty
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tacitus.ask.parties import Known
    from tacitus.ask.questions import Question
    from tacitus.ask.values import Answered, Value
    from tacitus.ask.voices import Voice
    from tacitus.ledger.rows import ClaimRow, DocumentRow


@dataclass(frozen=True, slots=True)
class Account:
    """What one voice answers to one question, in all documents that have it.

    Attributes:
        question: What is asked.
        voice: Who says so.
        value: The answer; None where what is said is only that it happened, did not, or is not known.
        certainty: How surely; `denied` says that the value is not the answer, `unknown` that the answer is not known.
        rows: The claims that say so, by day of publication and document; never empty.
        first: Day on which it was first said, by the earliest report; None when no report has a day.
        last: Day of the last report that has it and is no reprint of an earlier one; None likewise.
        origins: Ids of the independent origins of its documents, sorted.
    """

    question: Question
    voice: Voice
    value: Value
    certainty: Certainty
    rows: tuple[ClaimRow, ...]
    first: date | None
    last: date | None
    origins: tuple[str, ...]

    @property
    def is_asserted(self) -> bool:
        """Whether it says that something is so, surely or not."""
        return self.certainty not in (Certainty.DENIED, Certainty.UNKNOWN)

    @property
    def is_own(self) -> bool:
        """Whether the documents say it in their own voice, and quote nobody but themselves."""
        name = fold(self.voice.name)
        return all(not row.claim.source.speakers or fold(row.document.outlet or "") == name for row in self.rows)

    @property
    def documents(self) -> tuple[DocumentRow, ...]:
        """The documents that have it, each once."""
        return tuple({row.document.id: row.document for row in self.rows}.values())

    @property
    def quote(self) -> str:
        """The words of the first claim, pieces apart by an ellipsis."""
        return " … ".join(self.rows[0].quotes)

    @property
    def words(self) -> str:
        """The value in words; "" where there is none."""
        return value_words(self.value)


@dataclass(frozen=True, slots=True)
class Sources:
    """What is known of the documents of an incident.

    Attributes:
        voices: Document id and innermost speaker ("" for its own voice) → the voice that speaks there.
        origins: Document id → id of its origin.
    """

    voices: Mapping[tuple[str, str], Voice]
    origins: Mapping[str, str]

    def voice(self, row: ClaimRow) -> Voice:
        """Return who says a claim."""
        return self.voices[voice_of(row)]


@dataclass(slots=True)
class _Told:
    """What one voice says to a question, while its documents are gathered."""

    voice: Voice
    certainty: Certainty
    value: Value
    rows: list[ClaimRow]


def accounts(rows: Sequence[ClaimRow], question: Question, sources: Sources, known: Known) -> tuple[Account, ...]:
    """Return the accounts that answer a question, by first day, document and place in its text.

    What a voice says in one document of one time is one answer, put together from all its claims; the same answer of
    the same voice in several documents is one account.
    """
    told: defaultdict[tuple[Voice, str, Certainty], list[tuple[Answered, ClaimRow]]] = defaultdict(list)
    for row in rows:
        for answered in answers(row, question):
            told[sources.voice(row), row.document.id, answered.certainty].append((answered, row))
    kept: list[_Told] = []
    for (voice, _, certainty), pairs in ((key, pairs) for key, every in told.items() for pairs in _by_day(every)):
        value = joined(question, [answered.value for answered, _ in pairs], known)
        new = _Told(voice, certainty, value, [row for _, row in pairs])
        before = next((old for old in kept if _is_same(old, new, question, known)), None)
        if before is None:
            kept.append(new)
        else:
            before.rows.extend(new.rows)
    return tuple(sorted((_account(question, one, sources.origins) for one in kept), key=_order))


def _by_day(pairs: Sequence[tuple[Answered, ClaimRow]]) -> list[list[tuple[Answered, ClaimRow]]]:
    """Return answers with their claims, those of other days apart; what has no time stands with the first."""
    groups: list[list[tuple[Answered, ClaimRow]]] = []
    for answered, row in pairs:
        for group in groups:
            if all(is_one_time(row, other) for _, other in group):
                group.append((answered, row))
                break
        else:
            groups.append([(answered, row)])
    return groups


def _is_same(one: _Told, other: _Told, question: Question, known: Known) -> bool:
    is_alike = (one.voice, one.certainty) == (other.voice, other.certainty)
    return is_alike and compare(question, one.value, other.value, known) is Stand.SAME


def _account(question: Question, told: _Told, origins: Mapping[str, str]) -> Account:
    rows = tuple(sorted(told.rows, key=row_order))
    days: dict[str, date] = {}
    for row in rows:
        if row.published is not None:
            days.setdefault(origins[row.document.id], row.published)
    first, last = (min(days.values()), max(days.values())) if days else (None, None)
    ids = tuple(sorted({origins[row.document.id] for row in rows}))
    return Account(question, told.voice, told.value, told.certainty, rows, first, last, ids)


def row_order(row: ClaimRow) -> tuple[bool, str, str, int, str]:
    """Return by what claims are ordered: day of publication (undated last), document, evidence, id."""
    day = row.published
    return day is None, str(day or ""), row.document.id, row.claim.evidence[0].start, row.claim.id


def _order(one: Account) -> tuple[bool, str, str, int, str, str, str]:
    first = one.rows[0]
    begin = first.claim.evidence[0].start
    return (
        one.first is None,
        str(one.first or ""),
        first.document.id,
        begin,
        one.voice.key,
        one.certainty,
        one.words,
    )
