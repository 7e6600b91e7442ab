"""How places are measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.places import likeliest, median, most_people, spans

from tacitus.extract.places import find_places
from tacitus.pipeline import ENGINES

if TYPE_CHECKING:
    from tacitus.gazetteer.index import Index


def test_the_peer_takes_the_place_of_most_people(gazetteer: Index) -> None:
    """Of two towns of one name the text decides for us, and the number of people for the peer."""
    text = "Fighters left Tripoli for Beirut in northern Lebanon, the Lebanese army said in Beirut, Lebanon."
    found = {"a": find_places(text, ENGINES.make("bundled").analyse(text), gazetteer)}
    ours, peer = spans(found, likeliest, gazetteer)["a"][0], spans(found, most_people, gazetteer)["a"][0]
    assert (ours["start"], ours["end"]) == (peer["start"], peer["end"]) == (14, 21)
    assert round(ours["lat"]) == 34
    assert round(peer["lat"]) == 33


def test_the_median_of_runs_is_of_the_warm_ones() -> None:
    """One run warms up, five are timed."""
    runs: list[int] = []
    assert median(lambda: runs.append(1)) >= 0
    assert len(runs) == 6
