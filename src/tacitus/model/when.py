"""When something happened or held: never more exact than the words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from tacitus.model import edtf as _edtf

if TYPE_CHECKING:
    from datetime import date


class Precision(StrEnum):
    """How finely the words name a time."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"
    OPEN = "open"
    SET = "set"
    YEARLESS = "yearless"


@dataclass(frozen=True, slots=True)
class When:
    """A vague date: an interval of days with the EDTF string that says it.

    A qualifier (`~ ? %`) stays in the string and does not widen the bounds: nobody said how far "about" reaches.

    Attributes:
        edtf: The EDTF string; see `tacitus.model.edtf` for the profile.
        earliest: First day that the words allow, inclusive; None when open or when the year is unknown.
        latest: Last day that the words allow, inclusive; None likewise.

    Raises:
        InvalidValueError: If the string is not in the profile.

    Examples:
        >>> When("2018-01/2018-04").latest
        datetime.date(2018, 4, 30)
        >>> When("2019-08-31").precision
        <Precision.DAY: 'day'>
    """

    edtf: str
    earliest: date | None = field(init=False, compare=False, repr=False)
    latest: date | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Read the string once, so that a `When` that exists is valid."""
        low, high = _edtf.bounds(self.edtf)
        object.__setattr__(self, "earliest", low)
        object.__setattr__(self, "latest", high)

    @property
    def precision(self) -> Precision:
        """How finely the words name the time."""
        text = self.edtf.rstrip("~?%")
        if text[0] in "[{":
            return Precision.SET
        if "/" in text:
            return Precision.INTERVAL if self.earliest and self.latest else Precision.OPEN
        if text.startswith("XXXX"):
            return Precision.YEARLESS
        named = [part for part in text.split("-") if "X" not in part]
        return (Precision.YEAR, Precision.YEAR, Precision.MONTH, Precision.DAY)[len(named)]

    @property
    def is_approximate(self) -> bool:
        """Whether the words say "about" or leave a doubt."""
        return any(mark in self.edtf for mark in "~?%")

    def overlaps(self, other: When) -> bool:
        """Tell whether some day is allowed by both; an unknown year overlaps everything.

        Examples:
            >>> When("2019-08").overlaps(When("2019-08-31/2019-09-02"))
            True
        """
        return not (self.before(other) or other.before(self))

    def contains(self, other: When) -> bool:
        """Tell whether every day that `other` allows is allowed here too."""
        if Precision.YEARLESS in (self.precision, other.precision):
            return self.edtf == other.edtf
        low = self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)
        high = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return low and high

    def before(self, other: When) -> bool:
        """Tell whether the whole of this lies before the whole of `other`."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def after(self, other: When) -> bool:
        """Tell whether the whole of this lies after the whole of `other`."""
        return other.before(self)

    def capped(self, last: date) -> When | None:
        """Return the part that is not after `last`, or None when nothing is left.

        What has happened cannot lie after the report of it.

        Examples:
            >>> from datetime import date
            >>> When("2019-08-26/2019-09-01").capped(date(2019, 8, 31))
            When(edtf='2019-08-26/2019-08-31')
        """
        if self.earliest is not None and self.earliest > last:
            return None
        if self.precision is Precision.INTERVAL and self.latest is not None and self.latest > last:
            return interval(self.earliest, last)
        return self

    def __str__(self) -> str:
        """Return the EDTF string."""
        return self.edtf


def day(value: date) -> When:
    """Return one day."""
    return When(value.isoformat())


def month(year: int, number: int) -> When:
    """Return one month, `number` from 1 to 12."""
    return When(f"{year:04d}-{number:02d}")


def year(value: int) -> When:
    """Return one year, from 1 to 9999."""
    return When(f"{value:04d}")


def interval(first: date | None, last: date | None) -> When:
    """Return the days from `first` to `last`, both inclusive; None leaves that end open.

    Examples:
        >>> from datetime import date
        >>> interval(None, date(2019, 8, 31))
        When(edtf='../2019-08-31')
    """
    if first is not None and first == last:
        return day(first)
    return When(f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}")
