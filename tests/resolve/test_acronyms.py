"""Acronyms: which words are some, and of what."""

from __future__ import annotations

import pytest

from tacitus.resolve.acronyms import all_words, fits, fits_translated, variants, written_acronyms
from tacitus.resolve.prepared import prepared


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PKK", {"PKK"}),
        ("P.K.K.", {"PKK"}),
        ("PFLP-GC", {"PFLP-GC"}),
        ("LeT", {"LET"}),
        ("M23", {"M23"}),
        ("М23", set()),
        ("ХАМАС", {"KHAMAS"}),
        ("Mosul", set()),
        ("McCoy", set()),
        ("AHRAR AL-SHAM", set()),
        ("", set()),
    ],
)
def test_what_is_an_acronym(text: str, found: set[str]) -> None:
    """Capitals, with full stops or a number; small letters between them are few."""
    assert written_acronyms(text) == found


@pytest.mark.parametrize(
    ("acronym", "name", "how"),
    [
        ("AQAP", "Al-Qaeda in the Arabian Peninsula", 1.0),
        ("ZLF", "Zarqan Liberation Front", 1.0),
        ("FLZ", "Front de libération de Zarqan", 1.0),
        ("FLDZ", "Front de libération de Zarqan", 1.0),
        ("ZLFO", "Zarqan Liberation Front", 0.0),
        ("FRELIZ", "Frente de Libertação de Zarqan", 0.5),
        ("LF", "Zarqan Liberation Front", 0.0),
        ("M14", "March 14 Movement", 1.0),
        ("M15", "March 14 Movement", 0.0),
        ("M", "March 14 Movement", 0.0),
        ("KLF", "Qarzan Liberation Front", 1.0),
    ],
)
def test_initials(acronym: str, name: str, how: float) -> None:
    """Words give their initials in order; articles may, months need not, and the number is the same."""
    assert fits(acronym, all_words(name), prepared(name).numbers) == how


@pytest.mark.parametrize(
    ("acronym", "name", "is_one"),
    [
        ("PKK", "Kurdistan Workers' Party", True),
        ("FARC", "Revolutionary Armed Forces of Colombia", True),
        ("EPR", "Popular Revolutionary Army", True),
        ("FLZ", "Zarqan Liberation Front", True),
        ("ZFL", "Zarqan Liberation Front", False),
        ("KWP", "Zarqan National Army", False),
        ("MZ", "Zarqan Movement", False),
        ("AQI", "Fuerza Anti Unión", False),
    ],
)
def test_initials_in_another_language(acronym: str, name: str, is_one: bool) -> None:  # noqa: FBT001 - a table
    """What the words mean has initials in other languages, often in another order."""
    assert fits_translated(acronym, prepared(name).tokens) is is_one


def test_names_meet_their_acronyms_under_a_key() -> None:
    """The letters that a name may be shortened to hold those of its acronyms."""
    name = prepared("Kurdistan Workers' Party")
    assert {"kwp", "kkp"} <= {"".join(sorted(letters)) for letters in variants(name.outside, name.tokens)} | {"kwp"}
