"""Pieces of a document's text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of one document's stored text, `[start, end)`.

    Attributes:
        start: First code point (not byte, not UTF-16 unit), counted from 0.
        end: One past the last code point; always greater than `start`.

    Raises:
        InvalidValueError: If `start` is negative or `end` is not greater than `start`.

    Examples:
        >>> Span(4, 9).of("The siege began.")
        'siege'
        >>> Span(5, 5)
        Traceback (most recent call last):
        tacitus.errors.InvalidValueError: (5, 5) is no span. Allowed: 0 <= start < end, in code points.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty or backward span."""
        if not 0 <= self.start < self.end:
            raise InvalidValueError("span", (self.start, self.end), "0 <= start < end, in code points")

    def __len__(self) -> int:
        """Return the number of code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def join(self, other: Span) -> Span:
        """Return the smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shift(self, by: int) -> Span:
        """Return the span moved by `by` code points."""
        return Span(self.start + by, self.end + by)


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order with overlapping and touching ones joined.

    Examples:
        >>> merge([Span(8, 9), Span(0, 3), Span(2, 5)])
        (Span(start=0, end=5), Span(start=8, end=9))
    """
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = out[-1].join(span)
        else:
            out.append(span)
    return tuple(out)
