"""Annotated texts become sentences with labels for each head."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from training.analyses import Analyses, WordLists
from training.claims import claims

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Gunmen seized the depot. The army denied that it had shelled Arden."


def _record() -> dict[str, object]:
    """Return an annotated text: a capture, and a shelling that is denied."""
    common = {"kind": "event", "source": [], "status": "actual"}
    capture = {**common, "type": "capture", "args": {}, "certainty": "stated"}
    denial = {**common, "type": "shelling", "args": {"place": ["e1"]}, "certainty": "denied"}
    return {
        "text": TEXT,
        "entities": [{"id": "e1", "type": "place", "names": ["Arden"]}],
        "claims": [{**capture, "evidence": [[0, 23]]}, {**denial, "evidence": [[25, 66]]}],
    }


def test_triggers_and_factuality_stand_on_the_same_words(tmp_path: Path) -> None:
    """Every word has a trigger label, `O` for most; only triggers have a number."""
    (tmp_path / "one.json").write_text(json.dumps(_record()), encoding="utf-8")
    first, second = claims(tmp_path, Analyses(tmp_path / "kept.jsonl.gz", WordLists()))
    assert dict(zip(first.words, first.tags["triggers"], strict=True))["seized"] == "capture"
    assert dict(zip(first.words, first.tags["factuality"], strict=True))["seized"] == "3.0"
    assert dict(zip(second.words, second.tags["triggers"], strict=True))["shelled"] == "shelling"
    assert dict(zip(second.words, second.tags["factuality"], strict=True))["shelled"] == "-3.0"
    assert second.tags["triggers"].count("O") == len(second.words) - 1
    assert second.tags["mentions"][-2] == "B-place"
    shelled, arden = second.words.index("shelled"), second.words.index("Arden")
    assert (shelled, arden, "place") in second.pairs["arguments"].labelled
    assert second.pairs["links"].rows == (arden,)


def test_speakers_who_disagree_leave_no_number(tmp_path: Path) -> None:
    """One says so, one denies it: the word names both claims, and how sure it is stays open."""
    record = _record()
    stated = dict(record["claims"][1], certainty="stated")  # type: ignore[index]  # a list, made above
    record["claims"] = [*record["claims"], stated]  # type: ignore[misc]  # likewise
    (tmp_path / "one.json").write_text(json.dumps(record), encoding="utf-8")
    _, second = claims(tmp_path, Analyses(tmp_path / "kept.jsonl.gz", WordLists()))
    assert second.tags["factuality"] == (None,) * len(second.words)
    assert "shelling" in second.tags["triggers"]


def test_annotated_texts_may_be_lines_of_one_file(tmp_path: Path) -> None:
    """A folder of texts and a file with one text a line give the same sentences."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "one.json").write_text(json.dumps(_record()), encoding="utf-8")
    (tmp_path / "all.jsonl").write_text(json.dumps(_record()) + "\n", encoding="utf-8")
    kept = Analyses(tmp_path / "kept.jsonl.gz", WordLists())
    assert list(claims(tmp_path / "all.jsonl", kept)) == list(claims(tmp_path / "folder", kept))
