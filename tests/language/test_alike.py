"""Words that the network reads alike: countries, sides, loaded words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tacitus.extract.lexicon import countries
from tacitus.language.alike import alike, classes

if TYPE_CHECKING:
    from tacitus.language.engine import BundledEngine

#: Names that persons bear too ("Chad", "Jordan", "Georgia") or that are parts of several names, and an acronym.
_OPEN = {"dprk", "chad", "jordan", "georgia", "guinea", "niger", "korea", "dominica"}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Peru attacked Chile", "Chile attacked Peru"),
        ("Peruvian police left", "Chilean police left"),
        ("An Indian jet met a Peruvian one", "A Peruvian jet met an Indian one"),
        ("Peruvians and Chileans fled", "Chileans and Peruvians fled"),
        ("the junta fled", "the army fled"),
        ("Insurgents fled", "Terrorists fled"),
        ("the heroic soldiers", "the murderous soldiers"),
        ("a terrorist attack", "a barbaric attack"),
        ("Hamas met Fatah", "Fatah met Hamas"),
    ],
)
def test_read_alike(text: str, other: str) -> None:
    """Either side has the same stand-ins."""
    assert alike(text.split()) == alike(other.split())
    assert alike(text.split()) != text.split()


@pytest.mark.parametrize(
    "text",
    [
        "North Korean soldiers fled",
        "the South Sudan army",
        "Sudan Liberation Front fighters",
        "the mayor of Zenda said so",
        "Radio Brave said so",
        "a puppet was found",
        "Jordan Miller left Chad Haddad",
        "THE ARMY FLED",
    ],
)
def test_left_as_they_are(text: str) -> None:
    """Longer names, persons, words that blame nobody, and what is no side."""
    changed = [word for word, now in zip(text.split(), alike(text.split()), strict=True) if word != now]
    assert changed in ([], ["army"])


def test_one_country_keeps_its_stand_in() -> None:
    """A country and its adjective go together, and a second country is another one."""
    stand_ins = classes().stand_ins
    found = alike(["Peruvian", "jets", "left", "Peru", "for", "Chile"])
    assert found[::3] == [stand_ins["adjective"][0], stand_ins["name"][0]]
    assert found[-1] == stand_ins["name"][1]


def test_every_country_of_one_word_has_a_stand_in() -> None:
    """The reader's list of countries and this one agree."""
    single = {word for word in countries() if word.isalpha() and len(word) > 3} - _OPEN
    assert single <= {word.lower() for word in classes().countries}


def test_tokens_stay_those_of_the_text(engine: BundledEngine) -> None:
    """Only the network sees stand-ins; words, lemmas and offsets are the text's own."""
    text = "Brutal Peruvian insurgents attacked Chile."
    (sentence,) = engine.analyse(text)
    assert [token.text for token in sentence.tokens] == ["Brutal", "Peruvian", "insurgents", "attacked", "Chile", "."]
    assert all(token.span.of(text) == token.text for token in sentence.tokens)
    assert sentence.tokens[4].lemma == "Chile"
    assert sentence.tokens[2].lemma == "insurgent"


def test_the_same_tree_for_either_side(engine: BundledEngine) -> None:
    """Heads, relations and scores do not know who it is."""
    one, other = (
        engine.analyse(f"{a} shelled the {b} border on Monday.")[0]
        for a, b in (("Peru", "Chilean"), ("Chile", "Peruvian"))
    )
    assert [(t.head, t.relation, t.upos) for t in one.tokens] == [(t.head, t.relation, t.upos) for t in other.tokens]
    assert one.triggers == other.triggers
    assert one.arguments == other.arguments
