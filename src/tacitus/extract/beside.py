"""Descriptions with the name right beside them: "the town of X", "a group known as X", "police chief X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract.compounds import halves
from tacitus.extract.definites import BARE
from tacitus.extract.entity_types import BODIES
from tacitus.extract.lexicon import words
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tacitus.extract.layers import Mention
    from tacitus.extract.tree import Tree

_SETTLEMENTS = words("settlement")
_CALLED = frozenset({"know", "call", "dub", "name"})
_KINDS = words("named_kind")
#: What a described person can turn out to be: the engine takes some persons for groups.
_PERSONS = frozenset({EntityType.PERSON, EntityType.GROUP})


def named(mention: Mention, tree: Tree, names: Mapping[int, Mapping[int, Mention]]) -> Mention | None:
    """Return the name that a description has beside it, or None.

    Args:
        mention: The description.
        tree: Its sentence.
        names: All names, by sentence and head token.
    """
    return next((n for k in _near(mention, tree) if (n := _name_at(mention, tree, k, names)) is not None), None)


def _near(mention: Mention, tree: Tree) -> Iterator[int]:
    """Yield the tokens whose name the mention would be."""
    head = mention.head
    news = tree.lemma(head) == "agency" and any(tree.word(k) == "news" for k in tree.on(head, "compound"))
    if (tree.lemma(head) in _KINDS or news) and _is_one(tree, head):  # "the Zenda group", "the Tarn Post newspaper"
        yield from (k for k in tree.on(head, "compound", "nmod:desc") if k < head and tree.tokens[k].upos == "PROPN")
    if mention.is_name:
        return
    for k in tree.on(head, "acl"):
        if tree.lemma(k) in _CALLED:
            yield from tree.on(k, "obl", "xcomp", "obj")
            yield from (name for name in tree.on(head, "appos") if name > k)
    if tree.lemma(head) in _SETTLEMENTS:
        beside = (k for k in tree.on(head, "nmod", "appos", "flat") if k > head)
        yield from (k for k in beside if tree.preposition(k) in ("of", ""))
    if mention.type is EntityType.PEOPLE or tree.lemma(head) in BARE:
        yield from (k for k in tree.on(head, "appos", "flat", "nmod") if k > head and not tree.preposition(k))
        if tree.is_a(head, "appos", "nmod:desc"):
            yield tree.head(head)


def _is_one(tree: Tree, head: int) -> bool:
    """Tell whether a noun speaks of one body that may be known: no "groups", no "a Zenda-backed group"."""
    articles = {tree.word(k) for k in tree.on(head, "det")}
    return (
        tree.tokens[head].xpos not in ("NNS", "NNPS")
        and not articles & {"a", "an", "another", "no", "any", "every", "each"}
        and not any(tree.word(k) in halves() for k in tree.kids[head])
    )


def _name_at(mention: Mention, tree: Tree, k: int, names: Mapping[int, Mapping[int, Mention]]) -> Mention | None:
    """Return the name with token `k` as head, or the one that the token is a part of, when it can be meant."""
    near = names.get(mention.sentence, {})
    span = tree.tokens[k].span
    found = near.get(k) or next((m for m in near.values() if m.span.contains(span)), None)
    return found if found is not None and found is not mention and _fits(mention, tree, found) else None


def _fits(mention: Mention, tree: Tree, name: Mention) -> bool:
    """Tell whether a description and a name can be of one thing."""
    if mention.type is EntityType.PEOPLE:
        return name.type in _PERSONS and tree.tokens[mention.head].xpos not in ("NNS", "NNPS")
    if name.head < mention.head:
        return name.type in BODIES
    return True
