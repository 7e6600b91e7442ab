"""The date of publication where the text itself carries it: "Tue Mar 3 2015 Ferry sinks off Berl".

It says when the report was published, and of no event when it happened.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tacitus.model.when import Precision

if TYPE_CHECKING:
    from datetime import date

    from tacitus.extract.layers import TimeMention

#: Code points at the head of a text in which a stamp is looked for.
_REACH = 1_000
#: Days by which it may miss the day of publication: clocks of other time zones.
_NEAR = 1
#: Words that make a date part of a sentence: "on 3 March 2015", "a photo of this 3 March 2015".
_GOVERNED = re.compile(
    r"(?:,|\b(?:on|of|in|by|from|to|at|since|until|till|before|after|dated?|the|this|that|and))\s*$", re.IGNORECASE
)


def is_stamp(time: TimeMention, text: str, published: date | None) -> bool:
    """Tell whether a time is the report's own date: whole, at the head of the text, in no phrase.

    Where the day of publication is unknown, only a date with which the text opens is one.

    Examples:
        >>> from datetime import date
        >>> from tacitus.extract.times import find_times
        >>> text = "Tue Mar 3 2015 Ferry sinks off Berl. It went down on 3 March 2015."
        >>> [is_stamp(time, text, date(2015, 3, 3)) for time in find_times(text, None)]
        [True, False]
    """
    when, start = time.when, time.span.start
    if time.anchor or when is None or start > _REACH or when.precision is not Precision.DAY or when.earliest is None:
        return False
    before = text[text.rfind("\n", 0, start) + 1 : start]
    if _GOVERNED.search(before[-20:]):
        return False
    return not text[:start].strip() if published is None else abs((published - when.earliest).days) <= _NEAR
