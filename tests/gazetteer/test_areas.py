"""Divisions made from their towns, and their common names."""

from __future__ import annotations

import pytest
from tests.gazetteer.making import region, town

from tacitus.gazetteer.areas import areas, bare_name, common_names, sized
from tacitus.model.place import PlaceKind
from tacitus.model.where import Point, distance

TOWNS = (
    town("1", "Strelsau", 35.0, 36.0, region="Zenda Governorate", district="Strelsau", population=1000),
    town("2", "Hentzau", 36.0, 37.0, region="Zenda Governorate", district="Hentzau", population=50),
    town("3", "Tarlenheim", 35.1, 36.1, region="Zenda Governorate", district="Strelsau"),
)


def test_an_area_is_the_box_around_its_towns() -> None:
    """Its middle is that of the box, its radius reaches the farthest town, its people are theirs."""
    (zenda,) = [area for area in areas(TOWNS) if area.kind is PlaceKind.REGION]
    assert (zenda.name, zenda.country, zenda.names) == ("Zenda Governorate", "SY", ("Zenda",))
    assert (zenda.latitude, zenda.longitude, zenda.population) == (35.5, 36.5, 1050)
    assert zenda.radius == pytest.approx(distance(Point(35.5, 36.5, 0), Point(35.0, 36.0, 0)), rel=0.01)


def test_districts_are_made_too() -> None:
    """Each lies in its region; one of a single town is wider than the town."""
    found = {area.name: area for area in areas(TOWNS) if area.kind is PlaceKind.DISTRICT}
    assert set(found) == {"Strelsau", "Hentzau"}
    assert {area.region for area in found.values()} == {"Zenda Governorate"}
    assert found["Hentzau"].radius == 15_000
    assert len({area.code for area in areas(TOWNS)}) == 3


def test_a_division_that_is_given_is_not_made() -> None:
    """What the source has itself is better; spellings that differ in marks are one."""
    given = region("9", "ZENDA governorate")
    assert [a.name for a in areas((*TOWNS, given)) if a.kind is PlaceKind.REGION] == []


def test_a_division_without_a_radius_reaches_its_towns() -> None:
    """One with a radius keeps it; one without towns has the least."""
    wide, fixed, lone = region("9", "Zenda Governorate"), region("8", "Hof", radius=7.0), region("7", "Gau")
    found = {entry.name: entry.radius for entry in sized((*TOWNS, wide, fixed, lone))}
    assert found["Zenda Governorate"] == pytest.approx(71_800, rel=0.01)
    assert (found["Hof"], found["Gau"], found["Strelsau"]) == (7.0, 15_000, None)


def test_towns_without_country_or_region_make_no_area() -> None:
    """Nothing is known of where they lie."""
    assert not list(areas((town("1", "Strelsau", 1, 1), town("2", "Hof", 1, 1, region="Zenda", country=""))))


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Idlib Governorate", "Idlib"),
        ("Donetsk Oblast", "Donetsk"),
        ("Northern State", "Northern State"),
        ("Governorate", "Governorate"),
        ("Provincia de Zenda", "Zenda"),
        ("Zenda", "Zenda"),
    ],
)
def test_the_bare_name(name: str, bare: str) -> None:
    """The word that says what a division is goes, but where nothing but a bearing would be left."""
    assert bare_name(name) == bare


def test_common_names_hold_those_that_english_texts_use() -> None:
    """By table and by leaving out; the name itself is none of them."""
    assert "Rural Damascus" in common_names("SY", "Rif-dimashq")
    assert common_names("SY", "Zenda") == ()
    assert common_names("XX", "Rif-dimashq") == ()
