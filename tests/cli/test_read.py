"""`tacitus read` on the example reports, end to end."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tacitus.export.claims_json import from_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Done

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
MIRZAKH = EXAMPLES / "mirzakh"
STATEMENT = MIRZAKH / "1-ministry-statement.txt"
POSTS = MIRZAKH / "5-channel-posts.jsonl"
POST_IDS = ["front-channel-0411", "front-channel-0418", "front-channel-0430"]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Return the path of a ledger that is not there yet."""
    return tmp_path / "t.db"


def test_the_examples_are_read(tacitus: Callable[..., Done], ledger: Path) -> None:
    """Every example is a document with claims; nothing is a problem; the ledger's path is told."""
    done = tacitus("read", MIRZAKH, EXAMPLES / "bakhmut", "--format", "json", "--ledger", ledger)
    readings = [from_json(json.loads(line)) for line in done.out.splitlines()]
    assert (done.code, len(readings)) == (0, 12)
    assert all(reading.claims for reading in readings)
    assert f"12 documents read, {sum(len(r.claims) for r in readings)} claims. Ledger: {ledger}" in done.err
    listed = tacitus("claims", "--format", "jsonl", "--ledger", ledger)
    assert len(listed.out.splitlines()) == sum(len(r.claims) for r in readings)


def test_the_reports_disagree(tacitus: Callable[..., Done], ledger: Path) -> None:
    """Both tolls and the denial stand side by side, each with its own source."""
    tacitus("read", MIRZAKH, "--ledger", ledger)
    found = [json.loads(line) for line in tacitus("claims", "--format", "jsonl", "--ledger", ledger).out.splitlines()]
    tolls = {count["min"] for item in found for count in item["args"].get("killed", ())}
    assert {20, 31} <= tolls
    denied = [item for item in found if item["certainty"] == "denied"]
    assert denied


def test_the_date_in_the_file_and_the_date_given(tacitus: Callable[..., Done], ledger: Path) -> None:
    """Metadata come from the page; what the user says wins."""

    def document(*options: str) -> dict[str, Any]:
        wire = MIRZAKH / "2-wire-report.html"
        data: dict[str, Any] = json.loads(tacitus("read", wire, *options, "-f", "json", "--ledger", ledger).out)
        found: dict[str, Any] = data["document"]
        return found

    assert document()["published"] == "2023-05-15"
    assert document()["outlet"] == "Meridian Wire"
    given = document("--published", "2023-05-14", "--outlet", "Agency")
    assert (given["published"], given["outlet"]) == ("2023-05-14", "Agency")


def test_quotes_stand_in_the_text(tacitus: Callable[..., Done], ledger: Path) -> None:
    """Each span of evidence lies in the text; a plain text is kept to the byte."""
    data = json.loads(tacitus("read", STATEMENT, "-f", "json", "--ledger", ledger).out)
    assert data["text"] == STATEMENT.read_text(encoding="utf-8")
    assert data["document"]["published"] is None
    for claim in data["claims"]:
        assert all(0 <= start < end <= len(data["text"]) for start, end in claim["evidence"])


def test_a_table_for_each_report(tacitus: Callable[..., Done], ledger: Path) -> None:
    """Title, outlet and day stand over the claims; the second time the reports are known."""
    first = tacitus("read", POSTS, "--ledger", ledger)
    assert "Statement on Mirzakh · Highland Front channel · 2023-05-15 · recorded\n" in first.out
    again = tacitus("read", POSTS, "--ledger", ledger)
    assert "Statement on Mirzakh · Highland Front channel · 2023-05-15 · already recorded\n" in again.out
    assert "3 documents read (3 already recorded)" in again.err
    assert again.out.replace("already recorded", "recorded") == first.out


def test_a_file_a_document(tacitus: Callable[..., Done], ledger: Path, tmp_path: Path) -> None:
    """With --out, section 7 JSON under the given ids, texts untouched, and nothing on standard output."""
    done = tacitus("read", POSTS, "--out", tmp_path / "claims", "--ledger", ledger)
    assert (done.code, done.out) == (0, "")
    assert sorted(path.name for path in (tmp_path / "claims").iterdir()) == [f"{id_}.json" for id_ in POST_IDS]
    given = [json.loads(line) for line in POSTS.read_text(encoding="utf-8").splitlines()]
    for item in given:
        data = json.loads((tmp_path / "claims" / f"{item['id']}.json").read_text(encoding="utf-8"))
        assert data["text"] == item["text"]
        assert data["document"]["id"] == item["id"]


def test_files_of_other_formats(tacitus: Callable[..., Done], ledger: Path, tmp_path: Path) -> None:
    """CSV and JSON Lines go to files too; a table does not."""
    tacitus("read", POSTS, "--out", tmp_path / "rows", "--format", "csv", "--ledger", ledger)
    assert (tmp_path / "rows" / "front-channel-0411.csv").read_text(encoding="utf-8").startswith("document,")
    refused = tacitus("read", POSTS, "--out", tmp_path / "no", "--format", "table", "--ledger", ledger)
    assert refused.code == 2
    assert not (tmp_path / "no").exists()


