"""Numbers of some of those harmed, told again behind the number of all: "12 people, including three children"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract.harm_words import Harmed, counted_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.extract.tree import Tree

_NEAR = 5  # tokens from "including" to the noun that it tells


def with_parts(tree: Tree, found: Sequence[Harmed]) -> tuple[Harmed, ...]:
    """Return the harms with those counted again given to the phrase before: "12 people, including three children"."""
    taken = {h for one in found for h in one.heads}
    parts: dict[int, list[int]] = {}
    for i in range(len(tree.tokens)) if found else ():
        part = _part_at(tree, i)
        if part < 0 or part in taken:
            continue
        nearest = max(((h, at) for at, one in enumerate(found) for h in one.heads if h < i), default=(-1, -1))[1]
        if nearest >= 0:
            parts.setdefault(nearest, []).extend(c for c in tree.conjuncts(part) if c not in taken)
    return tuple(replace(one, parts=tuple(dict.fromkeys(parts.get(at, ())))) for at, one in enumerate(found))


def whole_of(tree: Tree, head: int, verb: int) -> int:
    """Return the phrase of which a subject is but a part: of "boys" in "dozens of men, including two boys, were hurt".

    Args:
        tree: The sentence.
        head: Head of what the tree takes for the subject.
        verb: The verb.
    """
    if not head < verb:
        return head
    for i in range(head - 1, max(0, head - _NEAR), -1):
        opens = tree.word(i) == "including" or (tree.word(i) in ("among", "amongst") and tree.word(i + 1) == "them")
        if opens and _part_at(tree, i) == head:
            at = i - 1 - (tree.tokens[i - 1].upos == "PUNCT")
            while at > 0 and tree.is_a(at, "nmod", "nummod", "compound", "amod") and 0 <= tree.head(at) < i:
                at = tree.head(at)
            return at if at >= 0 and tree.tokens[at].upos in ("NOUN", "PROPN", "NUM", "PRON", "ADJ") else head
    return head


def _part_at(tree: Tree, i: int) -> int:
    """Return the head of the phrase that "including" begins at `i`, or "two" of "two of them"; -1 for none."""
    end = len(tree.tokens)
    after = tuple(tree.word(k) for k in range(i + 1, min(i + 3, end)))
    if tree.tokens[i].upos == "NUM" and after in (("of", "them"), ("of", "whom")):
        return i
    if tree.word(i) == "including":
        start = i + 1
    elif tree.word(i) in ("among", "amongst") and after[:1] in (("them",), ("whom",)):
        start = i + 2
    else:
        return -1
    noun = next(
        (k for k in range(start, min(start + _NEAR, end)) if tree.tokens[k].upos in ("NOUN", "PROPN", "NUM")), -1
    )
    return counted_by(tree, noun) if noun >= 0 else -1
