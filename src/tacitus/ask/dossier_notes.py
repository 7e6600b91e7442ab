"""The footnotes of a dossier, numbered as it needs them, and the same claim of several reports told once."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tacitus.ask.dossier_parts import Footnote
from tacitus.model.count import Count
from tacitus.model.ontology import TEXT_ROLES
from tacitus.model.review import UNREVIEWED
from tacitus.resolve.fold import fold
from tacitus.resolve.origins import origin_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tacitus.ledger.rows import ClaimRow, DocumentRow
    from tacitus.model.claim import Value
    from tacitus.model.review import Review
    from tacitus.model.span import Span
    from tacitus.resolve.origins import Origin

#: A document id and an id of one of its entities.
Key = tuple[str, str]


@dataclass(slots=True)
class Material:
    """What a dossier is written from, and the footnotes that it has so far.

    Attributes:
        members: The subject as its documents have it.
        homes: Entity of a document → id of what it is one with.
        origins: Document id → where its news is from.
        reviews: Claim id → what reviewers made of it; a claim that is not there is unreviewed.
        notes: The footnotes so far, by number.
    """

    members: frozenset[Key]
    homes: Mapping[Key, str]
    origins: Mapping[str, Origin]
    reviews: Mapping[str, Review]
    notes: list[Footnote] = field(default_factory=list)
    _numbers: dict[tuple[str, str, tuple[Span, ...]], int] = field(default_factory=dict)

    def note(self, row: ClaimRow) -> int:
        """Return the number of the footnote on a claim."""
        return self.quoted(row.document, row.claim.evidence, row.quotes, row.claim.id)

    def quoted(self, document: DocumentRow, spans: tuple[Span, ...], quotes: tuple[str, ...], claim: str = "") -> int:
        """Return the number of the footnote on some words of a report."""
        key = (document.reading, claim, spans)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            state = self.state(claim) if claim else ""
            mended = self.reviews.get(claim, UNREVIEWED).correction
            correction = json.dumps(mended, ensure_ascii=False, sort_keys=True) if mended else ""
            self.notes.append(Footnote(self._numbers[key], quotes, spans, document, claim, state, correction))
        return self._numbers[key]

    def state(self, claim: str) -> str:
        """Return what reviewers made of a claim."""
        review = self.reviews.get(claim, UNREVIEWED)
        return f"{review.state}, reviewers disagree" if review.is_disputed else str(review.state)

    def roles(self, row: ClaimRow) -> frozenset[str]:
        """Return the roles that the subject has in a claim: those of its arguments, "who" of a number, "source"."""
        claim, document = row.claim, row.document.id
        filled = {a.role for a in claim.args if (document, str(a.value)) in self.members}
        counted = any((document, a.value.who) in self.members for a in claim.args if isinstance(a.value, Count))
        speaks = any((document, speaker) in self.members for speaker in claim.source.speakers)
        return frozenset(filled | ({"who"} if counted else set()) | ({"source"} if speaks else set()))

    def home(self, row: ClaimRow, entity: str) -> str:
        """Return what stands for an entity of a claim over all documents: what it is one with, else its folded name."""
        at = (row.document.id, entity)
        if at in self.members:
            return "subject"
        return self.homes.get(at) or fold(row.name(entity))

    def speaker(self, row: ClaimRow) -> str:
        """Return what stands for who says a claim; all reports that say it in their own voice are ""."""
        return self.home(row, row.claim.source.innermost) if row.claim.source.innermost else ""

    def origin_count(self, rows: Iterable[ClaimRow]) -> int:
        """Return how many independent origins some claims have."""
        return origin_count({row.document.id for row in rows}, self.origins)


def tellings(rows: Iterable[ClaimRow], material: Material) -> list[tuple[ClaimRow, ...]]:
    """Return claims in groups of one speaker who says one thing, in the order of their first ones."""
    groups: defaultdict[tuple[object, ...], dict[str, ClaimRow]] = defaultdict(dict)
    for row in rows:
        claim = row.claim
        said = frozenset((a.role, _value(row, a.role, a.value, material)) for a in claim.args)
        time = claim.time.edtf if claim.time else ""
        key = (claim.type, said, time, claim.certainty, claim.status, material.speaker(row))
        groups[key].setdefault(claim.id, row)
    return [tuple(found.values()) for found in groups.values()]


def _value(row: ClaimRow, role: str, value: Value, material: Material) -> object:
    if isinstance(value, Count):
        return value.min, value.max, material.home(row, value.who) if value.who else ""
    if isinstance(value, bool):
        return value
    return fold(value) if role in TEXT_ROLES else material.home(row, value)
