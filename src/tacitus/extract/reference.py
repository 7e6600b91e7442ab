"""Reference: which mentions of a document speak of one thing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tacitus.extract import aliases, naming
from tacitus.extract.anaphora import BARE, PRONOUNS, Memory
from tacitus.extract.lexicon import capitals, countries, typed_words
from tacitus.extract.lexicon import words as word_group
from tacitus.extract.tree import planted
from tacitus.model.entity import Entity, EntityType

if TYPE_CHECKING:
    from tacitus.extract.contract import Draft
    from tacitus.extract.layers import Mention
    from tacitus.extract.tree import Tree

#: Types whose names are shortened to their beginning or to their generic noun.
_SETTLEMENTS = word_group("settlement")
_CALLED = frozenset({"know", "call", "dub", "name"})
BODIES = frozenset({EntityType.GROUP, EntityType.FORCE, EntityType.ORG, EntityType.MEDIA})


@dataclass(frozen=True, slots=True)
class Reference:
    """Step: mentions get the id of their entity; entities get their names."""

    name: str = "reference"
    version: str = "1"
    needs: frozenset[str] = frozenset({"sentences", "mentions"})
    gives: frozenset[str] = frozenset({"entities", "mentions"})

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with `entities` in order of first mention and each mention tied to one."""
        trees = planted(draft.sentences)
        text = draft.document.text
        found = _without_initialled_persons(text, draft.mentions)
        names = {(m.sentence, m.head): m for m in found if m.is_name}
        book = _Book(text, Memory(), aliases.pairs(text, found), names)
        tied = [replace(m, entity=book.place(m, trees[m.sentence])) for m in found]
        book.unite(found, tied)
        return replace(draft, mentions=tuple(book.settled(m) for m in tied), entities=book.entities(tied))


@dataclass(slots=True)
class _Thing:
    """An entity while its mentions are gathered."""

    type: EntityType
    votes: Counter[EntityType] = field(default_factory=Counter)
    names: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    plural: bool = False


