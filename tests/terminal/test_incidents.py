"""What `tacitus incidents` prints."""

from __future__ import annotations

import json

import pytest
from tests.ask.accounts import Bench

from tacitus.ask.incidents import IncidentFile
from tacitus.config import Rows, Settings
from tacitus.model.incident import Incident, Telling
from tacitus.resolve.happening import happening_id
from tacitus.resolve.origins import Origin
from tacitus.terminal.incidents import counted, show, to_object, told
from tacitus.terminal.screen import Screen

ID = "i0000000000000001"


def _file(*lines: str, is_trend: bool = False, one_origin: bool = False) -> IncidentFile:
    """Return an incident of these lines; each document has an origin of its own, unless all have one."""
    bench = Bench()
    for line in lines:
        bench.add(line)
    incident = Incident(ID, bench.incident().tellings, is_trend)
    origins = {d: Origin("o1" if one_origin else f"o {d}", d, d) for d in incident.documents}
    return IncidentFile(incident, tuple(bench.rows), origins)


@pytest.mark.parametrize(
    ("lines", "told_lines"),
    [
        (
            ("doc=a; in=Wire",),
            ["undated · attack · i0000000000000001", "1 article, 1 origin: Wire"],
        ),
        (
            ("doc=a; in=Wire; on=2024-03-04; place=Tirsa; actor=Reed Front/group; target=a mill/facility; killed=4",),
            [
                "2024-03-04 · attack · Tirsa · i0000000000000001",
                "Reed Front → a mill; killed 4",
                "1 article, 1 origin: Wire",
            ],
        ),
        (
            ("doc=a; in=Wire; on=2024-03-04/2024-03-06; killed=4..; injured=..30",),
            [
                "2024-03-04 to 2024-03-06 · attack · i0000000000000001",
                "? → ?; killed at least 4; injured up to 30",
                "1 article, 1 origin: Wire",
            ],
        ),
        (
            (
                "doc=a; in=Wire; type=airstrike; killed=9",
                "doc=b; in=Courier; type=airstrike; killed=4..6",
                "doc=c; in=Wire",
            ),
            [
                "undated · airstrike · i0000000000000001",
                "? → ?; killed 4 to 6, 9",
                "3 articles, 3 origins: Wire; Courier",
            ],
        ),
        (
            ("doc=a; in=none; actor=Reed Front/group",),
            ["undated · attack · i0000000000000001", "Reed Front → ?", "1 article, 1 origin: Report a"],
        ),
        (
            ("doc=a; in=Wire; victim=farmers; target=Tirsa/place+a mill/facility+a dam/facility",),
            [
                "undated · attack · i0000000000000001",
                "? → Tirsa, a dam, a mill …",
                "1 article, 1 origin: Wire",
            ],
        ),
        (
            ("doc=a; in=Wire; injured=0",),
            ["undated · attack · i0000000000000001", "? → ?; injured 0", "1 article, 1 origin: Wire"],
        ),
    ],
)
def test_lines_of_an_incident(lines: tuple[str, ...], told_lines: list[str]) -> None:
    """When, what and where; who and whom; how many; who tells of it. What is not known is left out."""
    assert list(told(_file(*lines))) == told_lines


def test_a_trend_and_a_reprint() -> None:
    """A sum of many actions says so, and prints of one report count as one origin."""
    title, last = told(_file("doc=a; in=Wire", "doc=b; in=Courier", is_trend=True, one_origin=True))
    assert title == f"undated · attack · many actions · {ID}"
    assert last == "2 articles, 1 origin: Wire; Courier"


def test_a_toll_that_is_not_known() -> None:
    """No word of programs stands in a line for people."""
    assert not any("None" in line for line in told(_file("doc=a; in=Wire; killed=?; certainty=unknown")))


def test_the_usual_day_is_told() -> None:
    """What most claims say, of two alike the narrower one."""
    title = next(told(_file("on=2024-03-04", "on=2024-03-05", "on=2024-03-05", "on=2024-03", "on=2024-03-01/..")))
    assert title.startswith("2024-03-05 ·")
    assert next(told(_file("on=2024-03", "on=2024-03-09"))).startswith("2024-03-09 ·")


@pytest.mark.parametrize(
    ("articles", "origins", "words"),
    [(0, 0, "0 articles, 0 origins"), (1, 1, "1 article, 1 origin"), (2, 1, "2 articles, 1 origin")],
)
def test_counted(articles: int, origins: int, words: str) -> None:
    """One is one."""
    assert counted(articles, origins) == words


def test_an_incident_as_json() -> None:
    """All that the lines say and more: roles in full, ranges with their words, claims and tellings by id."""
    found = _file(
        "doc=a; in=Wire; on=2024-03-04; place=Tirsa; actor=Reed Front/group; killed=4.. men", "doc=b; in=Wire"
    )
    one, other = (row.claim.id for row in found.rows)
    assert to_object(found) == {
        "incident": ID,
        "documents": ["a", "b"],
        "lead_documents": [],
        "articles": 2,
        "origins": 2,
        "is_trend": False,
        "types": ["attack"],
        "first_day": "2024-03-04",
        "last_day": "2024-03-04",
        "places": ["Tirsa"],
        "actors": ["Reed Front"],
        "targets": [],
        "killed": [{"min": 4, "max": None, "words": "4.."}],
        "injured": [],
        "claims": [one, other],
        "tellings": [
            {"id": happening_id("a", (one,)), "document": "a", "is_lead": False},
            {"id": happening_id("b", (other,)), "document": "b", "is_lead": False},
        ],
    }


def test_an_undated_incident_as_json() -> None:
    """Days are there and empty; a lead is told."""
    bare = _file("doc=a")
    lead = IncidentFile(Incident(ID, (Telling("a", bare.incident.claims, is_lead=True),)), bare.rows, bare.origins)
    out = to_object(lead)
    assert (out["first_day"], out["last_day"], out["lead_documents"]) == (None, None, ["a"])


@pytest.mark.parametrize("count", [0, 1, 2])
def test_machine_forms(count: int, capsys: pytest.CaptureFixture[str]) -> None:
    """A list, or a line each, with the same objects; nothing is an empty list or no line."""
    found = [_file(f"doc={name}; actor=Rød Front/group") for name in "ab"[:count]]
    screen = Screen(Settings(width=60))
    show(found, Rows.JSON, screen)
    written = capsys.readouterr().out
    show(found, Rows.JSONL, screen)
    lines = capsys.readouterr().out.splitlines()
    assert json.loads(written) == [json.loads(line) for line in lines] == [to_object(one) for one in found]
    assert ("Rød" in written) is bool(count)


def test_lines_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    """One incident after the other, long lines whole; an empty list is said."""
    found = [
        _file("doc=a; in=Wire"),
        _file("doc=b; in=Courier; actor=" + "+".join(f"Group {n}/group" for n in range(9))),
    ]
    show(found, Rows.TABLE, Screen(Settings(width=20)))
    assert capsys.readouterr().out.splitlines() == [line for one in found for line in told(one)]
    show([], Rows.TABLE, Screen(Settings()))
    assert capsys.readouterr().out == "No incidents.\n"
