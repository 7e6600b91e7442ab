"""How sure the reader is of a claim: the share of such claims that annotators made too, learned from training texts.

A claim is judged by the rule that made it and by how many roles it fills. Rare cases lean on what is more common:
rule and roles → rule → type. The table is made by `training/confidence.py` and holds no words of any text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tacitus.extract.lexicon import rows
from tacitus.model.ontology import TEXT_ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tacitus.extract.layers import Frame
    from tacitus.model.claim import Argument

#: Claims less sure than this are left out; set on the training texts where the F1 of found claims is highest.
LEAST = 0.17
#: Confidence of a type that the table does not know.
UNSEEN = 0.3


@cache
def _table() -> Mapping[str, float]:
    return {key: float(share) for key, share in rows("confidence.tsv")}


def roles(args: Sequence[Argument]) -> int:
    """Return how many roles a claim fills, words aside: 0 to 3, where 3 means three or more."""
    return min(3, len({a.role for a in args if a.role not in TEXT_ROLES}))


def keys(claim_type: str, made_by: str, filled: int) -> tuple[str, str, str]:
    """Return the keys of the table from the most to the least special."""
    return f"{claim_type}|{made_by}|{filled}", f"{claim_type}|{made_by}", claim_type


def of(frame: Frame) -> float:
    """Return the confidence of a frame, [0, 1]."""
    table = _table()
    for key in keys(frame.type, frame.made_by, roles(frame.args)):
        if key in table:
            return table[key]
    return UNSEEN
