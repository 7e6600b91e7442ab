"""The words that hedge, deny or move something: those without which it would be told as a plain fact.

Found by leaving words out and judging again, so that they hold for whatever rules `modality` has.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract import modality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.extract.tree import Tree
    from tacitus.model.span import Span

#: Parts of speech that never hedge.
_PLAIN = frozenset({"PUNCT", "PROPN", "NUM", "SYM"})
#: Words tried, nearest to the trigger first: what hedges stands near.
_TRIED = 16


def cues(tree: Tree, at: int, part: str, value: str) -> tuple[Span, ...]:
    """Return the words that make `value` of one part of the modality of the word at `at`, in the order of the text.

    One word where it is enough to leave out that one, the nearest first; several where each of them would do ("said it
    could, if attacked"); none where no words do it, but the engine's score for the whole.

    Args:
        tree: The sentence.
        at: The trigger.
        part: "certainty" or "status".
        value: What it came out as.
    """
    tree = replace(tree, sentence=replace(tree.sentence, factuality=()))
    start = next((i for i in (at, *tree.ancestors(at)[:2]) if _told(tree, i, part) == value), None)
    if start is None:
        return ()
    near = _near(tree, start)
    for i in near:
        if _told(_without(tree, (i,)), start, part) != value:
            return (tree.tokens[i].span,)
    left_out = list(near)
    if _told(_without(tree, left_out), start, part) == value:
        return ()
    for i in near:
        rest = [other for other in left_out if other != i]
        if _told(_without(tree, rest), start, part) != value:
            left_out = rest
    return tuple(tree.tokens[i].span for i in sorted(left_out))


def _told(tree: Tree, at: int, part: str) -> object:
    return getattr(modality.of(tree, at), part)


def _near(tree: Tree, at: int) -> Sequence[int]:
    words = (i for i, token in enumerate(tree.tokens) if i != at and token.upos not in _PLAIN)
    return sorted(words, key=lambda i: (abs(i - at), i))[:_TRIED]


def _without(tree: Tree, left_out: Sequence[int]) -> Tree:
    """Return the tree with words that say nothing in place of some tokens."""
    tokens = list(tree.tokens)
    for i in left_out:
        tokens[i] = replace(tokens[i], text="", lemma="")
    return replace(tree, sentence=replace(tree.sentence, tokens=tuple(tokens)))
