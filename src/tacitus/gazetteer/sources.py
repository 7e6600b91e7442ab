"""A user's file as a source of a gazetteer: GeoNames' tables, CSV, TSV or GeoJSON."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from tacitus.gazetteer.csv_rows import NEEDED, is_table, read_csv
from tacitus.gazetteer.entries import Entry, Source
from tacitus.gazetteer.errors import PlacesFileError
from tacitus.gazetteer.geojson import features, read_features
from tacitus.gazetteer.geonames import is_geonames, read_geonames
from tacitus.gazetteer.opening import begin, content, edition, lines, opened
from tacitus.gazetteer.problems import Trouble
from tacitus.read.decode import Decoded, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tacitus.gazetteer.hints import Hints
    from tacitus.model.problem import Problem

#: What the ids of GeoNames' places begin with, whatever file they are from.
GEONAMES = "geonames"
_UNUSABLE = re.compile(r"[\s:\x00-\x1f\x7f]+")
_NO_FORMAT = "It is none of the formats that are read."
_FORMATS = f"Give a table of GeoNames (SY.txt, SY.zip), CSV, TSV or GeoJSON. {NEEDED}"

Row = tuple[int, Entry | Trouble]


@dataclass(frozen=True, slots=True)
class Places:
    """What a file gives.

    Attributes:
        source: What it is called.
        entries: Its places, each with a code of its own.
        problems: What is wrong with other rows, in order.
    """

    source: Source
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def read_places(path: Path, hints: Hints, name: str = "") -> Places:
    """Return the places of a file; the format is told by the content.

    Args:
        path: The file.
        hints: What is known besides.
        name: What to call the source; by default the file's name without its ending.

    Raises:
        PlacesFileError: If it cannot be read at all, or has no place.
    """
    source = Source(_source_name(name or path.stem), edition(path), origin=str(path.resolve()))
    if _is_geonames(path):
        source = replace(source, prefix=GEONAMES)
        with opened(path) as stream:
            found = list(read_geonames(lines(path, stream), hints.regions))
        doubts = list(_broken(found))
    else:
        found, doubts = _from_text(path, hints)
    entries = tuple(_unique(entry for _, entry in found if isinstance(entry, Entry)))
    troubles = [trouble.at(f"{path}:{number}") for number, trouble in found if isinstance(trouble, Trouble)]
    if not entries:
        first = f" {troubles[0]}" if troubles else ""
        raise PlacesFileError(path, "It has no place that can be used.", f"{_FORMATS}{first}")
    if any(not entry.country for entry in entries):
        doubts.append(_without_country(entries))
    return Places(source, entries, tuple(chain((doubt.at(str(path)) for doubt in doubts), troubles)))


def _source_name(name: str) -> str:
    """Return a name that an id can begin with; that of the packages is theirs."""
    usable = _UNUSABLE.sub("-", name).strip("-") or "places"
    return f"{usable}-file" if usable == GEONAMES else usable


def _is_geonames(path: Path) -> bool:
    first = begin(path)
    if not first:
        raise PlacesFileError(path, "It is empty.", _FORMATS)
    return is_geonames(first)


def _from_text(path: Path, hints: Hints) -> tuple[list[Row], list[Trouble]]:
    """Return the rows of CSV or GeoJSON, and what is doubtful about the file."""
    decoded = decode(content(path))
    if not isinstance(decoded, Decoded):
        raise PlacesFileError(path, decoded.message, _FORMATS)
    doubts = [Trouble(remark.message, remark.advice) for remark in decoded.remarks]
    if decoded.text.lstrip().startswith(("{", "[")):
        found = features(decoded.text)
        if isinstance(found, Trouble):
            raise PlacesFileError(path, found.message, found.advice)
        return list(read_features(found, hints)), doubts
    if not is_table(decoded.text):
        raise PlacesFileError(path, _NO_FORMAT, _FORMATS)
    return list(read_csv(decoded.text, hints)), doubts


def _broken(found: Iterable[Row]) -> Iterator[Trouble]:
    """Tell how many names have characters that were no UTF-8."""
    count = sum("\ufffd" in name for _, e in found if isinstance(e, Entry) for name in (e.name, *e.names))
    if count:
        message = f"Broken characters in {count} of its names were replaced by U+FFFD."
        yield Trouble(message, "Download the file anew; it should be UTF-8.")


def _without_country(entries: Iterable[Entry]) -> Trouble:
    count = sum(not entry.country for entry in entries)
    advice = "Places without one are harder to tell apart: give a column 'country', or --country SY."
    return Trouble(f"{count} of its places have no country.", advice)


def _unique(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield entries with codes of their own: the second "C12" is "C12.2"."""
    counts = Counter[str]()
    used = set[str]()
    for entry in entries:
        code = entry.code
        while code in used:
            counts[entry.code] += 1
            code = f"{entry.code}.{counts[entry.code] + 1}"
        used.add(code)
        yield entry if code == entry.code else replace(entry, code=code)
