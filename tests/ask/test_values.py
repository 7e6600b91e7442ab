"""What a claim answers to each question, and answers put together and compared."""

from __future__ import annotations

import pytest
from tests.ask.accounts import Bench

from tacitus.ask.parties import Known, Stand
from tacitus.ask.questions import Question
from tacitus.ask.values import Value, answers, compare, joined, value_words
from tacitus.model.ontology import Certainty


def _told(line: str) -> dict[str, str]:
    """Return question → answer in words, of all that a claim answers; "(denied)" behind what is not stated."""
    row = Bench().add(line)
    found = {str(q): answer for q in Question for answer in answers(row, q)}
    return {
        question: value_words(answer.value) + ("" if answer.certainty is Certainty.STATED else f" ({answer.certainty})")
        for question, answer in found.items()
    }


def _value(question: Question, line: str) -> Value:
    (answer,) = answers(Bench().add(line), question)
    return answer.value


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("doc=a", {"whether": ""}),
        ("actor=Reed Front/group", {"whether": "", "who": "Reed Front"}),
        ("actor=gunmen+Reed Front/group", {"whether": "", "who": "gunmen, Reed Front"}),
        ("actor=nine children", {"whether": ""}),
        ("actor=Tirsa/place", {"whether": ""}),
        ("type=protest; actor=residents", {"whether": "", "who": "residents"}),
        ("target=a checkpoint/facility", {"whether": "", "whom": "a checkpoint"}),
        ("target=20 people", {"whether": ""}),
        ("target=20 farmers", {"whether": "", "whom": "20 farmers"}),
        ("killed=20 farmers", {"whether": "", "whom": "farmers", "killed": "20 farmers"}),
        ("killed=20 people", {"whether": "", "killed": "20 people"}),
        ("killed=31..", {"whether": "", "killed": "at least 31"}),
        ("killed=4; injured=9", {"whether": "", "killed": "4", "injured": "9"}),
        ("type=abduction; count=12", {"whether": "", "number": "12"}),
        ("place=Tirsa", {"whether": "", "where": "Tirsa"}),
        ("target=Tirsa/place", {"whether": "", "whom": "Tirsa", "where": "Tirsa"}),
        ("target=Tirsa/place; place=Tirsa", {"whether": "", "where": "Tirsa"}),
        ("instrument=a drone", {"whether": "", "weapon": "a drone"}),
        ("on=2024-03-04", {"whether": "", "when": "2024-03-04"}),
        ("on=2024-03-04; anchor=published", {"whether": "", "when": "2024-03-04"}),
        ("on=2024-03-04; anchor=story", {"whether": ""}),
        ("killed=4; certainty=alleged", {"whether": " (alleged)", "killed": "4 (alleged)"}),
        ("killed=4; status=planned", {}),
        ("killed=4; status=hypothetical", {}),
        ("certainty=denied", {"whether": " (denied)"}),
        ("certainty=denied; actor=Reed Front/group; killed=4", {"who": "Reed Front (denied)"}),
        ("certainty=denied; killed=4; instrument=a drone", {"killed": "4 (denied)"}),
        ("certainty=denied; instrument=a drone", {"weapon": "a drone (denied)"}),
        ("certainty=denied; status=planned; actor=Reed Front/group", {}),
        ("certainty=unknown; quote=it is not clear", {"whether": " (unknown)"}),
        ("certainty=unknown; killed=?", {"killed": "not known (unknown)"}),
        ("certainty=unknown; quote=nobody knows who is responsible", {"who": " (unknown)"}),
        ("certainty=unknown; actor=gunmen; quote=it is not clear", {"who": "gunmen (unknown)"}),
    ],
)
def test_what_a_claim_answers(line: str, told: dict[str, str]) -> None:
    """Stated claims answer all that they tell; a denial or an open question is about one thing; plans about nothing."""
    assert _told(line) == told


def _joined(question: Question, *lines: str, known: Known | None = None) -> str:
    bench = Bench()
    rows = [bench.add(line) for line in lines]
    values = [answer.value for row in rows for answer in answers(row, question)]
    return value_words(joined(question, values, known or Known()))


