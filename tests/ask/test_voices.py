"""Who speaks: each voice once, over all documents."""

from __future__ import annotations

import pytest
from tests.ask.accounts import Bench

from tacitus.ask.parties import Known
from tacitus.ask.voices import voices


def _names(*lines: str) -> list[str]:
    """Return the names of the voices, each once, in the order of their first lines."""
    bench = Bench()
    rows = [bench.add(line) for line in lines]
    found = voices(rows, Known())
    each = dict.fromkeys(found[row.document.id, row.claim.source.innermost or ""] for row in rows)
    return [voice.name for voice in each]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("by=Tirsa Hospital/facility", "by=Tirsa Hospital/facility"), ["Tirsa Hospital"]),
        (("by=officials", "by=officials"), ["officials", "officials"]),
        (("by=officials; doc=a", "by=officials; doc=a"), ["officials"]),
        (("by=officials of Orvand", "by=officials of Orvand"), ["officials of Orvand"]),
        (("by=Omar Salim/person", "by=Adil Morane/person"), ["Omar Salim", "Adil Morane"]),
        (("in=Wire", "in=The Wire"), ["Wire"]),
        (("in=none; doc=a", "in=none; doc=b"), ["Report a", "Report b"]),
        (("in=Wire", "by=Wire/media; in=Courier"), ["Wire"]),
        (("by=Tirsa Hospital/facility+Wire/media", "by=Tirsa Hospital/facility"), ["Tirsa Hospital"]),
    ],
)
def test_voices(lines: tuple[str, ...], names: list[str]) -> None:
    """Named speakers and outlets are one where their names are; unnamed ones are those of their document."""
    assert _names(*lines) == names


def test_a_speaker_without_an_entity_is_a_voice_all_the_same() -> None:
    """The id stands for the name, and no other document shares it."""
    bench = Bench()
    row = bench.add("by=Tirsa Hospital/facility; doc=a")
    bare = type(row)(row.claim, row.document, (), row.quotes)
    (voice,) = voices([bare], Known()).values()
    assert voice.name == row.claim.source.innermost
    assert "a" in voice.key.split()
