"""Looking names up."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.gazetteer.making import made, town

from tacitus.gazetteer.entries import Source
from tacitus.gazetteer.errors import NotAGazetteerError
from tacitus.gazetteer.index import Index
from tacitus.gazetteer.keys import key_of
from tacitus.gazetteer.store import add

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """Return a gazetteer of a few towns."""
    found = made(
        tmp_path / "g.db",
        town("1", "Ar-Raqqah", 35.95, 39.01, region="Zenda", names=("Raqa", "الرقة"), population=220_000),
        town("2", "Zenda", 35.0, 36.0, region="Zenda"),
        town("3", "Zenda", 33.0, 44.0, country="IQ", population=700, is_capital=True),
    )
    yield found
    found.close()


def test_a_place_comes_with_all_that_is_known(index: Index) -> None:
    """Id, kind, country, what contains it, position with radius, people."""
    place = index.place("geonames:1")
    assert place is not None
    assert (place.id, place.name, place.kind, place.country) == ("geonames:1", "Ar-Raqqah", "town", "SY")
    assert place.within == ("geonames:SY.zenda",)
    assert (place.point.latitude, place.point.longitude, place.population) == (35.95, 39.01, 220_000)
    assert place.point.radius == pytest.approx(4833, abs=2)
    assert not place.is_capital


@pytest.mark.parametrize("name", ["Ar-Raqqah", "ar raqqah", "Raqqah", "الرقة", "RAQA", "al-Raqqah"])
def test_spellings_find_a_place(index: Index, name: str) -> None:
    """Other names, other scripts, with the article or without."""
    assert [place.id for place in index.named(name)] == ["geonames:1"]


def test_the_places_of_most_people_come_first(index: Index) -> None:
    """All that a name may mean, of all countries, areas too."""
    assert [place.id for place in index.named("Zenda")] == ["geonames:SY.zenda", "geonames:3", "geonames:2"]
    assert index.named("Zenda")[1].is_capital


@pytest.mark.parametrize("name", ["", "—", "Strelsau", "zzz" * 1000, "' OR 1=1 --", "\ud800"])
def test_unknown_names_find_nothing(index: Index, name: str) -> None:
    """And nothing breaks."""
    assert index.named(name) == ()


@pytest.mark.parametrize("identity", ["", "geonames", "geonames:", "geonames:99", "other:1", ":1"])
def test_unknown_ids_find_nothing(index: Index, identity: str) -> None:
    """None stands for no place."""
    assert index.place(identity) is None


def test_neighbours(index: Index) -> None:
    """Countries with a common border; none for one that nobody knows."""
    assert index.neighbours("SY") == {"IQ"}
    assert index.neighbours("XX") == frozenset()


def test_the_version_names_all_sources(index: Index) -> None:
    """So that readings made with another gazetteer can be told apart."""
    assert index.version == "geonames test"
    add(index.path, Source("mine", "abc", origin="/data/mine.csv"), [town("1", "Hof", 1, 1)])
    with closing(Index(index.path)) as wider:
        assert wider.version == "geonames test; mine abc"
        assert wider.sources()[1].origin == "/data/mine.csv"
        assert wider.counts() == {"geonames": {"region": 1, "town": 3}, "mine": {"town": 1}}


def test_another_layout_is_refused(index: Index) -> None:
    """The message says what to do."""
    with closing(sqlite3.connect(index.path)) as db:
        db.execute("PRAGMA user_version = 1")
    with pytest.raises(NotAGazetteerError, match="gazetteer build"):
        Index(index.path)


@given(st.text(st.characters()))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_name_can_be_looked_up(index: Index, name: str) -> None:
    """Whatever stands in a text; what is found is filed under the name, perhaps but for an article."""
    for place in index.named(name):
        assert key_of(name)
        assert place.point.radius > 0


@given(
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.floats(-90, 90),
    st.floats(-180, 180),
    st.integers(0, 40_000_000),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_what_was_added_is_found(tmp_path: Path, name: str, latitude: float, longitude: float, people: int) -> None:
    """By its name, at its position; a name of one letter or none is not filed."""
    with closing(made(tmp_path / "one.db", town("1", name, latitude, longitude, population=people))) as index:
        found = index.named(name)
        assert len(found) == (len(key_of(name)) > 1)
        for place in found:
            assert (place.point.latitude, place.point.longitude, place.name) == (latitude, longitude, name)
