"""Number expressions: the range of each, and what is no count."""

from __future__ import annotations

import pytest

from tacitus.extract.contract import Draft, Extractor, check_order
from tacitus.extract.counts import Counts, find_counts
from tacitus.model.document import Document, sha256_of

#: words, least, greatest
COUNTS: list[tuple[str, int | None, int | None]] = [
    ("12", 12, 12),
    ("1,200", 1200, 1200),
    ("350,000", 350_000, 350_000),
    ("1.5 million", 1_500_000, 1_500_000),
    ("3 million", 3_000_000, 3_000_000),
    ("40 thousand", 40_000, 40_000),
    ("one", 1, 1),
    ("two", 2, 2),
    ("eleven", 11, 11),
    ("twenty", 20, 20),
    ("twenty-one", 21, 21),
    ("thirty one", 31, 31),
    ("a hundred", 100, 100),
    ("one hundred", 100, 100),
    ("a hundred and fifty", 150, 150),
    ("two hundred", 200, 200),
    ("two hundred and twenty-five", 225, 225),
    ("three thousand", 3000, 3000),
    ("three thousand two hundred and five", 3205, 3205),
    ("a thousand", 1000, 1000),
    ("forty thousand", 40_000, 40_000),
    ("two hundred thousand", 200_000, 200_000),
    ("a million", 1_000_000, 1_000_000),
    ("a dozen", 12, 12),
    ("two dozen", 24, 24),
    ("half a dozen", 6, 6),
    ("a couple", 2, 2),
    ("a couple of dozen", 24, 24),
    ("both", 2, 2),
    ("zero", 0, 0),
    ("none", 0, 0),
    ("dozens", 24, None),
    ("scores", 40, None),
    ("hundreds", 200, None),
    ("thousands", 2000, None),
    ("millions", 2_000_000, None),
    ("tens", 20, None),
    ("tens of thousands", 20_000, None),
    ("hundreds of thousands", 200_000, None),
    ("several", 3, None),
    ("many", 3, None),
    ("a few", 3, None),
    ("a handful", 3, None),
    ("several dozen", 36, None),
    ("several hundred", 300, None),
    ("a few hundred", 300, None),
    ("at least 12", 12, None),
    ("at least a dozen", 12, None),
    ("at least one", 1, None),
    ("at least several", 3, None),
    ("at least twenty-one", 21, None),
    ("at least two dozen", 24, None),
    ("more than 30", 30, None),
    ("more than a hundred", 100, None),
    ("over 75", 75, None),
    ("over a hundred", 100, None),
    ("no fewer than 40", 40, None),
    ("no less than 40", 40, None),
    ("not less than 40", 40, None),
    ("upwards of 90", 90, None),
    ("in excess of 90", 90, None),
    ("a minimum of 15", 15, None),
    ("30 or more", 30, None),
    ("30+", 30, None),
    ("30 plus", 30, None),
    ("nearly 40", None, 40),
    ("almost 40", None, 40),
    ("up to 30", None, 30),
    ("up to a hundred", None, 100),
    ("as many as 30", None, 30),
    ("fewer than 12", None, 12),
    ("less than 12", None, 12),
    ("no more than 12", None, 12),
    ("at most 12", None, 12),
    ("just under 50", None, 50),
    ("close to 50", None, 50),
    ("a maximum of 50", None, 50),
    ("nearly a dozen", None, 12),
    ("around 20", 20, 20),
    ("about 20", 20, 20),
    ("approximately 20", 20, 20),
    ("roughly 20", 20, 20),
    ("some 300", 300, 300),
    ("an estimated 300", 300, 300),
    ("50 or so", 50, 50),
    ("between 5 and 10", 5, 10),
    ("between five and ten", 5, 10),
    ("5 to 10", 5, 10),
    ("5-10", 5, 10),
    ("5\N{EN DASH}10", 5, 10),
    ("two or three", 2, 3),
    ("two to three", 2, 3),
    ("20 to 30 thousand", 20_000, 30_000),
    ("between 20 and 30 thousand", 20_000, 30_000),
    ("some 20 to 30", 20, 30),
    ("at least 20 to 30", 20, None),
]