@pytest.mark.parametrize(
    ("question", "lines", "words"),
    [
        (Question.WHO, ("actor=gunmen", "actor=Reed Front/group"), "Reed Front"),
        (Question.WHO, ("actor=Reed Front/group", "actor=gunmen"), "Reed Front"),
        (Question.WHO, ("actor=Reed Front/group", "actor=Bay Guard/group"), "Reed Front, Bay Guard"),
        (Question.WHO, ("actor=Reed Front/group", "actor=the Reed Front/group"), "Reed Front"),
        (Question.WEAPON, ("instrument=drone", "instrument=an armed drone"), "an armed drone"),
        (Question.WHERE, ("place=Sadria", "place=Tirsa"), "Tirsa"),
        (Question.WHERE, ("place=Tirsa", "place=Halm"), "Tirsa, Halm"),
        (Question.WHEN, ("on=2024-03", "on=2024-03-04", "on=2024-03-09"), "2024-03-04"),
        (Question.WHEN, ("on=2024-03-04", "on=2024"), "2024-03-04"),
        (Question.KILLED, ("killed=4..", "killed=9"), "9"),
        (Question.KILLED, ("killed=9 people", "killed=4 children"), "9 people, 4 children"),
        (Question.KILLED, ("killed=0", "killed=4 children"), "4 children"),
        (Question.KILLED, (), ""),
        (Question.WHO, ("place=Tirsa",), ""),
    ],
)
def test_answers_of_one_voice_together(question: Question, lines: tuple[str, ...], words: str) -> None:
    """The more exact of two, both of two others, the greater number; nothing of nothing."""
    assert _joined(question, *lines) == words


@pytest.mark.parametrize(
    ("question", "one", "other", "way"),
    [
        (Question.WHO, "actor=Reed Front/group", "actor=Reed Front/group", Stand.SAME),
        (Question.WHO, "actor=Reed Front/group", "actor=Bay Guard/group", Stand.OTHER),
        (Question.WHO, "actor=Reed Front/group", "actor=Reed Front/group+Bay Guard/group", Stand.WIDER),
        (Question.WHO, "actor=Reed Front/group+Dune Army/group", "actor=Reed Front/group+Bay Guard/group", Stand.ALIKE),
        (Question.WHO, "actor=gunmen", "actor=Reed Front/group", Stand.WIDER),
        (Question.WHERE, "place=Tirsa", "place=Sadria", Stand.NARROWER),
        (Question.WHERE, "place=Tirsa", "place=Halm", Stand.OTHER),
        (Question.WHEN, "on=2024-03-04", "on=2024-03", Stand.NARROWER),
        (Question.KILLED, "killed=4", "killed=9", Stand.OTHER),
        (Question.KILLED, "killed=4", "killed=3..", Stand.NARROWER),
        (Question.KILLED, "killed=4", "killed=4", Stand.SAME),
        (Question.WEAPON, "instrument=a drone", "instrument=mortars", Stand.OTHER),
        (Question.WHOM, "target=civilians", "target=militants", Stand.OTHER),
        (Question.WHETHER, "doc=a", "doc=b", Stand.SAME),
    ],
)
def test_two_answers(question: Question, one: str, other: str, way: Stand) -> None:
    """Sets, times and numbers, asked from both sides."""
    bench = Bench()
    values = [answers(bench.add(line), question)[0].value for line in (one, other)]
    assert compare(question, values[0], values[1], Known()) is way
    assert compare(question, values[1], values[0], Known()) is way.turned


def test_no_answer_and_answers_of_two_kinds() -> None:
    """Nobody can tell how nothing stands to something, or a number to a time."""
    killed, time = _value(Question.KILLED, "killed=4"), _value(Question.WHEN, "on=2024-03-04")
    assert compare(Question.KILLED, killed, None, Known()) is Stand.OPEN
    assert compare(Question.KILLED, None, killed, Known()) is Stand.OPEN
    assert compare(Question.KILLED, killed, time, Known()) is Stand.OPEN
    assert value_words(None) == ""


def test_an_id_that_no_entity_has_names_nobody() -> None:
    """It is left out of who did it and to whom; the number stays."""
    row = Bench().add("killed=20 farmers; actor=gunmen")
    bare = type(row)(row.claim, row.document, (), row.quotes)
    assert value_words(answers(bare, Question.KILLED)[0].value).startswith("20")
    assert answers(bare, Question.WHO) == answers(bare, Question.WHOM) == ()
