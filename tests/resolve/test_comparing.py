"""What speaks for and against two names being one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.comparing import features
from tacitus.resolve.names import alike
from tacitus.resolve.prepared import prepared

if TYPE_CHECKING:
    from collections.abc import Mapping


def found(one: str, other: str) -> Mapping[str, float]:
    """Return the features of two names as written."""
    return features(prepared(one), prepared(other))


@pytest.mark.parametrize(
    ("one", "other", "there", "absent"),
    [
        ("13th Zendan Brigade", "31st Zendan Brigade", {"numbers differ"}, {"numbers agree", "same sound"}),
        ("13th Zendan Brigade", "Zendan Brigade", {"number on one side"}, {"numbers differ"}),
        ("13th Zendan Brigade", "Zendan Brigade No. 13", {"numbers agree", "same sound"}, {"numbers differ"}),
        ("Al-Zendan (Karsia)", "Al-Zendan (Velmora)", {"brackets differ"}, {"brackets agree"}),
        ("Al-Zendan (Karsia)", "Al-Zendan", {"brackets on one side"}, {"brackets differ"}),
        ("Al-Zendan (Karsia)", "Al-Zendan (Karsiya)", {"brackets agree"}, {"brackets differ"}),
        ("TLF", "Tide Liberation Front", {"acronym of the words", "short acronym"}, {"nothing shared"}),
        ("TLFK", "Tide Liberation Front of Kesh", {"acronym of the words"}, {"nothing shared"}),
        ("TLF", "BLF", {"acronyms differ", "nothing shared"}, {"same acronym"}),
        ("TLF", "T.L.F.", {"same acronym", "same sound"}, {"acronyms differ"}),
        ("TLF", "Bay Army", {"acronym of other words"}, {"acronym of the words"}),
        ("Kesh Orvand", "Orvand Kesh", {"another order"}, {"same sound"}),
        ("Muhammad Ahmad", "Ahmad Muhammad", {"given names in another order"}, {"another order"}),
        ("Orvand Brigade", "Liwa Orvand", {"translated"}, {"another order", "both have other words"}),
        ("Abu Zendan", "Umm Zendan", {"father and mother"}, {"kunyas differ"}),
        ("Abu Zendan Orvand", "Abu Kesh Orvand", {"kunyas differ"}, {"father and mother"}),
        ("Orvand Zendan", "Orvand", {"a name more", "one word of several"}, {"only a given name"}),
        ("Muhammad Zendan", "Muhammad", {"one word of several", "only a given name"}, {"the last name agrees"}),
        ("Orvand Kesh Zendan", "Orvand Zendan", {"the last name agrees", "the first name agrees"}, {"a title more"}),
        ("Orvand Zendan Kesh", "Orvand Zendan", {"another last name", "the first name agrees"}, {"another order"}),
        ("Abu Kesh Orvand Zendan", "Orvand Zendan", {"a kunya more"}, {"the first name agrees"}),
        ("Zendan Wali Orvand", "Zendan Orvand", {"half of a double name"}, {"a kunya more"}),
        ("Sheikh Orvand Zendan", "Orvand Zendan", {"a title more"}, {"a name more"}),
        ("Zendan Brigade", "Zendan Battalion", {"another kind of body"}, {"rare words shared"}),
        ("Zendan Front", "Zendan Lumen Front", {"a telling word more", "rare words shared"}, {"a usual word more"}),
        ("Zendan Movement", "Zendan Islamic Movement", {"a usual word more"}, {"a telling word more"}),
        ("Zendan Front", "Zendan Front of Syria", {"a place more"}, {"a usual word more"}),
        ("Zendan Brigade", "Army of the Zendan Brigade", {"another body within"}, {"another kind of body"}),
        ("Zendan Front", "Orvand Front", {"a word for a word", "other words"}, {"rare words shared"}),
        ("Zendan", "Orvand", {"nothing shared"}, {"shared"}),
        ("Zendan", "Zindan", {"a single word", "spelling"}, {"nothing shared"}),
    ],
)
def test_each_reason(one: str, other: str, there: set[str], absent: set[str]) -> None:
    """The names show it, and not its opposite; the order of the two does not matter."""
    reasons = {name for name, value in found(one, other).items() if value}
    assert there <= reasons
    assert absent.isdisjoint(reasons)
    assert found(one, other).keys() == found(other, one).keys()


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Islamic State", "Daesh", "known as one"),
        ("Jabhat al-Nusra", "Hayat Tahrir al-Sham", "known to have changed"),
        ("Boko Haram", "FARC", "known as two"),
    ],
)
def test_what_the_tables_know(one: str, other: str, reason: str) -> None:
    """Well-known bodies: one, one that became the other, two."""
    assert found(one, other)[reason] == 1.0
    assert (alike(one, other) > 0.9) is (reason == "known as one")


@pytest.mark.parametrize(
    ("likelier", "less"),
    [
        (("Zendan", "Zendan"), ("Zendan", "Zindan")),
        (("Zendan Orvand", "Zindan Orvand"), ("Zendan Orvand", "Zendan Talvo")),
        (("Orvand Zendan", "Zendan"), ("Muhammad Zendan", "Muhammad")),
        (("TLFK", "Tide Liberation Front of Kesh"), ("TL", "Tide Liberation")),
        (("Al-Zendan (Karsia)", "Al-Zendan (Karsia)"), ("Al-Zendan (Karsia)", "Al-Zendan (Velmora)")),
        (("7th Zendan Brigade", "Zendan Brigade"), ("7th Zendan Brigade", "8th Zendan Brigade")),
        (("Zendan Brigade", "Liwa Zendan"), ("Zendan Brigade", "Zendan Battalion")),
    ],
)
def test_which_pair_is_likelier(likelier: tuple[str, str], less: tuple[str, str]) -> None:
    """The weights put them in order."""
    assert alike(*likelier) > alike(*less)


SOME = st.sampled_from(
    ["TLF", "Tide Liberation Front", "Zendan (Karsia)", "7th Zendan Brigade", "Abu Kesh", "Muhammad Kesh", "زندان", ""]
) | st.text("ABKabkz 3()", max_size=14)


@given(SOME, SOME)
def test_the_order_of_the_two_does_not_matter(one: str, other: str) -> None:
    """The same score from either side, between nothing and one, and a name is likest itself."""
    assert alike(one, other) == alike(other, one)
    assert 0 <= alike(one, other) <= 1
    assert all(value >= 0 for value in found(one, other).values())
