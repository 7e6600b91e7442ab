"""How many: the number expressions of a text, as ranges that are never finer than the words.

The grammar is data (`data/count_rules.tsv`, `data/count_words.tsv`). The readings of vague words are those of the claim
contract, section 2: "dozens" is at least 24, "over N" at least N, "nearly N" at most N, "about N" exactly N. Numbers
that tell a time, an age, a measure, a sum of money or a name ("M23", "Resolution 2254") are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from tacitus.extract.layers import CountMention
from tacitus.extract.phrase_rules import best, rules
from tacitus.extract.times import time_spans
from tacitus.extract.word_classes import Coded, Lexicon, encode, lexicon
from tacitus.model.count import Count
from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tacitus.extract.contract import Draft
    from tacitus.extract.phrase_rules import Hit

KINDS = ("AMOUNT", "LOOSE", "RANGE", "SKIPPED", "TIMED")
#: More is no count of persons or things: all who ever lived are about 1.2e11.
_MOST = 10**12


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a number phrase says.

    Attributes:
        kind: AMOUNT (one number), LOOSE (a least number), RANGE or SKIPPED (no count).
        low: Least number, or None.
        high: Greatest number, or None.
        scale: The hundred, thousand … that the words end with, or 1: "20 to 30 thousand".
    """

    kind: str
    low: int | None = None
    high: int | None = None
    scale: int = 1


def _exactly(number: int, scale: int = 1) -> Quantity | None:
    return Quantity("AMOUNT", number, number, scale) if number <= _MOST else None


def _is_name(hit: Hit[Quantity]) -> bool:
    """Tell a number that ends a name ("Kalawag 3,") or a list mark ("2. The army") from a count."""
    if hit.is_before("CAP", "OTHER") and not hit.is_after("WORD", "CAP", "COUNTED", "OF", "OR", "TO", "AND", "MORE"):
        return True
    aged = hit.is_before("COMMA") and hit.is_after("COMMA") and hit.coded.is_at(hit.match.start() - 2, "CAP")
    opens_line = hit.coded.text[max(0, hit.start - 1) : hit.start] in ("", "\n")
    return aged or (opens_line and hit.is_after("DOT", "RPAREN"))


def digits(hit: Hit[Quantity]) -> Quantity | None:
    """Read "12", "1,200", "1.5 million"."""
    text = hit.coded.text
    joined = text[max(0, hit.start - 1) : hit.start] in tuple("/.:") or re.match(
        r"[./:]\d", text[hit.end : hit.end + 2]
    )
    if joined or _is_name(hit):
        return None
    number = hit.word("n").replace(",", "")
    scale = int(hit.value("scale") or "1") * int(hit.value("scaletwo") or "1")
    whole, _, part = number.partition(".")
    if not part:
        return _exactly(int(whole) * scale, scale)
    total, rest = divmod(int(whole + part) * scale, 10 ** len(part))
    return _exactly(total, scale) if rest == 0 else None


def spelled(hit: Hit[Quantity]) -> Quantity | None:
    """Read "twenty-one", "a hundred and fifty", "three thousand two hundred"."""
    total = current = 0
    scale = 1
    for index in range(*hit.match.span()):
        if hit.coded.is_at(index, "DASH", "AND"):
            continue
        written = hit.coded.value(index).replace(",", "")
        if not written.isdecimal():  # "one thousand 1.5" is no number that anybody writes
            return None
        value = int(written)
        scale = value if hit.coded.is_at(index, "HUNDRED", "SCALE") else 1
        if hit.coded.is_at(index, "HUNDRED"):
            current = (current or 1) * value
        elif scale > 1:
            total, current = total + (current or 1) * value, 0
        else:
            current += value
    return _exactly(total + current, scale)


def dozen(hit: Hit[Quantity]) -> Quantity | None:
    """Read "a dozen", "two dozen", "half a dozen", "a couple of dozen"."""
    if hit.has("n") and hit.coded.is_at(hit.match.start("n"), "HALF"):
        return _exactly(6)
    return _exactly(12 * (hit.number("n") or 1))


def several(hit: Hit[Quantity]) -> Quantity:
    """Read "several", "a few hundred", "a number of", "dozens", "tens of thousands"."""
    unit = hit.number("unit") or 1
    if hit.has("unit") and hit.coded.is_at(hit.match.start("unit"), "MANY"):
        unit //= 2  # "thousands" is at least two thousand
    return Quantity("LOOSE", (hit.number("few") or 0) * unit)


