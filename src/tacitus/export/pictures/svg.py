"""A drawing as SVG that stands inside a page: no scripts, no styles of its own, nothing from elsewhere."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tacitus.export.pictures.drawing import Box, Dot, Head, Line, Tone

if TYPE_CHECKING:
    from tacitus.export.pictures.drawing import Drawing, Shape

#: Tone → colour; dark enough on white for 4.5 to 1 where it is words.
COLOURS = {
    Tone.MAIN: "#1c2733",
    Tone.QUIET: "#55606c",
    Tone.FAINT: "#d9dee3",
    Tone.FILL: "#a9c3d8",
    Tone.PAPER: "#ffffff",
}


def svg(drawing: Drawing, id_: str) -> str:
    """Return a drawing as an `svg` element.

    Args:
        drawing: What to write.
        id_: Names the element's title within the page; letters only.
    """
    body = "\n".join(map(_shape, drawing.shapes))
    return (
        f'<svg viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" width="{_n(drawing.width)}" '
        f'height="{_n(drawing.height)}" role="img" aria-labelledby="{id_}">\n'
        f'<title id="{id_}">{escape(drawing.title)}. The table below says the same.</title>\n{body}\n</svg>'
    )


def _shape(shape: Shape) -> str:
    if isinstance(shape, Line):
        ends = f'x1="{_n(shape.x1)}" y1="{_n(shape.y1)}" x2="{_n(shape.x2)}" y2="{_n(shape.y2)}"'
        return f'<line {ends} stroke="{COLOURS[shape.tone]}"{_dashes(is_dashed=shape.is_dashed)}/>'
    if isinstance(shape, Box):
        size = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}" rx="2"'
        dashes = _dashes(is_dashed=shape.is_dashed)
        return f'<rect {size} fill="{COLOURS[shape.fill]}" stroke="{COLOURS[Tone.MAIN]}"{dashes}/>'
    if isinstance(shape, Dot):
        fill = COLOURS[Tone.PAPER if shape.is_hollow else Tone.MAIN]
        at = f'cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.radius)}"'
        return f'<circle {at} fill="{fill}" stroke="{COLOURS[Tone.MAIN]}"/>'
    if isinstance(shape, Head):
        back = shape.x + (8 if shape.is_left else -8)
        points = f"{_n(shape.x)},{_n(shape.y)} {_n(back)},{_n(shape.y - 6)} {_n(back)},{_n(shape.y + 6)}"
        return f'<polygon points="{points}" fill="{COLOURS[Tone.MAIN]}"/>'
    weight = ' font-weight="bold"' if shape.is_bold else ""
    at = f'x="{_n(shape.x)}" y="{_n(shape.y)}" text-anchor="{shape.anchor}" font-size="{_n(shape.size)}"{weight}'
    return f'<text {at} fill="{COLOURS[shape.tone]}">{escape(shape.text)}</text>'


def _dashes(*, is_dashed: bool) -> str:
    return ' stroke-dasharray="5 4"' if is_dashed else ""


def _n(number: float) -> str:
    """Return a number as short as it can be written."""
    return f"{number:.1f}".removesuffix(".0")
