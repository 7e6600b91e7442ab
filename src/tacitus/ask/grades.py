"""The user's own grades beside claims: of their sources (A to F) and of themselves (1 to 6), never combined."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask.groups import groups_around, keys_of
from tacitus.ask.reviewing import histories
from tacitus.ask.sameness import Sameness
from tacitus.model.grade import SOURCE, Grade, Grades, SourceGrade
from tacitus.model.judgement import Verdict
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.review import Past


def given(view: View, subjects: Collection[str] | None = None) -> dict[str, tuple[Past, ...]]:
    """Return subject → every grade that it was ever given, in order of recording; of all subjects, or of these."""
    return histories(view, {Verdict.GRADE}, subjects)


def best_known(past: Iterable[Past], published: date | None) -> Grade | None:
    """Return the grade that holds for a day of publication: of those that hold on it, the one entered last."""
    standing = (Grade(one.judgement) for one in past if one.taken_back is None)
    fitting = (grade for grade in standing if grade.holds(published))
    return max(fitting, key=lambda grade: (grade.judgement.recorded, grade.judgement.id), default=None)


@dataclass(frozen=True, slots=True)
class Grading:
    """All grades of a view, ready to be set beside claims.

    Attributes:
        claims: Claim id → its grades.
        names: Folded name → the grades of the sources that are called so.
        members: Document and entity → the grades of every name that it, or what is one with it, has.
    """

    claims: Mapping[str, tuple[Past, ...]]
    names: Mapping[str, tuple[Past, ...]]
    members: Mapping[tuple[str, str], tuple[Past, ...]]

    def beside(self, row: ClaimRow) -> Grades:
        """Return the grades of a claim and of each link of its chain, as they held on its day of publication."""
        links = [
            (row.name(id_), False, self.members.get((row.document.id, id_), ())) for id_ in row.claim.source.speakers
        ]
        outlet = row.document.outlet
        if outlet:
            links.append((outlet, True, self.names.get(fold(outlet), ())))
        sources = tuple(
            SourceGrade(name, is_outlet, best_known(past, row.published)) for name, is_outlet, past in links
        )
        return Grades(sources, best_known(self.claims.get(row.claim.id, ()), row.published))


def grading(view: View) -> Grading:
    """Return all grades of a view; the ledger is asked once for the grades and once for all graded names."""
    every = given(view)
    claims = {id_: past for id_, past in every.items() if not id_.startswith(SOURCE)}
    names = {id_.removeprefix(SOURCE): past for id_, past in every.items() if id_.startswith(SOURCE)}
    members = _members(view, frozenset(names)) if names else {}
    joined = {m: tuple(past for name in sorted(called) for past in names[name]) for m, called in members.items()}
    return Grading(claims, names, joined)


def _members(view: View, names: frozenset[str]) -> Mapping[tuple[str, str], set[str]]:
    """Return entities, as document and id → those of some folded names that they, or what is one with them, have."""
    found = view.entities(names)
    out: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in found:
        out[row.document.id, row.entity.id].update(names.intersection(map(fold, row.entity.names)))
    for group in groups_around(Sameness(view), keys_of(found, names)):
        for member in group.members:
            out[member].update(group.keys & names)
    return out
