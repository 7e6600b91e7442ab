"""What a denial denies, and what it takes for granted."""

from __future__ import annotations

import pytest
from tests.extract.trees import parse

from tacitus.extract import scope
from tacitus.extract.layers import Frame, Speech
from tacitus.model.ontology import Certainty

TEXT = """# Kenya denied bombing allies who fled.
Kenya/PROPN/NNP<2:nsubj denied=deny/VERB/VBD<0:root bombing=bomb/VERB/VBG<2:xcomp allies=ally/NOUN/NNS<3:obj
who/PRON/WP<6:nsubj fled=flee/VERB/VBD<4:acl:relcl ./PUNCT/.<2:punct"""


@pytest.mark.parametrize(
    ("kind", "word", "certainty", "expected"),
    [
        ("airstrike", "bombing", Certainty.DENIED, True),
        ("displacement", "fled", Certainty.DENIED, False),
        ("ally", "allies", Certainty.DENIED, False),
        ("displacement", "fled", Certainty.STATED, True),
        ("ally", "allies", Certainty.STATED, True),
    ],
)
def test_a_denial_leaves_what_is_known(kind: str, word: str, certainty: Certainty, *, expected: bool) -> None:
    """The bombing is denied; that they are allies and that they fled is the writer's."""
    known = parse(TEXT)
    tokens = known.sentences[0].tokens
    trigger, cue = tokens[known.at(word)].span, tokens[known.at("denied")].span
    frame = Frame(kind, (), trigger, 0, (trigger,))
    speech = Speech((known.sentences[0].span,), cue, ("e1",), certainty=certainty)
    assert scope.applies(frame, speech, known.sentences) is expected
