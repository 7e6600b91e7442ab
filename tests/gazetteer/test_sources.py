"""A user's file as a source: formats told by content, broken and hostile files."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from tests.gazetteer.making import line, made, region, town

from tacitus.errors import InvalidValueError
from tacitus.gazetteer import opening
from tacitus.gazetteer.entries import Entry
from tacitus.gazetteer.errors import NameTakenError, NotAGazetteerError, PlacesFileError
from tacitus.gazetteer.files import add_file, build, is_ready, open_gazetteer, prepare
from tacitus.gazetteer.hints import Hints
from tacitus.gazetteer.index import Index
from tacitus.gazetteer.sources import read_places
from tacitus.gazetteer.store import Added, make
from tacitus.model.place import PlaceKind

if TYPE_CHECKING:
    from pathlib import Path

CSV = "name,lat,lon,country\nHof,35,36,SY\n"
POINT = {"type": "Feature", "properties": {"name": "Hof"}, "geometry": {"type": "Point", "coordinates": [36, 35]}}


def zipped(path: Path, **members: str | bytes) -> Path:
    """Write an archive; "_" in a name stands for a point."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", CSV.encode()),
        ("a.txt", CSV.replace(",", "\t").encode()),
        ("a.csv", b"\xef\xbb\xbf" + CSV.encode()),
        ("a.csv", CSV.replace(",", ";").encode("utf-16")),
        ("a.json", json.dumps({"features": [POINT], "rest": "x" * 300_000}).encode()),
        ("SY.txt", line(1, "Hof", "P.PPL").encode()),
        ("noending", b"\xef\xbb\xbf" + line(1, "Hof", "P.PPL").encode() + b"\r\n"),
    ],
)
def test_the_format_is_told_by_the_content(tmp_path: Path, name: str, content: bytes) -> None:
    """Whatever the file is called, with or without a byte order mark."""
    (tmp_path / name).write_bytes(content)
    found = read_places(tmp_path / name, Hints("SY"))
    assert [(entry.name, entry.country) for entry in found.entries] == [("Hof", "SY")]
    assert found.problems == ()
    assert found.source.name == name.partition(".")[0]
    assert found.source.prefix == ("" if "a." in name else "geonames")
    assert found.source.version == opening.edition(tmp_path / name)


def test_a_zipped_table_of_geonames(tmp_path: Path) -> None:
    """With the text that tells its columns beside it."""
    path = zipped(tmp_path / "SY.zip", SY_txt=line(1, "Hof", "P.PPL") + "\n", readme_txt="Read me.")
    assert [entry.code for entry in read_places(path, Hints()).entries] == ["1"]


def test_bad_rows_are_problems_with_their_place(tmp_path: Path) -> None:
    """File and row, what is wrong, what to do."""
    (tmp_path / "a.csv").write_text(CSV + "Gau,135,36,SY\n,35,36,SY\n", encoding="utf-8")
    first, second = read_places(tmp_path / "a.csv", Hints()).problems
    assert first.place == f"{tmp_path / 'a.csv'}:3"
    assert "off the globe" in first.message
    assert second.place.endswith(":4")


def test_places_without_a_country_are_told_once(tmp_path: Path) -> None:
    """They go in; the advice says how to give one."""
    (tmp_path / "a.csv").write_text("name,lat,lon\nHof,35,36\nGau,35,37\n", encoding="utf-8")
    found = read_places(tmp_path / "a.csv", Hints())
    assert len(found.entries) == 2
    (problem,) = found.problems
    assert "2 of its places" in problem.message
    assert "--country" in problem.advice


def test_broken_characters_are_told(tmp_path: Path) -> None:
    """In a table of GeoNames and in CSV."""
    (tmp_path / "SY.txt").write_bytes(line(1, "H\u00f6f", "P.PPL").encode().replace(b"\xc3", b"\xff"))
    (tmp_path / "a.csv").write_bytes((CSV + "Gäu,35,36,SY\n" * 30).encode().replace(b"\xc3\xa4", b"\xff", 1))
    for name in ("SY.txt", "a.csv"):
        found = read_places(tmp_path / name, Hints())
        assert found.entries
        assert "Broken characters" in found.problems[0].message


