"""What stands in a dossier, over five invented reports: names, leaders, incidents, disputes, what nobody tells."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ask.dossiers import HEAD, Given, Told, held, made, report, section, texts
from tests.ask.reeds import EVERY, LATE, REPRINT, WIRE
from tests.ledger.samples import at, readings

from tacitus.ask.dossier import Asked, dossier
from tacitus.ask.dossier_privacy import PrivatePersonError
from tacitus.ledger.errors import NotRecordedError
from tacitus.ledger.memory import MemoryStore
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty

if TYPE_CHECKING:
    from tacitus.ask.dossier_parts import Dossier
    from tacitus.ledger.contract import View

DATED = EVERY[:4]


@pytest.fixture(scope="module")
def reeds() -> Dossier:
    """Return the dossier on the Reed Front from all reports with a day."""
    return made(DATED, "Reed Front")


def check(found: Dossier, view: View) -> None:
    """Hold each sentence to footnotes, and each footnote to words that stand in its report where it says."""
    known = {note.number: note for note in found.footnotes}
    assert [note.number for note in found.footnotes] == list(range(1, len(known) + 1))
    for sentence in found.sentences():
        assert sentence.notes
        assert set(sentence.notes) <= known.keys()
    for note in found.footnotes:
        document = view.reading(note.document.reading).document
        assert note.quotes
        assert [span.of(document.text) for span in note.spans] == list(note.quotes)
        assert note.document.sha256 == document.sha256


def test_names_with_those_who_use_them(reeds: Dossier) -> None:
    """Each name with outlets, number of reports, first and last day; its footnotes hold the name."""
    first, second, alias = section(reeds, "names").items
    assert first.sentence.text == (
        "Harbour Wire, Dura Courier, Reed channel and Delta Review use the name “Reed Front” "
        "(4 documents, first on 4 March 2024, last on 1 April 2024)."
    )
    assert second.sentence.text == "Reed channel uses the name “RF” (1 document, first on 6 March 2024)."
    assert alias.sentence.text == "Reed channel (6 March 2024) reports that Reed Front is also called RF."
    notes = [reeds.footnotes[number - 1] for number in first.sentence.notes]
    assert [note.document.id for note in notes] == ["wire", "review"]
    assert all("Reed Front" in note.quotes[0] for note in notes)


def test_leaders_over_time(reeds: Dossier) -> None:
    """Each with its own time and source; the one who left is told as past."""
    assert texts(reeds, "leadership") == [
        "Delta Review (1 April 2024) reports that Sami Orr leads Reed Front as commander since 2020.",
        "Harbour Wire (4 March 2024) reports that Omar Tal leads Reed Front until 2020, told as over.",
    ]
    assert [item.sentence.is_ended for item in section(reeds, "leadership").items] == [False, True]


def test_a_denial_stands_beside_what_it_denies(reeds: Dossier) -> None:
    """In the section, and once more among the disputes."""
    (item,) = section(reeds, "affiliation").items
    (denial,) = item.beside
    assert item.sentence.text.startswith("Delta Review (1 April 2024) reports that Reed Front is part of")
    assert denial.text.startswith("Reed channel (6 March 2024) denies that Reed Front is part of")
    assert denial.certainty is Certainty.DENIED
    assert denial.text in texts(reeds, "disputes")


def test_an_incident_tells_its_origins_and_tolls(reeds: Dossier) -> None:
    """A reprint is an article and no origin; each toll has its taker and how it stands to the others."""
    (item,) = section(reeds, "incidents").items
    assert item.sentence.text.startswith(
        "4 articles, 3 origins tell of what they call a bombing at Dura on 3 March 2024"
    )
    assert len(item.sentence.notes) == 4
    told = [one.text for one in item.beside if not one.rank]
    assert told[0] == (
        "Interior Ministry says that there was a bombing by Reed Front of market at Dura on 3 March 2024; "
        "reported by Harbour Wire (4 March 2024) and Dura Courier (5 March 2024); 2 articles, 1 origin."
    )
    assert told[1].startswith("Reed channel (6 March 2024) denies that there was a bombing by Reed Front")
    tolls = {one.rank: one.text for one in item.beside if one.rank}
    assert tolls["A"].startswith("How many were killed? 12 — so Dura hospital, in Harbour Wire and Dura Courier")
    assert tolls["A"].endswith("(2 articles, 1 origin); is updated by B.")
    assert tolls["B"].startswith("How many were killed? 20 — so Delta Review")


def test_contested_questions_are_disputes(reeds: Dossier) -> None:
    """With all positions, and no word of ours on who is right."""
    item = section(reeds, "disputes").items[0]
    assert item.sentence.text.startswith("Who did it? Accounts differ on")
    assert [one.rank for one in item.beside] == ["A", "B"]
    assert item.beside[0].text.endswith("is denied by B.")
    assert item.beside[1].text.startswith("not Reed Front — so Reed channel")


def test_what_is_not_known_and_what_nobody_tells(reeds: Dossier) -> None:
    """The first is a quote; the second is absence: no footnote, and gone as soon as a report tells it."""
    unknowns = section(reeds, "unknowns")
    (item,) = unknowns.items
    assert item.sentence.text == (
        "Delta Review (1 April 2024) reports that this is not known or not disclosed: "
        "“It is not known who pays the Reed Front.”"
    )
    assert "No report used here tells where it is based or active." in unknowns.gaps
    assert not any("names a leader" in gap or "belongs to" in gap for gap in unknowns.gaps)
    more = section(made(EVERY, "Reed Front"), "unknowns").gaps
    assert set(unknowns.gaps) - set(more) == {"No report used here tells where it is based or active."}


def test_a_denial_fills_no_gap() -> None:
    """Who only hears that somebody does not lead it still knows no leader."""
    words = "Sami Orr does not lead the Reed Front."
    args: dict[str, Given] = {"subject": "Sami Orr/person", "object": "Reed Front"}
    one = report("one", "2024-01-01", "Wire", Told(words, "leads", args, certainty=Certainty.DENIED))
    assert "No report used here names a leader." in section(made([one], "Reed Front"), "unknowns").gaps


def test_every_sentence_stands_on_words_of_its_report() -> None:
    """Over all the reports: footnotes, spans and hashes agree with the ledger."""
    with held(*EVERY) as view:
        for name in ("Reed Front", "Dura", "Delta League", "Sami Orr"):
            check(dossier(view, name, Asked(HEAD)), view)


@settings(max_examples=60)
@given(st.lists(readings(), min_size=1, max_size=3))
def test_every_sentence_stands_on_words_whatever_is_read(drawn: list[object]) -> None:
    """Over drawn readings: no claim breaks a dossier, and nothing is said without its words."""
    with closing(MemoryStore()) as store:
        with store.writer() as writer:
            for minute, reading in enumerate(drawn):
                writer.record(reading, at(minute))  # type: ignore[arg-type]
        view = store.view()
        for name in view.names()[:3]:
            try:
                found = dossier(view, name, Asked(HEAD))
            except (NotRecordedError, PrivatePersonError):
                continue
            check(found, view)


def test_private_persons_have_no_dossier() -> None:
    """Neither unnamed people nor a person without an office; who leads a group has one."""
    killed = Told("A shell killed Mina Dell.", "killing", {"target": "Mina Dell/person"})
    crowd = Told("Fishers of Salem fled.", "displacement", {"target": "Fishers of Salem/people"})
    readings = (report("one", "2024-01-01", "Wire", killed, crowd), *EVERY)
    for name in ("Mina Dell", "Fishers of Salem"):
        with pytest.raises(PrivatePersonError, match="no report here names an office"):
            made(readings, name)
    found = made(readings, "Sami Orr")
    assert found.types == (EntityType.PERSON,)
    assert "Sami Orr leads Reed Front as commander since 2020" in texts(found, "leadership")[0]


def test_what_it_says_itself() -> None:
    """Its statements on others stand apart from what is said of it."""
    words = "The Delta League raided Salem, the Reed Front said."
    claim = Told(words, "attack", {"actor": "Delta League", "place": "Salem/place"}, "Reed Front")
    found = made((WIRE, report("two", "2024-05-01", "Wire", claim)), "Reed Front")
    assert texts(found, "own") == [
        "Reed Front says that there was an attack by Delta League at Salem; reported by Wire (1 May 2024)."
    ]


def test_no_denial_is_lost() -> None:
    """One that denies what nobody asserts stands in the incident, in its own words, or among the disputes."""
    bombing = Told(
        "The Reed Front did not raid Dura.",
        "attack",
        {"actor": "Reed Front", "place": "Dura/place"},
        time="2024-03-03",
        certainty=Certainty.DENIED,
    )
    other = Told(
        "The Delta League did not raid Salem, the Reed Front said.",
        "attack",
        {"actor": "Delta League", "place": "Salem/place"},
        "Reed Front",
        certainty=Certainty.DENIED,
    )
    tie = Told(
        "The Reed Front is no part of the Gulf League.",
        "affiliate",
        {"subject": "Reed Front", "object": "Gulf League"},
        certainty=Certainty.DENIED,
    )
    found = made((WIRE, report("two", "2024-03-06", "Post", bombing, other, tie)), "Reed Front")
    assert any(
        "Post (6 March 2024) denies that there was an attack by Reed Front" in t for t in texts(found, "incidents")
    )
    assert "Reed Front denies that there was an attack by Delta League at Salem" in texts(found, "own")[0]
    assert "denies that Reed Front is part of or linked to Gulf League" in texts(found, "disputes")[-1]


def test_deeds_of_its_people_are_its_incidents() -> None:
    """An attack by "fighters of the Reed Front" is an incident of it, by the same report."""
    words = "Fighters of the Reed Front attacked a convoy at Salem."
    one = report(
        "one",
        "2024-05-01",
        "Wire",
        Told(words, "attack", {"actor": "Fighters of the Reed Front/people", "target": "convoy/thing"}),
        Told(
            "Fighters of the Reed Front",
            "member",
            {"subject": "Fighters of the Reed Front/people", "object": "Reed Front"},
        ),
    )
    found = made([one], "Reed Front")
    assert "there was an attack by Fighters of the Reed Front on convoy" in texts(found, "incidents")[1]
    assert not any(s.key == "affiliation" for s in found.sections)  # words that only describe somebody tell nothing


def test_what_it_was_made_from(reeds: Dossier) -> None:
    """Head, version, and how many claims and reports it stands on."""
    assert reeds.basis.head == HEAD
    assert reeds.basis.version == "0"
    assert reeds.basis.documents == len({note.document.id for note in reeds.footnotes}) == 4
    assert reeds.basis.claims == len({note.claim for note in reeds.footnotes if note.claim})
    assert made([LATE, REPRINT], "Reed Front").basis.documents == 2
