"""Triggers and factuality of the package's engine, where its model has such heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.language.word_scores import LEAST, LIMIT
from tacitus.model.ontology import ROLES

if TYPE_CHECKING:
    from tacitus.language.analysis import Sentence
    from tacitus.language.engine import BundledEngine

SHORT = "The army denied that it had shelled Arden. Gunmen abducted two nurses near Vell."
LONG = "Rebels shelled Arden and abducted nurses, and " * 40 + "the army left Vell."


def _check(sentence: Sentence) -> None:
    """Each word has at most one trigger of a claim type, and one number or none."""
    places = [trigger.token for trigger in sentence.triggers]
    assert places == sorted(set(places))
    assert all(0 <= at < len(sentence.tokens) for at in places)
    assert all(trigger.label in ROLES and LEAST <= trigger.score <= 1 for trigger in sentence.triggers)
    assert len(sentence.factuality) in {0, len(sentence.tokens)}
    assert all(-LIMIT <= number <= LIMIT for number in sentence.factuality)


def test_every_word_has_one_number_and_few_are_triggers(engine: BundledEngine) -> None:
    """Two sentences, each by itself."""
    for sentence in engine.analyse(SHORT):
        _check(sentence)


def test_windows_are_joined(engine: BundledEngine) -> None:
    """A sentence beyond the window keeps its triggers on its own words."""
    (sentence,) = engine.analyse(LONG)
    _check(sentence)
    found = {sentence.tokens[trigger.token].text for trigger in sentence.triggers}
    assert not found & {"and", ",", "the"}


def test_a_text_without_latin_letters_has_none(engine: BundledEngine) -> None:
    """What is not parsed names nothing."""
    (sentence,) = engine.analyse("٣ ٤ ٥")
    assert (sentence.triggers, sentence.factuality) == ((), ())
