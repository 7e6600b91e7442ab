"""When: TempEval-3, phrases that tools read wrongly in silence, and speed; beside dateparser, if it is installed.

Usage: python -m benchmarks.times [--data ../shared]
       pip install dateparser   # the peer; no part of the project needs it

TempEval-3: strict is the same words; relaxed shares some of them, and is not more than three times as long and ten code
points more; value is relaxed with the TIMEX3 value too, a time of day left aside. The peer gives days and no values:
its day stands for the value. Phrases: right is our EDTF; a false day is a day where the words name none, several or
another; put in is the day of publication for words that do not mean it. Speed is that of one core, the median of five
rounds.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import tarfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias
from xml.etree import ElementTree as ET

from tacitus.parts import times_of

PUBLISHED = date(2024, 5, 9)
"""The Thursday on which the phrases are read."""

PROBES = (
    ("Monday", "2024-05-06"),
    ("last Sunday", "2024-05-05"),
    ("yesterday", "2024-05-08"),
    ("overnight", "2024-05-08/2024-05-09"),
    ("on the night of 3 May", "2024-05-03"),
    ("May 3", "2024-05-03"),
    ("3 May 2023", "2023-05-03"),
    ("in March", "2024-03"),
    ("last week", "2024-04-29/2024-05-05"),
    ("three days earlier", "None"),
    ("two days after the ceasefire", "None"),
    ("between 3 and 5 May", "2024-05-03/2024-05-05"),
    ("since October 2022", "2022-10/.."),
    ("early Tuesday", "2024-05-07"),
    ("late 2023", "2023-09/2023-12"),
    ("the weekend", "2024-05-04/2024-05-05"),
    ("next Friday", "[2024-05-10,2024-05-17]"),
    ("last month", "2024-04"),
    ("during Ramadan", "None"),
    ("15 Shaban 1445", "None"),
    ("2024", "2024"),
    ("at dawn on Thursday", "2024-05-09"),
    ("on April 31", "None"),
)
"""Phrases with the EDTF that they mean on that day; "None" for no day."""


class Found(NamedTuple):
    """A time expression: offsets `[start, end)`, TIMEX3 value, and EDTF or "None"."""

    start: int
    end: int
    value: str
    edtf: str


class Report(NamedTuple):
    """A text of TempEval-3, its day of publication, and its times."""

    text: str
    published: date | None
    times: Sequence[Found]


Finder: TypeAlias = Callable[[str, date | None], Sequence[Found]]
"""Gives the times of a text that was published on some day."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    data = parser.parse_args().data
    peer = dateparser_finder()
    finders = {"tacitus": ours} | ({"dateparser": peer} if peer else {})
    for corpus in ("te3-platinum", "TBAQ-cleaned"):
        reports = list(timeml(data / "data" / "eval" / "tempeval3" / f"{corpus}.tml.tar.xz"))
        for name, find in finders.items():
            print(
                f"{corpus:12}  {name:10}  strict {{:.4f}}  relaxed {{:.4f}}  value {{:.4f}}".format(*f1(reports, find))
            )
    for name, find in finders.items():
        marks = ", ".join(f"{mark} {count}" for mark, count in judged(find).items())
        print(f"phrases       {name:10}  of {len(PROBES)}: {marks}")
    lines = (data / "bench" / "claims" / "train-texts.jsonl").read_text("utf-8").splitlines()
    texts = [(record["text"], _day(record["published"])) for record in map(json.loads, lines)]
    for name, find in finders.items():
        print(f"speed         {name:10}  {words_per_second(texts, find):,.0f} words/s")
    if peer is None:
        print("No peer: pip install dateparser")


def ours(text: str, published: date | None) -> Sequence[Found]:
    """Return our times, one for each TIMEX3."""
    return [
        Found(one.start, one.end, one.value, str(part.when))
        for part in times_of(text, published)
        for one in part.timexes
    ]


