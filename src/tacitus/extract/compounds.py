"""Relations in compound adjectives: "Iran-backed militia", "rebel-held town", "pro-government force"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tacitus.extract.lexicon import rows
from tacitus.extract.predication import identified, surface_subjects
from tacitus.extract.relating import fits, frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tacitus.extract.layers import Frame
    from tacitus.extract.scene import Scene
    from tacitus.extract.tree import Tree

HYPHENS = frozenset({"-", "‐", "‑", "–"})
#: First parts that tell a side by themselves → the relation of the noun to the second part.
PREFIXES = {"pro": "ally", "anti": "rival", "counter": "rival"}


@cache
def halves() -> Mapping[str, tuple[str, bool]]:
    """Return second half → (relation, whether the first half is the subject)."""
    return {
        word: (relation, side == "left") for relation, side, words in rows("compounds.tsv") for word in words.split()
    }


def read(scene: Scene) -> Iterator[Frame]:
    """Yield the relations of one sentence's compound adjectives."""
    tree = scene.tree
    for i in range(len(tree.tokens)):
        if i > 1 and tree.tokens[i - 1].text in HYPHENS and tree.word(i) in halves():
            yield from _compound(scene, i)
        elif prefix_of(tree.word(i)) or (i > 1 and tree.tokens[i - 1].text in HYPHENS and tree.word(i - 2) in PREFIXES):
            prefix = prefix_of(tree.word(i)) or tree.word(i - 2)
            noun, relation = _modified(tree, i), PREFIXES[prefix]
            if noun is not None and fits(scene, relation, noun, i):
                yield frame(scene, relation, (noun, i), (i, *range(min(i, noun), max(i, noun) + 1)), f"{prefix}.adj")


def prefix_of(word: str) -> str:
    """Return "pro", "anti" or "counter" when a word is written as one with it: "pro-government"; else ""."""
    first, hyphen, rest = word.partition("-")
    return first if hyphen and rest and first in PREFIXES else ""


def _compound(scene: Scene, i: int) -> Iterator[Frame]:
    tree = scene.tree
    relation, left_first = halves()[tree.word(i)]
    noun = _bearer(tree, i)
    first = next((k for k in range(i - 2, max(-1, i - 6), -1) if scene.entity(k)), None)
    if noun is None or first is None:
        return
    pair = (first, noun) if left_first else (noun, first)
    if fits(scene, relation, *pair):
        low, high = min(first, noun), max(first, noun)
        made = frame(scene, relation, pair, (i, *range(low, high + 1)), f"{tree.word(i)}.adj")
        yield replace(made, is_aside=noun == _modified(tree, i))


def _bearer(tree: Tree, i: int) -> int | None:
    """Return what the adjective is told of: its noun, or what is identified as, or is, that noun."""
    noun = _modified(tree, i)
    if noun is None:
        return None
    told = identified(tree, noun) or (surface_subjects(tree, noun) if tree.on(noun, "cop") else ())
    return told[0] if told else noun


def _modified(tree: Tree, i: int) -> int | None:
    """Return the noun that a compound adjective describes: the first governor to the right that is one."""
    for up in tree.ancestors(i):
        if up > i and tree.tokens[up].upos in ("NOUN", "PROPN"):
            return up
    for k in range(i + 1, min(i + 5, len(tree.tokens))):
        if tree.tokens[k].upos in ("NOUN", "PROPN") and not tree.is_a(k, "compound", "amod"):
            return k
    return None
