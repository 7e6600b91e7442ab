"""Usual words: countries, capitals and titles in names, and the words that many names share."""

from __future__ import annotations

import pytest

from tacitus.resolve.fold import fold
from tacitus.resolve.usual_words import capitals, common_words, countries, countries_in, titles


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Syrian Arab Army", {"syria"}),
        ("North Korean navy", {"north korea"}),
        ("U.S. Central Command", {"united states"}),
        ("UK", {"britain"}),
        ("Türkiye", {"turkey"}),
        ("Malian and Nigerien forces", {"mali", "niger"}),
        ("Colombian Front of Kesh", {"colombia"}),
        ("Ivory Coast", {"ivory coast"}),
        ("Côte d’Ivoire", {"ivory coast"}),
        ("Iraqi Kurdistan", {"iraq"}),
        pytest.param("South Sudanese Front", {"south sudan"}),
        ("Tide Front", set()),
        ("Kesh", set()),
        ("", set()),
    ],
)
def test_the_countries_in_a_name(name: str, inside: set[str]) -> None:
    """By name, other name or adjective, wherever they stand."""
    assert countries_in(fold(name)) == inside


@pytest.mark.parametrize("name", ["Niger", "Nigeria", "Guinea", "Mali", "Somalia", "Chad", "Oman"])
def test_a_country_is_no_part_of_a_word(name: str) -> None:
    """Oman is not in "Romania", Niger not in "Nigeria"."""
    assert countries_in(fold(name)) == {fold(name)}
    assert countries_in(fold(f"x{name}")) == countries_in(fold(f"{name}x")) == frozenset()


def test_the_tables_are_folded() -> None:
    """All that is looked up in them is."""
    for words in (countries(), capitals(), titles(), *common_words().values()):
        assert words
        assert all(word == fold(word) for word in words)


@pytest.mark.parametrize(
    ("seat", "country"),
    [("Kyiv", "Ukraine"), ("Khartoum", "Sudan"), ("N'Djamena", "Chad"), ("Sana'a", "Yemen"), ("Bogotá", "Colombia")],
)
def test_capitals_lead_to_their_countries(seat: str, country: str) -> None:
    """Without accents and apostrophes."""
    assert capitals()[fold(seat)] == country


def test_every_capital_is_of_a_known_country() -> None:
    """Else a capital that acts would be a country of its own."""
    assert {fold(country) for country in capitals().values()} <= countries().keys()


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("government", ("government", "authorities", "regime")),
        ("body", ("army", "police", "ministry", "brigade", "council")),
        ("people", ("kurdish", "arab", "tuareg", "fulani")),
        ("place", ("village", "port", "camp", "airport")),
        ("direction", ("north", "southern", "northeast", "upper")),
        ("foreign", ("jabhat", "liwa", "ejercito", "armee", "lashkar")),
        ("slight", ("the", "of", "al", "group")),
    ],
)
def test_groups_of_common_words(group: str, words: tuple[str, ...]) -> None:
    """What many names have in several countries; a rare word is in none."""
    assert common_words()[group].issuperset(words)
    assert not {"zendan", "orvand", "kesh"} & common_words()[group]


def test_titles_are_no_names() -> None:
    """Ranks and offices stand before names; what is half of a name does not."""
    assert {"colonel", "president", "minister", "mr", "gen", "imam"} <= titles()
    assert titles().isdisjoint({"abu", "mara", "kesh", "khan"})
