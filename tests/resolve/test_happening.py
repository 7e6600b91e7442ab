"""Happenings as they travel: ids, spots, and JSON there and back."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.happening import Happening, Spot, happening_id, happening_in, happening_out

_NAMES = st.lists(st.text(max_size=12), max_size=3).map(tuple)
_DAY = st.none() | st.dates()
_RANGE = st.none() | st.tuples(st.none() | st.integers(0), st.none() | st.integers(0))
_SHARE = st.floats(0, 1).map(lambda w: round(w, 3))
_WEIGHTS = st.lists(st.tuples(st.text(max_size=8), _SHARE), max_size=4).map(tuple)
_SPOTS = st.builds(
    Spot,
    name=st.text(max_size=10),
    id=st.text(max_size=10),
    kind=st.sampled_from(["", "town", "country"]),
    country=st.sampled_from(["", "XA"]),
    latitude=st.floats(-90, 90),
    longitude=st.floats(-180, 180),
    radius=st.floats(0, 1e6),
)
_HAPPENINGS = st.builds(
    Happening,
    id=st.text(min_size=1, max_size=17),
    document=st.text(min_size=1, max_size=10),
    claims=st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=3).map(tuple),
    types=st.lists(st.sampled_from(["attack", "talks"]), min_size=1, unique=True).map(tuple),
    is_lead=st.booleans(),
    is_trend=st.booleans(),
    first=_DAY,
    last=_DAY,
    published=_DAY,
    spots=st.lists(_SPOTS, max_size=3).map(tuple),
    actors=_NAMES,
    targets=_NAMES,
    killed=_RANGE,
    injured=_RANGE,
    counts=st.lists(st.integers(3), max_size=3).map(tuple),
    calendar=_NAMES,
    names=_NAMES,
    words=_WEIGHTS,
    lead=_WEIGHTS,
    story=_WEIGHTS,
)
BARE = Happening("h1", "d1", ("c1",), ("attack",))
FULL = Happening(
    "h2",
    "d2",
    ("c2", "c3"),
    ("attack", "killing"),
    is_lead=True,
    is_trend=True,
    first=date(2024, 5, 8),
    last=date(2024, 5, 9),
    published=date(2024, 5, 10),
    spots=(Spot("velimir", "own:1", "town", "XA", 10.5, -20.25, 3000.0), Spot("the square")),
    actors=("tide front",),
    targets=("fishermen",),
    killed=(4, None),
    injured=(None, 30),
    counts=(4, 30),
    calendar=("05-08", "2024"),
    names=("tide front", "velimir"),
    words=(("~vlmr", 0.8), ("boat", 0.6)),
    lead=(("boat", 1.0),),
    story=(("~vlmr", 1.0),),
)


@given(_HAPPENINGS)
def test_every_happening_comes_back_from_json(one: Happening) -> None:
    """Through text, as a ledger keeps it: nothing is lost and nothing changes."""
    assert happening_in(json.loads(json.dumps(happening_out(one)))) == one


@given(_HAPPENINGS)
def test_what_goes_out_is_plain_json(one: Happening) -> None:
    """Lists and no tuples: what is read back equals what was given."""
    out = happening_out(one)
    assert json.loads(json.dumps(out)) == out


def test_the_full_one_has_every_field() -> None:
    """A field that is added and never written would be lost in the ledger."""
    assert set(happening_out(FULL)) == {f.name for f in fields(Happening)}
    assert happening_in(happening_out(FULL)) == FULL


@pytest.mark.parametrize(
    "name", [f.name for f in fields(Happening) if f.name not in ("id", "document", "claims", "types")]
)
def test_each_field_may_be_missing(name: str) -> None:
    """What is not there comes back as unknown, and the rest stays."""
    out = happening_out(FULL)
    del out[name]
    assert happening_in(out) == replace(FULL, **{name: getattr(BARE, name)})


@pytest.mark.parametrize("name", ["id", "document", "claims", "types"])
def test_what_every_happening_has_must_be_there(name: str) -> None:
    """Without these it is none."""
    out = happening_out(FULL)
    del out[name]
    with pytest.raises(KeyError, match=name):
        happening_in(out)


def test_a_toll_of_none_is_told() -> None:
    """Nobody killed is a number, and an unknown toll is none."""
    out = happening_out(replace(BARE, killed=(0, 0)))
    assert out["killed"] == [0, 0]
    assert "injured" not in out
    assert happening_in(out).killed == (0, 0)


def test_ids() -> None:
    """From the document and the smallest claim, in whatever order; other documents give others."""
    one = happening_id("d1", ("c2", "c1"))
    assert one == happening_id("d1", ("c1", "c9"))
    assert one.startswith("h")
    assert len(one) == 17
    assert int(one[1:], 16) >= 0
    assert len({one, happening_id("d2", ("c1",)), happening_id("d1", ("c2",))}) == 3


def test_ids_of_broken_names() -> None:
    """Half a surrogate pair in the name of a file is no reason to stop."""
    assert happening_id("d\ud800", ("c1",)) != happening_id("d\ud801", ("c1",))


def test_a_spot_has_a_point_once_it_is_placed() -> None:
    """One without an id lies nowhere, and not in the Gulf of Guinea."""
    placed, lost = FULL.spots
    assert placed.point is not None
    assert (placed.point.latitude, placed.point.longitude, placed.point.radius) == (10.5, -20.25, 3000.0)
    assert lost.point is None
    assert lost < placed
