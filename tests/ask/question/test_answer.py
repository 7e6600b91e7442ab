"""Answers over a ledger made by hand: values with their claims and denials, and nothing without a quote."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tacitus.ask.question.answer import Answer, answer
from tacitus.ask.question.pattern import Hole, Pattern, Polarity
from tacitus.ledger.clock import end_of_day
from tacitus.model.entity import EntityType
from tacitus.model.when import When

if TYPE_CHECKING:
    from tacitus.ledger.contract import Store, View
    from tacitus.ledger.rows import ClaimRow

SHELLED = ("shelling", "attack")
MARKET = (("target", "market"), ("place", "Dura"))


def _by(rows: tuple[ClaimRow, ...]) -> list[str]:
    return [(*row.speakers, row.document.outlet or "")[0] for row in rows]


def _told(found: Answer) -> dict[str, tuple[list[str], list[str]]]:
    return {value.value: (_by(value.claims), _by(value.denials)) for value in found.values}


def test_both_sides_stand_side_by_side(view: View) -> None:
    """Its fighters are the Front; its denial stands by its name; each side is one value."""
    found = answer(view, Pattern(Hole.WHO, SHELLED, MARKET))
    assert _told(found) == {
        "Tide Front": (["coast guard"], ["spokesman for the Tide Front"]),
        "coast guard": (["Tide Front channel"], []),
    }
    assert found.values[0].is_disputed is True
    assert found.values[1].is_disputed is False


def test_a_claim_without_a_place_has_that_of_its_incident(view: View) -> None:
    """The denial names no place; what names the market of Dura in the same report is the same shelling."""
    rows = [row for value in answer(view, Pattern(Hole.WHO, SHELLED, MARKET)).values for row in value.denials]
    assert rows
    assert not any(row.claim.values("place") for row in rows)


def test_numbers_are_not_averaged(view: View) -> None:
    """Two counts are two values, each with its source."""
    counted = Pattern(Hole.KILLED, ("shelling", "killing"), (("place", "Dura"),))
    found = _told(answer(view, counted))
    assert found == {"12": (["hospital"], []), "15": (["Tide Review"], [])}


@pytest.mark.parametrize(
    ("day", "values"), [("2020-03-01", set()), ("2020-03-02", {"12"}), ("2020-05-01", {"12", "15"})]
)
def test_as_of_a_day(day: str, values: set[str], view: View) -> None:
    """What was published later is not known yet."""
    counted = Pattern(Hole.KILLED, (), (("place", "Dura"),))
    assert set(_told(answer(view, counted, date.fromisoformat(day)))) == values


def test_known_by_a_day(store: Store) -> None:
    """The record clock: the background was entered on the third day."""
    counted = Pattern(Hole.KILLED, (), (("place", "Dura"),))
    assert set(_told(answer(store.view(end_of_day(date(2026, 3, 2))), counted))) == {"12"}


def test_who_leads_now_and_who_did(view: View) -> None:
    """What ended is told apart; no later account ends it."""
    found = answer(view, Pattern(Hole.WHO, ("leads",), (("target", "TF"),), is_present=True), date(2020, 6, 1))
    assert list(_told(found)) == ["Mira Osk"]
    assert [value.value for value in found.earlier] == ["Adan Rask"]


def test_who_led_then(view: View) -> None:
    """A time in the question takes claims whose time may touch it, and those that have none by their day."""
    found = answer(view, Pattern(Hole.WHO, ("leads",), (("target", "TF"),), time=When("2018")))
    assert list(_told(found)) == ["Adan Rask"]


def test_our_fighters_are_those_of_the_channel(view: View) -> None:
    """Whoever says "our"; and it is a claim of their own."""
    attacked = Pattern(Hole.WHO, ("attack",), (("target", "soldiers"), ("place", "Port Salem")))
    found = answer(view, attacked)
    assert _told(found) == {"Tide Front": (["Tide Front channel"], [])}
    assert [row.document.outlet for row in found.silent] == ["Tide Review"]
    claimed = answer(view, Pattern(Hole.WHO, ("attack",), (("place", "Port Salem"),), is_claimed=True))
    assert list(_told(claimed)) == ["Tide Front"]


def test_what_may_come_is_no_answer(view: View) -> None:
    """It is told apart, and answers who asks for plans."""
    roles = (("target", "Port Salem"), ("actor", "TF"))
    found = answer(view, Pattern(Hole.WHETHER, ("attack",), roles))
    assert [value.value for value in found.planned] == ["hypothetical"]
    assert all("may attack" not in quote for value in found.values for row in value.claims for quote in row.quotes)
    planned = answer(view, Pattern(Hole.WHO, ("attack",), (("target", "Port Salem"),), is_planned=True))
    assert list(_told(planned)) == ["Tide Front"]


@pytest.mark.parametrize(
    ("roles", "verdict"),
    [
        ((("actor", "Tide Front"), *MARKET), "disputed"),
        ((("actor", "coast guard"), *MARKET), "yes"),
        ((("actor", "North Guard"), *MARKET), "no account"),
    ],
)
def test_whether_it_is_so(roles: tuple[tuple[str, str], ...], verdict: str, view: View) -> None:
    """A verdict on the accounts; that nobody says so is no denial."""
    assert answer(view, Pattern(Hole.WHETHER, SHELLED, roles)).verdict == verdict


def test_we_is_whoever_says_so(view: View) -> None:
    """The channel of the Front says: "We have not joined the North Guard"."""
    roles = (("actor", "Tide Front"), ("target", "North Guard"))
    found = answer(view, Pattern(Hole.WHETHER, ("member",), roles))
    assert found.verdict == "denied"


def test_who_says_so_and_who_denies_it(view: View) -> None:
    """Speakers, the outlet where nobody is quoted."""
    found = answer(view, Pattern(Hole.SPEAKER, SHELLED, (("actor", "Tide Front"), *MARKET)))
    assert {value.value: (bool(value.claims), bool(value.denials)) for value in found.values} == {
        "coast guard": (True, False),
        "spokesman for the Tide Front": (False, True),
    }
    denied = answer(view, Pattern(Hole.SPEAKER, SHELLED, MARKET, polarity=Polarity.DENIED))
    assert [value.value for value in denied.values] == ["spokesman for the Tide Front"]


def test_what_somebody_says(view: View) -> None:
    """A speaker, or the outlet itself."""
    said = answer(view, Pattern(Hole.WHAT, source="coast guard"))
    assert [_by(value.claims) for value in said.values] == [["coast guard"]]
    own = answer(view, Pattern(Hole.WHO, SHELLED, MARKET, source="Tide Front channel"))
    assert list(_told(own)) == ["coast guard"]


def test_where_when_and_with_what(view: View) -> None:
    """Places, times and weapons of the claims that fit."""
    mortars = answer(view, Pattern(Hole.WEAPON, SHELLED, MARKET))
    assert list(_told(mortars)) == ["mortars"]
    where = answer(view, Pattern(Hole.WHERE, ("attack",), (("actor", "Tide Front"),)))
    assert list(_told(where)) == ["Port Salem"]
    when = answer(view, Pattern(Hole.WHEN, ("formation",), (("target", "TF"),)))
    assert list(_told(when)) == ["2016"]
    shelled = answer(view, Pattern(Hole.WHEN, SHELLED, MARKET))
    assert list(_told(shelled)) == ["2020-03-01"]


def test_names_stand_in_quotes(view: View) -> None:
    """Each other name with a claim whose words have it; the name that is asked about is no answer."""
    found = answer(view, Pattern(Hole.NAME, ("alias", "successor"), (("about", "TF"),)))
    assert [value.value for value in found.values] == ["Tide Front"]
    for value in found.values:
        assert all(any(value.value in quote for quote in row.quotes) for row in value.claims)


def test_an_ally_has_no_first_side(view: View) -> None:
    """Asked from either side."""
    for asked, given in (("TF", "North Guard"), ("North Guard", "Tide Front")):
        found = answer(view, Pattern(Hole.WHO, ("ally",), (("target", asked),)))
        assert list(_told(found)) == [given]


def test_kinds_of_answers(view: View) -> None:
    """A force answers "Which force …", a group "Which group …"."""
    for kind, value in ((EntityType.FORCE, "coast guard"), (EntityType.GROUP, "Tide Front")):
        kinds = frozenset({kind, EntityType.PEOPLE} if kind is EntityType.GROUP else {kind})
        found = answer(view, Pattern(Hole.WHO, SHELLED, MARKET, kinds=kinds))
        assert [v.value for v in found.values if v.claims] == [value]


def test_a_name_that_nobody_has(view: View) -> None:
    """It is told with near names, and nothing is answered."""
    found = answer(view, Pattern(Hole.WHO, ("leads",), (("target", "Tied Front"),)))
    assert found.is_empty
    assert [(w.name, w.nearest[:1]) for w in found.unknown] == [("Tied Front", ("Tide Front",))]


def test_a_named_party_is_not_taken_from_another_sentence(view: View) -> None:
    """That the guard shelled the market, and the Front fought there too, is no attack on the Front."""
    roles = (("actor", "coast guard"), ("target", "Tide Front"))
    assert answer(view, Pattern(Hole.WHETHER, SHELLED, roles)).verdict == "no account"


def test_least_confidence(view: View) -> None:
    """Claims of which the reader is less sure are left out."""
    asked = Pattern(Hole.WHO, ("leads",), (("target", "TF"),))
    assert answer(view, asked, least=0.75).values
    assert not answer(view, asked, least=0.76).values


@pytest.mark.parametrize("hole", [h for h in Hole if h is not Hole.NAME])
@pytest.mark.parametrize("part", ["actor", "target", "place", "about"])
@pytest.mark.parametrize("name", ["Tide Front", "coast guard", "market", "Dura"])
def test_nothing_is_answered_without_a_quote(hole: Hole, part: str, name: str, view: View) -> None:
    """Whatever is asked, each value has a claim with its words, which stand in the document."""
    found = answer(view, Pattern(hole, (), ((part, name),)))
    for value in (*found.values, *found.earlier, *found.planned):
        rows = (*value.claims, *value.denials)
        assert rows
        for row in rows:
            text = view.reading(row.document.reading).document.text
            assert row.quotes
            assert all(quote and quote in text for quote in row.quotes)
