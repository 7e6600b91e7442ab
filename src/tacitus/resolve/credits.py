"""Credits: the agency or channel that a report has its news from, by its dateline, its foot, or all that it quotes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tacitus import tables
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Where a report says whose it is, in code points from its beginning and its end.
_HEAD, _FOOT = 300, 250
_BRACKETS = re.compile(r"\(([^()]+)\)")
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"


def credited(text: str) -> str | None:
    """Return the news agency that a report is credited to by its words, or None when none is, or more than one.

    Examples:
        >>> credited("VELIMIR, May 8 (Reuters) - Nine people died.")
        'Reuters'
        >>> credited("The army told Reuters that nine people died.") is None
        True
    """
    head, foot = text[:_HEAD], text[max(0, len(text) - _FOOT) :]
    found = (*(form.search(head) for form in _heads()), _foot().search(foot))
    names = {agency(one["name"]) for one in found if one}
    return names.pop() if len(names) == 1 else None


def agency(name: str) -> str | None:
    """Return the usual name of a news agency, or None for anything else.

    Examples:
        >>> agency("Agence France-Presse"), agency("Velimir Post (AP)"), agency("the Orlian army")
        ('AFP', 'AP', None)
    """
    inner = _BRACKETS.search(name)
    return _agencies().get(fold(name)) or (_agencies().get(fold(inner[1])) if inner else None)


def sole(sources: Iterable[str]) -> str | None:
    """Return the one agency or channel that all sources are, by its usual name; None for none or several.

    Args:
        sources: Names of those whom a report quotes, one for each thing said.
    """
    names = {agency(source) or source for source in sources}
    folded = {fold(name) for name in names}
    return min(names) if len(folded) == 1 else None


@cache
def _agencies() -> Mapping[str, str]:
    """Return folded name → usual name."""
    out: dict[str, str] = {}
    for name, *others in tables.rows("tacitus.resolve.data", "agencies.tsv"):
        for other in (name, *(others[0].split(";") if others else ())):
            out[fold(other)] = name
    return out


@cache
def _any() -> str:
    """Return a pattern for all names of agencies, as written, the longest first."""
    rows = tables.rows("tacitus.resolve.data", "agencies.tsv")
    names = {n.strip() for name, *others in rows for n in (name, *(others[0].split(";") if others else ()))}
    return "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)))


@cache
def _heads() -> tuple[re.Pattern[str], ...]:
    """Return patterns for datelines and by-lines: "(AFP)", "AFP - ", "Reuters Monday 31 Oct", a line of its own."""
    name = f"(?P<name>{_any()})"
    forms = (
        rf"\({name}\)\s*(?:[-–—]|$)",
        rf"^{name}\s*[-–—:]\s",
        rf"\b{name} {_WEEKDAY},? \d",
        rf"^(?:By )?{name}\s*$",
    )
    return tuple(re.compile(form, re.MULTILINE) for form in forms)


@cache
def _foot() -> re.Pattern[str]:
    """Return a pattern for the last line: "Source: SANA", "(AFP)", "© AP"."""
    before = r"(?:(?:Source|Credit|Agency|Copyright)\s*:?\s*|[©(/—–-]\s*)"
    return re.compile(rf"{before}(?P<name>{_any()})\)?[\s.]*\Z")
