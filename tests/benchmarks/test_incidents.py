"""How the grouping of documents is measured."""

from __future__ import annotations

import pytest
from benchmarks.incidents import chained, copies, linked, score

from tacitus.model.document import Document
from tacitus.model.incident import Incident, Telling
from tacitus.resolve.happening import Happening
from tacitus.resolve.rare_words import weighted

KEYS = {"a": "bomb", "b": "bomb", "c": "bomb", "d": "raid", "e": "raid"}


def pairs(*words: str) -> set[frozenset[str]]:
    """Return pairs of single letters."""
    return {frozenset(word) for word in words}


def test_a_pair_across_events_is_wrong() -> None:
    """Two of the four true pairs, and one wrong; a document without a key does not count."""
    found = score(pairs("ab", "de", "ad", "ax"), KEYS)
    assert found.precision == pytest.approx(2 / 3)
    assert found.recall == pytest.approx(1 / 2)


def test_no_pairs_no_score() -> None:
    """Nothing found is nothing wrong, and nothing right."""
    assert score(set(), KEYS).f1 == 0


def test_only_main_news_links() -> None:
    """A document that tells of it in the background is not linked."""
    one = Incident(
        "i1", (Telling("a", ("c1",), is_lead=True), Telling("b", ("c2",), is_lead=True), Telling("c", ("c3",)))
    )
    assert linked([one]) == pairs("ab")


def test_the_baseline_joins_in_chains() -> None:
    """Three texts whose neighbours share words are one chain, the fourth is not."""
    texts = {"a": "bomb market Velimir", "b": "market Velimir dam Tarn", "c": "dam Tarn harbour", "d": "truce talks"}
    documents = [Document(name, text, "00") for name, text in texts.items()]
    assert chained(documents, 0.2) == pairs("ab", "bc", "ac")


def test_copies_differ_from_one_another() -> None:
    """Each copy has its own ids, names and days, so that a larger pile is no heap of one story."""
    words = weighted(["Gunmen raid Karabash"], 9)
    one = Happening("h1", "d1", ("c1",), ("attack",), is_lead=True, names=("karabash",), words=words)
    first, second = copies([one], 2)
    assert len({first.id, second.id}) == len({first.document, second.document}) == 2
    assert first.words != second.words
