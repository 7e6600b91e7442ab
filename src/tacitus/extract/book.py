"""The book of a document's things: each mention is placed with the thing that it speaks of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tacitus.extract import beside, definites, forms, holders, joint, known, naming
from tacitus.extract.anaphora import PRONOUNS
from tacitus.extract.entity_types import BODIES
from tacitus.extract.lexicon import typed_words
from tacitus.extract.things import Thing, add
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.extract.anaphora import Memory
    from tacitus.extract.layers import Mention
    from tacitus.extract.tree import Tree
    from tacitus.model.entity import Entity


@dataclass(slots=True)
class Book:
    """The things met so far, in order.

    Attributes:
        text: The document's text.
        memory: What was spoken of last.
        names: The names of the document by sentence and head token.
        things: The things by number.
        by_key: Key of a name, or of a description after "" → number of its thing.
        parent: Number of a thing that was joined → number of the one it went into.
        initials: Initials of a long name, or the letters of an acronym and a stop → number; -1 when several have them.
        placed: Sentence and head token of a mention → number of its thing.
        joined: Number of "the two" → numbers of the two.
    """

    text: str
    memory: Memory
    names: Mapping[int, Mapping[int, Mention]]
    things: list[Thing] = field(default_factory=list)
    by_key: dict[tuple[str, ...], int] = field(default_factory=dict)
    parent: dict[int, int] = field(default_factory=dict)
    initials: dict[str, int] = field(default_factory=dict)
    placed: dict[tuple[int, int], int] = field(default_factory=dict)
    joined: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def place(self, mention: Mention, tree: Tree) -> str:
        """Return the number of the thing of a mention, a new one when nothing before it fits.

        "" for a pronoun that goes back to nothing.
        """
        words = mention.span.of(self.text)
        is_pronoun = words.lower() in PRONOUNS and not (mention.is_name and len(words) > 1 and words.isupper())  # US
        at = self.memory.pronoun(mention, tree) if is_pronoun else self._spoken_of(mention, words, tree)
        if at is None:
            return ""
        self.placed[mention.sentence, mention.head] = at
        return str(at)

    def _spoken_of(self, mention: Mention, words: str, tree: Tree) -> int:
        at = self._beside(mention, tree)
        if at is not None:
            self.things[at].tell(replace(mention, is_name=False), tree, self.text)
            self._note_roles(at, mention, tree)
            return at
        at = self._named(mention, words) if mention.is_name else self._described(mention, words, tree)
        if mention.is_name:
            self._note_roles(at, mention, tree)
            self._name_untold(at, mention, tree)
        self.things[at].tell(mention, tree, self.text)
        self.memory.note(at, mention, tree, self.things[at].type)
        return at

    def _note_roles(self, at: int, mention: Mention, tree: Tree) -> None:
        if self.things[at].type is EntityType.PERSON:
            self.memory.note_roles(at, forms.titles(mention, tree))

    def _beside(self, mention: Mention, tree: Tree) -> int | None:
        """Return what "the town of X" or "a group known as X" names, made known now if need be; None for others."""
        named = beside.named(mention, tree, self.names)
        if named is None:
            return None
        words = named.span.of(self.text)
        at = self._named(named, words)
        add(self.things[at].names, words)
        self._name_untold(at, mention, tree)
        return at

    def _name_untold(self, at: int, mention: Mention, tree: Tree) -> None:
        """Give a name to the one who was called by the post alone so far: "the spokesman, Ann Lee, said"."""
        untold = holders.untold(self.memory, mention, tree) if self.things[at].type is EntityType.PERSON else None
        if untold is not None and untold not in self.parent:
            self.join(at, untold)

    def _new(self, mention: Mention) -> int:
        self.things.append(Thing(mention.type))
        return len(self.things) - 1

    def _named(self, mention: Mention, words: str) -> int:
        country = known.country_of(mention, words)
        if country:
            return self._country(mention, country)
        key = naming.key(words)
        at = self._by_name(mention, words, key)
        if at is None:
            at = self._new(mention)
        for one in (key, naming.without_article(key), _listed(key)):
            if one:
                self.by_key.setdefault(one, at)
        if mention.type in BODIES:
            self._note_initials(words, key, at)
        self.things[at].vote(mention.type)
        return at

    def _by_name(self, mention: Mention, words: str, key: tuple[str, ...]) -> int | None:
        """Return the thing that has a name already, in this or another form; None for a new one."""
        for one in (key, naming.without_article(key), _listed(key)):
            if one and one in self.by_key:
                return self.by_key[one]
        if mention.type in BODIES:
            for other in _counterparts(words, key):
                if self.initials.get(other, -1) >= 0:
                    return self.initials[other]
        return self._shortened(mention, key)

    def _note_initials(self, words: str, key: tuple[str, ...], at: int) -> None:
        short = naming.looks_like_acronym(words)
        for one in (f"{naming.letters(words)}.",) if short else naming.initials(key):
            self.initials[one] = at if self.initials.setdefault(one, at) == at else -1

    def _country(self, mention: Mention, name: str) -> int:
        """Return a country as the land where something is, or as the state that acts: they are two things."""
        is_land = mention.type is EntityType.PLACE
        key = ("@", *naming.key(name)) if is_land else naming.key(name)
        if key not in self.by_key:
            self.by_key[key] = self._new(mention)
            self.things[self.by_key[key]].names.append(name)
        self.things[self.by_key[key]].type = EntityType.PLACE if is_land else EntityType.STATE
        return self.by_key[key]

    def _shortened(self, mention: Mention, key: tuple[str, ...]) -> int | None:
        """Find the earlier name that this one shortens; None when none or several could be meant."""
        hits = {
            at
            for known_key, at in self.by_key.items()
            if _is_short_for(mention.type, key, known_key, self.things[at].type)
        }
        return hits.pop() if len(hits) == 1 else None

    def _described(self, mention: Mention, words: str, tree: Tree) -> int:
        both = joint.pair(self.memory, mention, tree, self.joined)
        if both:
            self.joined[len(self.things)] = both
            return self._new(mention)
        at = self._headed(mention, tree)
        if at is None:
            at = definites.meant(self.memory, mention, words, tree)
        if at is not None:
            return at
        key = ("", *naming.key(words))
        if key not in self.by_key or self.things[self.by_key[key]].type is not mention.type:
            self.by_key[key] = self._new(mention)
        return self.by_key[key]

    def _headed(self, mention: Mention, tree: Tree) -> int | None:
        """Return who was named with the post and the body of "its leader", "the group's spokesman"; None for nobody."""
        owners = [self.placed.get((mention.sentence, k)) for k in tree.on(mention.head, "nmod:poss")]
        if len(owners) != 1 or owners[0] is None:
            return None
        said = (tree.lemma(mention.head), *naming.key((self.things[owners[0]].names or ["?"])[0]))
        bearers = set.intersection(*(set(self.memory.roles.get(word, ())) for word in said))
        return bearers.pop() if len(bearers) == 1 else None

    def root(self, at: int) -> int:
        """Return the thing that `at` was joined into."""
        while at in self.parent:
            at = self.parent[at]
        return at

    def join(self, a: int, b: int) -> None:
        """Make one thing of two, under the number of the first."""
        a, b = self.root(a), self.root(b)
        if a != b:
            self.things[a].take_in(self.things[b])
            self.parent[b] = a

    def settled(self, mention: Mention) -> Mention:
        """Return the mention with its final entity id, "e" and a number; "" when unresolved."""
        if not mention.entity:
            return mention
        at = self.root(int(mention.entity))
        return replace(mention, entity=f"e{at + 1}", type=self.things[at].type)

    def joint(self) -> dict[str, tuple[str, ...]]:
        """Return the id of an entity that is two others → the ids of these."""
        return {f"e{self.root(at) + 1}": tuple(f"e{self.root(k) + 1}" for k in two) for at, two in self.joined.items()}

    def entities(self, tied: list[Mention]) -> tuple[Entity, ...]:
        """Return the entities in order of first mention."""
        spans: dict[int, list[Mention]] = {}
        for m in tied:
            if m.entity:
                spans.setdefault(self.root(int(m.entity)), []).append(m)
        return tuple(self.things[at].entity(at + 1, mentions) for at, mentions in spans.items())


def _listed(key: tuple[str, ...]) -> tuple[str, ...]:
    """Return the key of a name by the list of known names; () when it is not listed."""
    usual = known.name_of(key)
    return ("=", *naming.key(usual)) if usual else ()


def _counterparts(words: str, key: tuple[str, ...]) -> tuple[str, ...]:
    """Return what an acronym's long name, or a long name's acronym, is noted as."""
    if naming.looks_like_acronym(words):
        return (naming.letters(words),)
    return tuple(f"{one}." for one in naming.initials(key))


def _is_short_for(kind: EntityType, key: tuple[str, ...], other: tuple[str, ...], other_kind: EntityType) -> bool:
    """Tell whether a name of a kind is a shorter, or for persons also a longer, form of another."""
    if other_kind is EntityType.PERSON:
        persons = kind in (EntityType.PERSON, EntityType.GROUP)
        return persons and (
            naming.is_part_of_person(key, other) or (len(other) > 1 and naming.is_part_of_person(other, key))
        )
    if naming.is_same_with_generic(key, other):
        return True
    bodies = other_kind in BODIES and kind in BODIES
    return bodies and naming.is_short_for_body(key, other, frozenset(typed_words("name_suffixes.tsv")))
