"""Calendar expressions: what the words say without leaning on the day of publication, and what they lean on it for."""

from __future__ import annotations

from datetime import date

import pytest

from tacitus.extract.times import find_times

SATURDAY = date(2019, 8, 31)
THURSDAY = date(2024, 5, 9)

EXPLICIT = [
    ("30 June 2019", "2019-06-30"),
    ("June 30, 2019", "2019-06-30"),
    ("30th of June, 2019", "2019-06-30"),
    ("the 30th of June 2019", "2019-06-30"),
    ("June 30th 2019", "2019-06-30"),
    ("Sept. 20, 2018", "2018-09-20"),
    ("20 Sept 2018", "2018-09-20"),
    ("Dec 3, 2018", "2018-12-03"),
    ("Sunday, June 30, 2019", "2019-06-30"),
    ("Sun., June 30, 2019", "2019-06-30"),
    ("JUNE 30, 2019", "2019-06-30"),
    ("2019-08-31", "2019-08-31"),
    ("2019-08-31T14:05:00Z", "2019-08-31"),
    ("31/08/2019", "2019-08-31"),
    ("08/31/2019", "2019-08-31"),
    ("31.08.2019", "2019-08-31"),
    ("03.12.2018", "2018-12-03"),
    ("03/12/2018", "[2018-03-12,2018-12-03]"),
    ("5/5/2018", "2018-05-05"),
    ("31-08-2019", "2019-08-31"),
    ("10-07-2016", "[2016-07-10,2016-10-07]"),
    ("31/08/19", "2019-08-31"),
    ("11/09/01", "[2001-09-11,2001-11-09]"),
    ("12.03.99", "1999-03-12"),
    ("August 2018", "2018-08"),
    ("August, 2018", "2018-08"),
    ("August of 2018", "2018-08"),
    ("May 2018", "2018-05"),
    ("2018-08", "2018-08"),
    ("2018", "2018"),
    ("2018-19", "2018/2019"),
    ("2018/19", "2018/2019"),
    ("2016\N{EN DASH}2018", "2016/2018"),
    ("early 2018", "2018-01/2018-04"),
    ("mid-2018", "2018-05/2018-08"),
    ("mid 2018", "2018-05/2018-08"),
    ("late 2018", "2018-09/2018-12"),
    ("the end of 2018", "2018-09/2018-12"),
    ("the beginning of 2018", "2018-01/2018-04"),
    ("early June 2018", "2018-06-01/2018-06-10"),
    ("mid-August 2018", "2018-08-11/2018-08-20"),
    ("late February 2019", "2019-02-21/2019-02-28"),
    ("late February 2020", "2020-02-21/2020-02-29"),
    ("the start of May 2018", "2018-05-01/2018-05-10"),
    ("the middle of May 2018", "2018-05-11/2018-05-20"),
    ("the first half of 2018", "2018-01/2018-06"),
    ("the second half of August 2018", "2018-08-16/2018-08-31"),
    ("the third quarter of 2018", "2018-07/2018-09"),
    ("Q1 2018", "2018-01/2018-03"),
    ("H2 2018", "2018-07/2018-12"),
    ("the first week of August 2018", "2018-08-01/2018-08-07"),
    ("the last week of August 2018", "2018-08-25/2018-08-31"),
    ("the last day of February 2020", "2020-02-29"),
    ("the 1990s", "199X"),
    ("the '80s", "198X"),
    ("the 1800s", "18XX"),
    ("early 1990s", "1990/1993"),
    ("the late 1970s", "1977/1979"),
    ("16th century", "15XX"),
    ("early 20th century", "1900/1933"),
    ("spring 2018", "2018-03/2018-05"),
    ("the summer of 2014", "2014-06/2014-08"),
    ("autumn 2017", "2017-09/2017-11"),
    ("the fall of 2017", "2017-09/2017-11"),
    ("winter 2017", "2017-12/2018-02"),
    ("winter 2017-18", "2017-12/2018-02"),
    ("early summer 2018", "2018-06"),
    ("between 3 and 5 May 2018", "2018-05-03/2018-05-05"),
    ("between May 3 and May 5, 2018", "2018-05-03/2018-05-05"),
    ("from May 3 to May 5, 2018", "2018-05-03/2018-05-05"),
    ("from 3 to 5 May 2018", "2018-05-03/2018-05-05"),
    ("3-5 May 2018", "2018-05-03/2018-05-05"),
    ("May 27\N{EN DASH}28, 2018", "2018-05-27/2018-05-28"),
    ("27/28 May 2018", "2018-05-27/2018-05-28"),
    ("May 27 and 28, 2018", "2018-05-27/2018-05-28"),
    ("3 and 5 May 2018", "{2018-05-03,2018-05-05}"),
    ("3 or 5 May 2018", "[2018-05-03,2018-05-05]"),
    ("30 June-2 July 2018", "2018-06-30/2018-07-02"),
    ("30 December 2017 to 2 January 2018", "2017-12-30/2018-01-02"),
    ("from 30 December to 2 January 2018", "2017-12-30/2018-01-02"),
    ("from 30 December 2017 to 2 January", "2017-12-30/2018-01-02"),
    ("between June and August 2018", "2018-06/2018-08"),
    ("from 2012 to 2014", "2012/2014"),
    ("between 2012 and 2014", "2012/2014"),
    ("since October 2018", "2018-10/.."),
    ("since 2015", "2015/.."),
    ("since early 2015", "2015-01/.."),
    ("since the start of 2015", "2015-01/.."),
    ("since the 1990s", "1990/.."),
    ("from 2015 onwards", "2015/.."),
    ("until 2014", "../2014"),
    ("until mid-June 2018", "../2018-06-20"),
    ("by 3 May 2018", "../2018-05-03"),
    ("before 2014", "../2014"),
    ("after 3 May 2018", "2018-05-03/.."),
    ("around 2014", "2014~"),
    ("about August 10, 2018", "2018-08-10~"),
    ("the night of 3 May 2018", "2018-05-03"),
    ("dawn on 3 May 2018", "2018-05-03"),
    ("3 May 2018 at dawn", "2018-05-03"),
    ("6:30 a.m. on 3 May 2018", "2018-05-03"),
    ("0700 GMT on 3 May 2018", "2018-05-03"),
    ("two days after 3 May 2018", "2018-05-05"),
    ("a week before 3 May 2018", "2018-04-26"),
]

