"""Claims: what the contract lets through, and the content hash."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.errors import InvalidValueError
from tacitus.model.claim import Argument, Claim, Value, claim_id
from tacitus.model.count import Count
from tacitus.model.ontology import COUNT_ROLES, FLAG_ROLES, ROLES, Certainty, Kind, Status
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.when import When

SHA = "0" * 64
NAMES = {"e1": "Army of Ruritania", "e2": "Strelsau", "e3": "Zenda Front", "e4": "villagers"}
RAID = Claim(
    id="",
    type="attack",
    args=(Argument("actor", "e1"), Argument("target", "e2"), Argument("killed", Count(2, None, "e4", "several"))),
    evidence=(Span(0, 10), Span(20, 30)),
    time=When("2021-05"),
    source=SourceChain(("e3",)),
)


def value_for(role: str) -> Value:
    """Return a value of the kind that a role takes."""
    return Count(1, 1) if role in COUNT_ROLES else True if role in FLAG_ROLES else "e1"


@pytest.mark.parametrize("name", ROLES)
def test_every_role_of_every_type_can_be_filled(name: str) -> None:
    """A claim with all its roles stands, and tells its kind."""
    args = tuple(Argument(role, value_for(role)) for role in ROLES[name])
    claim = Claim("", name, args, (Span(0, 1),))
    assert claim.kind is (Kind.RELATION if "subject" in ROLES[name] else Kind.EVENT)
    assert all(claim.values(role) == (value_for(role),) for role in ROLES[name])


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"type": "earthquake"}, "'earthquake' is no claim type. Allowed: airstrike, "),
        ({"evidence": ()}, "at least one span of evidence"),
        ({"args": (Argument("subject", "e1"),)}, "'subject' is no role of attack. Allowed: actor, target, place"),
        ({"args": (Argument("killed", "e1"),)}, "'e1' is no value of killed. Allowed: a Count"),
        ({"args": (Argument("actor", Count(1, 1)),)}, "no value of actor. Allowed: a str"),
    ],
)
def test_what_breaks_the_contract_is_refused(change: dict[str, Any], why: str) -> None:
    """The message names what was given and what is allowed."""
    with pytest.raises(InvalidValueError, match=why):
        replace(RAID, **change)


def test_an_end_is_a_flag() -> None:
    """`ended` is true or absent, never a word."""
    with pytest.raises(InvalidValueError, match="value of ended"):
        Claim("", "leads", (Argument("ended", "yes"),), (Span(0, 1),))


def test_values_and_entities_come_in_order() -> None:
    """Each entity once: those of the arguments, of the counts, then the speakers; words and counts are none."""
    args = (*RAID.args, Argument("actor", "e3"))
    claim = replace(RAID, args=args, source=SourceChain(("e1", "e5")))
    assert claim.values("actor") == ("e1", "e3")
    assert claim.values("injured") == ()
    assert claim.entities() == ("e1", "e2", "e4", "e3", "e5")
    talk = Claim("", "talks", (Argument("actor", "e1"), Argument("topic", "a truce")), (Span(0, 1),))
    assert talk.entities() == ("e1",)


def test_the_content_hash_is_fixed() -> None:
    """Ledgers keep ids for years: the hash of given content never changes."""
    assert claim_id(SHA, RAID, NAMES) == "cdc997d709ea09be1"


@pytest.mark.parametrize(("time", "anchor"), [(When("2021-05-09"), "guess"), (None, "story")])
def test_a_time_is_reckoned_from_something_known(time: When | None, anchor: str) -> None:
    """And where there is no time nothing was reckoned."""
    with pytest.raises(InvalidValueError, match="anchor of a time"):
        replace(RAID, time=time, anchor=anchor)


@pytest.mark.parametrize(
    "change",
    [
        {"type": "killing"},
        {"args": RAID.args[:2]},
        {"args": (RAID.args[1], RAID.args[0], RAID.args[2])},
        {"args": (*RAID.args[:2], Argument("killed", Count(3, None, "e4")))},
        {"args": (*RAID.args[:2], Argument("killed", Count(2, None)))},
        {"time": None},
        {"time": When("2021-05~")},
        {"source": SourceChain()},
        {"certainty": Certainty.ALLEGED},
        {"status": Status.PLANNED},
        {"evidence": (Span(0, 10),)},
        {"evidence": (Span(0, 30),)},
    ],
)
def test_what_a_claim_says_is_in_its_id(change: dict[str, Any]) -> None:
    """Any other type, role, time, speaker, certainty, status or evidence is another claim."""
    assert claim_id(SHA, replace(RAID, **change), NAMES) != claim_id(SHA, RAID, NAMES)


def test_how_a_claim_was_read_is_not_in_its_id() -> None:
    """Its own id, confidence, maker, anchor and the words of a count do not matter; document and names do."""
    read = replace(RAID, id="c1", confidence=0.9, made_by="events@7", anchor="story")
    worded = replace(RAID, args=(*RAID.args[:2], Argument("killed", Count(2, None, "e4", "a number of"))))
    assert claim_id(SHA, read, NAMES) == claim_id(SHA, worded, NAMES) == claim_id(SHA, RAID, NAMES)
    assert claim_id("1" * 64, RAID, NAMES) != claim_id(SHA, RAID, NAMES)
    assert claim_id(SHA, RAID, NAMES | {"e1": "Ruritanian army"}) != claim_id(SHA, RAID, NAMES)


@given(st.permutations(["e1", "e2", "e3", "e4"]))
def test_entities_enter_by_name_not_by_number(numbers: list[str]) -> None:
    """The same words read the same way give the same id, whatever numbers the entities got."""
    new = dict(zip(NAMES, numbers, strict=True))
    args = (
        Argument("actor", new["e1"]),
        Argument("target", new["e2"]),
        Argument("killed", Count(2, None, new["e4"])),
    )
    claim = replace(RAID, args=args, source=SourceChain((new["e3"],)))
    assert claim_id(SHA, claim, {new[e]: name for e, name in NAMES.items()}) == claim_id(SHA, RAID, NAMES)


@given(st.text(max_size=20))
def test_any_name_can_be_hashed(name: str) -> None:
    """Lone surrogates and other odd characters are no obstacle."""
    made = claim_id(SHA, RAID, NAMES | {"e1": name + "\ud800"})
    assert len(made) == 17
    assert made.startswith("c")
