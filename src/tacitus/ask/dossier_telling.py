"""Sentences of a dossier: who says what, in which reports, from how many origins; nothing in our own voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.ask.dossier_clauses import clause, day_words, is_plural, listed, render, table
from tacitus.ask.dossier_notes import tellings
from tacitus.ask.dossier_parts import Item, Part, Sentence
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tacitus.ask.dossier_notes import Material
    from tacitus.ledger.rows import ClaimRow, DocumentRow

#: How many reports are named in a sentence; its footnotes have them all.
_NAMED = 4


def items(rows: Iterable[ClaimRow], material: Material, *, has_all: bool = True) -> tuple[Item, ...]:
    """Return claims as sentences, the same of several reports once, and denials beside what they deny.

    Args:
        rows: The claims, in order.
        material: For footnotes.
        has_all: Whether a denial of what nobody here asserts stands at the end; else it is left to `denials`.
    """
    asserted: dict[tuple[object, ...], list[tuple[ClaimRow, ...]]] = {}
    denied: list[tuple[ClaimRow, ...]] = []
    for group in tellings(rows, material):
        if group[0].claim.certainty is Certainty.DENIED:
            denied.append(group)
        else:
            asserted.setdefault(_matter(group[0], material), []).append(group)
    beside = {id(group): _matter(group[0], material) for group in denied}
    out = []
    for matter, groups in asserted.items():
        against = [group for group in denied if beside[id(group)] == matter]
        last = len(groups) - 1
        for at, group in enumerate(groups):
            sentence = told(group, material)
            out.append(Item(sentence, tuple(told(g, material) for g in against) if at == last else ()))
    if has_all:
        out += [Item(told(group, material)) for group in denied if beside[id(group)] not in asserted]
    return tuple(out)


def denials(rows: Iterable[ClaimRow], material: Material) -> tuple[Item, ...]:
    """Return those claims that deny something as sentences, the same of several reports once."""
    denied = [row for row in rows if row.claim.certainty is Certainty.DENIED]
    return tuple(Item(told(group, material)) for group in tellings(denied, material))


def told(rows: Sequence[ClaimRow], material: Material) -> Sentence:
    """Return claims that say one thing by one speaker as one sentence."""
    first = rows[0]
    parts = [*said(rows), *_what(first)]
    if first.claim.source.speakers:
        parts += [Part("; reported by "), *_cited(documents(rows))]
    if len(documents(rows)) > 1:
        parts.append(Part(f"; {counted(rows, material)}"))
    is_closed = parts[-1].text == "”" and parts[-2].text.endswith((".", "!", "?"))
    return sentence(parts if is_closed else (*parts, Part(".")), rows, material)


def sentence(parts: Sequence[Part], rows: Sequence[ClaimRow], material: Material, rank: str = "") -> Sentence:
    """Return words as a sentence with the footnotes of some claims."""
    claim = rows[0].claim
    return Sentence(
        tuple(parts),
        tuple(dict.fromkeys(material.note(row) for row in rows)),
        claim.certainty,
        claim.time,
        is_ended=bool(claim.values("ended")),
        states=tuple(sorted({material.state(row.claim.id) for row in rows})),
        rank=rank,
    )


def said(rows: Sequence[ClaimRow]) -> Iterator[Part]:
    """Yield who says something and how surely: "Tirsa hospital says that ", "Wire (15 May 2023) reports that "."""
    first = rows[0]
    quoted, own = table("dossier_verbs.tsv")[first.claim.certainty]
    speakers = first.claim.source.speakers
    if speakers:
        yield from listed(first.speakers[:1])
        if len(speakers) > 1:
            yield Part(", quoted by ")
            yield from listed(first.speakers[1:])
            yield Part(",")
        people = {e.id for e in first.entities if e.type is EntityType.PEOPLE}
        is_many = is_plural(first.speakers[:1], are_people=speakers[0] in people)
    else:
        yield from _cited(documents(rows))
        is_many = len(documents(rows)) > 1
    yield Part(" ")
    yield from render(quoted if speakers else own, {"voice": ((), is_many)})
    yield Part(" ")


def counted(rows: Iterable[ClaimRow], material: Material) -> str:
    """Return how many articles have some claims and how many independent origins they have."""
    found = tuple(rows)
    articles, origins = len(documents(found)), material.origin_count(found)
    return f"{articles} article{'s' * (articles != 1)}, {origins} origin{'s' * (origins != 1)}"


def documents(rows: Iterable[ClaimRow]) -> tuple[DocumentRow, ...]:
    """Return the documents of some claims, each once, by day of publication; undated ones last."""
    found = {row.document.id: row.document for row in rows}
    return tuple(sorted(found.values(), key=lambda d: (d.published is None, str(d.published or ""), d.id)))


def outlet(document: DocumentRow) -> str:
    """Return what a report is called: by its outlet, else its title in quotation marks, else its id."""
    title = f"“{document.title}”" if document.title else f"document {document.id}"
    return document.outlet or title


def _cited(found: Sequence[DocumentRow]) -> Iterator[Part]:
    for at, document in enumerate(found[:_NAMED]):
        if at:
            yield Part(" and " if at == len(found) - 1 else ", ")
        yield Part(outlet(document), is_given=True)
        yield Part(f" ({day_words(document.published)})" if document.published else " (undated)")
    if len(found) > _NAMED:
        yield Part(f" and {len(found) - _NAMED} more")


def _what(row: ClaimRow) -> Iterator[Part]:
    if row.claim.certainty is not Certainty.UNKNOWN:
        yield from clause(row)
        return
    yield Part("“")
    yield Part(" … ".join(row.quotes), is_given=True)
    yield Part("”")


def _matter(row: ClaimRow, material: Material) -> tuple[object, ...]:
    """Return what a claim is about, whoever says it and however surely: its type and those in it but the subject."""
    names = {
        (a.role, material.home(row, a.value))
        for a in row.claim.args
        if isinstance(a.value, str) and a.role not in ("role", "topic")
    }
    return row.claim.type, frozenset(names)
