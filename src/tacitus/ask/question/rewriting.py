"""A question in the words that are read best: other words for the same are turned into these."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tacitus import tables

if TYPE_CHECKING:
    from collections.abc import Iterator


def plainer(text: str) -> str:
    """Return a question without its mark in plainer words, if it has a form that is always turned.

    Examples:
        >>> plainer("How high was the death toll in Dura")
        'what was the death toll in Dura'
        >>> plainer("Who leads the Tide Front")
        'Who leads the Tide Front'
    """
    for pattern, words in _rewrites("first"):
        found = pattern.fullmatch(text)
        text = _said(found, words) if found is not None else text
    return text


def others(text: str) -> Iterator[str]:
    """Yield a question that could not be read in other words that may be.

    Examples:
        >>> list(others("When was the raid on Dura"))
        ['when did the raid on Dura happen']
    """
    for pattern, words in _rewrites("last"):
        found = pattern.fullmatch(text)
        if found is not None:
            yield _said(found, words)


def _said(found: re.Match[str], words: str) -> str:
    """Return a replacement with the groups that were found; one that is not there is empty."""
    return " ".join(re.sub(r"\\g<(\w+)>", lambda name: found[name[1]] or "", words).split())


@cache
def _rewrites(stage: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = tables.rows("tacitus.ask.data", "question_rewrites.tsv")
    return tuple((re.compile(pattern, re.IGNORECASE), words) for known, pattern, words in rows if known == stage)
