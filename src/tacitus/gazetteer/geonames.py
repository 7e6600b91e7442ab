"""Places from GeoNames' own files: a country (`SY.txt`) or towns of the world (`cities1000.txt`), zipped or not.

Tables of 19 columns without a header, described in https://download.geonames.org/export/dump/readme.txt. CC BY 4.0.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from tacitus.gazetteer.entries import Entry
from tacitus.gazetteer.problems import Trouble
from tacitus.gazetteer.records import Shape, place_at
from tacitus.model.place import PlaceKind
from tacitus.tables import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_DATA = "tacitus.gazetteer.data"
COLUMNS = 19
_ADVICE = "Download the file anew from https://download.geonames.org/export/dump/."
#: Code of a seat of government, and of the first and second divisions.
_CAPITAL, _FIRST, _SECOND = "PPLC", "ADM1", "ADM2"
#: A division that GeoNames does not name: "00" stands for none.
_NO_DIVISION = ("", "00")


@dataclass(frozen=True, slots=True)
class _Row:
    """An entry without its divisions, and their codes."""

    line: int
    entry: Entry
    feature: str
    first: str
    second: str


def is_geonames(line: str) -> bool:
    """Tell whether a line is one of GeoNames' tables."""
    cells = line.rstrip("\r\n").split("\t")
    return len(cells) == COLUMNS and cells[0].isdecimal() and len(cells[8]) in (0, 2)


def read_geonames(
    lines: Iterable[tuple[int, str]], regions: Callable[[], Mapping[str, str]]
) -> Iterator[tuple[int, Entry | Trouble]]:
    """Yield the number of each line, and its entry or what is wrong with it.

    Countries and former divisions are left out. Divisions are named by their rows in the same file; where it has none,
    a region is the one that the gazetteer has for most towns with the code.

    Args:
        lines: Numbered lines.
        regions: Gives the number of a town to the name of its region in the gazetteer; called when it is needed.
    """
    kept: list[_Row] = []
    for number, line in lines:
        if not line.strip():
            continue
        found = _row(number, line.rstrip("\r\n").split("\t"))
        if isinstance(found, Trouble):
            yield number, found
        elif found is not None:
            kept.append(found)
    firsts, seconds = _divisions(kept)
    firsts = _usual(kept, regions()) | firsts if any(_code(row) not in firsts for row in kept) else firsts
    for row in kept:
        yield row.line, _placed(row, firsts.get(_code(row), ""), seconds.get((*_code(row), row.second), ""))


def _row(number: int, cells: Sequence[str]) -> _Row | Trouble | None:
    if len(cells) != COLUMNS:
        return Trouble(f"It has {len(cells)} columns instead of {COLUMNS}.", _ADVICE)
    code, name, plain, others, north, east, group, feature, country = cells[:9]
    if not name.strip() or not code.isdecimal():
        return Trouble("It has no name or no number.", _ADVICE)
    kind, radius = _feature(group, feature)
    if kind is None:
        return None
    spot = place_at(north, east)
    if not isinstance(spot, Shape):
        return spot
    names = tuple(dict.fromkeys(n for n in (plain, *others.split(",")) if n and n != name and not _is_code(n)))
    entry = Entry(
        code=code,
        name=name,
        kind=kind,
        latitude=spot.latitude,
        longitude=spot.longitude,
        country=country,
        names=names,
        population=int(cells[14]) if cells[14].isdecimal() else 0,
        radius=radius,
        is_capital=feature == _CAPITAL,
    )
    return _Row(number, entry, feature, cells[10], cells[11])


def _is_code(name: str) -> bool:
    """Tell an airport code or address among the other names: "ALP", "https://…"."""
    return (len(name) <= 3 and name.isascii() and name.isupper()) or "/" in name


def _code(row: _Row) -> tuple[str, str]:
    return row.entry.country, row.first


def _divisions(kept: Iterable[_Row]) -> tuple[dict[tuple[str, str], str], dict[tuple[str, str, str], str]]:
    """Return codes to names of the first and of the second divisions that a file has rows for."""
    firsts: dict[tuple[str, str], str] = {}
    seconds: dict[tuple[str, str, str], str] = {}
    for row in kept:
        if row.feature == _FIRST:
            firsts[_code(row)] = row.entry.name
        elif row.feature == _SECOND:
            seconds[(*_code(row), row.second)] = row.entry.name
    return firsts, seconds


def _usual(kept: Iterable[_Row], regions: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Return codes to the regions that most towns with them have in the gazetteer."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in kept:
        if row.entry.code in regions and row.first not in _NO_DIVISION:
            counts[_code(row)][regions[row.entry.code]] += 1
    return {code: names.most_common(1)[0][0] for code, names in counts.items()}


def _placed(row: _Row, region: str, district: str) -> Entry:
    kind = row.entry.kind
    if kind is PlaceKind.REGION:
        return row.entry
    return replace(row.entry, region=region, district="" if kind is PlaceKind.DISTRICT else district)


def _feature(group: str, feature: str) -> tuple[PlaceKind | None, float | None]:
    """Return the kind of a feature, None to leave it out, and its radius in metres, None to reckon it."""
    found = _features()
    return found.get((group, feature)) or found.get((group, "*"), (None, None))


@cache
def _features() -> dict[tuple[str, str], tuple[PlaceKind | None, float | None]]:
    table: dict[tuple[str, str], tuple[PlaceKind | None, float | None]] = {}
    for group, feature, kind, *kilometres in rows(_DATA, "feature_codes.tsv"):
        radius = 1000 * float(kilometres[0]) if kilometres and kilometres[0] != "-" else None
        table[group, feature] = (None if kind == "-" else PlaceKind(kind), radius)
    return table
