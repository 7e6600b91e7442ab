"""The example reports from end to end: read, resolved, grouped, compared."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tacitus.ask.incidents import compared, incidents
from tacitus.ask.questions import Question
from tacitus.ask.sameness import Sameness
from tacitus.config import Listing, Settings
from tacitus.ledger.memory import MemoryStore
from tacitus.model.document import Document
from tacitus.read.inputs import ReadOptions, read_inputs
from tacitus.resolving import resolve
from tacitus.terminal.accounts import show_comparison
from tacitus.terminal.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.contract import View
    from tacitus.pipeline import Reader

FOLDER = Path(__file__).parent.parent.parent / "examples" / "tirsa-bridge"
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def view(reader: Reader) -> Iterator[View]:
    """Return a ledger with the reports on the bridge, read and resolved."""
    minutes = count()
    with closing(MemoryStore()) as store:
        with store.writer() as writer:
            for document in read_inputs([str(FOLDER)], ReadOptions()):
                assert isinstance(document, Document)
                writer.record(reader.read(document), NOON + timedelta(minutes=next(minutes)))
        list(resolve(store, lambda: NOON + timedelta(minutes=next(minutes))))
        yield store.view()


def test_the_bombing_is_one_incident(view: View) -> None:
    """Six of the eight reports tell of it, from four origins: the agency reports twice. The convoy is another one."""
    told = {found.incident.documents: found for found in incidents(view)}
    bombing = next(found for found in told.values() if found.types[0] == "bombing")
    assert len(bombing.documents) == 6
    assert bombing.origin_count == 4
    assert ("fajr-channel-93",) in told


def test_its_accounts_are_told_apart(view: View) -> None:
    """31 against 20, 37 as an update, one origin of a reprint, a denied attribution."""
    bombing = next(found for found in incidents(view) if found.types[0] == "bombing")
    found = compared(view, bombing.incident.id)
    killed, who = found.answer(Question.KILLED), found.answer(Question.WHO)
    assert killed is not None
    assert who is not None
    origins = {p.words: (len(p.documents), len(p.origins)) for p in killed.positions}
    assert origins == {"31": (2, 1), "20 people": (1, 1), "37": (2, 2)}
    tolls = [p.words for p in killed.positions]
    links = {(str(x.relation), frozenset((tolls[x.one], tolls[x.other]))) for x in killed.links}
    assert links == {
        ("contradict", frozenset(("31", "20 people"))),
        ("contradict", frozenset(("37", "20 people"))),
        ("update", frozenset(("37", "31"))),
    }
    named = [p.words for p in who.positions]
    denials = {(named[x.one], named[x.other]) for x in who.links if x.relation == "deny"}
    assert denials == {("Jaish al-Fajr", "Jaysh al-Fajr")}
    assert {answer.question for answer in found.answers if answer.is_contested} == {
        Question.WHO,
        Question.KILLED,
        Question.INJURED,
    }


def test_what_the_docs_show_is_what_is_printed(view: View, capsys: pytest.CaptureFixture[str]) -> None:
    """The two questions in `docs/incidents.md` are answered there as the command answers them."""
    bombing = next(found for found in incidents(view) if found.types[0] == "bombing")
    show_comparison(compared(view, bombing.incident.id), Listing.TABLE, Screen(Settings(width=100)))
    printed = capsys.readouterr().out
    page = (FOLDER.parent.parent / "docs" / "incidents.md").read_text(encoding="utf-8")
    shown = page.split("```\n")[1].split("\n\n")
    assert len(shown) == 2
    for block in shown:
        assert block.strip() in printed


def test_three_names_are_one_group_and_a_rename_is_none(view: View) -> None:
    """Two spellings and the acronym lead to one; the Eastern Guard and the National Shield stay two."""
    clusters = [{name for record in c.records for name in record.names} for c in Sameness(view).every()]
    fajr = [names for names in clusters if names & {"Jaysh al-Fajr", "Jaish al-Fajr", "JAF"}]
    assert len(fajr) == 1
    assert {"Jaysh al-Fajr", "Jaish al-Fajr", "JAF"} <= fajr[0]
    assert not [names for names in clusters if {"Eastern Guard", "National Shield"} <= names]
    assert not [names for names in clusters if {"Coast Brigades", "National Shield"} <= names]
