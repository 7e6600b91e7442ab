"""GeoNames' own tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.gazetteer.making import line

from tacitus.gazetteer.entries import Entry
from tacitus.gazetteer.geonames import is_geonames, read_geonames
from tacitus.gazetteer.problems import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

#: A first and a second division, a town in both, one in a division without a row.
TABLE = (
    line(1, "Zenda Governorate", "A.ADM1"),
    line(2, "Hof District", "A.ADM2", second="345"),
    line(3, "Strelsau", "P.PPLC", second="345", people="2500", others="Strelsaw,STR,https://x.org/s,Стрельзау"),
    line(4, "Weiler", "P.PPL", first="99"),
)


def read(*rows: str, regions: Mapping[str, str] | None = None) -> dict[str, Entry]:
    """Return the entries of a table by name."""
    found = [entry for _, entry in read_geonames(enumerate(rows, 1), lambda: regions or {})]
    assert not [trouble for trouble in found if isinstance(trouble, Trouble)]
    return {entry.name: entry for entry in found if isinstance(entry, Entry)}


def test_a_town_lies_in_the_divisions_of_its_codes() -> None:
    """Named by their rows in the same table; airport codes and addresses are no names."""
    assert read(*TABLE)["Strelsau"] == Entry(
        code="3",
        name="Strelsau",
        kind="town",  # type: ignore[arg-type]
        latitude=35.5,
        longitude=36.5,
        country="SY",
        region="Zenda Governorate",
        district="Hof District",
        names=("Strelsaw", "Стрельзау"),
        population=2500,
        is_capital=True,
    )


def test_divisions_lie_in_what_is_larger() -> None:
    """A first one in none, a second one in the first, a third one in the first too."""
    found = read(*TABLE, line(5, "Hof Nahiya", "A.ADM3", second="345"))
    hof = found["Hof District"]
    assert (hof.kind, hof.region, hof.district) == ("district", "Zenda Governorate", "")
    assert (found["Zenda Governorate"].kind, found["Zenda Governorate"].region) == ("region", "")
    assert (found["Hof Nahiya"].kind, found["Hof Nahiya"].region) == ("district", "Zenda Governorate")


def test_a_code_without_a_row_is_looked_for_in_the_gazetteer() -> None:
    """The region is that of most towns with the code; without any it stays unknown."""
    rows = [line(10 + n, f"Dorf {n}", "P.PPL", first="99") for n in range(3)]
    assert read(*TABLE, *rows)["Weiler"].region == ""
    assert read(*TABLE, *rows, regions={"10": "Gau", "11": "Gau", "12": "Au"})["Weiler"].region == "Gau"
    assert read(*TABLE, *rows, regions={"10": "Gau", "3": "Wrong"})["Strelsau"].region == "Zenda Governorate"


@pytest.mark.parametrize(
    ("feature", "kind", "radius"),
    [
        ("P.PPLX", "town", None),
        ("A.ADM4", "district", None),
        ("S.AIRB", "site", 1000),
        ("H.SEA", "area", 500_000),
        ("H.WAD", "site", 20_000),
        ("T.MT", "site", 3000),
        ("T.DSRT", "area", 100_000),
        ("L.RGN", "area", 50_000),
        ("R.RD", "site", 5000),
        ("V.FRST", "area", 10_000),
        ("U.TRGU", "area", 50_000),
    ],
)
def test_features_have_kinds(feature: str, kind: str, radius: float | None) -> None:
    """Each class of GeoNames gives one of ours, with a radius or with one to be reckoned."""
    entry = read(line(1, "Zenda", feature))["Zenda"]
    assert (entry.kind, entry.radius) == (kind, radius)


@pytest.mark.parametrize("feature", ["A.PCLI", "A.ADM1H", "X.ANY", "."])
def test_countries_and_former_divisions_are_left_out(feature: str) -> None:
    """The gazetteer has countries of its own; nothing is told of what no file is asked for."""
    assert read(line(1, "Ruritania", feature)) == {}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (line(1, "", "P.PPL"), "no name"),
        (line(1, "Zenda", "P.PPL", lat="91"), "off the globe"),
        (line(1, "Zenda", "P.PPL", lon="east"), "no position"),
        ("1\tZenda", "2 columns"),
        (line(1, "Zenda", "P.PPL") + "\tmore", "20 columns"),
        (line(1, "Zenda", "P.PPL").replace("1\t", "one\t", 1), "no number"),
    ],
)
def test_bad_rows_are_told(row: str, message: str) -> None:
    """Each with its line; the rest goes in."""
    found = dict(read_geonames([(6, TABLE[0]), (7, row), (8, ""), (9, TABLE[2])], dict))
    assert isinstance(found[6], Entry)
    assert isinstance(found[9], Entry)
    trouble = found[7]
    assert isinstance(trouble, Trouble)
    assert message in trouble.message
    assert 8 not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [(TABLE[0], True), (TABLE[0] + "\r\n", True), ("name\tlat\tlon", False), ("a\t" * 18 + "a", False)],
)
def test_the_table_is_known_by_its_columns(text: str, *, expected: bool) -> None:
    """Nineteen of them, with a number first and a country's code."""
    assert is_geonames(text) is expected
