"""Everything that a view shows, as lines of JSON: two ledgers that say the same give the same lines."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from tacitus.ledger.changes import aliases_out, judgement_out
from tacitus.ledger.claim_json import claim_out, dumps, entity_out
from tacitus.ledger.filter import ClaimFilter
from tacitus.ledger.reading_json import problem_out
from tacitus.resolve.fold import fold
from tacitus.resolve.record_json import record_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow, DocumentRow


def canonical(view: View) -> Iterator[str]:
    """Yield every document with its readings and claims, then what was judged, met and run; in a fixed order.

    Numbers that a database gives to its rows do not enter, so that a ledger that was rebuilt, moved to another database
    or kept in memory is told like the first.
    """
    for row in view.documents():
        for one in view.readings(row.id):
            yield _line("reading", _document(one))
            for claim in sorted(map(dumps, map(_claim, view.claims(ClaimFilter(reading=one.reading))))):
                yield f'["claim",{claim}]'
    for entity in view.entities(frozenset(map(fold, view.names()))):
        yield _line("entity", [entity.document.reading, entity_out(entity.entity)])
    yield from (_line("record", record_out(record)) for record in view.records())
    yield from (_line("happening", dict(happening)) for happening in view.happenings())
    yield from (_line("judgement", judgement_out(judgement)) for judgement in view.judgements())
    yield from (_line("aliases", aliases_out(aliases)) for aliases in view.alias_lists())
    for met in view.problems():
        yield _line("problem", [problem_out(met.problem), met.recorded.isoformat(), met.run, met.reading])
    yield from (_line("run", _plain(asdict(run))) for run in view.runs())


def difference(one: View, other: View) -> tuple[str | None, str | None] | None:
    """Return the first lines in which two views differ (None where one has ended); None when they say the same."""
    for left, right in zip_longest(canonical(one), canonical(other)):
        if left != right:
            return left, right
    return None


def _document(row: DocumentRow) -> dict[str, Any]:
    return _plain(asdict(row))


def _claim(row: ClaimRow) -> list[Any]:
    return [claim_out(row.claim), [entity_out(e) for e in row.entities], list(row.quotes)]


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {k: v.isoformat() if isinstance(v, (date, datetime)) else v for k, v in values.items()}


def _line(kind: str, value: object) -> str:
    return dumps([kind, value])
