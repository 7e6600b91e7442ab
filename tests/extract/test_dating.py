"""A report's times with its dateline as anchor, and the dates that are refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tacitus.extract.contract import Draft, Extractor, check_order
from tacitus.extract.dating import Times, read_report
from tacitus.model.document import Document, sha256_of
from tacitus.model.problem import Problem

if TYPE_CHECKING:
    from tacitus.pipeline import Reader

REPORT = "STRELSAU, Dec. 24 (Agency) — Gunmen struck Zenda on Friday. They had left in November, after the 2018 truce."


def document(text: str, published: date | None = None) -> Document:
    """Return a document of that text."""
    return Document("d", text, sha256_of(text.encode()), published=published, place="feed.jsonl:3")


def read(text: str, published: date | None) -> list[tuple[str, str, str]]:
    """Return words, date and anchor of each time."""
    found = [one.mention for one in read_report(text, published)]
    return [(one.span.of(text), str(one.when), one.anchor) for one in found]


def test_each_date_says_what_it_was_reckoned_from() -> None:
    """The dateline leans on publication for its year, other words on the dateline, the truce on nothing."""
    assert read(REPORT, date(2024, 1, 3)) == [
        ("Dec. 24", "2023-12-24", "published"),
        ("Friday", "2023-12-22", "dateline"),
        ("November", "2023-11", "dateline"),
        ("2018", "2018", ""),
    ]


def test_without_publication_the_year_stays_open() -> None:
    """What any year would give alike is given without it; a day of the week is not."""
    assert read(REPORT, None) == [
        ("Dec. 24", "XXXX-12-24", ""),
        ("Friday", "None", "published"),
        ("November", "XXXX-11", ""),
        ("2018", "2018", ""),
    ]


def test_a_full_dateline_dates_a_report_of_unknown_publication() -> None:
    """It is an anchor by itself."""
    text = "Zenda, 3 March 2023 – Shells fell overnight. Nobody had seen that in the past three days."
    assert read(text, None) == [
        ("3 March 2023", "2023-03-03", ""),
        ("overnight", "2023-03-02/2023-03-03", "dateline"),
        ("the past three days", "2023-02-28/2023-03-03", "dateline"),
    ]


def refused(text: str) -> list[Problem]:
    """Return the Problems of a report."""
    return list(Times().extract(Draft(document(text, date(2024, 5, 9)))).problems)


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("They met on 31 April.", "31 April", "does not exist"),
        ("They met on April 31, 2023.", "April 31, 2023", "does not exist"),
        ("They met on 30\nFebruary 2019.", "30 February 2019", "does not exist"),
        ("They met on 29 February 2019.", "29 February 2019", "does not exist"),
        ("They met on 30/02/2019.", "30/02/2019", "does not exist"),
        ("They met on 2019-02-30.", "2019-02-30", "does not exist"),
        ("They met early on 31 June.", "early on 31 June", "does not exist"),
        ("They fought between 29 and 31 June 2020.", "between 29 and 31 June 2020", "does not exist"),
        ("They fought from 31 April to 3 May 2020.", "from 31 April to 3 May 2020", "does not exist"),
        ("It was built in 44 BC.", "44 BC", "before the year 1"),
        ("It was built in 300 BCE.", "300 BCE", "before the year 1"),
        ("It was built in the 5th century BC.", "the 5th century BC", "before the year 1"),
    ],
)
def test_dates_that_cannot_be_are_problems(text: str, words: str, why: str) -> None:
    """The Problem names the file, the words and what to do."""
    (problem,) = refused(text)
    assert (problem.place, problem.step) == ("feed.jsonl:3", "times")
    assert problem.message.startswith(f"“{words}” at character ")
    assert why in problem.message
    assert problem.advice.startswith("It is kept without a date")
    assert ("compare the report" in problem.advice) == ("does not exist" in why)


@pytest.mark.parametrize(
    "text",
    [
        "Call 555-31-04-2019 or 2019-31-45.", "Version 31.4 of 4/31 is out.", "It is 45 June 2020 units.",
        "Build 2019-45-99.", "In April 31 tankers passed.", "In June 31 people died.", "The June 101st Division left.",
        "They met on 29 February.", "Surrey, BC was quiet.", "It lay on Highway 97 BC.", "Order 32/13/2018 stands.",
        "They met during Ramadan, on 15 Shaban 1445.", "Recently they met on the 31st.", "Ratio 30/02.",
    ],
)  # fmt: skip
def test_noise_is_no_problem(text: str) -> None:
    """Codes, counts, places and vague times pass without a word."""
    assert refused(text) == []


def test_the_step_keeps_earlier_problems() -> None:
    """`Times` needs the document alone and adds to what others found."""
    step = Times()
    assert isinstance(step, Extractor)
    check_order([step])
    earlier = Problem("feed.jsonl:3", "claims", "It is long.", "Split it.")
    draft = step.extract(Draft(document("They met on 31 April."), problems=(earlier,)))
    assert [problem.step for problem in draft.problems] == ["claims", "times"]
    assert [str(one.when) for one in draft.times] == ["None"]


def test_a_reading_shows_its_refused_dates(reader: Reader) -> None:
    """The Problem comes out with the claims; no claim has taken the day of publication instead."""
    reading = reader.read(document("Gunmen killed two guards in Zenda on 31 April.", date(2024, 5, 9)))
    assert ["31 April" in problem.message for problem in reading.problems] == [True]
    assert reading.claims
    assert {claim.time for claim in reading.claims} == {None}


def test_a_reading_dates_claims_by_the_dateline(reader: Reader) -> None:
    """The word "yesterday" means the day before the dateline, not before publication."""
    text = "STRELSAU, Dec. 24 (Agency) — Gunmen killed two guards in Zenda yesterday."
    claims = reader.read(document(text, date(2023, 12, 27))).claims
    assert {str(claim.time) for claim in claims if claim.type in ("killing", "attack")} == {"2023-12-23"}


@pytest.mark.parametrize("words", ["on Friday", "in May", "this week", "on 9 May 2024", "since Monday", "in 2024"])
def test_what_has_happened_lies_not_after_publication(reader: Reader, words: str) -> None:
    """The end of an actual event's time is publication at the latest, or coarser words that began before it."""
    published = date(2024, 5, 9)
    reading = reader.read(document(f"Gunmen killed two guards in Zenda {words}.", published))
    times = [claim.time for claim in reading.claims if claim.time is not None]
    assert times
    assert all(time.earliest is not None and time.earliest <= published for time in times)


def test_what_is_told_of_a_later_day_has_no_time(reader: Reader) -> None:
    """A report cannot know what happened after it: the day is a mistake and is left out."""
    reading = reader.read(document("Gunmen killed two guards in Zenda on 12 May 2024.", date(2024, 5, 9)))
    assert reading.claims
    assert {claim.time for claim in reading.claims} == {None}
