"""Origins of the parts of claims, as the whole reader leaves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import document

from tacitus.extract import cues, modality
from tacitus.extract.confidence import logistic, logit
from tacitus.extract.tree import plant
from tacitus.model.count import Count
from tacitus.model.ontology import Certainty, Status
from tacitus.model.trace import Part, Way

if TYPE_CHECKING:
    from tacitus.model.claim import Claim
    from tacitus.model.reading import Reading
    from tacitus.model.trace import Origin
    from tacitus.pipeline import Reader

REPORT = (
    "The Highland Front attacked a checkpoint in Mirzakh on Monday, the army said. "
    "It also abducted two nurses near Tal Varan, police said."
)


def claim_of(reading: Reading, kind: str) -> Claim:
    """Return the one claim of a type."""
    (found,) = (claim for claim in reading.claims if claim.type == kind)
    return found


def origins(claim: Claim, part: Part) -> list[Origin]:
    """Return the origins of one part."""
    return [origin for origin in claim.trace if origin.part is part]


def words(reading: Reading, origin: Origin) -> list[str]:
    """Return the words on which a part rests."""
    return [span.of(reading.document.text) for span in origin.spans]


@pytest.fixture(scope="module")
def reading(reader: Reader) -> Reading:
    """Return the report as read."""
    return reader.read(document(REPORT))


def test_every_part_of_every_claim_has_an_origin(reading: Reading) -> None:
    """The type once, each argument once, a time where there is one, each speaker, the confidence."""
    assert len(reading.claims) >= 2
    for claim in reading.claims:
        assert len(origins(claim, Part.TYPE)) == 1
        assert [o.number for o in origins(claim, Part.ARGUMENT)] == list(range(len(claim.args)))
        assert len(origins(claim, Part.TIME)) == int(claim.time is not None)
        assert bool(origins(claim, Part.SOURCE)) == bool(claim.source.speakers)
        assert origins(claim, Part.CONFIDENCE)


def test_the_type_rests_on_its_word(reading: Reading) -> None:
    """By the rule of the word, with the engine's score beside it."""
    attack = claim_of(reading, "attack")
    (origin,) = origins(attack, Part.TYPE)
    assert (origin.step, origin.rule, origin.way) == ("events", "attack.v", Way.WORD)
    assert words(reading, origin) == ["attacked"]
    assert origin.score is not None
    assert 0.5 < origin.score <= 1


def test_arguments_rest_on_their_mentions(reading: Reading) -> None:
    """Names as they are; a pronoun with what it goes back to; a number with whom it counts."""
    by_role = {
        (claim.type, arg.role): next(o for o in origins(claim, Part.ARGUMENT) if o.number == n)
        for claim in reading.claims
        for n, arg in enumerate(claim.args)
    }
    actor = by_role["attack", "actor"]
    assert (actor.way, words(reading, actor)) == (Way.NAME, ["Highland Front"])
    pronoun = by_role["abduction", "actor"]
    assert (pronoun.way, words(reading, pronoun)) == (Way.PRONOUN, ["It", "Highland Front"])
    count = by_role["abduction", "count"]
    assert (count.way, words(reading, count)[0]) == (Way.COUNTED, "two")


def test_time_and_source_rest_on_their_words(reading: Reading) -> None:
    """The expression with its anchor; the word of speech, and those that name the speaker."""
    attack = claim_of(reading, "attack")
    (time,) = origins(attack, Part.TIME)
    assert (time.way, words(reading, time)) == (Way.PUBLISHED, ["Monday"])
    (source,) = origins(attack, Part.SOURCE)
    assert (source.step, words(reading, source)) == ("speech", ["said", "the army"])
    assert source.way in (Way.RULE, Way.BOTH)


def test_the_parts_of_the_confidence_make_it(reading: Reading) -> None:
    """Values times weights are its log odds."""
    for claim in reading.claims:
        parts = origins(claim, Part.CONFIDENCE)
        odds = sum((logit(o.score) if o.rule == "share" else o.score) * o.weight for o in parts if o.score and o.weight)
        assert claim.confidence == pytest.approx(logistic(odds), abs=0.01)


@pytest.mark.parametrize(
    ("text", "part", "value", "word"),
    [
        ("Gunmen allegedly attacked the village of Mirzakh.", "certainty", Certainty.ALLEGED, "allegedly"),
        ("Gunmen may have attacked the village of Mirzakh.", "certainty", Certainty.POSSIBLE, "may"),
        ("Gunmen did not attack the village of Mirzakh.", "certainty", Certainty.DENIED, "not"),
        ("Gunmen will attack the village of Mirzakh.", "status", Status.PLANNED, "will"),
        ("Gunmen attacked the village of Mirzakh.", "certainty", Certainty.ALLEGED, None),
    ],
)
def test_the_word_that_hedges(reader: Reader, text: str, part: str, value: str, word: str | None) -> None:
    """It is the one without which the claim would be told otherwise; none for what the sentence does not say."""
    (sentence,) = reader.engine.analyse(text)
    tree = plant(sentence, 0)
    at = next(i for i, token in enumerate(tree.tokens) if token.lemma == "attack")
    found = [span.of(text) for span in cues.cues(tree, at, part, value)]
    assert found == ([word] if word else [])
    assert (getattr(modality.of(tree, at), part) == value) is (word is not None)


