"""Reasons: evidence in plain words, with what each part of it weighed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tacitus import tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.resolve.evidence import Evidence
    from tacitus.resolve.setting import Gathering


def because(evidence: Evidence, gathering: Gathering) -> str:
    """Return the reason of a judgement: what spoke for and against it, the name first, each with its log-odds."""
    mine, theirs = evidence.link.mine.text, gathering.bearers[evidence.link.theirs].text
    parts = (
        f"{_sentences()[f.name].format(mine=mine, theirs=theirs, what=f.what)} ({f.value * f.weight:+.1f})"
        for f in evidence.features
    )
    return "; ".join(parts)


@cache
def _sentences() -> Mapping[str, str]:
    return {name: said for name, _, _, said in tables.rows("tacitus.resolve.data", "entity_weights.tsv")}