NAMED_BUT_DATELESS = [
    "31 April 2018",
    "30/02/2019",
    "2019-02-30",
    "32/13/2018",
    "29 February 2019",
    "Ramadan",
    "15 Shaban 1445",
    "Eid",
    "500 BC",
    "recently",
    "recent days",
    "for three days",
    "20 years",
    "a 48-hour",
    "twenty-one days",
    "years",
    "every Friday",
    "6:30 a.m.",
    "a few days ago",
    "several weeks ago",
    "the previous week",
    "the following day",
    "three days earlier",
    "two days after the ceasefire",
]

NO_TIMES = [
    "9/11",
    "a 33-year-old man",
    "a man aged 40",
    "2019 soldiers",
    "some 2000 people",
    "1,200 people",
    "Resolution 2254",
    "AK-2000 rifles",
    "$2018",
    "he may attack",
    "they march on",
    "Theresa May said",
    "April Smith said",
    "on Bloody Sunday",
    "the fall of the city",
    "the Arab Spring",
    "24/7",
    "phone 2019-2222222",
    "the second division",
    "1.2.3.4",
    "0.2019",
    "1,200 GMT",
    "0.5 hours",
    "m2019",
]


def first(words: str, published: date | None) -> str:
    """Return the date of the first expression in `words`, "None" without a date, "-" without an expression."""
    found = find_times(words, published)
    return str(found[0].when) if found else "-"


@pytest.mark.parametrize(("words", "expected"), EXPLICIT)
def test_explicit_words_need_no_publication(words: str, expected: str) -> None:
    """The same date comes out with and without a day of publication, over the whole phrase, and alone."""
    for published in (None, SATURDAY, THURSDAY):
        found = find_times(f"It happened {words}.", published)
        assert [str(mention.when) for mention in found] == [expected]
        assert found[0].span.of(f"It happened {words}.").rstrip(".") == words.rstrip(".")
        assert found[0].anchor == ""


@pytest.mark.parametrize("words", NAMED_BUT_DATELESS)
def test_words_that_name_no_day_give_none(words: str) -> None:
    """They are found, and have no date, above all not that of publication."""
    assert first(f"It went on {words} there.", SATURDAY) == "None"


@pytest.mark.parametrize("words", NO_TIMES)
def test_what_is_no_time(words: str) -> None:
    """Numbers, names and verbs that look like times are left alone."""
    assert [m for m in find_times(f"They say {words} there.", SATURDAY) if m.when] == []


@pytest.mark.parametrize(
    ("words", "anchor"),
    [("two days after the truce", "after"), ("three days earlier", "before"), ("that week", "same")],
)
def test_leaning_expressions_say_which_way(words: str, anchor: str) -> None:
    """A later step can add the distance."""
    (found,) = find_times(f"They left {words}.", SATURDAY)
    assert (found.when, found.anchor) == (None, anchor)


def test_several_in_one_sentence() -> None:
    """Each keeps its own words."""
    text = "Seized in March 2015, the town was shelled on 3 May 2018 and, by late 2018, empty."
    assert [(m.span.of(text), str(m.when)) for m in find_times(text, None)] == [
        ("March 2015", "2015-03"),
        ("3 May 2018", "2018-05-03"),
        ("by late 2018", "../2018-12"),
    ]


def test_direction_is_not_taken_from_what_modifies_a_noun() -> None:
    """In "after Friday's raid" and "since the 2011 uprising" the date is that of the raid, of the uprising."""
    assert first("They fled after Friday's raid.", SATURDAY) == "2019-08-30"
    assert first("They have fought since the 2011 uprising.", SATURDAY) == "2011"
