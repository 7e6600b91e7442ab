"""The questions with expected answers are well-formed, and what they expect stands in the reports."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.ask.gold import (
    BLIND,
    DEV,
    EMPTY,
    KINDS,
    NAMES,
    VERDICTS,
    Asked,
    Expected,
    Given,
    count_range,
    is_same,
    load,
    missing,
    unsupported,
)

from tacitus.model.when import When
from tacitus.resolve.fold import fold

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
REPORTS = [p for p in sorted(EXAMPLES.rglob("*.*")) if p.parent != EXAMPLES]
WORDS = fold(" ".join(re.sub(r"<[^>]+>", " ", p.read_text(encoding="utf-8")) for p in REPORTS))
KEYS = {"id", "question", "as_of", "kind", "expected", "allowed", "note"}
#: Values of `happened`: types of claims, not words of the reports.
TYPES = {"capture", "attack"}


def _all() -> list[Asked]:
    return [*load(DEV), *load(BLIND)]


@pytest.mark.parametrize("path", [DEV, BLIND], ids=lambda path: path.stem)
def test_each_line_has_the_keys_of_the_format(path: Path) -> None:
    """No key is missing and none is made up; an expected answer has its four."""
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        assert set(entry) == KEYS
        assert all(set(e) == {"value", "also", "by", "denied"} for e in entry["expected"])


def test_ids_and_questions_are_unique() -> None:
    """An id names one question; the same words are asked twice only as of different days."""
    assert not [i for i, n in Counter(a.id for a in _all()).items() if n > 1]
    assert not [q for q, n in Counter((a.question, a.as_of) for a in _all()).items() if n > 1]


def test_there_are_enough_of_each() -> None:
    """At least 40 in each file, 30 with a day, and every kind in both files but the rare ones."""
    assert len(load(DEV)) >= 40
    assert len(load(BLIND)) >= 40
    assert sum(a.as_of is not None for a in _all()) >= 30
    assert {a.kind for a in _all()} == KINDS
    assert len({a.kind for a in load(DEV)} & {a.kind for a in load(BLIND)}) >= len(KINDS) - 3


@pytest.mark.parametrize("asked", _all(), ids=lambda asked: asked.id)
def test_values_fit_the_kind(asked: Asked) -> None:
    """Counts are counts, times are EDTF, verdicts are verdicts, and what is empty expects nothing."""
    assert asked.kind in KINDS
    assert asked.note
    values = [w for e in asked.expected for w in e.wordings]
    if asked.kind in EMPTY:
        assert not values
        assert not asked.allowed
    if asked.kind == "how many":
        assert all(count_range(e.wordings[0]) for e in asked.expected)
    if asked.kind == "when":
        assert all(When(value).edtf == value for value in [*values, *asked.allowed])
    if asked.kind == "yes-no":
        assert set(values) <= VERDICTS
    if asked.kind == "happened":
        assert asked.expected[0].wordings[0] in TYPES


@pytest.mark.parametrize("asked", _all(), ids=lambda asked: asked.id)
def test_what_is_expected_stands_in_the_reports(asked: Asked) -> None:
    """Of each expected name, number and speaker some wording is in the text of a report, and the notes name files."""
    for expected in asked.expected:
        if asked.kind in NAMES - {"happened"}:
            assert any(_stands(wording) for wording in expected.wordings), expected
        assert not expected.by or any(_stands(who) for who in expected.by), expected
    named = re.findall(r"[\w-]+\.(?:txt|html|md|jsonl)", asked.note)
    assert set(named) <= {path.name for path in REPORTS}
    if asked.expected:
        assert any(asked.note.startswith(folder) for folder in ("mirzakh", "bakhmut", "tirsa-bridge"))


@pytest.mark.parametrize("asked", [a for a in _all() if a.kind not in EMPTY], ids=lambda asked: asked.id)
def test_the_expected_answers_are_right_and_others_are_not(asked: Asked) -> None:
    """Who answers what is expected misses nothing; who answers nothing misses all; a made-up value is unsupported."""
    right = [Given((e.wordings[0],), e.by[:1], denied=e.denied) for e in asked.expected]
    assert not missing(asked, right)
    assert not unsupported(asked, right)
    assert missing(asked, []) == asked.expected
    made_up = {"how many": "777", "when": "1901"}.get(asked.kind, "Nobody's Army")
    assert unsupported(asked, [Given((made_up,))])


def test_a_denial_is_not_the_answer_that_it_denies() -> None:
    """Neither does it fulfil what is expected, nor is it supported where only the answer is."""
    asked = Asked(
        "x", "Who?", date(2024, 3, 4), "who", (Expected(("Reed Front",), ("ministry",), denied=False),), (), "n"
    )
    assert missing(asked, [Given(("Reed Front",), ("ministry",), denied=True)])
    assert unsupported(asked, [Given(("Reed Front",), ("ministry",), denied=True)])
    assert missing(asked, [Given(("Reed Front",), ("hospital",))])
    assert not unsupported(asked, [Given(("Reed Front",), ("hospital",))])


def test_what_may_be_denied_is_not_so_allowed() -> None:
    """`not X` lets a denial of X pass, and X only lets X."""
    asked = Asked("x", "Who?", None, "who", (), ("not Tide Front", "Reed Front"), "n")
    assert not unsupported(asked, [Given(("Tide Front",), denied=True), Given(("Reed Front",))])
    assert len(unsupported(asked, [Given(("Tide Front",)), Given(("Reed Front",), denied=True)])) == 2


def test_words_are_compared_as_the_page_says() -> None:
    """Without capitals, accents and articles; a star stands for any words; counts and times by what they mean."""
    assert is_same("who", ["A Spokesman for the Réed Front"], ["spokesman for the reed front"])
    assert is_same("who", ["town’s hospital director"], ["*hospital*"])
    assert not is_same("who", ["Reed Front channel"], ["Reed Front"])
    assert is_same("how many", ["31-35"], ["31–35"])
    assert not is_same("how many", [">=31"], ["31"])
    assert is_same("when", ["2019-01/2019-04"], ["2019-01-01/2019-04-30"])
    assert not is_same("when", ["2019"], ["2019-01"])


def _stands(wording: str) -> bool:
    """Tell whether all the parts of a wording between stars are words of the reports."""
    parts = [fold(part) for part in wording.split("*") if fold(part)]
    return bool(parts) and all(f" {part} " in f" {WORDS} " for part in parts)
