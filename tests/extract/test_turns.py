"""Transcripts: who speaks is told at the start of a line, and the claims are his until the next one speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import document, lines

from tacitus.extract.turns import TURN, marked, turns

if TYPE_CHECKING:
    from tacitus.pipeline import Reader

INTERVIEW = """\
Interview with two officials from Tarn

ANNA KELLER: Who attacked the town on Monday?

PAUL HENTZAU: Rebels shelled the market. Five people were killed.

Two houses burned down.

ANNA KELLER: Were soldiers there?

MARIA SAPT (by telephone): Soldiers arrested two men, the mayor said.
"""


def test_turns_and_what_is_said_in_them() -> None:
    """From the label to the next one, over paragraphs; what stands in brackets behind a name is not said."""
    text = marked(INTERVIEW)
    found = [(turn.label.of(text), turn.content.of(text).split()[-1]) for turn in turns(text)]
    assert found == [
        ("ANNA KELLER", "Monday?"),
        ("PAUL HENTZAU", "down."),
        ("ANNA KELLER", "there?"),
        ("MARIA SAPT", "said."),
    ]
    assert len(text) == len(INTERVIEW)


@pytest.mark.parametrize(
    "text",
    [
        "Date: 3 May\nPlace: Tarn\nDate: 4 May\nPlace: Obock",
        "Army: Rebels fled the town\n\nThe rebels left on Monday.",
        "Obock: two attacks.\nTarn: one attack.\nZenda: none.",
        "He said: it is over.\nHe said: we won.\nHe said: go.",
        "Killed: five men\nKilled: two women\nKilled: a child",
    ],
)
def test_no_transcript(text: str) -> None:
    """Fields of a record, headlines, places that do not come back, sentences."""
    assert TURN not in marked(text)


def test_claims_have_the_speaker_as_their_source(reader: Reader) -> None:
    """Of every sentence of the turn; who is quoted in it comes first."""
    told = lines(reader.read(document(INTERVIEW)))
    assert any(line.startswith("shelling | actor=Rebels") and "by=PAUL HENTZAU" in line for line in told), told
    assert any("target=Two houses" in line and "by=PAUL HENTZAU" in line for line in told), told
    assert any(line.startswith("arrest") and "by=mayor>MARIA SAPT" in line for line in told), told
    assert [line.split(" | ")[0] for line in told if "by=ANNA KELLER" in line] in ([], ["attack"])  # her own question


def test_questions_and_answers_of_nobody(reader: Reader) -> None:
    """Q and A are nobody: the claims are the author's."""
    text = "Q: What happened?\nA: Rebels shelled the market in Tarn.\nQ: When was it?\nA: Two men were arrested."
    reading = reader.read(document(text))
    assert {claim.type for claim in reading.claims} >= {"shelling", "arrest"}
    assert not any(claim.source.speakers for claim in reading.claims)


def test_a_speaker_by_his_office(reader: Reader) -> None:
    """The label may say who he is."""
    text = "REPORTER: Who did it?\nMAYOR: Rebels shelled the market in Tarn.\nREPORTER: When?\nMAYOR: They fled."
    reading = reader.read(document(text))
    (shelling,) = [claim for claim in reading.claims if claim.type == "shelling"]
    speaker = next(e for e in reading.entities if e.id == shelling.source.innermost)
    assert (speaker.name, str(speaker.type)) == ("MAYOR", "people")
