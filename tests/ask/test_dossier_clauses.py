"""Claims as clauses: neutral, in the words of the report, and never surer or more exact than it."""

from __future__ import annotations

import pytest
from tests.ask.dossiers import Given, Told, held, report

from tacitus import tables
from tacitus.ask.dossier_clauses import Filled, clause, listed, render, table
from tacitus.ask.dossier_parts import Part
from tacitus.model.ontology import ROLES, Certainty, Status

_GROUPS: dict[str, Given] = {"actor": "Reed Front", "target": "North Guard"}


def told(one: Told) -> str:
    """Return the clause of a claim, as read from a ledger."""
    with held(report("one", "2024-05-01", "Wire", one)) as view:
        (row,) = view.claims()
        return "".join(part.text for part in clause(row))


@pytest.mark.parametrize(
    ("kind", "args", "words"),
    [
        ("attack", _GROUPS, "there was an attack by Reed Front on North Guard"),
        ("attack", {"place": "Salem/place"}, "there was an attack at Salem"),
        ("clash", {"actor": "Reed Front + North Guard"}, "there was a clash of Reed Front and North Guard"),
        (
            "clash",
            {"actor": "Reed Front + North Guard + RF"},
            "there was a clash of Reed Front, North Guard and RF",
        ),
        ("pledge", _GROUPS, "Reed Front pledged allegiance to North Guard"),
        ("pledge", {"actor": "Reed Front"}, "there was a pledge of allegiance by Reed Front"),
        ("formation", _GROUPS, "North Guard was founded by Reed Front"),
        ("formation", {"target": "RF + Reed Front"}, "RF and Reed Front were founded"),
        ("designation", _GROUPS, "North Guard was put on a list, sanctioned or put a reward on by Reed Front"),
        (
            "appointment",
            {"target": "Sami Orr/person", "org": "Reed Front", "role": "emir"},
            "Sami Orr was appointed as emir in Reed Front",
        ),
        ("leads", {"subject": "Sami Orr/person", "object": "RF", "ended": True}, "Sami Orr leads RF, told as over"),
        ("member", {"subject": "coast troops/force", "object": "RF"}, "coast troops belong to RF"),
        ("rival", {"subject": "RF", "object": "Reed Front"}, "RF and Reed Front are rivals"),
        ("killing", {"target": "Reed Front", "killed": 4}, "there was a killing of Reed Front, killed: 4"),
        (
            "publication",
            {"actor": "RF", "topic": "a truce"},
            "there was a statement or other publication by RF, about: a truce",
        ),
        ("leads", {"subject": "Sami Orr/person"}, "there was a claim of the type leads, subject: Sami Orr"),
    ],
)
def test_clauses(kind: str, args: dict[str, Given], words: str) -> None:
    """Who did what to whom; what is missing is left out, and nothing is put in its place."""
    text = "Reed Front, RF, North Guard, Salem, Sami Orr, coast troops: some words."
    assert told(Told(text, kind, args)) == words


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.PLANNED, "there is to be an attack by Reed Front on North Guard"),
        (Status.HYPOTHETICAL, "there could be an attack by Reed Front on North Guard"),
    ],
)
def test_what_is_not_real_is_not_told_as_real(status: Status, words: str) -> None:
    """Plans and conditions say that they are."""
    assert told(Told("Reed Front, North Guard.", "attack", _GROUPS, status=status)) == words
    pledge = told(Told("Reed Front, North Guard.", "pledge", _GROUPS, status=status))
    assert pledge.endswith("Reed Front pledged allegiance to North Guard")
    assert not pledge.startswith("Reed Front")


def test_times_are_told_as_vague_as_they_are() -> None:
    """After a number they stand apart."""
    plain = Told("Reed Front, North Guard.", "attack", _GROUPS, time="2024-05")
    assert told(plain).endswith("on North Guard in May 2024")
    counted = Told("Reed Front.", "killing", {"target": "Reed Front", "killed": 4}, time="../2020~")
    assert told(counted).endswith(", killed: 4, until about 2020")


def test_every_type_and_certainty_has_words() -> None:
    """The tables say how each of them is told, and speak of no role that the type does not have."""
    clauses = table("dossier_clauses.tsv")
    assert set(clauses) == {*ROLES, "tail"}
    for kind, roles in ROLES.items():
        filled: Filled = dict.fromkeys(roles, (("X",), False))
        assert all(list(render(pattern, filled)) for pattern in clauses[kind])
    assert set(table("dossier_verbs.tsv")) == set(Certainty)
    assert set(table("dossier_tenses.tsv")) == {Status.PLANNED, Status.HYPOTHETICAL}


def test_every_type_of_the_sections_is_one() -> None:
    """A relation has one section, and so has each event that is told outside of incidents."""
    types = [
        kind for row in tables.rows("tacitus.ask.data", "dossier_sections.tsv") for kind in "".join(row[3:]).split()
    ]
    assert len(types) == len(set(types))
    assert set(types) <= set(ROLES)
    gaps = tables.rows("tacitus.ask.data", "dossier_gaps.tsv")
    assert all(set(kinds.split()) <= set(types) for _, kinds, _, _ in gaps)


def test_names_are_parts_of_their_own() -> None:
    """So that a form can shut in one that runs to the left."""
    assert list(listed(["A", "B"])) == [Part("A", is_given=True), Part(" and "), Part("B", is_given=True)]
