"""A reading: what one version of the reader found in one document."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tacitus.model.claim import Claim
    from tacitus.model.document import Document
    from tacitus.model.entity import Entity
    from tacitus.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its entities and claims, as read by named versions of the steps.

    Attributes:
        document: What was read.
        entities: In order of first mention.
        claims: In order of evidence.
        problems: What went wrong on the way; the claims that could be read are there all the same.
        reader: Names and versions of all steps, in order: "sentences@1 names@1 …".
    """

    document: Document
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()
    reader: str = ""

    @property
    def id(self) -> str:
        """Content hash over raw bytes, metadata and reader: "r" and 16 hexadecimal digits.

        The same bytes with the same metadata and the same versions of all steps are the same reading.
        """
        d = self.document
        day = d.published.isoformat() if d.published else ""
        parts = (
            d.id,
            d.sha256,
            d.title or "",
            day,
            d.published_at or "",
            d.author or "",
            d.outlet or "",
            d.url or "",
            self.reader,
        )
        joined = "\x1f".join(parts)
        return "r" + hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def names(self) -> dict[str, str]:
        """Return entity id to the name to show."""
        return {e.id: e.name for e in self.entities}
