"""The values of claims for the hole of a pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask.kinds import PEOPLE, kind_of, without_number
from tacitus.ask.question import lists
from tacitus.ask.question.homes import Home
from tacitus.ask.question.pattern import Hole
from tacitus.ask.question.told_times import before
from tacitus.extract.lexicon import typed_words
from tacitus.model.count import Count
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty, Kind, Status
from tacitus.resolve.fold import fold
from tacitus.resolve.proper import is_proper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ask.question.fitting import Fitting
    from tacitus.ask.question.homes import Homes
    from tacitus.ask.question.owners import Owners
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.entity import Entity

_PLACES = frozenset({EntityType.PLACE, EntityType.FACILITY})
#: What stands before the name of a place from which something came.
_FROM = re.compile(r"\bfrom\s+(?:(?:the|a|an|its|their|his|our)\s+)?$", re.IGNORECASE)
#: Words of speech that may follow who says so.
_SPEECH = "|".join(sorted(lists.words("speech")))
COUNTS = (Hole.KILLED, Hole.INJURED, Hole.NUMBER, Hole.STRENGTH)


def shown(count: Count) -> str:
    """Return a number with its bounds.

    Examples:
        >>> shown(Count(31, 31)), shown(Count(31, None)), shown(Count(None, 30)), shown(Count(24, 30))
        ('31', 'at least 31', 'up to 30', '24 to 30')
    """
    if count.min == count.max:
        return str(count.min)
    if count.max is None:
        return f"at least {count.min}"
    return f"{count.min} to {count.max}" if count.min else f"up to {count.max}"


def speaker_of(row: ClaimRow) -> Entity | None:
    """Return the innermost speaker of a claim; None for the author's own voice."""
    return next((e for e in row.entities if e.id == row.claim.source.innermost), None)


def own_voice(row: ClaimRow) -> str:
    """Return whose voice a document has: its outlet's, else its title or id stands for it."""
    return row.document.outlet or row.document.title or row.document.id


@dataclass(frozen=True)
class Values:
    """Gives the values of claims that fit.

    Attributes:
        fitting: What was asked.
        owners: Who stands behind "our fighters".
        homes: What is one over documents; None while the entities are gathered.
    """

    fitting: Fitting
    owners: Owners
    homes: Homes

    def of(self, row: ClaimRow) -> tuple[Home, ...]:
        """Return the values of one claim, each once; () when it says nothing of what is asked."""
        return tuple(dict.fromkeys(self._of(row)))

    def _of(self, row: ClaimRow) -> Iterator[Home]:
        hole = self.fitting.pattern.hole
        if hole in COUNTS:
            counts = (c for c in self.fitting.counts(row) if (c.min, c.max) != (None, None))
            yield from (Home(f"{c.min}/{c.max}", (shown(c),)) for c in counts)
        elif hole is Hole.WHEN:
            time = row.claim.time or before(self.owners.view, row)
            yield from (Home(t.edtf, (t.edtf,)) for t in (time,) if t is not None)
        elif hole is Hole.WHETHER:
            yield _whether(row, is_offered=self.fitting.pattern.is_offered)
        elif hole is Hole.WHAT:
            yield self._told(row)
        elif hole is Hole.SPEAKER:
            yield self._speaker(row)
        else:
            yield from self._entities(row)

    def _speaker(self, row: ClaimRow) -> Home:
        speaker = speaker_of(row)
        if speaker is None:
            return self.homes.named(own_voice(row))
        return self.homes.of(row.document.id, speaker)

    def _entities(self, row: ClaimRow) -> Iterator[Home]:
        for entity in asked_entities(row, self.fitting):
            if self.fitting.pattern.hole is Hole.WHO and row.claim.kind is Kind.EVENT:
                yield self.homes.acting(row.document.id, entity, self.owners.of(row, entity))
            else:
                yield self.homes.of(row.document.id, entity)

    def _told(self, row: ClaimRow) -> Home:
        """Return a claim in short: its type, and who does what to whom."""
        sides = [
            ", ".join(dict.fromkeys(row.name(str(v)) for role in roles for v in row.claim.values(role)))
            for roles in (("actor", "subject"), ("target", "object", "victim"))
        ]
        words = " → ".join(side or "?" for side in sides) if sides[1] else sides[0]
        told = f"{row.claim.type}: {words}".removesuffix(": ")
        return Home(fold(told), (told,))


