"""Which word of an annotated text names each claim, and so is the claim's trigger.

A claim's candidates lie inside its evidence. In order of preference:

1. a word that the lists give the claim's type: a verb or noun of the predicate lists (with its particle or object), a
   role noun ("leader", "branch"), the second half of a compound adjective ("Iran-backed");
2. for a claim that counts dead or wounded, and for killings, a word of harm ("killed", "wounded", "dead");
3. the syntactic head of the shortest piece of evidence: the word whose governor lies outside it, or what it says where
   it is a verb of speech ("said that ... shelled") and the claim is no publication.

Among the words of one kind: the shortest piece of evidence first, then the word nearest to the root of its sentence,
then the first. A word carries one type: claims with a candidate of the kinds 1 and 2 choose before the others, events
before relations, in the order of the annotation; a claim whose words are all taken by other types has no trigger.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tacitus.extract import triggers
from tacitus.extract.harm_words import Harm, harm_of
from tacitus.extract.lexicon import rows, word_types
from tacitus.extract.tree import plant
from training.words import HARMED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tacitus.extract.tree import Tree
    from tacitus.language.analysis import Sentence

Place = tuple[int, int]
"""Index of a sentence and of a token in it."""

Claim = dict[str, Any]
"""A claim in the JSON of section 7 of the claim contract."""

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_HARM = "harm"
_COUNTED = (Harm.KILLED, Harm.WOUNDED)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The triggers of one text.

    Attributes:
        claims: Place of a trigger to the claims that it names, all of one type.
        open: Words that the lists give the type of a claim whose evidence they lie in, and that are not its trigger:
            no error, and nothing to learn.
    """

    claims: Mapping[Place, tuple[Claim, ...]]
    open: frozenset[Place]


def choose(sentences: Sequence[Sentence], claims: Sequence[Claim]) -> Chosen:
    """Return the trigger of every claim that has one; see the rules above."""
    trees = [plant(sentence, at) for at, sentence in enumerate(sentences)]
    listed = [(tree.index, *pair) for tree in trees for pair in listed_words(tree)]
    listed += [(tree.index, at, _HARM) for tree in trees for at in _harm_words(tree)]
    ordered = sorted(claims, key=lambda claim: claim["kind"] != "event")
    taken: dict[Place, list[Claim]] = {}
    opened: set[Place] = set()
    rest: list[Claim] = []
    for claim in ordered:
        kinds = _by_lists(trees, claim, listed)
        opened.update(kinds[0])
        if not any(_take(taken, claim, places) for places in kinds):
            rest.append(claim)
    for claim in rest:
        _take(taken, claim, _heads(trees, claim))
    return Chosen({place: tuple(named) for place, named in taken.items()}, frozenset(opened - taken.keys()))


def listed_words(tree: Tree) -> Iterator[tuple[int, str]]:
    """Yield `(token, claim type)` for the words of the predicate lists, then role nouns, then compounds."""
    yield from ((found.at, found.predicate.type) for found in triggers.find(tree))
    yield from role_words(tree)
    for at in range(2, len(tree.tokens)):
        if tree.tokens[at - 1].text in {"-", "‐", "‑", "–"} and tree.word(at) in _halves():
            yield at, _halves()[tree.word(at)]


def role_words(tree: Tree) -> Iterator[tuple[int, str]]:
    """Yield `(token, relation)` for each role noun."""
    roles = word_types("role_nouns.tsv")
    for at, token in enumerate(tree.tokens):
        relation = roles.get(tree.lemma(at)) or roles.get(tree.word(at))
        if relation and token.upos in {"NOUN", "PROPN"}:
            yield at, relation


@cache
def _halves() -> Mapping[str, str]:
    """Return second half of a compound adjective → relation."""
    return {word: relation for relation, _, words in rows("compounds.tsv") for word in words.split()}


def _harm_words(tree: Tree) -> Iterator[int]:
    """Yield the words that tell of dead or wounded."""
    for at, token in enumerate(tree.tokens):
        if harm_of(tree.lemma(at), "object", "subject") in _COUNTED or (
            tree.lemma(at) in HARMED and token.upos in _CONTENT
        ):
            yield at


def _by_lists(trees: Sequence[Tree], claim: Claim, listed: Sequence[tuple[int, int, str]]) -> list[list[Place]]:
    """Return the candidates of kinds 1 and 2, then of kind 3, each ordered by preference."""
    types = [claim["type"]]
    if claim["type"] == "killing" or not {"killed", "injured"}.isdisjoint(claim["args"]):
        types.append(_HARM)
    return [_ordered(trees, claim, [(s, at) for s, at, kind in listed if kind == wanted]) for wanted in types]


def _ordered(trees: Sequence[Tree], claim: Claim, places: Sequence[Place]) -> list[Place]:
    """Return the places that lie in the evidence: short evidence first, then near the root, then early."""
    found: list[tuple[int, int, Place]] = []
    for sentence, at in places:
        size = _evidence(trees[sentence], at, claim)
        if size:
            found.append((size, len(trees[sentence].ancestors(at)), (sentence, at)))
    return [place for *_, place in sorted(found)]


def _evidence(tree: Tree, at: int, claim: Claim) -> int:
    """Return the length of the shortest piece of the claim's evidence that holds the token; 0 when none does."""
    span = tree.tokens[at].span
    return min((end - start for start, end in claim["evidence"] if start <= span.start and span.end <= end), default=0)


def _heads(trees: Sequence[Tree], claim: Claim) -> list[Place]:
    """Return the syntactic head of the shortest piece of evidence: the content word nearest to the root."""
    start, end = min(claim["evidence"], key=lambda pair: pair[1] - pair[0])
    for tree in trees:
        inside = [at for at, token in enumerate(tree.tokens) if start <= token.span.start and token.span.end <= end]
        heads = [at for at in inside if tree.head(at) not in inside and tree.tokens[at].upos in _CONTENT]
        if heads:
            top = min(heads, key=lambda at: len(tree.ancestors(at)))
            return [(tree.index, top if claim["type"] == "publication" else _said(tree, top, inside))]
    return []


def _said(tree: Tree, at: int, inside: Sequence[int]) -> int:
    """Return the head of what a verb of speech says, as far as the evidence holds it; any other word stays."""
    if tree.is_verb(at) and tree.lemma(at) in word_types("speech.tsv"):
        below = [k for k in tree.on(at, "ccomp", "parataxis", "obj") if k in inside and tree.tokens[k].upos in _CONTENT]
        return _said(tree, below[0], inside) if below else at
    return at


def _take(taken: dict[Place, list[Claim]], claim: Claim, places: Sequence[Place]) -> bool:
    """Give the claim the first place that is free, else the first that its own type has; tell whether there was one."""
    own = [p for p in places if p in taken and taken[p][0]["type"] == claim["type"]]
    for place in (*(p for p in places if p not in taken), *own):
        taken.setdefault(place, []).append(claim)
        return True
    return False
