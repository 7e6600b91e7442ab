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
_CLAUSES = ("advcl", "obl", "nmod", "obl:tmod")


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


def since(tree: Tree, at: int, attached: Mapping[int, TimeMention]) -> TimeMention | None:
    """Return the time of what has lasted up to the clause at `at`: "killed since the uprising started in 2011"."""
    for clause in tree.on(at, *_CLAUSES):
        if any(tree.lemma(i) == "since" for i in tree.on(clause, "mark", "case")):
            inside = (attached[i] for i in tree.subtree(clause) if i in attached)
            found = next(inside, None)
            if found is not None:
                return found
    return None


def begun(tree: Tree, trigger: int, attached: Mapping[int, TimeMention]) -> TimeMention | None:
    """Return the time at which something long is told to have begun: "the war, which broke out in April 2023"."""
    if tree.lemma(trigger) not in words("lasting"):
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
