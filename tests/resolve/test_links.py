"""How likely two accounts tell one happening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import exp, isclose
from typing import TYPE_CHECKING

from tacitus.model.document import Document, sha256_of
from tacitus.resolve.happenings import happenings
from tacitus.resolve.links import BIAS, likeness

if TYPE_CHECKING:
    from tacitus.pipeline import Reader
    from tacitus.resolve.happening import Happening

ONE = """\
Car bomb kills nine at market in Velimir

A car bomb killed nine people and wounded 31 at a vegetable market in Velimir on Wednesday, the police of Orlia said.
"""
TWO = """\
Nine dead in Velimir market blast

VELIMIR - At least nine people died when a car packed with explosives blew up beside a vegetable market in the Orlian
town of Velimir, police said on Wednesday. Thirty-one others were injured.
"""
ELSEWHERE = """\
Rebels take bridge near Karabash

Rebels of the Northern Front captured a bridge over the Tarn near Karabash after two days of fighting, a commander said.
"""


def lead(reader: Reader, name: str, text: str, day: date | None = date(2024, 5, 9)) -> Happening:
    """Return the main news of a text."""
    document = Document(name, text, sha256_of(text.encode()), published=day)
    return next(h for h in happenings(reader.read(document)) if h.is_lead)


def test_two_accounts_of_one_bomb_are_alike(reader: Reader) -> None:
    """Other words, one market; a bridge elsewhere is something else."""
    one, two, three = lead(reader, "a", ONE), lead(reader, "b", TWO), lead(reader, "c", ELSEWHERE)
    assert likeness(one, two).score > 0.5
    assert likeness(one, three).score < 0.05


def test_likeness_is_the_same_both_ways(reader: Reader) -> None:
    """Neither account comes first."""
    one, two = lead(reader, "a", ONE), lead(reader, "b", TWO)
    assert likeness(one, two) == likeness(two, one)


def test_the_features_explain_the_score(reader: Reader) -> None:
    """Bias and features sum up to the log odds of the score; what does not hold is not told."""
    found = likeness(lead(reader, "a", ONE), lead(reader, "b", TWO))
    odds = found.features[0].weight + sum(f.value * f.weight for f in found.features[1:])
    assert found.features[0].name == BIAS
    assert isclose(found.score, 1 / (1 + exp(-odds)), abs_tol=1e-6)
    assert all(f.value for f in found.features)
    assert "lead" in {f.name for f in found.features}


def test_months_between_reports_speak_against_one_happening(reader: Reader) -> None:
    """The same words a year later tell of another bomb."""
    one, later = lead(reader, "a", ONE), lead(reader, "b", TWO, date(2025, 5, 8))
    assert likeness(one, later).score < likeness(one, lead(reader, "b", TWO)).score / 2


def test_other_places_and_tolls_speak_against(reader: Reader) -> None:
    """A wholly different toll is less like than the same one."""
    one, two = lead(reader, "a", ONE), lead(reader, "b", TWO)
    other = replace(two, killed=(80, 80), counts=(80,))
    assert likeness(one, other).score < likeness(one, two).score


def test_one_document_has_told_its_happenings_apart(reader: Reader) -> None:
    """Two happenings of a document are never one, and it says why."""
    one = lead(reader, "a", ONE)
    found = likeness(one, replace(one, id="h0"))
    assert found.score == 0
    assert "document" in found.features[0].name
