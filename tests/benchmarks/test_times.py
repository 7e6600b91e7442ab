"""How times are measured."""

from __future__ import annotations

import io
import tarfile
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from benchmarks.times import Found, alike, f1, judged, judgement, ours, placed, report, timeml, words_per_second

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TIMEML = b"""<TimeML>
<DCT>Day: <TIMEX3 tid="t0" type="DATE" value="2019-08-31">Aug. 31</TIMEX3></DCT>
<TEXT>The <EVENT eid="e1">raid</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2019-08-27">Tuesday</TIMEX3> lasted
<TIMEX3 tid="t2" type="DURATION" value="PT3H">three hours</TIMEX3>.</TEXT></TimeML>"""


def test_reports_are_read_without_markup() -> None:
    """Offsets count the text alone; the day of publication is that of the file."""
    one = report(TIMEML)
    assert one.text == "The raid on Tuesday lasted\nthree hours."
    assert one.published == date(2019, 8, 31)
    assert [(one.text[t.start : t.end], t.value) for t in one.times] == [
        ("Tuesday", "2019-08-27"),
        ("three hours", "PT3H"),
    ]


def test_an_archive_is_read_in_order(tmp_path: Path) -> None:
    """Only TimeML files count."""
    path = tmp_path / "corpus.tml.tar.xz"
    with tarfile.open(path, "w:xz") as archive:
        for name, raw in (
            ("b.tml", TIMEML),
            ("README", b"no corpus"),
            ("a.tml", b"<TimeML><TEXT>None.</TEXT></TimeML>"),
        ):
            member = tarfile.TarInfo(name)
            member.size = len(raw)
            archive.addfile(member, io.BytesIO(raw))
    assert [one.text[:4] for one in timeml(path)] == ["None", "The "]


def test_figures_of_one_report() -> None:
    """Our own reading is whole; half of the times with one wrong value give their share."""
    gold = report(TIMEML)
    assert f1([gold], ours) == (1.0, 1.0, 1.0)

    def half(_text: str, _published: date | None) -> Sequence[Found]:
        return [Found(9, 19, "2019-08-28T10:00", "")]

    assert f1([gold], half) == (0.0, 2 / 3, 0.0)
    assert f1([], ours) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("start", "end", "expected"), [(12, 19, True), (19, 30, False), (0, 30, True), (0, 32, False), (18, 20, True)]
)
def test_alike_is_shared_words_and_no_more_than_thrice_as_long(start: int, end: int, *, expected: bool) -> None:
    """As TempEval has it, with a bound against spans that swallow the text."""
    assert alike(Found(start, end, "", ""), Found(12, 19, "", "")) is expected


@pytest.mark.parametrize(
    ("edtf", "expected", "mark"),
    [
        ("2024-05", "2024-05", "right"),
        ("None", "None", "right"),
        ("2024-05-09", "None", "put in"),
        ("2024-05-09", "2024-05-09", "right"),
        ("2024-04-09", "2024-04", "false day"),
        ("None", "2024-04", "otherwise wrong"),
    ],
)
def test_judgements(edtf: str, expected: str, mark: str) -> None:
    """A day of publication that stands for another time is told from other false days."""
    assert judgement(edtf, expected) == mark


def test_ours_reads_the_phrases() -> None:
    """None is falsely exact, none replaced by the day of publication."""
    marks = judged(ours)
    assert marks["right"] >= 22
    assert (marks["false day"], marks["put in"]) == (0, 0)
    assert sum(marks.values()) == 23


def test_moments_of_the_peer_are_placed_in_order() -> None:
    """The second "Monday" is the second; words that the text does not have are left out."""
    moment = datetime(2024, 5, 6)  # noqa: DTZ001 - a day
    found = placed("Monday and Monday", [("Monday", moment), ("Monday", moment), ("Friday", moment)])
    assert [(one.start, one.end, one.edtf) for one in found] == [(0, 6, "2024-05-06"), (11, 17, "2024-05-06")]


def test_speed_counts_words() -> None:
    """Words over seconds, each round over all texts."""
    seen: list[str] = []

    def find(text: str, _published: date | None) -> Sequence[Found]:
        seen.append(text)
        return []

    assert words_per_second([("two words", None)], find, rounds=2) > 0
    assert seen == ["two words"] * 3
