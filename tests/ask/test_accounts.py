"""Accounts: who answers, since when, in how many documents."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ask.accounts import Bench

from tacitus.ask.accounts import Account, Sources, accounts, row_order
from tacitus.ask.parties import Known
from tacitus.ask.questions import Question
from tacitus.ask.voices import voices


def _accounts(question: Question, *lines: str, origins: dict[str, str] | None = None) -> tuple[Account, ...]:
    bench = Bench()
    for line in lines:
        bench.add(line)
    homes = {row.document.id: row.document.id for row in bench.rows} | (origins or {})
    return accounts(bench.rows, question, Sources(voices(bench.rows, Known()), homes), Known())


def _said(found: tuple[Account, ...]) -> list[str]:
    """Return each account as "voice: words (documents)"."""
    return [f"{a.voice.name}: {a.words} ({' '.join(d.id for d in a.documents)})" for a in found]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((), []),
        (("place=Tirsa",), []),
        (("killed=4; doc=a; in=Wire", "killed=4; doc=b; in=Wire"), ["Wire: 4 (a b)"]),
        (("killed=4; doc=a; in=Wire", "killed=9; doc=b; in=Wire"), ["Wire: 4 (a)", "Wire: 9 (b)"]),
        (("killed=4; doc=a; in=Wire", "killed=4; doc=b; in=Courier"), ["Wire: 4 (a)", "Courier: 4 (b)"]),
        (("killed=4; doc=a; in=Wire", "killed=9; doc=a; in=Wire"), ["Wire: 9 (a)"]),
        (
            ("killed=4; doc=a; in=Wire; on=2024-03-01", "killed=9; doc=a; in=Wire; on=2024-03-09"),
            ["Wire: 4 (a)", "Wire: 9 (a)"],
        ),
        (
            ("killed=4; doc=a; in=Wire; on=2024-03-01", "killed=9; doc=a; in=Wire"),
            ["Wire: 9 (a)"],
        ),
        (
            ("killed=4; doc=a; in=Wire", "killed=4; doc=a; in=Wire; certainty=denied"),
            ["Wire: 4 (a)", "Wire: 4 (a)"],
        ),
        (("killed=4; doc=a; in=Wire; by=officials", "killed=4; doc=a; in=Wire"), ["officials: 4 (a)", "Wire: 4 (a)"]),
        (("killed=4; doc=b; in=Wire; day=9", "killed=9; doc=a; in=Wire; day=8"), ["Wire: 9 (a)", "Wire: 4 (b)"]),
        (("killed=4; doc=a; in=Wire; day=0", "killed=9; doc=b; in=Wire"), ["Wire: 9 (b)", "Wire: 4 (a)"]),
    ],
)
def test_who_says_what(lines: tuple[str, ...], said: list[str]) -> None:
    """One answer a voice, document and time; the same answer in two documents once; by day, undated ones last."""
    assert _said(_accounts(Question.KILLED, *lines)) == said


@pytest.mark.parametrize(
    ("lines", "origins", "first", "last", "count"),
    [
        (("killed=4; day=4; doc=a; in=Wire", "killed=4; day=6; doc=b; in=Wire"), {}, 4, 6, 2),
        (("killed=4; day=4; doc=a; in=Wire", "killed=4; day=6; doc=b; in=Wire"), {"b": "a"}, 4, 4, 1),
        (("killed=4; day=0; doc=a; in=Wire", "killed=4; day=6; doc=b; in=Wire"), {}, 6, 6, 2),
        (("killed=4; day=0; doc=a; in=Wire",), {}, 0, 0, 1),
    ],
)
def test_since_when(lines: tuple[str, ...], origins: dict[str, str], first: int, last: int, count: int) -> None:
    """The day of the first report and of the last that is no reprint; none where no report has a day."""
    (found,) = _accounts(Question.KILLED, *lines, origins=origins)
    assert (found.first, found.last) == (_day(first), _day(last))
    assert len(found.origins) == count


def _day(number: int) -> date | None:
    return date(2024, 3, number) if number else None


@pytest.mark.parametrize(
    ("line", "is_own", "is_asserted"),
    [
        ("killed=4; in=Wire", True, True),
        ("killed=4; in=Wire; by=officials", False, True),
        ("killed=4; in=Wire; by=Wire/media", True, True),
        ("killed=4; in=none", True, True),
        ("killed=4; in=Wire; certainty=alleged", True, True),
        ("killed=4; in=Wire; certainty=denied", True, False),
        ("killed=?; in=Wire; certainty=unknown", True, False),
    ],
)
def test_own_voice_and_what_is_asserted(line: str, *, is_own: bool, is_asserted: bool) -> None:
    """An outlet that quotes itself speaks for itself; a denial and an open question assert nothing."""
    (found,) = _accounts(Question.KILLED, line)
    assert (found.is_own, found.is_asserted) == (is_own, is_asserted)


def test_the_quote_is_that_of_the_first_claim() -> None:
    """By day of publication, whatever came into the ledger first."""
    (found,) = _accounts(
        Question.KILLED, "killed=4; day=6; in=Wire; quote=later", "killed=4; day=4; in=Wire; quote=sooner"
    )
    assert found.quote == "sooner"


_LINES = tuple(
    f"killed={n}; doc={document}; in={outlet}; day={day}{by}"
    for n, document, outlet, day, by in (
        (4, "a", "Wire", 4, ""),
        (4, "b", "Wire", 5, ""),
        (9, "c", "Courier", 5, ""),
        (9, "c", "Courier", 5, "; by=officials"),
        (4, "d", "Herald", 0, "; by=Tirsa Hospital/facility"),
        (4, "a", "Wire", 4, "; by=Tirsa Hospital/facility"),
    )
)


@given(st.permutations(_LINES))
def test_order_does_not_matter(order: list[str]) -> None:
    """The same voices say the same in the same documents, however the claims come."""
    assert sorted(_said(_accounts(Question.KILLED, *order))) == sorted(_said(_accounts(Question.KILLED, *_LINES)))


def test_rows_in_order() -> None:
    """By day, document and place in its text; undated ones last."""
    bench = Bench()
    for line in ("doc=c; day=0", "doc=b; day=5", "doc=b; day=4", "doc=a; day=5"):
        bench.add(line)
    assert [f"{r.document.id} {r.published}" for r in sorted(bench.rows, key=row_order)] == [
        "b 2024-03-04",
        "a 2024-03-05",
        "b 2024-03-05",
        "c None",
    ]
