"""Fixed forms of questions: what each asks for, whom it names, whose account it wants."""

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
    ("question", "hole", "roles"),
    [
        ("In which province is Dura?", Hole.WITHIN, {("about", "Dura")}),
        ("Which country is Dura in?", Hole.WITHIN, {("about", "Dura")}),
        ("Where is Dura?", Hole.WITHIN, {("about", "Dura")}),
        ("From where were the rockets launched?", Hole.FROM, {("weapon", "rockets")}),
        ("Where did the shells come from?", Hole.FROM, {("weapon", "shells")}),
        ("From which base were the rockets fired at Dura?", Hole.FROM, {("weapon", "rockets"), ("place", "Dura")}),
        ("How many fighters does the Tide Front have?", Hole.STRENGTH, {("about", "Tide Front")}),
        ("How strong is the Tide Front?", Hole.STRENGTH, {("about", "Tide Front")}),
        ("To whom did the facility belong?", Hole.WHO, {("target", "facility")}),
        ("Who owned the warehouse?", Hole.WHO, {("target", "warehouse")}),
        ("What is TF short for?", Hole.NAME, {("about", "TF")}),
        ("Which group was formerly known as the Tide Front?", Hole.NAME, {("about", "Tide Front")}),
        ("What did the Tide Front rename itself?", Hole.NAME, {("about", "Tide Front")}),
        ("What does the coast guard call Dura?", Hole.NAME, {("about", "Dura"), ("post", "coast guard")}),
        ("With whom did the Tide Front conduct joint attacks?", Hole.WITH, {("actor", "Tide Front")}),
        (
            "Who attacked the market together with the Tide Front?",
            Hole.WITH,
            {("actor", "Tide Front"), ("target", "market")},
        ),
        ("Who was accused of shelling Dura?", Hole.WHO, {("target", "Dura")}),
        ("Is the Tide Front the same as the TF?", Hole.WHETHER, {("about", "Tide Front"), ("about", "TF")}),
        ("What happened to the market in Dura?", Hole.WHAT, {("target", "market"), ("place", "Dura")}),
        ("Which weapons were used against the market?", Hole.WEAPON, {("target", "market")}),
        ("In which town was the market shelled?", Hole.WHERE, {("target", "market")}),
        ("When was the attack on the market?", Hole.WHEN, {("target", "market")}),
    ],
)
def test_what_a_form_asks(
    question: str, hole: Hole, roles: set[tuple[str, str]], read: Callable[[str], Pattern]
) -> None:
    """The hole, and who or what is named."""
    pattern = read(question)
    assert pattern.hole is hole
    assert {(part, name) for part, name in pattern.roles if part != "words"} == roles


def test_things_are_owned_and_people_belong(read: Callable[[str], Pattern]) -> None:
    """A facility belongs to an owner, a person to a group."""
    assert read("To whom did the facility belong?").types == ("owns",)
    assert read("To which group does Mira Osk belong?").types[0] == "member"


@pytest.mark.parametrize(
    ("question", "hole", "polarity", "source"),
    [
        ("Whom does the coast guard blame for the shelling of Dura?", Hole.WHO, Polarity.ASSERTED, "coast guard"),
        (
            "Did the coast guard accuse the Tide Front of shelling Dura?",
            Hole.WHETHER,
            Polarity.ASSERTED,
            "coast guard",
        ),
        ("Has the Tide Front been accused of shelling Dura?", Hole.WHETHER, Polarity.ASSERTED, None),
        ("Who, according to the Harbour Wire, shelled Dura?", Hole.WHO, Polarity.ANY, "Harbour Wire"),
        ("Who says that the Tide Front shelled Dura?", Hole.SPEAKER, Polarity.ASSERTED, None),
        ("Who says that the Tide Front shelled Dura, and who disputes it?", Hole.SPEAKER, Polarity.ANY, None),
        ("Who claimed the capture of Dura?", Hole.SPEAKER, Polarity.ASSERTED, None),
    ],
)
def test_whose_account(
    question: str, hole: Hole, polarity: Polarity, source: str | None, read: Callable[[str], Pattern]
) -> None:
    """Denials are asked for only where the question asks for them."""
    pattern = read(question)
    assert (pattern.hole, pattern.polarity, pattern.source) == (hole, polarity, source)


def test_a_claim_of_responsibility(read: Callable[[str], Pattern]) -> None:
    """By somebody, or by anybody at all."""
    named = read("Did the Tide Front claim responsibility for the attack near Port Salem?")
    assert (named.hole, named.is_claimed, named.given("actor")) == (Hole.WHETHER, True, ("Tide Front",))
    anybody = read("Did anyone claim responsibility for the attack near Port Salem?")
    assert (anybody.is_claimed, anybody.given("actor"), anybody.polarity) == (True, (), Polarity.ASSERTED)


@pytest.mark.parametrize(
    ("question", "number", "hole"),
    [
        ("Who says that 12 people were killed in Dura?", ("killed", 12, 12), Hole.SPEAKER),
        ("Did the shelling of Dura kill at least 12 people?", ("killed", 12, None), Hole.WHETHER),
        ("Were 40 people wounded in Dura?", ("injured", 40, 40), Hole.WHETHER),
    ],
)
def test_a_number_in_the_question(
    question: str, number: tuple[str, int, int | None], hole: Hole, read: Callable[[str], Pattern]
) -> None:
    """It is no name: only claims with that number answer."""
    pattern = read(question)
    assert (pattern.number, pattern.hole) == (number, hole)
    assert not any("people" in name for _, name in pattern.roles)


def test_what_may_be(read: Callable[[str], Pattern]) -> None:
    """Whoever may do it is asked for, and not who did."""
    assert read("Who may attack Port Salem?").is_planned
    assert not read("Who attacked Port Salem?").is_planned


def test_which_part_of_a_place(read: Callable[[str], Pattern]) -> None:
    """A direction must stand in the words."""
    assert read("Who holds the south-west of Dura?").given("words") == ("south-west",)


def test_people_known_by_what_was_done_to_them(read: Callable[[str], Pattern]) -> None:
    """They are one phrase, whatever stands in it."""
    asked = read("Are the men arrested near Port Salem members of the Tide Front?")
    assert asked.roles == (("actor", "the men arrested near Port Salem"), ("target", "Tide Front"))
    told = read("When were the men arrested near Port Salem?")
    assert (told.hole, told.given("place")) == (Hole.WHEN, ("Port Salem",))


def test_who_ordered_it_cannot_be_read(engine: Analyst, view: View) -> None:
    """Whoever did it did not therefore order it."""
    assert understand("Who ordered the shelling of the market?", engine, view, TODAY).pattern is None
