"""The happenings of one document: claims that go together, and those that do not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tacitus.model.claim import Argument, Claim
from tacitus.model.document import Document, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.ontology import Status
from tacitus.model.reading import Reading
from tacitus.model.span import Span
from tacitus.model.when import When
from tacitus.model.where import Candidate, Point, Where
from tacitus.resolve.strands import is_trend, strands

#: Name → latitude; all lie on one meridian, where a degree is 111 kilometres.
_TOWNS = {"Velimir": 10.0, "Old Velimir": 10.1, "Karabash": 12.0}


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence and the claim in it.

    Attributes:
        type: Of the claim.
        actor: Name of who did it; "" for none.
        place: A name of `_TOWNS` or another one; "" for none.
        time: EDTF; "" for none.
        words: The sentence.
        status: Real, planned or conditional.
    """

    type: str
    actor: str = ""
    place: str = ""
    time: str = ""
    words: str = "It was told so."
    status: Status = Status.ACTUAL


def _entity(name: str) -> Entity:
    if name not in _TOWNS:
        return Entity(name, EntityType.GROUP if "Front" in name else EntityType.PLACE, (name,))
    found = Candidate(f"own:{name}", name, "town", "XA", 0.9, Point(_TOWNS[name], 20.0, 2000.0))
    return Entity(name, EntityType.PLACE, (name,), where=Where(name, candidates=(found,)))


def _read(*told: Told) -> tuple[Reading, list[Span]]:
    """Return the reading of a document of these sentences, and where they stand; the claims are numbered from "c0"."""
    text, spans, claims = "", list[Span](), list[Claim]()
    for n, one in enumerate(told):
        span = Span(len(text), len(text) + len(one.words))
        text += one.words + " "
        spans.append(span)
        args = tuple(Argument(role, value) for role, value in (("actor", one.actor), ("place", one.place)) if value)
        time = When(one.time) if one.time else None
        claims.append(Claim(f"c{n}", one.type, args, (span,), time, status=one.status))
    names = dict.fromkeys(name for one in told for name in (one.actor, one.place) if name)
    document = Document("d1", text, sha256_of(text.encode()))
    return Reading(document, tuple(map(_entity, names)), tuple(claims)), spans


def _groups(*told: Told) -> list[str]:
    """Return the strands as the numbers of their claims: "0 2" and "1"."""
    return [" ".join(c.id[1:] for c in strand.claims) for strand in strands(*_read(*told))]


_AWAY = Told("talks", words="Talks went on.")


@pytest.mark.parametrize(
    ("told", "groups"),
    [
        ((Told("airstrike"), Told("killing")), ["0 1"]),
        ((Told("airstrike"), Told("arrest")), ["0", "1"]),
        ((Told("airstrike"), _AWAY, Told("airstrike")), ["0", "1", "2"]),
        ((Told("airstrike", "Tide Front"), _AWAY, Told("airstrike", "Tide Front")), ["0 2", "1"]),
        ((Told("airstrike", "Tide Front"), _AWAY, Told("airstrike", "Bay Front")), ["0", "1", "2"]),
        ((Told("attack", time="2024-05-03"), Told("killing", time="2024-05-03")), ["0 1"]),
        ((Told("attack", time="2024-05-03"), Told("killing", time="2024-05-05")), ["0", "1"]),
        ((Told("attack", time="2024-05-03"), Told("killing", time="2024-05")), ["0 1"]),
        ((Told("attack", time="2024-05-03"), Told("killing")), ["0 1"]),
        ((Told("attack", place="Velimir"), Told("killing", place="Karabash")), ["0", "1"]),
        ((Told("attack", place="Velimir"), Told("killing", place="Old Velimir")), ["0 1"]),
        ((Told("attack", place="Velimir"), Told("killing", place="the square")), ["0 1"]),
        ((Told("attack", time="2024-05-03"), _AWAY, Told("killing", time="2024-05-03")), ["0 2", "1"]),
    ],
)
def test_what_goes_together(told: tuple[Told, ...], groups: list[str]) -> None:
    """Near types that stand side by side or share who or when; other days and far places part them."""
    assert _groups(*told) == groups


