"""Lists of entities, open pairs and judgements, as `tacitus entities` prints them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import at

from tacitus.ask.grouping import Ruling
from tacitus.ask.judging import Judged
from tacitus.config import Listing, Settings
from tacitus.model.entity import EntityType
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.clusters import Cluster
from tacitus.resolve.queue import Question
from tacitus.resolve.records import Record
from tacitus.resolving import Resolved
from tacitus.terminal.deciding import (
    Sum,
    appended,
    cluster_out,
    pair_out,
    ruling_out,
    show_entities,
    show_judgements,
    show_pairs,
    told,
    watched,
)
from tacitus.terminal.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

FRONT = Cluster(
    "n0000000000000001",
    (
        Record("a", "e1", EntityType.GROUP, ("Tide Front", "TF")),
        Record("b", "e4", EntityType.FORCE, ("Tide Front",)),
        Record("b", "e5", EntityType.GROUP, ("TF",)),
    ),
)
GUARD = Cluster("n0000000000000002", (Record("c", "e1", EntityType.FORCE, ("Tidal Guard",)),))
OPEN = Judgement((FRONT.id, GUARD.id), Verdict.UNSURE, "Alike names.", "entities@1", at(0), 0.625)
PAIR = Question(FRONT, GUARD, OPEN)
RULING = Ruling(
    Judgement((FRONT.id, GUARD.id), Verdict.DIFFERENT, "Two flags.", "Ada", at(0)), ("Tide Front", "Tidal Guard")
)


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """Return what takes all that was printed so far."""
    return lambda: capsys.readouterr().out


def test_entities(printed: Callable[[], str]) -> None:
    """Name, types, number of documents and key; other names behind, where there are any."""
    show_entities([FRONT, GUARD], Listing.TABLE, Screen(Settings()))
    assert printed() == (
        "Tide Front · group, force · 2 documents · n0000000000000001\n"
        "also: TF\n"
        "Tidal Guard · force · 1 document · n0000000000000002\n"
    )


def test_pairs(printed: Callable[[], str]) -> None:
    """How likely and why, both sides, and the command that decides."""
    show_pairs([PAIR], Listing.TABLE, Screen(Settings()))
    assert printed() == (
        "Tide Front (n0000000000000001) and Tidal Guard (n0000000000000002)\n"
        "0.62 likely the same: Alike names.\n"
        "- TF, Tide Front: group, force, 2 documents\n"
        "- Tidal Guard: force, 1 document\n"
        'tacitus same n0000000000000001 n0000000000000002 --because "…" (or: tacitus different …)\n'
    )


def test_judgements(printed: Callable[[], str]) -> None:
    """What was judged, by whom, when and why."""
    show_judgements([RULING], Listing.TABLE, Screen(Settings()))
    assert printed() == (
        f"{RULING.judgement.id} · Tide Front is not Tidal Guard\nAda, 2026-03-01 12:00 UTC: Two flags.\n"
    )


def test_nothing_is_said(printed: Callable[[], str]) -> None:
    """In words for people, as an empty list for programs."""
    screen = Screen(Settings())
    show_entities([], Listing.TABLE, screen)
    show_pairs([], Listing.TABLE, screen)
    show_judgements([], Listing.TABLE, screen)
    assert printed() == "No named entities.\nNothing waits for a decision.\nNo judgements.\n"
    show_entities([], Listing.JSON, screen)
    show_pairs([], Listing.JSON, screen)
    show_judgements([], Listing.JSON, screen)
    assert printed() == "[]\n[]\n[]\n"


def test_json(printed: Callable[[], str]) -> None:
    """What is written is what the makers of values give."""
    screen = Screen(Settings())
    show_entities([FRONT, GUARD], Listing.JSON, screen)
    assert json.loads(printed()) == [cluster_out(FRONT), cluster_out(GUARD)]
    show_pairs([PAIR], Listing.JSON, screen)
    assert json.loads(printed()) == [pair_out(PAIR)]
    show_judgements([RULING], Listing.JSON, screen)
    assert json.loads(printed()) == [ruling_out(RULING)]


def test_an_entity_as_json() -> None:
    """With every record, by key, document and entity."""
    record = GUARD.records[0]
    assert cluster_out(GUARD) == {
        "id": "n0000000000000002",
        "name": "Tidal Guard",
        "types": ["force"],
        "names": ["Tidal Guard"],
        "records": [{"key": record.key, "document": "c", "entity": "e1", "names": ["Tidal Guard"]}],
    }


def test_a_pair_and_a_judgement_as_json() -> None:
    """Scores as they were reckoned; a person gives none."""
    out = pair_out(PAIR)
    assert (out["judgement"], out["score"], out["value"]) == (OPEN.id, 0.625, 0.9375)
    assert (out["one"]["id"], out["other"]["id"], out["because"]) == (FRONT.id, GUARD.id, "Alike names.")
    ruled = ruling_out(RULING)
    assert ruled["score"] is None
    assert (ruled["verdict"], ruled["recorded"]) == ("different", "2026-03-01T12:00:00+00:00")
    assert ruled["names"] == ["Tide Front", "Tidal Guard"]


@pytest.mark.parametrize(
    ("verdict", "words"), [(Verdict.SAME, "is"), (Verdict.DIFFERENT, "is not"), (Verdict.UNSURE, "may be")]
)
def test_verdicts_in_words(verdict: Verdict, words: str, printed: Callable[[], str]) -> None:
    """The same words when it is made and when it is listed."""
    made = Judgement((FRONT.id, GUARD.id), verdict, "Seen.", "Ada", at(0))
    assert f": Tide Front {words} Tidal Guard. " in told(Judged(made, ("Tide Front", "Tidal Guard")))
    show_judgements([Ruling(made, ("Tide Front", "Tidal Guard"))], Listing.TABLE, Screen(Settings()))
    assert f" · Tide Front {words} Tidal Guard\n" in printed()


def test_a_resolution_is_counted_while_it_goes_on() -> None:
    """Readings, records, and what was joined or left open."""
    found = watched([Resolved("r1", 3, (OPEN,)), Resolved("r2", 2, (RULING.judgement,))], Screen(Settings()))
    assert found == Sum(readings=2, records=5, joined=0, unsure=1)
    assert appended(found).startswith("\n5 named entities in 2 documents, 0 joined to others, 1 pair ")
    assert appended(Sum()) == ""
