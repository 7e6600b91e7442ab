"""Who is named: names, sides, countries, owners."""

from __future__ import annotations

import pytest

from tacitus.ask.parties import Known, Party, party
from tacitus.ask.words import country, kinds, word_set
from tacitus.model.entity import Entity, EntityType


def _party(name: str, kind: EntityType = EntityType.PEOPLE) -> Party:
    return Party("d1", Entity(f"e {name}", kind, (name,)))


@pytest.mark.parametrize(
    ("name", "kind", "is_named", "side", "land"),
    [
        ("Highland Front", EntityType.GROUP, True, "rebel", None),
        ("the group", EntityType.GROUP, False, "any", None),
        ("army of Orvand", EntityType.FORCE, True, "state", None),
        ("army", EntityType.FORCE, False, "state", None),
        ("Government forces", EntityType.FORCE, False, "state", None),
        ("Israeli army", EntityType.FORCE, True, "state", "Israel"),
        ("Russian troops", EntityType.PEOPLE, False, "state", "Russia"),
        ("militants", EntityType.PEOPLE, False, "rebel", None),
        ("gunmen", EntityType.PEOPLE, False, "any", None),
        ("rebels and soldiers", EntityType.PEOPLE, False, "any", None),
        ("Lebanese Party", EntityType.GROUP, True, "rebel", None),
        ("Idris Halvani", EntityType.PERSON, True, "any", None),
    ],
)
def test_what_a_name_tells(name: str, kind: EntityType, *, is_named: bool, side: str, land: str | None) -> None:
    """Named or described, on which side, of which country; a group is of none by its name alone."""
    found = _party(name, kind)
    assert (found.is_named, found.side, found.country) == (is_named, side, land)


def test_our_fighters_are_those_of_the_speaker() -> None:
    """Of the one who is quoted, else of the outlet; other words own nothing."""
    ours = Entity("e1", EntityType.PEOPLE, ("our fighters",))
    front = Entity("e2", EntityType.GROUP, ("Highland Front",))
    assert party("d1", ours, front, "Wire").owner == {"highland front"}
    assert party("d1", ours, None, "Front Channel").owner == {"front channel"}
    assert party("d1", ours, None, None).owner == frozenset()
    assert party("d1", Entity("e3", EntityType.PEOPLE, ("gunmen",)), front, None).owner == frozenset()


def test_parts_and_wholes() -> None:
    """By the words of a name, not by letters inside a word; a state holds what bears its name."""
    known = Known(parts=frozenset({("valley company", "highland front")}))
    front = _party("Highland Front", EntityType.GROUP)
    assert known.is_part(_party("fighters of the Highland Front"), front)
    assert known.is_part(_party("Valley Company", EntityType.GROUP), front)
    assert not known.is_part(front, _party("Valley Company", EntityType.GROUP))
    assert not known.is_part(_party("men of Highland Frontier"), front)
    assert known.is_part(_party("Syrian army", EntityType.FORCE), _party("Syria", EntityType.STATE))
    assert not known.is_part(_party("Syrian army", EntityType.FORCE), _party("Iraq", EntityType.STATE))


@pytest.mark.parametrize(
    ("name", "land"),
    [("Sudan", "Sudan"), ("South Sudan", "South Sudan"), ("Russia and Ukraine", None), ("Reed Army", None)],
)
def test_countries_in_names(name: str, land: str | None) -> None:
    """The longest name counts, and two countries are none."""
    assert country(name) == land


def test_word_lists_hold_folded_words() -> None:
    """Words are looked up folded, so the lists have them so; those of two words are joined by "_"."""
    for name in ("people_kinds.tsv", "sides.tsv", "weapon_families.tsv"):
        assert all(word == word.lower() for known in kinds(name).values() for word in known)
    for name in ("asks_who.tsv", "bare_people.tsv", "further.tsv", "quantities.tsv"):
        assert word_set(name)
        assert all(word == word.lower() for word in word_set(name))
