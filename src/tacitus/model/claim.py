"""The claim: somebody says that something is so, at some time, more or less surely."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.errors import InvalidValueError
from tacitus.model.count import Count
from tacitus.model.ontology import COUNT_ROLES, FLAG_ROLES, ROLES, Certainty, Kind, Status, kind_of
from tacitus.model.source import AUTHOR, SourceChain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.model.span import Span
    from tacitus.model.trace import Origin
    from tacitus.model.when import When

#: What a time can be reckoned from: the words alone, the day of publication, the day of a dateline, or another time of
#: the same text.
ANCHORS = ("", "published", "dateline", "story")

#: An entity id or words, a count, or a flag: which one is fixed by the role.
Value = str | Count | bool


@dataclass(frozen=True, slots=True)
class Argument:
    """One role of a claim with its value.

    Attributes:
        role: "actor", "target", "killed" … (section 4 of the contract).
        value: Entity id; words for `role` and `topic`; a `Count` for `killed`, `injured`, `count`; True for `ended`.
    """

    role: str
    value: Value


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of one document.

    Attributes:
        id: Content hash, see `claim_id`.
        type: A type of the contract, sections 2 and 3.
        args: Roles with values, in reading order; a role may stand several times.
        evidence: The words that make the claim; at least one span, in order.
        time: When it happened or held, or None if the text gives no hint.
        source: Who says so; empty for the author's own voice.
        certainty: How surely the innermost speaker puts it.
        status: Told as real, intended or conditional.
        confidence: How sure the reader is to have read this right, [0, 1]; None when it does not say.
        made_by: The step that made it ("events@1").
        anchor: What the time was reckoned from, one of `ANCHORS`; "" when there is no time.
        trace: Where its parts come from; empty when nobody kept it.

    Raises:
        InvalidValueError: If the type is unknown, a role does not belong to it, a value has the wrong kind, or
            evidence is missing, or a time is reckoned from something unknown.
    """

    id: str
    type: str
    args: tuple[Argument, ...]
    evidence: tuple[Span, ...]
    time: When | None = None
    source: SourceChain = AUTHOR
    certainty: Certainty = Certainty.STATED
    status: Status = Status.ACTUAL
    confidence: float | None = None
    made_by: str = ""
    anchor: str = ""
    trace: tuple[Origin, ...] = ()

    def __post_init__(self) -> None:
        """Hold the claim to the contract."""
        if self.type not in ROLES:
            raise InvalidValueError("claim type", self.type, ", ".join(ROLES))
        if not self.evidence:
            raise InvalidValueError("claim", self.type, "a claim with at least one span of evidence")
        if self.anchor not in (ANCHORS if self.time else ANCHORS[:1]):
            raise InvalidValueError("anchor of a time", self.anchor, ", ".join(map(repr, ANCHORS)))
        for arg in self.args:
            _check(self.type, arg)

    @property
    def kind(self) -> Kind:
        """Whether something happens or holds."""
        return kind_of(self.type)

    def values(self, role: str) -> tuple[Value, ...]:
        """Return the values of one role, in order; empty when the role is absent."""
        return tuple(a.value for a in self.args if a.role == role)

    def entities(self) -> tuple[str, ...]:
        """Return the ids of all entities in the arguments, counts and source, each once, in order."""
        found: dict[str, None] = {}
        for arg in self.args:
            if isinstance(arg.value, Count):
                if arg.value.who:
                    found[arg.value.who] = None
            elif isinstance(arg.value, str) and arg.role not in ("role", "topic"):
                found[arg.value] = None
        return (*found, *(s for s in self.source.speakers if s not in found))


def _check(claim_type: str, arg: Argument) -> None:
    if arg.role not in ROLES[claim_type]:
        raise InvalidValueError(f"role of {claim_type}", arg.role, ", ".join(ROLES[claim_type]))
    wanted = Count if arg.role in COUNT_ROLES else bool if arg.role in FLAG_ROLES else str
    if not isinstance(arg.value, wanted):
        raise InvalidValueError(f"value of {arg.role}", arg.value, f"a {wanted.__name__}")


def claim_id(document: str, claim: Claim, names: Mapping[str, str]) -> str:
    """Return the content hash of a claim: "c" and 16 hexadecimal digits.

    The same words read the same way give the same id, whatever numbers the entities got: they enter by name.

    Args:
        document: SHA-256 of the document's raw bytes.
        claim: The claim; its own `id`, `anchor`, `confidence`, `made_by` and `trace` do not count.
        names: Entity id to the name to show.
    """
    parts = {
        "document": document,
        "type": claim.type,
        "args": [[a.role, _plain(a.value, names)] for a in claim.args],
        "time": claim.time.edtf if claim.time else None,
        "source": [names.get(s, s) for s in claim.source.speakers],
        "certainty": claim.certainty,
        "status": claim.status,
        "evidence": [[s.start, s.end] for s in claim.evidence],
    }
    canonical = json.dumps(parts, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return "c" + hashlib.sha256(canonical.encode("ascii")).hexdigest()[:16]


def _plain(value: Value, names: Mapping[str, str]) -> object:
    if isinstance(value, Count):
        return [value.min, value.max, names.get(value.who, value.who) if value.who else None]
    return names.get(value, value) if isinstance(value, str) else value
