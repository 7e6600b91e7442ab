"""How names are measured."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest
from benchmarks.mentions import alike, f1, recall, wikievents

from tacitus.language.engine import BundledEngine

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.mentions import Place


@pytest.mark.parametrize(
    ("other", "expected"),
    [((0, 10, "place"), True), ((5, 10, "place"), True), ((6, 10, "place"), False), ((0, 10, "person"), False)],
)
def test_half_of_the_longer_one(other: Place, *, expected: bool) -> None:
    """Two places are alike when they share half of the longer and have one type."""
    assert alike((0, 10, "place"), other) is expected


def test_sentences_are_laid_out_one_a_line(tmp_path: Path) -> None:
    """Offsets follow the new text; pronouns, descriptions and other types are no names."""
    sentences = [
        [[["He", 0, 2], ["fled", 3, 7], ["Zenda", 8, 13]], "He fled Zenda"],
        [[["The", 0, 3], ["army", 4, 8], ["of", 9, 11], ["Ruritania", 12, 21]], "The army of Ruritania"],
    ]
    mentions = [
        {"start": 0, "end": 1, "entity_type": "PER"},
        {"start": 2, "end": 3, "entity_type": "GPE"},
        {"start": 3, "end": 5, "entity_type": "ORG"},
        {"start": 6, "end": 7, "entity_type": "GPE"},
        {"start": 6, "end": 7, "entity_type": "VAL"},
    ]
    path = tmp_path / "dev.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"sentences": sentences, "entity_mentions": mentions}) + "\n")
    ((text, names),) = wikievents(path)
    assert [text[start:end] for start, end, _ in names] == ["Zenda", "Ruritania"]


def test_figures_of_one_text() -> None:
    """A name that is found with its class counts for precision and recall; each listed name is looked for."""
    text = "The mayor met Rudolf Rassendyll in Paris on Monday."
    start = text.index("Rudolf")
    engine = BundledEngine()
    found = f1([(text, [(start, start + 17, "person"), (0, 3, "place")])], engine)
    assert found["person"] == (1.0, 1.0, 1.0)
    gold = {"text": text, "entities": [{"type": "person", "names": ["Rudolf Rassendyll", "Nobody"]}]}
    assert recall([gold], engine)["all"] == (1, 1.0, 1.0)
