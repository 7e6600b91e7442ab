"""CSV, TSV and GeoJSON as entries."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.gazetteer.csv_rows import delimiter, is_table, read_csv
from tacitus.gazetteer.entries import Entry
from tacitus.gazetteer.geojson import features, read_features
from tacitus.gazetteer.hints import Hints
from tacitus.gazetteer.problems import Trouble
from tacitus.gazetteer.records import has_columns
from tacitus.model.where import Point, distance

HINTS = Hints("SY")


def table(text: str) -> list[Entry | Trouble]:
    """Return what the rows of CSV give."""
    return [entry for _, entry in read_csv(text, HINTS)]


def one(text: str) -> Entry:
    """Return the entry of CSV with a single row."""
    (entry,) = table(text)
    assert isinstance(entry, Entry), entry
    return entry


def feature(geometry: object, **properties: Any) -> Entry | Trouble:  # noqa: ANN401  # whatever JSON can hold
    """Return what a feature of GeoJSON gives."""
    text = json.dumps({"type": "FeatureCollection", "features": [{"geometry": geometry, "properties": properties}]})
    found = features(text)
    assert isinstance(found, list)
    ((number, entry),) = read_features(found, HINTS)
    assert number == 1
    return entry


def test_a_row_with_everything() -> None:
    """Columns by their usual names, in any case and order; several other names in one cell."""
    assert one(
        "Lon;LAT;Place;Governorate;District;Type;Other names;Population;radius_km;PCode;ISO3\n"
        "36,5;35.25;Tal Varan;Zenda;Hof;Village;Tell Waran | Varan;1,200;1.5;C12;SYR\n"
    ) == Entry(
        code="C12",
        name="Tal Varan",
        kind="town",  # type: ignore[arg-type]
        latitude=35.25,
        longitude=36.5,
        country="SY",
        region="Zenda",
        district="Hof",
        names=("Tell Waran", "Varan"),
        population=1200,
        radius=1500,
    )


def test_a_row_with_the_least() -> None:
    """A name and a position; the code is the key of the name, the country that of the call."""
    assert one("name,lat,lon\nTal Varan,35,36\n") == Entry("talvaran", "Tal Varan", "town", 35, 36, "SY")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cells", "name", "kind", "region", "district"),
    [
        ("Zenda,Hof,Markt,Dorf", "Dorf", "town", "Zenda", "Hof"),
        ("Zenda,Hof,Markt,", "Markt", "district", "Zenda", ""),
        ("Zenda,Hof,,", "Hof", "district", "Zenda", ""),
        ("Zenda,,,", "Zenda", "region", "", ""),
    ],
)
def test_tables_of_divisions(cells: str, name: str, kind: str, region: str, district: str) -> None:
    """Of the columns of the United Nations' tables the deepest one names the row; its other names come with it."""
    head = "ADM1_EN,ADM2_EN,ADM3_EN,ADM4_EN,ADM4_AR,ADM4_PCODE,ADM0_PCODE,Latitude_y,Longitude_x\n"
    entry = one(f"{head}{cells},دورف,C1,SY,35,36\n")
    assert (entry.name, entry.kind, entry.region, entry.district) == (name, kind, region, district)
    assert ("دورف" in entry.names, entry.code == "C1") == (name == "Dorf",) * 2


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",35,36,,", "no name"),
        ("x" * 201 + ",35,36,,", "too long"),
        ("Hof,,,,", "no position"),
        ("Hof,35°12'N,36,,", "no position"),
        ("Hof,nan,36,,", "no position"),
        ("Hof,95,36,,", "off the globe"),
        ("Hof,0,0.0,,", "stands for none"),
        ("Hof,35,36,galaxy,", "no kind"),
        ("Hof,35,36,,Ruritania", "no country"),
    ],
)
def test_bad_rows_are_told(row: str, message: str) -> None:
    """With what to do; the row before and the one after go in."""
    before, trouble, after = table(f"name,lat,lon,kind,country\nA1,35,36,,\n{row}\nB2,35,36,,\n")
    assert isinstance(trouble, Trouble)
    assert message in trouble.message
    assert trouble.advice
    assert isinstance(before, Entry)
    assert isinstance(after, Entry)


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Village", "town"), ("MILITARY BASE", "site"), ("autonomous republic", "region"), ("gov_seat", "town")],
)
def test_common_words_for_kinds(word: str, kind: str) -> None:
    """In any case; of several words the last one says it."""
    assert one(f"name,lat,lon,type\nHof,35,36,{word}\n").kind == kind


@pytest.mark.parametrize(
    ("head", "cells", "country"),
    [
        ("country,iso2", "Nowhere,IQ", "IQ"),
        ("iso2,country_code", "ID,LB", "LB"),
        ("country,iso3", ",TUR", "TR"),
        ("country", "", "SY"),
        ("country", "Namibia", None),
        ("iso2", "NA", "NA"),
    ],
)
def test_the_first_country_that_is_known(head: str, cells: str, country: str | None) -> None:
    """Of several columns; without any it is that of the call. Names need a gazetteer that has them."""
    (found,) = table(f"name,lat,lon,{head}\nHof,35,36,{cells}\n")
    assert (found.country if isinstance(found, Entry) else None) == country


@pytest.mark.parametrize("radius", ["wide", "-1", "30000000"])
def test_a_radius_must_be_one(radius: str) -> None:
    """It says how sure a position is, so a wrong one is told."""
    (trouble,) = table(f"name,lat,lon,radius\nHof,35,36,{radius}\n")
    assert isinstance(trouble, Trouble)
    assert "no radius" in trouble.message


