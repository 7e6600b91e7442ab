"""Files of aliases as they come: packed, damaged, far too large, or something else altogether."""

from __future__ import annotations

import gzip
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tacitus.aliases.files import FORMATS, read_aliases
from tacitus.aliases.opening import Limits
from tacitus.errors import UnknownNameError
from tacitus.model.problem import Problem
from tacitus.read.unpacked import UnreadableFileError
from tacitus.resolve.lists import AliasEntry

if TYPE_CHECKING:
    from pathlib import Path

LIST = b"name,alias\nZendan Front,ZF\nOruk,Oruq\n"
SMALL = Limits(total=50_000, line=2_000, whole=5_000)


def names(path: Path, limits: Limits = SMALL) -> list[str]:
    """Return the first names of a list without problems."""
    found = list(read_aliases(path, limits=limits))
    return [one.names[0] for one in found if isinstance(one, AliasEntry) or pytest.fail(str(one))]


def zipped(path: Path, **members: bytes) -> Path:
    """Return a zip archive with those members, "_" in their names a full stop."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return path


def test_packed_files(tmp_path: Path) -> None:
    """Gzipped and zipped, by what they hold; the name of the list has no endings; a note in an archive is no table."""
    packed = tmp_path / "mine.csv.gz"
    packed.write_bytes(gzip.compress(LIST))
    archive = zipped(tmp_path / "groups.dat", mine_csv=LIST, readme_txt=b"Read me.")
    assert names(packed) == names(archive) == ["Zendan Front", "Oruk"]
    assert {one.list for one in read_aliases(packed) if isinstance(one, AliasEntry)} == {"mine"}
    assert {one.list for one in read_aliases(archive, name="theirs") if isinstance(one, AliasEntry)} == {"theirs"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "nothing in it"),
        (b"\n \n", "nothing in it"),
        (b"Zendan Front,ZF\n", "no header: 'Zendan Front,ZF"),
        (b"actor,country\nZF,Zembla\n", "no header"),
        ("name,alias\nX,Y\n".encode("utf-16"), "UTF-16"),
        (b'{"a": 1}\n', "no list of aliases"),
        (b'{"schema": "Person", "properties": {"name": ["Iv', "no JSON"),
        (b'[{"labels": {}\n' + b'"x": "y",\n' * 900, "one JSON document of more than 5,000 bytes"),
        (b'["labels": \n' + b"x" * 3_000, "longer than 2,000 bytes"),
        (gzip.compress(LIST)[:-12], "archive cannot be read"),
        (gzip.compress(b"name,alias\n" + bytes(1_000_000)), "more than 50,000 bytes"),
        (gzip.compress(b"name,alias\n" + b"a,b\n" * 100_000), "more than 50,000 bytes"),
        (b"PK\x03\x04 no archive", "archive cannot be read"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes, message: str) -> None:
    """It stops with its name, what is wrong and what to do; a bomb stops before it fills the memory."""
    path = tmp_path / "list"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=message) as raised:
        list(read_aliases(path, limits=SMALL))
    assert str(path) in str(raised.value)
    assert raised.value.advice


def test_archives_and_missing_files(tmp_path: Path) -> None:
    """An archive of two tables, one of none, a bomb in one, and no file at all."""
    for archive, message in (
        (zipped(tmp_path / "two.zip", a_csv=LIST, b_csv=LIST), "holds 2 tables"),
        (zipped(tmp_path / "none.zip", a_exe=LIST), "holds 0 tables"),
        (zipped(tmp_path / "bomb.zip", a_csv=b"name,alias\n" + b"a,b\n" * 1_000_000), "more than 50,000 bytes"),
        (tmp_path / "missing.csv", "No such file"),
    ):
        with pytest.raises(UnreadableFileError, match=message):
            list(read_aliases(archive, limits=SMALL))


def test_a_line_without_end_is_one_problem(tmp_path: Path) -> None:
    """A line longer than allowed is passed over, and the next is read."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"name,alias\n" + b"x" * 10_000 + b"\nOruk,Oruq\n")
    problem, entry = read_aliases(path, limits=SMALL)
    assert isinstance(problem, Problem)
    assert (problem.place, problem.message) == (f"{path}:2", "The line is longer than 2,000 bytes.")
    assert isinstance(entry, AliasEntry)


def test_a_format_by_name(tmp_path: Path) -> None:
    """What is named is taken; a name that nobody knows is an error before the file is opened."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"id": "Q1", "aliases": {"en": [{"value": "ZF"}]}}), encoding="utf-8")
    assert [type(one) for one in read_aliases(path, form="wikibase")] == [AliasEntry]
    assert [type(one) for one in read_aliases(path, form="ftm")] == [Problem]
    with pytest.raises(UnknownNameError, match="own"):
        read_aliases(tmp_path / "missing", form="acled")
    assert set(FORMATS) == {"own", "ucdp-actors", "ucdp-names", "opensanctions", "ftm", "wikidata", "wikibase"}


STARTS = [
    b"",
    LIST,
    b"ActorId;NameData;NewName\n",
    b"id,schema,name,aliases\nNK-1,Person,",
    b"item,itemLabel,inception\nQ1,",
    b'{"id": "1", "schema": "Person", "properties": {"name": ["X Y"]}}\n{"id": 2, "schema": "Person", "properties": ',
    b'{"id": "Q1", "labels": {"en": {"value": "X"}}, "claims": {"P571": [',
    b'{"head": {"vars": ["itemLabel"]}, "results": {"bindings": [',
    b"\x1f\x8b",
    b"PK\x03\x04",
]
ENDS = st.binary(max_size=60) | st.text(alphabet=st.sampled_from(' "\n,;{}[]:0aQ'), max_size=60).map(str.encode)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.sampled_from(STARTS), ENDS, st.none() | st.sampled_from(FORMATS))
def test_no_file_breaks_the_reading(tmp_path: Path, start: bytes, end: bytes, form: str | None) -> None:
    """Whatever stands in it, under whatever name of a format: entries with names, problems, or one error."""
    path = tmp_path / "any"
    path.write_bytes(start + end)
    try:
        found = list(read_aliases(path, form=form, limits=SMALL))
    except UnreadableFileError:
        return
    assert all(one.message and one.advice if isinstance(one, Problem) else one.id and one.names for one in found)


LEAVES = (
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["Person", "+2013-00-00", "Q5"])
)
NAMES = """
    id schema properties name labels aliases claims P571 P31 P1448 mainsnak datavalue value time precision text
    qualifiers en entities results bindings item itemLabel
"""
KEYS = st.sampled_from(NAMES.split())
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(
    st.dictionaries(KEYS, VALUES, max_size=5), st.sampled_from(["ftm", "wikibase", "wikidata", "own", "opensanctions"])
)
def test_no_record_breaks_the_reading(tmp_path: Path, record: dict[str, object], form: str) -> None:
    """Values of any kind where names, dates and statements are expected."""
    path = tmp_path / "any"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    for one in read_aliases(path, form=form):
        assert isinstance(one, Problem) or (one.id and one.names)
