"""Answers that stand in the words of claims, and answers that only seem to: each has one that must not be given."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ask.question.salt import gazette, review
from tests.ledger.samples import at

from tacitus.ask.question.answer import Answer, answer
from tacitus.ask.question.reading import understand
from tacitus.ledger.memory import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tacitus.ask.question.reading import Analyst
    from tacitus.ledger.contract import View

TODAY = date(2021, 7, 1)


@pytest.fixture(scope="module")
def coast() -> Iterator[View]:
    """Yield the two reports."""
    with closing(MemoryStore()) as made:
        with made.writer() as writer:
            for day, reading in enumerate((gazette(), review())):
                writer.record(reading, at(day))
        yield made.view()


@pytest.fixture
def ask(engine: Analyst, coast: View) -> Callable[[str], Answer]:
    """Return what answers a question that can be read."""

    def ask(question: str) -> Answer:
        found = understand(question, engine, coast, TODAY)
        assert found.pattern is not None, found
        return answer(coast, found.pattern)

    return ask


def _values(found: Answer) -> list[str]:
    return [value.value for value in found.values]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        # The day of a report on it, and the day of a speech on it, are not its day.
        ("When were the salt works in Velim shelled?", ["2021-04-10"]),
        ("When was the Reed Front formed?", ["2015"]),
        # A time right before the words.
        ("When was the Marsh Guard renamed?", ["2021-06-01"]),
        ("In which province is Velim?", ["Salt province"]),
        ("In which country is Velim?", []),
        ("How many fighters does the Reed Front have?", ["800"]),
        ("How many fighters does the Marsh Guard have?", []),
        ("What is RF short for?", ["Reed Front"]),
        ("Where did the rockets come from?", ["army base"]),
        ("In which town were the salt works shelled?", ["Velim"]),
        ("In which province were the salt works shelled?", []),
        ("Who raided Karan together with the Reed Front?", ["Marsh Guard"]),
        ("With whom did the Marsh Guard carry out joint attacks?", ["Reed Front"]),
        ("Who holds the south-west of Velim?", ["Velim Army"]),
        ("Who holds the north of Velim?", []),
        # To hold some houses is not to hold the town.
        ("Who holds Velim?", []),
        # Nobody knows whose fighters "his" are before he is named.
        ("Who seized the salt works?", []),
        ("Who claimed responsibility for the raid on Karan?", ["Reed Front"]),
        ("Who says that 7 people were killed in Velim?", ["Orla Tann"]),
        ("Who says that 9 people were killed in Velim?", ["villagers"]),
        ("Who says that 8 people were killed in Velim?", []),
        ("How many dead does the clinic count?", ["7"]),
        ("Whom did the Velim Army arrest?", ["three divers"]),
        ("Who arrested the men detained near Karan?", ["Velim Army"]),
        ("Who says that the people arrested near Karan belong to the Reed Front?", ["Velim Army"]),
        # Whence fire came, and where a road leads, was not struck.
        ("Who shelled Karan?", []),
        # A raid is no shelling, and kills nobody of itself.
        ("Who raided Karan?", ["Marsh Guard", "Reed Front"]),
        # Who are only called people are not told to be divers or soldiers.
        ("How many soldiers were killed in Velim?", []),
        ("How many people were killed in Velim?", ["7", "9"]),
        # A count by its own day, and not by the day of the report.
        ("How many people were killed in Velim on 12 April 2021?", []),
        # The wounded are not the dead.
        ("Who was wounded in Velim?", []),
        ("Who was killed in Karan?", []),
    ],
)
def test_values(question: str, values: list[str], ask: Callable[[str], Answer]) -> None:
    """What the words of some claim tell, and nothing that they do not."""
    assert _values(ask(question)) == values


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Are the men arrested near Karan members of the Reed Front?", "yes"),
        ("Are the men arrested in Velim members of the Reed Front?", "no account"),
        ("Did anyone claim responsibility for the raid on Karan?", "yes"),
        ("Did the Marsh Guard raid Karan?", "disputed"),
        ("Is the RF the same as the Reed Front?", "yes"),
        ("Is the Marsh Guard the same as the Reed Front?", "no account"),
        ("Did the shelling of the salt works kill 7 people?", "yes"),
        ("Did the shelling of the salt works kill 12 people?", "no account"),
    ],
)
def test_verdicts(question: str, verdict: str, ask: Callable[[str], Answer]) -> None:
    """Whether some claim says so with this number, of these people, under these names."""
    assert ask(question).verdict == verdict


def test_what_is_denied_did_not_happen(ask: Callable[[str], Answer]) -> None:
    """A denial is told apart from what happened."""
    found = ask("What happened in Karan in May 2021?")
    assert [row.claim.type for value in found.values for row in (*value.claims, *value.denials)] == ["attack"]
    assert all(not value.denials for value in found.values)