def test_the_strand_that_shares_most_is_joined() -> None:
    """Two attacks beside it: the one by the same group counts more than the nearer one."""
    told = (Told("attack", "Tide Front"), Told("attack", "Bay Front", time="2024-05-03"), Told("killing", "Tide Front"))
    apart = (told[0], Told("talks"), Told("talks"), told[1], told[2])
    assert _groups(*apart)[0] == "0 4"


def test_of_two_alike_the_first_is_joined() -> None:
    """Nothing but the order tells them apart, and the order of the text decides."""
    first, second = Told("attack", "Tide Front", time="2024-05-01"), Told("attack", "Tide Front", time="2024-05-05")
    assert _groups(first, second, _AWAY, _AWAY, Told("attack", "Tide Front"))[0] == "0 4"


def test_each_claim_stands_in_one_strand() -> None:
    """Nothing is lost and nothing told twice."""
    told = [Told(kind, actor) for kind in ("attack", "arrest", "talks") for actor in ("Tide Front", "Bay Front", "")]
    every = [n for group in _groups(*told) for n in group.split()]
    assert sorted(every, key=int) == [str(n) for n in range(len(told))]


def test_words_are_no_happening_beside_deeds() -> None:
    """A statement on an attack is none of its own; where there is nothing else it is the happening."""
    assert _groups(Told("publication"), Told("attack"), Told("threat")) == ["1"]
    assert _groups(Told("publication"), Told("threat")) == ["0 1"]


def test_what_might_happen_is_left_out() -> None:
    """A condition is no event; a plan is one."""
    condition, plan = (Told("attack", status=s) for s in (Status.HYPOTHETICAL, Status.PLANNED))
    assert _groups(condition, Told("talks")) == ["1"]
    assert _groups(plan, Told("talks")) == ["0", "1"]


def test_a_document_without_claims_has_none() -> None:
    """Nothing is invented."""
    assert _groups() == []


def test_a_sum_stands_apart_from_the_single_action() -> None:
    """What is the third strike since June is none of Monday's, though both stand side by side."""
    told = Told("airstrike", "Tide Front"), Told("airstrike", "Tide Front", words="It was the third strike since June.")
    found = strands(*_read(*told))
    assert [s.is_trend for s in found] == [False, True]
    assert [s.sentences for s in found] == [{0}, {1}]


def test_without_sentences_nothing_sums_up_by_words() -> None:
    """All evidence counts as standing in one place then."""
    reading, _ = _read(Told("airstrike", words="It was the third strike since June."), Told("killing"))
    (strand,) = strands(reading, [])
    assert not strand.is_trend
    assert [c.id for c in strand.claims] == ["c0", "c1"]


@pytest.mark.parametrize(
    ("time", "words", "expected"),
    [
        ("", "Guns fired at dawn.", False),
        ("2024-05-03", "Guns fired at dawn.", False),
        ("2024", "Guns fired at dawn.", False),
        ("2024-05-01/2024-05-11", "Guns fired at dawn.", False),
        ("2024-05-01/2024-05-12", "Guns fired at dawn.", True),
        ("2024-05-01/..", "Guns fired at dawn.", True),
        ("../2024-05-01", "Guns fired at dawn.", True),
        ("XXXX-05-01", "Guns fired at dawn.", False),
        ("2024-05-03", "Guns fired REPEATEDLY.", True),
        ("", "A wave of raids went over the valley.", True),
        ("", "Guns fired since noon.", False),
    ],
)
def test_what_sums_up(time: str, words: str, *, expected: bool) -> None:
    """A stretch of more than ten days, an open one, or words of sums in whatever case."""
    claim = Claim("c1", "attack", (), (Span(0, 4),), When(time) if time else None)
    assert is_trend(claim, [words]) is expected
