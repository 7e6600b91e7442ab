"""Making an index and adding to it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.gazetteer.making import made, region, town

from tacitus.gazetteer.entries import Entry, Source
from tacitus.gazetteer.errors import GazetteerAccessError, NotAGazetteerError
from tacitus.gazetteer.index import Index
from tacitus.gazetteer.store import Added, add, make
from tacitus.model.place import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ZENDA = town("1", "Zenda", 35.5, 36.5, region="Zenda Governorate", district="Hof", population=9000)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a gazetteer of one town, with the divisions that it lies in."""
    made(tmp_path / "g.db", ZENDA).close()
    return tmp_path / "g.db"


def names(path: Path, name: str) -> list[str]:
    """Return the ids that a name may mean."""
    with closing(Index(path)) as index:
        return [place.id for place in index.named(name)]


def added(path: Path, source: str, *entries: Entry, prefix: str = "") -> Added:
    """Add a source of those places."""
    return add(path, Source(source, "1", prefix), entries)


def test_a_town_lies_in_the_region_that_is_there(path: Path) -> None:
    """By the region's common name; no second region is made."""
    assert added(path, "mine", town("a", "Tarlenheim", 35.6, 36.6, region="Zenda", district="Hof")) == Added(1)
    with closing(Index(path)) as index:
        (place,) = index.named("Tarlenheim")
        assert [index.place(area).name for area in place.within if index.place(area)] == ["Hof", "Zenda Governorate"]  # type: ignore[union-attr]
        assert all(area.startswith("geonames:") for area in place.within)


def test_a_region_that_is_there_gets_the_names_of_the_new_one(path: Path) -> None:
    """It keeps its id; the other is found by it too."""
    assert added(path, "mine", region("z", "Zenda Province", names=("Zendaland",))) == Added(1, 1)
    assert names(path, "Zendaland") == ["geonames:SY.zendagovernorate"]
    assert len(names(path, "Zenda")) == 2  # the town and the region
    with closing(Index(path)) as index:
        assert index.place("mine:z") == index.place("geonames:SY.zendagovernorate")


def test_the_same_town_nearby_is_not_shown_twice(path: Path) -> None:
    """Of one name, kind and country, and near; other names lead to the first."""
    near, far = town("a", "Zendá", 35.51, 36.51, names=("Senda",)), town("b", "Zenda", 36.5, 36.5)
    site = Entry("c", "Zenda", PlaceKind.SITE, 35.5, 36.5, "SY")
    abroad = town("d", "Zenda", 35.5, 36.5, country="IQ")
    assert added(path, "mine", near, far, site, abroad) == Added(4, 1)
    assert names(path, "Senda") == ["geonames:1"]
    assert set(names(path, "Zenda")) == {
        *("geonames:1", "geonames:SY.zendagovernorate", "mine:b", "mine:c", "mine:d"),
    }


def test_a_city_is_the_same_inside_its_radius(path: Path) -> None:
    """Two gazetteers put the middle of a large town farther apart than that of a village."""
    added(path, "one", town("x", "Strelsau", 40, 40, population=8_000_000), town("y", "Dorf", 41, 41))
    added(path, "two", town("x", "Strelsau", 40.1, 40.1), town("y", "Dorf", 41.1, 41.1))
    assert names(path, "Strelsau") == ["one:x"]
    assert names(path, "Dorf") == ["one:y", "two:y"]


def test_a_number_of_geonames_is_one_place(path: Path) -> None:
    """Whatever file it is in, and wherever that puts it; new ones get the same beginning."""
    moved, new = town("1", "Zenda", 36.9, 37.9, names=("Senda",)), town("2", "Hentzau", 35, 36)
    assert added(path, "SY", moved, new, prefix="geonames") == Added(2, 1)
    assert names(path, "Senda") == ["geonames:1"]
    assert names(path, "Hentzau") == ["geonames:2"]
    with closing(Index(path)) as index:
        place = index.place("geonames:1")
        assert place is not None
        assert place.point.latitude == 35.5


def test_a_source_is_replaced(path: Path) -> None:
    """What it had before is gone, with its names; others stay."""
    added(path, "mine", town("a", "Old", 35, 36), town("b", "Kept", 35, 36))
    added(path, "mine", town("b", "Kept", 35, 36), town("c", "New", 35, 36))
    assert [names(path, name) for name in ("Old", "Kept", "New")] == [[], ["mine:b"], ["mine:c"]]
    assert "geonames:1" in names(path, "Zenda")
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT count(*) FROM name WHERE place NOT IN (SELECT key FROM place)").fetchone() == (0,)


