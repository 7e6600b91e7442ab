"""Which opening lines are datelines, and which day they put a report on."""

from __future__ import annotations

import time
from datetime import date

import pytest

from tacitus.extract.datelines import Dateline, day_of, find_dateline
from tacitus.model.span import Span
from tacitus.model.when import When

DATELINES = [
    ("KABUL, Dec. 24 (Agency) — Two soldiers fell.", "Dec. 24", "XXXX-12-24"),
    ("Goma, 3 March 2023 – Shells hit the port.", "3 March 2023", "2023-03-03"),
    ("BEIRUT, June 30 — The camp was hit.", "June 30", "XXXX-06-30"),
    ("PORT SUDAN, Sudan, June 20 (Agency) - Drones struck.", "June 20", "XXXX-06-20"),
    ("SANAA (Agency), 5 May 2024 -- Ships left.", "5 May 2024", "2024-05-05"),
    ("Beirut, (Agency, 5 May 2024) - Ships left.", "5 May 2024", "2024-05-05"),
    ("al-Hasakah, Sunday, 5 May 2024 - Ships left.", "Sunday, 5 May 2024", "2024-05-05"),
    ("NEW YORK, 12 May (Agency) - The council met.", "12 May", "XXXX-05-12"),
    ("Republic of Ruritania, Strelsau, 12 May, AGENCY — It met.", "12 May", "XXXX-05-12"),
    ("Council meets\nBy Our Staff\n\nSTRELSAU, Sept 5 (Agency) - It met.", "Sept 5", "XXXX-09-05"),
    ("3 March 2023\n\nThe port was shelled.", "3 March 2023", "2023-03-03"),
    ("Council meets\n2 July، 2022\nIt met.", "2 July، 2022", "2022-07-02"),
    ("Published July 19 2016 A convoy was hit.", "July 19 2016", "2016-07-19"),
    ("Posted on: Tuesday, 19 July 2016, 15:36\nA convoy was hit.", "Tuesday, 19 July 2016, 15:36", "2016-07-19"),
    ("Wed 05 Apr 2017 Convoy hit near Zenda. It burned.", "Wed 05 Apr 2017", "2017-04-05"),
]

NO_DATELINES = [
    "",
    "\n\n",
    "On 3 March 2023 the port was shelled.",
    "Goma, 3 March 2023.",
    "On March 6, forces - all of them - left.",
    "3 March 2023 was a quiet day.",
    "The army said on June 30 — a Friday — that it had left.",
    "In June 2023 - a month of talks - nothing moved.",
    "STRELSAU, June — It met.",
    "STRELSAU, 03/04/2023 — It met.",
    "June 30\n\nThe port was shelled.",
    "3 March 2023\n\nThe port was shelled.\n\n5 March 2023\n\nIt was shelled again.",
    "One.\nTwo.\nThree.\nFour.\nFive.\nSTRELSAU, Sept 5 (Agency) - It met.",
    "x" * 1_100 + "\nSTRELSAU, Sept 5 (Agency) - It met.",
]


@pytest.mark.parametrize(("text", "words", "edtf"), DATELINES)
def test_datelines_are_found(text: str, words: str, edtf: str) -> None:
    """A place and a day before a dash, or a line that is a date: the words of the date and what they say."""
    found = find_dateline(text)
    assert found is not None
    assert (found.span.of(text), str(found.when)) == (words, edtf)


@pytest.mark.parametrize("text", NO_DATELINES)
def test_what_is_no_dateline(text: str) -> None:
    """Sentences, months, dates of two readings, days of a chronicle and later lines are none."""
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("edtf", "is_stamp", "published", "expected"),
    [
        ("2023-03-03", False, None, "2023-03-03"),
        ("2023-03-03", False, "2023-03-05", "2023-03-03"),
        ("2023-03-03", False, "2024-08-01", "2023-03-03"),
        ("2023-03-03", False, "2023-03-02", "None"),
        ("2023-03-03", True, "2023-03-20", "2023-03-03"),
        ("2023-03-03", True, "2024-08-01", "None"),
        ("XXXX-12-24", False, None, "None"),
        ("XXXX-12-24", False, "2023-12-24", "2023-12-24"),
        ("XXXX-12-24", False, "2024-01-03", "2023-12-24"),
        ("XXXX-12-24", False, "2023-12-23", "None"),
        ("XXXX-02-29", False, "2024-03-02", "2024-02-29"),
    ],
)
def test_the_day_of_a_dateline(edtf: str, published: str | None, expected: str, *, is_stamp: bool) -> None:
    """A missing year is that of the latest such day; what lies after publication, or an old headline, is no anchor."""
    dateline = Dateline(Span(0, 4), When(edtf), is_stamp=is_stamp)
    assert str(day_of(dateline, date.fromisoformat(published) if published else None)) == expected


@pytest.mark.parametrize(
    "text", ["A, " * 50_000, "A" * 200_000, "(" * 100_000, "A (b) " * 40_000, "1 May 2020\n" * 20_000]
)
def test_heaps_take_bounded_time(text: str) -> None:
    """Only the opening is looked at, and no pattern runs wild."""
    start = time.perf_counter()
    find_dateline(text)
    assert time.perf_counter() - start < 5
