"""Corrections of a claim: what can be typed, and what the contract allows."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.samples import Said, fill, report

from tacitus.ask.correcting import corrected, correction, named
from tacitus.errors import InvalidValueError
from tacitus.ledger.memory import MemoryStore
from tacitus.model.count import Count
from tacitus.model.ontology import COUNT_ROLES, ROLES, Certainty, Status
from tacitus.model.span import Span

if TYPE_CHECKING:
    from tacitus.ledger.rows import ClaimRow


def _row(said: Said, published: date | None = date(2020, 1, 4)) -> ClaimRow:
    with closing(MemoryStore()) as store:
        fill(store, [(report("wire", said, published=published, outlet="Harbour Wire"), 0)])
        return store.view().claims()[0]


ROW = _row(Said("Tide Front = TF", "fishermen", time="2020-01-02", source=("coast guard",), killed=4))


@pytest.mark.parametrize(
    ("settings", "data"),
    [
        (["time=2020-01-03"], {"time": "2020-01-03"}),
        (["time="], {"time": None}),
        (["time=2019-12~"], {"time": "2019-12~"}),
        (["certainty=alleged", "status=planned"], {"certainty": "alleged", "status": "planned"}),
        (["type=shelling"], {"type": "shelling"}),
        (["source=North Guard", "source=Wire"], {"source": ["North Guard", "Wire"]}),
        (["source="], {"source": []}),
        (["killed=9"], {"args": {"killed": [{"min": 9, "max": 9}]}}),
        (["killed=9..12"], {"args": {"killed": [{"min": 9, "max": 12}]}}),
        (["killed=9.."], {"args": {"killed": [{"min": 9, "max": None}]}}),
        (["killed=..12"], {"args": {"killed": [{"min": None, "max": 12}]}}),
        (["killed=.."], {"args": {"killed": [{"min": None, "max": None}]}}),
        (["injured=2 children"], {"args": {"injured": [{"min": 2, "max": 2, "who": "children"}]}}),
        (["killed="], {"args": {"killed": []}}),
        (["actor=North Guard", " actor = Bay Army"], {"args": {"actor": ["North Guard", "Bay Army"]}}),
        (["actor=A=B"], {"args": {"actor": ["A=B"]}}),
        (["actor=\ud800x"], {"args": {"actor": ["\ufffdx"]}}),
        (
            ["type=arrest", "killed=", "count=3"],
            {"type": "arrest", "args": {"killed": [], "count": [{"min": 3, "max": 3}]}},
        ),
    ],
)
def test_what_can_be_corrected(settings: list[str], data: dict[str, Any]) -> None:
    """Parts and roles, with one value, several, or none; what is kept is JSON."""
    assert correction(ROW, settings) == data


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ([], "at least one --set"),
        (["killed"], "PART=VALUE"),
        (["=9"], "PART=VALUE"),
        (["killd=9"], "'killd' is no part of a claim of type attack"),
        (["org=Bay Army"], "'org' is no part of a claim of type attack"),
        (["type=raid"], "'raid' is no claim type"),
        (["type=arrest"], "'killed' is no role of arrest"),
        (["type="], "'' is no claim type"),
        (["time=yesterday"], "'yesterday' is no date"),
        (["time=2020-02-30"], "a day that exists"),
        (["time=2019", "time=2020"], "no single time"),
        (["time=2020-01-05"], "not after the day of publication (2020-01-04)"),
        (["certainty=sure"], "'sure' is no certainty"),
        (["certainty="], "'' is no certainty"),
        (["status=real"], "'real' is no status"),
        (["killed=many"], "'many' is no value of killed"),
        (["killed=9-12"], "'9-12' is no value of killed"),
        (["killed=9", "killed=-3"], "'-3' is no value of killed"),
        (["killed=12..9"], "no count"),
        (["killed=x"], "'x' is no value of killed"),
        (["actor=Tide Front"], "another value than the one that was read"),
        (["time=2020-01-02", "certainty=stated"], "another value than the one that was read"),
    ],
)
def test_what_cannot(settings: list[str], message: str) -> None:
    """The message names what was given and what is allowed."""
    with pytest.raises(InvalidValueError) as raised:
        correction(ROW, settings)
    assert message in str(raised.value)


def test_a_flag_is_true_or_absent() -> None:
    """`ended` of a relation."""
    row = _row(Said("Tide Front", "fishermen"))
    settings = ["type=leads", "actor=", "target=", "subject=Adan Rask", "object=Tide Front", "ended=yes"]
    data = correction(row, settings)
    assert data["args"]["ended"] == [True]
    assert corrected(row, data).values("ended") == (True,)
    assert correction(row, [*settings[:-1], "ended=no"])["args"]["ended"] == []
    with pytest.raises(InvalidValueError, match="true or false"):
        correction(row, [*settings[:-1], "ended=maybe"])


def test_a_plan_may_lie_ahead() -> None:
    """Only what has happened cannot be later than the report; a report without a day forbids nothing."""
    assert correction(ROW, ["time=2020-02", "status=planned"])["time"] == "2020-02"
    assert correction(_row(Said("TF", time="2020"), None), ["time=2031"]) == {"time": "2031"}


def test_the_claim_never_changes() -> None:
    """What the correction does not name stays as it was read; the row is the same before and after."""
    before = _row(Said("Tide Front = TF", "fishermen", time="2020-01-02", source=("coast guard",), killed=4))
    made = corrected(ROW, correction(ROW, ["killed=9..12", "certainty=alleged"]))
    assert (made.certainty, made.status, made.id) == (Certainty.ALLEGED, Status.ACTUAL, ROW.claim.id)
    assert made.values("killed") == (Count(9, 12),)
    assert made.values("actor") == ("Tide Front",)
    assert made.source.speakers == ("coast guard",)
    assert made.evidence == ROW.claim.evidence == (Span(0, len(ROW.quotes[0])),)
    assert before == ROW


def test_names_stand_in_place_of_ids() -> None:
    """Counted people too."""
    assert named(ROW).values("target") == ("fishermen",)
    assert named(ROW).values("killed") == (Count(4, None, "fishermen"),)


BOUND = st.none() | st.integers(0, 999)


@given(st.sampled_from(sorted(COUNT_ROLES & set(ROLES["attack"]))), BOUND, BOUND)
def test_every_count_that_the_contract_allows(role: str, low: int | None, high: int | None) -> None:
    """Bounds go in and come out; those that contradict each other are refused."""
    setting = f"{role}={'' if low is None else low}..{'' if high is None else high}"
    if low is not None and high is not None and low > high:
        with pytest.raises(InvalidValueError):
            correction(ROW, [setting])
    else:
        assert corrected(ROW, correction(ROW, [setting])).values(role) == (Count(low, high),)
