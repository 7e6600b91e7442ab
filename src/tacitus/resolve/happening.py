"""A happening: one document's account of one event, with all that comparing accounts needs and no text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from tacitus.model.where import Point

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tacitus.resolve.rare_words import Weighted

#: Name and version of what makes happenings; a new one makes ledgers resolve their readings anew.
STEP = "happenings@1"
#: Least and greatest number that a count allows; None for an open end.
Range = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place of a happening.

    Attributes:
        name: Its folded name in the document.
        id: Its id in the gazetteer; "" when it could not be placed.
        kind: What it is there: "town", "country" …; "" when it could not be placed.
        country: ISO 3166-1 code, also of the area that a place lies in which could not be placed itself; "" unknown.
        latitude: Degrees north; 0 when it could not be placed.
        longitude: Degrees east; likewise.
        radius: Metres; likewise.
    """

    name: str
    id: str = ""
    kind: str = ""
    country: str = ""
    latitude: float = 0.0
    longitude: float = 0.0
    radius: float = 0.0

    @property
    def point(self) -> Point | None:
        """Where it lies, or None when it could not be placed."""
        return Point(self.latitude, self.longitude, self.radius) if self.id else None


@dataclass(frozen=True, slots=True)
class Happening:
    """What one document tells of one happening.

    Attributes:
        id: "h" and 16 hexadecimal digits, see `happening_id`.
        document: Id of the document.
        claims: Ids of the claims that tell it, in order of evidence; never empty.
        types: Their types, sorted.
        is_lead: Whether it is the main news of the document, and no background.
        is_trend: Whether it sums up many actions.
        first: First day that its times allow, or None when none of its claims has a time.
        last: Last day, likewise.
        published: Day of publication of the document, or None when unknown.
        spots: Where it happened, sorted.
        actors: Folded names of who did it, sorted.
        targets: Folded names of whom or what it struck, sorted; the dead and wounded too.
        killed: The greatest toll told, or None.
        injured: Likewise.
        counts: Exact numbers greater than two in its claims, sorted.
        calendar: Years ("2019") and days of a year ("08-31") that its text names, sorted.
        names: Folded proper names in its sentences, sorted.
        words: What its sentences are about.
        lead: What its document's title and first sentences are about; empty when this is background.
        story: What the document is about by its title and first paragraphs; empty when this is background.
    """

    id: str
    document: str
    claims: tuple[str, ...]
    types: tuple[str, ...]
    is_lead: bool = False
    is_trend: bool = False
    first: date | None = None
    last: date | None = None
    published: date | None = None
    spots: tuple[Spot, ...] = ()
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    killed: Range | None = None
    injured: Range | None = None
    counts: tuple[int, ...] = ()
    calendar: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    words: Weighted = ()
    lead: Weighted = ()
    story: Weighted = ()


def happening_id(document: str, claims: tuple[str, ...]) -> str:
    """Return the id of what a document tells with these claims: a hash of the document and the smallest claim id."""
    parts = f"{document}\x1f{min(claims)}"
    return "h" + hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def happening_out(one: Happening) -> dict[str, Any]:
    """Return a happening as JSON has it; what is empty, unknown or false is left out."""
    out = {name: getattr(one, name) for name in Happening.__slots__}
    out |= {name: value.isoformat() for name in ("first", "last", "published") if (value := out[name]) is not None}
    out["spots"] = [[getattr(spot, name) for name in Spot.__slots__] for spot in one.spots]
    return {name: _listed(value) for name, value in out.items() if value not in (None, (), [], False)}


def happening_in(given: Mapping[str, Any]) -> Happening:
    """Return the happening that `happening_out` wrote.

    Raises:
        KeyError: If its id, document, claims or types are missing.
    """
    texts = {name: tuple(given.get(name, ())) for name in ("actors", "targets", "calendar", "names")}
    return Happening(
        id=given["id"],
        document=given["document"],
        claims=tuple(given["claims"]),
        types=tuple(given["types"]),
        is_lead=given.get("is_lead", False),
        is_trend=given.get("is_trend", False),
        first=_day(given.get("first")),
        last=_day(given.get("last")),
        published=_day(given.get("published")),
        spots=tuple(Spot(*spot) for spot in given.get("spots", ())),
        killed=_range(given.get("killed")),
        injured=_range(given.get("injured")),
        counts=tuple(given.get("counts", ())),
        words=_weights(given.get("words", ())),
        lead=_weights(given.get("lead", ())),
        story=_weights(given.get("story", ())),
        **texts,
    )


def _day(given: str | None) -> date | None:
    return None if given is None else date.fromisoformat(given)


def _range(given: Sequence[int | None] | None) -> Range | None:
    return None if given is None else (given[0], given[1])


def _weights(given: Iterable[Sequence[Any]]) -> Weighted:
    return tuple((str(word), float(weight)) for word, weight in given)


def _listed(value: object) -> object:
    """Return tuples as lists, which is what JSON gives back."""
    return [_listed(each) for each in value] if isinstance(value, tuple | list) else value
