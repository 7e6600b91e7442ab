"""Whether a claim fits a pattern: who stands in its roles, and what its incident tells where it is silent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask.kinds import PEOPLE, kind_of, without_number
from tacitus.ask.question import lists
from tacitus.ask.question.conditions import Conditions
from tacitus.ask.question.evidence import points_back
from tacitus.ask.question.owners import OWNING
from tacitus.ask.question.pattern import Hole
from tacitus.ask.question.wherefrom import is_beside, is_origin, is_there
from tacitus.ask.spots import days_between
from tacitus.model.count import Count
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty, Kind
from tacitus.resolve.fold import fold
from tacitus.resolve.names import alike
from tacitus.resolve.proper import is_proper

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tacitus.ask.question.owners import Owners
    from tacitus.ask.question.pattern import Pattern
    from tacitus.ask.question.wanted import Wanted
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.claim import Value
    from tacitus.model.entity import Entity

#: Part of a pattern → roles of a claim that may hold it.
ROLES = {
    "actor": ("actor", "subject"),
    "target": ("target", "victim", "place", "object", "org"),
    "place": ("place", "target", "object", "from"),
    "weapon": ("instrument",),
}
#: Least likeness of two names of a place in one incident of which one is taken for a spelling of the other.
_ALIKE = 0.5


@dataclass(frozen=True)
class Fitting:
    """Tells whether claims fit.

    Attributes:
        pattern: What is asked.
        wanted: Each given part with what its words mean.
        around: Claim id → claims of the same incident.
        owners: Who stands behind "our fighters".
        lands: Folded names of countries.
    """

    pattern: Pattern
    wanted: tuple[tuple[str, Wanted], ...]
    around: Mapping[str, tuple[ClaimRow, ...]]
    owners: Owners
    lands: frozenset[str] = frozenset()

    def fits(self, row: ClaimRow) -> bool:
        """Tell whether a claim fits all parts that are given, by itself or by its incident."""
        conditions = Conditions(self.pattern, self.around, self.owners)
        if not conditions.hold(row):
            return False
        return self._fits_either_way(row) and self._fits_people(row)

    def _fits_either_way(self, row: ClaimRow) -> bool:
        if self._fits_parts(row, turned=False):
            return True
        return self.is_either_way(row) and self._fits_parts(row, turned=True)

    def is_either_way(self, row: ClaimRow) -> bool:
        """Tell whether the two sides may stand the other way round: of the claim, or of what was asked for."""
        if self.pattern.types[:1] == ("killing",):  # the dead of a fight are not those who killed
            return False
        either = lists.either_way()
        return row.claim.type in either or (self.pattern.types[:1] != () and self.pattern.types[0] in either)

    def _fits_parts(self, row: ClaimRow, *, turned: bool) -> bool:
        if self.pattern.hole is Hole.WHEN and not any(self.has(row, part, w, turned=turned) for part, w in self.wanted):
            return False
        denied = row.claim.certainty is Certainty.DENIED and self.pattern.hole in (Hole.WHETHER, Hole.SPEAKER)
        return all(
            self.has(row, part, wanted, turned=turned)
            or self._by_incident(row, part, wanted)
            or (denied and part == "actor" and self._is_denied_for_all(row, wanted))
            or (denied and part == "target" and self.pattern.is_offered and not self.entities(row, "target"))
            for part, wanted in self.wanted
        )

    def _is_denied_for_all(self, row: ClaimRow, wanted: Wanted) -> bool:
        """Tell whether a denial names nobody, or only the weapon of whoever is asked about: "army artillery"."""
        weapons = {word for e in self.entities(row, "weapon") for word in _stems(e.name)}
        speakers = [e for e in row.entities if e.id in row.claim.source.speakers]
        is_own = row.claim.type == "capture" and any(wanted.fits(row.document.id, e) for e in speakers)  # it lost it
        return not (is_own or self.entities(row, "actor")) and (not weapons or bool(weapons & _stems(wanted.name)))

    def has(self, row: ClaimRow, part: str, wanted: Wanted, *, turned: bool = False) -> bool:
        """Tell whether a claim itself has what is wanted in a part."""
        entities = self.entities(row, part, turned=turned)
        if any(wanted.fits(row.document.id, e) for e in entities):
            return True
        is_himself = part in ("target", "about") and wanted.types == {EntityType.PERSON}  # "his fighters" are others
        if not is_himself and any(self.is_meant(row, e, wanted) for e in entities):
            return True
        if part in ("target", "about") and _are_among(wanted, self.owners.losing(row)):
            return True
        return part != "place" and _are_among(wanted, self.owners.saying(row))

    def is_meant(self, row: ClaimRow, entity: Entity, wanted: Wanted) -> bool:
        """Tell whether an entity of a claim is meant, by its name or by who says "our"."""
        if wanted.fits(row.document.id, entity):
            return True
        return _are_among(wanted, self.owners.of(row, entity))

    def entities(self, row: ClaimRow, part: str, *, turned: bool = False) -> tuple[Entity, ...]:
        """Return the entities of a claim that may fill a part."""
        known = {e.id: e for e in row.entities}
        if part == "about":
            said = set(row.claim.source.speakers) - {str(a.value) for a in row.claim.args}
            ids: list[Value] = [e for e in row.claim.entities() if e not in said]
        else:
            part = {"actor": "target", "target": "actor"}.get(part, part) if turned else part
            roles = ROLES[part] if not self._is_both(row) else (*ROLES["actor"], *ROLES[part])
            ids = [v for role in roles for v in row.claim.values(role)]
            counts = (a.value for a in row.claim.args if part == "target" and isinstance(a.value, Count))
            ids += [c.who for c in counts if c.who]
        found = dict.fromkeys(known[str(i)] for i in ids if str(i) in known)
        left = (e for e in found if part not in ("place", "target") or not is_origin(row, e))
        return tuple(e for e in left if part != "target" or not is_beside(row, e))

    def _is_both(self, row: ClaimRow) -> bool:
        """Tell whether all sides of a claim stand in one role: a clash, a merger."""
        return row.claim.type in lists.either_way()

    def _by_incident(self, row: ClaimRow, part: str, wanted: Wanted) -> bool:
        """Tell whether the incident of a claim has what the claim itself does not say: its place, its target."""
        if part == "target" and row.claim.kind is Kind.RELATION:  # to hold houses in a town is not to hold it
            return False
        is_elsewhere = part == "target" and self._is_other_place(row)
        part = "place" if wanted.is_place and part not in ("actor", "weapon") else part
        objects = self.entities(row, "target") if row.claim.kind is Kind.RELATION else ()
        is_its = any(self.owners.is_of_place(row, e, wanted.keys) for e in objects)
        is_acting = any(wanted.fits(row.document.id, e) for e in self.entities(row, "actor"))
        is_named = any(map(wanted.is_in, row.quotes)) and is_there(row, (wanted.name, *wanted.keys))
        if part == "place" and (is_its or (not is_acting and is_named and not is_elsewhere)):
            return True
        is_closed = part not in ("place", "target") or (part == "target" and wanted.is_somebody)
        if is_closed or self.pattern.hole is Hole.WHAT:
            return False
        own = self._own(row, part)
        if part == "place" and not own and wanted.is_in(row.document.title or "") and points_back(row):
            return True
        if any(not self._is_land(e) for e in own):
            return part == "place" and self._is_spelt_so(row, wanted)
        return self._is_told_beside(row, part, wanted, is_land=bool(own))

    def _is_other_place(self, row: ClaimRow) -> bool:
        """Tell whether what a claim says was taken is a place by its name: "Dura, a town near Salem" is not Salem."""
        targets = (e for e in self.entities(row, "target") if str(e.id) in row.claim.values("target"))
        return row.claim.type == "capture" and any(e.type is EntityType.PLACE and is_proper(e.name) for e in targets)

    def _is_told_beside(self, row: ClaimRow, part: str, wanted: Wanted, *, is_land: bool) -> bool:
        """Tell whether the claims beside one say it; of a place, at least as many as say another one."""
        beside = self.around.get(row.claim.id, ())
        if is_land:
            beside = tuple(other for other in beside if _is_one_day(row, other))
        beside = tuple(other for other in beside if not self._is_another(row, other))
        if row.claim.type in lists.words("wide"):
            beside = tuple(other for other in beside if other.claim.type == row.claim.type)
        fitting = [other for other in beside if self.has(other, part, wanted)]
        if part != "place" or row.claim.kind is not Kind.EVENT or not fitting:
            return bool(fitting)
        near = [other for other in fitting if other.document.id == row.document.id]  # a report's own place comes first
        told = [other for other in beside if not near or other.document.id == row.document.id]
        others = [other for other in told if other not in fitting and self._tells(other, wanted)]
        return len(near or fitting) >= len(others)

    def _is_another(self, row: ClaimRow, other: ClaimRow) -> bool:
        """Tell whether a report tells of two deeds: by others, in one voice or with other numbers of dead."""
        if row.document.id != other.document.id or Certainty.DENIED in (row.claim.certainty, other.claim.certainty):
            return False
        mine, theirs = self._acting(row), self._acting(other)
        if not (mine and theirs) or any(f" {a} " in f" {b} " or f" {b} " in f" {a} " for a in mine for b in theirs):
            return False
        dead = [{(c.min, c.max) for c in one.claim.values("killed") if isinstance(c, Count)} for one in (row, other)]
        is_one_voice = row.claim.source.innermost == other.claim.source.innermost
        return is_one_voice or (all(dead) and dead[0] != dead[1])

    def _acting(self, row: ClaimRow) -> set[str]:
        """Return the folded names of those who act, and of those to whom they belong."""
        actors = self.entities(row, "actor")
        return {fold(n) for e in actors for n in e.names} | {n for e in actors for n in self.owners.of(row, e)}

    def _tells(self, row: ClaimRow, wanted: Wanted) -> bool:
        """Tell whether a claim says, more closely than by the country, that it was elsewhere."""
        places = [e for e in self._own(row, "place") if not self._is_land(e)]
        return bool(places) and not any(alike(e.name, wanted.name) >= _ALIKE for e in places)

    def _is_spelt_so(self, row: ClaimRow, wanted: Wanted) -> bool:
        """Tell whether the place of a claim is another spelling of what is wanted, in an incident of that place."""
        beside = self.around.get(row.claim.id, ())
        if not any(self.has(other, "place", wanted) for other in beside):
            return False
        names = [e.name for e in self.entities(row, "place")]
        return any(alike(name, wanted.name) >= _ALIKE for name in names)

    def _own(self, row: ClaimRow, part: str) -> list[Entity]:
        """Return where a claim itself says that it was, or whom it says was struck; unnamed people are no target."""
        known = {e.id: e for e in row.entities}
        own = [known[str(v)] for v in row.claim.values(part) if str(v) in known]
        return [e for e in own if e.type is not EntityType.PEOPLE]

    def _is_land(self, entity: Entity) -> bool:
        """Tell whether a place is a whole country: what is told of it may be told of a town in it."""
        return entity.type is EntityType.STATE or any(fold(name) in self.lands for name in entity.names)

    def _fits_people(self, row: ClaimRow) -> bool:
        if self.pattern.hole not in (Hole.KILLED, Hole.INJURED, Hole.NUMBER):
            return True
        return any(True for _ in self.counts(row))

    def counts(self, row: ClaimRow) -> Iterator[Count]:
        """Yield the numbers of a claim that are asked for: those of the people of that kind."""
        role = "count" if self.pattern.hole is Hole.NUMBER else str(self.pattern.hole)
        asked = kind_of(self.pattern.people) if self.pattern.people else PEOPLE
        for value in row.claim.values(role):
            if isinstance(value, Count):
                told = kind_of(_unowned(without_number(row.name(value.who)))) if value.who else PEOPLE
                if asked == PEOPLE or _can_be(told, asked):
                    yield value


def _unowned(words: str) -> str:
    """Return words for people without the word of owning before them: "men" of "his men"."""
    first, _, rest = words.partition(" ")
    return rest if first.lower() in OWNING else words


def _stems(words: str) -> set[str]:
    return {word.removesuffix("s") for word in fold(words).split()}


def _is_one_day(one: ClaimRow, other: ClaimRow) -> bool:
    """Tell whether two claims are of one document and, as they say themselves, of one time."""
    mine, theirs = one.claim.time, other.claim.time
    is_dated = mine is not None and theirs is not None and days_between(mine, theirs) == 0
    return one.document.id == other.document.id and is_dated


def _are_among(wanted: Wanted, names: frozenset[str]) -> bool:
    """Tell whether one of some folded names is, or holds, a name of what is wanted."""
    return any(f" {key} " in f" {name} " for key in wanted.keys for name in names)


def _can_be(told: str, asked: str) -> bool:
    """Tell whether the number of some people is one of another kind: soldiers are no civilians, people no children.

    Who are only called people may be of any kind, and are told to be of none.
    """
    if "/" in asked:
        return told == asked
    return told.partition("/")[0] == asked or told.startswith(f"{PEOPLE}/")
