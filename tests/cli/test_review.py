"""`tacitus review`, and claims shown with their reviews, as people run them."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.conftest import front, wire

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Command = Callable[..., Done]

KILLED = wire().claims[0].id
DENIED, ALIAS = (claim.id for claim in front().claims)


@pytest.fixture
def review(ledger: Path, tacitus: Command) -> Command:
    """Return a function that runs `tacitus review` on a ledger with three claims."""

    def run(*words: str) -> Done:
        return tacitus("review", *words, "--ledger", ledger)

    return run


def _listed(ledger: Path, tacitus: Command, *more: str) -> dict[str, dict[str, Any]]:
    out = tacitus("claims", "--format", "jsonl", "--ledger", ledger, *more).out
    return {row["claim"]: row for row in map(json.loads, out.splitlines())}


def test_accept_and_undo(review: Command, ledger: Path, tacitus: Command) -> None:
    """The review is shown with author and reason, in tables and exports; taken back, the claim is unreviewed again."""
    done = review(KILLED[:8], "accept", "--because", "Read beside the report.", "--author", "Ada")
    found = re.match(r"(j[0-9a-f]{16}): (c[0-9a-f]{16}) accepted \(shelling: ", done.out)
    assert found is not None
    assert found[2] == KILLED
    claim = _listed(ledger, tacitus)[KILLED]
    assert {key: claim["review"][key] for key in ("state", "by", "because", "judgement")} == {
        "state": "accepted",
        "by": "Ada",
        "because": "Read beside the report.",
        "judgement": found[1],
    }
    assert "accepted by Ada: Read beside the report." in tacitus("claims", "--ledger", ledger).out
    assert "accepted by Ada: Read beside the report." in tacitus("show", KILLED, "--ledger", ledger).out
    assert tacitus("undo", found[1], "--ledger", ledger).out.endswith("taken back: accept: Read beside the report.\n")
    assert _listed(ledger, tacitus)[KILLED]["review"]["state"] == "unreviewed"


def test_edit_leaves_the_claim_as_it_is(review: Command, ledger: Path, tacitus: Command) -> None:
    """The correction stands beside it, with author and reason."""
    before = _listed(ledger, tacitus)[KILLED]
    changes = ("--set", "killed=9..12", "--set", "time=2023-05-13", "--set", "certainty=alleged")
    done = review(KILLED, "edit", *changes, "--because", "The next line.", "--author", "Ben")
    assert "edited to time 2023-05-13, certainty alleged, killed 9 to 12" in done.out
    after = _listed(ledger, tacitus)[KILLED]
    assert after["review"].pop("correction") == {
        "time": "2023-05-13",
        "certainty": "alleged",
        "args": {"killed": [{"min": 9, "max": 12}]},
    }
    assert {**after, "review": None} == {**before, "review": None}
    shown = tacitus("show", KILLED, "--ledger", ledger).out
    assert "edited by Ben to time 2023-05-13, certainty alleged, killed 9 to 12: The next line." in shown
    rows = csv.DictReader(io.StringIO(tacitus("claims", "--format", "csv", "--ledger", ledger).out))
    row = next(row for row in rows if row["claim"] == KILLED)
    assert (row["review"], row["review_by"], row["when"]) == ("edited", "Ben", "2023-05-14")
    assert row["review_correction"] == "time 2023-05-13, certainty alleged, killed 9 to 12"


@pytest.fixture
def looked_at(review: Command, ledger: Path) -> Path:
    """Return the ledger with one claim accepted and one rejected."""
    review(KILLED, "accept", "--because", "Read.")
    review(DENIED, "reject", "--because", "Not said.")
    return ledger


@pytest.mark.parametrize(
    ("state", "wanted"),
    [("accepted", {KILLED}), ("rejected", {DENIED}), ("edited", set()), ("unreviewed", {ALIAS})],
)
def test_filters(looked_at: Path, tacitus: Command, state: str, wanted: set[str]) -> None:
    """`claims` and `show` list the claims in a state alone, together with other conditions."""
    assert _listed(looked_at, tacitus, "--review", state).keys() == wanted
    assert _listed(looked_at, tacitus, "--review", state, "--type", "alias").keys() == wanted & {ALIAS}
    shown = tacitus("show", "Highland Front", "--review", state, "--format", "json", "--ledger", looked_at).out
    assert {row["claim"] for row in json.loads(shown)} == wanted - {KILLED}


def test_who_disagrees(review: Command, ledger: Path, tacitus: Command) -> None:
    """The later one stands, both are listed; the claim waits first in the queue."""
    review(KILLED, "accept", "--because", "Read.", "--author", "Ada")
    review(KILLED, "reject", "--because", "Another town.", "--author", "Ben")
    assert _listed(ledger, tacitus)[KILLED]["review"]["state"] == "rejected"
    out = review(KILLED[:10]).out
    assert "rejected; reviewers disagree" in out
    assert out.index("Ada, ") < out.index("Ben, ")
    assert [past["by"] for past in json.loads(review(KILLED, "--format", "json").out)["history"]] == ["Ada", "Ben"]
    queue = json.loads(review("--next", "--format", "json").out)
    assert queue[0]["claim"]["claim"] == KILLED
    assert len(json.loads(review("--next", "--limit", "1", "--format", "json").out)) == 1
    assert "tacitus review " + KILLED in review("--next", "--about", "Mirzakh").out


def test_as_it_was_known(looked_at: Path, tacitus: Command) -> None:
    """Before anybody looked, nobody had: reviews are of the record clock."""
    old = tacitus("show", KILLED, "--known-by", "2023-05-20", "--ledger", looked_at).out
    assert "unreviewed" in old
    assert "unreviewed" in tacitus("review", KILLED, "--known-by", "2023-05-20", "--ledger", looked_at).out
    assert len(json.loads(tacitus("review", "--next", "-f", "json", "--ledger", looked_at).out)) == 1
    old = tacitus("review", "--next", "-f", "json", "--known-by", "2023-05-20", "--ledger", looked_at).out
    assert len(json.loads(old)) == 3


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "--next"),
        ((KILLED, "--next"), "--next"),
        ((KILLED, "accept"), "is no reason"),
        ((KILLED, "accept", "--because", "x", "--author", "rule@1"), "is no author"),
        ((KILLED, "accept", "--because", "x", "--known-by", "2023-05-20"), "look back"),
        ((KILLED, "--because", "x"), "accept, reject, edit"),
        ((KILLED, "agree", "--because", "x"), "agree"),
        ((KILLED, "edit", "--because", "x"), "--set"),
        ((KILLED, "edit", "--because", "x", "--set", "org=x"), "no part of a claim of type shelling"),
        ((KILLED, "accept", "--because", "x", "--set", "killed=9"), "edit alone"),
        (("c0000000000000000", "accept", "--because", "x"), "no claim 'c0000000000000000'"),
        (("Mirzakh", "accept", "--because", "x"), "is no claim id"),
        ((KILLED, "--as-of", "2023-05-14"), "published on 2023-05-15"),
    ],
)
def test_calls_that_mean_nothing(
    review: Command, ledger: Path, tacitus: Command, words: tuple[str, ...], message: str
) -> None:
    """Code 2, what is wrong and what is allowed; nothing is entered."""
    done = review(*words)
    assert done.code == 2
    assert message in " ".join(done.err.replace("│", " ").split())
    assert {row["review"]["state"] for row in _listed(ledger, tacitus).values()} == {"unreviewed"}
