"""The lists of words of harm and of those harmed, and the noun that a number counts."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.extract.trees import written

from tacitus.extract import harmed
from tacitus.extract.casualties import Whom
from tacitus.extract.harm_words import Harm, counted_by, first_words, harm_of
from tacitus.extract.lexicon import rows

FORMS = ("object", "subject", "noun", "state", "life")


def test_every_row_has_a_harm_and_a_form() -> None:
    """A slip in the list is seen here, not in a reading."""
    for harm, form, listed in rows("harm_words.tsv"):
        assert Harm(harm)
        assert form in FORMS
        assert listed == listed.lower()


@pytest.mark.parametrize("form", FORMS)
def test_no_word_tells_two_harms_in_one_form(form: str) -> None:
    """What a word tells depends on its form alone."""
    told = Counter(word for _, its, listed in rows("harm_words.tsv") if its == form for word in set(listed.split()))
    assert [word for word, times in told.items() if times > 1] == []


def test_every_kind_of_persons_has_words_of_its_own() -> None:
    """A noun names one kind, and every kind has a row."""
    kinds = {kind: listed.split() for kind, listed in rows("whom_words.tsv")}
    assert set(kinds) == set(Whom)
    named = Counter(word for listed in kinds.values() for word in set(listed))
    assert [word for word, times in named.items() if times > 1] == []


@pytest.mark.parametrize(
    ("word", "forms", "expected"),
    [
        ("kill", ("object",), Harm.KILLED),
        ("gun_down", ("object",), Harm.KILLED),
        ("die", ("object",), None),
        ("die", ("object", "subject"), Harm.KILLED),
        ("casualty", ("noun",), Harm.HARMED),
        ("missing", ("state",), Harm.MISSING),
        ("hostage", ("state",), Harm.CAPTURED),
        ("flee", ("subject",), Harm.DISPLACED),
        ("round_up", ("object",), Harm.ARRESTED),
        ("life", ("noun",), None),
        ("release", FORMS, None),
    ],
)
def test_what_a_word_tells(word: str, forms: tuple[str, ...], expected: Harm | None) -> None:
    """The first form that has the word decides."""
    assert harm_of(word, *forms) is expected


def test_words_that_begin_a_phrase_of_harm() -> None:
    """The first word of a verb with a particle is looked at, and so is a toll; other words are passed over."""
    assert {"round", "gun", "kill", "toll", "number", "dead"} <= first_words()
    assert not {"walk", "the", "round_up", "said"} & first_words()


@pytest.mark.parametrize(
    ("text", "number", "noun"),
    [
        ("Gunmen abducted three nurses near Tarn on Monday.", "three", "nurses"),
        ("Gunmen abducted three nurses near Tarn on Monday.", "Gunmen", "Gunmen"),
        ("Gunmen abducted three nurses near Tarn on Monday.", "abducted", "abducted"),
    ],
)
def test_the_noun_that_a_number_counts(text: str, number: str, noun: str) -> None:
    """A number leads to its noun; whatever counts nothing stays itself."""
    known = written(text)
    assert known.words((counted_by(known.tree, known.at(number)),)) == [noun]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A roadside bomb killed two engineers and wounded their driver.", ["killed engineers", "wounded driver"]),
        ("Marines struck a depot, killing two guards.", ["killed guards"]),
        ("Shells hit a market and three traders died.", ["killed traders"]),
        ("The front freed two nurses.", []),
        ("Kenya killed two children and wounded their father.", ["killed children", "wounded father"]),
        ("Gunmen abducted three nurses near Tarn on Monday.", ["captured nurses"]),
        ("The blast killed 12 people and wounded dozens.", ["killed people", "wounded dozens"]),
        (
            "At least 12 people were killed and dozens wounded in clashes between the army and rebels.",
            ["killed people", "wounded dozens"],
        ),
        ("According to Kenya, Eritrea killed 12 farmers near Obock.", ["killed farmers"]),
    ],
)
def test_harm_on_trees_by_hand(text: str, expected: list[str]) -> None:
    """On a tree without fault the syntax alone tells who is harmed."""
    known = written(text)
    found = [f"{one.harm} {' '.join(known.words(one.heads))}" for one in harmed.in_tree(known.tree)]
    assert found == expected
