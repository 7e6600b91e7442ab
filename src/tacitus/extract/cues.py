"""The word that hedges, denies or moves something: the one without which it would be told as a plain fact.

Found by leaving words out and judging again, so that it holds for whatever rules `modality` has.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract import modality

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.extract.tree import Tree
    from tacitus.model.span import Span

#: Parts of speech that never hedge.
_PLAIN = frozenset({"PUNCT", "PROPN", "NUM", "SYM"})
#: Words tried, nearest to the trigger first: what hedges stands near.
_TRIED = 16


def cue(tree: Tree, at: int, part: str, value: str) -> Span | None:
    """Return the word that makes `value` of one part of the modality of the word at `at`; None when no single one does.

    Args:
        tree: The sentence.
        at: The trigger.
        part: "certainty" or "status".
        value: What it came out as.
    """
    for start in _starts(tree, at, part, value):
        for i in _near(tree, start):
            if getattr(modality.of(_without(tree, i), start), part) != value:
                return tree.tokens[i].span
    return None


def _starts(tree: Tree, at: int, part: str, value: str) -> Iterator[int]:
    """Yield the trigger, or else the verb on which it hangs, when its modality is the one that is asked for."""
    for start in (at, *tree.ancestors(at)[:2]):
        if getattr(modality.of(tree, start), part) == value:
            yield start
            return


def _near(tree: Tree, at: int) -> Sequence[int]:
    words = (i for i, token in enumerate(tree.tokens) if i != at and token.upos not in _PLAIN)
    return sorted(words, key=lambda i: (abs(i - at), i))[:_TRIED]


def _without(tree: Tree, i: int) -> Tree:
    """Return the tree with a word that says nothing in place of token `i`."""
    tokens = tree.tokens
    blank = replace(tokens[i], text="", lemma="")
    return replace(tree, sentence=replace(tree.sentence, tokens=(*tokens[:i], blank, *tokens[i + 1 :])))
