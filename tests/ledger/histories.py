"""Sequences of changes of every kind, drawn by hypothesis, and how they are made to a store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from tests.ledger.samples import at, everything, readings

from tacitus.errors import TacitusError
from tacitus.ledger.findings import AliasListRow, Findings
from tacitus.ledger.redaction import Order, redact_document, redact_person
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.problem import Problem
from tacitus.resolve.records import records

if TYPE_CHECKING:
    from tacitus.ledger.contract import Store, View, Writer
    from tacitus.model.reading import Reading

#: A private person whom some of the drawn readings name, and other words that name her.
PERSON = "Colonel Adan Rask"


@dataclass(frozen=True, slots=True)
class Deed:
    """One change: what is done, to which reading, in which minute."""

    what: str
    reading: Reading
    minute: int


deeds = st.lists(
    st.builds(
        Deed,
        st.sampled_from(["record", "record", "record", "run", "retract", "resolve", "judge", "problem", "bring"]),
        readings(),
        st.integers(0, 4),
    ),
    max_size=8,
)
redactions = st.lists(
    st.builds(Deed, st.sampled_from(["redact document", "redact person", "record", "retract"]), readings(), st.just(5)),
    max_size=3,
)


def do(store: Store, deed: Deed) -> bool:
    """Make a change; False when it could not be made as things stand."""
    try:
        with store.writer("N. Oake") as writer:
            _do(store, writer, deed)
    except TacitusError:
        return False
    return True


def _do(store: Store, writer: Writer, deed: Deed) -> None:
    reading, now = deed.reading, at(deed.minute)
    document = reading.document.id
    match deed.what:
        case "record":
            raw = reading.document.text.encode() if deed.minute % 2 else None  # their hash is the document's
            writer.record(replace(reading, document=replace(reading.document, raw=raw)), now)
        case "run":
            run = writer.begin_run("r@1", [f"{PERSON}.txt"], now)
            writer.record(reading, now)
            writer.end_run(run, now)
        case "retract":
            writer.retract(document, f"{PERSON} asked for it.", now)
        case "resolve":
            shown = store.view().reading(store.view().document(document).reading)
            writer.resolve(Findings(shown.id, "v@1", records(shown)), [_judged(shown, deed)], now)
        case "judge":
            writer.judge(_judged(reading, deed))
        case "problem":
            writer.problem(Problem(f"{document}.bin", "read", f"{PERSON} is no text.", "Give a text."), now)
        case "bring":
            entries = ({"name": PERSON, "alias": "AR"}, {"name": "Tide Front", "alias": "TF"})
            writer.bring(AliasListRow(document, "house.tsv", "N. Oake", now, entries))
        case "redact document":
            redact_document(store.books, document, Order("It was asked for.", "N. Oake", now))
        case "redact person":
            redact_person(store.books, [PERSON], Order("She asked for it.", "N. Oake", now))


def _judged(reading: Reading, deed: Deed) -> Judgement:
    found = records(reading)
    if found and deed.minute % 2:
        subject = (found[0].key, found[-1].key)
        return Judgement(subject, Verdict.UNSURE, f"{found[0].names[0]} is alike.", "names@1", at(deed.minute), 0.5)
    claim = reading.claims[0].id if reading.claims else "c00000000000000aa"
    return Judgement((claim,), Verdict.ACCEPT, f"{PERSON} shows it.", "N. Oake", at(deed.minute))


def shown(view: View) -> tuple[object, ...]:
    """Return all that a view shows, resolution, judgements, runs and search included."""
    words = ("attack", "front", "rask", "fishermen")
    return (
        everything(view),
        view.runs(),
        view.judgements(),
        view.alias_lists(),
        view.records(),
        view.happenings(),
        view.unresolved("v@1"),
        [view.search(word, limit=100) for word in words],
    )