def test_a_region_of_a_replaced_source_stays_linked(path: Path) -> None:
    """Towns of a third source lie in the new row of that name, or in none when it is gone."""
    added(path, "one", region("r", "Gau", radius=9000.0), town("x", "Dorf", 35, 36, region="Gau"))
    added(path, "two", town("y", "Weiler", 35, 36, region="Gau"))
    added(path, "one", town("z", "Flecken", 35, 36), region("r2", "Gau", radius=9000.0))
    with closing(Index(path)) as index:
        assert index.named("Weiler")[0].within == ("one:r2",)
    added(path, "one", town("z", "Flecken", 35, 36))
    with closing(Index(path)) as index:
        assert index.named("Weiler")[0].within == ()


def test_a_town_shows_again_when_its_twin_is_gone(path: Path) -> None:
    """What stood for it left with its source."""
    added(path, "one", town("x", "Dorf", 35, 36))
    added(path, "two", town("y", "Dorf", 35, 36))
    assert names(path, "Dorf") == ["one:x"]
    added(path, "one", town("x", "Other", 35, 36))
    assert names(path, "Dorf") == ["two:y"]


def test_adding_is_all_or_nothing(path: Path) -> None:
    """What fails on the way leaves the gazetteer as it was."""

    def broken() -> Iterator[Entry]:
        yield town("a", "Half", 35, 36)
        yield town("b", "Whole", "x", 36)  # type: ignore[arg-type]

    added(path, "mine", town("a", "Before", 35, 36))
    with pytest.raises(TypeError):
        add(path, Source("mine", "2"), broken())
    assert (names(path, "Before"), names(path, "Half")) == (["mine:a"], [])


def test_a_new_gazetteer_appears_whole(tmp_path: Path) -> None:
    """When making fails, the old one is there and nothing else is."""
    made(tmp_path / "g.db", ZENDA).close()

    def broken() -> Iterator[Entry]:
        yield ZENDA
        raise KeyError("town")  # any error will do

    with pytest.raises(KeyError):
        make(tmp_path / "g.db", "geonames", "2", broken(), ())
    assert [file.name for file in tmp_path.iterdir()] == ["g.db"]
    assert "geonames:1" in names(tmp_path / "g.db", "Zenda")


def test_what_is_no_gazetteer_is_left_alone(tmp_path: Path) -> None:
    """A text, another database, a file that is not there, a folder that cannot be."""
    text, other = tmp_path / "text.db", tmp_path / "other.db"
    text.write_text("Strelsau is a town. " * 99, encoding="utf-8")
    with closing(sqlite3.connect(other)) as db:
        db.execute("CREATE TABLE mine (x)")
    for path, error in (
        (text, NotAGazetteerError),
        (other, NotAGazetteerError),
        (tmp_path / "x", GazetteerAccessError),
    ):
        before = path.read_bytes() if path.exists() else None
        with pytest.raises(error, match=path.name):
            added(path, "mine", ZENDA)
        assert (path.read_bytes() if path.exists() else None) == before
    with pytest.raises(GazetteerAccessError, match="cannot be written"):
        made(text / "below" / "g.db", ZENDA)


def test_two_processes_may_make_and_widen_one_at_once(tmp_path: Path) -> None:
    """Each writes a file of its own and puts it in place whole; those that add wait for each other."""
    path = tmp_path / "g.db"
    script = (
        "import sys\nfrom pathlib import Path\nfrom tacitus.gazetteer.entries import Entry, Source\n"
        "from tacitus.gazetteer.store import add, make\nfrom tacitus.model.place import PlaceKind\n"
        "places = [Entry(str(n), f'Town {n}', PlaceKind.TOWN, n / 100, 9, 'SY') for n in range(4000)]\n"
        "path, word = Path(sys.argv[1]), sys.argv[2]\n"
        "make(path, 'all', '1', places, ()) if word == 'make' else add(path, Source(word, '1'), places)"
    )
    for words in (("make",) * 3, ("one", "two", "three")):
        running = [subprocess.Popen([sys.executable, "-c", script, str(path), word]) for word in words]  # noqa: S603
        assert [process.wait() for process in running] == [0, 0, 0]
    with closing(Index(path)) as index:
        assert next(source.name for source in index.sources()) == "all"
        assert {source.name for source in index.sources()} == {"all", "one", "two", "three"}
        assert [place.id for place in index.named("Town 7")] == ["all:7"]
    assert [file.name for file in tmp_path.iterdir()] == ["g.db"]
