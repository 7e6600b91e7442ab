"""The review queue: what people are asked, and in which order."""

from __future__ import annotations

from datetime import UTC, datetime

from tacitus.model.entity import EntityType
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.clusters import clusters
from tacitus.resolve.queue import queue
from tacitus.resolve.records import Record

NOW = datetime(2024, 5, 1, tzinfo=UTC)
FRONTS = tuple(Record(f"d{n}", "e1", EntityType.GROUP, ("Tide Front",)) for n in range(6))


def judged(one: int, other: int, verdict: Verdict, score: float | None = None, by: str = "entities@1") -> Judgement:
    """Return a judgement on two of the records."""
    a, b = sorted((FRONTS[one].key, FRONTS[other].key))
    return Judgement((a, b), verdict, "same acronym", by, NOW, score)


def asked(*said: Judgement) -> list[tuple[set[str], float]]:
    """Return the documents of each question, with its score, in order."""
    found = queue(clusters(FRONTS, said), said)
    return [({r.document for r in (*q.one.records, *q.other.records)}, q.score) for q in found]


def test_even_odds_come_before_nearly_sure_ones() -> None:
    """Of two pairs of equal size the one nearer to even odds."""
    said = (judged(0, 1, Verdict.UNSURE, 0.93), judged(2, 3, Verdict.UNSURE, 0.55))
    assert asked(*said) == [({"d2", "d3"}, 0.55), ({"d0", "d1"}, 0.93)]


def test_large_clusters_come_before_small_ones() -> None:
    """Two records with two others are worth more than two with one; of equal worth the larger pair comes first."""
    joined = (judged(0, 1, Verdict.SAME, 0.99), judged(2, 3, Verdict.SAME, 0.99))
    said = (
        *joined,
        judged(1, 2, Verdict.UNSURE, 0.6),
        judged(3, 4, Verdict.UNSURE, 0.6),
        judged(4, 5, Verdict.UNSURE, 0.6),
    )
    assert [len(names) for names, _ in asked(*said)] == [4, 3, 2]


def test_a_pair_of_clusters_is_asked_once_by_its_surest_judgement() -> None:
    """Two records of one cluster are unsure with a third."""
    said = (judged(0, 1, Verdict.SAME, 0.99), judged(0, 2, Verdict.UNSURE, 0.5), judged(1, 2, Verdict.UNSURE, 0.7))
    assert asked(*said) == [({"d0", "d1", "d2"}, 0.7)]


def test_what_is_decided_is_not_asked() -> None:
    """Joined by a way round, or different by a person's word on the pair or on the clusters."""
    unsure = judged(0, 1, Verdict.UNSURE, 0.5)
    assert asked(unsure, judged(0, 2, Verdict.SAME), judged(2, 1, Verdict.SAME)) == []
    assert asked(unsure, judged(0, 1, Verdict.DIFFERENT, by="Mara Dun")) == []
    assert asked(unsure, judged(0, 2, Verdict.SAME), judged(2, 1, Verdict.DIFFERENT, by="Mara Dun")) == []


def test_a_question_has_its_reason_and_a_persons_doubt_counts_as_even_odds() -> None:
    """A person can leave a pair open too."""
    said = (judged(0, 1, Verdict.UNSURE, by="Mara Dun"),)
    (question,) = queue(clusters(FRONTS, said), said)
    assert question.score == 0.5
    assert (question.value, question.size) == (1.0, 2)
    assert question.judgement.because == "same acronym"


def test_judgements_on_dropped_documents_are_passed_over() -> None:
    """Their records are not here."""
    said = (judged(0, 5, Verdict.UNSURE, 0.5),)
    assert queue(clusters(FRONTS[:2], said), said) == ()
