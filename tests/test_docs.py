"""The docs gate: everything that can be typed or plugged in is documented."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from tacitus.cli import app
from tacitus.export.form import Format
from tacitus.export.table import COLUMNS

ROOT = Path(__file__).parent.parent
CLI = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "examples" / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]


def _commands() -> dict[str, set[str]]:
    """Return each command's options as they are typed, those of a group by two words; "" stands for the program."""
    program = get_command(app)
    assert isinstance(program, TyperGroup)
    parts = {"": program} | {
        f"{name} {inner}".strip(): part
        for name, command in program.commands.items()
        for inner, part in (command.commands if isinstance(command, TyperGroup) else {"": command}).items()
    }
    return {
        name: {word for param in part.params for word in param.opts if word.startswith("-")}
        for name, part in parts.items()
    }


COMMANDS = _commands()


def _section(command: str) -> str:
    """Return the general part and the part on one command."""
    general, *parts = re.split(r"(?m)^## ", CLI)
    return general + "".join(part for part in parts if part.startswith(f"`tacitus {command}"))


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_option_is_documented(command: str) -> None:
    """Each option stands in `docs/cli.md`, in the part on its command or in the general part."""
    assert COMMANDS[command]
    assert not [word for word in COMMANDS[command] if f"`{word}" not in _section(command)]


def test_every_command_is_documented() -> None:
    """Each command has a heading of its own, and no other has one."""
    headings = re.findall(r"(?m)^## `tacitus ([a-z]+(?: [a-z]+)?)", CLI)
    assert sorted(headings) == sorted(name for name in COMMANDS if name)


def test_no_option_is_made_up() -> None:
    """What the page documents can be typed."""
    known = set[str]().union(*COMMANDS.values()) | {"--help"}
    assert set(re.findall(r"`(--?[a-z][a-z-]*)", CLI)) <= known


def test_every_format_is_documented() -> None:
    """Formats and columns of CSV stand in `docs/formats.md`."""
    assert not [form for form in Format if f"### `{form}`" not in FORMATS]
    assert not [column for column in COLUMNS if f"`{column}`" not in FORMATS]


def test_every_plug_in_point_is_documented() -> None:
    """Each entry-point group stands in `docs/map.md`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (ROOT / "docs" / "map.md").read_text(encoding="utf-8")
    assert not [group for group in project.get("entry-points", {}) if f"`{group}`" not in page]


def test_every_floor_is_on_the_map() -> None:
    """Each layer that import-linter knows stands in `docs/map.md`."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    page = (ROOT / "docs" / "map.md").read_text(encoding="utf-8")
    floors = [floor for contract in settings["contracts"] for floor in contract.get("layers", ())]
    assert not [floor for floor in floors if f"`{floor}/`" not in page and f"`{floor}.py`" not in page]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """Each link to a file of the repository leads to one."""
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


def test_every_decision_is_listed() -> None:
    """The index of decisions has them all."""
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    assert not [page.name for page in folder.glob("[0-9]*.md") if f"({page.name})" not in index]
