"""The words that tell harm to persons: killed, wounded, missing, taken, driven out, arrested."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from tacitus.extract.lexicon import rows, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.extract.tree import Tree


class Harm(StrEnum):
    """What happened to those counted."""

    KILLED = "killed"
    WOUNDED = "wounded"
    HARMED = "harmed"
    """Dead or wounded, not told apart: "20 casualties", "killed and injured 14"."""
    MISSING = "missing"
    CAPTURED = "captured"
    DISPLACED = "displaced"
    ARRESTED = "arrested"


@dataclass(frozen=True, slots=True)
class Harmed:
    """Those of whom a word tells harm.

    Attributes:
        harm: What happened to them.
        at: Index of the word that tells it.
        heads: Heads of the phrases that name or count them.
        parts: Heads of the phrases that count some of them again: "12 people, including three children".
        is_told: Whether the sentence tells it; False where the word only describes them: "two wounded fighters fled".
        form: Row of the word list: "object", "subject", "noun", "state", "life" or "toll".
    """

    harm: Harm
    at: int
    heads: tuple[int, ...]
    parts: tuple[int, ...] = ()
    is_told: bool = True
    form: str = "object"


@cache
def _listed() -> Mapping[tuple[str, str], Harm]:
    """Return form and word → harm, of `data/harm_words.tsv`."""
    return {(form, word): Harm(harm) for harm, form, listed in rows("harm_words.tsv") for word in listed.split()}


@cache
def first_words() -> frozenset[str]:
    """Return the words that a phrase of the list may begin with, and those of tolls; others tell no harm."""
    return frozenset(word.split("_")[0] for _, word in _listed()) | words("toll_noun")


def harm_of(lemma: str, *forms: str) -> Harm | None:
    """Return what a word tells in one of the forms of the list, or None."""
    return next((_listed()[form, lemma] for form in forms if (form, lemma) in _listed()), None)


def counted_by(tree: Tree, i: int) -> int:
    """Return the noun that a number word counts; the word itself where it counts nothing named."""
    seen = {i}
    while tree.is_a(i, "nummod", "det", "amod", "compound", "nmod", "advmod", "case", "fixed") and (
        tree.head(i) > i and tree.head(i) not in seen and not tree.is_verb(tree.head(i))
    ):
        i = tree.head(i)
        seen.add(i)
        if tree.tokens[i].upos in ("NOUN", "PROPN") or tree.tokens[i].xpos == "NNS":
            break
    return i
