"""`show`, `claims` and `problems` on a real ledger."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done


def test_claims_in_time_order(tacitus: Callable[..., Done], ledger: Path) -> None:
    """A line a claim: when, what, who says so, how sure, in which words."""
    done = tacitus("claims", "--ledger", ledger)
    header, first, *rest = done.out.splitlines()
    assert done.code == 0
    assert header.split() == ["When", "Claim", "Who", "says", "so", "How", "sure", "Review", "In", "these", "words"]
    for part in (
        "2023-05-14",
        "shelling: ? → market of Mirzakh, at Mirzakh, killed: 31",
        "hospital",
        "stated",
        "“Shells",
    ):
        assert part in first
    assert any("denied" in line for line in rest)
    assert done.err == ""


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ((), 3),
        (("--type", "shelling"), 2),
        (("--type", "alias"), 1),
        (("--certainty", "denied"), 1),
        (("--source", "hospital"), 1),
        (("--source", "Front channel"), 1),
        (("--about", "HF"), 2),
        (("--about", "mirzakh", "--type", "shelling"), 2),
        (("--until", "2023-05-14"), 1),
        (("--since", "2023-05-15"), 2),
        (("--type", "arrest"), 0),
        (("--min-confidence", "0"), 3),
        (("--min-confidence", "0.6"), 1),
        (("--min-confidence", "0.61"), 0),
        (("--where", "killed >= 20"), 1),
        (("--where", "killed >= 20 or type = alias"), 2),
        (("--where", "not actor = HF", "--certainty", "stated"), 2),
        (("--where", "time in 2023-05", "--limit", "2"), 2),
        (("--where", "time in 2023-05", "--limit", "2", "--page", "2"), 1),
        (("--limit", "2"), 2),
        (("--limit", "2", "--page", "2"), 1),
        (("--limit", "2", "--page", "3"), 0),
    ],
)
def test_conditions(tacitus: Callable[..., Done], ledger: Path, options: tuple[str, ...], count: int) -> None:
    """All conditions must hold."""
    done = tacitus("claims", *options, "--format", "jsonl", "--ledger", ledger)
    assert (done.code, len(done.out.splitlines())) == (0, count)


def test_formats_hold_the_same_claims(tacitus: Callable[..., Done], ledger: Path) -> None:
    """JSON, JSON Lines and CSV name the same claims in the same order."""
    found = {form: tacitus("claims", "--format", form, "--ledger", ledger).out for form in ("json", "jsonl", "csv")}
    ids = [item["claim"] for item in json.loads(found["json"])]
    assert ids == [json.loads(line)["claim"] for line in found["jsonl"].splitlines()]
    assert ids == [row["claim"] for row in csv.DictReader(io.StringIO(found["csv"]))]
    assert json.loads(found["json"])[0]["recorded"] == "2023-05-18T09:00:00+00:00"


def test_pages_make_up_the_list(tacitus: Callable[..., Done], ledger: Path) -> None:
    """In the order of the whole list, in every format that has lines."""
    notes = [tacitus("claims", "--limit", "2", "--page", k, "--ledger", ledger).err for k in ("1", "2")]
    assert notes == ["More follow: --page 2.\n", ""]
    for form in ("jsonl", "csv"):
        whole = tacitus("claims", "--format", form, "--ledger", ledger).out.splitlines()
        skip = 1 if form == "csv" else 0
        pages = [
            tacitus("claims", "--limit", "1", "--page", str(k), "--format", form, "--ledger", ledger).out.splitlines()
            for k in (1, 2, 3)
        ]
        assert [line for page in pages for line in page[skip:]] == whole[skip:]


def test_a_condition_is_pointed_at(tacitus: Callable[..., Done], ledger: Path) -> None:
    """The carets stand under what cannot be read."""
    done = tacitus("claims", "--where", "type = alias and killd > 3", "--ledger", ledger)
    shown, carets = done.err.splitlines()[-2:]
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "killd"


def test_no_claims_are_said(tacitus: Callable[..., Done], ledger: Path) -> None:
    """An empty answer is an answer."""
    assert tacitus("claims", "--type", "arrest", "--ledger", ledger).out == "No claims.\n\n"


def test_show_an_entity(tacitus: Callable[..., Done], ledger: Path) -> None:
    """Its names with their users, its claims with their words."""
    done = tacitus("show", "highland front", "--ledger", ledger)
    assert done.out.startswith("Highland Front · group\n")
    assert "- HF: Front channel\n" in done.out
    assert "alias: Highland Front = HF" in done.out
    assert "“The Highland Front (HF) denied that it shelled Mirzakh”" in done.out


def test_show_as_of_a_day(tacitus: Callable[..., Done], ledger: Path) -> None:
    """What was published later is not there yet."""
    done = tacitus("show", "Mirzakh", "--as-of", "2023-05-16", "--format", "jsonl", "--ledger", ledger)
    assert [json.loads(line)["document"] for line in done.out.splitlines()] == ["wire-1"]


def test_show_what_was_known(tacitus: Callable[..., Done], ledger: Path) -> None:
    """What was recorded later is not known yet; the day named counts to its end."""
    early = tacitus("show", "Mirzakh", "--known-by", "2023-05-18", "--format", "jsonl", "--ledger", ledger)
    late = tacitus("show", "Mirzakh", "--known-by", "2023-05-20", "--format", "jsonl", "--ledger", ledger)
    assert (len(early.out.splitlines()), len(late.out.splitlines())) == (1, 2)


def test_show_a_document_and_a_claim(tacitus: Callable[..., Done], ledger: Path) -> None:
    """Ids lead to documents and claims."""
    document = tacitus("show", "wire-1", "--ledger", ledger)
    assert document.out.startswith("Market shelled · Meridian · 2023-05-15\n")
    assert "shown reading r" in document.out
    listed = tacitus("claims", "--certainty", "denied", "--format", "json", "--ledger", ledger)
    id_ = json.loads(listed.out)[0]["claim"]
    claim = tacitus("show", id_, "--ledger", ledger)
    assert claim.out.startswith(f"{id_} · front-1 · Front channel · 2023-05-17\n")
    assert "denied" in claim.out


def test_problems(tacitus: Callable[..., Done], ledger: Path) -> None:
    """Place, moment, what is wrong, what to do."""
    done = tacitus("problems", "--ledger", ledger)
    assert done.out == "scan.pdf · 2023-05-20 10:00 UTC\nPDF files cannot be read yet. Save the report as text.\n"
    (row,) = csv.DictReader(io.StringIO(tacitus("problems", "--format", "csv", "--ledger", ledger).out))
    assert (row["place"], row["advice"]) == ("scan.pdf", "Save the report as text.")
    (item,) = json.loads(tacitus("problems", "--format", "json", "--ledger", ledger).out)
    assert json.loads(tacitus("problems", "--format", "jsonl", "--ledger", ledger).out) == item


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("show", "Mirzak"), ("Error: ", "Mirzakh")),
        (("claims", "--type", "war"), ("'war' is no claim type", "airstrike")),
        (("claims", "--since", "May"), ("'May' is no day", "YYYY-MM-DD")),
        (("claims", "--since", "2023-06-01", "--until", "2023-05-01"), ("2023-06-01/2023-05-01", "first day")),
        (("claims", "--about", "Nobody"), ("Nobody",)),
        (("claims", "--where", "actr = HF"), ("at character 1", "Nearest: actor", "^^^^")),
        (("claims", "--where", "actor = Nobody"), ("Nobody",)),
        (("claims", "--page", "2"), ("--page", "needs --limit")),
        (("claims", "--limit", "0"), ("--limit",)),
        (("show",), ("NAME_OR_ID",)),
        (("shout",), ("shout",)),
    ],
)
def test_wrong_calls(tacitus: Callable[..., Done], ledger: Path, call: tuple[str, ...], said: tuple[str, ...]) -> None:
    """A wrong call ends with 2, says what is wrong and what is allowed, and writes no data and no traceback."""
    done = tacitus(*call, *(("--ledger", ledger) if len(call) > 1 else ()))
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err
    assert not [part for part in said if part not in " ".join(done.err.replace("│", " ").split())]


def test_a_missing_ledger_is_not_made(tacitus: Callable[..., Done], tmp_path: Path) -> None:
    """Asking makes no file, and says how to get one."""
    done = tacitus("claims", "--ledger", tmp_path / "none.db")
    assert done.code == 2
    assert "none.db" in done.err
    assert list(tmp_path.iterdir()) == []


def test_another_file_is_no_ledger(tacitus: Callable[..., Done], tmp_path: Path) -> None:
    """A text file is refused and left as it was."""
    path = tmp_path / "notes.txt"
    path.write_text("Just some notes, long enough to be looked at." * 9, encoding="utf-8")
    before = path.read_bytes()
    done = tacitus("problems", "--ledger", path)
    assert done.code == 2
    assert "notes.txt" in done.err
    assert path.read_bytes() == before


def test_show_leaves_out_what_is_less_sure(tacitus: Callable[..., Done], ledger: Path) -> None:
    """On a name and on a document; the names stay."""
    for name in ("Mirzakh", "wire-1"):
        every = tacitus("show", name, "--format", "jsonl", "--ledger", ledger).out.splitlines()
        sure = tacitus(
            "show", name, "--min-confidence", "0.6", "--format", "jsonl", "--ledger", ledger
        ).out.splitlines()
        none = tacitus("show", name, "--min-confidence", "0.7", "--ledger", ledger)
        assert len(sure) == 1
        assert sure[0] in every
        assert (none.code, "No claims." in none.out) == (0, True)


def test_a_confidence_is_a_share(tacitus: Callable[..., Done], ledger: Path) -> None:
    """Anything else is a wrong call."""
    for wrong in ("60", "-0.1", "sure"):
        assert tacitus("claims", "--min-confidence", wrong, "--ledger", ledger).code == 2
