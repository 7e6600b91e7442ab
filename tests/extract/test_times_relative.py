"""Expressions that lean on the day of publication: which days they mean, and that they say so."""

from __future__ import annotations

from datetime import date

import pytest
from benchmarks.times import PROBES

from tacitus.extract.times import find_times

SATURDAY = date(2019, 8, 31)
MONDAY = date(2016, 8, 29)
THURSDAY = date(2024, 5, 9)

FROM_SATURDAY = [
    ("today", "2019-08-31"),
    ("earlier today", "2019-08-31"),
    ("tonight", "2019-08-31"),
    ("yesterday", "2019-08-30"),
    ("yesterday morning", "2019-08-30"),
    ("the day before yesterday", "2019-08-29"),
    ("tomorrow", "2019-09-01"),
    ("the day after tomorrow", "2019-09-02"),
    ("this morning", "2019-08-31"),
    ("early this morning", "2019-08-31"),
    ("last night", "2019-08-30/2019-08-31"),
    ("overnight", "2019-08-30/2019-08-31"),
    ("Monday", "2019-08-26"),
    ("MONDAY", "2019-08-26"),
    ("on Monday", "2019-08-26"),
    ("early Tuesday", "2019-08-27"),
    ("early on Tuesday", "2019-08-27"),
    ("late on Tuesday night", "2019-08-27"),
    ("Tuesday's", "2019-08-27"),
    ("Tuesday morning", "2019-08-27"),
    ("overnight Tuesday", "2019-08-27"),
    ("the night of Tuesday", "2019-08-27"),
    ("the early hours of Tuesday", "2019-08-27"),
    ("0700 GMT Tuesday", "2019-08-27"),
    ("Tuesday at 6:30 a.m.", "2019-08-27"),
    ("Saturday", "2019-08-31"),
    ("last Saturday", "2019-08-24"),
    ("last Sunday", "2019-08-25"),
    ("this Thursday", "2019-08-29"),
    ("next Friday", "2019-09-06"),
    ("Monday of last week", "2019-08-19"),
    ("Tuesday last week", "2019-08-20"),
    ("Thursday and", "2019-08-29"),
    ("Monday to Wednesday", "2019-08-26/2019-08-28"),
    ("from Sunday to Tuesday", "2019-08-25/2019-08-27"),
    ("between Saturday and Sunday", "2019-08-24/2019-08-25"),
    ("last week", "2019-08-19/2019-08-25"),
    ("late last week", "2019-08-23/2019-08-25"),
    ("this week", "2019-08-25/2019-08-31"),
    ("next week", "2019-09-02/2019-09-08"),
    ("the weekend", "2019-08-31"),
    ("last weekend", "2019-08-24/2019-08-25"),
    ("last month", "2019-07"),
    ("early last month", "2019-07-01/2019-07-10"),
    ("this month", "2019-08"),
    ("earlier this month", "2019-08-01/2019-08-31"),
    ("the start of the month", "2019-08-01/2019-08-10"),
    ("next month", "2019-09"),
    ("last year", "2018"),
    ("late last year", "2018-09/2018-12"),
    ("this year", "2019"),
    ("earlier this year", "2019-01-01/2019-08-31"),
    ("earlier in the year", "2019-01-01/2019-08-31"),
    ("later this year", "2019-08-31/2019-12-31"),
    ("the end of the year", "2019-09/2019-12"),
    ("next year", "2020"),
    ("last decade", "200X"),
    ("the past week", "2019-08-24/2019-08-31"),
    ("the last 24 hours", "2019-08-30/2019-08-31"),
    ("the past 48 hours", "2019-08-29/2019-08-31"),
    ("the past three days", "2019-08-28/2019-08-31"),
    ("the past few days", "2019-08-28~/2019-08-31"),
    ("the last two weeks", "2019-08-17/2019-08-31"),
    ("the past three months", "2019-05-31/2019-08-31"),
    ("the last six months", "2019-02-28/2019-08-31"),
    ("the past two years", "2017-08-31/2019-08-31"),
    ("the next two weeks", "2019-08-31/2019-09-14"),
    ("two days ago", "2019-08-29"),
    ("about ten days ago", "2019-08-21~"),
    ("three hours ago", "2019-08-31"),
    ("48 hours ago", "2019-08-29"),
    ("a week ago", "2019-08-19/2019-08-25"),
    ("three weeks ago", "2019-08-05/2019-08-11"),
    ("two months ago", "2019-06"),
    ("a year ago", "2018"),
    ("five years ago", "2014"),
    ("two decades ago", "1999~"),
    ("June 30", "2019-06-30"),
    ("30 June", "2019-06-30"),
    ("Sept. 20", "2018-09-20"),
    ("August 31", "2019-08-31"),
    ("September 1", "2018-09-01"),
    ("29 February", "2016-02-29"),
    ("31 April", "None"),
    ("June 30 last year", "2018-06-30"),
    ("August", "2019-08"),
    ("in May", "2019-05"),
    ("the March attack", "2019-03"),
    ("in December", "2018-12"),
    ("early December", "2018-12-01/2018-12-10"),
    ("late June", "2019-06-21/2019-06-30"),
    ("mid-August", "2019-08-11/2019-08-20"),
    ("August last year", "2018-08"),
    ("August of last year", "2018-08"),
    ("last June", "2019-06"),
    ("last August", "2018-08"),
    ("next October", "2019-10"),
    ("last summer", "2018-06/2018-08"),
    ("last winter", "2018-12/2019-02"),
    ("this spring", "2019-03/2019-05"),
    ("in spring", "2019-03/2019-05"),
    ("summer last year", "2018-06/2018-08"),
    ("on the 12th", "2019-08-12"),
    ("on the 31st", "2019-08-31"),
    ("since Tuesday", "2019-08-27/.."),
    ("since late June", "2019-06-21/.."),
    ("since last week", "2019-08-19/.."),
    ("since the start of August", "2019-08-01/.."),
    ("until Friday", "../2019-08-30"),
    ("by August 10", "../2019-08-10"),
    ("by September 10", "../2019-09-10"),
    ("until December", "../2019-12"),
    ("before Tuesday", "../2019-08-27"),
    ("between 3 and 5 May", "2019-05-03/2019-05-05"),
    ("from 28 December to 3 January", "2018-12-28/2019-01-03"),
    ("between June and August", "2019-06/2019-08"),
    ("two days after June 30", "2019-07-02"),
    ("two days before Tuesday", "2019-08-25"),
]

