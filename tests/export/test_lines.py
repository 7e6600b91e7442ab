"""Claims with names in place of ids."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tacitus.export.lines import lines, row_line, str_of
from tacitus.ledger.rows import ClaimRow, DocumentRow
from tacitus.model.claim import Argument
from tacitus.model.count import Count

if TYPE_CHECKING:
    from tacitus.model.reading import Reading


def test_names_stand_for_ids(reading: Reading) -> None:
    """Arguments, those counted and speakers are shown by name."""
    shelling = next(lines(reading))
    assert shelling.words("actor", "target", "place") == ("army", "depot in Mirzakh", "Mirzakh")
    assert shelling.words("killed") == ("12 or more (traders)",)
    assert shelling.speakers == ("army",)


def test_quotes_are_the_exact_words(reading: Reading) -> None:
    """Each span gives its own quote."""
    assert next(lines(reading)).quotes == ("its guns hit the depot in Mirzakh", "killing at least 12 traders")


def test_an_alias_shows_all_names(reading: Reading) -> None:
    """The entity is on both sides; its further names stand on the right."""
    alias = list(lines(reading))[1]
    assert alias.args == (Argument("subject", "Highland Front"), Argument("object", "HF"))


def test_an_unknown_id_is_shown_as_it_is(reading: Reading) -> None:
    """Nothing is lost when an entity is missing."""
    bare = list(lines(replace(reading, entities=())))
    assert bare[0].words("actor") == ("e1",)
    assert bare[1].args == (Argument("subject", "e5"),)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(9, 9), "9"),
        (Count(24, None), "24 or more"),
        (Count(None, 30), "up to 30"),
        (Count(9, 12), "9 to 12"),
        (Count(None, None), "not known"),
        (Count(0, 0, "medics"), "0 (medics)"),
        (Count(20, 20, "20 people", "20"), "20 (people)"),
    ],
)
def test_counts_in_words(count: Count, words: str) -> None:
    """Open ends are said."""
    assert str_of(count) == words


def test_a_flag_in_words(reading: Reading) -> None:
    """A flag that is set says yes."""
    assert list(lines(reading))[2].words("ended") == ("yes",)


def test_a_row_of_the_ledger_gives_the_same_line(reading: Reading) -> None:
    """The ledger's row differs from the reader's line by the moment of recording alone."""
    noon = datetime(2023, 5, 16, 12, tzinfo=UTC)
    document = DocumentRow("report-7", "r1", "00", "test@1", noon, is_shown=True, outlet="Meridian Wire")
    fresh = next(lines(reading))
    kept = row_line(ClaimRow(fresh.claim, document, reading.entities, fresh.quotes))
    assert (kept.args, kept.speakers, kept.quotes) == (fresh.args, fresh.speakers, fresh.quotes)
    assert kept.recorded == noon
    assert kept.document.outlet == "Meridian Wire"
