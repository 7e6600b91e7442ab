"""Questions to a dependency tree, on trees written down by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.extract.trees import bank, parse, tree, written

from tacitus.extract.tree import plant
from tacitus.language.analysis import Sentence


@pytest.mark.parametrize("text", bank())
def test_what_is_written_down_is_a_tree(text: str) -> None:
    """One root, every word below it, spans that quote the sentence."""
    planted = tree(text)
    roots = [i for i in range(len(planted.tokens)) if planted.head(i) < 0]
    assert len(roots) == 1
    assert planted.subtree(roots[0]) == tuple(range(len(planted.tokens)))
    assert all(token.span.of(text) == token.text for token in planted.tokens)
    assert all(0 <= name.start < name.end <= len(planted.tokens) for name in planted.sentence.names)


def test_relations_match_with_and_without_their_subtype() -> None:
    """`nsubj` matches `nsubj:pass`; a subtype matches itself alone."""
    known = written("Strelsau was shelled by the Zenda Front on Friday.")
    planted, verb = known.tree, known.at("shelled")
    assert known.words(planted.on(verb, "nsubj")) == ["Strelsau"]
    assert known.words(planted.on(verb, "nsubj:pass", "obl:agent")) == ["Strelsau", "Front"]
    assert known.words(planted.on(verb, "obl")) == ["Front", "Friday"]
    assert not planted.is_a(known.at("Strelsau"), "nsubj:outer")


def test_ancestors_and_subtrees() -> None:
    """Governors come nearest first; branches can be left out."""
    known = written("The general who led the brigade fled.")
    planted = known.tree
    assert known.words(planted.ancestors(known.at("brigade"))) == ["led", "general", "fled"]
    assert known.words(planted.subtree(known.at("general"), without=("acl",))) == ["The", "general"]
    assert known.words(planted.subtree(known.at("led"))) == ["who", "led", "the", "brigade"]
    assert planted.span(planted.subtree(known.at("led"))).of(known.text) == "who led the brigade"


def test_conjuncts_come_with_the_first() -> None:
    """Everything coordinated, in order."""
    known = written("The army and the police seized guns, maps and a radio.")
    assert known.words(known.tree.conjuncts(known.at("army"))) == ["army", "police"]
    assert known.words(known.tree.conjuncts(known.at("guns"))) == ["guns", "maps", "radio"]
    assert known.words(known.tree.conjuncts(known.at("radio"))) == ["radio"]


@pytest.mark.parametrize(
    ("text", "word", "preposition"),
    [
        ("According to the army, rebels attacked Zenda.", "army", "according to"),
        ("The army's shelling of Zenda killed four children.", "Zenda", "of"),
        ("The army's shelling of Zenda killed four children.", "army", ""),
        ("The Zenda Front controls Hentzau.", "Hentzau", ""),
    ],
)
def test_prepositions(text: str, word: str, preposition: str) -> None:
    """Words that belong together are one; the mark of the possessive is none."""
    known = written(text)
    assert known.tree.preposition(known.at(word)) == preposition


@pytest.mark.parametrize(
    ("text", "word", "passive"),
    [
        ("Strelsau was shelled by the Zenda Front on Friday.", "shelled", True),
        ("The depot hit by rockets burned.", "hit", True),
        ("The depot hit by rockets burned.", "burned", False),
        ("The general who led the brigade fled.", "led", False),
        ("The men that the army arrested were teachers.", "arrested", False),
        ("The raid was carried out by marines.", "carried", True),
    ],
)
def test_passives(text: str, word: str, passive: bool) -> None:  # noqa: FBT001 - a column of the table
    """With an auxiliary, with an agent, or as a participle behind a noun."""
    known = written(text)
    assert known.tree.is_verb(known.at(word))
    assert known.tree.is_passive(known.at(word)) is passive


def test_a_broken_tree_ends_all_questions() -> None:
    """Words that govern each other, or themselves, or lie outside, do not hang the reader."""
    sentence = tree("The mayor left.").sentence
    heads = (1, 0, 2, 99)
    tokens = tuple(replace(token, head=head) for token, head in zip(sentence.tokens, heads, strict=True))
    planted = plant(Sentence(sentence.span, tokens), 0)
    assert planted.ancestors(0) == (1, 0)
    assert planted.subtree(0) == (0, 1)
    assert planted.kids[2] == ()


def test_words_have_straight_apostrophes() -> None:
    """A curly apostrophe is an apostrophe."""
    sentence = tree("The Zenda Front's base burned.").sentence
    curly = tuple(replace(token, text=token.text.replace("'", "’")) for token in sentence.tokens)
    assert plant(replace(sentence, tokens=curly), 0).word(3) == "'s"


def test_an_object_without_an_auxiliary_is_no_passive() -> None:
    """A verb whose subject the tree calls passive is active when it has an object and no "was"."""
    known = written("Strelsau was shelled by the Zenda Front on Friday.")
    assert known.tree.is_passive(known.at("shelled"))
    active = written("The army and the police seized guns, maps and a radio.")
    verb, subject = active.at("seized"), active.at("army")
    tokens = list(active.tree.tokens)
    tokens[subject] = replace(tokens[subject], relation="nsubj:pass")
    planted = plant(replace(active.tree.sentence, tokens=tuple(tokens)), 0)
    assert planted.on(verb, "nsubj")
    assert not planted.on(verb, "nsubj:pass")
    assert not planted.is_passive(verb)


def test_two_nouns_side_by_side_are_one_subject() -> None:
    """The engine may take "government" in "government planes bombed Zenda" for a subject of its own."""
    known = written("Gunmen stormed the post and freed two prisoners.")
    verb, gunmen = known.at("stormed"), known.at("Gunmen")
    sentence = known.sentences[0]
    first = sentence.tokens[gunmen]
    doubled = (replace(first, head=verb + 1), *(replace(t, head=t.head + (t.head >= 0)) for t in sentence.tokens))
    planted = plant(replace(sentence, tokens=doubled, names=(), mentions=()), 0)
    assert planted.head(0) == 1
    assert planted.is_a(0, "compound")
    assert planted.on(verb + 1, "nsubj") == (1,)


#: Trees as a parser slipped: word, what it hung on, what it belongs to.
_SLIPS = """\
# Clashes between soldiers and rebels began.
Clashes=clash/NOUN/NNS<6:nsubj between/ADP/IN<3:case soldiers=soldier/NOUN/NNS<1:nmod and/CCONJ/CC<5:cc
rebels=rebel/NOUN/NNS<1:conj began=begin/VERB/VBD<0:root ./PUNCT/.<6:punct

# The air force bombed Zenda
The/DET/DT<3:det air/NOUN/NN<4:nsubj force/NOUN/NN<4:nsubj bombed=bomb/VERB/VBD<0:root Zenda/PROPN/NNP<4:obj

# Shells then rockets hit
Shells=shell/NOUN/NNS<4:nsubj then/ADV/RB<4:advmod rockets=rocket/NOUN/NNS<4:nsubj hit/VERB/VBD<0:root
"""
SLIPS = _SLIPS.strip().split("\n\n")


@pytest.mark.parametrize(
    ("slip", "word", "head"),
    [(SLIPS[0], "rebels", "soldiers"), (SLIPS[1], "air", "force"), (SLIPS[2], "Shells", "hit")],
)
def test_words_hang_on_what_they_belong_to(slip: str, word: str, head: str) -> None:
    """Slips that the words around give away are put right: the second side, two subjects that touch and no others."""
    text = parse(slip)
    assert text.tree.tokens[text.tree.head(text.at(word))].text == head
