"""Bodies that are known under several names, and what became of them."""

from __future__ import annotations

import pytest

from tacitus import tables
from tacitus.resolve.known import known_key, known_of, relation_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Zendan Front", "az-Zendan front"),
        ("The Army of Orvand", "Army Orvand"),
        ("Ansar al-Velmor", "Ansar Velmor"),
        ("Z.O.F.", "ZOF"),
        ("Hizb Zendan", "Hizb az-Zendan"),
    ],
)
def test_spellings_of_one_key(one: str, other: str) -> None:
    """Articles, particles, full stops and capitals do not matter."""
    assert known_key(one) == known_key(other)


@pytest.mark.parametrize(("one", "other"), [("Zendan Front", "Zendan Army"), ("ZOF", "Zof"), ("ZOF", "ZOK")])
def test_other_words_are_other_keys(one: str, other: str) -> None:
    """An acronym is no word."""
    assert known_key(one) != known_key(other)


@pytest.mark.parametrize("name", ["", "!", "al-", "of the", "ال", "\u0640"])
def test_any_text_has_a_key(name: str) -> None:
    """And nobody is known by nothing."""
    assert known_of(known_key(name)) == frozenset()


def test_what_is_not_in_the_tables_is_not_known() -> None:
    """Invented bodies."""
    assert known_of(known_key("Zendan Tide Front")) == frozenset()
    assert relation_of("zendan", "orvand") == ""


@pytest.mark.parametrize(
    "names",
    [("Houthis", "Ansar Allah", "أنصار الله", "al-Houthi"), ("Islamic State", "Daesh", "داعش", "Da'esh", "ISIS")],
)
def test_well_known_bodies_are_found_by_every_name(names: tuple[str, ...]) -> None:
    """In Latin and Arabic letters."""
    assert frozenset.intersection(*(known_of(known_key(name)) for name in names))


def test_a_name_may_mean_two_bodies() -> None:
    """The later group kept the acronym of the earlier one."""
    assert known_of(known_key("ISIS")) >= {"is", "isil"}


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [("nusra", "jfs", "renamed"), ("sdf", "ypg", "part"), ("farc", "emc", "split"), ("nusra", "hts", "successor")],
)
def test_what_became_of_bodies(one: str, other: str, relation: str) -> None:
    """The same from both sides."""
    assert relation_of(one, other) == relation_of(other, one) == relation


def test_the_tables_fit_together() -> None:
    """Every body that changed is known under names, and is not what it became."""
    ids = {row[0] for row in tables.rows("tacitus.resolve.data", "actors.tsv")}
    rows = [tuple(row[:3]) for row in tables.rows("tacitus.resolve.data", "renames.tsv")]
    assert {one for one, _, _ in rows} | {other for _, _, other in rows} <= ids
    assert all(one != other for one, _, other in rows)
    assert {relation for _, relation, _ in rows} == {"renamed", "merged", "successor", "split", "part", "disputed"}