def _whether(row: ClaimRow, *, is_offered: bool) -> Home:
    if row.claim.certainty is Certainty.DENIED:
        return Home("denied", ("denied",))
    if row.claim.certainty is Certainty.UNKNOWN:
        return Home("not known", ("not known",))
    is_so = is_offered or row.claim.status is Status.ACTUAL  # what is offered need not be real
    return Home("yes", ("yes",)) if is_so else Home("planned", (str(row.claim.status),))


def asked_entities(row: ClaimRow, fitting: Fitting) -> tuple[Entity, ...]:
    """Return the entities of a claim that fill the hole."""
    hole, known = fitting.pattern.hole, {e.id: e for e in row.entities}
    if hole is Hole.WHERE:
        asked = [w for part, w in fitting.wanted if part != "place"]
        found = [e for e in _where(row, known) if not any(w.fits(row.document.id, e) for w in asked)]
    elif hole is Hole.FROM:
        found = _whence(row, known)
    elif hole is Hole.WITH and not _is_mutual(row):
        given = [w for part, w in fitting.wanted if part == "actor"]
        found = [e for e in fitting.entities(row, "actor") if not any(fitting.is_meant(row, e, w) for w in given)]
    elif hole is Hole.WEAPON:
        found = [known[str(v)] for v in row.claim.values("instrument") if str(v) in known]
    elif hole is Hole.WHOM and fitting.pattern.types[:1] == ("killing",):
        harmed = _killed(row, known, (fitting.pattern.harm,) if fitting.pattern.harm else ("killed", "injured"))
        given = [w for part, w in fitting.wanted if part == "about"]  # "Who died with X?" is not X
        found = [e for e in harmed if not any(w.fits(row.document.id, e) for w in given)]
    elif hole is Hole.SPEAKER:
        found = [e for e in (speaker_of(row),) if e is not None]
    elif hole in (Hole.WHO, Hole.WHOM):
        found = _sides(row, fitting)
    else:
        found = []
    if hole in (Hole.WHO, Hole.WITH):
        found = [e for e in found if not (fitting.owners.is_nobody(row, e) or _only_says(row, e))]
    return tuple(e for e in found if _is_of_kind(e, fitting) and not (_is_empty(e, row) or _is_number(e)))


def _where(row: ClaimRow, known: dict[str, Entity]) -> list[Entity]:
    places = [known[str(v)] for v in row.claim.values("place") if str(v) in known]
    others = (known.get(str(v)) for role in ("target", "object") for v in row.claim.values(role))
    return places or [e for e in others if e is not None and e.type in _PLACES]


def _whence(row: ClaimRow, known: dict[str, Entity]) -> list[Entity]:
    """Return what a claim says that something came from: in that role, or behind that word."""
    said = [known[str(v)] for v in row.claim.values("from") if str(v) in known]
    places = (e for e in known.values() if e.type in _PLACES and e.id not in row.claim.source.speakers)
    return said or [e for e in places if any(_FROM.search(q.split(e.name)[0]) for q in row.quotes if e.name in q)]


def _killed(row: ClaimRow, known: dict[str, Entity], harm: tuple[str, ...]) -> list[Entity]:
    """Return the dead, or the wounded: whom a count counts, and the targets of a killing."""
    counts = [v for role in harm for v in row.claim.values(role)]
    counted = [known[c.who] for c in counts if isinstance(c, Count) and c.who in known]
    roles = ("target", "victim") if row.claim.type == "killing" and "killed" in harm else ()
    return [*counted, *(known[str(v)] for role in roles for v in row.claim.values(role) if str(v) in known)]


