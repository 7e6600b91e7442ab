"""How many: a range of whole numbers with the words that give it."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.errors import InvalidValueError


@dataclass(frozen=True, slots=True)
class Count:
    """A number of persons or things, as a closed range.

    Attributes:
        min: Least number that the words allow, or None when they set no lower bound ("up to 30").
        max: Greatest number, or None when they set no upper bound ("dozens", "at least 12").
        who: Entity id of those counted, or None.
        words: The words of the text: "at least a dozen". Empty when the count was inferred from a name.

    Raises:
        InvalidValueError: If a bound is negative or `min` exceeds `max`.
    """

    min: int | None
    max: int | None
    who: str | None = None
    words: str = ""

    def __post_init__(self) -> None:
        """Refuse impossible ranges."""
        low, high = self.min, self.max
        negative = (low is not None and low < 0) or (high is not None and high < 0)
        if negative or (low is not None and high is not None and low > high):
            raise InvalidValueError("count", (low, high), "0 <= min <= max, None for an open end")
