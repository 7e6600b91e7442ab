"""The engine as a whole: constructions it must read, offsets, determinism, and texts that want to break it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tacitus.language.analysis import Engine, Sentence

if TYPE_CHECKING:
    from tacitus.language.engine import BundledEngine

ARROWS = [
    ("The army shelled the town on Monday.", "army <nsubj shelled"),
    ("The army shelled the town on Monday.", "town <obj shelled"),
    ("The town was shelled by the army.", "town <nsubj:pass shelled"),
    ("The town was shelled by the army.", "army <obl:agent shelled"),
    ("The ministry said that rebels attacked the base.", "attacked <ccomp said"),
    ("The ministry said that rebels attacked the base.", "rebels <nsubj attacked"),
    ("The police did not confirm the report.", "not <advmod confirm"),
    ("Fighters who fled the camp were arrested.", "fled <acl:relcl Fighters"),
    ("Fighters who fled the camp were arrested.", "Fighters <nsubj:pass arrested"),
    ("Rebels shelled the army’s base near Derna.", "army <nmod:poss base"),
    ("Two soldiers and a child died.", "child <conj soldiers"),
    ("The mayor of Hajin fled on Friday.", "Hajin <nmod mayor"),
    ("Rebels shelled the port on Friday, Major Elias Verne said.", "Elias <nsubj said"),
    ("Rebels shelled the port on Friday, Major Elias Verne said.", "shelled <ccomp said"),
    ("“Our clinic was hit twice,” said Dr. Mira Tal.", "Mira <nsubj said"),
    ("“Our clinic was hit twice,” Mira Tal, a nurse, told reporters.", "Mira <nsubj told"),
    ("According to the navy, pirates boarded the ship.", "navy <obl boarded"),
    ("The ministry denied shelling the port.", "shelling <xcomp denied"),
    ("Paris accused the militia of burning the mill.", "burning <advcl accused"),
]


@pytest.mark.parametrize(("text", "arrow"), ARROWS)
def test_relations_of_plain_sentences(engine: BundledEngine, text: str, arrow: str) -> None:
    """In plain sentences who does what to whom stands in the tree."""
    (sentence,) = engine.analyse(text)
    below, relation, above = arrow.replace("<", "").split()
    token = next(token for token in sentence.tokens if token.text == below)
    assert (token.relation, sentence.tokens[token.head].text) == (relation, above)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Omar al-Haddad left Aleppo.", "Omar al-Haddad", "person"),
        ("Omar al-Haddad left Aleppo.", "Aleppo", "place"),
        ("The United Nations condemned the raid.", "United Nations", "organisation"),
    ],
)
def test_names(engine: BundledEngine, text: str, name: str, kind: str) -> None:
    """Names of persons, organisations and places are found with their kind."""
    (sentence,) = engine.analyse(text)
    tokens = sentence.tokens
    found = [(text[tokens[n.start].span.start : tokens[n.end - 1].span.end], n.kind) for n in sentence.names]
    assert (name, kind) in found


def test_mentions_hold_common_nouns(engine: BundledEngine) -> None:
    """Descriptions are mentions too, with the types of claims."""
    (sentence,) = engine.analyse("The rebels killed three civilians in Kunduz.")
    found = {" ".join(t.text for t in sentence.tokens[m.start : m.end]): m.kind for m in sentence.mentions}
    assert found["rebels"] in {"people", "group"}
    assert found["civilians"] == "people"
    assert found["Kunduz"] == "place"


def test_it_is_an_engine(engine: BundledEngine) -> None:
    """The class keeps the contract, and its version names the model."""
    assert isinstance(engine, Engine)
    assert engine.name == "bundled"
    assert len(engine.version.split("-")[1]) == 12


def test_a_sentence_does_not_depend_on_its_neighbours(engine: BundledEngine) -> None:
    """The same words give the same analysis alone and among others, to the last digit."""
    alone = engine.analyse("The army denied the strike.")[0]
    among = engine.analyse(
        "Omar left. " * 3 + "The army denied the strike. " + "It was a long night in the north. " * 20
    )[3]
    assert _plain(alone) == _plain(among)
    assert alone.names == among.names
    layers = ("mentions", "triggers", "factuality", "roles", "arguments", "attributions")
    assert all(getattr(alone, layer) == getattr(among, layer) for layer in layers)


def _plain(sentence: Sentence) -> list[tuple[str, str, str, int, str]]:
    return [(t.lemma, t.upos, t.xpos, t.head, t.relation) for t in sentence.tokens]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80) | st.text(alphabet="abAB .,'’-1\n\ud800\x00\u202eم中", max_size=60))
def test_tokens_quote_the_text(engine: BundledEngine, text: str) -> None:
    """Every token is the text at its span, every tree has one root and no loop, every stretch lies in the sentence."""
    for sentence in engine.analyse(text):
        assert all(token.span.of(text) == token.text for token in sentence.tokens)
        assert all(sentence.span.contains(token.span) for token in sentence.tokens)
        assert [token.relation for token in sentence.tokens if token.head < 0] == ["root"]
        assert all(-1 <= token.head < len(sentence.tokens) for token in sentence.tokens)
        assert all(0 <= n.start < n.end <= len(sentence.tokens) for n in sentence.names + sentence.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n" * 100_000,
        "\x00" * 10_000,
        "\ud800 left \udfff. The army \udc00 left.",
        "غادر الجيش المدينة يوم الاثنين. ولم يعلق أحد.",
        "中" * 5_000,
        "x" * 100_000,
        "a.b-c'd" * 2_000,
        "." * 50_000,
        "( " * 5_000,
        "e\u0301" * 5_000,
        "\u200b" * 10_000,
        "👩‍🚒" * 500,
    ],
    ids=lambda text: ascii(text[:6]),
)
def test_hostile_texts_end_soon(engine: BundledEngine, text: str) -> None:
    """No text crashes the engine or makes it run away."""
    began = time.monotonic()
    for sentence in engine.analyse(text):
        assert sentence.tokens
    assert time.monotonic() - began < 60


def test_a_text_without_latin_letters_gets_a_flat_tree(engine: BundledEngine) -> None:
    """Nobody parses what the model has not learned."""
    (sentence,) = engine.analyse("غادر الجيش المدينة")
    assert [(token.head, token.relation, token.upos) for token in sentence.tokens] == [
        (-1, "root", "X"),
        (0, "dep", "X"),
        (0, "dep", "X"),
    ]
    assert sentence.names == sentence.mentions == ()
