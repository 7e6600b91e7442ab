"""Grades as people enter and look them up: a source or a claim, by what they type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tacitus.ask.grades import best_known, given
from tacitus.ask.groups import meant, was_published
from tacitus.ask.names import no_such_name
from tacitus.ask.reviewing import reviewed
from tacitus.ask.scales import SCALES
from tacitus.errors import InvalidValueError
from tacitus.ledger.filter import ClaimFilter
from tacitus.model.grade import CREDIBILITY, RELIABILITY, SINCE, SOURCE, Grade
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.review import Past
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tacitus.ask.judging import Reason
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow

_DIGIT = re.compile(r"\d+")
_CLAIM = re.compile(r"c[0-9a-f]{3,16}")


@dataclass(frozen=True, slots=True)
class Graded:
    """A source or a claim with grades.

    Attributes:
        name: A name of the source as written; of a claim its id.
        past: The grades in order of recording.
        row: The claim; None for a source.
        called: Number of entities that have the name of the source; a grade is of the name.
    """

    name: str
    past: tuple[Past, ...]
    row: ClaimRow | None = None
    called: int = 1


def graded(view: View, subject: str, grade: str, since: date | None, reason: Reason) -> Graded:
    """Return what is graded, with the judgement that does it.

    Args:
        view: Of now.
        subject: For a letter, a name of an entity or outlet, whole; for a number, the id of a claim or how it begins.
        grade: "A" to "F", capital or not, of a source; "1" to "6" of a claim.
        since: Of a source: the first day of publication for which it holds; None for every day.
        reason: Why, who and when.

    Raises:
        InvalidValueError: If there is no such grade, or a claim is graded from a day on.
        NotRecordedError: If nobody has the name, or no claim or several have the id.
    """
    of = CREDIBILITY if _DIGIT.fullmatch(grade) else RELIABILITY
    data: dict[str, Any] = {of: _checked(of, grade.upper())}
    found = _claim(view, subject) if of == CREDIBILITY else _source(view, subject)
    if since is not None and found.row is not None:
        raise InvalidValueError("grade of a claim", f"from {since}", "no --from: a claim was published on one day")
    if since is not None:
        data[SINCE] = since.isoformat()
    key = (found.row.claim.id if found.row else SOURCE + fold(subject),)
    made = Judgement(key, Verdict.GRADE, reason.because, reason.author, reason.now, data=data)
    return Graded(found.name, (Past(made),), found.row, found.called)


def history(view: View, subject: str, as_of: date | None = None) -> Graded:
    """Return every grade that a source or a claim was ever given, those that were taken back too.

    Args:
        view: Of now, or of an earlier moment of the record clock.
        subject: A name, or the id of a claim or how it begins; a name goes first.
        as_of: Of a source, only grades that begin on this day or before; a claim must have been published by then.

    Raises:
        NotRecordedError: If it is neither, or the claim was published later.
    """
    is_claim = not _is_named(view, subject) and _CLAIM.fullmatch(subject) is not None
    found = _claim(view, subject, as_of) if is_claim else _source(view, subject)
    key = found.row.claim.id if found.row else SOURCE + fold(subject)
    past = given(view, [key]).get(key, ())
    kept = tuple(one for one in past if found.row or as_of is None or Grade(one.judgement).holds(as_of))
    return Graded(found.name, kept, found.row, found.called)


def listed(view: View, as_of: date | None = None) -> tuple[Graded, ...]:
    """Return all that is graded, sources by name, then claims by id, with the grades that nobody took back.

    Args:
        view: Of now, or of an earlier moment of the record clock.
        as_of: Of each source, only the grade that holds for what it published on this day; of claims, only those that
            were published on this day or before.
    """
    return tuple(sorted(_listed(view, as_of), key=lambda one: (one.row is not None, one.name)))


def _listed(view: View, as_of: date | None) -> Iterator[Graded]:
    spelled = {fold(name): name for name in sorted((*view.names(), *view.outlets()), reverse=True)}
    every = given(view)
    rows = {row.claim.id: row for row in view.claims(ClaimFilter(ids=frozenset(every)))}
    for key, past in every.items():
        held = tuple(one for one in past if one.taken_back is None)
        if key.startswith(SOURCE):
            folded = key.removeprefix(SOURCE)
            best = best_known(held, as_of) if as_of else None
            kept = tuple(one for one in held if as_of is None or (best and one.judgement == best.judgement))
            if kept:
                yield Graded(spelled.get(folded, folded), kept)
        elif held and (as_of is None or (key in rows and was_published(rows[key].document, as_of))):
            yield Graded(key, held, rows.get(key) or view.claim(key))


def _claim(view: View, begun: str, as_of: date | None = None) -> Graded:
    row = reviewed(view, begun, as_of).row
    return Graded(row.claim.id, (), row)


def _source(view: View, name: str) -> Graded:
    if not _is_named(view, name):
        raise no_such_name("source", name, (*view.names(), *view.outlets()))
    groups = meant(view, name) if fold(name) in view.keys(name) else ()
    return Graded(name, (), called=max(1, len(groups)))


def _is_named(view: View, name: str) -> bool:
    """Tell whether an entity or an outlet has a name whole."""
    key = fold(name)
    return key in view.keys(name) or key in map(fold, view.outlets())


def _checked(of: str, grade: str) -> str:
    if grade not in SCALES[of]:
        every = (f"{one} ({meaning})" for scale in SCALES.values() for one, meaning in scale.items())
        raise InvalidValueError("grade", grade, f"of a source A to F, of a claim 1 to 6: {', '.join(every)}")
    return grade
