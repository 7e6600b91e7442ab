"""`tacitus parts alike`: one score a pair, in order, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

LIST = """note\tname2\tname1
a\tKareem Zohdi\tKarim Zuhdi
b\tJabir Zuhdi\tKarim Zuhdi

c\t\tKarim Zuhdi
d
e\t"Army of al-Wadi"\tJaysh al-Wadi
"""


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    """Return a list with two bad rows and an empty line."""
    path = tmp_path / "pairs.tsv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_score_a_row(tacitus: Callable[..., Done], pairs: Path) -> None:
    """Columns go by name; a bad row is told with its line, and has a line of its own in the output."""
    done = tacitus("parts", "alike", pairs)
    scores = [float(line) for line in done.out.splitlines()]
    assert done.code == 1
    assert [score >= 0.5 for score in scores] == [True, False, False, False, True]
    assert scores[2:4] == [0.0, 0.0]
    assert f"{pairs}:5: The row has no name2." in done.err.replace("\n", "")
    assert f"{pairs}:6: The row has no name1 and name2." in done.err.replace("\n", "")


def test_why(tacitus: Callable[..., Done], pairs: Path) -> None:
    """The reasons follow the score, with tabs between, and add up to its log-odds."""
    first, second, *_ = tacitus("parts", "alike", pairs, "--why").out.splitlines()
    assert float(first.split("\t")[0]) > 0.5
    assert any(cell.startswith("both have other words -") for cell in second.split("\t"))
    assert not any(" +0.00 " in cell or " -0.00 " in cell for cell in second.split("\t"))


def test_standard_input(process: Callable[..., Done]) -> None:
    """A dash is standard input; without bad rows all is well."""
    done = process("parts", "alike", "-", stdin="name1\tname2\nHoms\tHoms\n")
    assert done.code == 0
    assert float(done.out) > 0.5


@pytest.mark.parametrize("text", ["", "name1\tname3\nA\tB\n", "Karim\tKareem\n"])
def test_a_list_without_its_columns(tacitus: Callable[..., Done], tmp_path: Path, text: str) -> None:
    """It is told what a list looks like; there is no output."""
    path = tmp_path / "pairs.tsv"
    path.write_text(text, encoding="utf-8")
    done = tacitus("parts", "alike", path)
    assert (done.code, done.out) == (3, "")
    assert "name1 and name2" in done.err


def test_a_list_that_is_not_there(tacitus: Callable[..., Done], tmp_path: Path) -> None:
    """A problem, with its place."""
    done = tacitus("parts", "alike", tmp_path / "none.tsv")
    assert (done.code, done.out) == (3, "")
    assert "none.tsv" in done.err


def test_other_parts_have_no_reasons(tacitus: Callable[..., Done], pairs: Path) -> None:
    """The call cannot mean anything."""
    done = tacitus("parts", "mentions", pairs, "--why")
    assert done.code == 2
    assert "alike" in done.err
