"""The things that a document speaks of, while their mentions are gathered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tacitus.extract import forms, naming
from tacitus.model.entity import Entity, EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tacitus.extract.layers import Mention
    from tacitus.extract.tree import Tree


@dataclass(slots=True)
class Thing:
    """An entity while its mentions are gathered.

    Attributes:
        type: What it is, as far as the text has told.
        votes: What each mention of its name took it for.
        names: Proper names.
        descriptions: What an unnamed thing is called.
        forms: The words of longer mentions as they stand: with articles, titles, what they are said to be.
    """

    type: EntityType
    votes: Counter[EntityType] = field(default_factory=Counter)
    names: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)

    def vote(self, kind: EntityType) -> None:
        """Let a mention of the name say what it is; the majority decides, ties go to the first."""
        self.votes[kind] += 1
        if self.type is not EntityType.STATE:
            self.type = max(self.votes, key=lambda t: self.votes[t])

    def tell(self, mention: Mention, tree: Tree, text: str) -> None:
        """Add the words of a mention to what the thing is called."""
        if mention.is_name:
            add(self.names, mention.span.of(text))
        elif not self.names:
            for span in (mention.span, *mention.wide):
                add(self.descriptions, span.of(text))
        if mention.type in forms.NAMED or self.type in forms.NAMED:
            longer = forms.of_name(mention, tree) if mention.is_name else forms.of_description(mention, tree)
            for span in longer:
                add(self.forms, span.of(text))

    def take_in(self, other: Thing) -> None:
        """Take over the names and votes of a thing that turned out to be this one."""
        self.votes += other.votes
        if any(naming.looks_like_acronym(n) for n in other.names) and self.type is EntityType.PERSON:
            self.type = EntityType.GROUP  # persons are not shortened to their initials
        if not self.names and other.names:
            self.type = other.type
        for mine, theirs in (
            (self.names, other.names),
            (self.forms, other.forms),
            (self.descriptions, other.descriptions),
        ):
            for name in theirs:
                add(mine, name)

    def entity(self, number: int, mentions: Iterable[Mention]) -> Entity:
        """Return the entity: proper names first, then descriptions, then longer forms."""
        names = distinct((*self.names, *self.descriptions, *self.forms))
        return Entity(f"e{number}", self.type, names, tuple(m.span for m in mentions))


def add(names: list[str], name: str) -> None:
    """Add a name that is not there yet."""
    if name not in names:
        names.append(name)


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names once each, capitals and blanks not minded.

    Examples:
        >>> distinct(["The Front", "the Front", "Front"])
        ('The Front', 'Front')
    """
    seen: dict[tuple[str, ...], str] = {}
    for name in names:
        seen.setdefault(tuple(name.casefold().split()), name)
    return tuple(seen.values())
