"""Keys by which names that may be alike are found."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tacitus.resolve.name_keys import keys_of
from tacitus.resolve.names import blocks
from tacitus.resolve.prepared import prepared


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zendan Front", "Jabhat az-Zindan"),
        ("Zendan", "Zendan Orvand"),
        ("Zendans", "Zendan"),
        ("TLF", "Tide Liberation Front"),
        ("TLF", "FLT"),
        ("T.L.F.", "TLF"),
        ("JZ", "Jaysh al-Zendan"),
        ("13th Brigade", "Brigade No. 13"),
        ("13th Zendan Brigade", "Thirteenth Zindan Brigade"),
        ("Batarfi", "Ba Tarfi"),
        ("Muhammad Ahmad", "Ahmed Mohamed"),
        ("National Army", "Armée nationale"),
        ("Islamic Army", "Jaysh al-Islam"),
        ("Abu Zendan", "Zendan"),
        ("لواء الزندان", "Zendan Brigade"),
        ("Бригада Ковыль", "Kovyl Brigade"),
        ("Houthis", "Ansar Allah"),
        ("Sheikh", "Shaikh"),
    ],
)
def test_names_that_may_be_one_meet(one: str, other: str) -> None:
    """Spellings, translations, acronyms, scripts, other order and known names."""
    assert blocks(one) & blocks(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zendan Front", "Orvand Front"),
        ("Abu Zendan", "Abu Orvand"),
        ("Muhammad Zendan", "Muhammad Orvand"),
        ("TLF", "Orvand Army"),
        ("13th Zendan Brigade", "13th Orvand Regiment"),
        ("Abd al-Zendan", "Abd al-Orvand"),
        ("General Zendan", "General Orvand"),
    ],
)
def test_a_common_word_alone_brings_none_together(one: str, other: str) -> None:
    """Else every front would be compared with every other."""
    assert not blocks(one) & blocks(other)


@pytest.mark.parametrize("name", ["Zendan", "Front", "Abu", "Sheikh", "7", "TLF", "Z", "زندان", "张伟", "Abu Muhammad"])
def test_every_name_has_a_key(name: str) -> None:
    """Also those of common words alone; no key is empty of meaning for a name with letters."""
    assert keys_of(prepared(name))


def test_keys_are_few() -> None:
    """Two words have more than one, ten not many more: the cost of the search grows with them."""
    name = "Zendan Orvand Kesh Talvo Liberation Front of the Northern Velmora Coast"
    sizes = [len(blocks(" ".join(name.split()[:n]))) for n in range(1, 12)]
    assert all(a < b for a, b in pairwise(sizes[:4]))
    assert max(sizes) < 60
