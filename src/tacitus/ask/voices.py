"""Voices: those who make the claims of an incident, each one once over all documents."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tacitus.ask.parties import Party
from tacitus.model.entity import EntityType
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.ask.parties import Known
    from tacitus.ledger.rows import ClaimRow


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """One who says something.

    Attributes:
        key: What tells it from the other voices of the incident; it depends on the content of the documents alone.
        name: The name to show.
    """

    key: str
    name: str = field(compare=False)


def voice_of(row: ClaimRow) -> tuple[str, str]:
    """Return document and innermost speaker of a claim; "" for the document's own voice."""
    return row.document.id, row.claim.source.innermost or ""


def voices(rows: Sequence[ClaimRow], known: Known) -> dict[tuple[str, str], Voice]:
    """Return document and speaker → voice.

    Speakers are one when they are the same entity and have a name; unnamed "officials" of two documents are two voices.
    Documents speak with one voice when their outlet is the same, and so does whoever is quoted under that name.
    """
    outlets = {fold(row.document.outlet): row.document.outlet for row in rows if row.document.outlet}
    found: dict[tuple[str, str], Voice] = {}
    groups: list[list[Party]] = []
    for row in sorted(rows, key=lambda r: (r.document.id, r.claim.source.speakers, r.claim.id)):
        at = voice_of(row)
        speaker = next((e for e in row.entities if e.id == at[1]), None)
        if speaker is None:
            found[at] = _own(row, at[1])
        elif known_as := next((outlets[n] for n in map(fold, speaker.names) if n in outlets), None):
            found[at] = Voice(f"own {fold(known_as)}", known_as)
        elif at not in found:
            _join(groups, Party(row.document.id, speaker), known)
            found[at] = Voice("", speaker.name)
    for group in groups:
        first = min(group, key=lambda p: p.key)
        voice = Voice(" ".join(("said", *first.key)), first.name)
        found.update(dict.fromkeys((p.key for p in group), voice))
    return found


def _own(row: ClaimRow, speaker: str) -> Voice:
    """Return the voice of a document, or of a speaker of whom nothing is known but the id."""
    document = row.document
    if speaker:
        return Voice(f"said {document.id} {speaker}", speaker)
    if document.outlet:
        return Voice(f"own {fold(document.outlet)}", document.outlet)
    return Voice(f"own {document.id}", document.title or document.id)


def _join(groups: list[list[Party]], new: Party, known: Known) -> None:
    """Add a speaker to the group that knows it; groups that it ties together become one."""
    mine = [group for group in groups if any(_are_one(one, new, known) for one in group)]
    for group in mine:
        groups.remove(group)
    groups.append([*(one for group in mine for one in group), new])


def _are_one(one: Party, other: Party, known: Known) -> bool:
    is_unnamed = EntityType.PEOPLE in (one.entity.type, other.entity.type) and not (one.is_named and other.is_named)
    if is_unnamed:
        return one.key == other.key or (one.names == other.names and _names_some(one))
    return known.is_same(one, other)


def _names_some(one: Party) -> bool:
    """Tell whether a description holds a name, so that it means one thing: "the ministry of Orvand"."""
    return any(word[:1].isupper() for word in one.entity.name.split()[1:])
