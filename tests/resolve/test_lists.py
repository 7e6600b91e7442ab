"""Entries of alias lists: found by name, kept as JSON, and valid for a time."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.model.entity import EntityType
from tacitus.resolve.lists import AliasEntry, AliasLists, entry_in, entry_out

FRONT = AliasEntry("1", "mine", EntityType.GROUP, ("Zendan Front", "ZF"), ("the Front",), ("Zendan Committee",))
OTHER = AliasEntry("2", "mine", None, ("Zembla Federation", "Z.F."))
THEIRS = AliasEntry("Q7", "theirs", EntityType.GROUP, ("Front of Zendan", "zendan  front"))
LISTS = AliasLists([FRONT, OTHER, THEIRS])


def test_entries_by_name() -> None:
    """Spelling does not matter; a name that two things have leads to both; part of a name leads nowhere."""
    assert LISTS.groups("The ZENDAN Front") == (FRONT, THEIRS)
    assert LISTS.groups("zf") == (FRONT, OTHER)
    assert LISTS.groups("Zendan") == LISTS.groups("") == ()
    assert LISTS.entries == (FRONT, OTHER, THEIRS)


def test_weak_and_former_names_are_no_names() -> None:
    """They are found where they are asked for, and only there."""
    assert LISTS.groups("The Front") == LISTS.groups("Zendan Committee") == ()
    assert LISTS.weakly("front") == LISTS.formerly("zendan committee") == (FRONT,)
    assert LISTS.weakly("ZF") == LISTS.formerly("ZF") == ()


@pytest.mark.parametrize(
    ("day", "does"),
    [("2012-12-31", False), ("2013-01-01", True), ("2014-06-30", True), ("2014-07-01", False)],
)
def test_time_of_an_entry(day: str, does: bool) -> None:  # noqa: FBT001 - a column of the table
    """First and last day are in it; without a day it holds, and without dates always."""
    dated = AliasEntry("3", "mine", None, ("X1", "X2"), since=date(2013, 1, 1), until=date(2014, 6, 30))
    assert dated.holds(date.fromisoformat(day)) is does
    assert dated.holds(None)
    assert FRONT.holds(date.fromisoformat(day))


def test_what_is_empty_is_not_written() -> None:
    """The JSON of a bare entry has id, list and names."""
    assert entry_out(OTHER) == {"id": "2", "list": "mine", "names": ["Zembla Federation", "Z.F."]}
    assert entry_out(FRONT)["type"] == "group"


NAMES = st.lists(st.text(min_size=1), max_size=3).map(tuple)


@given(
    st.builds(
        AliasEntry,
        id=st.text(min_size=1),
        list=st.text(),
        type=st.none() | st.sampled_from(EntityType),
        names=st.lists(st.text(min_size=1), min_size=1).map(tuple),
        weak=NAMES,
        former=NAMES,
        since=st.none() | st.dates(),
        until=st.none() | st.dates(),
        note=st.text(),
    )
)
def test_json_round_trip(entry: AliasEntry) -> None:
    """What is written is read, by way of a file too."""
    assert entry_in(json.loads(json.dumps(entry_out(entry)))) == entry


def test_a_record_that_is_no_entry() -> None:
    """A missing part and an unknown type are errors, not entries."""
    with pytest.raises(KeyError):
        entry_in({"id": "1", "list": "mine"})
    with pytest.raises(ValueError, match="militia"):
        entry_in({"id": "1", "list": "mine", "names": ["X"], "type": "militia"})
