"""What the comparison of an incident stands on: the claims that tell it, and what else the documents say."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tacitus.ask.parties import Known, Party
from tacitus.model.ontology import Certainty, Kind, Status
from tacitus.resolve.fold import fold
from tacitus.resolve.proper import is_proper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tacitus.ask.parties import Key
    from tacitus.ledger.rows import ClaimRow

#: Relations and the roles of part and whole in them.
_PARTS = {
    "member": ("subject", "object"),
    "leads": ("subject", "object"),
    "affiliate": ("subject", "object"),
    "successor": ("subject", "object"),
}
#: Types that tell of violence; the rest of such an incident ("a statement on the attack") answers no question about it.
VIOLENT = frozenset(
    {"airstrike", "shelling", "bombing", "attack", "clash", "offensive", "killing", "destruction", "abduction"}
)
_ASIDE = frozenset({"publication", "other"})


def ground(
    rows: Sequence[ClaimRow], others: Iterable[ClaimRow], same: Callable[[Key, Key], bool] | None
) -> tuple[tuple[ClaimRow, ...], Known]:
    """Return the claims that answer questions, and what is known of those whom they name.

    Args:
        rows: The claims of the incident.
        others: More claims of the same documents, of which the relations count.
        same: See `tacitus.ask.disagree.compare`.
    """
    events = [row for row in rows if row.claim.kind is Kind.EVENT]
    types = {row.claim.type for row in events}
    wanted = types & VIOLENT or types - _ASIDE or types
    told = tuple(row for row in events if row.claim.type in wanted)
    is_clash = any(row.claim.type == "clash" for row in told)
    joint = tuple(named for named in _by_speaker(told) if len(named) > 1)
    parts = frozenset(pair for row in others for pair in _pairs(row))
    return told, Known(same, parts, joint, is_clash, _aliases(told, same) if same else {})


def _aliases(rows: Iterable[ClaimRow], same: Callable[[Key, Key], bool]) -> dict[Key, frozenset[str]]:
    """Return the folded names of all that are one with an actor: "fighters of JAF" are those of its long name too."""
    groups: list[list[Party]] = []
    for row in rows:
        ids = row.claim.values("actor")
        for one in (Party(row.document.id, e) for e in row.entities if e.id in ids):
            group = next((g for g in groups if one.is_proper and same(g[0].key, one.key)), None)
            if group is not None:
                group.append(one)
            elif one.is_proper:
                groups.append([one])
    names = [(group, frozenset[str]().union(*(one.names for one in group))) for group in groups]
    return {one.key: known for group, known in names for one in group}


def _by_speaker(rows: Iterable[ClaimRow]) -> Iterator[tuple[Party, ...]]:
    """Yield those whom one speaker of one document flatly says did it; "A or B did it" is not said flatly."""
    found: defaultdict[tuple[str, str | None], dict[str, Party]] = defaultdict(dict)
    for row in rows:
        claim = row.claim
        if claim.certainty is Certainty.STATED and claim.status is Status.ACTUAL:
            named = (e for e in row.entities if e.id in claim.values("actor"))
            found[row.document.id, claim.source.innermost].update((e.id, Party(row.document.id, e)) for e in named)
    yield from (tuple(named[i] for i in sorted(named)) for named in found.values())


def _pairs(row: ClaimRow) -> Iterator[tuple[str, str]]:
    roles = _PARTS.get(row.claim.type)
    if roles is None or row.claim.certainty in (Certainty.DENIED, Certainty.UNKNOWN):
        return
    part, whole = ([e for e in row.entities if e.id in row.claim.values(role)] for role in roles)
    yield from (
        (fold(a), fold(b)) for x in part for y in whole for a in x.names for b in y.names if is_proper(b) and a != b
    )
