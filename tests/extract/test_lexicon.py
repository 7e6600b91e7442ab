"""The word lists: every line names types, roles and words that the rest of the reader knows."""

from __future__ import annotations

from importlib.resources import files

import pytest

from tacitus.extract import lexicon
from tacitus.extract.compounds import halves
from tacitus.extract.relating import ALLOWED
from tacitus.model.entity import EntityType
from tacitus.model.ontology import EVENT_ROLES, RELATION_ROLES, ROLES, Certainty, Status

LISTS = sorted(f.name for f in (files("tacitus.extract") / "data").iterdir() if f.name.endswith(".tsv"))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_says_where_it_comes_from(name: str) -> None:
    """The first line is a comment; no line has a trailing blank or an empty field at its end."""
    text = (files("tacitus.extract") / "data" / name).read_text("utf-8")
    assert text.startswith("# ")
    assert not [line for line in text.splitlines() if line != line.rstrip(" ")]
    assert list(lexicon.rows(name))


@pytest.mark.parametrize("part", ["v", "n"])
def test_predicates_fill_roles_of_their_type(part: str) -> None:
    """Each type is one of the contract and may have at least one role of its template."""
    found = lexicon.predicates(part)
    assert found
    for word, predicate in found.items():
        assert predicate.type in ROLES, word
        assert set(predicate.roles.values()) & set(ROLES[predicate.type]), word


def test_every_event_type_but_the_last_resort_has_a_verb_or_a_noun() -> None:
    """A type that no word names could never be read; `other` names none."""
    told = {predicate.type for part in "vn" for predicate in lexicon.predicates(part).values()}
    assert set(EVENT_ROLES) - told == {"other"}


def test_relations_have_types_for_both_sides() -> None:
    """Role nouns and compounds tell relations of the contract, or who founded what."""
    told = set(lexicon.words_by("role_nouns.tsv")) | {relation for relation, _ in halves().values()}
    assert told <= {*RELATION_ROLES, "formation"}
    assert told <= set(ALLOWED)


@pytest.mark.parametrize("name", ["head_types.tsv", "name_suffixes.tsv"])
def test_types_of_words_are_those_of_the_contract(name: str) -> None:
    """Ten types; every word has one."""
    kinds = lexicon.typed_words(name)
    assert set(kinds.values()) <= set(EntityType)
    assert len(kinds) > 100


def test_weapons_make_armed_events() -> None:
    """A weapon tells an air strike, shelling, a bombing or another attack."""
    assert set(lexicon.word_types("weapons.tsv").values()) == {"airstrike", "shelling", "bombing", "attack"}


def test_hedges_are_certainties_or_statuses() -> None:
    """Each hedge says how sure, or that it is not yet."""
    assert {value for _, value, _ in lexicon.rows("hedges.tsv")} <= {*Certainty, *Status}


def test_countries_are_found_by_name_adjective_and_other_name() -> None:
    """Lower case, one country a word; a capital stands for its country."""
    known = lexicon.countries()
    assert known["kenya"].name == known["kenyan"].name == "Kenya"
    assert known["kenya"] is known["kenyan"]
    assert all(word == word.lower() for word in known)
    assert {country.name.lower() for country in known.values()} <= set(known)
    assert set(map(str.lower, lexicon.capitals().values())) <= set(known)


def test_unknown_words_have_no_type() -> None:
    """A word that no list has is not guessed."""
    assert "ruritanian" not in lexicon.countries()
    assert "zendafy" not in lexicon.predicates("v")
