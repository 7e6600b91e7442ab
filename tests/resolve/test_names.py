"""How alike two names are: what is one, what is not, what is left open, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tacitus.resolve.names import alike, blocks, likeness
from tacitus.resolve.weights import chance, weights

ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("names.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("# ")
]
SURE = 0.9
"""From here on two names are merged without a person's word, at the earliest."""


@pytest.mark.parametrize(("verdict", "about", "one", "other"), ROWS)
def test_a_pair(verdict: str, about: str, one: str, other: str) -> None:
    """Names of one are over even odds, names of two under them."""
    score = alike(one, other)
    assert (score >= 0.5) == (verdict == "same"), (about, score, likeness(one, other))


@pytest.mark.parametrize(("one", "other"), [row[2:] for row in ROWS if row[0] == "same"])
def test_names_of_one_share_a_key(one: str, other: str) -> None:
    """What is alike is found."""
    assert blocks(one) & blocks(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Salafist Group for Preaching and Combat", "AQIM"),
        ("Jabhat al-Nusra", "HTS"),
        ("Caucasus Emirate", "Chechen Republic of Ichkeria"),
        ("Azov Regiment", "Azov Brigade"),
        ("Al-Shabaab", "Al-Shabab (Mozambique)"),
        ("ELN (Colombia)", "ELN (Bolivia)"),
        ("Karim Zuhdi (Zarqan Front)", "Karim Zuhdi (Liwa Mirzakh)"),
        ("Karim Zuhdi (Zarqan Front)", "Karim Zuhdi"),
        ("Imarat Zarqan", "Imarat Zarqan (north)"),
        ("Khatib", "Adnan al-Khatib"),
        ("Ibrahim", "Ibrahim Zuhdi"),
    ],
)
def test_what_a_name_cannot_settle_is_not_sure(one: str, other: str) -> None:
    """Renames, homonyms and half names stay under what is merged."""
    assert alike(one, other) < SURE


def test_a_rename_is_told_and_near_even_odds() -> None:
    """What became of a body is neither sameness nor difference."""
    found = likeness("Jabhat al-Nusra", "Jabhat Fateh al-Sham")
    assert 0.2 < found.score < 0.5
    assert "known to have changed" in {feature.name for feature in found.features}


def test_a_wing_is_not_its_party() -> None:
    """Part and whole have names of their own."""
    assert likeness("Karen National Union", "KNLA").score < 0.2
    assert "known as part and whole" in {f.name for f in likeness("Karen National Union", "KNLA").features}


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("47th Mechanized Brigade", "74th Mechanized Brigade", "numbers differ"),
        ("Umma Party (Zarqan)", "Umma Party (Mirzakh)", "brackets differ"),
        ("ZLF", "Zarqan Liberation Front", "acronym of the words"),
        ("FLZ", "Zarqan Liberation Front", "acronym of a translation"),
        ("ZLF", "ZNF", "acronyms differ"),
        ("Viktor Morozkin", "Zarqan Front", "nothing shared"),
        ("Ahmad Shah Sangari", "Ahmad Sangari", "half of a double name"),
        ("Abu Harith al-Libi", "Abu Umar al-Libi", "kunyas differ"),
        ("Ansarullah", "Houthis", "known as one"),
        ("Boko Haram", "Al-Shabaab", "known as two"),
        ("Ahmed Ibrahim", "Ibrahim Ahmed", "given names in another order"),
    ],
)
def test_the_strongest_reason(one: str, other: str, reason: str) -> None:
    """A score explains itself; the intercept, which every pair has, is no reason."""
    reasons = [feature for feature in likeness(one, other).features if feature.name != "intercept"]
    weightiest = max(reasons, key=lambda feature: abs(feature.value * feature.weight))
    assert reason in {
        f.name for f in reasons if abs(f.value * f.weight) >= 0.5 * abs(weightiest.value * weightiest.weight)
    }


@pytest.mark.parametrize(("one", "other"), [row[2:] for row in ROWS])
def test_the_score_is_the_sum_of_its_reasons(one: str, other: str) -> None:
    """Nothing but the features makes the score, and all of them have a weight."""
    found = likeness(one, other)
    assert found.score == pytest.approx(chance(sum(f.value * f.weight for f in found.features)))
    assert found.score == alike(one, other)
    assert {f.name for f in found.features} <= set(weights())


def test_the_strongest_reason_comes_first() -> None:
    """Reasons are in the order of what they add or take."""
    strengths = [abs(f.value * f.weight) for f in likeness("Jaysh al-Wadi", "Army of al-Sahra").features]
    assert strengths == sorted(strengths, reverse=True)
    assert len(strengths) > 2


def test_few_names_share_a_key() -> None:
    """Words that many names have are no key by themselves."""
    front = blocks("Zarqan Liberation Front")
    assert not front & blocks("Mirzakh Islamic Front")
    assert not blocks("Ahmed Zuhdi") & blocks("Ahmed Morozkin")


@pytest.mark.parametrize("name", ["Ahmed", "Zuhdi", "Abu Harith", "the army"])
def test_a_single_word_is_less_sure_than_a_full_name(name: str) -> None:
    """Several may bear it: the same word is likely the same, and not surely."""
    assert 0.5 < alike(name, name) < SURE < alike("Karim Zuhdi", "Karim Zuhdi")


def test_every_reason_is_documented() -> None:
    """What `--why` may say stands in docs/names.md."""
    page = (Path(__file__).parents[2] / "docs" / "names.md").read_text(encoding="utf-8")
    assert [name for name in weights() if f"`{name}`" not in page] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ADF", "Authenticity and Development Front"),
        ("PF", "Popular Front"),
        ("HSM", "Harakat Sawaid Masr"),
        ("CMA", "Forces of Michel Aoun"),
        ("Zarqan League", "Zarqan League (Morozkin faction)"),
        ("Army faction (forces of Pavel Morozkin)", "Army faction (forces of Viktor Orlovsky)"),
    ],
)
def test_what_fits_by_chance_is_not_sure(one: str, other: str) -> None:
    """Short acronyms fit many names, and factions share their party's name."""
    assert alike(one, other) < SURE
