"""Which words name an event or relation."""

from __future__ import annotations

import pytest
from tests.extract.trees import written

from tacitus.extract import triggers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels fired mortars at the post.", "fired/shelling"),
        ("The police foiled a plot by rebels to blow up the bridge.", "plot/threat blow/bombing"),
        ("A car bomb exploded near a school.", "exploded/bombing"),
        ("Rocket attacks killed nobody.", "attacks/shelling killed/killing"),
        ("The militia carried out an attack on the port.", "attack/attack"),
        ("The rebels pledged allegiance to Black Michael.", "pledged/pledge"),
        ("The two sides signed a truce on Monday.", "signed/agreement"),
        ("Rudolf Rassendyll founded the Zenda Front.", "founded/formation"),
        ("The Zenda Front controls Hentzau.", "controls/controls"),
        ("The Zenda Front split from the Hentzau League in 2019.", "split/split"),
        ("The Hentzau League merged into the Zenda Front.", "merged/merger"),
        ("The base belongs to the Zenda Front.", "belongs/owns"),
        ("The Hentzau League is a branch of the Zenda Front.", ""),
        ("The men that the army arrested were teachers.", "arrested/arrest"),
        ("The claim could not be verified.", ""),
    ],
)
def test_triggers(text: str, expected: str) -> None:
    """The longest entry of the list wins, and its other words name nothing besides."""
    known = written(text)
    words = [f"{known.tree.tokens[t.at].text}/{t.predicate.type}" for t in triggers.find(known.tree)]
    assert " ".join(words) == expected


def test_parts_of_an_entry_are_named() -> None:
    """A particle and an object noun belong to the entry."""
    known = written("The two sides signed a truce on Monday.")
    (trigger,) = triggers.find(known.tree)
    assert (trigger.key, trigger.noun, known.words(trigger.parts)) == ("sign_truce", False, ["truce"])


@pytest.mark.parametrize(
    "text",
    ["The rebel-held town was shelled.", "The Iran-backed militia left.", "The Zenda Front (ZF) attacked Hentzau."],
)
def test_modifiers_are_no_events(text: str) -> None:
    """In a compound, "held" and "backed" describe; a name is a name."""
    known = written(text)
    found = {known.tree.tokens[t.at].text for t in triggers.find(known.tree)}
    assert not found & {"held", "backed", "Front"}
