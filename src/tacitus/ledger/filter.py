"""Which claims a view is asked for, in the terms that a store can search by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tacitus.model.ontology import Certainty


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """What a claim must be to pass; None asks for nothing. `tacitus.ask.query` makes one from what people type.

    Attributes:
        type: Its type.
        certainty: Its certainty.
        about: Folded names (`tacitus.resolve.fold`): somebody in its arguments, counts or source has one of them.
        who: Ids of documents with ids of entities in them: one of these is in its arguments, counts or source.
        source: Folded names: one of its speakers has one of them; or nobody is quoted and the outlet has.
        since: It may touch this day or a later one. A claim without a time counts by its day of publication, and one
            without either does not pass; a time without a year may be any.
        until: It may touch this day or an earlier one; likewise.
        as_of: Its document was published on this day or before.
        document: Id of its document.
        reading: Id of its reading, which may be a superseded one.
        id: Its own id; claims of superseded readings pass too.
        begins: Its own id begins so: "c" and hexadecimal digits; claims of superseded readings pass too.
        least: It is at least so sure, [0, 1]; a claim that has no confidence does not pass.
        ids: Its id is one of these; claims of superseded readings do not pass.
        without: Its id is none of these.
        limit: At most so many, the first in order.
        skip: Leaves out so many of the first; with `limit`, a page.
    """

    type: str | None = None
    certainty: Certainty | None = None
    about: frozenset[str] | None = None
    who: frozenset[tuple[str, str]] | None = None
    source: frozenset[str] | None = None
    since: date | None = None
    until: date | None = None
    as_of: date | None = None
    document: str | None = None
    reading: str | None = None
    id: str | None = None
    begins: str | None = None
    least: float | None = None
    ids: frozenset[str] | None = None
    without: frozenset[str] | None = None
    limit: int | None = None
    skip: int = 0

    @property
    def wants_superseded(self) -> bool:
        """Whether readings pass that are no longer shown."""
        return any(given is not None for given in (self.reading, self.id, self.begins))


#: Every claim that is shown.
EVERYTHING = ClaimFilter()
