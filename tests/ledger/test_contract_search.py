"""What every store must find, and in which order."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, fill, report, rich_reading

from tacitus.ledger.filter import ClaimFilter
from tacitus.model.ontology import Certainty

if TYPE_CHECKING:
    from tacitus.ledger.contract import Store

FIRST = report(
    "first",
    Said("Tide Front", "Dura", "capture", time="2020-01-03", source=("coast guard",)),
    Said("TF = Tide Front", "Dura", "withdrawal", time="2020-01-02", certainty=Certainty.DENIED),
    Said("North Guard", time="2020-01/2020-02", source=("Mira Rask", "coast guard")),
    published=date(2020, 1, 4),
    outlet="Harbour Wire",
)
SECOND = report(
    "second",
    Said("Náme's Front", "Dura", time="../2020-01-02", killed=3),
    Said("North Guard", "Port Salem"),
    Said("North Guard", "Dura", time="XXXX-01-01"),
    published=date(2020, 1, 3),
)
UNDATED = report("undated", Said("Tide Front", time="2019"), Said("Tide Front", "Dura"), published=None, outlet="Wire")


@pytest.fixture
def filled(store: Store) -> Store:
    """Return a store with three reports."""
    fill(store, [(FIRST, 0), (SECOND, 1), (UNDATED, 2)])
    return store


def _texts(store: Store, wanted: ClaimFilter) -> list[str]:
    return [f"{row.document.id} {row.claim.time}" for row in store.view().claims(wanted)]


ORDERED = [
    "undated 2019",
    "first 2020-01/2020-02",
    "second ../2020-01-02",
    "first 2020-01-02",
    "first 2020-01-03",
    "second None",
    "second XXXX-01-01",
    "undated None",
]


def test_claims_come_in_time_order(filled: Store) -> None:
    """By first day (last where the first is open), then publication, then place; those without a day last."""
    assert _texts(filled, ClaimFilter()) == ORDERED
    assert _texts(filled, ClaimFilter(limit=2)) == ORDERED[:2]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ClaimFilter(type="capture"), ["first 2020-01-03"]),
        (ClaimFilter(certainty=Certainty.DENIED), ["first 2020-01-02"]),
        (ClaimFilter(document="second"), ["second ../2020-01-02", "second None", "second XXXX-01-01"]),
        (ClaimFilter(id=FIRST.claims[0].id), ["first 2020-01-03"]),
        (ClaimFilter(about=frozenset({"tf"})), ["first 2020-01-02"]),
        (ClaimFilter(about=frozenset({"tf", "port salem"})), ["first 2020-01-02", "second None"]),
        (ClaimFilter(about=frozenset({"names front"})), ["second ../2020-01-02"]),
        (ClaimFilter(about=frozenset({"coast guard"})), ["first 2020-01/2020-02", "first 2020-01-03"]),
        (ClaimFilter(about=frozenset()), []),
        (ClaimFilter(source=frozenset({"coast guard"})), ["first 2020-01/2020-02", "first 2020-01-03"]),
        (ClaimFilter(source=frozenset({"mira rask"})), ["first 2020-01/2020-02"]),
        (ClaimFilter(source=frozenset({"harbour wire"})), ["first 2020-01-02"]),
        (ClaimFilter(source=frozenset({"tide front"})), []),
    ],
)
def test_filters(filled: Store, wanted: ClaimFilter, found: list[str]) -> None:
    """One filter at a time."""
    assert _texts(filled, wanted) == found


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (None, date(2019, 12, 31), ["undated 2019", "second ../2020-01-02", "second XXXX-01-01"]),
        (date(2020, 2, 29), None, ["first 2020-01/2020-02", "second XXXX-01-01"]),
        (
            date(2020, 1, 3),
            date(2020, 1, 3),
            ["first 2020-01/2020-02", "first 2020-01-03", "second None", "second XXXX-01-01"],
        ),
    ],
)
def test_days(filled: Store, since: date | None, until: date | None, found: list[str]) -> None:
    """A vague time fits every day that it may be; without a time the day of publication counts."""
    assert _texts(filled, ClaimFilter(since=since, until=until)) == found


def test_as_of_leaves_out_what_is_undated_and_counts_it(filled: Store) -> None:
    """Nobody can say that an undated report was out by then."""
    wanted = ClaimFilter(about=frozenset({"tide front", "north guard"}), as_of=date(2020, 1, 3))
    assert _texts(filled, wanted) == ["second None", "second XXXX-01-01"]
    assert filled.view().undated(wanted) == 1
    assert filled.view().undated(ClaimFilter(about=frozenset({"north guard"}), as_of=date(2020, 1, 3))) == 0
    assert filled.view().undated(ClaimFilter()) == 0


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("tide front", {"tide front"}),
        ("The TIDE-Front", {"tide front"}),
        ("Front", {"tide front", "names front"}),
        ("front names", {"names front"}),
        ("Tide Guard", set()),
        ("ide", set()),
        ("", set()),
    ],
)
def test_a_name_means_itself_or_all_that_hold_its_words(filled: Store, name: str, keys: set[str]) -> None:
    """Whole words only, in any order."""
    assert filled.view().keys(name) == keys


def test_names_of_superseded_readings_are_not_found(filled: Store) -> None:
    """A key is one of what is shown now; an earlier view still has it."""
    fill(filled, [(report("second", Said("South Guard", "Dura")), 5)])
    assert filled.view().keys("names front") == set()
    assert filled.view().keys("guard") == {"north guard", "south guard", "coast guard"}
    assert "Náme's Front" not in filled.view().names()


def test_entities_of_a_name(filled: Store) -> None:
    """By day of their documents, with all their names."""
    rows = filled.view().entities({"tide front"})
    names = [(row.document.id, row.entity.names) for row in rows]
    assert names == [("first", ("Tide Front",)), ("first", ("TF", "Tide Front")), ("undated", ("Tide Front",))]


def test_outlets_and_names(filled: Store) -> None:
    """As written, sorted."""
    assert filled.view().outlets() == ("Harbour Wire", "Wire")
    assert filled.view().names()[:3] == ("Dura", "Mira Rask", "North Guard")


def test_how_an_id_begins(filled: Store) -> None:
    """Every claim whose id begins so, and no other."""
    ids = [row.claim.id for row in filled.view().claims()]
    for begun in {id_[:size] for id_ in ids for size in (2, 4, 17)}:
        found = {row.claim.id for row in filled.view().claims(ClaimFilter(begins=begun))}
        assert found == {id_ for id_ in ids if id_.startswith(begun)}


def test_how_sure_the_reader_is(store: Store) -> None:
    """A bound that is included; a claim without a confidence does not pass."""
    fill(store, [(FIRST, 0), (rich_reading(), 1)])
    view = store.view()
    found = {least: len(view.claims(ClaimFilter(least=least))) for least in (0.25, 0.5, 0.75, 1.0)}
    assert found == {0.25: 4, 0.5: 4, 0.75: 1, 1.0: 1}
    assert len(view.claims()) == 5
