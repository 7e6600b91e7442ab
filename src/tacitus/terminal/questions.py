"""What `tacitus ask` prints: values, each with who says so, who denies it, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tacitus.ask.question.pattern import Hole
from tacitus.config import Listing
from tacitus.export.jsonl import to_object as claim_object
from tacitus.export.lines import row_line
from tacitus.terminal import wording
from tacitus.terminal.answers import tell_undated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.ask.question.answer import Answer, Value
    from tacitus.ask.question.pattern import Understood
    from tacitus.ledger.rows import ClaimRow
    from tacitus.terminal.screen import Screen

#: How many further names of a value are told.
_NAMED = 5
_NO_READING = "The question could not be read."
_ADVICE = "Ask for one thing, with names as reports write them, or use tacitus claims."
#: What stands over the parts of an answer that do not answer what was asked.
_PARTS = (("earlier", "Earlier, by the day asked for:"), ("planned", "Told as intended or conditional:"))


def show(understood: Understood, found: Answer | None, form: Listing, screen: Screen) -> None:
    """Write an answer: for people, or as one JSON object.

    Args:
        understood: How the question was read.
        found: The answer; None when the question could not be read.
        form: How to write it.
        screen: Where.
    """
    if form is Listing.JSON:
        screen.json(to_object(understood, found))
        return
    for text in told(understood, found):
        screen.line(text)
    if found is not None:
        tell_undated(found.undated, screen)


def told(understood: Understood, found: Answer | None) -> Iterator[str]:
    """Yield the lines of an answer for people."""
    if found is None:
        yield _NO_READING
        yield f"Understood: {'; '.join(understood.told) or 'nothing'}"
        yield f"Not understood: {'; '.join(understood.unclear) or 'the whole'}"
        yield _ADVICE
        return
    yield f"Read as {'; '.join(understood.told)}"
    yield from (f"Read {name!r} as {spelling!r}" for name, spelling in found.read_as)
    for wanted in found.unknown:
        near = f" Nearest: {', '.join(wanted.nearest)}." if wanted.nearest else ""
        yield f"The ledger holds nothing on {wanted.name!r}.{near}"
    if found.is_empty:
        if not found.unknown:
            yield "The ledger holds nothing on this question: no claim fits."
        return
    if found.pattern.hole is Hole.WHETHER:
        yield f"Verdict of the reports: {found.verdict}"
    for value in found.values:
        yield ""
        yield from _value(value)
    for name, title in _PARTS:
        for i, value in enumerate(getattr(found, name)):
            yield from ("", title) if not i else ()
            yield from _value(value)
    if found.silent:
        yield from ("", "Denied or not known, without a value:")
        yield from (_row(row, "?") for row in found.silent)


def to_object(understood: Understood, found: Answer | None) -> dict[str, Any]:
    """Return a question with its answer as JSON values."""
    head: dict[str, Any] = {
        "question": understood.question,
        "read": found is not None,
        "understood": list(understood.told),
        "not_understood": list(understood.unclear),
    }
    if found is None:
        return head
    is_whether = found.pattern.hole is Hole.WHETHER
    return {
        **head,
        "asked_for": str(found.pattern.hole),
        "verdict": found.verdict if is_whether else None,
        "values": list(map(_value_object, found.values)),
        "earlier": list(map(_value_object, found.earlier)),
        "planned": list(map(_value_object, found.planned)),
        "not_known": [claim_object(row_line(row)) for row in found.silent],
        "not_held": [{"name": w.name, "nearest": list(w.nearest)} for w in found.unknown],
        "read_as": dict(found.read_as),
        "undated": found.undated,
    }


def _value(value: Value) -> Iterator[str]:
    others = [n for n in value.names if not n.lower().startswith("the ")][:_NAMED]
    also = f" (also {', '.join(others)})" if others else ""
    rows = value.claims or value.denials
    articles = wording.counted(len({row.document.id for row in rows}), "article")
    sure = ("disputed" if value.is_disputed else "") if value.claims else "only denied"
    parts = (f"{value.value}{also}", articles, wording.counted(value.origins, "origin"), sure)
    yield " · ".join(part for part in parts if part)
    yield from (_row(row, "+") for row in value.claims)
    yield from (_row(row, "-") for row in value.denials)


def _row(row: ClaimRow, sign: str) -> str:
    line = row_line(row)
    return f"  {sign} {wording.who_says_where(line)}, {wording.how_sure(line)}: {wording.quoted(line)} [{row.claim.id}]"


def _value_object(value: Value) -> dict[str, Any]:
    return {
        "value": value.value,
        "names": list(value.names),
        "certainty": str(value.certainty),
        "origins": value.origins,
        "disputed": value.is_disputed,
        "claims": _claims(value.claims),
        "denials": _claims(value.denials),
    }


def _claims(rows: Sequence[ClaimRow]) -> list[dict[str, object]]:
    return [claim_object(row_line(row)) for row in rows]
