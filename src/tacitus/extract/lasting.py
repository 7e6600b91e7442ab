"""When something lasts: "killed since the war began in 2011", "the offensive, which began in October"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract.lexicon import words
from tacitus.model.when import When

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tacitus.extract.layers import TimeMention
    from tacitus.extract.tree import Tree

#: Verbs whose time is that of a beginning.
_BEGINNINGS = frozenset({"begin", "start", "commence", "erupt", "break"})
_NEAR = 10  # words from "since" to the time
_ORDINALS = words("ordinal")
_LASTING = words("lasting")


def opened(when: When) -> When | None:
    """Return a time from the first end of another on; None for one that has no such end or names none surely.

    Examples:
        >>> opened(When("2011-03")), opened(When("2018-05/2018-08")), opened(When("2012~"))
        (When(edtf='2011-03/..'), When(edtf='2018-05/..'), None)
    """
    first = when.edtf.partition("/")[0]
    return When(f"{first}/..") if first[-1:].isdigit() and first[0] not in "[{" else None


def beginning(when: When) -> When:
    """Return the first end of a time that is open to the right, and any other time as it is.

    Examples:
        >>> beginning(When("2015-07/..")), beginning(When("2015-07/2015-08"))
        (When(edtf='2015-07'), When(edtf='2015-07/2015-08'))
    """
    first, _, last = when.edtf.partition("/")
    return When(first) if last == ".." and first[-1:].isdigit() else when


def is_ranked(tree: Tree, i: int) -> bool:
    """Tell whether a word ranks an event among others: "the second since June" has another day than June."""
    return any(tree.tokens[k].xpos in ("JJS", "RBS") or tree.lemma(k) in _ORDINALS for k in (i, *tree.on(i, "amod")))


def since(tree: Tree, trigger: int, times: Sequence[TimeMention]) -> TimeMention | None:
    """Return the time since which an event is told to have gone on: "killed since the uprising started in 2011".

    The words decide, since trees of such clauses are often crooked: "since", a beginning at most, and the time.

    Args:
        tree: The sentence.
        trigger: The word that names the event.
        times: The times of the sentence.
    """
    for time in times:
        first = next((i for i, token in enumerate(tree.tokens) if time.span.overlaps(token.span)), 0)
        mark = _since_before(tree, first)
        above = tree.ancestors(mark) if mark > trigger else ()
        if any(is_ranked(tree, i) for i in above):
            continue
        if time.when is not None and (trigger in above or (tree.is_a(trigger, "conj") and tree.head(trigger) in above)):
            return time
    return None


def _since_before(tree: Tree, time: int) -> int:
    """Return the "since" that stands before a time with no clause but that of a beginning between; -1 for none."""
    for i in range(time - 1, max(-1, time - _NEAR), -1):
        if tree.lemma(i) == "since" and tree.tokens[i].upos in ("ADP", "SCONJ"):
            return i
        if tree.tokens[i].upos == "PUNCT" or (tree.is_verb(i) and tree.lemma(i) not in _BEGINNINGS):
            return -1
    return -1


def clauses_with_when(tree: Tree, at: int) -> tuple[int, ...]:
    """Return the clauses with "when" under a verb: "were killed when their lorry hit a mine"."""
    if not tree.is_verb(at):
        return ()
    return tuple(c for c in tree.on(at, "advcl") if any(tree.word(k) == "when" for k in tree.kids[c]))


def begun(tree: Tree, trigger: int, attached: Mapping[int, TimeMention]) -> TimeMention | None:
    """Return the time at which something long is told to have begun: "the war, which broke out in April 2023"."""
    if tree.lemma(trigger) not in _LASTING:
        return None
    above = (tree.head(trigger),) if tree.is_a(trigger, "nsubj") else ()
    told = (*above, *tree.on(trigger, "acl:relcl"))
    return next((attached[i] for i in told if i in attached and tree.lemma(i) in _BEGINNINGS), None)


def in_which(tree: Tree, at: int, times: Sequence[TimeMention]) -> TimeMention | None:
    """Return the time that the clause at `at` tells more of: "since mid-2012, when rebels seized the town"."""
    clause = tree.head(at) if tree.is_a(at, "conj") else at
    for when in (i for i in tree.on(clause, "advmod", "mark", "obl") if tree.lemma(i) == "when"):
        before = [i for i in (when - 1, when - 2) if i >= 0 and tree.tokens[i].upos != "PUNCT"]
        for time in times:
            if before and time.when is not None and time.span.overlaps(tree.tokens[before[0]].span):
                return time
    return None
