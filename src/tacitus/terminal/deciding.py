"""What `tacitus entities`, `same`, `different`, `undo` and `resolve` print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tacitus.config import Listing
from tacitus.model.judgement import Verdict
from tacitus.terminal.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tacitus.ask.grouping import Ruling
    from tacitus.ask.judging import Judged
    from tacitus.resolve.clusters import Cluster
    from tacitus.resolve.queue import Question
    from tacitus.resolving import Resolved
    from tacitus.terminal.screen import Screen

#: How a judgement stands between two names.
_BETWEEN = {Verdict.SAME: "is", Verdict.DIFFERENT: "is not", Verdict.UNSURE: "may be"}


@dataclass(slots=True)
class Sum:
    """How a resolution went, counted while it goes on."""

    readings: int = 0
    records: int = 0
    joined: int = 0
    unsure: int = 0


def watched(found: Iterable[Resolved], screen: Screen) -> Sum:
    """Count what is resolved, and keep the progress line true."""
    out = Sum()
    for one in found:
        out.readings += 1
        out.records += one.records
        out.joined += one.joined
        out.unsure += one.unsure
        screen.step(f"{out.readings} resolved")
    return out


def summary(found: Sum) -> str:
    """Return what a resolution did, in one line."""
    if not found.readings:
        return "Everything is resolved."
    named = f"{counted(found.records, 'named entity', 'named entities')} in {counted(found.readings, 'document')}"
    unsure = f", {counted(found.unsure, 'pair')} to be decided (tacitus entities --unsure)" if found.unsure else ""
    return f"{named}, {found.joined} joined to others{unsure}."


def appended(found: Sum) -> str:
    """Return what a resolution did as a line behind others; "" if there was nothing to do."""
    return f"\n{summary(found)}" if found.readings else ""


def told(judged: Judged) -> str:
    """Return a judgement that was just made, and how to take it back."""
    one, other = judged.names
    judgement = judged.judgement
    return f"{judgement.id}: {one} {_BETWEEN[judgement.verdict]} {other}. Take it back: tacitus undo {judgement.id}"


def show_entities(found: Sequence[Cluster], form: Listing, screen: Screen) -> None:
    """Write entities, each with its key, types, names and number of documents."""
    if form is Listing.JSON:
        screen.json([cluster_out(cluster) for cluster in found])
        return
    for cluster in found:
        count = len({r.document for r in cluster.records})
        screen.heading(f"{cluster.name} · {', '.join(cluster.types)} · {counted(count, 'document')} · {cluster.id}")
        if cluster.names[1:]:
            screen.line(f"also: {', '.join(name for name in cluster.names if name != cluster.name)}")
    if not found:
        screen.line("No named entities.")


def show_pairs(found: Sequence[Question], form: Listing, screen: Screen) -> None:
    """Write the pairs that wait for a decision, with the reasons and the commands that decide."""
    if form is Listing.JSON:
        screen.json([pair_out(pair) for pair in found])
        return
    for pair in found:
        screen.heading(f"{pair.one.name} ({pair.one.id}) and {pair.other.name} ({pair.other.id})")
        screen.line(f"{pair.score:.2f} likely the same: {pair.judgement.because}")
        for cluster in (pair.one, pair.other):
            count = len({r.document for r in cluster.records})
            screen.line(f"- {', '.join(cluster.names)}: {', '.join(cluster.types)}, {counted(count, 'document')}")
        screen.line(f'tacitus same {pair.one.id} {pair.other.id} --because "…"  (or: tacitus different …)')
    if not found:
        screen.line("Nothing waits for a decision.")


def show_judgements(found: Sequence[Ruling], form: Listing, screen: Screen) -> None:
    """Write the judgements in effect."""
    if form is Listing.JSON:
        screen.json([ruling_out(ruling) for ruling in found])
        return
    for ruling in found:
        judgement = ruling.judgement
        between = f" {_BETWEEN.get(judgement.verdict, judgement.verdict)} "
        screen.heading(f"{judgement.id} · {between.join(ruling.names)}")
        screen.line(f"{judgement.author}, {judgement.recorded:%Y-%m-%d %H:%M} UTC: {judgement.because}")
    if not found:
        screen.line("No judgements.")


def cluster_out(cluster: Cluster) -> dict[str, Any]:
    """Return an entity as JSON values."""
    return {
        "id": cluster.id,
        "name": cluster.name,
        "types": list(cluster.types),
        "names": list(cluster.names),
        "records": [
            {"key": r.key, "document": r.document, "entity": r.entity, "names": list(r.names)} for r in cluster.records
        ],
    }


def pair_out(pair: Question) -> dict[str, Any]:
    """Return a pair that waits for a decision as JSON values."""
    return {
        "judgement": pair.judgement.id,
        "score": pair.score,
        "value": pair.value,
        "because": pair.judgement.because,
        "one": cluster_out(pair.one),
        "other": cluster_out(pair.other),
    }


def ruling_out(ruling: Ruling) -> dict[str, Any]:
    """Return a judgement as JSON values."""
    judgement = ruling.judgement
    return {
        "id": judgement.id,
        "verdict": judgement.verdict,
        "subject": list(judgement.subject),
        "names": list(ruling.names),
        "because": judgement.because,
        "author": judgement.author,
        "recorded": judgement.recorded.isoformat(),
        "score": judgement.score,
    }
