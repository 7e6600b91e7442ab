"""What the ledger holds on one thing."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, fill, report

from tacitus.ask.entity import DocumentFile, EntityFile, show
from tacitus.errors import UnknownNameError
from tacitus.ledger.rows import ClaimRow
from tacitus.ledger.sqlite import SqliteStore
from tacitus.model.entity import EntityType
from tacitus.model.where import Candidate, Point, Where

if TYPE_CHECKING:
    from pathlib import Path

    from tacitus.ledger.contract import Store
    from tacitus.model.reading import Reading


def _entity(store: Store, name: str, as_of: date | None = None) -> EntityFile:
    shown = show(store.view(), name, as_of)
    assert isinstance(shown, EntityFile)
    return shown


def test_names_tie_documents_together(store: Store) -> None:
    """One report has "Tide Front = TF", the next says that it is the Sons of the Tide: all three are one group."""
    shown = _entity(store, "tide front")
    uses = {use.name: [d.id for d in use.documents] for use in shown.names}
    assert uses == {
        "Sons of the Tide": ["note", "later"],
        "TF": ["wire"],
        "Tide Front": ["wire", "note", "undated"],
    }
    assert (shown.name, shown.types) == ("Tide Front", (EntityType.GROUP,))
    types = ["capture", "withdrawal", "clash", "appointment", "alias", "shelling"]
    assert [row.claim.type for row in shown.claims] == types
    assert _entity(store, "Sons of the Tide") == shown


def test_claims_have_source_certainty_and_quote(store: Store) -> None:
    """As they stand in the ledger."""
    first, second = _entity(store, "TF").claims[:2]
    assert (first.speakers, first.published) == (("coast guard",), date(2020, 1, 3))
    assert second.claim.certainty == "denied"
    assert first.quotes == ("Tide Front = TF capture Dura (2020-01-02), stated, says coast guard.",)


def test_as_of_a_day_names_and_claims_that_came_later_are_not_there(store: Store) -> None:
    """On 3 January nobody had yet said that the Sons of the Tide are the same."""
    shown = _entity(store, "Tide Front", date(2020, 1, 3))
    assert [use.name for use in shown.names] == ["TF", "Tide Front"]
    assert [row.claim.type for row in shown.claims] == ["capture", "appointment"]
    assert shown.undated == 1
    with pytest.raises(UnknownNameError, match="Not as of 2020-01-03"):
        show(store.view(), "Sons of the Tide", date(2020, 1, 3))


def test_where_documents_put_a_place(tmp_path: Path) -> None:
    """Documents that take a name for the same place are told together; a namesake elsewhere is told as near."""

    def placed(id_: str, code: str) -> Reading:
        dura = Candidate(f"own:{code}", "Dura", "town", "", 1.0, Point(0, 0, 2000))
        made = report(id_, Said("North Guard", "Dura"))
        entities = tuple(
            replace(e, where=Where("Dura", candidates=(dura,))) if e.name == "Dura" else e for e in made.entities
        )
        return replace(made, entities=entities)

    with closing(SqliteStore(tmp_path / "t.db")) as store:
        fill(store, [(placed("a", "1"), 0), (placed("b", "2"), 1), (placed("c", "2"), 2)])
        shown = _entity(store, "Dura")
    assert [(use.where.candidates[0].id, len(use.documents)) for use in shown.where] == [("own:2", 2)]
    assert [near.name for near in shown.near] == ["Dura"]


def test_known_by_a_moment(store: Store) -> None:
    """An earlier view holds less."""
    shown = show(store.view(at(0)), "Tide Front")
    assert isinstance(shown, EntityFile)
    assert len(shown.claims) == 2


def test_one_word_of_a_persons_name_joins_nobody(store: Store) -> None:
    """Two people called Rask stay two; each is named beside the other."""
    shown = _entity(store, "Colonel Adan Rask")
    assert [use.name for use in shown.names] == ["Colonel Adan Rask", "Rask"]
    assert [near.name for near in shown.near] == ["Mira Rask"]
    assert [row.document.id for row in shown.claims] == ["wire"]


def test_descriptions_join_nothing(store: Store) -> None:
    """The fishermen of two reports are found under that word, but bring no further names along."""
    fill(store, [(report("more", Said("fishermen = Tide Front crews", "Dura")), 5)])
    names = [use.name for use in _entity(store, "fishermen").names]
    assert names == ["fishermen", "Tide Front crews"]
    assert "fishermen" not in [use.name for use in _entity(store, "Tide Front").names]


def test_a_word_that_fits_one_entity_is_enough(store: Store) -> None:
    """One name alone has "salem" in it; "sons" leads to one group that has many names."""
    assert _entity(store, "salem").name == "Port Salem"
    assert _entity(store, "sons").name == "Tide Front"


def test_names_that_came_later_do_not_make_a_word_doubtful(store: Store) -> None:
    """On 3 January "guard" fitted the coast guard alone, and "sons" nobody."""
    assert _entity(store, "guard", date(2020, 1, 3)).name == "coast guard"
    with pytest.raises(UnknownNameError, match="no entity 'sons'"):
        show(store.view(), "sons", date(2020, 1, 3))


def test_a_word_that_fits_several_entities_is_not_guessed_at(store: Store) -> None:
    """The names are given to choose from."""
    with pytest.raises(UnknownNameError, match=r"no single entity 'guard'. Nearest: North Guard, coast guard"):
        show(store.view(), "guard")


def test_an_unknown_name(store: Store) -> None:
    """Near spellings are advice."""
    with pytest.raises(UnknownNameError, match=r"no entity 'Prot Salem'. Nearest: Port Salem"):
        show(store.view(), "Prot Salem")


def test_a_claim_by_its_id(store: Store) -> None:
    """With the same row that lists give."""
    row = _entity(store, "TF").claims[0]
    assert show(store.view(), row.claim.id) == row
    assert isinstance(show(store.view(), row.claim.id, date(2020, 1, 3)), ClaimRow)
    with pytest.raises(UnknownNameError, match="Not as of 2020-01-02: it was published on 2020-01-03"):
        show(store.view(), row.claim.id, date(2020, 1, 2))


def test_a_document_by_its_id(store: Store) -> None:
    """With all its readings and the claims of the one that is shown."""
    fill(store, [(report("wire", Said("North Guard", "Dura", "capture"), published=date(2020, 1, 3)), 9)])
    shown = show(store.view(), "wire")
    assert isinstance(shown, DocumentFile)
    assert [r.is_shown for r in shown.readings] == [False, True]
    assert [row.claim.type for row in shown.claims] == ["capture"]
    assert shown.document == shown.readings[1]
    with pytest.raises(UnknownNameError):
        show(store.view(), "wire", date(2020, 1, 2))


def test_a_superseded_reading_by_its_id(store: Store) -> None:
    """It can be asked for as long as the ledger stands."""
    before = store.view().document("wire").reading
    fill(store, [(report("wire", Said("North Guard", "Dura", "capture")), 9)])
    shown = show(store.view(), before)
    assert isinstance(shown, DocumentFile)
    assert (shown.document.reading, shown.document.is_shown) == (before, False)
    assert [row.claim.type for row in shown.claims] == ["capture", "appointment"]
