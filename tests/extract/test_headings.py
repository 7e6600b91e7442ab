"""Lists and tables: what a heading or a row says of date and place holds for its events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import document, lines

if TYPE_CHECKING:
    from tacitus.pipeline import Reader

BY_DAY = """\
Incidents of the week

3 May 2024
- Rebels shelled a market in Obock.
- Soldiers arrested two men in Tarn on 2 May.

4 May 2024
- A mortar attack killed three farmers near Tarn.
"""
BY_PLACE = """\
Daily summary for 3 May 2024

Obock:
• Rebels shelled a market, killing five people.
• Police arrested two men.

Tarn:
• Gunmen attacked a school in Zenda.
• Gunmen attacked a checkpoint.
"""
TABLE = """\
Date | Town | Incident | Dead
--- | --- | --- | ---
3 May 2024 | Obock | Rebels shelled a market, killing five people | 5
4 May 2024 | Tarn | Soldiers arrested two men | 0
"""


def told(reader: Reader, text: str) -> list[str]:
    """Return the claims of a text in lines."""
    return lines(reader.read(document(text)))


def has(found: list[str], type_: str, *parts: str) -> bool:
    """Tell whether a claim of the type has all parts."""
    return any(line.startswith(type_) and all(part in line.split(" | ") for part in parts) for line in found)


def test_days_over_lists(reader: Reader) -> None:
    """Each item has the day above it; one that tells its own day keeps that."""
    found = told(reader, BY_DAY)
    assert has(found, "shelling", "on=2024-05-03", "place=Obock"), found
    assert has(found, "arrest", "on=2024-05-02", "place=Tarn"), found
    assert any("on=2024-05-04" in line for line in found), found


def test_places_over_lists(reader: Reader) -> None:
    """Each item has the place above it, and the day above that; one that tells its own place keeps that."""
    found = told(reader, BY_PLACE)
    assert has(found, "shelling", "place=Obock", "on=2024-05-03"), found
    assert has(found, "arrest", "place=Obock", "on=2024-05-03"), found
    assert any("place=Zenda" in line and "Tarn" not in line for line in found), found
    assert any("target=checkpoint" in line and "place=Tarn" in line for line in found), found


@pytest.mark.parametrize("mark", [" | ", "\t"])
def test_rows_of_a_table(reader: Reader, mark: str) -> None:
    """A row has the day and place of its own cells and nothing of its neighbours."""
    found = told(reader, TABLE.replace(" | ", mark))
    assert has(found, "shelling", "place=Obock", "on=2024-05-03", "killed=5"), found
    assert has(found, "arrest", "place=Tarn", "on=2024-05-04"), found


def test_the_place_of_a_heading_is_a_place(reader: Reader) -> None:
    """A name alone on its line looks like a person's; as a heading over incidents it is none."""
    reading = reader.read(document(BY_PLACE))
    types = {entity.name: str(entity.type) for entity in reading.entities}
    assert types["Obock"] == types["Tarn"] == "place"


def test_a_date_alone_is_that_of_the_report(reader: Reader) -> None:
    """One date above a report in sentences dates nothing by this rule, and a person's name over it places nothing."""
    found = told(reader, "Hentzau\n\nRebels shelled a market. The army had left long before.")
    assert not any("place=" in line for line in found), found
