"""Files and folders: order, links, and what the system refuses."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tacitus.model.problem import Problem
from tacitus.read.walk import Found, find_files, place_of

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path) -> list[str]:
    """Return the files found in a folder, relative to it."""
    return [str(x.path.relative_to(folder)) for x in find_files(str(folder)) if isinstance(x, Found)]


def test_a_folder_is_walked_in_sorted_order(tmp_path: Path) -> None:
    """Depth first; hidden files and folders are left out."""
    for name in ["b.txt", "a/z.txt", "a/b/c.txt", "c.txt", ".hidden", ".git/x.txt", "a/.x.txt"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert names(tmp_path) == ["a/b/c.txt", "a/z.txt", "b.txt", "c.txt"]


def test_a_named_file_is_found_even_if_hidden(tmp_path: Path) -> None:
    """With its size."""
    (tmp_path / ".notes").write_bytes(b"abc")
    assert list(find_files(str(tmp_path / ".notes"))) == [Found(tmp_path / ".notes", 3, is_named=True)]


def test_links_are_followed_once(tmp_path: Path) -> None:
    """A loop of folders, a link to itself and a dead link are Problems, and the rest is found."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("x", encoding="utf-8")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "b")
    (tmp_path / "c").symlink_to(tmp_path / "nowhere")
    found = list(find_files(str(tmp_path)))
    assert [x.path.name for x in found if isinstance(x, Found)] == ["x.txt"]
    problems = [x for x in found if isinstance(x, Problem)]
    assert [p.place for p in problems] == [str(tmp_path / name) for name in ("a/up", "b", "c")]
    assert "leads back" in problems[0].message


@pytest.mark.parametrize("name", ["no-such-file", "x" * 5000, "nul\0in.txt"])
def test_names_that_are_no_files(tmp_path: Path, name: str) -> None:
    """Are Problems in the system's own words."""
    (problem,) = find_files(str(tmp_path / name))
    assert isinstance(problem, Problem)
    assert problem.step == "read"


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    """It would wait for ever; in a folder it is passed over."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert list(find_files(str(tmp_path))) == []
    (problem,) = find_files(str(tmp_path / "pipe.txt"))
    assert isinstance(problem, Problem)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_locked_folder(tmp_path: Path) -> None:
    """Is a Problem."""
    (tmp_path / "locked").mkdir(mode=0)
    (problem,) = find_files(str(tmp_path))
    assert isinstance(problem, Problem)


def test_places_can_be_printed() -> None:
    """File names that are no UTF-8 too."""
    assert place_of(os.fsdecode(b"caf\xe9.txt")) == "caf\ufffd.txt"
