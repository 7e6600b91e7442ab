"""Whether two accounts tell of the same happening, so that they can contradict each other."""

from __future__ import annotations

import pytest
from tests.ask.accounts import Bench

from tacitus.ask.accounts import Account, Sources, accounts
from tacitus.ask.happening import is_one_happening
from tacitus.ask.parties import Known
from tacitus.ask.questions import Question
from tacitus.ask.voices import voices


def _account(question: Question, *lines: str) -> Account:
    """Return the one account that some lines of one voice give."""
    bench = Bench()
    for line in lines:
        bench.add(f"{line}; doc={lines[0].replace('; ', ', ')}; in=Wire")
    origins = {row.document.id: row.document.id for row in bench.rows}
    (found,) = accounts(bench.rows, question, Sources(voices(bench.rows, Known()), origins), Known())
    return found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("killed=4", "killed=9", True),
        ("killed=4; on=2024-03-04", "killed=9; on=2024-03-06", True),
        ("killed=4; on=2024-03-04", "killed=9; on=2024-03-07", False),
        ("killed=4; place=Tirsa", "killed=9; place=Halm", False),
        ("killed=4; place=Tirsa", "killed=9; place=Sadria", True),
        ("killed=4; place=Tirsa", "killed=9; place=Halm+Sadria", True),
        ("killed=4; place=Tirsa", "killed=9", True),
        ("killed=4; type=airstrike", "killed=9; type=killing", True),
        ("type=abduction; count=4", "type=arrest; count=9", False),
        ("type=abduction; count=4", "type=abduction; count=9", True),
        ("killed=4; on=2024-03-04", "killed=900; on=2011-03/..", False),
        ("killed=800; on=2012-03/..", "killed=900; on=2011-03/..", True),
        ("killed=4; on=2024-03-04", "killed=9; on=2024-03-01/2024-03-20", True),
        ("killed=4; on=2024-03-04", "killed=90; on=2024-01-01/2024-03-20", False),
        ("killed=4; on=2024-03-04", "killed=90; on=../2024-03-20", True),
    ],
)
def test_tolls(one: str, other: str, *, expected: bool) -> None:
    """Of near types, days and places; a sum of many days is the toll of none of them."""
    question = Question.NUMBER if "count" in one else Question.KILLED
    a, b = _account(question, one), _account(question, other)
    assert is_one_happening(a, b, Known()) is expected
    assert is_one_happening(b, a, Known()) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("on=2024-03-04", "on=2024-03-09", True),
        ("on=2024-03-04", "on=2024-04-04", True),
        ("on=2024-03-04", "on=2024-04-05", False),
        ("on=2024-03-04; place=Tirsa", "on=2024-03-09; place=Halm", False),
        ("on=2024-03-04; place=Tirsa", "on=2024-03-09; place=Karesh", True),
    ],
)
def test_days(one: str, other: str, *, expected: bool) -> None:
    """Accounts of its day may differ by a month, at places that may be one."""
    a, b = _account(Question.WHEN, one), _account(Question.WHEN, other)
    assert is_one_happening(a, b, Known()) is expected
    assert is_one_happening(b, a, Known()) is expected


def test_places_do_not_rule_out_a_quarrel_on_places() -> None:
    """Where it was is what is asked."""
    a, b = _account(Question.WHERE, "place=Tirsa"), _account(Question.WHERE, "place=Halm")
    assert is_one_happening(a, b, Known())


def test_one_fitting_pair_of_claims_is_enough() -> None:
    """An account of two claims, one of them elsewhere."""
    one = _account(Question.KILLED, "killed=4; place=Tirsa", "killed=4; place=Halm")
    other = _account(Question.KILLED, "killed=9; place=Halm")
    assert is_one_happening(one, other, Known())
