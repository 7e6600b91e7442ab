"""Whose account it is: a speaker of a claim, whoever he speaks for, or the outlet in its own voice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.ask.question.wanted import Wanted, wanted
from tacitus.ledger.filter import ClaimFilter
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tacitus.ask.question.pattern import Pattern
    from tacitus.ask.question.spelling import Book
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.entity import Entity


def source_of(view: View, book: Book, pattern: Pattern, as_of: date | None) -> Wanted | None:
    """Return whose account is asked for; None for anybody's."""
    if pattern.source is None:
        return None
    found = wanted(view, book, pattern.source, as_of, is_whole=True)
    outlets = {fold(o) for o in view.outlets() if fold(pattern.source) in fold(o)}
    return replace(found, keys=found.keys | outlets)


def says(view: View, row: ClaimRow, source: Wanted | None) -> bool:
    """Tell whether a claim is by somebody: a speaker of its chain, or the outlet in its own voice."""
    if source is None:
        return True
    speakers = [e for e in row.entities if e.id in row.claim.source.speakers]
    own = not speakers and row.document.outlet is not None and source.is_in(row.document.outlet)
    if own or any(source.fits(row.document.id, e) or any(map(source.is_in, e.names)) for e in speakers):
        return True
    return any(one in source.ids for speaker in speakers for one in _bodies(view, row, speaker))


def _bodies(view: View, row: ClaimRow, speaker: Entity) -> Iterable[tuple[str, str]]:
    """Yield what a named speaker leads or belongs to, by the same document: a director speaks for the hospital."""
    about = ClaimFilter(who=frozenset({(row.document.id, speaker.id)}), document=row.document.id)
    for kind in ("leads", "member"):
        for other in view.claims(replace(about, type=kind)) if speaker.type is EntityType.PERSON else ():
            if speaker.id in other.claim.values("subject") and other.claim.certainty is not Certainty.DENIED:
                yield from ((row.document.id, str(v)) for v in other.claim.values("object"))
