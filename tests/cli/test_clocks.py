"""Both clocks, `--as-of` and `--known-by`, on every command that reads the ledger."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from tests.ledger.samples import Said, report
from tests.test_docs import COMMANDS

from tacitus.ledger.findings import AliasListRow
from tacitus.ledger.sqlite import SqliteStore
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.problem import Problem
from tacitus.resolve.lists import AliasEntry, entry_out
from tacitus.resolve.records import key_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Command = Callable[..., Done]

SHELLED = Said("Tide Front", "Port Salem", "shelling", time="2020-01-02", killed=4)
#: Published on the 3rd, the 6th and nobody knows when; entered on 1, 3 and 5 March 2026.
ALPHA = report("alpha", SHELLED, published=date(2020, 1, 3), outlet="Harbour Wire")
BETA = report(
    "beta",
    replace(SHELLED, killed=9, source=("coast guard",)),
    Said("Mira Rask", "fishermen", "arrest"),
    published=date(2020, 1, 6),
    outlet="Tide Gazette",
)
GAMMA = report("gamma", replace(SHELLED, killed=7, actor="North Guard"), published=None, outlet="Salem Post")
#: What a note says of one document without a day.
UNDATED = "1 document without a day of publication left out"


#: Commands that have a ledger and do not ask what it holds by some day: they add to it.
WRITING = {
    "read",
    "same",
    "different",
    "undo",
    "resolve",
    "retract",
    "rebuild",
    "aliases add",
    "redact document",
    "redact person",
    "import ledger",
}
#: Commands on the log itself, which is whole or is not, whatever the day.
CUSTODY = {"verify", "head", "export ledger", "export raw"}


def test_every_command_that_asks_has_both_clocks() -> None:
    """A new command is one of those that write, or takes both."""
    asking = {name for name, options in COMMANDS.items() if "--ledger" in options} - WRITING - CUSTODY
    assert {"show", "claims", "search", "incidents", "compare", "entities", "explain", "problems"} <= asking
    assert not [name for name in asking if not {"--as-of", "--known-by"} <= COMMANDS[name]]


def _moment(day: int) -> datetime:
    return datetime(2026, 3, day, 9, tzinfo=UTC)


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """Return a ledger with three reports, two judgements, a list of aliases and three problems."""
    path = tmp_path / "held.db"
    keys = {name: key_of("beta", name) for name in ("Tide Front", "Mira Rask")}
    troubled = replace(BETA, problems=(Problem("beta", "claims", "A table was skipped.", "Read it by eye."),))
    dateless = replace(GAMMA, problems=(Problem("gamma", "claims", "A list was skipped.", "Read it by eye."),))
    with closing(SqliteStore(path)) as store, store.writer() as writer:
        for day, reading in ((1, ALPHA), (3, troubled), (5, dateless)):
            writer.record(reading, _moment(day))
        pair = tuple(sorted((keys["Tide Front"], keys["Mira Rask"])))
        writer.judge(Judgement(pair, Verdict.DIFFERENT, "One is a person.", "ada", _moment(4)))
        names = entry_out(AliasEntry("1", "Mine", None, ("Tide Front", "TF")))
        writer.bring(AliasListRow("Mine", "mine.csv", "ada", _moment(4), (names,)))
        writer.problem(Problem("scan.pdf", "read", "It cannot be read.", "Save it as text."), _moment(2))
    return path


def _json(tacitus: Command, held: Path, *call: str) -> Any:  # noqa: ANN401 - JSON may be anything
    done = tacitus(*call, "--format", "json", "--ledger", held)
    assert done.code == 0
    return json.loads(done.out)


@pytest.mark.parametrize(
    ("clocks", "documents"),
    [
        ((), {"alpha", "beta", "gamma"}),
        (("--as-of", "2020-01-02"), set()),
        (("--as-of", "2020-01-03"), {"alpha"}),
        (("--as-of", "2020-01-06"), {"alpha", "beta"}),
        (("--known-by", "2026-02-28"), set()),
        (("--known-by", "2026-03-01"), {"alpha"}),
        (("--known-by", "2026-03-05"), {"alpha", "beta", "gamma"}),
        (("--as-of", "2020-01-03", "--known-by", "2026-03-05"), {"alpha"}),
        (("--as-of", "2020-01-06", "--known-by", "2026-03-01"), {"alpha"}),
    ],
)
@pytest.mark.parametrize("listing", ["claims", "incidents", "search", "entities"])
def test_lists(tacitus: Command, held: Path, listing: str, clocks: tuple[str, ...], documents: set[str]) -> None:
    """Only what was published by one clock and entered by the other takes part, in every list."""
    found = _json(tacitus, held, listing, *(("salem",) if listing == "search" else ()), *clocks)
    if listing == "incidents":
        told = {document for incident in found for document in incident["documents"]}
    elif listing == "entities":
        told = {record["document"] for entity in found for record in entity["records"]}
    else:
        told = {row["document"] for row in found}
    assert told == documents


@pytest.mark.parametrize("call", [("claims",), ("incidents",), ("entities",), ("show", "Port Salem")])
def test_undated_documents_are_counted(tacitus: Command, held: Path, call: tuple[str, ...]) -> None:
    """A note tells how many were left out, when `--as-of` is given and the view knows them; quiet says nothing."""
    asked = (*call, "--as-of", "2020-01-06", "--ledger", held)
    assert UNDATED in tacitus(*asked).err
    assert tacitus(*asked, "--quiet").err == ""
    assert tacitus(*asked, "--known-by", "2026-03-04").err == ""
    assert tacitus(*call, "--ledger", held).err == ""


def test_only_fitting_undated_documents_are_counted(tacitus: Command, held: Path) -> None:
    """Not those that hold nothing of what was asked."""
    for call in (
        ("claims", "--about", "Mira Rask"),
        ("incidents", "--about", "Mira Rask"),
        ("entities", "--about", "Mira Rask"),
    ):
        assert tacitus(*call, "--as-of", "2020-01-06", "--ledger", held).err == ""
    assert UNDATED in tacitus("incidents", "--since", "2020-01-02", "--as-of", "2020-01-03", "--ledger", held).err


def test_an_incident_has_the_tolls_and_origins_of_the_day(tacitus: Command, held: Path) -> None:
    """Later reports add neither numbers, nor claims, nor origins."""
    (early,) = _json(tacitus, held, "incidents", "--about", "Port Salem", "--as-of", "2020-01-03")
    (late,) = _json(tacitus, held, "incidents", "--about", "Port Salem")
    assert ([t["min"] for t in early["killed"]], early["origins"], len(early["claims"])) == ([4], 1, 1)
    assert ([t["min"] for t in late["killed"]], late["origins"], len(late["claims"])) == ([4, 7, 9], 3, 3)
    assert early["actors"] == ["Tide Front"]


def test_a_name_of_later_gives_no_incidents(tacitus: Command, held: Path) -> None:
    """A name that only later reports have is known, and nothing was told of it; one that nobody has is an error."""
    assert _json(tacitus, held, "incidents", "--about", "Mira Rask", "--as-of", "2020-01-03") == []
    assert _json(tacitus, held, "entities", "--about", "Mira Rask", "--as-of", "2020-01-03") == []
    for command in ("incidents", "entities"):
        assert tacitus(command, "--about", "Mira Rask", "--known-by", "2026-03-01", "--ledger", held).code == 2


def test_compare(tacitus: Command, held: Path) -> None:
    """An incident is compared as of a day by its id of that day, and by its id of now."""
    (early,) = _json(tacitus, held, "incidents", "--about", "Port Salem", "--as-of", "2020-01-06")
    (late,) = _json(tacitus, held, "incidents", "--about", "Port Salem")
    assert early["incident"] != late["incident"]
    for id_ in (early["incident"], late["incident"]):
        done = tacitus("compare", id_, "--as-of", "2020-01-06", "--ledger", held)
        assert (done.code, UNDATED in done.err) == (0, True)
        assert "Harbour Wire" in done.out
        assert "Tide Gazette" in done.out
        assert "Salem Post" not in done.out
        assert "North Guard" not in done.out
    assert "North Guard" in tacitus("compare", late["incident"], "--ledger", held).out
    known = tacitus("compare", early["incident"], "--known-by", "2026-03-01", "--ledger", held)
    assert ("Harbour Wire" in known.out, "Tide Gazette" in known.out) == (True, False)


def test_compare_before_anybody_told(tacitus: Command, held: Path) -> None:
    """The message tells an incident of later from one that never was."""
    (late,) = _json(tacitus, held, "incidents", "--about", "Port Salem")
    done = tacitus("compare", late["incident"], "--as-of", "2020-01-02", "--ledger", held)
    assert (done.code, done.out) == (2, "")
    assert "Not as of 2020-01-02" in done.err
    assert "Not as of" not in tacitus("compare", "i0000", "--as-of", "2020-01-02", "--ledger", held).err


def test_explain(tacitus: Command, held: Path) -> None:
    """A claim that was published or entered later is not explained, and the message says so."""
    id_ = BETA.claims[0].id
    assert tacitus("explain", id_, "--as-of", "2020-01-06", "--ledger", held).code == 0
    assert tacitus("explain", id_, "--known-by", "2026-03-03", "--ledger", held).code == 0
    early = tacitus("explain", id_, "--as-of", "2020-01-05", "--ledger", held)
    assert (early.code, early.out) == (2, "")
    assert "Not as of 2020-01-05: it was published on 2020-01-06." in early.err
    assert "an unknown day" in tacitus("explain", GAMMA.claims[0].id, "--as-of", "2030-01-01", "--ledger", held).err
    assert tacitus("explain", id_, "--known-by", "2026-03-02", "--ledger", held).code == 2


def test_problems(tacitus: Command, held: Path) -> None:
    """By both clocks; what has no day of publication is counted."""
    call = ("problems", "--format", "jsonl", "--ledger", held)
    places = [json.loads(line)["place"] for line in tacitus(*call).out.splitlines()]
    assert places == ["scan.pdf", "beta", "gamma"]
    assert tacitus(*call, "--known-by", "2026-03-02").out.count("\n") == 1
    dated = tacitus(*call, "--as-of", "2020-01-06")
    assert [json.loads(line)["place"] for line in dated.out.splitlines()] == ["beta"]
    assert dated.err == "2 problems of inputs without a day of publication left out.\n"
    assert tacitus(*call, "--as-of", "2020-01-05").out == ""


def test_judgements_and_lists_follow_the_record_clock(tacitus: Command, held: Path) -> None:
    """A judgement, and a list of aliases, is there from the moment when it was entered."""
    for call in (("entities", "--judgements"), ("aliases", "list")):
        counts = [len(_json(tacitus, held, *call, "--known-by", f"2026-03-0{day}")) for day in (3, 4)]
        assert counts[1] - counts[0] == 1
    noted = tacitus("aliases", "list", "--as-of", "2020-01-01", "--ledger", held)
    assert "Mine" in noted.out
    assert "--known-by" in noted.err


def test_judgements_on_later_documents(tacitus: Command, held: Path) -> None:
    """As of a day there are none on entities that no document of then has."""
    verdicts = {
        day: {one["because"] for one in _json(tacitus, held, "entities", "--judgements", "--as-of", day)}
        for day in ("2020-01-05", "2020-01-06")
    }
    assert "One is a person." in verdicts["2020-01-06"] - verdicts["2020-01-05"]


def test_pairs_of_the_day(tacitus: Command, held: Path) -> None:
    """The review queue holds pairs of what was published by then alone."""
    with closing(SqliteStore(held)) as store, store.writer() as writer:
        keys = (key_of("alpha", "Tide Front"), key_of("gamma", "North Guard"))
        writer.judge(Judgement(tuple(sorted(keys)), Verdict.UNSURE, "They may be.", "ada", _moment(6)))
    assert len(_json(tacitus, held, "entities", "--unsure")) == 1
    assert _json(tacitus, held, "entities", "--unsure", "--as-of", "2020-01-06") == []
    assert _json(tacitus, held, "entities", "--unsure", "--known-by", "2026-03-05") == []
