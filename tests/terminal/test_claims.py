"""The table of claims."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console

from tacitus.terminal.claims import HEADER, columns, framed, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from tacitus.export.lines import ClaimLine


def test_plain_is_a_line_a_claim(line_of: Callable[..., ClaimLine]) -> None:
    """A header, then one line a claim, nothing wrapped."""
    text = plain([line_of("clash", {"actor": "army " * 40}), line_of("clash", {"actor": "police"})])
    assert len(text.splitlines()) == 3
    assert text.splitlines()[0].split("  ")[0] == HEADER[0]
    assert "“They” … “at dawn”" in text


def test_columns_stand_one_under_another() -> None:
    """One long cell does not push the others beyond 60 characters."""
    text = columns([("a", "b", "c"), ("x" * 90, "y", "z"), ("1", "2", "3")])
    assert text.splitlines()[0] == "a" + " " * 61 + "b  c"
    assert text.splitlines()[1].endswith("x  y  z")


def test_framed_keeps_to_the_width(line_of: Callable[..., ClaimLine]) -> None:
    """No line is wider than the terminal, and no word is lost."""
    out = io.StringIO()
    line = line_of("talks", {"actor": "government", "topic": "ceasefire"}, speakers=("mediator",))
    Console(file=out, width=80).print(framed([line]))
    assert max(len(row) for row in out.getvalue().splitlines()) <= 80
    assert all(word in out.getvalue() for word in ("talks:", "government", "ceasefire", "mediator", "dawn"))


def test_markup_in_a_report_is_text(line_of: Callable[..., ClaimLine]) -> None:
    """A report cannot style the table or send commands to the terminal."""
    line = line_of("clash", {"actor": "[red]army[/red]\x1b[2J"})
    out = io.StringIO()
    Console(file=out, width=200, force_terminal=True).print(framed([line]))
    assert "[red]army[/red]\ufffd[2J" in out.getvalue()
    assert "\x1b[2J" not in out.getvalue() + plain([line])
