"""Shapes that a picture is made of, in points from its upper left corner; no picture knows how it will be written."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a shape is for; each writer has its own colours."""

    MAIN = "main"
    QUIET = "quiet"
    FAINT = "faint"
    FILL = "fill"
    PAPER = "paper"


class Anchor(StrEnum):
    """Which end of some words stands at their position."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    tone: Tone = Tone.MAIN
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with a border."""

    x: float
    y: float
    width: float
    height: float
    fill: Tone = Tone.FILL
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle; a hollow one has the colour of the paper within."""

    x: float
    y: float
    radius: float = 4.0
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an arrow, with its point at (x, y), to the right or to the left."""

    x: float
    y: float
    is_left: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Some words on one line; `y` is their baseline.

    Attributes:
        x: Where the anchor stands.
        y: Baseline.
        text: Plain text; the writer escapes it.
        anchor: Which end stands at `x`.
        size: Height of the letters, in points.
        is_bold: Whether it is set bold.
        tone: Colour.
    """

    x: float
    y: float
    text: str
    anchor: Anchor = Anchor.START
    size: float = 12.0
    is_bold: bool = False
    tone: Tone = Tone.MAIN


Shape = Line | Box | Dot | Head | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture.

    Attributes:
        width: In points.
        height: In points.
        title: What it shows, for those who do not see it; a table beside it says the same as the picture.
        shapes: In the order in which they are drawn.
    """

    width: float
    height: float
    title: str
    shapes: tuple[Shape, ...]


def cut(text: str, most: int) -> str:
    """Return words that take at most so many columns, with "…" where they were cut; wide letters take two.

    Examples:
        >>> cut("Highland Front", 14), cut("Highland Front", 9)
        ('Highland Front', 'Highland…')
    """
    if columns(text) <= most:
        return text
    kept, used = "", 1
    for char in text:
        used += columns(char)
        if used > most:
            break
        kept += char
    return kept.rstrip() + "…"


def columns(text: str) -> int:
    """Return how many columns words take: two for wide letters of East Asia, none for marks on letters.

    Examples:
        >>> columns("Halmar"), columns("\u5317\u4eac"), columns("e\u0301")
        (6, 4, 1)
    """
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    marks = sum(unicodedata.category(char) in ("Mn", "Me", "Cf") for char in text)
    return len(text) + wide - marks