def dateparser_finder() -> Finder | None:
    """Return the peer, told as much as it can be told, or None where it is not installed."""
    if find_spec("dateparser") is None:
        return None
    search_dates = import_module("dateparser.search").search_dates

    def find(text: str, published: date | None) -> Sequence[Found]:
        options: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
        if published is not None:
            options["RELATIVE_BASE"] = datetime(published.year, published.month, published.day)  # noqa: DTZ001 - a day
        return placed(text, search_dates(text, languages=["en"], settings=options) or [])

    return find


def placed(text: str, pairs: Sequence[tuple[str, datetime]]) -> Sequence[Found]:
    """Return words with their moments as times, at the places where the words stand, in order."""
    out: list[Found] = []
    at = 0
    for words, moment in pairs:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            out.append(Found(start, at, f"{moment:%Y-%m-%d}", f"{moment:%Y-%m-%d}"))
    return out


def timeml(path: Path) -> Iterator[Report]:
    """Yield the reports of an archive of TimeML files."""
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda one: one.name):
            file = archive.extractfile(member) if member.name.endswith(".tml") else None
            if file is not None:
                yield report(file.read())


def report(raw: bytes) -> Report:
    """Return the report of a TimeML file: its element TEXT, without markup."""
    root = ET.fromstring(raw)  # noqa: S314 - a corpus of ours, not the network's
    created = root.find(".//DCT/TIMEX3")
    body = root.find(".//TEXT")
    times: list[Found] = []
    text = _flat(body, 0, times) if body is not None else ""
    return Report(text, _day(created.get("value", "")[:10] if created is not None else ""), times)


def _flat(element: ET.Element, start: int, times: list[Found]) -> str:
    """Return the text of an element, and put its times to the list."""
    text = element.text or ""
    for child in element:
        text += _flat(child, start + len(text), times) + (child.tail or "")
    if element.tag == "TIMEX3":
        times.append(Found(start, start + len(text), element.get("value", ""), ""))
    return text


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def f1(reports: Sequence[Report], find: Finder) -> tuple[float, float, float]:
    """Return F1 of strict and relaxed spans, and of relaxed spans with the right value."""
    right = Counter[str]()
    total = 0
    for one in reports:
        free = sorted(find(one.text, one.published))
        total += len(free) + len(one.times)
        for gold in one.times:
            exact = next((found for found in free if found[:2] == gold[:2]), None)
            hit = exact or next((found for found in free if alike(found, gold)), None)
            if hit is not None:
                free.remove(hit)
                right["strict"] += exact is not None
                right["relaxed"] += 1
                right["value"] += _without_clock(hit.value) == _without_clock(gold.value)
    strict, relaxed, value = (2 * right[kind] / total if total else 0.0 for kind in ("strict", "relaxed", "value"))
    return strict, relaxed, value


def alike(found: Found, gold: Found) -> bool:
    """Tell whether two times share words, and what is found is not far too long."""
    is_near = found.start < gold.end and gold.start < found.end
    return is_near and found.end - found.start <= 3 * (gold.end - gold.start) + 10


def _without_clock(value: str) -> str:
    return re.sub(r"T\d\d:\d\d(:\d\d)?$", "", value.strip())


def judged(find: Finder) -> dict[str, int]:
    """Return how many phrases are right, get a false day, get the day of publication, or are otherwise wrong."""
    marks = dict.fromkeys(("right", "false day", "put in", "otherwise wrong"), 0)
    for words, expected in PROBES:
        found = find(f"It happened {words}, they say.", PUBLISHED)
        marks[judgement(found[0].edtf if found else "None", expected)] += 1
    return marks


def judgement(edtf: str, expected: str) -> str:
    """Return what a date is worth where another is expected."""
    if edtf == expected:
        return "right"
    if edtf == PUBLISHED.isoformat():
        return "put in"
    return "false day" if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) else "otherwise wrong"


def words_per_second(texts: Sequence[tuple[str, date | None]], find: Finder, rounds: int = 5) -> float:
    """Return how many words are read a second, the median of so many rounds; a first one warms up."""
    words = sum(len(text.split()) for text, _ in texts)
    spent = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        for text, published in texts:
            find(text, published)
        spent.append(time.perf_counter() - start)
    return words / statistics.median(spent[1:])


if __name__ == "__main__":
    main()
