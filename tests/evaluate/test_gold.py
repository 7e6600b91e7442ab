"""Gold from files, good and bad."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.evaluate.conftest import TEXT, claim, document

from tacitus.evaluate.gold import Case, NoGoldError, cases
from tacitus.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def only_problem(path: Path, texts: Path | None = None) -> Problem:
    """Return the one Problem of a file."""
    (found,) = (item for item in cases(path, texts) if isinstance(item, Problem))
    return found


def documents(path: Path, texts: Path | None = None) -> list[Case]:
    """Return the documents that can be used."""
    return [item for item in cases(path, texts) if isinstance(item, Case)]


def test_a_document_is_read_as_a_line_of_json_lines(gold_file: Callable[..., Path]) -> None:
    """With its day, title and outlet, as `tacitus read` would."""
    (case,) = documents(gold_file(document()))
    found = case.document
    assert (found.id, found.text, found.title, found.outlet) == ("d1", TEXT, "Mirzakh shelled", "Courier")
    assert str(found.published) == "2023-05-16"
    assert found.language == "en"
    assert [c.type for c in case.gold.claims] == ["shelling"]


def test_a_folder_and_one_file(tmp_path: Path) -> None:
    """A file a document, in the order of names; what is no JSON file is left alone."""
    for name in ("b", "a"):
        about = document()["document"] | {"id": name}
        (tmp_path / f"{name}.json").write_text(json.dumps(document(document=about), indent=2), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not gold", encoding="utf-8")
    assert [case.gold.id for case in documents(tmp_path)] == ["a", "b"]
    assert [case.gold.id for case in documents(tmp_path / "b.json")] == ["b"]


def test_texts_apart(gold_file: Callable[..., Path]) -> None:
    """By id, with the metadata of the report."""
    gold = document()
    del gold["text"]
    texts = gold_file({"id": "d1", "text": TEXT, "published": "2023-05-17"}, name="texts.jsonl")
    (case,) = documents(gold_file(gold), texts)
    assert (case.gold.text, str(case.document.published)) == (TEXT, "2023-05-17")
    assert "--texts" in only_problem(gold_file(gold)).advice


def test_texts_that_are_not_those_of_the_gold(gold_file: Callable[..., Path]) -> None:
    """Offsets would point elsewhere."""
    texts = gold_file({"id": "d1", "text": f"Update: {TEXT}"}, name="texts.jsonl")
    assert "offsets cannot be compared" in only_problem(gold_file(document()), texts).message


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ("{", "It is no JSON"),
        ("[1]", "It is no JSON object."),
        ("{}", "It has no document with an id."),
        (json.dumps({"document": {"id": "d2"}}), "The document 'd2' has no text."),
        (json.dumps({"document": {"id": "d2"}, "text": TEXT}), "Its entities and claims are not as they should be"),
        (json.dumps(document(document={"id": "d2", "published": "some day"})), "some day"),
        (json.dumps(document()), "The id 'd1' stands twice."),
    ],
)
def test_a_bad_document_is_a_problem(gold_file: Callable[..., Path], bad: str, message: str) -> None:
    """With its file and line, and what to do; the others are used."""
    path = gold_file(document(), bad)
    problem = only_problem(path)
    assert problem.place == f"{path}:2"
    assert message in problem.message
    assert problem.advice
    assert len(documents(path)) == 1


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ("no claim", "It is no claim"),
        ({"id": "c7"}, "It is no claim (KeyError"),
        (claim(id="c7", type="picnic"), "There is no type 'picnic'. Allowed: airstrike,"),
        (claim(id="c7", kind="relation"), "A claim of type 'shelling' is of kind event, not 'relation'."),
        (claim(id="c7", evidence=[[0, 4000]]), "Its evidence ends at 4000, outside of the text"),
        (claim(id="c7", evidence=[[9, 9]]), "is no span"),
        (claim(id="c7", evidence=[]), "It has no evidence."),
    ],
)
def test_a_bad_claim_is_a_problem(gold_file: Callable[..., Path], bad: Any, message: str) -> None:  # noqa: ANN401 - JSON
    """It is named and left out; the other claims stay."""
    path = gold_file(document(claims=[claim(), bad]))
    problem = only_problem(path)
    name = "c7" if isinstance(bad, dict) else "2"
    assert problem.place == f"{path}:1 claim {name}"
    assert message in problem.message
    (case,) = documents(path)
    assert len(case.gold.claims) == 1


def test_a_path_that_leads_nowhere(tmp_path: Path) -> None:
    """The call means nothing."""
    with pytest.raises(NoGoldError, match="Give a folder"):
        list(cases(tmp_path / "none"))


def test_bytes_that_are_no_utf_8(tmp_path: Path) -> None:
    """A Problem with the file."""
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b"\xff\xfe\x00")
    assert only_problem(path).place == str(path)
