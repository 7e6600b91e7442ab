"""Files named after documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.export.files import CannotWriteError, Folder, safe_name

if TYPE_CHECKING:
    from pathlib import Path


@given(st.text(max_size=300))
def test_is_always_a_plain_name(document: str) -> None:
    """Whatever the id: no path, not hidden, not empty, short enough, ASCII."""
    name = safe_name(document)
    assert name
    assert not set(name) & set("/\\:\0 ")
    assert not name.startswith(".")
    assert len(name.encode("ascii")) <= 200


@given(st.text(max_size=80), st.text(max_size=80))
def test_different_ids_have_different_names(one: str, other: str) -> None:
    """Names tell ids apart."""
    assert (safe_name(one) == safe_name(other)) == (one == other)


@pytest.mark.parametrize("document", ["A0080", "front-channel-0411", "report_7.v2"])
def test_plain_ids_stay(document: str) -> None:
    """An id of letters, digits and `._-` is its own name."""
    assert safe_name(document) == document


def test_long_ids_differ_by_hash() -> None:
    """Ids that share their first 200 characters still differ."""
    assert safe_name("a" * 400) != safe_name("a" * 401)


def test_writes_and_replaces(tmp_path: Path) -> None:
    """The folder is made; a second run replaces the file and leaves no draft."""
    target = tmp_path / "made" / "here"
    Folder(target).write("r1", ".json", "old")
    assert Folder(target).write("r1", ".json", "new\n").read_bytes() == b"new\n"
    assert [p.name for p in target.iterdir()] == ["r1.json"]


def test_stays_inside(tmp_path: Path) -> None:
    """An id that looks like a path makes no other folder."""
    path = Folder(tmp_path / "out").write("../../etc/passwd", ".json", "{}")
    assert path.parent == tmp_path / "out"


def test_case_alone_keeps_files_apart(tmp_path: Path) -> None:
    """`Report` and `report` are two files, also where the file system does not tell case apart."""
    folder = Folder(tmp_path)
    names = {folder.write(document, ".json", document).name.casefold() for document in ("report", "Report", "report")}
    assert len(names) == 2


def test_says_what_stands_in_the_way(tmp_path: Path) -> None:
    """A file where the folder should be is told with its path."""
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(CannotWriteError, match=r"Cannot write .*out.*Choose a folder"):
        Folder(tmp_path / "out").write("r1", ".json", "{}")
