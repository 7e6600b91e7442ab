"""Whose account it is: a speaker of a claim, whoever he speaks for, or the outlet in its own voice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.ask.question.wanted import Wanted, wanted
from tacitus.extract.lexicon import countries
from tacitus.ledger.filter import ClaimFilter
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from datetime import date

    from tacitus.ask.question.pattern import Pattern
    from tacitus.ask.question.spelling import Book
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow


def source_of(view: View, book: Book, pattern: Pattern, as_of: date | None) -> Wanted | None:
    """Return whose account is asked for; None for anybody's."""
    if pattern.source is None:
        return None
    found = wanted(view, book, pattern.source, as_of, is_whole=True)
    people = _people_of(view, found, as_of) if found.ids else frozenset()
    outlets = {fold(o) for o in view.outlets() if fold(pattern.source) in fold(o)}
    voices = _voices_of(found) if EntityType.STATE in found.types else frozenset[str]()
    return replace(found, near=found.near | people, keys=found.keys | outlets | voices)


def _voices_of(state: Wanted) -> frozenset[str]:
    """Return the folded words by which those who speak for a state are named: "Tolvania's", "Tolvan"."""
    known = [countries().get(key) for key in state.keys]
    adjectives = {fold(one) for country in known if country is not None for one in country.adjectives}
    return frozenset(adjectives | {f"{key}s" for key in state.keys})


def says(row: ClaimRow, source: Wanted | None) -> bool:
    """Tell whether a claim is by somebody: a speaker of its chain, or the outlet in its own voice."""
    if source is None:
        return True
    speakers = [e for e in row.entities if e.id in row.claim.source.speakers]
    own = not speakers and row.document.outlet is not None and source.is_in(row.document.outlet)
    return own or any(source.fits(row.document.id, e) or any(map(source.is_in, e.names)) for e in speakers)


def _people_of(view: View, found: Wanted, as_of: date | None) -> frozenset[tuple[str, str]]:
    """Return the named persons who lead or belong to a source, by the same document: they speak for it."""
    rows = (r for kind in ("leads", "member") for r in view.claims(ClaimFilter(type=kind, who=found.ids, as_of=as_of)))
    said = [r for r in rows if r.claim.certainty is not Certainty.DENIED]
    return frozenset(
        (row.document.id, e.id)
        for row in said
        for e in row.entities
        if e.type is EntityType.PERSON
        and e.id in row.claim.values("subject")
        and any((row.document.id, str(v)) in found.ids for v in row.claim.values("object"))
    )