WITHOUT_PUBLICATION = [
    ("30 June", "XXXX-06-30"),
    ("June 30 last year", "XXXX-06-30"),
    ("29 February", "XXXX-02-29"),
    ("in August", "XXXX-08"),
    ("early December", "XXXX-12-01/XXXX-12-10"),
    ("late February", "XXXX-02-21/XXXX-02-29"),
    ("since the start of August", "XXXX-08-01/.."),
    ("by 24 August", "../XXXX-08-24"),
    ("in spring", "XXXX-03/XXXX-05"),
    ("Monday", "None"),
    ("early Tuesday", "None"),
    ("since Tuesday", "None"),
    ("yesterday", "None"),
    ("overnight", "None"),
    ("last week", "None"),
    ("the weekend", "None"),
    ("two days ago", "None"),
    ("the past three days", "None"),
    ("on the 12th", "None"),
    ("earlier this month", "None"),
    ("the end of the year", "None"),
]


def only(words: str, published: date | None) -> str:
    """Return the date of the one expression in a sentence about `words`."""
    (found,) = find_times(f"It happened {words}, they say.", published)
    return str(found.when)


@pytest.mark.parametrize(("words", "expected"), FROM_SATURDAY)
def test_reckoned_from_a_saturday(words: str, expected: str) -> None:
    """As read on 31 August 2019, and marked as reckoned from it."""
    assert only(words, SATURDAY) == expected
    (found,) = find_times(f"It happened {words}, they say.", SATURDAY)
    assert found.anchor == "published"


@pytest.mark.parametrize(("words", "expected"), PROBES)
def test_phrases_that_other_tools_replace_by_the_publication_date(words: str, expected: str) -> None:
    """The 23 phrases of our comparison with other tools, as read on Thursday 9 May 2024."""
    assert only(words, THURSDAY) == expected


def test_publication_stands_for_no_other_time() -> None:
    """Of those phrases only the one that means the day of publication gets it; what is vague stays without a date."""
    dates = {words: only(words, THURSDAY) for words, _ in PROBES}
    assert len(dates) == 23
    assert [words for words, found in dates.items() if found == str(THURSDAY)] == ["at dawn on Thursday"]
    assert [words for words, found in dates.items() if found == "None"] == [
        "three days earlier", "two days after the ceasefire", "during Ramadan", "15 Shaban 1445", "on April 31"
    ]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), WITHOUT_PUBLICATION)
def test_without_a_day_of_publication(words: str, expected: str) -> None:
    """No year and no day is made up."""
    assert only(words, None) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The council will meet on Monday.", "2016-08-29"),
        ("The talks are due on Friday.", "2016-09-02"),
        ("On Thursday, the envoy is due in the capital.", "2016-09-01"),
        ("Elections are scheduled for December 5.", "2016-12-05"),
        ("They will return in October.", "2016-10"),
        ("They will withdraw on the 12th.", "2016-09-12"),
        ("They will rest. On Friday the army struck.", "2016-08-26"),
        ("They liberated it this week.", "2016-08-28/2016-08-29"),
        ("It fell over the weekend.", "2016-08-27/2016-08-28"),
        ("The raid on Monday failed.", "2016-08-29"),
    ],
)
def test_what_is_yet_to_come_lies_ahead(sentence: str, expected: str) -> None:
    """A word such as "will" or "due" in the same sentence turns the search forward."""
    (found,) = find_times(sentence, MONDAY)
    assert str(found.when) == expected