def test_two_words_each_of_which_would_do(reader: Reader) -> None:
    """Both are told."""
    text = "Gunmen could attack the village of Mirzakh if the army withdrew."
    (sentence,) = reader.engine.analyse(text)
    tree = plant(sentence, 0)
    at = next(i for i, token in enumerate(tree.tokens) if token.lemma == "attack")
    assert [span.of(text) for span in cues.cues(tree, at, "status", Status.HYPOTHETICAL)] == ["could", "if"]


def test_denials_and_hedges_of_the_reader(reader: Reader) -> None:
    """The word of speech denies; a word of the clause hedges."""
    reading = reader.read(document("The Highland Front denied that it attacked Mirzakh."))
    (denial,) = (o for c in reading.claims if c.type == "attack" for o in origins(c, Part.CERTAINTY))
    assert (denial.way, words(reading, denial)) == (Way.SPEECH, ["denied"])
    reading = reader.read(document("The Highland Front allegedly attacked Mirzakh."))
    (hedge,) = (o for c in reading.claims if c.type == "attack" for o in origins(c, Part.CERTAINTY))
    assert (hedge.step, hedge.way, words(reading, hedge)) == ("events", Way.WORD, ["allegedly"])


def test_a_word_of_speech_that_the_engine_alone_sees(reader: Reader) -> None:
    """No list has it."""
    reading = reader.read(document("Gunmen attacked the village of Mirzakh, police chief Idris Halvani opined."))
    (source,) = (o for c in reading.claims if c.type == "attack" for o in origins(c, Part.SOURCE))
    assert (source.way, words(reading, source)[0]) == (Way.ENGINE, "opined")


def test_a_weapon_settles_the_type(reader: Reader) -> None:
    """A strike with drones is an air strike for the drones' sake."""
    reading = reader.read(document("The army struck the depot in Mirzakh with rockets on Monday."))
    (shelling,) = (c for c in reading.claims if c.type == "shelling")
    (origin,) = origins(shelling, Part.TYPE)
    assert origin.way in (Way.WEAPON, Way.ENGINE)
    assert words(reading, origin)[0] == "struck"


@pytest.mark.parametrize(
    ("text", "kind", "part", "way", "told"),
    [
        ("A farmer was killed in Mirzakh on Monday.", "killing", Part.ARGUMENT, Way.IMPLIED, ["farmer"]),
        (
            "Gunmen attacked a bank in Mirzakh on Monday. Police arrested three men in Tal Varan.",
            "arrest",
            Part.TIME,
            Way.STORY,
            ["Monday"],
        ),
        ("Rebels shelled Mirzakh on 5 May 2024.", "shelling", Part.TIME, Way.EXPLICIT, ["5 May 2024"]),
        (
            "“Our fighters attacked the checkpoint in Mirzakh,” said Idris Halvani, a commander of the Highland Front.",
            "attack",
            Part.SOURCE,
            Way.QUOTATION,
            ["“Our fighters attacked the checkpoint in Mirzakh,”"],
        ),
        (
            "Hurras al-Jabal (HJ) was founded by Idris Halvani. HJ abducted two nurses.",
            "abduction",
            Part.ARGUMENT,
            Way.OTHER_NAME,
            ["HJ", "Hurras al-Jabal"],
        ),
        (
            "Idris Halvani, a commander of the Highland Front, fled.",
            "leads",
            Part.ARGUMENT,
            Way.WORDS,
            ["commander"],
        ),
    ],
)
def test_ways(reader: Reader, text: str, kind: str, part: Part, way: Way, told: list[str]) -> None:  # noqa: PLR0913, PLR0917 - the columns of a table
    """Each way from words to a part, on a sentence that has it."""
    reading = reader.read(document(text))
    found = [(o.way, words(reading, o)) for o in origins(claim_of(reading, kind), part)]
    assert (way, told) in found


def test_the_trace_does_not_change_the_claim(reader: Reader, reading: Reading) -> None:
    """Nor its id: the same text read again gives the same claims and traces."""
    again = reader.read(document(REPORT))
    assert again.claims == reading.claims
    assert [c.id for c in again.claims] == [c.id for c in reading.claims]
    assert all(s.end <= len(REPORT) for c in again.claims for o in c.trace for s in o.spans)


@pytest.mark.parametrize(
    "text",
    [
        "Mortar fire hit a bus station in the town of Ossenfeld on Friday, killing at least 14 people, a doctor said.",
        "The Dunmore Observatory has recorded 23 civilians killed in the bombing of the school in Ossenfeld.",
        "Rebels attacked a convoy near Ossenfeld on Monday and killed six soldiers.",
    ],
)
def test_the_quotes_of_a_claim_hold_its_numbers(reader: Reader, text: str) -> None:
    """A toll may stand in another clause than the deed: nobody could check it against a quote without it."""
    found = reader.read(document(text))
    told = [(c, a.value) for c in found.claims for a in c.args if isinstance(a.value, Count)]
    assert told
    assert all(any(count.words in s.of(text) for s in claim.evidence) for claim, count in told)
