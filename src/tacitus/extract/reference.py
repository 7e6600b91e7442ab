"""Reference: which mentions of a document speak of one thing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.extract import aliases, joint, naming
from tacitus.extract.anaphora import Memory
from tacitus.extract.book import Book
from tacitus.extract.tree import planted
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from tacitus.extract.contract import Draft
    from tacitus.extract.layers import Mention


@dataclass(frozen=True, slots=True)
class Reference:
    """Step: mentions get the id of their entity; entities get their names."""

    name: str = "reference"
    version: str = "3"
    needs: frozenset[str] = frozenset({"sentences", "mentions"})
    gives: frozenset[str] = frozenset({"entities", "mentions", "joint"})

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with `entities` in order of first mention and each mention tied to one."""
        trees = planted(draft.sentences)
        text = draft.document.text
        found = _without_initialled_persons(text, draft.mentions)
        names: dict[int, dict[int, Mention]] = {}
        for m in found:
            if m.is_name:
                names.setdefault(m.sentence, {})[m.head] = m
        book = Book(text, Memory(), names)
        tied = [replace(m, entity=book.place(m, trees[m.sentence])) for m in found]
        own = joint.publisher(draft.document.outlet, book.things)
        if own is not None:
            tied = [m if m.entity or not joint.is_own(text, m) else replace(m, entity=str(own)) for m in tied]
        _unite(book, aliases.pairs(text, found), tied)
        mentions = tuple(book.settled(m) for m in tied)
        return replace(draft, mentions=mentions, entities=book.entities(tied), joint=book.joint())


def _unite(book: Book, pairs: tuple[aliases.Pair, ...], tied: list[Mention]) -> None:
    """Join what the text says to be one: acronyms, "also known as", appositions."""
    at = {m.span: m.entity for m in tied if m.entity}
    for pair in pairs:
        if pair.kind == "alias" and pair.first in at and pair.second in at:
            book.join(int(at[pair.first]), int(at[pair.second]))


def _without_initialled_persons(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Take names that are shortened to initials for bodies: "Hurras al-Din (HAD)" is no person."""
    pairs = [p for p in aliases.pairs(text, mentions) if naming.looks_like_acronym(p.second.of(text))]
    bodies = {naming.key(s.of(text)) for p in pairs for s in (p.first, p.second)}
    return tuple(
        replace(m, type=EntityType.GROUP)
        if m.type is EntityType.PERSON and naming.key(m.span.of(text)) in bodies
        else m
        for m in mentions
    )
