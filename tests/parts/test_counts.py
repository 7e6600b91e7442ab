"""The numbers of a text by themselves, as rows of JSON."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tacitus.config import Part
from tacitus.extract.casualties import Whom
from tacitus.extract.harm_words import Harm
from tacitus.model.document import Document
from tacitus.parts import CountPart, Tools, counts_of, take
from tacitus.parts.counts import count_row

if TYPE_CHECKING:
    from tacitus.pipeline import Reader

TEXT = "The army said that nearly 40 Red Banner fighters died. On 5 May, 200 families fled."


def test_typed_results(reader: Reader) -> None:
    """Range, harm, kind and the words; a day is no number of persons."""
    first, second = counts_of(TEXT, reader.engine)
    assert isinstance(first, CountPart)
    assert (first.count.min, first.count.max, first.count.words) == (None, 40, "nearly 40")
    assert (first.harm, first.kind) == (Harm.KILLED, Whom.FIGHTERS)
    assert [span.of(TEXT) for span in (first.span, first.whom, first.side, *first.source) if span] == [
        "nearly 40",
        "Red Banner fighters",
        "Red Banner",
        "The army",
    ]
    assert (second.count.min, second.harm, second.kind, second.side, second.source) == (
        200,
        Harm.DISPLACED,
        Whom.CIVILIANS,
        None,
        (),
    )


def test_rows(reader: Reader) -> None:
    """Every field is plain JSON: offsets, words, bounds or null."""
    first, second = (count_row(part) for part in counts_of(TEXT, reader.engine))
    assert first == {
        "start": 19,
        "end": 28,
        "words": "nearly 40",
        "min": None,
        "max": 40,
        "harm": "killed",
        "who": [29, 48],
        "kind": "fighters",
        "side": [29, 39],
        "source": [[0, 8]],
    }
    assert (second["who"], second["side"], second["source"]) == ([69, 77], None, [])


def test_the_part_is_asked_for_by_name(reader: Reader) -> None:
    """`tacitus parts counts` writes these rows."""
    document = Document("a1", TEXT, "0" * 64, language="en")
    (found,) = take([document], Part.COUNTS, Tools(lambda: reader.engine))
    assert isinstance(found, dict)
    assert found == {"id": "a1", "spans": [count_row(part) for part in counts_of(TEXT, reader.engine)]}


def test_a_quotation_over_sentences_keeps_its_speaker(reader: Reader) -> None:
    """Who counts in a quotation of several sentences is told once."""
    text = "The governor issued a statement:\n\n“We hold the bridge. Rebels killed 14 guards there on Monday.”"
    (found,) = counts_of(text, reader.engine)
    assert [span.of(text) for span in found.source] == ["The governor"]


def test_a_demand_counts_nobody(reader: Reader) -> None:
    """Who demands the release of prisoners does not say how many there are; who claims a victim is no speaker."""
    (asked,) = counts_of("The envoy demanded the release of 12 prisoners.", reader.engine)
    (taken,) = counts_of("The storm claimed 12 lives.", reader.engine)
    assert asked.source == taken.source == ()


def test_things_have_no_kind(reader: Reader) -> None:
    """What is counted is no person, so nobody is harmed."""
    text = "Rebels captured two villages and 20 tanks."
    found = counts_of(text, reader.engine)
    assert [(part.whom.of(text), part.kind, part.harm) for part in found if part.whom] == [
        ("villages", None, None),
        ("tanks", None, None),
    ]


def test_work_grows_with_the_text_alone(reader: Reader) -> None:
    """Eight times the text takes about eight times as long; a quadratic reading would take sixty-four times."""
    text = "“We lost 12 men,” the mayor said. Four rebels were killed and two nuns hurt, among them a cook.\n"

    def seconds(times: int) -> float:
        start = time.perf_counter()
        assert len(counts_of(text * times, reader.engine)) == 3 * times
        return time.perf_counter() - start

    seconds(5)
    assert seconds(160) < 20 * seconds(20)
