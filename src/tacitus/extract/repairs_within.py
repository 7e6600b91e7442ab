"""Trees put right: words that describe the noun beside them: "the militant group's leader", "known as the Wolf Den"."""

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
        beside = one.head == body.head and {one.relation, body.relation} <= {"amod", "compound"}
        if beside and body.lemma.lower() in _NATIONAL and one.text.lower() in countries():
            tokens[i] = replace(one, head=i + 1)
            tokens[i + 1] = replace(body, relation="compound")


def called(tokens: list[Token]) -> None:
    """Hang a name on the words that say it is one: "the Wolf Den" in "a group known as the Wolf Den attacked"."""
    for i in range(len(tokens) - 2):
        if tokens[i].relation != "acl" or tokens[i].text.lower() != "known" or tokens[i + 1].text.lower() != "as":
            continue
        first = i + 2 + (tokens[i + 2].upos == "DET")
        last = first
        while last < len(tokens) and (tokens[last].upos == "PROPN" or tokens[last].text == "-"):
            last += 1
        inside = range(first, last)
        above = tokens[tokens[i].head].head  # of the noun that is known by the name
        if not inside or above in inside or any(tokens[k].head == i for k in inside):
            continue
        for k in inside[:-1]:
            if tokens[k].head not in inside:
                tokens[k] = replace(tokens[k], head=last - 1, relation="compound")
        tokens[last - 1] = replace(tokens[last - 1], head=i, relation="obl")
        tokens[i + 1] = replace(tokens[i + 1], head=last - 1, relation="case")
