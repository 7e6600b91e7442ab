"""Who does what to whom: deep arguments from trees written down by hand."""

from __future__ import annotations

import pytest
from tests.extract.trees import written

from tacitus.extract.predication import Predication, of_noun, of_verb, surface_subjects


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("Strelsau was shelled by the Zenda Front on Friday.", "shelled", "Front", "Strelsau"),
        ("The depot hit by rockets burned.", "hit", "rockets", "depot"),
        ("The general who led the brigade fled.", "led", "general", "brigade"),
        ("The general who led the brigade fled.", "fled", "general", ""),
        ("The men that the army arrested were teachers.", "arrested", "army", "men"),
        ("The town where soldiers shot a farmer is Zenda.", "shot", "soldiers", "farmer"),
        ("The army wants to capture Zenda.", "capture", "army", "Zenda"),
        ("The minister ordered the army to leave Zenda.", "leave", "army", "Zenda"),
        ("Rebels shelled and then stormed the town.", "stormed", "Rebels", "town"),
        ("The army and the police seized guns, maps and a radio.", "seized", "army police", "guns maps radio"),
        ("Gunmen stormed the post and freed two prisoners.", "freed", "Gunmen", "prisoners"),
        ("Marines struck a depot, killing two guards.", "killing", "Marines", "guards"),
        ("The police foiled a plot by rebels to blow up the bridge.", "blow", "rebels", "bridge"),
        ("The army denied attacking Zenda.", "attacking", "army", "Zenda"),
        ("Rebels are believed to have attacked Zenda.", "attacked", "Rebels", "Zenda"),
        ("Shells hit a school and a clinic near Tarn.", "hit", "Shells", "school clinic"),
        ("The mayor left.", "left", "mayor", ""),
    ],
)
def test_verbs(text: str, verb: str, subjects: str, objects: str) -> None:
    """Passives are turned round, relative words and missing subjects fetched, coordinated phrases all given."""
    known = written(text)
    deep = of_verb(known.tree, known.at(verb))
    assert " ".join(known.words(deep.subjects)) == subjects
    assert " ".join(known.words(deep.objects)) == objects


def test_receivers_and_phrases() -> None:
    """An indirect object is no object; other phrases come with their preposition."""
    gift = written("The rebels gave the town food.")
    deep = of_verb(gift.tree, gift.at("gave"))
    assert (gift.words(deep.receivers), gift.words(deep.objects)) == (["town"], ["food"])
    sent = written("Kenya sent tanks to Somalia.")
    assert sent.words(of_verb(sent.tree, sent.at("sent")).fillers("to")) == ["Somalia"]
    where = written("The town where soldiers shot a farmer is Zenda.")
    assert where.words(of_verb(where.tree, where.at("shot")).fillers("in")) == ["town"]


@pytest.mark.parametrize(
    ("text", "noun", "function", "fillers"),
    [
        ("The militia carried out an attack on the port.", "attack", "subj", "militia"),
        ("The militia carried out an attack on the port.", "attack", "on", "port"),
        ("The raid was carried out by marines.", "raid", "subj", "marines"),
        ("Attacks by rebels continued in Zenda.", "Attacks", "by", "rebels"),
        ("Attacks by rebels continued in Zenda.", "Attacks", "in", "Zenda"),
        ("The army's shelling of Zenda killed four children.", "shelling", "poss", "army"),
        ("The army's shelling of Zenda killed four children.", "shelling", "of", "Zenda"),
        ("Rocket attacks killed nobody.", "attacks", "mod", "Rocket"),
        ("The Zenda Front claimed responsibility for the attack.", "attack", "subj", "Front"),
        ("No group claimed responsibility for the attack.", "attack", "subj", ""),
        ("Kenya claimed the attack on the convoy.", "attack", "subj", "Kenya"),
    ],
)
def test_event_nouns(text: str, noun: str, function: str, fillers: str) -> None:
    """By their own phrases, and by the light verb that carries them; a denial claims nothing."""
    known = written(text)
    deep = of_noun(known.tree, known.at(noun))
    assert " ".join(known.words(deep.fillers(function))) == fillers


def test_phrases_can_be_added_once() -> None:
    """Adding what is there changes nothing."""
    deep = Predication(2, phrases=(("in", 4),))
    assert deep.with_phrases([("in", 4), ("by", 6)]).phrases == (("in", 4), ("by", 6))


def test_subjects_of_a_broken_tree_end() -> None:
    """The root has its own subjects or none."""
    known = written("They attacked the post.")
    assert known.words(surface_subjects(known.tree, known.at("attacked"))) == ["They"]
    assert surface_subjects(known.tree, known.at("They")) == ()
