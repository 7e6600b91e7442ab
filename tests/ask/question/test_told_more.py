"""Answers over a report with denials, posts and losses: what its words tell, and what only seems to be told."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ask.question.lake import lake
from tests.ledger.samples import at

from tacitus.ask.question.answer import Answer, answer
from tacitus.ask.question.reading import understand
from tacitus.ledger.memory import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tacitus.ask.question.reading import Analyst
    from tacitus.ledger.contract import View

TODAY = date(2022, 7, 1)


@pytest.fixture(scope="module")
def shore() -> Iterator[View]:
    """Yield the report."""
    with closing(MemoryStore()) as made:
        with made.writer() as writer:
            writer.record(lake(), at(0))
        yield made.view()


@pytest.fixture
def ask(engine: Analyst, shore: View) -> Callable[[str], Answer]:
    """Return what answers a question that can be read."""

    def ask(question: str) -> Answer:
        found = understand(question, engine, shore, TODAY)
        assert found.pattern is not None, found
        return answer(shore, found.pattern)

    return ask


@pytest.mark.parametrize(
    ("question", "values"),
    [
        # A post has all its words: a deputy is no minister.
        ("Who is the deputy harbour minister of Lutavia?", ["Hana Rell"]),
        ("Who is Lutavia's deputy harbour minister?", ["Hana Rell"]),
        ("Who is the harbour minister of Lutavia?", []),
        # Who leads a group belongs to it.
        ("Which group does Tervo Pell belong to?", ["Lake Guard"]),
        ("Which group is Tervo Pell part of?", ["Lake Guard"]),
        # A body under its name of before; another body is not meant.
        ("Who is in command of the Marsh Guard?", ["Orla Tann"]),
        ("Who leads the Reed Front?", []),
        # The clinic of the one town that is called so.
        ("Who is the director of the clinic in Ostel?", ["Dorn Ilk"]),
        ("Who runs the clinic in Ostel?", ["Dorn Ilk"]),
        ("Who is the director of the clinic in Velim?", []),
        # An arrest is no abduction.
        ("Who was arrested in Ostel?", ["two sailors"]),
        ("Who was abducted in Ostel?", []),
        ("How many people were abducted in Ostel?", []),
        ("How many people were arrested in Ostel?", ["2"]),
        # What is held of a town, by the words of the claim.
        ("Which part of Ostel did Lutavian troops still hold?", ["some houses"]),
        ("What territory did Lutavian troops control?", ["some houses"]),
        # His men are those whom he leads.
        ("How many people did the Lake Guard lose in Ostel?", ["200"]),
        ("How many people of the Lake Guard were killed?", ["200"]),
        ("How many people of the Reed Front were killed?", []),
        ("What did the Lake Guard take?", ["Ostel"]),
        ("Whom did the Lake Guard kill?", []),
        # Whose it is must stand in the sentence.
        ("Where did the ferry of Mira Osk crash?", ["Karan"]),
        ("Where did the ferry of Orla Tann crash?", []),
        ("Who says that the shells came from an army base near Karan?", ["divers"]),
        ("Who says that the shells came from an army base near Ostel?", []),
        ("Whom did the Reed Front fight in April 2022?", ["army posts"]),
        # Who says that it was not so denies it.
        ("Who says that the Lake Guard did not take Ostel?", ["Lutavia"]),
        ("Who says that the Lake Guard took Ostel?", ["Tervo Pell"]),
        # Who merged with somebody is not that one.
        ("Who merged with the Salt Union?", ["Reed Front"]),
        # The year in which a band was formed is not that in which its founder left another.
        ("When did Ivo Marn leave the Salt Union?", []),
        ("Who said that the Salt Band would attack Karan?", ["divers"]),
        ("Who said that the Salt Band attacked Army posts?", []),
        ("Who puts the death toll in Ostel at 200?", ["Tervo Pell"]),
        ("According to whom were 200 people killed in Ostel?", ["Tervo Pell"]),
    ],
)
def test_values(question: str, values: list[str], ask: Callable[[str], Answer]) -> None:
    """What the words of some claim tell, and nothing that they do not."""
    assert [value.value for value in ask(question).values] == values


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        # "His men" of the denial are those of whoever said it.
        ("Did the Lake Guard take Ostel?", "disputed"),
        ("Was Ostel taken by the Lake Guard?", "disputed"),
        ("Did Lutavian forces still hold part of Ostel?", "yes"),
        # The town near it was not taken.
        ("Did the Lake Guard take Velim?", "no account"),
        ("Did Lutavia order the killing of Tervo Pell?", "denied"),
        ("Did Lutavia order the capture of Ostel?", "no account"),
        ("Is Tervo Pell a member of the Lake Guard?", "yes"),
        ("Were the shells fired from an army base near Karan?", "yes"),
        ("Did the shells come from Velim?", "no account"),
        ("Does the Salt Band plan to attack Karan?", "no account"),
        ("Has the Marsh Guard changed its name?", "yes"),
    ],
)
def test_verdicts(question: str, verdict: str, ask: Callable[[str], Answer]) -> None:
    """Whether some claim says so, denies it, or both."""
    assert ask(question).verdict == verdict


@pytest.mark.parametrize("question", ["Who did not attack Ostel?", "Who wasn't arrested in Ostel?"])
def test_what_did_not_happen_cannot_be_read(question: str, engine: Analyst, shore: View) -> None:
    """A question for those who did not do it must not be answered with those who did."""
    assert understand(question, engine, shore, TODAY).pattern is None