NO_COUNTS = [
    "in 2015",
    "on 3 May 2018",
    "on June 30",
    "31/08/2019",
    "2019-08-31",
    "at 6:30 a.m.",
    "at 0700 GMT",
    "for three days",
    "20 years of war",
    "two weeks ago",
    "a 33-year-old man",
    "a man aged 40",
    "10 percent of it",
    "5% of it",
    "15 km east",
    "15 kilometres away",
    "three miles away",
    "500 kg of it",
    "two tonnes of grain",
    "$20 million",
    "€300",
    "20 million dollars",
    "between 5 and 10 km",
    "the 7th Division",
    "the second blast",
    "the third",
    "two-thirds of it",
    "one third of it",
    "122mm rockets",
    "155-mm shells",
    "7.62 mm rounds",
    "M23 rebels",
    "F-16 jets",
    "T-72 tanks",
    "Su-34 jets",
    "Resolution 2254",
    "Article 5",
    "Brigade 55",
    "Highway 4",
    "in Sector 9.",
    "24/7",
    "six-party talks",
    "a four-storey house",
    "a five-member cell",
    "no comment",
    "a man",
    "an attack",
    "9/11",
    "on one side",
    "3.14159",
    "item 10.0.0.1",
    "Karim Said, 33, fled",
]


@pytest.mark.parametrize(("words", "least", "most"), COUNTS)
def test_ranges(words: str, least: int | None, most: int | None) -> None:
    """The words give the range, and are kept whole."""
    text = f"They say {words} died there."
    (found,) = find_counts(text)
    assert (found.count.min, found.count.max) == (least, most)
    assert found.count.words == found.span.of(text) == words


@pytest.mark.parametrize("words", NO_COUNTS)
def test_what_counts_nobody(words: str) -> None:
    """Times, ages, measures, money, ordinals, calibres and names are left out."""
    assert find_counts(f"They saw {words} there.") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No casualties were reported.", [("No", 0, 0)]),
        ("There were no further injuries.", [("no", 0, 0)]),
        ("No one was hurt.", [("No one", 0, 0)]),
        ("A number of villagers and a large number of troops left.",
         [("A number", 3, None), ("a large number", 3, None)]),
        ("The toll rose from 5 to 10.", [("5", 5, 5), ("10", 10, 10)]),
        ("It killed 12, among them three children, two women and 7 men.",
         [("12", 12, 12), ("three", 3, 3), ("two", 2, 2), ("7", 7, 7)]),
        ("On 3 May 12 people died.", [("12", 12, 12)]),
        ("In 2015, 2000 people fled.", [("2000", 2000, 2000)]),
        ("In 2015 troops came in 2000 trucks and 2015 people fled.", [("2015", 2015, 2015)]),
        ("Air Strikes Kill 15 Rebels, 2 Children", [("15", 15, 15), ("2", 2, 2)]),
        ("One of the two gunmen died.", [("One", 1, 1), ("two", 2, 2)]),
        ("over two villages", [("two", 2, 2)]),
        ("1. The army left.\n2. Ten men stayed.", [("Ten", 10, 10)]),
    ],
)  # fmt: skip
def test_in_sentences(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    """Several counts keep apart, and their order."""
    assert [(m.count.words, m.count.min, m.count.max) for m in find_counts(text)] == expected


def test_the_step_fills_its_layer() -> None:
    """`Counts` needs the document alone."""
    step = Counts()
    assert isinstance(step, Extractor)
    check_order([step])
    text = "Dozens were hurt."
    (found,) = step.extract(Draft(Document("d", text, sha256_of(text.encode())))).counts
    assert (found.count.min, found.count.max, found.count.who) == (24, None, None)


@pytest.mark.parametrize(
    ("text", "words", "least", "most"),
    [
        ("At least a civilian died.", "At least a", 1, None),
        ("There were no reports of casualties.", "no", 0, 0),
        ("There was no sign of any survivors.", "no", 0, 0),
    ],
)
def test_what_is_counted_makes_a_number(text: str, words: str, least: int, most: int | None) -> None:
    """An article or a "no" is a number before those who are counted alone."""
    (found,) = find_counts(text)
    assert (found.count.words, found.count.min, found.count.max) == (words, least, most)


@pytest.mark.parametrize("text", ["At least a week passed.", "There were no reports of rain.", "No, they said."])
def test_what_is_not_counted_is_no_number(text: str) -> None:
    """Days and weather are not counted."""
    assert find_counts(text) == ()
