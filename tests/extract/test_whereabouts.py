"""Where the places and facilities of a document lie: what its claims carry."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tacitus.model.document import Document, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.pipeline import default_reader

if TYPE_CHECKING:
    from tacitus.gazetteer.index import Index
    from tacitus.pipeline import Reader


@pytest.fixture(scope="module")
def placing(gazetteer: Index) -> Reader:
    """Return a reader that has a gazetteer."""
    return default_reader(gazetteer=gazetteer)


def entities(reader: Reader, text: str) -> dict[str, Entity]:
    """Return the entities of a report by their names."""
    document = Document("a", text, sha256_of(text.encode()), published=date(2024, 5, 9), language="en")
    return {entity.name: entity for entity in reader.read(document).entities}


def test_a_place_lies_where_its_name_does(placing: Reader) -> None:
    """The town in the country that the text speaks of; a person or group lies nowhere."""
    found = entities(placing, "Rebels attacked a post in Idlib on Monday, the Syrian army said.")
    where = found["Idlib"].where
    assert where is not None
    assert where.is_located
    assert where.candidates[0].country == "SY"
    assert found["Rebels"].where is None
    assert found["Syrian army"].where is None


def test_a_facility_lies_at_the_end_of_its_way(placing: Reader) -> None:
    """The camp lies north of the town, the town where it is."""
    found = entities(placing, "An airstrike destroyed a training camp 20 km north of Raqqa in Syria on Monday.")
    (camp,) = (entity for entity in found.values() if entity.type is EntityType.FACILITY)
    assert camp.where is not None
    assert camp.where.relation == "20 km north of"
    assert camp.where.point is not None
    assert camp.where.point.latitude == pytest.approx(36.13, abs=0.03)


def test_an_unknown_village_stays_inside_its_province(placing: Reader) -> None:
    """No position of its own, but the area that the text puts it in."""
    found = entities(placing, "Rebels attacked the village of Karmadun in Idlib province, Syria, on Monday.")
    where = found["Karmadun"].where
    assert where is not None
    assert where.point is None
    assert where.inside is not None
    assert where.inside.name == "Idlib"
    assert where.within[0] == "Idlib"


def test_without_a_gazetteer_nothing_is_placed(reader: Reader) -> None:
    """Names stay names."""
    found = entities(reader, "Rebels attacked a post in Idlib on Monday, the Syrian army said.")
    assert found["Idlib"].where is None
    assert "places@" not in reader.version


def test_the_reader_says_what_it_looked_names_up_in(placing: Reader) -> None:
    """Another gazetteer is another reading."""
    assert "places@1+geonames" in placing.version
