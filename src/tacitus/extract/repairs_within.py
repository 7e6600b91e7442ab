"""Trees put right: words before a noun that describe the noun between, "the militant group's leader"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tacitus.extract.lexicon import countries, words

if TYPE_CHECKING:
    from tacitus.language.analysis import Token

_NATIONAL = words("national_body")
_BEFORE = frozenset({"amod", "compound", "det", "nummod"})


def possessed(tokens: list[Token]) -> None:
    """Hang what stands before an owner on the owner: "militant" in "the militant group's leader"."""
    for owner, noun in enumerate(tuple(tokens)):
        if noun.relation != "nmod:poss" or noun.upos != "NOUN":
            continue
        for i in range(owner - 1, -1, -1):
            if tokens[i].head != noun.head or tokens[i].relation not in _BEFORE:
                break
            tokens[i] = replace(tokens[i], head=owner)


def national(tokens: list[Token]) -> None:
    """Hang a nation on the body right behind it: "Somali" in "a Somali military vehicle" tells whose military."""
    for i, (one, body) in enumerate(pairwise(tuple(tokens))):
        beside = one.head == body.head and one.relation in ("amod", "compound") and body.relation == "compound"
        if beside and body.lemma.lower() in _NATIONAL and one.text.lower() in countries():
            tokens[i] = replace(one, head=i + 1)
