"""Names that are known to be of one body or state without being told."""

from __future__ import annotations

from collections import Counter

import pytest

from tacitus.extract import known, naming
from tacitus.extract.layers import Mention
from tacitus.extract.lexicon import rows
from tacitus.model.entity import EntityType
from tacitus.model.span import Span


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ISIS", "the Islamic State", True),
        ("Da'esh", "ISIL", True),
        ("Shabaab", "al-Shabab", True),
        ("U.N.", "United Nations", True),
        ("Nusra Front", "Jabhat al-Nusra", True),
        ("al-Qaeda", "Islamic State", False),
        ("PKK", "YPG", False),
        ("Zenda Front", "Tarn Front", False),
    ],
)
def test_well_known_bodies(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a column of the table
    """Two names of one line are one body; a name of no line is nothing known."""
    first, second = (known.name_of(naming.key(name)) for name in (one, other))
    assert (first == second and first != "") is same


def test_no_name_stands_in_two_lines() -> None:
    """A name that several bodies share would join them."""
    lines = [{naming.without_article(naming.key(n)) for n in names.split(";")} for (names,) in rows("known_names.tsv")]
    times = Counter(key for line in lines for key in line)
    assert [key for key, n in times.items() if n > 1] == []
    assert min(len(names.split(";")) for (names,) in rows("known_names.tsv")) > 1


@pytest.mark.parametrize(
    ("words", "kind", "country"),
    [
        ("Mali", EntityType.PLACE, "Mali"),
        ("Malian", EntityType.STATE, "Mali"),
        ("the U.S", EntityType.STATE, ""),
        ("U.S", EntityType.STATE, "United States"),
        ("Ankara", EntityType.STATE, "Turkey"),
        ("Ankara", EntityType.PLACE, ""),
        ("Malian government", EntityType.STATE, "Mali"),
        ("Mali’s government", EntityType.STATE, "Mali"),
        ("government of Mali", EntityType.STATE, "Mali"),
        ("Malian interim government", EntityType.STATE, ""),
        ("Malian army", EntityType.FORCE, ""),
        ("Zendan government", EntityType.STATE, ""),
    ],
)
def test_what_stands_for_a_country(words: str, kind: EntityType, country: str) -> None:
    """Its names and adjectives, its government, and its capital where that acts; not its army."""
    mention = Mention(Span(0, len(words)), 0, 0, kind, is_name=True)
    assert known.country_of(mention, words) == country
