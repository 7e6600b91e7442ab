"""Casualties: for each number expression of a sentence, what happened to whom, of which side, and who counted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from tacitus.extract import harmed, phrases
from tacitus.extract.harm_words import Harm, counted_by
from tacitus.extract.lexicon import countries, typed_words, word_types, words
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tacitus.extract.layers import CountMention, Speech
    from tacitus.extract.tree import Tree
    from tacitus.model.count import Count
    from tacitus.model.span import Span


class Whom(StrEnum):
    """What kind of persons are counted."""

    FIGHTERS = "fighters"
    FORCES = "forces"
    POLICE = "police"
    CIVILIANS = "civilians"
    CHILDREN = "children"
    WOMEN = "women"
    PEOPLE = "people"
    """Persons of no told kind: "12 people", "four others", "12 dead"."""


@dataclass(frozen=True, slots=True)
class Casualty:
    """A number of a text with what it counts.

    Attributes:
        span: The words of the number with its bound: "at least a dozen".
        count: The range, with the same words; `who` is not filled.
        harm: What happened to those counted; None when the sentence tells of no harm to them.
        whom: The words for those counted, without the number: "rebel fighters"; None for a bare number ("killed 12").
        kind: What kind of persons they are; None when things or places are counted.
        side: The words for the group, state or force to which they belong; None when it is not told.
        source: The words that name who says so, whole phrases; empty for the writer.
    """

    span: Span
    count: Count
    harm: Harm | None = None
    whom: Span | None = None
    kind: Whom | None = None
    side: Span | None = None
    source: tuple[Span, ...] = ()


#: Types of entity that have a side, and are one.
_SIDES = frozenset({EntityType.GROUP, EntityType.STATE, EntityType.FORCE})
_SIDE_WORDS = words("side_word")
_MEMBERS = words("membership")
_AMOUNTS = words("amount")
_BELONGING = frozenset({"of", "from"})
#: Kinds that belong to somebody by their trade.
_ARMED = frozenset({Whom.FIGHTERS, Whom.FORCES, Whom.POLICE})
_SKIPPED = _BELONGING | {"more"}
_EMPTY = frozenset({"PUNCT", "ADP", "DET"})
_CALENDAR = words("calendar")
_NEAR = 5  # tokens from a number to the noun that it counts
_NUMBERS = frozenset({"NUM", "DET", "ADV"})


def in_tree(tree: Tree, counts: Iterable[CountMention], said: Sequence[Speech] = ()) -> Iterator[Casualty]:
    """Yield one casualty for each number of a sentence, in order.

    Args:
        tree: The sentence.
        counts: Its number expressions.
        said: Who says what, for `source`.
    """
    harms = _harms(tree)
    for one in counts:
        inside = [i for i, token in enumerate(tree.tokens) if one.span.contains(token.span)]
        if not inside:  # a number that no token matches: "5x3"
            yield Casualty(one.span, one.count, source=_source(one.span, said))
            continue
        head = _head(tree, inside, harms)
        keys = (head, *inside, *(up for up in (tree.head(head),) if up >= 0 and _is_amount_of(tree, head, up)))
        harm = next((harms[k] for k in keys if k in harms), None)
        kind = _kind(tree, head, is_bare=head in inside)
        if harm is not None and kind is None:
            kind = Whom.PEOPLE
        named = kind is not None and head not in inside
        whom = _phrase(tree, head, inside) if head not in inside else None
        side = _side(tree, head, kind, inside[-1]) if named else None
        yield Casualty(one.span, one.count, harm, whom, kind, side, _source(one.span, said))


def _harms(tree: Tree) -> Mapping[int, Harm]:
    """Return head of a phrase → what happened; what the sentence tells wins over what it only mentions."""
    found = harmed.in_tree(tree)
    out: dict[int, Harm] = {}
    for one in sorted(found, key=lambda one: not one.is_told):
        for head in one.heads:
            out.setdefault(head, one.harm)
    for one in found:
        for part in one.parts:
            out.setdefault(part, one.harm)
    return out


def _head(tree: Tree, inside: Sequence[int], harms: Mapping[int, Harm]) -> int:
    """Return the head of what a number counts: "fighters" in "dozens of fighters", the number itself in "killed 12"."""
    for i in reversed(inside):
        head = counted_by(tree, i)
        if head not in inside and tree.tokens[i].upos in ("NUM", "NOUN", "DET", "ADJ", "PRON"):
            return _of_amount(tree, head)
    of = [k for i in inside for k in tree.on(i, "nmod") if k > inside[-1] and tree.preposition(k) == "of"]
    if of and tree.tokens[of[0]].upos != "PRON":
        return of[0]
    return _behind(tree, inside[-1], harms) if not of else inside[-1]


def _of_amount(tree: Tree, head: int) -> int:
    """Return what an amount is of: "casualties" in "no reports of casualties"."""
    of = [k for k in tree.on(head, "nmod") if tree.preposition(k) == "of"] if tree.lemma(head) in _AMOUNTS else []
    return of[0] if of else head


def _behind(tree: Tree, last: int, harms: Mapping[int, Harm]) -> int:
    """Return the noun right behind a number that the tree hung elsewhere; the number itself when there is none."""
    end = len(tree.tokens)
    first = last + 2 if last + 2 < end and tree.word(last + 1) == "of" else last + 1
    for k in range(first, min(first + _NEAR - 1, end)):
        token = tree.tokens[k]
        if k in harms or tree.lemma(k) in _kinds():
            return k
        if token.upos == "NOUN":
            return counted_by(tree, k)
        if tree.word(k) in _CALENDAR or token.upos not in ("ADJ", "PROPN"):
            break
    return last


def _is_amount_of(tree: Tree, head: int, up: int) -> bool:
    """Tell whether a phrase only says of what the word above is an amount: "dozens of fighters", "a total of 12"."""
    return tree.is_a(head, "nmod") and tree.preposition(head) == "of" and tree.lemma(up) in _AMOUNTS


@cache
def _kinds() -> Mapping[str, Whom]:
    return {word: Whom(kind) for word, kind in word_types("whom_words.tsv").items()}


def _kind(tree: Tree, head: int, *, is_bare: bool = False) -> Whom | None:
    """Return what kind of persons a noun names, None for things and places."""
    if is_bare and tree.tokens[head].upos in _NUMBERS:
        return None
    own = _kinds().get(tree.lemma(head)) or _kinds().get(tree.word(head))
    beside = [_kinds().get(tree.lemma(k)) for k in tree.on(head, "compound", "amod")]
    if own is Whom.PEOPLE or own is None:
        own = next((kind for kind in beside if kind not in (None, Whom.PEOPLE)), None) or own
    if own is Whom.PEOPLE and tree.lemma(head) in _MEMBERS:
        return _member(tree, head)
    if own is None and typed_words("head_types.tsv").get(tree.lemma(head)) is EntityType.PEOPLE:
        return Whom.PEOPLE
    if own is None and tree.lemma(head) in countries():
        return Whom.PEOPLE
    return own


def _member(tree: Tree, head: int) -> Whom:
    """Return what the members of a body are: of the police, of the army, of an armed group, of a family."""
    for k in (*tree.on(head, "nmod"), *tree.on(head, "compound")):
        kind = _kinds().get(tree.lemma(k))
        if kind is not None and kind is not Whom.PEOPLE:
            return kind
        if tree.tokens[k].upos == "PROPN" and tree.preposition(k) in ("", *_BELONGING):
            return Whom.FIGHTERS if _type_of(tree, k) is EntityType.GROUP else Whom.PEOPLE
    return Whom.PEOPLE


def _type_of(tree: Tree, i: int) -> EntityType | None:
    """Return what the engine, or the word list, takes a word for."""
    seen = [one for one in tree.sentence.mentions if one.start <= i < one.end]
    best = max(seen, key=lambda one: one.score, default=None)
    if best is not None and best.kind in set(EntityType):
        return EntityType(best.kind)
    return typed_words("head_types.tsv").get(tree.lemma(i))


def _phrase(tree: Tree, head: int, inside: Sequence[int]) -> Span | None:
    """Return the words of the phrase behind its number."""
    own = [i for i in phrases.full(tree, head) if i > inside[-1]]
    while own and own[0] != head and (tree.tokens[own[0]].upos in _EMPTY or tree.word(own[0]) in _SKIPPED):
        del own[0]
    return tree.span(own) if own else None


def _side(tree: Tree, head: int, kind: Whom | None, last: int) -> Span | None:
    """Return the words for those to whom persons belong: "Ruritanian", "Red Banner", "rebel".

    What stands between the number (ending at `last`) and the noun is tried first, then "of the Red Banner" behind it.
    """
    before = [k for k in (*range(last + 1, head), *tree.kids[head]) if last < k < head and _is_side(tree, k, kind)]
    if before:
        return tree.span(_named(tree, before[0], head))
    behind = (k for k in tree.on(head, "nmod") if k > head and tree.preposition(k) in _BELONGING)
    found = next((k for k in behind if _is_side(tree, k, kind, is_owner=True)), None)
    return tree.span(_named(tree, found)) if found is not None else None


def _is_side(tree: Tree, i: int, kind: Whom | None, *, is_owner: bool = False) -> bool:
    """Tell whether a word names a state, an armed group or a force; an owner ("of Zenda") may not be a place."""
    if {tree.word(i), tree.lemma(i), tree.word(i).removeprefix("pro-")} & (_SIDE_WORDS | countries().keys()):
        return True
    if is_owner and _type_of(tree, i) in _SIDES and _has_capital(tree, i):  # "members of the Ruritanian special forces"
        return True
    if not phrases.is_capital(tree.tokens[i].text) or tree.tokens[i].upos not in ("PROPN", "ADJ", "NOUN"):
        return False
    found = _type_of(tree, i)
    if found in _SIDES:
        return True
    adjective = not is_owner and (tree.tokens[i].upos == "ADJ" or tree.is_a(i, "amod"))
    armed = kind in _ARMED and found not in (EntityType.PERSON, EntityType.PLACE, EntityType.FACILITY)
    return armed or (adjective and found is not EntityType.PERSON)


def _has_capital(tree: Tree, i: int) -> bool:
    return any(phrases.is_capital(tree.tokens[k].text) for k in phrases.base(tree, i))


def _named(tree: Tree, i: int, end: int | None = None) -> tuple[int, ...]:
    """Return the words of a name around its head, or its capitals up to the noun at `end`."""
    for one in (*tree.sentence.names, *tree.sentence.mentions):
        if one.start <= i < one.end and one.kind != "people" and (end is None or one.end <= end):
            return phrases.trimmed(tree, tuple(range(one.start, one.end)))
    if end is None:
        return phrases.base(tree, i)
    stop = i + 1
    while stop < end and phrases.is_capital(tree.tokens[stop].text) and phrases.is_capital(tree.tokens[i].text):
        stop += 1
    return tuple(range(i, stop))


def _source(span: Span, said: Sequence[Speech]) -> tuple[Span, ...]:
    """Return who says so: the source of the shortest speech that covers the words."""
    over = [one for one in said if one.covers(span.start) and one.sources]
    return min(over, key=lambda one: sum(len(c) for c in one.content)).sources if over else ()
