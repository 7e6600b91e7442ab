"""Reasons: evidence in one plain sentence, with its features behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tacitus.resolve.evidence import Evidence, Feature
    from tacitus.resolve.setting import Gathering


def because(evidence: Evidence, gathering: Gathering) -> str:
    """Return the reason of a judgement: the names in words, then what else counted, with log-odds."""
    link = evidence.link
    theirs = gathering.bearers[link.theirs].text
    first, *others = evidence.features
    weights = "; ".join(map(_told, others))
    head = (
        f"{first.name}: {link.mine.text}"
        if first.name.startswith("same")
        else f"{first.name}: {link.mine.text}, {theirs}"
    )
    return f"{head} ({first.value * first.weight:+.1f})" + (f"; {weights}" if weights else "")


def _told(feature: Feature) -> str:
    what = f": {feature.what}" if feature.what else ""
    return f"{feature.name}{what} ({feature.value * feature.weight:+.1f})"
