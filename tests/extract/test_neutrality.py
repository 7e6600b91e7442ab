"""Neutrality: who acts does not change what is claimed. Names are swapped, and nothing else may change.

With trees written by hand the rules alone are tested, and they must be blind to names. A trained engine may parse a
sentence differently with another name in it; a floor says how often it must not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import document, lines
from tests.extract.trees import Fixed, notation, parse

from tacitus.pipeline import Reader, default_steps

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Two states, and a state and an armed group, either side.
PAIRS = [
    ("Kenya", "Eritrea"),
    ("Eritrea", "Kenya"),
    ("Russia", "Ukraine"),
    ("Ukraine", "Russia"),
    ("Israel", "Hamas"),
    ("Hamas", "Israel"),
    ("Turkey", "Hezbollah"),
    ("Hezbollah", "Turkey"),
]
GROUPS = {"Hamas", "Hezbollah"}
SENTENCES = [
    "Kenya attacked Eritrea on Monday.",
    "Kenya denied that it attacked Eritrea.",
    "Kenya said that Eritrea had shelled a market in Obock.",
    "Eritrea shelled a market in Obock, Kenya said.",
    "According to Kenya, Eritrea killed 12 farmers near Obock.",
    "Kenya allegedly killed three prisoners.",
    "Kenya captured the village of Tarn from Eritrea on 3 May.",
    "Kenya may have bombed a bridge in Obock.",
    "Kenya and Eritrea signed a truce on Sunday.",
    "Kenya withdrew from the town of Tarn.",
    "A market in Obock was shelled by Kenya.",
    "Kenya released 20 prisoners on Tuesday.",
    "Kenya will attack Eritrea, an official said.",
    "Kenya claimed the attack on the convoy.",
    "If Eritrea attacks, Kenya will respond.",
    "Kenya condemned the shelling of Obock.",
    "Kenya killed two children and wounded their father.",
    "Kenya did not attack the hospital, Eritrea said.",
    "Kenya supplied rifles to militias in Tarn.",
    "Kenya threatened to bomb the port of Obock.",
]
HEDGED = ("denied", "alleged", "possible", "probable", "unknown", "planned", "hypothetical")
#: Sentences that the engine reads alike under every pair of names.
STEADY = 13


def swapped(text: str, first: str, second: str) -> str:
    """Return a text with other names for Kenya and Eritrea."""
    names = {"Kenya": first, "Eritrea": second}
    return re.sub("Kenya|Eritrea", lambda match: names[match[0]], text)


def nameless(told: list[str], first: str, second: str) -> list[str]:
    """Return lines with A and B for the two names."""
    return [re.sub(rf"\b{second}\b", "B", re.sub(rf"\b{first}\b", "A", line)) for line in told]


def by_hand(text: str) -> Iterator[list[str]]:
    """Yield what is claimed under each pair of names, by trees written down by hand."""
    for first, second in PAIRS:
        block = swapped(notation(text), first, second)
        for group in GROUPS:
            block = re.sub(rf"({group}/\S+)\^place", r"\1^organisation", block)
        known = parse(block)
        reading = Reader(Fixed(known), default_steps()).read(document(known.text))
        yield nameless(lines(reading), first, second)


@pytest.mark.parametrize("text", SENTENCES)
def test_the_rules_are_blind_to_names(text: str) -> None:
    """The same tree gives the same claims under every pair of names."""
    first, *others = by_hand(text)
    assert first
    assert others == [first] * len(others)


def test_the_engine_is_steady_under_other_names(reader: Reader) -> None:
    """Most sentences give the same claims under every pair of names; the rest must not grow."""
    steady = 0
    for text in SENTENCES:
        told = [nameless(lines(reader.read(document(swapped(text, *pair)))), *pair) for pair in PAIRS]
        steady += all(claims == told[0] for claims in told)
    assert steady >= STEADY


def test_neither_side_is_favoured(reader: Reader) -> None:
    """Of the claims that are read, as many are denied or doubted of one side as of the other."""
    for first, second in PAIRS[::2]:
        texts = [swapped(text, *pair) for text in SENTENCES for pair in ((first, second), (second, first))]
        told = [line for text in texts for line in lines(reader.read(document(text)))]
        acts = {name: [line for line in told if f"actor={name}" in line] for name in (first, second)}
        hedged = {name: sum(" | " + word in line for line in of for word in HEDGED) for name, of in acts.items()}
        assert abs(len(acts[first]) - len(acts[second])) <= len(told) * 0.08, (first, second)
        assert abs(hedged[first] - hedged[second]) <= 2, (first, second)