def test_codes_are_unique(tmp_path: Path) -> None:
    """A code that comes again gets a number; two places of one name too."""
    rows = "Hof,35,36,\nHof,36,36,\nGau,35,36,hof\nAu,35,37,hof.2\n"
    (tmp_path / "a.csv").write_text(f"name,lat,lon,id\n{rows}", encoding="utf-8")
    codes = [entry.code for entry in read_places(tmp_path / "a.csv", Hints("SY")).entries]
    assert len(set(codes)) == 4
    assert codes[:2] == ["hof", "hof.2"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"a,b\n1,2\n", "none of the formats"),
        (b"Shells fell on Zenda on Monday.", "none of the formats"),
        (b"name,lat,lon\n", "no place"),
        (b"name,lat,lon\nHof,x,y\n", "no place"),
        (b'{"features": []}', "no place"),
        (b'{"a": 1}', "list of features"),
        (b"{", "no JSON"),
        (bytes(range(256)) * 9, "binary"),
        (b"PK\x03\x04 and no more", "archive"),
    ],
)
def test_a_file_that_is_no_file_of_places(tmp_path: Path, content: bytes, message: str) -> None:
    """The error says what is wrong and what is read."""
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(PlacesFileError, match=message) as told:
        read_places(tmp_path / "a.csv", Hints())
    assert told.value.advice


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    """One that is not there, and a folder."""
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(PlacesFileError, match="Check its name"):
            read_places(path, Hints())


def test_an_archive_without_a_single_table(tmp_path: Path) -> None:
    """None, and two of which neither has the archive's name."""
    for members in ({"readme_txt": "Read me."}, {"A_txt": "x", "B_txt": "y"}, {}):
        with pytest.raises(PlacesFileError, match="archive"):
            read_places(zipped(tmp_path / "SY.zip", **members), Hints())


def test_a_damaged_archive(tmp_path: Path) -> None:
    """Bytes that were changed on the way."""
    path = zipped(tmp_path / "SY.zip", SY_txt="\n".join(line(n, f"Hof {n}", "P.PPL") for n in range(1, 400)))
    raw = bytearray(path.read_bytes())
    raw[200:400] = bytes(200)
    path.write_bytes(raw)
    with pytest.raises(PlacesFileError, match="cannot be read"):
        read_places(path, Hints())


def test_a_zip_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the bytes that come out, whatever the archive says of them; so are lines without end."""
    bomb = zipped(tmp_path / "SY.zip", SY_txt=(line(1, "Hof", "P.PPL") + "\n") * 90_000)
    assert bomb.stat().st_size < 100_000
    monkeypatch.setattr(opening, "LARGEST", 5_000_000)
    with pytest.raises(PlacesFileError, match="5,000,000 bytes"):
        read_places(bomb, Hints())
    with pytest.raises(PlacesFileError, match="Line 2 is longer"):
        read_places(zipped(tmp_path / "LB.zip", LB_txt=line(1, "Hof", "P.PPL") + "\n" + "x" * 1_000_000), Hints())


def test_a_text_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CSV is held in memory, so less is allowed."""
    (tmp_path / "a.csv").write_text(CSV + "Gau,35,36,SY\n" * 99, encoding="utf-8")
    monkeypatch.setattr(opening, "LARGEST_TEXT", 1000)
    with pytest.raises(PlacesFileError, match="1,000 bytes"):
        read_places(tmp_path / "a.csv", Hints())


def test_countries_are_known_by_code_and_name(tmp_path: Path) -> None:
    """By the names of the gazetteer too; one that nobody knows is refused."""
    ruritania = Entry("1", "Ruritania", PlaceKind.COUNTRY, 35, 38, "SY", names=("Ruritanian Kingdom",))
    made(tmp_path / "g.db", ruritania).close()
    hints = Hints("SYR", tmp_path / "g.db")
    assert hints.country == "SY"
    assert [hints.country_of(text) for text in ("sy", "ruritanian kingdom", "UAE", "Atlantis")] == [
        "SY",
        "SY",
        "AE",
        None,
    ]
    with pytest.raises(InvalidValueError, match="Atlantis"):
        Hints("Atlantis")


