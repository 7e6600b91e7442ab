"""The questions over the examples: at least so many right, and hardly any with a value that nobody supports.

The floors may only rise. `python -m benchmarks.questions --set both --wrong` tells what is wrong.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.ask.asked import TODAY, Outcome, examples, outcome
from tests.ask.gold import BLIND, DEV, load

from tacitus.ask.question.answer import answer
from tacitus.ask.question.reading import understand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tacitus.ledger.contract import View
    from tacitus.pipeline import Reader


@pytest.fixture(scope="module")
def view(reader: Reader) -> Iterator[View]:
    """Yield the examples, read and resolved."""
    with closing(examples(reader)) as store:
        yield store.view()


def _outcomes(path: Path, reader: Reader, view: View) -> list[Outcome]:
    return [outcome(asked, reader, view) for asked in load(path)]


@pytest.mark.parametrize(("path", "right", "unsupported"), [(DEV, 152, 0), (BLIND, 29, 1)], ids=lambda p: str(p)[-15:])
def test_enough_is_right(path: Path, right: int, unsupported: int, reader: Reader, view: View) -> None:
    """At least so many questions right; at most so many with a value that the reports do not support."""
    found = _outcomes(path, reader, view)
    wrong = [one.asked.id for one in found if not one.is_right]
    assert len(found) - len(wrong) >= right, wrong
    assert sum(bool(one.unsupported) for one in found) <= unsupported


def test_what_cannot_be_read_is_said_to_be_so(reader: Reader, view: View) -> None:
    """No reason, verdict or heap of words is answered."""
    for path in (DEV, BLIND):
        unreadable = [one for one in _outcomes(path, reader, view) if one.asked.kind == "unreadable"]
        assert not [one.asked.id for one in unreadable if one.is_read]


def test_every_value_has_its_words(reader: Reader, view: View) -> None:
    """Each claim of each answer is quoted verbatim from its document."""
    for asked in load(DEV):
        understood = understand(asked.question, reader.engine, view, asked.as_of or TODAY)
        if understood.pattern is None:
            continue
        found = answer(view, understood.pattern, asked.as_of)
        for value in found.values:
            for row in (*value.claims, *value.denials):
                text = view.reading(row.document.reading).document.text
                assert row.quotes
                assert all(quote in text for quote in row.quotes)
                assert asked.as_of is None or (row.published is not None and row.published <= asked.as_of)
