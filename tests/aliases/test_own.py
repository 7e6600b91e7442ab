"""A user's own list of aliases, as spreadsheets write it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tacitus.aliases.files import FORMATS, read_aliases
from tacitus.model.entity import EntityType
from tacitus.model.problem import Problem
from tacitus.resolve.lists import AliasEntry

PAGE = Path(__file__).parents[2] / "docs" / "aliases.md"


def read(path: Path, text: str | bytes) -> tuple[list[AliasEntry], list[Problem]]:
    """Return the entries and problems of a file with that content."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = list(read_aliases(path))
    return [e for e in found if isinstance(e, AliasEntry)], [p for p in found if isinstance(p, Problem)]


def test_rows_of_one_name_are_one_entry(tmp_path: Path) -> None:
    """Spelled alike or not; the list is called like the file; the note is kept."""
    text = "name,alias,type,note\nZendan Front,ZF,group,own research\nzendan front,Jabhat Zendan,group,\nOruk,Oruq,,\n"
    (front, oruk), problems = read(tmp_path / "groups.v2.csv", text)
    assert front.names == ("Zendan Front", "ZF", "Jabhat Zendan")
    assert (front.list, front.type, front.note) == ("groups", EntityType.GROUP, "own research")
    assert (oruk.names, oruk.type) == (("Oruk", "Oruq"), None)
    assert problems == []


def test_kinds_and_times(tmp_path: Path) -> None:
    """Weak and former names stand apart; names of another time are another entry, whose ends are whole days."""
    text = (
        "Name;Alias;Kind;Since;Until\nZendan Front;the Front;weak;;\nZendan Front;Zendan Committee;former;;\n"
        "Zendan Front;ZNF;;2013;2014-02\n"
    )
    (always, then), problems = read(tmp_path / "a.csv", text)
    assert (always.names, always.weak, always.former) == (("Zendan Front",), ("the Front",), ("Zendan Committee",))
    assert (then.names, then.since, then.until) == (("Zendan Front", "ZNF"), date(2013, 1, 1), date(2014, 2, 28))
    assert then.id != always.id
    assert problems == []


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp1252"])
def test_what_spreadsheets_write(tmp_path: Path, mark: str, code: str) -> None:
    """Any usual delimiter and code, line ends of Windows, quotes, blank rows."""
    rows = [["name", "alias"], ['"Séléka"', f'"Alliance{mark} ""Séléka"""'], ["", ""]]
    text = "\r\n".join(mark.join(row) for row in rows)
    (entry,), problems = read(tmp_path / "a.csv", text.encode(code))
    assert entry.names == ("Séléka", "Alliance" if mark in ";|" else f'Alliance{mark.strip()} "Séléka"')
    assert problems == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Zendan Front,,,,", "lacks a name or an alias"),
        (",ZF,,,", "lacks a name or an alias"),
        ("Zendan Front,—,,,", "lacks a name or an alias"),
        ("17,ZF,,,", "lacks a name or an alias"),
        ("Zendan Front," + "Z" * 300 + ",,,", "lacks a name or an alias"),
        ("Zendan Front,ZF,militia,,", "'militia' is no type"),
        ("Zendan Front,ZF,group,31/12/2014,", "'31/12/2014' is no date"),
        ("Zendan Front,ZF,group,2014-02-30,", "is no date"),
        ("Zendan Front,ZF,group,2015,2014", "ends (2014) before it begins (2015)"),
        ("Zendan, Front,ZF,group,2013,2014", "more cells than the header"),
        ('Zendan "Front,ZF,,,\n"open,quote,,,', "A quotation mark is not closed"),
        ('"' + "x" * 140_000 + '",ZF,,,', "131,072 characters"),
    ],
)
def test_a_bad_row_is_a_problem(tmp_path: Path, row: str, message: str) -> None:
    """With file and line, and what to do; the rows around it go in, an unclosed quotation mark or not."""
    text = f"name,alias,type,since,until\nOruk,Oruq,,,\n{row}\nKinbote,Kinbot,,,\n"
    entries, (problem,) = read(tmp_path / "a.csv", text)
    assert {"Oruk", "Kinbote"} <= {e.names[0] for e in entries}
    line = 4 if "open" in row else 3
    assert problem.place == f"{tmp_path / 'a.csv'}:{line}"
    assert message in problem.message
    assert problem.advice
    assert problem.step == "aliases"


def test_several_aliases_in_a_cell(tmp_path: Path) -> None:
    """Apart at semicolons or bars: no name has them."""
    (entry,), problems = read(tmp_path / "a.csv", "name,alias\nZendan Front,ZF; Jabhat Zendan|Z.N.F.;\n")
    assert entry.names == ("Zendan Front", "ZF", "Jabhat Zendan", "Z.N.F.")
    assert problems == []


def test_an_unknown_kind(tmp_path: Path) -> None:
    """Only the three kinds that are documented."""
    entries, (problem,) = read(tmp_path / "a.csv", "name,alias,kind\nOruk,Oruq,same\n")
    assert entries == []
    assert "'same' is no kind" in problem.message


def test_another_alphabet_in_a_one_byte_code(tmp_path: Path) -> None:
    """It would enter names that nobody finds, so that its rows are problems."""
    text = b"name,alias\nOruk,Oruq\n" + "Зенданский фронт,ЗФ\n".encode("cp1251")
    (entry,), (problem,) = read(tmp_path / "a.csv", text)
    assert entry.names == ("Oruk", "Oruq")
    assert "neither UTF-8 nor Windows-1252" in problem.message


def test_signs_that_steer_are_left_out(tmp_path: Path) -> None:
    """Escapes of terminals and marks of direction are no part of a name; a Persian joiner is."""
    text = "name,alias\nOruk,\x1b[31mOr\x00uq\u202e\nOruk,می\u200cدان\n"
    (entry,), _ = read(tmp_path / "a.csv", text)
    assert entry.names == ("Oruk", "[31mOruq", "می\u200cدان")


def test_the_page_on_alias_lists(tmp_path: Path) -> None:
    """Its example can be read as it stands; it names each format and type."""
    page = PAGE.read_text(encoding="utf-8")
    (example,) = re.findall(r"```csv\n(.*?)```", page, re.DOTALL)
    (front, unit), problems = read(tmp_path / "a.csv", example)
    assert problems == []
    assert (front.names, front.weak, front.former) == (
        ("Zendan Front", "ZF", "Jabhat Zendan"),
        ("the Front",),
        ("Zendan Committee",),
    )
    assert unit.until == date(2014, 2, 28)
    assert not [name for name in (*FORMATS, *EntityType) if f"`{name}`" not in page]
