"""Names in pieces: articles, glue, brackets, words of the tables, numbers."""

from __future__ import annotations

import pytest

from tacitus.resolve.known import known_key, known_of, relation_of
from tacitus.resolve.pieces import pieces, split
from tacitus.resolve.prepared import prepared
from tacitus.resolve.units import number_of
from tacitus.resolve.words import initials, meanings, plain, words_of


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ahrar al-Sham", "ahrar sham"),
        ("Jabhat an-Nusra", "jabhat nusra"),
        ("Hay'at Tahrir ash-Sham", "hayat tahrir sham"),
        ("Abdelmalek Zuhdi", "abd malek zuhdi"),
        ("Abd al-Malik Zuhdi", "abd malik zuhdi"),
        ("Abdurrahman", "abd rahman"),
        ("Nasrallah", "nasr allah"),
        ("Nasr Allah", "nasr allah"),
        ("Nureddin", "nur din"),
        ("Ezzedine Brigades", "ezz din brigades"),
        ("Ennahdha", "nahdha"),
        ("Albarnawi", "barnawi"),
        ("Zakiur Rehman", "zaki rehman"),
        ("Mahmut Tursun", "mahmut tursun"),
        ("Lashkar-e-Zarqan", "lashkar e zarqan"),
        ("Front de l'Azawad", "front de azawad"),
        ("U.S. Army", "us army"),
        ("Gen.Smith", "gen smith"),
        ("الجيش", "aljysh"),
        ("والقدس", "quds"),
        ("24 ОМБр", "24 separate mechanized brigade"),
        ("", ""),
    ],
)
def test_words_of_a_name(name: str, words: str) -> None:
    """Articles go, glued words come apart, abbreviations are spelled out."""
    found = [piece.plain for piece in pieces(name)]
    assert found == words.replace("quds", "qds").split()


@pytest.mark.parametrize(
    ("name", "outside", "inside"),
    [
        ("Umma Party (Sudan)", "Umma Party", ("Sudan",)),
        ("Umma Party [Sudan] (reformed)", "Umma Party", ("Sudan", "reformed")),
        ("Umma Party (Sudan", "Umma Party", ("Sudan",)),
        ("(Sudan)", "Sudan", ()),
        ("Umma Party", "Umma Party", ()),
    ],
)
def test_brackets(name: str, outside: str, inside: tuple[str, ...]) -> None:
    """What stands in brackets is apart; brackets alone are the name."""
    assert split(name) == (outside, inside)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("72", 72),
        ("72nd", 72),
        ("1er", 1),
        ("XIV", 14),
        ("IX", 9),
        ("V", None),
        ("Third", 3),
        ("ثالثة", 3),
        ("Morozkin", None),
        ("2023rd", 2023),
        ("40000", None),
        ("MIX", None),
    ],
)
def test_numbers(word: str, number: int | None) -> None:
    """Digits, ordinals of many languages, Roman numbers of two letters or more."""
    assert number_of(word, plain(word)) == number


def test_a_number_word_is_one_in_units_alone() -> None:
    """A man may be called Khamis, which is "fifth"."""
    assert prepared("Khamis Zuhdi").numbers == frozenset()
    assert prepared("Fifth Division").numbers == {5}


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("jaysh", "army"),
        ("ejército", "army"),
        ("армия", "army"),
        ("جيش", "army"),
        ("tentara", "army"),
        ("katibat", "battalion"),
        ("Bde", "brigade"),
        ("eniya", "front"),
        ("tehreek", "movement"),
        ("xoreynta", "liberation"),
        ("pembebasan", "liberation"),
        ("Filastin", "place:palestine"),
        ("Soomaaliya", "place:somalia"),
        ("Colombian", "place:colombia"),
        ("Maimaiti", "given:muhammad"),
        ("Mykola", "given:nikolai"),
    ],
)
def test_words_in_many_languages(word: str, key: str) -> None:
    """Translations, peoples and given names are one meaning each."""
    assert key in meanings()[plain(word)].keys


def test_a_meaning_says_how_languages_shorten_it() -> None:
    """Acronyms of other languages are checked against these."""
    assert "e" in initials("army")["es"]
    assert "k" in initials("workers")["ku"]
    assert initials("no such meaning") == {}


def test_no_word_is_a_particle_and_a_title() -> None:
    """The small words are of one kind."""
    assert not words_of("particle") & words_of("title")
    assert not words_of("father") & words_of("kunya")


def test_known_bodies() -> None:
    """Names that the letters do not tie, found in any spelling; renames are another matter."""
    assert known_of(known_key("the Houthis")) == known_of(known_key("Ansar Allah")) != frozenset()
    assert known_of(known_key("al-Nusra front")) == {"nusra"}
    assert known_of(known_key("Karim Zuhdi")) == frozenset()
    assert relation_of("nusra", "jfs") == relation_of("jfs", "nusra") == "renamed"
    assert relation_of("nusra", "farc") == ""


def test_every_rename_is_of_known_bodies() -> None:
    """The table of changes names bodies that the other one has, and no two that share a name only."""
    from tacitus import tables  # noqa: PLC0415 - for this test alone

    data = "tacitus.resolve.data"
    bodies = {row[0] for row in tables.rows(data, "actors.tsv")}
    changes = tables.rows(data, "renames.tsv")
    assert {row[0] for row in changes} | {row[2] for row in changes} <= bodies
    assert len(bodies) == len(tables.rows(data, "actors.tsv"))


def test_titles_are_left_out_unless_alone() -> None:
    """A title says next to nothing, and a name of titles is not empty."""
    assert [t.plain for t in prepared("Pavel Orlovsky").tokens] == ["pavel", "orlovsky"]
    assert [t.plain for t in prepared("Gen. Pavel Orlovsky").tokens] == ["pavel", "orlovsky"]
    assert prepared("The General").tokens
    assert "command" in {t.plain for t in prepared("Zarqan General Command").tokens}


def test_an_acronym_in_brackets_is_another_name() -> None:
    """What the words shorten to is no qualifier."""
    own, other = prepared("Zarqan Liberation Front (ZLF)"), prepared("Zarqan Liberation Front (north)")
    assert (own.acronyms, own.qualifiers) == (frozenset({"ZLF"}), ())
    assert (other.acronyms, other.qualifiers) == (frozenset(), ("north",))
