"""The example reports compared: a contested toll that grows, a reprint, denials, and several names of one group.

The claims of one day are put together by hand here, so that the test holds for every way of grouping them.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tacitus.ask.disagree import Answer, Comparison, compare
from tacitus.ask.questions import Question
from tacitus.ledger.memory import MemoryStore
from tacitus.model.document import Document
from tacitus.model.incident import Incident, Telling
from tacitus.model.ontology import Status
from tacitus.read.inputs import ReadOptions, read_inputs

if TYPE_CHECKING:
    from tacitus.ledger.rows import ClaimRow
    from tacitus.pipeline import Reader

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
_VIOLENT = frozenset({"airstrike", "attack", "bombing", "killing", "shelling"})


def _rows(reader: Reader, folder: str) -> tuple[ClaimRow, ...]:
    """Return all claims of the reports in a folder of the examples, as a ledger gives them."""
    store = MemoryStore()
    with store.writer() as writer:
        for document in read_inputs([str(EXAMPLES / folder)], ReadOptions()):
            if isinstance(document, Document):
                writer.record(reader.read(document), datetime(2026, 1, 1, tzinfo=UTC))
    return store.view().claims()


def _of_day(rows: tuple[ClaimRow, ...], day: str) -> Incident:
    """Return the violence of a day, with what has no day of its own."""
    told: dict[str, list[str]] = {}
    for row in rows:
        claim = row.claim
        if claim.type in _VIOLENT and claim.status is Status.ACTUAL and (claim.time is None or claim.time.edtf == day):
            told.setdefault(row.document.id, []).append(claim.id)
    return Incident("i0000000000000001", tuple(Telling(d, tuple(ids)) for d, ids in sorted(told.items())))


def _origins(rows: tuple[ClaimRow, ...], *pairs: tuple[str, str]) -> dict[str, str]:
    """Return the origins when one outlet reprints another one's report of the day before."""
    found = {row.document.id: row.document.id for row in rows}
    for reprint, first in pairs:
        ids = [
            min((str(r.published), r.document.id) for r in rows if r.document.outlet == o)[1] for o in (reprint, first)
        ]
        found[ids[0]] = ids[1]
    return found


@pytest.fixture(scope="module")
def bridge(reader: Reader) -> Comparison:
    """Return the accounts of the bombing of the bridge, where resolution knows two spellings and an acronym."""
    rows = _rows(reader, "tirsa-bridge")
    names = {(r.document.id, e.id): set(e.names) for r in rows for e in r.entities}
    fajr = {"Jaysh al-Fajr", "Jaish al-Fajr", "JAF"}

    def same(one: tuple[str, str], other: tuple[str, str]) -> bool:
        return bool(names[one] & names[other]) or bool(names[one] & fajr and names[other] & fajr)

    return compare(_of_day(rows, "2024-03-03"), rows, same, _origins(rows, ("Tirsa Gazette", "Harbour Agency")))


@pytest.fixture(scope="module")
def market(reader: Reader) -> Comparison:
    """Return the accounts of the shelling of the market, told apart by names alone."""
    rows = _rows(reader, "mirzakh")
    return compare(_of_day(rows, "2023-05-14"), rows, None, _origins(rows, ("Karesh Courier", "Meridian Wire")))


def _asked(comparison: Comparison, question: Question) -> Answer:
    answer = comparison.answer(question)
    assert answer is not None
    return answer


def _links(answer: Answer) -> set[tuple[str, str, str]]:
    """Return how positions stand, each by its words and whether it denies; of a contradiction the lesser word first."""
    said = [f"not {p.words}" if p.certainty == "denied" else p.words for p in answer.positions]
    found = ((said[link.one], str(link.relation), said[link.other]) for link in answer.links)
    return {(min(a, b), r, max(a, b)) if r == "contradict" else (a, r, b) for a, r, b in found}


def test_31_against_20_between_two_origins(bridge: Comparison) -> None:
    """The ministry's 20 and the hospital's 31 contradict each other, each from an origin of its own."""
    answer = _asked(bridge, Question.KILLED)
    assert ("20 people", "contradict", "31") in _links(answer)
    origins = {p.words: p.origins for p in answer.positions}
    assert len(origins["31"]) == len(origins["20 people"]) == 1
    assert set(origins["31"]).isdisjoint(origins["20 people"])


def test_a_reprint_is_counted_once(bridge: Comparison) -> None:
    """Two articles have the 31, and the agency is the one origin of both."""
    position = next(p for p in _asked(bridge, Question.KILLED).positions if p.words == "31")
    assert (len(position.documents), len(position.origins)) == (2, 1)
    assert (len(bridge.documents), len(bridge.origin_ids)) == (6, 5)


def test_a_toll_that_grows_is_an_update(bridge: Comparison) -> None:
    """The hospital's 37 takes the place of its 31; it contradicts the 20 all the same."""
    links = _links(_asked(bridge, Question.KILLED))
    assert ("37", "update", "31") in links
    assert ("31", "contradict", "37") not in links
    assert ("20 people", "contradict", "37") in links


def test_the_attribution_is_denied(bridge: Comparison) -> None:
    """By a spokesman for "its fighters" and by the group's channel; that blames another one, and one does not know."""
    answer = _asked(bridge, Question.WHO)
    denial = next(p for p in answer.positions if p.certainty == "denied")
    assert [one.voice.name for one in denial.accounts] == ["spokesman for Jaysh al-Fajr", "Fajr channel"]
    links = _links(answer)
    assert ("not Jaish al-Fajr", "deny", "Jaysh al-Fajr") in links
    assert ("Eastern Guard", "contradict", "Jaysh al-Fajr") in links
    assert {("not known", "unknown", "Jaysh al-Fajr"), ("not known", "unknown", "Eastern Guard")} <= links
    assert len(links) == 4


def test_nothing_else_is_contested(bridge: Comparison) -> None:
    """Day, place and weapon are told alike, in whatever words."""
    contested = {answer.question for answer in bridge.answers if answer.is_contested}
    assert contested == {Question.WHO, Question.KILLED, Question.INJURED}


def test_the_market_has_two_perpetrators_and_two_tolls(market: Comparison) -> None:
    """The ministry against the observatory and the channel; both sides deny, and the toll of the others grows."""
    links = _links(_asked(market, Question.WHO))
    assert ("Highland Front", "contradict", "army of Orvand") in links
    assert ("not its fighters", "deny", "Highland Front") in links
    assert ("not armed forces", "deny", "army of Orvand") in links
    tolls = _links(_asked(market, Question.KILLED))
    assert ("20 people", "contradict", "at least 31") in tolls
    assert ("34 civilians, 9 children", "update", "at least 31") in tolls
    assert ("20 people", "contradict", "34 civilians, 9 children") in tolls
    assert not [answer for answer in market.answers if answer.question is Question.WHEN and answer.is_contested]


def test_a_rename_is_no_merger(reader: Reader) -> None:
    """The new name is a relation between two groups with the merger denied, and two names of a group are one."""
    rows = [row for row in _rows(reader, "tirsa-bridge") if row.document.id == "sadria-review-14"]
    told = {
        (
            row.claim.type,
            str(row.claim.certainty),
            *(row.name(str(a.value)) for a in row.claim.args if a.role != "role"),
        )
        for row in rows
    }
    assert ("successor", "stated", "National Shield", "Eastern Guard") in told
    assert ("merger", "denied", "National Shield", "Coast Brigades") in told
    group = next(e for row in rows for e in row.entities if "JAF" in e.names)
    assert set(group.names) == {"Jaysh al-Fajr", "JAF"}