def test_one_claim_a_line(tacitus: Callable[..., Done], ledger: Path) -> None:
    """JSON Lines and CSV hold the same claims."""
    lines = tacitus("read", POSTS, "--format", "jsonl", "--ledger", ledger).out.splitlines()
    rows = list(csv.DictReader(io.StringIO(tacitus("read", POSTS, "--format", "csv", "--ledger", ledger).out)))
    assert [json.loads(line)["claim"] for line in lines] == [row["claim"] for row in rows]
    assert {row["document"] for row in rows} == set(POST_IDS)


def test_standard_input(process: Callable[..., Done], ledger: Path) -> None:
    """A report can be piped in."""
    text = "The army shelled Mirzakh on 14 May 2023, killing 20 people, the ministry said."
    done = process("read", "-", "--format", "json", "--published", "2023-05-15", "--ledger", ledger, stdin=text)
    assert done.code == 0, done.err
    assert json.loads(done.out)["text"] == text


def test_some_could_not_be_read(tacitus: Callable[..., Done], ledger: Path, tmp_path: Path) -> None:
    """The rest goes on; the problem is told, kept, and changes the exit code."""
    gone = tmp_path / "gone.txt"
    done = tacitus("read", gone, STATEMENT, "--quiet", "--format", "json", "--ledger", ledger)
    assert done.code == 1
    assert json.loads(done.out)
    assert done.err.startswith("Problem: ")
    assert "gone.txt" in done.err
    assert "gone.txt" in tacitus("problems", "--ledger", ledger).out


def test_another_language_is_told(process: Callable[..., Done], ledger: Path) -> None:
    """The report is recorded without claims, and the problem says why."""
    text = "قصف الجيش مدينة حمص يوم الأحد وقتل خمسة مدنيين بحسب المستشفى.\n" * 5
    done = process("read", "-", "--ledger", ledger, stdin=text)
    assert done.code == 1
    assert "No claims." in done.out
    assert "Problem: " in done.err
    assert "English" in done.err


def test_nothing_could_be_read(tacitus: Callable[..., Done], ledger: Path, tmp_path: Path) -> None:
    """A binary file and an empty folder leave nothing."""
    (tmp_path / "image.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "empty").mkdir()
    done = tacitus("read", tmp_path / "image.txt", tmp_path / "empty", "--ledger", ledger)
    assert (done.code, done.out) == (3, "")
    assert done.err.count("Problem: ") == 2


def test_quiet_says_nothing(tacitus: Callable[..., Done], ledger: Path) -> None:
    """Only data, and only on standard output."""
    done = tacitus("read", POSTS, "-q", "--ledger", ledger)
    assert (done.code, done.err) == (0, "")
    assert done.out


def test_the_same_bytes_twice(process: Callable[..., Done], tmp_path: Path) -> None:
    """Two runs into two new ledgers write the same bytes, whatever the hash seed."""
    one = process("read", MIRZAKH, "-f", "json", "--ledger", tmp_path / "1.db", PYTHONHASHSEED="1")
    other = process("read", MIRZAKH, "-f", "json", "--ledger", tmp_path / "2.db", PYTHONHASHSEED="2", LC_ALL="C")
    assert one.out
    assert one.out == other.out


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("read",), "INPUT"),
        (("read", "x.txt", "--published", "2023-02-30"), "'2023-02-30' is no day"),
        (("read", "x.txt", "--format", "xml"), "xml"),
        (("read", "x.txt", "--ledger", "/no/such/folder/t.db"), "folder"),
    ],
)
def test_wrong_calls(tacitus: Callable[..., Done], call: tuple[str, ...], said: str) -> None:
    """A wrong call ends with 2 before anything is read."""
    done = tacitus(*call)
    assert (done.code, done.out) == (2, "")
    assert said in " ".join(done.err.split())


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_takes_no_files(tacitus: Callable[..., Done], ledger: Path, tmp_path: Path) -> None:
    """The folder is named, and what to do."""
    (tmp_path / "locked").mkdir(mode=0o500)
    done = tacitus("read", POSTS, "--out", tmp_path / "locked", "--ledger", ledger)
    assert done.code == 2
    assert "Cannot write" in done.err


def test_only_sure_claims_are_shown_and_all_are_recorded(tacitus: Callable[..., Done], ledger: Path) -> None:
    """The closing line says how many were left out; the ledger has them."""
    done = tacitus("read", STATEMENT, "--min-confidence", "0.7", "--format", "jsonl", "--ledger", ledger)
    shown = [json.loads(line) for line in done.out.splitlines()]
    held = tacitus("claims", "--format", "jsonl", "--ledger", ledger).out.splitlines()
    assert 0 < len(shown) < len(held)
    assert all(claim["confidence"] >= 0.7 for claim in shown)
    assert f"{len(held)} claims ({len(held) - len(shown)} less sure than asked for, not shown)" in done.err


def test_files_hold_only_sure_claims(tacitus: Callable[..., Done], ledger: Path, tmp_path: Path) -> None:
    """As the screen would."""
    tacitus("read", STATEMENT, "--min-confidence", "0.7", "--out", tmp_path / "out", "--ledger", ledger)
    (path,) = (tmp_path / "out").iterdir()
    claims = json.loads(path.read_text(encoding="utf-8"))["claims"]
    assert claims
    assert all(claim["confidence"] >= 0.7 for claim in claims)