def exact(hit: Hit[Quantity]) -> Quantity | None:
    """Read "both", "a couple", "zero", "no casualties"."""
    return _exactly(hit.number("n") or 0)


def spread(hit: Hit[Quantity]) -> Quantity | None:
    """Read "between 5 and 10", "20 to 30 thousand", "two or three"; "from 5 to 10" is a change and no range."""
    low, high = hit.thing("a"), hit.thing("b")
    if low.low is None or high.low is None or hit.is_before("FROM"):
        return None
    short = low.scale == 1 < high.scale and low.low * high.scale < high.low
    least = low.low * high.scale if short else low.low
    return Quantity("RANGE", least, high.low) if least < high.low else None


def least(hit: Hit[Quantity]) -> Quantity | None:
    """Read "at least 12", "more than a hundred", "30 or more"; "over" before one to four is mostly no bound."""
    thing = hit.thing("n")
    if hit.has("over") and (thing.low or 0) < 5:
        return None
    return Quantity("LOOSE", thing.low)


def one(hit: Hit[Quantity]) -> Quantity:
    """Read "at least a" before what is counted: "at least a civilian"."""
    return Quantity("LOOSE", hit.number("n"))


def most(hit: Hit[Quantity]) -> Quantity | None:
    """Read "up to 30", "nearly 40", "as many as 20"."""
    thing = hit.thing("n")
    return Quantity("RANGE", None, thing.high) if thing.high is not None else None


def about(hit: Hit[Quantity]) -> Quantity:
    """Read "around 20", "some 300", "50 or so": the number itself."""
    return hit.thing("n")


READERS: Mapping[str, Callable[[Hit[Quantity]], Quantity | None]] = {
    "skipped": lambda _hit: Quantity("SKIPPED"),
    "digits": digits,
    "spelled": spelled,
    "dozen": dozen,
    "several": several,
    "many": several,
    "exact": exact,
    "none": lambda _hit: Quantity("AMOUNT", 0, 0),
    "range": spread,
    "least": least,
    "one": one,
    "most": most,
    "about": about,
}


@cache
def words() -> Lexicon:
    """Return the words of number expressions."""
    return lexicon("count_words.tsv", KINDS)


def find_counts(text: str) -> tuple[CountMention, ...]:
    """Return the number expressions of a text in order. Linear in its length.

    Examples:
        >>> for mention in find_counts("At least a dozen died and nearly 40 were hurt in two villages."):
        ...     print(mention.count.words, mention.count.min, mention.count.max)
        At least a dozen 12 None
        nearly 40 None 40
        two 2 2
    """

    def read(hit: Hit[Quantity]) -> tuple[str, Quantity] | None:
        quantity = READERS[hit.rule.reader](hit)
        return (quantity.kind, quantity) if quantity else None

    coded = _without_times(encode(text, words()))
    for stage in rules("count_rules.tsv", words):
        coded = best(coded, stage, read)
    return tuple(_mentions(coded))


def _without_times(coded: Coded[Quantity]) -> Coded[Quantity]:
    """Return the text with each token that belongs to a time marked, so that no rule counts it."""
    codes = list(coded.codes)
    index = 0
    for span in time_spans(coded.text):
        while index < len(codes) and coded.starts[index] < span.end:
            if coded.starts[index] >= span.start:
                codes[index] = coded.lexicon.codes["TIMED"]
            index += 1
    return replace(coded, codes="".join(codes))


def _mentions(coded: Coded[Quantity]) -> Iterator[CountMention]:
    counts = "".join(coded.lexicon.codes[kind] for kind in ("AMOUNT", "LOOSE", "RANGE"))
    for match in re.finditer(f"[{counts}]", coded.codes):
        start, end = coded.starts[match.start()], coded.ends[match.start()]
        found = coded.found[start]
        yield CountMention(Span(start, end), Count(found.low, found.high, words=coded.text[start:end]))


class Counts:
    """The step that finds number expressions in a document."""

    name = "counts"
    version = "2"
    needs = frozenset({"document"})
    gives = frozenset({"counts"})

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with its counts."""
        return replace(draft, counts=find_counts(draft.document.text))
