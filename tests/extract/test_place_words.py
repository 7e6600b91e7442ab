"""What the words around a place name say: a way from it, what contains it, what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.extract.place_words import (
    Shift,
    is_beside,
    is_inside,
    moved,
    relation_before,
    says_division,
    says_town,
    shift_of,
)
from tacitus.model.where import Point, distance


@pytest.mark.parametrize(
    ("before", "relation"),
    [
        ("A bomb hit a convoy 15 km east of ", "15 km east of"),
        ("about 20 kilometres south of ", "20 kilometres south of"),
        ("a hill 40km south-west of ", "40km south-west of"),
        ("ten miles to the north of ", "ten miles to the north of"),
        ("12 miles from ", "12 miles from"),
        ("positions north of the town of ", "north of"),
        ("outside ", "near"),
        ("close to the village of ", "near"),
        ("on the outskirts of ", "near"),
        ("in or near ", "in or near"),
        ("villages in southern ", "southern"),
        ("in the north-east of ", "north-east of"),
        ("the capital of ", ""),
        ("fighters in ", ""),
        ("", ""),
    ],
)
def test_how_words_stand_to_a_place(before: str, relation: str) -> None:
    """The words of the way, as they stand."""
    assert relation_before(before) == relation


@pytest.mark.parametrize(
    ("relation", "shift"),
    [
        ("15 km east of", Shift(15000, 90)),
        ("2.5 miles northwest of", Shift(2.5 * 1609.344, 315)),
        ("twenty kilometres to the south of", Shift(20000, 180)),
        ("1,500 metres west of", Shift(1500, 270)),
        ("10 km from", Shift(10000, None)),
        ("north of", Shift(None, 0)),
        ("near", Shift(None, None)),
        ("southern", None),
        ("", None),
    ],
)
def test_how_far_and_where_to(relation: str, shift: Shift | None) -> None:
    """Metres and degrees; None for what the words leave open."""
    assert shift_of(relation) == shift


TOWN = Point(36.0, 39.0, 3000)


def test_a_distance_with_a_direction_moves_the_middle() -> None:
    """East along the parallel, and as blurred as the points of the compass are."""
    there = moved(TOWN, "15 km east of")
    assert there.longitude == pytest.approx(39.167, abs=0.002)
    assert there.latitude == pytest.approx(36.0, abs=0.001)
    assert there.radius == pytest.approx(3000 + 15000 * 0.38)


@pytest.mark.parametrize(
    ("relation", "radius"),
    [
        ("near", 23_000),
        ("in or near", 23_000),
        ("north of", 53_000),
        ("10 km from", 13_000),
        ("southern", 3000),
        ("", 3000),
    ],
)
def test_what_leaves_the_place_open_widens_the_circle(relation: str, radius: int) -> None:
    """The middle stays: nobody said where."""
    there = moved(TOWN, relation)
    assert (there.latitude, there.longitude, there.radius) == (36.0, 39.0, radius)


@given(
    latitude=st.floats(-89, 89),
    longitude=st.floats(-180, 180),
    kilometres=st.integers(1, 500),
    way=st.sampled_from(["north", "south-east", "west", "northwest", "northeastern"]),
)
def test_a_moved_point_is_as_far_as_the_words_say(latitude: float, longitude: float, kilometres: int, way: str) -> None:
    """Over poles and the date line too."""
    start = Point(latitude, longitude, 0)
    there = moved(start, f"{kilometres} km {way} of")
    assert distance(start, there) == pytest.approx(kilometres * 1000, rel=1e-3)


@given(st.text(max_size=80))
def test_no_words_break_it(before: str) -> None:
    """Whatever stands before a name, the relation that is found can be followed."""
    assert moved(TOWN, relation_before(before)).radius >= TOWN.radius


@pytest.mark.parametrize(
    ("gap", "inside"),
    [
        (", ", True),
        (" in ", True),
        (" in southern ", True),
        (", in the ", True),
        (" (", True),
        (", a village in the ", True),
        (", a small town in northern ", True),
        (" district of ", True),
        (" in the province of ", True),
        (", the capital of ", True),
        (" and ", False),
        ("'s role in ", False),
        (", the ministry said in ", False),
        (" to ", False),
        (". In ", False),
    ],
)
def test_what_contains_a_place(gap: str, inside: bool) -> None:  # noqa: FBT001  # a column of the table
    """Commas, "in", and appositions that say what a place is."""
    assert is_inside(gap) is inside


@pytest.mark.parametrize(
    ("gap", "beside"),
    [(" near ", True), (", a village near ", True), (" 10 km north of ", True), (" and ", False), (" in ", False)],
)
def test_what_a_place_lies_near(gap: str, beside: bool) -> None:  # noqa: FBT001
    """A direction, a distance, or "near"."""
    assert is_beside(gap) is beside


def test_what_a_place_is() -> None:
    """The words before a name tell a province from a town."""
    assert says_division("in the province of ")
    assert says_division("the governorate of ", "wide")
    assert not says_division("in the district of ", "wide")
    assert says_town("in the village of ")
    assert not says_town("in the province of ")
