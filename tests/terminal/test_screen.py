"""Which stream gets what."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from tacitus.config import Settings
from tacitus.model.problem import Problem
from tacitus.terminal.screen import Screen
from tacitus.terminal.streams import fail, use_utf8

if TYPE_CHECKING:
    from collections.abc import Callable

    from tacitus.export.lines import ClaimLine


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


def _speak(screen: Screen, line: ClaimLine) -> None:
    screen.heading("A report")
    screen.claims([line])
    screen.line("told")
    screen.data("{}\n")
    screen.note("a note")
    screen.problem(Problem("a.pdf", "read", "It is no text.", "Save it as text."))


def test_data_and_notes_are_apart(line_of: Callable[..., ClaimLine], capsys: pytest.CaptureFixture[str]) -> None:
    """Reports on standard output, notes and problems on standard error."""
    _speak(Screen(Settings()), line_of("clash", {"actor": "army"}))
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == "A report"
    assert out.endswith("told\n{}\n")
    assert err == "a note\nProblem: a.pdf: It is no text. Save it as text.\n"


def test_quiet_keeps_problems(line_of: Callable[..., ClaimLine], capsys: pytest.CaptureFixture[str]) -> None:
    """Notes are silent; problems are not."""
    _speak(Screen(Settings(is_quiet=True)), line_of("clash", {"actor": "army"}))
    assert capsys.readouterr().err == "Problem: a.pdf: It is no text. Save it as text.\n"


def test_no_claims(capsys: pytest.CaptureFixture[str]) -> None:
    """An empty list is said."""
    Screen(Settings()).claims([])
    assert capsys.readouterr().out == "No claims.\n\n"


def test_a_width_asks_for_a_framed_table(line_of: Callable[..., ClaimLine], capsys: pytest.CaptureFixture[str]) -> None:
    """A known width wraps, also off a terminal."""
    Screen(Settings(width=70)).claims([line_of("clash", {"actor": "army " * 30})])
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) > 4
    assert max(map(len, rows)) <= 70


def test_no_progress_off_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """A log file gets no spinner."""
    screen = Screen(Settings())
    with screen.progress("Reading"):
        screen.step("1 document")
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("is_quiet", [False, True])
def test_progress_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, is_quiet: bool
) -> None:
    """The line stands on standard error, gives way to data, and respects quiet."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    screen = Screen(Settings(is_quiet=is_quiet))
    with screen.progress("Reading"):
        screen.step("1 document")
        screen.data("data\n")
        screen.line("more")
    out, err = capsys.readouterr()
    assert out == "data\nmore\n"
    assert bool(err) is not is_quiet


def test_errors_need_no_screen(capsys: pytest.CaptureFixture[str]) -> None:
    """One line, control codes made visible."""
    fail("No\x1b[2J name.")
    assert capsys.readouterr().err == "Error: No\ufffd[2J name.\n"


def test_utf8_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream of another encoding writes UTF-8 from then on; what cannot be encoded is escaped."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="latin-1"))
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    use_utf8()
    sys.stdout.write("Ḥamā → \ud800\n")
    sys.stdout.flush()
    assert raw.getvalue().decode("utf-8") == "Ḥamā → \\ud800\n"
