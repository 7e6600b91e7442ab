"""A question in words becomes a pattern; what is not understood is told, and nothing is guessed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tacitus.ask.question.pattern import Hole, Pattern, Polarity
from tacitus.ask.question.reading import understand

if TYPE_CHECKING:
    from collections.abc import Callable

    from tacitus.ask.question.reading import Analyst
    from tacitus.ledger.contract import View

TODAY = date(2020, 6, 1)


@pytest.fixture
def read(engine: Analyst, view: View) -> Callable[[str], Pattern]:
    """Return what reads a question that can be read."""

    def read(question: str) -> Pattern:
        found = understand(question, engine, view, TODAY)
        assert found.pattern is not None, found
        return found.pattern

    return read


@pytest.mark.parametrize(
    ("question", "hole", "kind", "roles"),
    [
        ("Who leads the Tide Front?", Hole.WHO, "leads", "target=Tide Front"),
        ("who heads tf", Hole.WHO, "leads", "target=TF"),
        ("Who is the leader of the Tide Front?", Hole.WHO, "leads", "target=Tide Front"),
        ("Who is the Tide Front's leader?", Hole.WHO, "leads", "target=Tide Front"),
        ("By whom is the Tide Front led?", Hole.WHO, "leads", "target=Tide Front"),
        ("Who is the spokesman of the Tide Front?", Hole.WHO, "member", "target=Tide Front post=spokesman"),
        ("Who shelled the market in Dura?", Hole.WHO, "shelling", "target=market place=Dura"),
        ("Who shelled the market of Dura?", Hole.WHO, "shelling", "target=market place=Dura"),
        ("Who carried out the shelling of the market in Dura?", Hole.WHO, "shelling", "place=Dura target=market"),
        ("Who was behind the attack on the market?", Hole.WHO, "attack", "target=market"),
        ("Who is responsible for the attack on the market?", Hole.WHO, "attack", "target=market"),
        ("Who attacked the market with mortars?", Hole.WHO, "attack", "target=market weapon=mortars"),
        ("Which groups fought the North Guard?", Hole.WHO, "clash", "target=North Guard"),
        ("Whom did the Tide Front attack?", Hole.WHOM, "attack", "actor=Tide Front"),
        ("Who was killed in Dura?", Hole.WHOM, "killing", "place=Dura"),
        ("Which group does Mira Osk belong to?", Hole.WHOM, "member", "actor=Mira Osk"),
        ("Where did the Tide Front attack?", Hole.WHERE, "attack", "actor=Tide Front"),
        ("Where is the Tide Front based?", Hole.WHERE, "located", "actor=Tide Front"),
        ("When was the Tide Front formed?", Hole.WHEN, "formation", "target=Tide Front"),
        ("Since when does Mira Osk lead the Tide Front?", Hole.WHEN, "leads", "actor=Mira Osk target=Tide Front"),
        ("When did the shelling of Dura take place?", Hole.WHEN, "shelling", "target=Dura"),
        ("What weapons were used in the attack on the market?", Hole.WEAPON, "attack", "target=market"),
        ("Did the Tide Front shell the market in Dura?", Hole.WHETHER, "shelling", "actor=Tide Front target=market"),
        ("Was Dura captured by the Tide Front?", Hole.WHETHER, "capture", "actor=Tide Front target=Dura"),
        (
            "Is the Tide Front part of the North Guard?",
            Hole.WHETHER,
            "affiliate",
            "actor=Tide Front target=North Guard",
        ),
        ("Who is allied with the TF?", Hole.WHO, "ally", "target=TF"),
        ("Who supports the TF?", Hole.WHO, "sponsor", "target=TF"),
        ("Who left the North Guard?", Hole.WHO, "split", "target=North Guard"),
        ("Who pledged allegiance to the TF?", Hole.WHO, "pledge", "target=TF"),
        ("What is the Tide Front called?", Hole.NAME, "alias", "about=Tide Front"),
        ("What does TF stand for?", Hole.NAME, "alias", "about=TF"),
        ("What happened in Dura?", Hole.WHAT, "airstrike", "about=Dura"),
        ("Who is Mira Osk?", Hole.WHAT, "alias", "about=Mira Osk"),
    ],
)
def test_what_is_asked(question: str, hole: Hole, kind: str, roles: str, read: Callable[[str], Pattern]) -> None:
    """The hole, the first type that answers, and who stands where; the place besides may follow."""
    pattern = read(question)
    assert pattern.hole is hole
    assert pattern.types[0] == kind
    told = {f"{part}={name}" for part, name in pattern.roles}
    wanted = set(_split(roles))
    assert wanted <= told
    assert len(told) <= len(wanted) + 1


def _split(roles: str) -> list[str]:
    out: list[str] = []
    for word in roles.split():
        if "=" in word:
            out.append(word)
        else:
            out[-1] += f" {word}"
    return out


@pytest.mark.parametrize(
    ("question", "hole", "people"),
    [
        ("How many died in Dura, and according to whom?", Hole.KILLED, ""),
        ("How many people were killed in Dura?", Hole.KILLED, "people"),
        ("How many soldiers did the Tide Front kill in Dura?", Hole.KILLED, "soldiers"),
        ("What was the death toll in Dura?", Hole.KILLED, "people"),
        ("How many were injured in Dura?", Hole.INJURED, ""),
        ("How many fishermen were arrested in Dura?", Hole.NUMBER, "fishermen"),
    ],
)
def test_numbers(question: str, hole: Hole, people: str, read: Callable[[str], Pattern]) -> None:
    """Who is counted, in events that count them."""
    pattern = read(question)
    assert (pattern.hole, pattern.people) == (hole, people)
    assert ("place", "Dura") in pattern.roles
    assert ("killing" in pattern.types) == (hole is not Hole.NUMBER)


@pytest.mark.parametrize(
    ("question", "hole", "polarity", "source"),
    [
        ("Who says that the Tide Front shelled Dura, and who denies it?", Hole.SPEAKER, Polarity.ANY, None),
        ("Who denies that the Tide Front shelled Dura?", Hole.SPEAKER, Polarity.DENIED, None),
        ("Who denied shelling Dura?", Hole.SPEAKER, Polarity.DENIED, None),
        ("Who denied responsibility for the attack on Dura?", Hole.SPEAKER, Polarity.DENIED, None),
        ("According to Harbour Wire, who shelled Dura?", Hole.WHO, Polarity.ANY, "Harbour Wire"),
        ("Who shelled Dura according to the Harbour Wire?", Hole.WHO, Polarity.ANY, "Harbour Wire"),
        ("What did the coast guard say about Dura?", Hole.WHAT, Polarity.ANY, "coast guard"),
        ("Did the Tide Front deny shelling Dura?", Hole.WHETHER, Polarity.DENIED, "Tide Front"),
        ("Did the coast guard say that the Tide Front shelled Dura?", Hole.WHETHER, Polarity.ASSERTED, "coast guard"),
    ],
)
def test_who_says_so(
    question: str, hole: Hole, polarity: Polarity, source: str | None, read: Callable[[str], Pattern]
) -> None:
    """Speakers are asked for, or asked about."""
    pattern = read(question)
    assert (pattern.hole, pattern.polarity, pattern.source) == (hole, polarity, source)
    assert "Dura" in [name for _, name in pattern.roles]


def test_who_claimed_it(read: Callable[[str], Pattern]) -> None:
    """Those alone who say so themselves."""
    pattern = read("Who claimed responsibility for the attack near Port Salem?")
    assert pattern.is_claimed
    assert pattern.hole is Hole.WHO
    assert pattern.given("place") == ("Port Salem",)


@pytest.mark.parametrize(
    ("question", "time"),
    [
        ("Who shelled Dura in March 2020?", "2020-03"),
        ("Who shelled Dura on 1 March 2020?", "2020-03-01"),
        ("Who shelled Dura on 1 March?", "XXXX-03-01"),
        ("What happened in Dura in 2020?", "2020"),
        ("Who shelled Dura yesterday?", "2020-05-31"),
    ],
)
def test_times(question: str, time: str, read: Callable[[str], Pattern]) -> None:
    """By the time layer of the reports; a day without a year is of any year."""
    found = read(question).time
    assert found is not None
    assert found.edtf == time


def test_a_day_without_a_year_is_the_last_one_as_of_a_day(engine: Analyst, view: View) -> None:
    """Whoever asks as of a day leans on it."""
    found = understand("Who shelled Dura on 1 March?", engine, view, TODAY, is_dated=True)
    assert found.pattern is not None
    assert str(found.pattern.time) == "2020-03-01"


@pytest.mark.parametrize(
    ("question", "is_present"),
    [("Who leads the TF?", True), ("Who led the TF?", False), ("Who led the TF in 2019?", False)],
)
def test_what_is_so_now(question: str, is_present: bool, read: Callable[[str], Pattern]) -> None:  # noqa: FBT001 - a case
    """By the tense of a relation without a time."""
    assert read(question).is_present is is_present


@pytest.mark.parametrize(
    ("question", "unclear"),
    [
        ("Why did the Tide Front shell Dura?", "why"),
        ("Is the coast guard lying?", "lying"),
        ("Tide Front market toll who why how", "market"),
        ("Who sang in Dura?", "sang"),
        ("Who attacked the market and burned the boats?", "burned"),
        ("", ""),
    ],
)
def test_what_cannot_be_read(question: str, unclear: str, engine: Analyst, view: View) -> None:
    """Nothing is guessed: there is no pattern, and the words that stopped it are told."""
    found = understand(question, engine, view, TODAY)
    assert found.pattern is None
    assert unclear in " ".join(found.unclear)


def test_names_of_an_unread_question_are_told(engine: Analyst, view: View) -> None:
    """They were understood."""
    found = understand("Is the Tide Front lying?", engine, view, TODAY)
    assert any("Tide Front" in told for told in found.told)


@pytest.mark.parametrize(
    ("question", "unclear"),
    [("Who attacked it?", "it"), ("Did they attack the market?", "they"), ("Leader of the TF?", "TF")],
)
def test_pronouns_and_bits_of_sentences(question: str, unclear: str, engine: Analyst, view: View) -> None:
    """Nobody can tell whom a pronoun means, and what begins with no question word and no auxiliary asks nothing."""
    found = understand(question, engine, view, TODAY)
    assert found.pattern is None
    assert unclear in " ".join((*found.unclear, *found.told))


@pytest.mark.parametrize(
    ("question", "hole", "roles"),
    [
        (
            "Who blames the Tide Front for the attack on Dura?",
            Hole.SPEAKER,
            {("actor", "Tide Front"), ("target", "Dura")},
        ),
        ("How many dead does the hospital count in Dura?", Hole.KILLED, {("place", "Dura")}),
        ("What death toll does the hospital give for Dura?", Hole.KILLED, {("place", "Dura")}),
        (
            "When did the Tide Front begin to pull out of Dura?",
            Hole.WHEN,
            {("actor", "Tide Front"), ("target", "Dura")},
        ),
        ("In which year was the Tide Front founded?", Hole.WHEN, {("target", "Tide Front")}),
        ("Who took Dura?", Hole.WHO, {("target", "Dura")}),
        ("What was the Tide Front called before?", Hole.NAME, {("about", "Tide Front")}),
        ("Who designated the TF as a terrorist group?", Hole.WHO, {("target", "TF"), ("post", "terrorist group")}),
    ],
)
def test_other_ways_to_ask(
    question: str, hole: Hole, roles: set[tuple[str, str]], read: Callable[[str], Pattern]
) -> None:
    """The words of the field."""
    pattern = read(question)
    assert pattern.hole is hole
    assert set(pattern.roles) == roles
