"""How surely and how really something is told, by the words over it."""

from __future__ import annotations

import pytest
from tests.extract.trees import written

from tacitus.extract import modality


@pytest.mark.parametrize(
    ("text", "word", "certainty", "status"),
    [
        ("Kenya attacked Eritrea on Monday.", "attacked", "stated", "actual"),
        ("Rebels did not attack Zenda.", "attack", "denied", "actual"),
        ("No rebels attacked Zenda.", "attacked", "denied", "actual"),
        ("Rebels failed to attack Zenda.", "attack", "denied", "actual"),
        ("Rebels allegedly attacked Zenda.", "attacked", "alleged", "actual"),
        ("Suspected rebels attacked Zenda.", "attacked", "possible", "actual"),
        ("Rebels may have attacked Zenda.", "attacked", "possible", "actual"),
        ("Rebels might attack Zenda.", "attack", "possible", "hypothetical"),
        ("Rebels would attack Zenda.", "attack", "stated", "hypothetical"),
        ("Rebels will attack Zenda.", "attack", "stated", "planned"),
        ("Rebels plan to attack Zenda.", "attack", "stated", "planned"),
        ("The army wants to capture Zenda.", "capture", "stated", "planned"),
        ("The minister ordered the army to leave Zenda.", "leave", "stated", "planned"),
        ("If rebels attack Zenda, the army will respond.", "attack", "stated", "hypothetical"),
        ("Rebels are believed to have attacked Zenda.", "attacked", "probable", "actual"),
        ("It is possible that rebels attacked Zenda.", "attacked", "possible", "actual"),
        ("It appears that rebels attacked Zenda.", "attacked", "probable", "actual"),
        ("Rebels attacked Zenda and may attack Hentzau.", "attacked", "stated", "actual"),
        ("Rebels attacked Zenda and may attack Hentzau.", "attack", "possible", "hypothetical"),
        ("The army said that rebels attacked Zenda.", "attacked", "stated", "actual"),
        ("The army did not say that rebels attacked Zenda.", "attacked", "stated", "actual"),
        ("Kenya may have bombed a bridge in Obock.", "bombed", "possible", "actual"),
        ("The general who led the brigade fled.", "led", "stated", "actual"),
    ],
)
def test_modality(text: str, word: str, certainty: str, status: str) -> None:
    """Hedges reach what they stand over, and neither the next clause nor what somebody else says."""
    known = written(text)
    assert modality.of(known.tree, known.at(word)) == (certainty, status)
