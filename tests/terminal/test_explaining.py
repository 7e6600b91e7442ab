"""Why a claim is as it is, in words."""

from __future__ import annotations

import pytest

from tacitus.model.trace import Way
from tacitus.terminal import explaining


@pytest.mark.parametrize("way", [*Way, None])
def test_every_way_has_words(way: Way | None) -> None:
    """However many pieces of the text there are; those that are told stand there as they are."""
    pieces = ["“one”", "“two”", "“three {0}”"]
    for count in range(4):
        told = explaining._way(way, pieces[:count])  # noqa: SLF001 - the smallest part that can be asked
        assert told
        assert "{1}" not in told
    assert explaining._way(way, []) != "" != explaining._way(way, pieces)  # noqa: SLF001 - likewise


@pytest.mark.parametrize(
    ("way", "words", "told"),
    [
        (Way.NAME, ["“Mirzakh”"], "the name “Mirzakh”"),
        (Way.OTHER_NAME, ["“HF”", "“Highland Front”"], "the name “HF”, another one for “Highland Front”"),
        (Way.WEAPON, ["“struck”", "“rockets”"], "the word “struck”, and the weapon “rockets”"),
        (
            Way.BOTH,
            ["“said”", "“police”", "“army”"],
            "the word of speech “said” of “police”, “army”, by a rule and the engine",
        ),
        (Way.STORY, [], "reckoned from another time of the story"),
        (None, [], "no words"),
    ],
)
def test_ways_are_told_as_people_would(way: Way | None, words: list[str], told: str) -> None:
    """With what is there, and without gaps for what is not."""
    assert explaining._way(way, words) == told  # noqa: SLF001 - the smallest part that can be asked