def _sides(row: ClaimRow, fitting: Fitting) -> list[Entity]:
    """Return who acts, or who is acted on; of a clash whoever was not asked about."""
    part, other = ("actor", "target") if fitting.pattern.hole is Hole.WHO else ("target", "actor")
    given = [wanted for name, wanted in fitting.wanted if name == other]
    if fitting.is_either_way(row):
        if given and not any(fitting.has(row, other, w) for w in given):
            part = other
        sides = (*fitting.entities(row, part), *(fitting.entities(row, other) if _is_mutual(row) else ()))
        is_event = row.claim.kind is Kind.EVENT
        beside = [e for e in dict.fromkeys(sides) if not (e.type in _PLACES and is_event and not _is_manned(e))]
        given = given or [wanted for name, wanted in fitting.wanted if name == part]  # "Who merged with X?"
        return [e for e in beside if not any(fitting.is_meant(row, e, w) for w in given)]
    found = [e for e in fitting.entities(row, part) if part == "actor" or not _is_crowd(e)]
    return [e for e in found if not (part == "target" and _is_place_beside(row, e))]


def _is_manned(entity: Entity) -> bool:
    """Tell whether words for a thing tell whose it is: who fights "army posts" fights the army."""
    types = {typed_words("head_types.tsv").get(word) for word in fold(entity.name).split()}
    return EntityType.FORCE in types


def _is_crowd(entity: Entity) -> bool:
    """Tell whether words only count people: "20 people" are how many, not whom."""
    bare = without_number(entity.name)
    return entity.type is EntityType.PEOPLE and bare != entity.name and kind_of(bare) == PEOPLE


def _is_mutual(row: ClaimRow) -> bool:
    return row.claim.type in lists.either_way()


def _is_place_beside(row: ClaimRow, entity: Entity) -> bool:
    """Tell whether a place only tells where: somebody or something else is the target."""
    return entity.id in row.claim.values("place") and entity.id not in row.claim.values("target")


def _is_of_kind(entity: Entity, fitting: Fitting) -> bool:
    kinds, noun = fitting.pattern.kinds, fitting.pattern.people
    if fitting.pattern.hole is Hole.WHERE and noun:
        return _is_such_place(entity, noun, fitting)
    if kinds and noun:
        return entity.type in kinds and _is_such_place(entity, noun.lower().removesuffix("s"), fitting)
    if kinds:
        return entity.type in kinds
    stem = fold(noun).removesuffix("s")
    is_open = not noun or fitting.pattern.hole is Hole.WEAPON
    return is_open or any(stem in fold(name) for name in entity.names) or fold(noun) in ("people", "person")


def _is_such_place(entity: Entity, noun: str, fitting: Fitting) -> bool:
    """Tell whether a place can be the town, province or country that is asked for."""
    words = {word for name in entity.names for word in fold(name).split()}
    is_land = entity.type is EntityType.STATE or any(fold(n) in fitting.lands for n in entity.names)
    if noun in lists.words("settlement"):
        return entity.type is EntityType.PLACE and not is_land and not words & (lists.words("area") - {noun})
    return noun in words or (is_land and noun in ("country", "state", "nation"))


def _only_says(row: ClaimRow, entity: Entity) -> bool:
    """Tell whether one of several who act stands in the words as who says so: "Villagers say that X struck"."""
    if entity.id != row.claim.source.innermost or len(set(row.claim.values("actor"))) < 2:
        return False
    return any(re.search(rf"\b{re.escape(entity.name)}\W+(?:{_SPEECH})\b", quote) for quote in row.quotes)


def _is_empty(entity: Entity, row: ClaimRow) -> bool:
    """Tell whether a description only repeats the relation that is asked for: "the commander of X" leads X."""
    if row.claim.kind is Kind.EVENT or any(map(is_proper, entity.names)):
        return False
    return any(lists.relation_of(word.removesuffix("s")) == row.claim.type for word in fold(entity.name).split())


def _is_number(entity: Entity) -> bool:
    """Tell whether words only tell how many: "dozens"."""
    return entity.type is EntityType.PEOPLE and not without_number(entity.name)
