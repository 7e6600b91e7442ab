"""What single words of names mean, in the languages of the tables."""

from __future__ import annotations

import pytest

from tacitus.resolve.letters import sound
from tacitus.resolve.weights import weight_of
from tacitus.resolve.words import initials, longest, meanings, plain, sounded, words_of


@pytest.mark.parametrize(
    ("words", "kind", "key"),
    [
        ("army ordu jaysh جيش армия ejército armée", "head", "army"),
        ("front cephesi jabhat جبهة frente", "head", "front"),
        ("brigade liwa لواء бригада brigada", "echelon", "brigade"),
        ("battalion batallón", "echelon", "battalion"),
        ("north nord", "content", "north"),
        ("Syrian Syrie سوريا сирия", "place", "place:syria"),
        ("Turkey Türkiye Turkish", "place", "place:turkey"),
        ("Muhammad Mohamed Mehmet محمد Мухаммед Maxamed Mamadou", "given", "given:muhammad"),
        ("Ahmad Ahmet أحمد Ахмед Amadou", "given", "given:ahmad"),
        ("March", "month", "march"),
    ],
)
def test_words_of_one_meaning(words: str, kind: str, key: str) -> None:
    """In every language and script they lead to one key."""
    for word in words.split():
        meaning = meanings()[plain(word)]
        assert meaning.kind == kind
        assert key in meaning.keys


@pytest.mark.parametrize("word", ["zendan", "orvand", "velmora", "kesh", ""])
def test_rare_words_mean_nothing(word: str) -> None:
    """What no table has says most about whose name it is."""
    assert word not in meanings()


def test_a_word_may_mean_several_things() -> None:
    """A katiba is a battalion in one army and a brigade in another."""
    assert meanings()["katiba"].keys == {"battalion", "brigade"}


@pytest.mark.parametrize("word", ["mouhamad", "muhammadd", "mouhamadd"])
def test_a_spelling_that_no_table_has_is_known_by_its_sound(word: str) -> None:
    """As it sounds, it is a given name."""
    assert "given:muhammad" in sounded()[sound(word)].keys


def test_short_sounds_are_not_trusted() -> None:
    """Few letters sound like many words."""
    assert min(map(len, sounded())) >= 5
    assert {meaning.kind for meaning in sounded().values()} <= {"head", "trait", "content", "given", "place"}


@pytest.mark.parametrize(
    ("word", "looked_up"),
    [("Sha'b", "shab"), ("Région", "region"), ("Al-Zendan", "alzendan"), ("bilad_al-sham", "bilad_alsham"), ("!", "")],
)
def test_the_form_in_which_words_are_looked_up(word: str, looked_up: str) -> None:
    """Letters, digits, and the sign between the words of a phrase."""
    assert plain(word) == looked_up


@pytest.mark.parametrize(
    ("kind", "inside", "outside"),
    [
        ("particle", {"of", "the", "de", "en"}, {"front", "abu"}),
        ("kunya", {"abu", "abou", "umm", "um"}, {"bin", "abd"}),
        ("father", {"bin", "ibn", "ould", "ogly"}, {"abu"}),
        ("title", {"mr", "dr", "general", "colonel"}, {"sheikh", "mara"}),
        ("honour", {"sheikh", "shaykh", "mullah", "khan"}, {"general"}),
        ("article", {"al", "el", "ul"}, {"the"}),
        ("no such kind", set(), {"al"}),
    ],
)
def test_words_that_are_weighed_in_their_own_way(kind: str, inside: set[str], outside: set[str]) -> None:
    """Each in its list and in no other."""
    assert inside <= words_of(kind)
    assert outside.isdisjoint(words_of(kind))


@pytest.mark.parametrize(
    ("key", "language", "letters"), [("army", "en", {"a"}), ("army", "ar", {"j"}), ("army", "es", {"e"})]
)
def test_the_first_letters_of_a_concept(key: str, language: str, letters: set[str]) -> None:
    """An acronym may be made in another language."""
    assert initials(key)[language] == letters
    assert initials("place:syria") == initials("zendan") == {}


def test_no_phrase_is_longer_than_the_longest() -> None:
    """And one is as long."""
    assert max(len(word.split("_")) for word in meanings()) == longest() > 1


def test_every_kind_of_word_has_a_weight() -> None:
    """What all names have says nothing, what few have says all, and each kind is between."""
    kinds = {meaning.kind for meaning in meanings().values()}
    listed = {"particle", "kunya", "father", "title", "honour", "binder", "kin", "abd", "god", "word"}
    assert all(0 <= weight_of(kind) <= 1 for kind in kinds | listed)
    assert weight_of("particle") == weight_of("father") == 0
    assert weight_of("word") == 1 > weight_of("given") > weight_of("trait") > weight_of("kunya") > weight_of("title")
    with pytest.raises(KeyError):
        weight_of("no such kind")
