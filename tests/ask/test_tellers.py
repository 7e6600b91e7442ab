"""Voices and parties: keys, owners, and who belongs to whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ask.accounts import Bench

from tacitus.ask.parties import Known, Party, Stand, terms
from tacitus.ask.voices import Voice, voice_of, voices
from tacitus.model.entity import Entity, EntityType

_LINES = (
    "by=Tirsa Hospital/facility; doc=a; in=Wire",
    "by=Tirsa Hospital/facility; doc=b; in=Courier",
    "by=officials; doc=a; in=Wire",
    "by=officials; doc=b; in=Courier",
    "by=Courier/media; doc=c; in=Herald",
    "doc=b; in=Courier",
    "doc=d; in=none",
)


def _keys(order: list[str]) -> dict[tuple[str, str], tuple[str, str]]:
    bench = Bench()
    rows = [bench.add(line) for line in order]
    return {at: (voice.key, voice.name) for at, voice in voices(rows, Known()).items()}


@given(st.permutations(_LINES))
def test_voices_do_not_hang_on_the_order(order: list[str]) -> None:
    """The same keys and names in whatever order the claims come."""
    assert _keys(order) == _keys(list(_LINES))


def test_each_speaker_of_each_document_has_a_voice() -> None:
    """Seven claims, seven places where somebody speaks, five who do."""
    found = _keys(list(_LINES))
    assert len(found) == len(_LINES)
    assert len({key for key, _ in found.values()}) == 5
    assert found["c", "e Courier"] == found["b", ""]


def test_resolution_makes_two_names_one_voice() -> None:
    """What it found the same speaks with one voice, by the name of the first document."""
    bench = Bench()
    rows = [bench.add("by=Idris Halvani/person; doc=b"), bench.add("by=General Halvani/person; doc=a")]
    found = voices(rows, Known(same=lambda _a, _b: True))
    assert {voice.name for voice in found.values()} == {"General Halvani"}
    assert len({voice.name for voice in voices(rows, Known(same=lambda _a, _b: False)).values()}) == 2


def test_one_who_is_both_ties_two_together() -> None:
    """A is B and B is C, though nobody says that A is C."""
    bench = Bench()
    for name, document in (("Idris Halvani", "a"), ("Orhan Halvani", "b"), ("Colonel Halvani", "c")):
        bench.add(f"by={name}/person; doc={document}")
    tied = {frozenset("ac"), frozenset("bc")}
    found = voices(bench.rows, Known(same=lambda one, other: frozenset((one[0], other[0])) in tied))
    assert len(set(found.values())) == 1


def test_a_voice_is_told_by_its_key() -> None:
    """The name to show does not count."""
    assert Voice("own wire", "Wire") == Voice("own wire", "WIRE")
    assert Voice("own a", "Z") < Voice("own b", "A")


def test_who_speaks_innermost() -> None:
    """The first of a chain; the document itself where nobody is quoted."""
    bench = Bench()
    assert voice_of(bench.add("by=officials+Courier/media; doc=a")) == ("a", "e officials")
    assert voice_of(bench.add("doc=a")) == ("a", "")


@pytest.mark.parametrize("way", Stand)
def test_ways_turn_twice_to_themselves(way: Stand) -> None:
    """Only part and whole change."""
    assert way.turned.turned is way
    assert (way.turned is way) is (way not in (Stand.NARROWER, Stand.WIDER))


def test_terms() -> None:
    """Words and pairs of words side by side."""
    assert terms("Air force jets") == {"air", "force", "jets", "air_force", "force_jets"}
    assert terms("") == frozenset()


def _party(names: tuple[str, ...], kind: EntityType = EntityType.GROUP, document: str = "d1", *owner: str) -> Party:
    return Party(document, Entity(f"e {names[0]}", kind, names), frozenset(owner))


def test_names_of_a_party() -> None:
    """Proper names only, where there are any; the first one is shown."""
    one = _party(("Reed Front", "RF", "the group"))
    assert one.names == {"reed front", "rf"}
    assert one.name == "Reed Front"
    assert _party(("the group",)).names == {"group"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (_party(("Reed Front",)), _party(("RF", "Reed Front"), EntityType.GROUP, "d2"), True),
        (_party(("Reed Front",)), _party(("Bay Guard",), EntityType.GROUP, "d2"), False),
        (
            _party(("our men",), EntityType.PEOPLE, "d1", "reed front"),
            _party(("our men",), EntityType.PEOPLE, "d2", "reed front"),
            True,
        ),
        (
            _party(("our men",), EntityType.PEOPLE, "d1", "reed front"),
            _party(("our men",), EntityType.PEOPLE, "d2", "bay guard"),
            False,
        ),
    ],
)
def test_who_is_one_by_words(one: Party, other: Party, *, same: bool) -> None:
    """A name in common, and the same owner."""
    assert Known().is_same(one, other) is same
    assert Known().is_same(other, one) is same


def test_aliases_stand_for_a_party() -> None:
    """What resolution knows of its names counts for parts of it."""
    front = _party(("RF",))
    known = Known(aliases={front.key: frozenset({"rf", "reed front"})})
    members = _party(("fighters of the Reed Front",), EntityType.PEOPLE, "d2")
    assert known.names_of(front) == {"rf", "reed front"}
    assert known.is_part(members, front)
    assert not Known().is_part(members, front)


def test_signs_tell_apart_what_answers_may_hang_on() -> None:
    """Type, names, owner; the document does not count."""
    one = _party(("Reed Front",))
    assert Known().sign(one) == Known().sign(_party(("Reed Front",), EntityType.GROUP, "d2"))
    others = (
        _party(("RF",)),
        _party(("Reed Front",), EntityType.FORCE),
        _party(("Reed Front",), one.entity.type, "d1", "x"),
    )
    assert len({Known().sign(p) for p in (one, *others)}) == 4
