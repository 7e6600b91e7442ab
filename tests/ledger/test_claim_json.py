"""Claims and entities as JSON, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from tests.ledger.drawn import claims, entities, several, spans
from tests.ledger.samples import rich_reading

from tacitus.ledger.claim_json import claim_in, claim_out, dumps, entity_in, entity_out, spans_in, spans_out
from tacitus.model.count import Count
from tacitus.model.source import AUTHOR

if TYPE_CHECKING:
    from tacitus.model.claim import Claim
    from tacitus.model.entity import Entity
    from tacitus.model.span import Span

RICH = rich_reading()


@settings(max_examples=150, deadline=None)
@given(claim=claims())
def test_claims_come_back(claim: Claim) -> None:
    """With everything but the trace, which is handed in again."""
    data = json.loads(dumps(claim_out(claim)))
    assert claim_in(data) == replace(claim, trace=())
    assert claim_in(data, claim.trace) == claim


@settings(max_examples=150, deadline=None)
@given(entity=entities)
def test_entities_come_back(entity: Entity) -> None:
    """With everything but the mentions, which are handed in again."""
    data = json.loads(dumps(entity_out(entity)))
    assert entity_in(data) == replace(entity, mentions=())
    assert entity_in(data, entity.mentions) == entity


@given(given_spans=several(spans))
def test_spans_come_back(given_spans: tuple[Span, ...]) -> None:
    """Two numbers each."""
    flat = spans_out(given_spans)
    assert len(flat) == 2 * len(given_spans)
    assert spans_in(flat) == given_spans


def test_the_form_of_a_claim() -> None:
    """A list in the order of the fields of `Claim`: other programs may rely on it."""
    assert dumps(claim_out(RICH.claims[0])) == (
        '["c00000000000000a1","leads",[["subject","e1"],["object","e2"],["role","field commander"],["ended",true]],'
        '[13,50,51,58],"../2019",["e3","e2"],"stated","actual",null,"","story"]'
    )


def test_the_form_of_an_entity() -> None:
    """Id, type, names, place."""
    assert dumps(entity_out(RICH.entities[0])) == '["e1","person",["Colonel Adan Rask","Rask"],null]'


def test_numbers_past_64_bits_stay_exact() -> None:
    """JSON has no bound, and neither has Python."""
    back = claim_in(json.loads(dumps(claim_out(RICH.claims[1]))))
    assert back.args[0].value == Count(None, 10**30, "e3", "up to 10^30")


def test_the_voice_of_the_author_is_one_object() -> None:
    """There are millions of claims."""
    data = claim_out(RICH.claims[1])
    assert claim_in(data).source is AUTHOR


@pytest.mark.parametrize("at", [2, 3, 6, 7])
def test_what_is_no_claim_is_refused(at: int) -> None:
    """Nothing is guessed."""
    data = claim_out(RICH.claims[0])
    data[at] = [0, 1, 2] if at == 3 else "perhaps"
    with pytest.raises((LookupError, ValueError)):
        claim_in(data)
    with pytest.raises(ValueError, match="unpack"):
        claim_in(data[:5])


def test_the_bytes_are_the_same_everywhere() -> None:
    """ASCII, without spaces, with Python's shortest writing of a number (IEEE 754)."""
    assert dumps(["ü𝄞\ud800", 0.1, 1e22, None, True]) == '["\\u00fc\\ud834\\udd1e\\ud800",0.1,1e+22,null,true]'