@pytest.mark.parametrize(("people", "number"), [("n/a", 0), ("12 000", 12_000), ("1'500.0", 1500), ("-3", 0)])
def test_people_that_are_no_number_are_unknown(people: str, number: int) -> None:
    """The row goes in all the same."""
    assert one(f"name;lat;lon;population\nHof;35;36;{people}\n").population == number


def test_short_long_and_blank_rows() -> None:
    """Cells that are missing are empty, those beyond the header do not count, blank rows are passed over."""
    found = table('name,lat,lon,region\n"Two\nLines",35,36\n\n,,,\nHof,35,36,Gau,more,more\n')
    assert [entry.name for entry in found if isinstance(entry, Entry)] == ["Two Lines", "Hof"]
    assert len(found) == 2


def test_an_open_quotation_mark_is_told() -> None:
    """It swallows the rest of the table; what came before goes in."""
    first, trouble = table('name,lat,lon\nHof,35,36\n"Gau,35,36\n' + "x" * 140_000)
    assert isinstance(first, Entry)
    assert isinstance(trouble, Trouble)
    assert "quotation mark" in trouble.advice


def test_what_is_a_table() -> None:
    """A header with a name and a position, whatever stands between the cells."""
    assert [delimiter(text) for text in ("a\tb,c\td", "a|b|c", "a;b\n,,,,", "")] == ["\t", "|", ";", ","]
    assert all(is_table(text) for text in ("name,lat,lon", "ADM3_EN;x;y", "lat\tlong\tvillage\n"))
    assert not any(is_table(text) for text in ("", "name,lat", "lat,lon", "Shells fell on Zenda, we hear.", "\0"))
    assert not has_columns(set())


@given(st.text(max_size=300))
def test_any_text_can_be_read_as_a_table(text: str) -> None:
    """Nothing breaks: rows are entries or told."""
    assert is_table(text) in (True, False)
    for found in table("name,lat,lon,kind,radius,country\n" + text):
        assert isinstance(found, Entry | Trouble)


def test_a_point() -> None:
    """Longitude first; properties as columns; names in other languages are other names."""
    geometry = {"type": "Point", "coordinates": [36.5, 35.25, 300]}
    more = {"name:ar": "تل", "alt_name": "Waran;Varan", "population": 70, "place": "village", "tags": {"a": 1}}
    entry = feature(geometry, name="Tal Varan", **more)
    assert isinstance(entry, Entry)
    assert (entry.latitude, entry.longitude, entry.kind, entry.radius) == (35.25, 36.5, "town", None)
    assert (entry.names, entry.population) == (("تل", "Waran", "Varan"), 70)


@pytest.mark.parametrize(
    ("more", "kind"),
    [({}, "area"), ({"admin_level": 4}, "region"), ({"admin_level": "6"}, "district"), ({"type": "City"}, "town")],
)
def test_a_polygon_is_the_circle_around_its_box(more: dict[str, Any], kind: str) -> None:
    """Its kind by its properties, else an area."""
    ring = [[36, 35], [37, 35], [37, 36], [36, 36], [36, 35]]
    entry = feature({"type": "Polygon", "coordinates": [ring]}, name="Zenda", **more)
    assert isinstance(entry, Entry)
    assert (entry.latitude, entry.longitude, entry.kind) == (35.5, 36.5, kind)
    assert entry.radius == pytest.approx(distance(Point(35.5, 36.5, 0), Point(35, 36, 0)))


def test_an_area_over_the_date_line() -> None:
    """Two islands on both sides of 180 degrees are near each other."""
    parts = [[[[179, 0], [179, 1]]], [[[-179, 0], [-179, 1]]]]
    entry = feature({"type": "MultiPolygon", "coordinates": parts}, name="Isles")
    assert isinstance(entry, Entry)
    assert abs(entry.longitude) == 180
    assert entry.radius is not None
    assert entry.radius < 130_000


@pytest.mark.parametrize(
    ("geometry", "message"),
    [
        (None, "shape is none"),
        ({"type": "LineString", "coordinates": []}, "LineString"),
        ({"type": "Point"}, "no list"),
        ({"type": "Point", "coordinates": [36]}, "less than two"),
        ({"type": "Point", "coordinates": ["a", None]}, "no position"),
        ({"type": "Point", "coordinates": [36, 135]}, "off the globe"),
        ({"type": "Polygon", "coordinates": []}, "no positions"),
        ({"type": "Polygon", "coordinates": [[36, 35]]}, "no list"),
    ],
)
def test_bad_shapes_are_told(geometry: object, message: str) -> None:
    """Whatever stands in the file."""
    trouble = feature(geometry, name="Zenda")
    assert isinstance(trouble, Trouble)
    assert message in trouble.message


@pytest.mark.parametrize("text", ["{", "[]", '{"features": 5}', "[" * 100_000, "null"])
def test_what_is_no_collection_is_told(text: str) -> None:
    """JSON of another kind, and none at all."""
    assert isinstance(features(text), Trouble)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(), lambda s: st.lists(s) | st.dictionaries(st.text(), s)
    )
)
def test_any_feature_can_be_read(value: object) -> None:
    """A feature that is anything, with a shape that is anything."""
    wrapped = {"properties": {"name": "Zenda"}, "geometry": {"type": "Polygon", "coordinates": value}}
    for _, found in read_features([value, wrapped, {"properties": value, "geometry": value}], HINTS):
        assert isinstance(found, Entry | Trouble)