def test_a_file_is_added_and_replaced(tmp_path: Path) -> None:
    """The same file again gives the same gazetteer; a changed one replaces what it gave."""
    gazetteer, file = tmp_path / "g.db", tmp_path / "a.csv"
    made(gazetteer, town("1", "Zenda", 33, 33, region="Gau")).close()
    for _ in range(2):
        file.write_text(CSV, encoding="utf-8")
        assert add_file(gazetteer, file)[1] == Added(1)
    file.write_text("name,lat,lon,region\nMarkt,35,36,Gau Province\n", encoding="utf-8")
    add_file(gazetteer, file, "SY")
    index = Index(gazetteer)
    assert [source.name for source in index.sources()] == ["geonames", "a"]
    assert index.named("Hof") == ()
    assert index.named("Markt")[0].within == ("geonames:SY.gau",)
    index.close()


def test_another_file_of_the_same_name_is_told(tmp_path: Path) -> None:
    """It would take the place of the first; a name of its own, or that name on purpose, lets it in."""
    gazetteer, one, other = tmp_path / "g.db", tmp_path / "a.csv", tmp_path / "b" / "a.geojson"
    made(gazetteer, region("1", "Gau")).close()
    other.parent.mkdir()
    one.write_text(CSV, encoding="utf-8")
    other.write_text(json.dumps({"features": [POINT]}), encoding="utf-8")
    add_file(gazetteer, one)
    with pytest.raises(NameTakenError, match="--name"):
        add_file(gazetteer, other, "SY")
    assert add_file(gazetteer, other, "SY", "c")[0].source.name == "c"
    assert add_file(gazetteer, other, "SY", "a")[1].places == 1


def test_the_name_of_the_packages_is_theirs(tmp_path: Path) -> None:
    """A file of that name gets another; so does one that an id could not begin with."""
    for name, source in (("geonames.csv", "geonames-file"), ("my: places.csv", "my-places"), (":.csv", "places")):
        (tmp_path / name).write_text(CSV, encoding="utf-8")
        assert read_places(tmp_path / name, Hints()).source.name == source


def test_what_is_ready(tmp_path: Path) -> None:
    """A gazetteer of this version is; an older one or an empty file is not; something else is refused."""
    made(tmp_path / "g.db", region("1", "Gau")).close()
    (tmp_path / "empty.db").touch()
    (tmp_path / "text.txt").write_text("Shells fell on Zenda.\n" * 99, encoding="utf-8")
    assert is_ready(tmp_path / "g.db")
    assert not is_ready(tmp_path / "none.db")
    assert not is_ready(tmp_path / "empty.db")
    for work in (is_ready, build, open_gazetteer):
        with pytest.raises(NotAGazetteerError, match=r"text\.txt"):
            work(tmp_path / "text.txt")
    assert (tmp_path / "text.txt").read_text(encoding="utf-8").startswith("Shells")


def test_without_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no gazetteer until a file is added, and then it is of that file alone."""
    monkeypatch.setattr("tacitus.gazetteer.packages.find_spec", lambda _: None)
    assert open_gazetteer(tmp_path / "g.db") is None
    with pytest.raises(ImportError, match=r"tacitus-ledger\[geo\]"):
        build(tmp_path / "g.db")
    prepare(tmp_path / "g.db", print)
    (tmp_path / "a.csv").write_text(CSV, encoding="utf-8")
    add_file(tmp_path / "g.db", tmp_path / "a.csv")
    opened = open_gazetteer(tmp_path / "g.db")
    assert opened is not None
    assert opened.version.startswith("a ")
    assert [place.id for place in opened.named("Hof")] == ["a:hof"]
    opened.close()


def test_an_empty_gazetteer_is_one(tmp_path: Path) -> None:
    """Nothing is found in it."""
    assert make(tmp_path / "g.db", "", "", (), ()) == 0
    index = Index(tmp_path / "g.db")
    assert (index.version, index.named("Hof"), index.counts()) == ("", (), {})
    index.close()
