"""Who stands behind "our fighters", "his men" and "we": whoever says so, and whom they lead or belong to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tacitus.ask.kinds import without_number
from tacitus.ask.question import lists
from tacitus.language.segment import sentences
from tacitus.ledger.filter import ClaimFilter
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty
from tacitus.resolve.fold import fold
from tacitus.resolve.proper import is_proper

if TYPE_CHECKING:
    from collections.abc import Collection

    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.entity import Entity

#: Words before a noun that say whose it is, without the name.
_WE = re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)
_POSSESSED = re.compile(r"(?:the )?(\w+)['’]s ", re.IGNORECASE)
_MEN = re.compile(rf"\bof his (?:{'|'.join(sorted(lists.words('fighters')))})\b", re.IGNORECASE)
OWNING = frozenset({"our", "my", "its", "their", "his", "her"})


@dataclass(frozen=True)
class Owners:
    """Who stands behind "our fighters" and "his men": whoever says so, and whom they lead or belong to."""

    view: View

    @cached_property
    def _known(self) -> dict[frozenset[str], frozenset[str]]:
        return {}

    def of(self, row: ClaimRow, entity: Entity) -> frozenset[str]:
        """Return the folded names of those whom a word of owning means; empty where none stands."""
        first = fold(without_number(entity.name)).split()[:1]
        if not first or first[0] not in OWNING:
            return frozenset()
        innermost = self._asserting(row)
        known = (*row.entities, *(self.view.reading(row.document.reading).entities if innermost else ()))
        speaker = next((e for e in known if e.id == innermost), None)
        is_first = first[0] in ("our", "my")
        if speaker is None and is_first:
            return frozenset({fold(row.document.outlet)}) if row.document.outlet else frozenset()
        owner = speaker or self._tied(row, entity)
        if owner is None or (speaker is not None and not is_first and not self._was_told(row, speaker)):
            return frozenset()
        return self._with_led(owner)

    def _with_led(self, owner: Entity) -> frozenset[str]:
        return frozenset(map(fold, owner.names)) | self._led(frozenset(fold(n) for n in owner.names if is_proper(n)))

    def _tied(self, row: ClaimRow, entity: Entity) -> Entity | None:
        """Return whom the reader takes the word of owning for: "His" in "His fighters" is a mention of somebody."""
        known = self.view.reading(row.document.reading).entities
        starts = {mention.start for e in known if e.id == entity.id for mention in e.mentions}
        return next((e for e in known if e.id != entity.id and starts & {m.start for m in e.mentions}), None)

    def _asserting(self, row: ClaimRow) -> str | None:
        """Return who says the words of a claim; of a denial who said what it denies: "his men" are theirs."""
        source = row.claim.source.innermost
        if row.claim.certainty is not Certainty.DENIED:
            return source
        told = (c for c in self.view.reading(row.document.reading).claims if c.type == row.claim.type)
        said = [c for c in told if c.certainty is not Certainty.DENIED and c.evidence[:1] == row.claim.evidence[:1]]
        return next((c.source.innermost for c in said if c.values("actor") == row.claim.values("actor")), source)

    def _was_told(self, row: ClaimRow, speaker: Entity) -> bool:
        """Tell whether a speaker is named before the words of a claim: else "his" in them is somebody else's."""
        reading = self.view.reading(row.document.reading)
        mentions = [m for e in reading.entities if e.id == speaker.id for m in e.mentions]
        return not mentions or any(m.start < row.claim.evidence[0].start for m in mentions)

    def around(self, row: ClaimRow) -> str:
        """Return the sentences in which the words of a claim stand."""
        text = self.view.reading(row.document.reading).document.text
        told = (s for s in sentences(text) if any(s.overlaps(e) for e in row.claim.evidence))
        return " ".join(span.of(text) for span in told)

    def is_of_place(self, row: ClaimRow, entity: Entity, names: Collection[str]) -> bool:
        """Tell whether "the town's hospital" is that of a place with one of these folded names, by its report.

        It is if the report calls one place alone the town: "the town of Dura".
        """
        noun = _POSSESSED.match(entity.name)
        if noun is None or noun[1].lower() not in lists.words("settlement"):
            return False
        text = self.view.reading(row.document.reading).document.text
        called = {fold(name) for name in re.findall(rf"\b{noun[1]} of ([A-Z][\w’'-]+)", text)}
        return len(called) == 1 and called <= set(names)

    def is_nobody(self, row: ClaimRow, entity: Entity) -> bool:
        """Tell whether words say whose fighters they are by a pronoun alone that nobody is known for."""
        first = fold(without_number(entity.name)).split()[:1]
        return bool(first) and first[0] in OWNING and not self.of(row, entity)

    def saying(self, row: ClaimRow) -> frozenset[str]:
        """Return the folded names of those who say "we" in the words of a claim; empty where nobody does."""
        if not any(_WE.search(quote) for quote in row.quotes):
            return frozenset()
        speakers = {fold(n) for e in row.entities if e.id in row.claim.source.speakers for n in e.names}
        return frozenset({*speakers, fold(row.document.outlet or "")} - {""})

    def losing(self, row: ClaimRow) -> frozenset[str]:
        """Return the folded names of those whose men a claim counts by a word of owning alone: "20 of his men"."""
        if not any(_MEN.search(quote) for quote in row.quotes):
            return frozenset()
        speaker = next((e for e in row.entities if e.id == row.claim.source.innermost), None)
        if speaker is None or speaker.type is not EntityType.PERSON or not self._was_told(row, speaker):
            return frozenset()
        return self._led(frozenset(fold(n) for n in speaker.names if is_proper(n)))

    def _led(self, names: frozenset[str]) -> frozenset[str]:
        """Return the folded names of what a person leads, by any document."""
        if names not in self._known:
            rows = self.view.claims(ClaimFilter(type="leads", about=names)) if names else ()
            said = [row for row in rows if row.claim.certainty is not Certainty.DENIED]
            self._known[names] = frozenset(name for row in said for name in _led_in(row, names))
        return self._known[names]


def _led_in(row: ClaimRow, names: frozenset[str]) -> frozenset[str]:
    """Return the folded names of what a claim says that somebody with one of these names leads."""
    of = {e.id: frozenset(map(fold, e.names)) for e in row.entities}
    if not any(of.get(str(v), frozenset()) & names for v in row.claim.values("subject")):
        return frozenset()
    return frozenset[str]().union(*(of.get(str(v), frozenset()) for v in row.claim.values("object")))