@dataclass(slots=True)
class _Book:
    """The things met so far, in order."""

    text: str
    memory: Memory
    pairs: tuple[aliases.Pair, ...]
    names: dict[tuple[int, int], Mention]
    things: list[_Thing] = field(default_factory=list)
    by_key: dict[tuple[str, ...], int] = field(default_factory=dict)
    parent: dict[int, int] = field(default_factory=dict)

    def place(self, mention: Mention, tree: Tree) -> str:
        """Return the entity id of a mention, a new one when nothing before it fits; "" for an unresolved pronoun."""
        words = mention.span.of(self.text)
        if words.lower() in PRONOUNS:
            at = self.memory.pronoun(mention, tree)
            return "" if at is None else str(at)
        at = self._bearer(mention, tree)
        if at is not None:
            return str(at)
        at = self._named(mention, words) if mention.is_name else self._described(mention, words, tree)
        thing = self.things[at]
        names = thing.names if mention.is_name else thing.descriptions
        for name in (words, *(w.of(self.text) for w in mention.wide)):
            if name not in names:
                names.append(name)
        if thing.names and not mention.is_name:
            thing.descriptions[-1] = _with_article(mention, tree, self.text)
        self.memory.note(at, mention, tree, thing.type)
        return str(at)

    def _bearer(self, mention: Mention, tree: Tree) -> int | None:
        """Return what "the town of X" or "a group known as X" names, made known now if need be; None for others."""
        if mention.is_name:
            return None
        of = [
            c
            for k in tree.on(mention.head, "acl")
            if tree.lemma(k) in _CALLED
            for c in tree.on(k, "obl", "xcomp", "obj")
        ]
        if tree.lemma(mention.head) in _SETTLEMENTS:
            of += [k for k in tree.on(mention.head, "nmod", "appos", "flat") if tree.preposition(k) in ("of", "")]
        if mention.type is EntityType.PEOPLE or tree.lemma(mention.head) in BARE:
            beside = tree.on(mention.head, "appos", "flat", "nmod")
            of += [k for k in beside if k > mention.head and not tree.preposition(k)]
            of += [tree.head(mention.head)] if tree.is_a(mention.head, "appos", "nmod:desc") else []
        named = next((n for k in of if (n := self._name_at(mention.sentence, tree, k)) is not None), None)
        if named is None:
            return None
        words = named.span.of(self.text)
        at = self._named(named, words)
        if words not in self.things[at].names:
            self.things[at].names.append(words)
        return at

    def _name_at(self, sentence: int, tree: Tree, k: int) -> Mention | None:
        """Return the name with token `k` as head, or the one that the token is a part of."""
        if (sentence, k) in self.names:
            return self.names[sentence, k]
        span = tree.tokens[k].span
        return next((m for (s, _), m in self.names.items() if s == sentence and m.span.contains(span)), None)

    def _new(self, mention: Mention) -> int:
        self.things.append(_Thing(mention.type))
        return len(self.things) - 1

    def _named(self, mention: Mention, words: str) -> int:
        country = _country_of(mention, words)
        if country:
            found = self._country(mention, country)
            self.things[found].type = EntityType.STATE
            return found
        key = naming.key(words)
        at = self.by_key.get(key)
        if at is None:
            at = self.by_key.get(naming.without_article(key))
        if at is None:
            at = self._shortened(mention, key)
        if at is None:
            at = self._new(mention)
        self.by_key.setdefault(key, at)
        self.by_key.setdefault(naming.without_article(key), at)
        self._vote(at, mention.type)
        return at

    def _vote(self, at: int, kind: EntityType) -> None:
        """Let every mention of a name say what it is; the majority decides, ties go to the first."""
        thing = self.things[at]
        thing.votes[kind] += 1
        if thing.type is not EntityType.STATE:
            thing.type = max(thing.votes, key=lambda t: thing.votes[t])

    def _country(self, mention: Mention, name: str) -> int:
        key = naming.key(name)
        if key not in self.by_key:
            self.by_key[key] = self._new(mention)
            self.things[self.by_key[key]].names.append(name)
        return self.by_key[key]

    def _shortened(self, mention: Mention, key: tuple[str, ...]) -> int | None:
        """Find the earlier name that this one shortens; None when none or several could be meant."""
        hits = {
            at
            for known, at in self.by_key.items()
            if self._is_short_for(mention.type, key, known, self.things[at].type)
        }
        return hits.pop() if len(hits) == 1 else None

    def _is_short_for(
        self, kind: EntityType, key: tuple[str, ...], known: tuple[str, ...], known_kind: EntityType
    ) -> bool:
        if known_kind is EntityType.PERSON:
            persons = kind in (EntityType.PERSON, EntityType.GROUP)
            return persons and (
                naming.is_part_of_person(key, known) or (len(known) > 1 and naming.is_part_of_person(known, key))
            )
        if naming.is_same_with_generic(key, known):
            return True
        bodies = known_kind in BODIES and kind in BODIES
        return bodies and naming.is_short_for_body(key, known, frozenset(typed_words("name_suffixes.tsv")))

    def _described(self, mention: Mention, words: str, tree: Tree) -> int:
        at = self.memory.description(mention, words, tree)
        if at is not None:
            return at
        key = ("", *naming.key(words))
        if key not in self.by_key or self.things[self.by_key[key]].type is not mention.type:
            self.by_key[key] = self._new(mention)
        return self.by_key[key]

    def unite(self, mentions: tuple[Mention, ...], tied: list[Mention]) -> None:
        """Join what the text says to be one: acronyms, "also known as", appositions."""
        at = {m.span: t.entity for m, t in zip(mentions, tied, strict=True) if t.entity}
        for pair in self.pairs:
            if pair.kind == "alias" and pair.first in at and pair.second in at:
                self._join(int(at[pair.first]), int(at[pair.second]))

    def root(self, at: int) -> int:
        """Return the thing that `at` was joined into."""
        while at in self.parent:
            at = self.parent[at]
        return at

    def _join(self, a: int, b: int) -> None:
        a, b = self.root(a), self.root(b)
        if a == b:
            return
        keep, gone = self.things[a], self.things[b]
        keep.votes += gone.votes
        if any(naming.looks_like_acronym(n) for n in gone.names) and keep.type is EntityType.PERSON:
            keep.type = EntityType.GROUP  # persons are not shortened to their initials
        keep.names += [n for n in gone.names if n not in keep.names]
        keep.descriptions += [d for d in gone.descriptions if d not in keep.descriptions]
        if not keep.names and gone.names:
            keep.type = gone.type
        self.parent[b] = a

    def settled(self, mention: Mention) -> Mention:
        """Return the mention with its final entity id, "e" and a number; "" when unresolved."""
        if not mention.entity:
            return mention
        at = self.root(int(mention.entity))
        return replace(mention, entity=f"e{at + 1}", type=self.things[at].type)

    def entities(self, tied: list[Mention]) -> tuple[Entity, ...]:
        """Return the entities in order of first mention."""
        spans: dict[int, list[Mention]] = {}
        for m in tied:
            if m.entity:
                spans.setdefault(self.root(int(m.entity)), []).append(m)
        out = []
        for at, mentions in spans.items():
            thing = self.things[at]
            names = [*thing.names, *thing.descriptions]
            out.append(Entity(f"e{at + 1}", thing.type, _distinct(names), tuple(m.span for m in mentions)))
        return tuple(out)


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


def _country_of(mention: Mention, words: str) -> str:
    """Return the country that a name, an adjective or an acting capital stands for; "" for none."""
    found = countries().get(words.lower())
    if found is not None:
        return found.name
    return capitals().get(words.lower(), "") if mention.type is EntityType.STATE else ""


def _with_article(mention: Mention, tree: Tree, text: str) -> str:
    """Return a description of a named thing as it stands: "the group"."""
    articles = [k for k in tree.on(mention.head, "det") if tree.tokens[k].span.end <= mention.span.start]
    start = tree.tokens[articles[0]].span if articles else mention.span
    return start.join(mention.span).of(text)


def _distinct(names: list[str]) -> tuple[str, ...]:
    seen: dict[tuple[str, ...], str] = {}
    for name in names:
        seen.setdefault(naming.key(name), name)
    return tuple(seen.values())
