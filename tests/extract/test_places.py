"""Where: sentences of ours over the world, with namesakes, areas, ways from a town, and villages that nobody knows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tacitus.extract.places import find_places
from tacitus.extract.toponyms import PlaceForm
from tacitus.model.where import Point, distance
from tacitus.pipeline import ENGINES

if TYPE_CHECKING:
    from tacitus.extract.place_mentions import PlaceMention
    from tacitus.gazetteer.index import Index
    from tacitus.language.analysis import Engine
    from tacitus.model.where import Candidate

ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in Path(__file__).with_name("places.jsonl").read_text("utf-8").splitlines()
]
#: What goes wrong today, with the reason. The tests fail as soon as one of them is right.
WRONG = {
    "p109": "the canton of Uri outweighs the town in Kashmir",
    "p111": "the engine takes no name in 'Majdal Shams'",
    "p115": "the engine takes no name in 'Sukhumi', and the index has no river Enguri",
    "p135": "the engine takes no name in 'Adi Temhasay'",
    "p183": "a ship of a town's name is taken for the town",
    "p188": "the Australian state outweighs the town in Tamaulipas, told in another sentence",
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Return the package's engine."""
    return ENGINES.make("bundled")


def test_the_sentences_cover_the_world() -> None:
    """At least a hundred over twelve countries, every kind among them, most of them right."""
    kinds = {row["kind"] for row in ROWS}
    countries = {place["country"] for row in ROWS for place in row["places"]}
    assert len(ROWS) >= 190
    assert len(countries) >= 40
    assert kinds >= {"namesake", "containment", "direction", "distance", "near", "renamed", "disputed", "unknown"}
    assert len(WRONG) < len(ROWS) / 20


def _params() -> list[Any]:
    return [
        pytest.param(
            row, id=row["id"], marks=[pytest.mark.xfail(reason=WRONG[row["id"]])] if row["id"] in WRONG else ()
        )
        for row in ROWS
    ]


@pytest.mark.parametrize("row", _params())
def test_where(row: dict[str, Any], engine: Engine, gazetteer: Index) -> None:
    """Each place is found and lies where it should; what is unknown has no position; what is no place is none."""
    text = row["text"]
    found = find_places(text, engine.analyse(text), gazetteer)
    for place in row["places"]:
        mention = _at(found, text, place)
        if place["lat"] is None:
            _is_unlocated(mention, place)
        else:
            _is_located(mention, place)
    named = [text[m.toponym.span.start : m.toponym.span.end] for m in found if m.toponym.form is PlaceForm.NAME]
    assert not [words for words in row["not"] if any(name in words for name in named)]


def _at(found: tuple[PlaceMention, ...], text: str, place: dict[str, Any]) -> PlaceMention:
    """Return the mention that shares half of its words with the place."""
    start = -1
    for _ in range(place.get("nth", 1)):
        start = text.index(place["words"], start + 1)
    end = start + len(place["words"])
    for mention in found:
        span = mention.toponym.span
        if 2 * (min(end, span.end) - max(start, span.start)) >= min(end - start, len(span)):
            return mention
    pytest.fail(f"{place['words']!r} is not seen among {[m.toponym.words for m in found]}")


def _is_located(mention: PlaceMention, place: dict[str, Any]) -> None:
    assert mention.place is not None, f"{place['words']} is not placed"
    assert _kilometres(place, mention.place.point) <= place["km"], mention.place
    assert place["country"] in ("", mention.place.country)
    if "point" in place:
        candidate = mention.where().candidates[0]
        assert _kilometres(place["point"], candidate.point) <= place["point"]["km"], mention.toponym.relation


def _is_unlocated(mention: PlaceMention, place: dict[str, Any]) -> None:
    where = mention.where()
    assert where.point is None, f"a position is claimed for {place['words']}"
    if place["within"]:
        inside: Candidate | None = where.inside
        assert inside is not None
        assert _kilometres(place["area"], inside.point) <= place["area"]["km"], inside
    else:
        assert where.inside is None


def _kilometres(place: dict[str, float], point: Point) -> float:
    return distance(Point(place["lat"], place["lon"], 0), point) / 1000


def test_a_bearing_is_no_place_of_that_name(engine: Engine, gazetteer: Index) -> None:
    """Regions called West and South are meant only when the words say region."""
    text = "Commanders in Syria threatened the West in a video."
    found = {m.toponym.words: m.place for m in find_places(text, engine.analyse(text), gazetteer)}
    assert found["Syria"] is not None
    assert found.get("West") is None
    assert gazetteer.named("West")


def test_a_name_from_another_language_is_in_doubt_by_itself(engine: Engine, gazetteer: Index) -> None:
    """The Friulian name of an Italian town is hardly meant where nothing else speaks of Italy; with Italy it is."""

    def belun(text: str) -> PlaceMention:
        return next(m for m in find_places(text, engine.analyse(text), gazetteer) if m.toponym.words == "Belun")

    alone, told = belun("Two soldiers were hurt in Belun on Monday."), belun("He lives in Belun, Italy, near Trento.")
    assert not alone.where().is_located
    assert told.where().is_located


def test_a_country_that_only_acts_is_not_where_it_happened(engine: Engine, gazetteer: Index) -> None:
    """An unknown village does not lie in the country that is but named as an actor."""
    text = "Gunmen hid in Karmadun. The United States called them terrorists."
    found = {m.toponym.words: m for m in find_places(text, engine.analyse(text), gazetteer)}
    assert found["Karmadun"].place is None
    assert found["Karmadun"].home is None
