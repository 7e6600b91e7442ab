"""Years and days of the year that a text names, by its bare words: they tell apart reports that bear no date."""

from __future__ import annotations

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DATES = (
    re.compile(rf"\b{_MONTH} {_DAY}\b(?!\d)"),
    re.compile(rf"\b{_DAY} (?:of )?{_MONTH}(?![a-z])"),
    re.compile(r"\b(?:19|20)\d\d-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-2]\d|3[01])\b"),
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!,\d)")


def named_dates(text: str) -> tuple[str, ...]:
    """Return the years and days of a year that a text names in English or ISO 8601, sorted, each once.

    Examples:
        >>> named_dates("On 3 May 2022 and on June 30th")
        ('05-03', '06-30', '2022')
    """
    days = (
        f"{_number(found['month']):02d}-{int(found['day']):02d}" for kind in _DATES for found in kind.finditer(text)
    )
    return tuple(sorted({*days, *_YEAR.findall(text)}))


def _number(month: str) -> int:
    """Return the number of a month by its name or digits."""
    return int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
