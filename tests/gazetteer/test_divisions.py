"""Which divisions of two sources are the same."""

from __future__ import annotations

from dataclasses import replace

from tests.gazetteer.making import region

from tacitus.gazetteer.divisions import TOP, Divisions
from tacitus.model.place import PlaceKind

OURS = Divisions([(1, "SY", TOP, "Zenda Governorate"), (2, "SY", 1, "Hof"), (3, "RU", TOP, "Moscow")])


def test_a_region_is_found_by_its_common_name() -> None:
    """With the word for a division or without, in one country alone."""
    assert [OURS.region("SY", name) for name in ("Zenda Governorate", "zenda", "Zenda Province")] == [1, 1, 1]
    assert OURS.region("IQ", "Zenda") is None
    assert OURS.region("SY", "") is None


def test_a_district_is_found_in_its_region() -> None:
    """By the names of both."""
    assert OURS.district("SY", "Zenda", "Hof District") == 2
    assert OURS.district("SY", "Elsewhere", "Hof") is None
    assert OURS.region("SY", "Hof") is None


def test_the_very_name_goes_before_the_common_one() -> None:
    """A source with both Moscow and Moscow Oblast has two regions, and ours is the first."""
    city = replace(region("1", "Moscow"), country="RU")
    oblast = replace(region("2", "Moscow Oblast"), country="RU")
    assert OURS.match([oblast, city]) == {city: 3}
    assert OURS.match([oblast]) == {oblast: 3}


def test_nothing_is_matched_in_an_empty_index() -> None:
    """A first source keeps all its divisions apart."""
    assert Divisions().match([region("1", "Zenda")]) == {}


def test_a_division_that_was_entered_is_found() -> None:
    """A region first, then a district in it; a look-up before does not stick."""
    mine = Divisions()
    assert mine.region("SY", "Zenda") is None
    mine.enter(7, region("1", "Zenda"))
    mine.enter(8, replace(region("2", "Hof", region="Zenda"), kind=PlaceKind.DISTRICT))
    assert (mine.region("SY", "Zenda"), mine.district("SY", "Zenda", "Hof")) == (7, 8)
