"""What entries of the log hold: changes as values, and as the JSON that is sealed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tacitus.ledger.claim_json import dumps
from tacitus.ledger.clock import moment, stamp
from tacitus.ledger.findings import AliasListRow, Findings
from tacitus.ledger.log import EntryKind
from tacitus.ledger.reading_json import (
    Encoded,
    capture_in,
    capture_out,
    encoded,
    problem_in,
    problem_out,
    reading_in,
)
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.record_json import record_in, record_out

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tacitus.model.capture import Capture
    from tacitus.model.problem import Problem
    from tacitus.model.reading import Reading

#: Verdicts on claims and sources; all others are on entities and judgements.
_REVIEWS = frozenset({Verdict.ACCEPT, Verdict.REJECT, Verdict.EDIT, Verdict.GRADE})


@dataclass(frozen=True, slots=True)
class Begun:
    """A run begins."""

    run: int
    reader: str
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """A run has ended."""

    run: int


@dataclass(frozen=True, slots=True)
class Asserted:
    """A reading is entered.

    Attributes:
        reading: The reading.
        run: Number of the run, or None outside of runs.
        raw: Address of its sealed raw bytes, or None when nobody gave them.
        capture: How the raw bytes came to us, or None.
        encoded: The reading as JSON, if it was written already.
    """

    reading: Reading
    run: int | None = None
    raw: str | None = None
    capture: Capture | None = None
    encoded: Encoded | None = field(default=None, compare=False, repr=False)

    @property
    def json(self) -> Encoded:
        """The reading as JSON."""
        return self.encoded if self.encoded is not None else encoded(self.reading)


@dataclass(frozen=True, slots=True)
class Again:
    """An earlier reading is shown again."""

    reading: str
    document: str
    run: int | None = None


@dataclass(frozen=True, slots=True)
class Met:
    """An input gave a problem and no reading."""

    problem: Problem
    run: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Resolution made something of a reading."""

    findings: Findings


@dataclass(frozen=True, slots=True)
class Judged:
    """Somebody, or a rule, judged."""

    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Brought:
    """Somebody brought a list of aliases."""

    aliases: AliasListRow


@dataclass(frozen=True, slots=True)
class Retracted:
    """A document is shown no longer."""

    document: str
    because: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """Keys are destroyed.

    Attributes:
        keys: Ids of the keys.
        what: "document" or "person"; the name stands nowhere.
        because: The reason, in words.
        barred: SHA-256 of raw bytes that are not to be taken in again.
        raws: Addresses of raw bytes that are deleted.
    """

    keys: tuple[str, ...]
    what: str
    because: str
    barred: tuple[str, ...] = ()
    raws: tuple[str, ...] = ()


Change = Begun | Ended | Asserted | Again | Met | Found | Judged | Brought | Retracted | Redacted


def kind_of(change: Change) -> EntryKind:
    """Return the kind of entry that holds a change."""
    if isinstance(change, Judged):
        return EntryKind.REVIEW if change.judgement.verdict in _REVIEWS else EntryKind.JUDGEMENT
    return _KINDS[type(change)]


def change_out(change: Change, since: str | None = None) -> bytes:
    """Return a change as JSON in ASCII.

    Args:
        change: What changes.
        since: The moment that counts for views instead of that of the entry: what takes the place of something that
            was redacted stands where that stood. None for all else.
    """
    data = _OUT[type(change)](change)
    if since is not None:
        data["since"] = since
    text = dumps(data)
    if isinstance(change, Asserted):
        text = f'{text[:-1]},"reading":{change.json.whole}}}'
    return text.encode("ascii")


def change_in(data: bytes) -> tuple[Change, str | None]:
    """Return the change that such JSON holds, and since when it counts.

    Raises:
        KeyError: If a field is missing.
        ValueError: If it is no JSON, or a value is not allowed.
    """
    parsed = json.loads(data)
    return _IN[parsed["change"]](parsed), parsed.get("since")


def judgement_out(j: Judgement) -> list[Any]:
    """Return a judgement as a JSON list."""
    data = dict(j.data) if j.data is not None else None
    return [list(j.subject), j.verdict, j.because, j.author, stamp(j.recorded), j.score, data]


