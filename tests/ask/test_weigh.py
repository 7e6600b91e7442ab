"""How two accounts stand, each way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ask.accounts import Bench
from tests.ask.test_disagree_pairs import PAIRS

from tacitus.ask.accounts import Sources, accounts
from tacitus.ask.ground import ground
from tacitus.ask.questions import Question
from tacitus.ask.voices import voices
from tacitus.ask.weigh import Relation, Weighed, weigh

if TYPE_CHECKING:
    from tacitus.ask.accounts import Account
    from tacitus.ask.parties import Known

_BY_QUESTION = {
    q: sorted({line for question, *lines, _ in PAIRS if question == q for line in lines}) for q in map(str, Question)
}
_QUESTIONS = st.sampled_from(sorted(_BY_QUESTION))


def _accounts(question: str, lines: list[str]) -> tuple[tuple[Account, ...], Known]:
    bench = Bench()
    for line in lines:
        bench.add(line)
    rows, known = ground(bench.rows, bench.rows, None)
    sources = Sources(voices(rows, known), {row.document.id: row.document.id for row in rows})
    return accounts(rows, Question(question), sources, known), known


@given(
    _QUESTIONS.flatmap(
        lambda q: st.tuples(st.just(q), st.lists(st.sampled_from(_BY_QUESTION[q]), min_size=2, max_size=4))
    )
)
def test_both_ways_round_the_same_is_found(drawn: tuple[str, list[str]]) -> None:
    """What the first says of the second is what the second is told by the first; contradiction goes both ways."""
    found, known = _accounts(*drawn)
    for one in found:
        for other in found:
            there, back = weigh(one, other, known), weigh(other, one, known)
            if one is not other:
                assert (there.turned if there else None) == back
            if there is not None and there.relation in (Relation.CONTRADICT, Relation.AGREE):
                assert there == back


@pytest.mark.parametrize("question", sorted(_BY_QUESTION))
def test_nobody_contradicts_himself(question: str) -> None:
    """An account agrees with itself, whatever it says."""
    for line in _BY_QUESTION[question]:
        for one in (found := _accounts(question, [line]))[0]:
            assert weigh(one, one, found[1]) == Weighed(Relation.AGREE), line


@pytest.mark.parametrize("relation", list(Relation))
def test_only_agreement_and_contradiction_go_both_ways(relation: Relation) -> None:
    """All others have a first and a second; turned twice they are as before."""
    found = Weighed(relation)
    assert (found.turned == found) == (relation in (Relation.AGREE, Relation.CONTRADICT))
    assert found.turned.turned == found
