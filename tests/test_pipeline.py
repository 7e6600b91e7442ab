"""The whole reader: evidence that quotes, ids that stay, texts that are hostile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import document, lines

from tacitus.errors import UnknownNameError
from tacitus.export.claims_json import dumps
from tacitus.model.document import Document
from tacitus.model.span import merge
from tacitus.pipeline import LONGEST, default_reader, default_steps
from tacitus.read.inputs import ReadOptions, read_inputs

if TYPE_CHECKING:
    from tacitus.model.reading import Reading
    from tacitus.pipeline import Reader

EXAMPLES = Path(__file__).parent.parent / "examples"
RAID = "Gunmen attacked a post near Obock on Monday, police said."


@pytest.fixture(scope="module")
def examples() -> tuple[Document, ...]:
    """Return the documents of the example folders, in order."""
    found = read_inputs([str(EXAMPLES / "mirzakh"), str(EXAMPLES / "bakhmut")], ReadOptions())
    return tuple(item for item in found if isinstance(item, Document))


@pytest.fixture(scope="module")
def readings(reader: Reader, examples: tuple[Document, ...]) -> tuple[Reading, ...]:
    """Return the examples as read one after another by one reader."""
    return tuple(reader.read(example) for example in examples)


def test_every_example_makes_claims(readings: tuple[Reading, ...]) -> None:
    """The examples are reports: something is claimed in each, and nothing stands in the way."""
    assert len(readings) >= 10
    assert all(reading.claims for reading in readings)
    assert not [problem for reading in readings for problem in reading.problems]


def test_evidence_quotes_the_text(readings: tuple[Reading, ...]) -> None:
    """Each span lies in the text, starts and ends on a word, and spans are in order and apart."""
    for reading in readings:
        text = reading.document.text
        for claim in reading.claims:
            assert merge(claim.evidence) == claim.evidence
            for span in claim.evidence:
                quoted = span.of(text)
                assert len(quoted) == len(span)
                assert quoted == quoted.strip()


def test_mentions_quote_the_text_and_ids_have_an_owner(readings: tuple[Reading, ...]) -> None:
    """An entity is mentioned where the text speaks of it; claims speak of entities that are there."""
    for reading in readings:
        names = reading.names()
        assert len(names) == len(reading.entities)
        for entity in reading.entities:
            assert entity.names
            assert entity.mentions == tuple(sorted(entity.mentions))
            assert all(span.end <= len(reading.document.text) for span in entity.mentions)
        for claim in reading.claims:
            assert set(claim.entities()) <= set(names)
        assert len({claim.id for claim in reading.claims}) == len(reading.claims)


def test_nothing_actual_lies_after_the_report(readings: tuple[Reading, ...]) -> None:
    """What is told as real has begun by the day of publication."""
    for reading in readings:
        last = reading.document.published
        for claim in reading.claims:
            if claim.time and claim.time.earliest and last and claim.status == "actual":
                assert claim.time.earliest <= last


def test_the_same_text_gives_the_same_bytes(
    reader: Reader, examples: tuple[Document, ...], readings: tuple[Reading, ...]
) -> None:
    """Whatever was read before, by this reader or a fresh one, in whatever order."""
    first = [dumps(reading) for reading in readings]
    backwards = [dumps(reader.read(example)) for example in reversed(examples)]
    fresh = default_reader()
    assert backwards[::-1] == first
    assert [dumps(fresh.read(example)) for example in examples] == first
    assert [r.id for r in readings] == [reader.read(example).id for example in examples]


def test_ids_depend_on_the_bytes_and_not_on_the_name_of_the_document(reader: Reader) -> None:
    """The same words under another id make the same claims; other bytes make others."""
    one = reader.read(document(RAID))
    renamed = reader.read(replace(document(RAID), id="other"))
    moved = reader.read(document(" " + RAID))
    assert [c.id for c in one.claims] == [c.id for c in renamed.claims]
    assert not {c.id for c in one.claims} & {c.id for c in moved.claims}
    assert lines(one) == lines(renamed) == lines(moved)


def test_without_a_date_no_year_is_made_up(reader: Reader) -> None:
    """A day without a year stays without one."""
    reading = reader.read(document("Gunmen attacked a post near Obock on 3 May.", None))
    assert [str(claim.time) for claim in reading.claims if claim.type == "attack"] == ["XXXX-05-03"]


def test_other_languages_are_a_problem(reader: Reader) -> None:
    """Claims are read in English; the Problem names the language."""
    reading = reader.read(replace(document("Des hommes armés ont attaqué un poste."), language="fr"))
    assert reading.claims == ()
    assert ["'fr'" in problem.message for problem in reading.problems] == [True]
    assert reader.read(replace(document(RAID), language="en")).claims == reader.read(document(RAID)).claims


def test_a_text_over_the_limit_is_read_to_the_limit(reader: Reader) -> None:
    """Five million characters: the first are read, a Problem says how many, memory and time are bounded."""
    blank = "\n" * (LONGEST - len(RAID))
    reading = reader.read(document(RAID + blank + RAID * 80_000))
    assert len(reading.document.text) > 4_800_000
    assert lines(reading) == lines(reader.read(document(RAID)))
    assert [f"{LONGEST:,}" in problem.message for problem in reading.problems] == [True]


def test_a_text_at_the_limit_is_no_problem(reader: Reader) -> None:
    """The limit itself is allowed."""
    assert reader.read(document(RAID + "\n" * (LONGEST - len(RAID)))).problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \t\r\n\u2028",
        "\n" * 100_000,
        "\0" * 5_000,
        "Gunmen\0 attacked\0 Obock.\0",
        "\ud800Gunmen attacked Obock.\udfff Police said so.",
        "هاجم مسلحون مركزا للشرطة يوم الاثنين.",
        "\u202eGunmen attacked Obock\u202c on Monday.",
        "a" * 1_000_000,
        "A-" * 4_000,
        "Kenya " * 4_000,
        "said " * 2_000,
        "(" * 20_000,
        "“" * 20_000 + "Kenya said.",
        "“Kenya said “" * 2_000,
        ", ".join(["Kenya"] * 800) + " said rebels attacked.",
        "Rebels " + "who attacked rebels " * 300 + "fled.",
        "Kenya said that " * 300 + "rebels attacked.",
        "a.k.a. (HAD) " * 1_500,
        "formerly known as known as " * 800,
        "🜂" * 10_000,
        "1,000,000,000 " * 2_000,
        "e\u0301" * 20_000,
    ],
    ids=lambda text: repr(text[:16]),
)
def test_hostile_texts_are_read(reader: Reader, text: str) -> None:
    """No exception, spans inside the text, and the same twice."""
    reading = reader.read(document(text))
    assert all(span.end <= len(text) for claim in reading.claims for span in claim.evidence)
    assert all(name.strip() for entity in reading.entities for name in entity.names)
    assert dumps(reading)


def test_bytes_that_are_no_text_do_not_hide_a_claim(reader: Reader) -> None:
    """NUL bytes, lone surrogates and direction marks beside a sentence leave it readable."""
    for before in ("\0\0 ", "\ud800 ", "\u202e"):
        text = before + RAID
        told = [line for line in lines(reader.read(document(text))) if line.startswith("attack")]
        assert told == ["attack | actor=Gunmen | target=post | place=Obock | by=police | on=2024-05-06"], text


def test_the_version_names_engine_and_steps(reader: Reader) -> None:
    """A reading tells with what it was made."""
    assert reader.version.startswith(f"bundled@{reader.engine.version} ")
    assert reader.version.split(" ")[1:] == [f"{step.name}@{step.version}" for step in default_steps()]
    assert reader.read(document("")).reader == reader.version


def test_an_unknown_engine_is_refused() -> None:
    """The message lists the engines that are there."""
    with pytest.raises(UnknownNameError, match=r"No engine named 'gigantic'. Known: .*bundled"):
        default_reader("gigantic")