def judgement_in(data: list[Any]) -> Judgement:
    """Return the judgement that such a list holds."""
    subject, verdict, because, author, recorded, score, detail = data
    return Judgement(tuple(subject), Verdict(verdict), because, author, moment(recorded), score, detail)


def aliases_out(row: AliasListRow) -> list[Any]:
    """Return a list of aliases as a JSON list."""
    return [row.name, row.origin, row.author, stamp(row.recorded), [dict(e) for e in row.entries]]


def aliases_in(data: list[Any]) -> AliasListRow:
    """Return the list of aliases that such a list holds."""
    name, origin, author, recorded, entries = data
    return AliasListRow(name, origin, author, moment(recorded), tuple(entries))


def _begun(c: Begun) -> dict[str, Any]:
    return {"change": "begun", "run": c.run, "reader": c.reader, "inputs": list(c.inputs)}


def _asserted(c: Asserted) -> dict[str, Any]:
    capture = capture_out(c.capture) if c.capture is not None else None
    return {"change": "asserted", "run": c.run, "raw": c.raw, "capture": capture}


def _found(c: Found) -> dict[str, Any]:
    f = c.findings
    records = [record_out(r) for r in f.records]
    told = [dict(h) for h in f.happenings]
    return {"change": "found", "reading": f.reading, "version": f.version, "records": records, "happenings": told}


def _redacted(c: Redacted) -> dict[str, Any]:
    lists = {"keys": list(c.keys), "barred": list(c.barred), "raws": list(c.raws)}
    return {"change": "redacted", **lists, "what": c.what, "because": c.because}


def _asserted_in(d: Mapping[str, Any]) -> Asserted:
    capture = capture_in(d["capture"]) if d["capture"] is not None else None
    return Asserted(reading_in(d["reading"]), d["run"], d["raw"], capture)


def _found_in(d: Mapping[str, Any]) -> Found:
    records = tuple(map(record_in, d["records"]))
    return Found(Findings(d["reading"], d["version"], records, tuple(d["happenings"])))


def _redacted_in(d: Mapping[str, Any]) -> Redacted:
    return Redacted(tuple(d["keys"]), d["what"], d["because"], tuple(d["barred"]), tuple(d["raws"]))


_KINDS: dict[type, EntryKind] = {
    Begun: EntryKind.RUN,
    Ended: EntryKind.RUN_END,
    Asserted: EntryKind.ASSERT,
    Again: EntryKind.ASSERT,
    Met: EntryKind.PROBLEM,
    Found: EntryKind.RESOLVE,
    Brought: EntryKind.ALIASES,
    Retracted: EntryKind.RETRACT,
    Redacted: EntryKind.REDACT,
}
_OUT: dict[type, Callable[[Any], dict[str, Any]]] = {
    Begun: _begun,
    Ended: lambda c: {"change": "ended", "run": c.run},
    Asserted: _asserted,
    Again: lambda c: {"change": "again", "run": c.run, "reading": c.reading, "document": c.document},
    Met: lambda c: {"change": "met", "run": c.run, "problem": problem_out(c.problem)},
    Found: _found,
    Judged: lambda c: {"change": "judged", "judgement": judgement_out(c.judgement)},
    Brought: lambda c: {"change": "brought", "aliases": aliases_out(c.aliases)},
    Retracted: lambda c: {"change": "retracted", "document": c.document, "because": c.because},
    Redacted: _redacted,
}
_IN: dict[str, Callable[[Mapping[str, Any]], Change]] = {
    "begun": lambda d: Begun(d["run"], d["reader"], tuple(d["inputs"])),
    "ended": lambda d: Ended(d["run"]),
    "asserted": _asserted_in,
    "again": lambda d: Again(d["reading"], d["document"], d["run"]),
    "met": lambda d: Met(problem_in(d["problem"]), d["run"]),
    "found": _found_in,
    "judged": lambda d: Judged(judgement_in(d["judgement"])),
    "brought": lambda d: Brought(aliases_in(d["aliases"])),
    "retracted": lambda d: Retracted(d["document"], d["because"]),
    "redacted": _redacted_in,
}
