"""The network of a dossier: who reports connect with its subject; each name has a line to itself, so none overlap."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from tacitus.export.pictures.drawing import Anchor, Box, Dot, Drawing, Line, Tone, Words, columns, cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.ask.dossier_parts import Tie
    from tacitus.export.pictures.drawing import Shape

_WIDTH = 760.0
_MIDDLE = _WIDTH / 2
#: Points between two neighbours on one side, and over the first.
_ROW, _EDGE = 40.0, 30.0
#: How far the neighbours stand from the middle, at the ends and at the height of the subject.
_NEAR, _BULGE = 118.0, 34.0
#: Columns of a name, of what stands under it, and of the subject's name.
_NAME, _UNDER, _SUBJECT = 29, 34, 24


def network(name: str, ties: Sequence[Tie]) -> Drawing | None:
    """Return the picture of a subject amid its neighbours, by name, the first half on the left; None without any."""
    if not ties:
        return None
    half = (len(ties) + 1) // 2
    height = 2 * _EDGE + _ROW * half + 26
    center = _EDGE + _ROW * half / 2
    sides = ((ties[:half], True), (ties[half:], False))
    placed = [place for side, is_left in sides for place in _placed(side, center, half, is_left=is_left)]
    lines = [Line(_MIDDLE, center, x, y, Tone.QUIET, tie.is_denied) for x, y, _, tie in placed]
    shapes: list[Shape] = [*lines]
    for x, y, is_left, tie in placed:
        shapes += _neighbour(x, y, tie, is_left=is_left)
    shown = cut(name, _SUBJECT)
    width = columns(shown) * 7.4 + 24
    shapes.append(Box(round(_MIDDLE - width / 2, 1), center - 15, round(width, 1), 30, Tone.PAPER))
    shapes.append(Words(_MIDDLE, center + 4, shown, Anchor.MIDDLE, 12, is_bold=True))
    legend = "→ does it to the subject · ← the subject does it · – both alike · dashed line: denied or not known"
    shapes.append(Words(8, height - 10, legend, size=10, tone=Tone.QUIET))
    return Drawing(_WIDTH, height, "Who is connected, by the reports", tuple(shapes))


def _placed(
    side: Sequence[Tie], center: float, most: int, *, is_left: bool
) -> Iterator[tuple[float, float, bool, Tie]]:
    """Yield where each neighbour of one side stands: evenly from top to bottom, on a bow around the subject."""
    first = center - _ROW * (len(side) - 1) / 2
    for number, tie in enumerate(side):
        y = first + _ROW * number
        high = (y - center) / (_ROW * max(1, most) / 2 + _ROW)
        away = _NEAR + _BULGE * sqrt(max(0.0, 1 - high * high))
        yield round(_MIDDLE - away if is_left else _MIDDLE + away, 1), y, is_left, tie


def _neighbour(x: float, y: float, tie: Tie, *, is_left: bool) -> Iterator[Shape]:
    anchor, aside = (Anchor.END, -10) if is_left else (Anchor.START, 10)
    many = f"{tie.documents} report{'s' * (tie.documents != 1)}"
    yield Dot(x, y, is_hollow=tie.is_denied)
    yield Words(x + aside, y + 1, cut(tie.name, _NAME), anchor, 12)
    yield Words(x + aside, y + 14, cut(f"{', '.join(tie.words)} · {many}", _UNDER), anchor, 10, tone=Tone.QUIET)
