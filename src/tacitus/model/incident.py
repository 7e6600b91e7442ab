"""An incident: what several documents tell as one happening. It groups claims; it never changes one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Telling:
    """What one document tells of one happening.

    Attributes:
        document: Id of the document.
        claims: Ids of the claims that tell it, in order of evidence; never empty.
        is_lead: Whether it is the main news of the document, and no background.
    """

    document: str
    claims: tuple[str, ...]
    is_lead: bool = False


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening and who tells of it.

    Attributes:
        id: "i" and 16 hexadecimal digits, from the smallest id of its claims: it stays when later documents join.
        tellings: In order of document and first claim; never empty. A document may tell one incident once.
        is_trend: Whether it is a campaign or a sum of many actions ("the second strike since June"), no single one.
    """

    id: str
    tellings: tuple[Telling, ...]
    is_trend: bool = False

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of all documents that tell of it, sorted."""
        return tuple(sorted({t.document for t in self.tellings}))

    @property
    def lead_documents(self) -> tuple[str, ...]:
        """Ids of the documents whose main news it is, sorted."""
        return tuple(sorted({t.document for t in self.tellings if t.is_lead}))

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of all its claims, in order of the tellings."""
        return tuple(claim for t in self.tellings for claim in t.claims)
