"""The review queue: pairs of clusters that only people can decide, the most valuable decision first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.model.judgement import Verdict
from tacitus.resolve.clusters import PAIRED, in_effect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tacitus.model.judgement import Judgement
    from tacitus.resolve.clusters import Cluster


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two clusters are one.

    Attributes:
        one: The cluster with the smaller id.
        other: The other one.
        judgement: The surest of the judgements that left it open; it has the reason, and the keys to judge.
    """

    one: Cluster
    other: Cluster
    judgement: Judgement

    @property
    def score(self) -> float:
        """How likely they are one, [0, 1]; even odds where a person left it open."""
        return 0.5 if self.judgement.score is None else self.judgement.score

    @property
    def value(self) -> float:
        """What an answer is worth: records of the smaller one, times nearness to even odds (1 there, 0 when sure).

        So many records would come to the greater cluster, or are known to be none of it.
        """
        return min(len(self.one.records), len(self.other.records)) * 4 * self.score * (1 - self.score)

    @property
    def size(self) -> int:
        """How many records both have together."""
        return len(self.one.records) + len(self.other.records)


def queue(clusters: Iterable[Cluster], judgements: Iterable[Judgement]) -> tuple[Question, ...]:
    """Return the questions that are open, the most valuable first, then the larger; each pair of clusters once.

    A pair is open when a judgement in effect says "unsure" of it, it is not joined by others, and nobody said that the
    two are different.
    """
    every = tuple(clusters)
    homes = {key: cluster for cluster in every for record in cluster.records for key in record.keys}
    homes |= {record.key: cluster for cluster in every for record in cluster.records}
    closed: set[tuple[str, str]] = set()
    best: dict[tuple[str, str], Question] = {}
    for judgement in in_effect(judgements):
        if judgement.verdict not in PAIRED or not all(key in homes for key in judgement.subject):
            continue
        one, other = sorted((homes[key] for key in judgement.subject), key=lambda c: c.id)
        pair = (one.id, other.id)
        if judgement.verdict is Verdict.DIFFERENT:
            closed.add(pair)
        elif judgement.verdict is Verdict.UNSURE and one.id != other.id:
            question = Question(one, other, judgement)
            if pair not in best or _surer(question) > _surer(best[pair]):
                best[pair] = question
    still = [question for pair, question in best.items() if pair not in closed]
    return tuple(sorted(still, key=lambda q: (-q.value, -q.size, q.one.id, q.other.id)))


def _surer(question: Question) -> tuple[float, str]:
    return question.score, question.judgement.id
