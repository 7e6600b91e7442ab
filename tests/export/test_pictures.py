"""Pictures as shapes and as SVG: nothing overlaps, vague stays vague, and any name is only text."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.ask.dossier_parts import Bar, Tie
from tacitus.export.pictures.drawing import Anchor, Box, Dot, Drawing, Head, Line, Words, columns, cut
from tacitus.export.pictures.network import network
from tacitus.export.pictures.svg import svg
from tacitus.export.pictures.timeline import MOST, timeline
from tacitus.model.ontology import Certainty
from tacitus.model.when import When

#: Points that the widest letters of a common font take, at a size of one.
_WIDE = 0.62


def bar(edtf: str, label: str = "raid", certainty: Certainty = Certainty.STATED) -> Bar:
    """Return a line of a timeline."""
    return Bar(label, When(edtf), certainty, (1,))


def drawn(*bars: Bar) -> Drawing:
    """Return the picture of some lines, which must have one."""
    picture = timeline(bars)
    assert picture is not None
    return picture


def spread(words: Words) -> tuple[float, float, float, float]:
    """Return about where some words stand: left, right, top, bottom."""
    wide = columns(words.text) * words.size * _WIDE
    left = words.x - {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[words.anchor]
    return left, left + wide, words.y - words.size * 0.8, words.y + words.size * 0.2


def overlaps(picture: Drawing) -> list[tuple[str, str]]:
    """Return the pairs of words that stand on each other."""
    spots = [(w.text, spread(w)) for w in picture.shapes if isinstance(w, Words)]
    return [
        (a, b)
        for i, (a, one) in enumerate(spots)
        for b, two in spots[i + 1 :]
        if one[0] < two[1] and two[0] < one[1] and one[2] < two[3] and two[2] < one[3]
    ]


def test_a_day_is_a_dot_and_a_vague_time_a_box() -> None:
    """A box as wide as the words allow; who denies it makes a hollow dot."""
    picture = drawn(bar("2020-01-01"), bar("2020-06"), bar("2020-12-31", certainty=Certainty.DENIED))
    dots = [s for s in picture.shapes if isinstance(s, Dot)]
    (box,) = [s for s in picture.shapes if isinstance(s, Box)]
    assert [dot.is_hollow for dot in dots] == [False, True]
    assert dots[0].x < box.x < box.x + box.width < dots[1].x
    assert box.width == pytest.approx((dots[1].x - dots[0].x) * 29 / 365, abs=1)


def test_open_ends_have_an_arrow() -> None:
    """To the left where nobody says since when, to the right where it goes on; about a day is dashed."""
    picture = drawn(bar("../2020"), bar("2019/.."), bar("2018-05-04~"))
    heads = [s for s in picture.shapes if isinstance(s, Head)]
    assert [head.is_left for head in heads] == [True, False]
    assert [s.is_dashed for s in picture.shapes if isinstance(s, Box)] == [False, False, True]


def test_nothing_that_has_a_day_is_no_picture() -> None:
    """Neither no lines at all nor lines that only know a day of some year."""
    assert timeline(()) is None
    assert timeline((bar("XXXX-05-14"),)) is None
    picture = drawn(bar("XXXX-05-14"), bar("2020"))
    assert "no day is told" in [s.text for s in picture.shapes if isinstance(s, Words)]


def test_there_is_room_for_so_many_lines() -> None:
    """The picture says that it shows the first ones only."""
    picture = drawn(*(bar(f"20{n:02}") for n in range(MOST + 2)))
    words = [s.text for s in picture.shapes if isinstance(s, Words)]
    assert words[-1].endswith(f"The first {MOST} of {MOST + 2}.")
    assert words.count("raid") == MOST


_TIMES = st.dates(date(1900, 1, 1), date(2100, 1, 1)).flatmap(
    lambda day: st.sampled_from([str(day), f"{day}/..", f"../{day}", f"{day:%Y-%m}", f"{day:%Y}~", f"{day:%Y}"])
)


@given(st.lists(st.builds(bar, _TIMES, st.text(max_size=60)), min_size=1, max_size=MOST))
def test_no_words_of_a_timeline_overlap(bars: list[Bar]) -> None:
    """Whatever the times and labels; marks of the axis stand apart, and all stands inside the picture."""
    picture = drawn(*bars)
    assert not overlaps(picture)
    marks = sorted({s.x1 for s in picture.shapes if isinstance(s, Line) and s.x1 == s.x2})
    assert all(b - a > 20 for a, b in pairwise(marks))
    ends = [x for s in picture.shapes if isinstance(s, Line) for x in (s.x1, s.x2)]
    ends += [x for s in picture.shapes if isinstance(s, Box) for x in (s.x, s.x + s.width)]
    assert 0 <= min(ends) <= max(ends) <= picture.width


_TIES = st.builds(Tie, st.text(max_size=50), st.tuples(st.text(max_size=50)), st.integers(1, 999), st.just((1,)))


@given(st.text(max_size=50), st.lists(_TIES, min_size=1, max_size=30))
def test_no_words_of_a_network_overlap(name: str, ties: list[Tie]) -> None:
    """Up to thirty neighbours with any names, and the subject in the middle."""
    picture = network(name, ties)
    assert picture is not None
    assert not overlaps(picture)
    spots = [spread(s) for s in picture.shapes if isinstance(s, Words)]
    assert min(left for left, *_ in spots) >= 0
    assert max(right for _, right, *_ in spots) <= picture.width
    assert max(bottom for *_, bottom in spots) <= picture.height


def test_nobody_is_no_network() -> None:
    """A subject without neighbours has no picture; one whose tie is denied has a dashed line."""
    assert network("RF", ()) is None
    picture = network("RF", [Tie("Gulf", ("← ally (denied)",), 1, (1,), is_denied=True)])
    assert picture is not None
    assert [s.is_dashed for s in picture.shapes if isinstance(s, Line)] == [True]


def test_svg_is_well_formed_and_names_are_text() -> None:
    """All kinds of shapes; a name that is markup is shown as it was written."""
    name = '<script>alert("1")</script> & co'
    for picture in (drawn(bar("2020/..", name), bar("2020-01-01")), network(name, [Tie(name, ("x",), 1, (1,))])):
        assert picture is not None
        root = ET.fromstring(svg(picture, "title"))  # noqa: S314 - our own words
        assert root.get("role") == "img"
        assert root[0].get("id") == root.get("aria-labelledby") == "title"
        assert any(cut(name, 24)[:9] in (one.text or "") for one in root.iter("text"))
        assert not list(root.iter("script"))
        assert len(list(root)) == len(picture.shapes) + 1


@given(st.text(max_size=80), st.integers(1, 60))
def test_cut_words_fit(text: str, most: int) -> None:
    """They take no more columns than allowed, and what fits is not cut."""
    assert columns(cut(text, most)) <= max(most, 1)
    assert cut(text, most) == text or columns(text) > most
