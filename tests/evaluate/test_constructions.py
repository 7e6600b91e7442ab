"""How a claim is told."""

from __future__ import annotations

from typing import Any

import pytest
from tests.evaluate.conftest import TEXT, claim, document

from tacitus.evaluate.constructions import MARKS, Page, marks, page_of, source_kind
from tacitus.evaluate.papers import Paper, thing_in, told_in


def page(text: str = TEXT, title: str | None = None) -> Page:
    """Return a page of the test's entities."""
    return page_of(Paper("d1", title, text, tuple(map(thing_in, document()["entities"])), ()))


def marks_of(**changed: Any) -> set[str]:  # noqa: ANN401 - JSON
    """Return the marks of the shelling with some parts changed."""
    return set(marks(told_in(claim(**changed)), page()))


def test_a_plain_claim() -> None:
    """An event that is stated, with a day, by a verb, in the first paragraph."""
    assert marks_of() == {"event", "stated", "with a day", "told by a verb", "in the first paragraph"}


@pytest.mark.parametrize(
    ("changed", "mark"),
    [
        ({"certainty": "denied"}, "denied"),
        ({"status": "planned"}, "planned"),
        ({"source": ["e3", "e1"]}, "chain of speakers"),
        ({"time": "2023-05"}, "with another time"),
        ({"time": None}, "without a time"),
        ({"args": {"killed": [{"min": 2, "max": 2}]}}, "with a count"),
        ({"args": {"actor": ["e1", "e3"]}}, "several in one role"),
        ({"args": {"actor": ["e3"]}}, "somebody not named in its words"),
        ({"evidence": [[0, 18], [27, 34]]}, "words in several pieces"),
        ({"evidence": [[0, 18], [27, 34]]}, "told by other words"),
        ({"kind": "relation", "type": "leads", "args": {"subject": ["e3"]}}, "relation"),
    ],
)
def test_marks(changed: dict[str, Any], mark: str) -> None:
    """Each shows in the claim or its words."""
    assert mark in MARKS
    assert mark in marks_of(**changed)
    assert mark not in marks_of()


@pytest.mark.parametrize(
    ("words", "teller"),
    [
        ("The army shelled Mirzakh", "a verb"),
        ("shells that struck Mirzakh, shelling the market", "a noun"),
        ("The shelling of Mirzakh", "a noun"),
        ("Rockets on Mirzakh", "other words"),
    ],
)
def test_what_names_it(words: str, teller: str) -> None:
    """A past form is a verb's; what may be both is a noun's."""
    told = told_in(claim(evidence=[[0, len(words)]]))
    assert f"told by {teller}" in set(marks(told, page(words)))


def test_headline_and_quotation() -> None:
    """The headline is where the text begins with the title; the first paragraph comes behind it."""
    text = "Mirzakh shelled\n\nMirzakh was shelled.\n\n“Mirzakh was shelled by the army of the north,” he said."
    at = page(text, "Mirzakh shelled")
    for start, mark in ((0, "in the headline"), (17, "in the first paragraph"), (40, "in quotation marks")):
        places = {m for m in marks(told_in(claim(evidence=[[start, start + 10]])), at) if m.startswith("in ")}
        assert places == {mark}


def test_who_says_so() -> None:
    """By the type of the innermost speaker."""
    kinds = [source_kind(told_in(claim(source=source)), page()) for source in ([], ["e1"], ["e3", "e1"], ["e99"])]
    assert kinds == ["own voice", "group", "person", "?"]
