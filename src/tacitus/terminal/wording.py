"""A claim in words for people: who did what to whom, who says so, how surely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.export.opinions import grade_words, review_words, sources_words
from tacitus.model.ontology import Certainty, Status

if TYPE_CHECKING:
    from tacitus.export.lines import ClaimLine
    from tacitus.model.where import Where

_BETWEEN = ", "
#: Roles told after the sentence, with the word that stands before each.
_AFTER = (
    ("place", "at"),
    ("from", "from"),
    ("org", "in"),
    ("role", "as"),
    ("instrument", "with"),
    ("victim", "victims:"),
    ("killed", "killed:"),
    ("injured", "injured:"),
    ("count", "number:"),
    ("topic", "about:"),
    ("media", "media:"),
    ("ended", "ended:"),
)


def told(line: ClaimLine) -> str:
    """Return who did what to whom and where, on one line: "shelling: army → market, at Mirzakh"."""
    who = _BETWEEN.join(line.words("actor", "subject"))
    whom = _BETWEEN.join(line.words("target", "object"))
    arrow = "=" if line.claim.type == "alias" else "→"
    sides = f"{who or '?'} {arrow} {whom}" if whom else who
    after = [f"{word} {_BETWEEN.join(found)}" for role, word in _AFTER if (found := line.words(role))]
    return f"{line.claim.type}: " + _BETWEEN.join(part for part in (sides, *after) if part)


def who_says(line: ClaimLine) -> str:
    """Return the speakers, innermost first, or whose own voice it is."""
    return "; ".join(line.speakers) or f"{line.document.outlet or 'the author'} (own voice)"


def who_says_where(line: ClaimLine) -> str:
    """Return the speakers with the report that has them: for lists over many reports."""
    document = line.document
    report = document.outlet or document.title or document.id
    day = f" of {document.published}" if document.published else ""
    return f"{'; '.join(line.speakers)}, in {report}{day}" if line.speakers else f"{report}{day} (own voice)"


def how_sure(line: ClaimLine) -> str:
    """Return the certainty, and the status when it is not told as real."""
    claim = line.claim
    return str(claim.certainty) if claim.status is Status.ACTUAL else f"{claim.certainty}, {claim.status}"


def when(line: ClaimLine) -> str:
    """Return the EDTF string, or nothing when the text gives no hint."""
    return line.claim.time.edtf if line.claim.time else ""


def located(where: Where) -> str:
    """Return where a place lies, or what contains one that could not be placed.

    Examples:
        >>> from tacitus.model.where import Candidate, Point, Where
        >>> town = Candidate("geonames:169389", "Idlib", "town", "SY", 0.9, Point(35.9306, 36.6339, 3700))
        >>> located(Where("Idlib", candidates=(town,)))
        '35.93, 36.63 within 4 km (Idlib, town, SY, geonames:169389)'
        >>> located(Where("Karmadun", inside=town)), located(Where("Karmadun"))
        ('position not known, in or near Idlib (town, SY)', 'position not known')
    """
    if where.candidates:
        best = where.candidates[0]
        way = f"{where.relation} " if where.relation else ""
        known = ", ".join(part for part in (f"{way}{best.name}", best.kind, best.country, best.id) if part)
        sure = "" if where.is_located else "perhaps "
        point = best.point
        return f"{sure}{point.latitude:.2f}, {point.longitude:.2f} within {point.radius / 1000:.0f} km ({known})"
    if where.inside is not None:
        kind = ", ".join(part for part in (where.inside.kind, where.inside.country) if part)
        return f"position not known, in or near {where.inside.name} ({kind})"
    return "position not known"


def quoted(line: ClaimLine) -> str:
    """Return the exact words in quotation marks, pieces apart by an ellipsis."""
    return " … ".join(f"“{quote}”" for quote in line.quotes)


def reviewed(line: ClaimLine) -> str:
    """Return where a claim stands in review, who put it there, and why; "" straight from the reader."""
    return review_words(line.review) if line.review is not None else ""


def sources_graded(line: ClaimLine) -> str:
    """Return the sources with the user's grades, each by itself; "" when they were not asked for."""
    return sources_words(line.grades) if line.grades is not None else ""


def claim_graded(line: ClaimLine) -> str:
    """Return the user's grade of the claim; "" when it was not asked for."""
    return grade_words(line.grades.claim) if line.grades is not None else ""


#: Colour of each certainty on a terminal that has colours.
STYLES = {
    Certainty.STATED: "green",
    Certainty.PROBABLE: "cyan",
    Certainty.POSSIBLE: "yellow",
    Certainty.ALLEGED: "yellow",
    Certainty.DENIED: "red",
    Certainty.UNKNOWN: "bright_black",
}


def counted(count: int, noun: str, nouns: str = "") -> str:
    """Return a number with its noun, in the form that goes with it.

    Examples:
        >>> counted(1, "pair"), counted(2, "pair"), counted(0, "entry", "entries")
        ('1 pair', '2 pairs', '0 entries')
    """
    return f"{count} {noun if count == 1 else nouns or noun + 's'}"
