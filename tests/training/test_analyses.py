"""Analyses are kept by text and engine; the word lists stand in for an engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.analyses import Analyses, WordLists

if TYPE_CHECKING:
    from pathlib import Path

    from tacitus.language.analysis import Sentence

TEXT = "Rebels seized the depot. Two mechanics were killed in the clashes."


class Counting(WordLists):
    """The word lists under another name, which counts what it is asked."""

    name = "counting"

    def __init__(self, version: str) -> None:
        """Start at none."""
        super().__init__()
        self.version = version
        self.asked = 0

    def analyse(self, text: str) -> tuple[Sentence, ...]:
        """Return what the lists say."""
        self.asked += 1
        return super().analyse(text)


def test_word_lists_know_their_words() -> None:
    """Verbs and nouns of the lists carry tag and lemma; no other word does."""
    known = {t.text: (t.upos, t.lemma) for s in WordLists().analyse(TEXT) for t in s.tokens if t.upos != "X"}
    assert known["seized"] == ("VERB", "seize")
    assert known["clashes"][0] == "NOUN"
    assert "the" not in known


def test_a_text_is_asked_once_and_kept(tmp_path: Path) -> None:
    """A second run reads the file, and gets the same sentences."""
    path = tmp_path / "analyses.jsonl.gz"
    engine = Counting("1")
    analyses = Analyses(path, engine)
    found = analyses.of(TEXT)
    assert analyses.of(TEXT) == found == engine.analyse(TEXT)
    analyses.save()
    again = Counting("1")
    assert Analyses(path, again).of(TEXT) == found
    assert again.asked == 0


def test_another_engine_asks_anew(tmp_path: Path) -> None:
    """Analyses of another version are dropped, but serve where only the lists are at hand."""
    path = tmp_path / "analyses.jsonl.gz"
    first = Analyses(path, Counting("1"))
    first.of(TEXT)
    first.save()
    newer = Counting("2")
    Analyses(path, newer).of(TEXT)
    assert newer.asked == 1
    assert Analyses(path, WordLists()).of(TEXT) == first.of(TEXT)
