"""What `tacitus compare` prints."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.ask.accounts import compared

from tacitus.ask.weigh import Relation
from tacitus.config import Listing, Settings
from tacitus.terminal import accounts
from tacitus.terminal.accounts import counted, show_comparison, title, to_object
from tacitus.terminal.screen import Screen

if TYPE_CHECKING:
    from tacitus.ask.disagree import Comparison


@pytest.fixture
def comparison() -> Comparison:
    """Return a contested toll, a reprint, a denial, and a document that knows nothing."""
    return compared(
        "killed=31..; by=Tirsa Hospital/facility; day=4; doc=a; in=Wire; quote=at least 31 were killed",
        "killed=31..; by=Tirsa Hospital/facility; day=5; doc=b; in=Courier; quote=at least 31 were killed",
        "killed=20; actor=Dawn Front/group; day=4; doc=c; in=Ministry; certainty=alleged; quote=20 were killed",
        "actor=Dawn Front/group; by=Dawn Front/group; day=4; doc=a; in=Wire; certainty=denied; quote=the Front did it",
        "killed=?; day=9; doc=d; in=none; certainty=unknown; quote=it is not known how many",
        origins={"b": "a"},
    )


def test_side_by_side(comparison: Comparison, capsys: pytest.CaptureFixture[str]) -> None:
    """Documents with their origins, then each question with its positions, who takes them, and how they stand."""
    show_comparison(comparison, Listing.TABLE, Screen(Settings(width=100)))
    assert capsys.readouterr().out == (
        """i0000000000000001 · attack · 4 articles, 3 origins
- Report a · Wire · 2024-03-04
- Report c · Ministry · 2024-03-04
- Report b · Courier · 2024-03-05 (same origin as Wire of 2024-03-04)
- Report d · 2024-03-09

Who did it? Contested.
A. not Dawn Front · 1 article, 1 origin
   Dawn Front, in Wire of 2024-03-04: “the Front did it”
   → denies B
B. Dawn Front (alleged) · 1 article, 1 origin
   Ministry of 2024-03-04 (own voice): “20 were killed”
   → is denied by A
Silent: Report d; Tirsa Hospital

How many were killed? Contested.
A. at least 31 · 2 articles, 1 origin
   Tirsa Hospital, in Wire of 2024-03-04; Courier of 2024-03-05: “at least 31 were killed”
   → contradicts B; is left open by C
B. 20 (alleged) · 1 article, 1 origin
   Ministry of 2024-03-04 (own voice): “20 were killed”
   → contradicts A; is left open by C
C. not known · 1 article, 1 origin
   Report d of 2024-03-09 (own voice): “it is not known how many”
   → leaves open A, B
Silent: Dawn Front
"""
    )


def test_as_json(comparison: Comparison, capsys: pytest.CaptureFixture[str]) -> None:
    """One object with all that the table tells, and the ids of the claims; positions are numbered from 1."""
    show_comparison(comparison, Listing.JSON, Screen(Settings()))
    found = json.loads(capsys.readouterr().out)
    assert found == to_object(comparison)
    assert found["origins"] == 3
    assert [d["origin"] for d in found["documents"]] == ["a", "c", "a", "d"]
    who, killed = found["questions"]
    assert who["links"] == [{"from": 1, "relation": "deny", "to": 2}]
    assert killed["is_contested"]
    account = killed["positions"][0]["accounts"][0]
    assert account["speaker"] == "Tirsa Hospital"
    assert account["documents"] == ["a", "b"]
    assert account["origins"] == ["a"]
    assert (account["first"], account["last"]) == ("2024-03-04", "2024-03-04")
    assert len(account["claims"]) == 2
    assert killed["positions"][1]["accounts"][0]["speaker"] is None


def test_no_line_is_too_wide(capsys: pytest.CaptureFixture[str]) -> None:
    """Long quotes are wrapped under their position."""
    found = compared(f"killed=31; quote={'the bomb killed 31 people ' * 12}", "actor=Dawn Front/group")
    show_comparison(found, Listing.TABLE, Screen(Settings(width=100)))
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 100
    assert sum("the bomb killed" in line and line.startswith("   ") for line in lines) > 1


def test_long_lists_are_cut(capsys: pytest.CaptureFixture[str]) -> None:
    """Accounts and voices over four are counted."""
    lines = [f"killed=31; day={day}" for day in range(1, 7)] + ["actor=Dawn Front/group"]
    show_comparison(compared(*lines), Listing.TABLE, Screen(Settings(width=100)))
    told = capsys.readouterr().out
    assert "   and 4 more\n" in told
    assert "Silent: Outlet 1; Outlet 2; Outlet 3; Outlet 4 and 2 more\n" in told
    show_comparison(compared(*lines, "killed=9"), Listing.TABLE, Screen(Settings(width=100)))
    assert "   and 2 more\n" in capsys.readouterr().out


def test_a_sum_of_actions_is_called_so() -> None:
    """The kinds, commonest first, and whether it is no single happening."""
    found = compared("killed=3; type=shelling", "killed=3; type=shelling", "killed=3")
    assert title(found) == "i0000000000000001 · shelling, attack · 3 articles, 3 origins"
    trend = replace(found, incident=replace(found.incident, is_trend=True))
    assert (
        title(trend) == "i0000000000000001 · shelling, attack · a campaign or a sum of actions · 3 articles, 3 origins"
    )


def test_codes_for_the_terminal_are_not_passed_on(capsys: pytest.CaptureFixture[str]) -> None:
    """A report could carry terminal commands."""
    show_comparison(compared("killed=31; quote=31\x1b[31m dead"), Listing.TABLE, Screen(Settings(width=100)))
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("relation", list(Relation))
def test_every_relation_has_words(relation: Relation) -> None:
    """From both ends, and different ones where it goes one way."""
    forth, back = accounts._TOLD[relation]  # noqa: SLF001 - the words stand nowhere else
    assert (forth == back) == (relation in (Relation.AGREE, Relation.CONTRADICT))


@pytest.mark.parametrize(
    ("documents", "origins", "told"), [(1, 1, "1 article, 1 origin"), (4, 2, "4 articles, 2 origins")]
)
def test_counts_of_sources(documents: int, origins: int, told: str) -> None:
    """Articles and origins, as people say it."""
    found = compared(*(f"killed=3; doc=d{n}" for n in range(documents)))
    assert counted(found.documents, [str(n) for n in range(origins)]) == told
