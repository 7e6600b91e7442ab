"""What speaks for and against two accounts telling one happening, number by number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus import tables
from tacitus.resolve.happening import Happening, Spot
from tacitus.resolve.likeness import measured, sketch
from tacitus.resolve.links import likeness

DAY = date(2024, 5, 8)
BARE = Happening("h1", "d1", ("c1",), ("attack",))
VELIMIR = Spot("velimir", "own:1", "town", "XA", 10.0, 20.0, 2000.0)
#: Eleven, thirty-three and 222 kilometres to the north of it.
SUBURB = Spot("old mill", "own:2", "town", "XA", 10.1, 20.0, 500.0)
BETWEEN = Spot("halder", "own:3", "town", "XA", 10.3, 20.0, 500.0)
KARABASH = Spot("karabash", "own:4", "town", "XA", 12.0, 20.0, 2000.0)
NORTH = Spot("north", "own:5", "region", "XA", 10.0, 20.0, 90_000.0)
SOUTH = Spot("south", "own:6", "district", "XA", 8.0, 20.0, 90_000.0)
PELAGIA = Spot("pelagia", "own:7", "country", "XB", 40.0, 20.0, 400_000.0)
TARN = Spot("tarn")


def _values(one: Happening, other: Happening) -> dict[str, float]:
    """Return what is measured of two happenings of two documents."""
    return measured(sketch(one), sketch(replace(other, id="h2", document="d2")))


def _held(one: Happening, other: Happening, *names: str) -> dict[str, float]:
    """Return those of some features that hold."""
    return {name: value for name, value in _values(one, other).items() if value and name in names}


_TOWNS = ("same town", "towns apart", "other towns", "same region", "other regions", "other country")


@pytest.mark.parametrize(
    ("one", "other", "held"),
    [
        ((VELIMIR,), (VELIMIR,), {"same town"}),
        ((VELIMIR,), (SUBURB,), {"same town"}),
        ((VELIMIR,), (BETWEEN,), {"other towns"}),
        ((VELIMIR,), (KARABASH,), {"towns apart"}),
        ((VELIMIR,), (TARN,), {"other towns"}),
        ((TARN,), (TARN,), {"same town"}),
        ((TARN,), (Spot("tarne"),), {"same town"}),
        ((VELIMIR, KARABASH), (KARABASH,), {"same town"}),
        ((VELIMIR, TARN), (KARABASH, TARN), {"same town"}),
        ((NORTH,), (NORTH,), {"same region"}),
        ((NORTH,), (SOUTH,), {"other regions"}),
        ((NORTH, VELIMIR), (NORTH, KARABASH), {"same region", "towns apart"}),
        ((VELIMIR,), (PELAGIA,), {"other country"}),
        ((VELIMIR, PELAGIA), (PELAGIA,), set()),
        ((VELIMIR,), (NORTH,), set()),
        ((VELIMIR,), (), set()),
        ((), (), set()),
    ],
)
def test_places(one: tuple[Spot, ...], other: tuple[Spot, ...], held: set[str]) -> None:
    """Towns by name or nearness, wider areas by id, countries by code; what is not told says nothing."""
    a, b = replace(BARE, spots=one), replace(BARE, spots=other)
    assert set(_held(a, b, *_TOWNS)) == held
    assert set(_held(b, a, *_TOWNS)) == held


@pytest.mark.parametrize(
    ("one", "other", "held"),
    [
        ((0, 0), (0, 0), {"same day": 1.0}),
        ((0, 0), (1, 1), {"same day": 1.0}),
        ((0, 0), (2, 2), {"days apart": 0.2}),
        ((0, 0), (40, 40), {"days apart": 3.0}),
        ((0, 3), (3, 6), {"same day": 1.0}),
        ((0, 4), (3, 6), {}),
        ((0, 30), (2, 2), {}),
        ((0, None), (9, 9), {}),
        ((None, 0), (9, 9), {}),
    ],
)
def test_days(one: tuple[int | None, int | None], other: tuple[int | None, int | None], held: dict[str, float]) -> None:
    """Short times that touch are one day; a gap counts by its length up to a month; open times say nothing."""
    a, b = (replace(BARE, first=_after(low), last=_after(high)) for low, high in (one, other))
    assert _held(a, b, "same day", "days apart") == held
    assert _held(b, a, "same day", "days apart") == held


def _after(days: int | None) -> date | None:
    return None if days is None else DAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("gap", "held"),
    [
        (0, {"same news day": 1.0}),
        (2, {"same news day": 1.0}),
        (23, {"news apart": 1.0}),
        (400, {"news apart": 3.0}),
    ],
)
def test_days_of_news(gap: int, held: dict[str, float]) -> None:
    """Main news is told for two days, then for three weeks less and less."""
    one = replace(BARE, is_lead=True, published=DAY)
    later = replace(one, published=DAY + timedelta(days=gap))
    assert _held(one, later, "same news day", "news apart") == held


def test_background_has_no_day_of_news() -> None:
    """It is often old, and so is nothing of an undated report known."""
    news = replace(BARE, is_lead=True, published=DAY)
    for other in (replace(news, is_lead=False), replace(news, published=None)):
        assert _held(news, other, "same news day", "news apart") == {}


@pytest.mark.parametrize(
    ("one", "other", "held"),
    [
        (("05-08",), ("05-08", "05-09"), {"same date named"}),
        (("05-08",), ("05-09",), {"other dates named"}),
        (("05-08", "2024"), ("2024",), {"same latest year"}),
        (("2019", "2024"), ("2023", "2024"), {"same latest year"}),
        (("2019",), ("2019", "2024"), {"other latest year"}),
        (("05-08", "2019"), ("05-08", "2024"), {"same date named", "other latest year"}),
        ((), ("05-08", "2024"), set()),
    ],
)
def test_dates_that_texts_name(one: tuple[str, ...], other: tuple[str, ...], held: set[str]) -> None:
    """Days of the year and the latest year, each by itself; who names none says nothing."""
    names = ("same date named", "other dates named", "same latest year", "other latest year")
    assert set(_held(replace(BARE, calendar=one), replace(BARE, calendar=other), *names)) == held


@pytest.mark.parametrize(
    ("one", "other", "held"),
    [
        ((9, 9), (9, 9), {"same toll": 1.0}),
        ((9, None), (9, None), {"same toll": 1.0}),
        ((2, 2), (2, 2), {}),
        ((9, 9), (4, 4), {"other toll": 1.0, "toll ratio": log(2)}),
        ((9, None), (4, None), {"toll ratio": log(2)}),
        ((None, 4), (9, 9), {"other toll": 1.0, "toll ratio": log(2)}),
        ((0, 0), (99, 99), {"other toll": 1.0, "toll ratio": 2.0}),
        ((3, 7), (7, 9), {"toll ratio": log(2)}),
        (None, (9, 9), {}),
    ],
)
def test_tolls(
    one: tuple[int | None, int | None] | None, other: tuple[int | None, int | None] | None, held: dict[str, float]
) -> None:
    """A same toll above two; ranges that no number fits; how many times the one is the other, capped."""
    a, b = replace(BARE, killed=one), replace(BARE, killed=other)
    for found in (
        _held(a, b, "same toll", "other toll", "toll ratio"),
        _held(b, a, "same toll", "other toll", "toll ratio"),
    ):
        assert found == pytest.approx(held)


@pytest.mark.parametrize(
    ("one", "other", "held"),
    [((4, 30), (30,), {"same count"}), ((4,), (30,), {"other counts"}), ((4,), (), set()), ((), (), set())],
)
def test_other_numbers(one: tuple[int, ...], other: tuple[int, ...], held: set[str]) -> None:
    """One number in common is enough; who gives none is not contradicted."""
    assert set(_held(replace(BARE, counts=one), replace(BARE, counts=other), "same count", "other counts")) == held


@pytest.mark.parametrize(
    ("one", "other", "kind", "is_other"),
    [
        (("attack",), ("attack",), 1.0, 0.0),
        (("airstrike",), ("killing",), 0.8, 0.0),
        (("merger",), ("airstrike",), 0.0, 1.0),
    ],
)
def test_kinds(one: tuple[str, ...], other: tuple[str, ...], kind: float, is_other: float) -> None:
    """How near the types are, and whether they have nothing in common."""
    found = _values(replace(BARE, types=one), replace(BARE, types=other))
    assert (found["type"], found["other kind"]) == (kind, is_other)


def test_names_of_two_spellings() -> None:
    """Names are compared by their consonants, in whatever order and by the poorer of the two."""
    one = replace(BARE, actors=("hasakah shield",), targets=("fishermen of tarn",))
    other = replace(BARE, actors=("hassakeh shield", "reed front"), targets=("velimir police",))
    found = _values(one, other)
    assert found["actors"] == pytest.approx(1)
    assert found["targets"] == 0
    assert found["names"] == 0


def test_a_sum_and_a_single_action() -> None:
    """They are told apart; two sums are not."""
    trend = replace(BARE, is_trend=True)
    assert (_values(trend, BARE)["one sums up"], _values(trend, trend)["one sums up"]) == (1.0, 0.0)


def test_words() -> None:
    """Half of the weight in common is the root of a half; the story counts as it is too."""
    words, half = (("boat", 1.0),), (("boat", 0.5), ("dam", 0.866))
    one, other = replace(BARE, words=words, lead=words, story=words), replace(BARE, words=half, lead=half, story=half)
    found = _values(one, other)
    assert found["much of the story"] == 0.5
    assert all(found[name] == pytest.approx(0.5**0.5) for name in ("words", "lead", "story"))
    assert _values(one, BARE)["story"] == 0


def test_every_feature_has_a_weight() -> None:
    """What is measured and not weighed, or weighed and never measured, would be lost without a word."""
    weighed = {row[0] for row in tables.rows("tacitus.resolve.data", "links.tsv")}
    assert weighed - {"bias"} == set(_values(BARE, BARE))


_HAPPENINGS = st.builds(
    Happening,
    id=st.just("h1"),
    document=st.just("d1"),
    claims=st.just(("c1",)),
    types=st.sampled_from([("attack",), ("killing", "talks")]),
    is_lead=st.booleans(),
    is_trend=st.booleans(),
    first=st.none() | st.just(DAY),
    last=st.none() | st.dates(DAY, DAY + timedelta(days=60)),
    published=st.none() | st.dates(DAY, DAY + timedelta(days=60)),
    spots=st.lists(st.sampled_from([VELIMIR, SUBURB, KARABASH, NORTH, PELAGIA, TARN]), max_size=3).map(tuple),
    actors=st.sampled_from([(), ("tide front",), ("tide front", "reed front")]),
    killed=st.none() | st.tuples(st.none() | st.integers(0, 4), st.none() | st.integers(5, 9)),
    counts=st.sampled_from([(), (4,), (4, 30)]),
    calendar=st.sampled_from([(), ("05-08",), ("05-08", "2024")]),
    words=st.sampled_from([(), (("boat", 1.0),), (("boat", 0.6), ("dam", 0.8))]),
)


@given(_HAPPENINGS, _HAPPENINGS)
def test_likeness_is_symmetric_and_bounded(one: Happening, other: Happening) -> None:
    """The same numbers and the same odds whichever comes first."""
    two = replace(other, id="h2", document="d2")
    assert measured(sketch(one), sketch(two)) == measured(sketch(two), sketch(one))
    found = likeness(one, two)
    assert found == likeness(two, one)
    assert 0 <= found.score <= 1


@given(_HAPPENINGS)
def test_nothing_speaks_against_itself(one: Happening) -> None:
    """An account and its copy in another document differ in nothing."""
    against = (
        *("other kind", "one sums up", "towns apart", "other towns", "other regions", "other country", "days apart"),
        *("news apart", "other dates named", "other latest year", "other counts", "other toll", "toll ratio"),
    )
    assert _held(one, one, *against) == {}


def test_two_of_one_document_are_never_one() -> None:
    """The document told them apart, and says so."""
    found = likeness(BARE, replace(BARE, id="h9", claims=("c9",)))
    assert found.score == 0
    assert [f.name for f in found.features] == ["one document tells them apart"]
