"""Which of the names met so far are spelled alike."""

from __future__ import annotations

from itertools import permutations

import pytest

from tacitus.resolve.fold import fold
from tacitus.resolve.names import alike
from tacitus.resolve.spellings import LEAST, Spellings

NAMES = (
    "Harakat al-Zendan",
    "Zindan Movement",
    "HZ",
    "Orvand Kesh",
    "Urvand Kesh",
    "Tide Front",
    "Бригада Ковыль",
    "Kovyl Brigade",
)


def filled(*names: str) -> Spellings:
    """Return spellings with names, in this order."""
    out = Spellings()
    for name in names:
        out.add(fold(name), name)
    return out


@pytest.mark.parametrize("names", list(permutations(NAMES[:4])))
def test_the_order_of_coming_does_not_matter(names: tuple[str, ...]) -> None:
    """Each pair is known from both sides, with one likeness."""
    found, usual = filled(*names), filled(*NAMES[:4])
    for name in names:
        assert dict(found.near(fold(name))) == dict(usual.near(fold(name)))


def test_what_is_near_is_what_the_matcher_says() -> None:
    """No pair from even odds on is lost among a few names, and none below is kept."""
    assert LEAST == 0.5
    found = filled(*NAMES)
    for one in NAMES:
        expected = {fold(other): alike(one, other) for other in NAMES if other != one and alike(one, other) >= LEAST}
        assert {name: near.likeness for name, near in found.near(fold(one)).items()} == pytest.approx(expected)


def test_a_filed_name_is_found_but_finds_nothing_until_it_is_added() -> None:
    """Filing alone is quick; names that come later are compared with it."""
    found = Spellings()
    found.file("zendan front", "Zendan Front")
    assert found.near("zendan front") == {}
    found.add("zindan front", "Zindan Front")
    assert list(found.near("zindan front")) == ["zendan front"]
    assert found.near("zendan front") == {}
    found.add("zendan front", "Zendan Front")
    assert list(found.near("zendan front")) == ["zindan front"]


def test_adding_twice_changes_nothing() -> None:
    """The first text of a name is kept."""
    found = filled("Zendan Front", "Zindan Front")
    before = dict(found.near("zendan front"))
    found.add("zendan front", "Another Text")
    assert dict(found.near("zendan front")) == before


@pytest.mark.parametrize(
    ("acronym", "name", "letters"),
    [("TLF", "Tide Liberation Front", 3), ("TLFK", "Tide Liberation Front of Kesh", 4)],
)
def test_the_letters_of_acronyms(acronym: str, name: str, letters: int) -> None:
    """So many tie the two names; of another spelling none do, and two letters fit too many names to be near any."""
    found = filled(name, acronym, name.replace("Tide", "Tyde"), "TF", "Tide Front")
    assert found.near(fold(acronym))[fold(name)].letters == letters
    assert found.near(fold(name))[fold(name.replace("Tide", "Tyde"))].letters == 0
    assert "tide front" not in found.near("tf")


def test_a_name_is_compared_with_few() -> None:
    """However many share a word: the cost stays, and the likest are found."""
    found = filled(*(f"Zendan {a}{b}rvo" for a in "bdfgklmnprst" for b in "aeiou"))
    found.add("zendan karvi", "Zendan Karvi")
    near = found.near("zendan karvi")
    assert 0 < len(near) <= 24
