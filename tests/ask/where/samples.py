"""Reports of one claim each, written in a line: `killed=24..; time=2019-08; source=coast guard`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from tacitus.ledger.memory import MemoryStore
from tacitus.model.claim import Argument, Claim, claim_id
from tacitus.model.count import Count
from tacitus.model.document import Document, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.ontology import COUNT_ROLES, FLAG_ROLES, TEXT_ROLES, Certainty, Status
from tacitus.model.reading import Reading
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.when import When

if TYPE_CHECKING:
    from tacitus.ledger.contract import View
    from tacitus.model.claim import Value

#: What is of the claim or the document; all else is a role.
_OTHER = (
    "type",
    "time",
    "source",
    "certainty",
    "status",
    "confidence",
    "published",
    "outlet",
    "title",
    "author",
    "url",
    "quote",
)
#: Each line is a document, `id: field=value; …`, broken where it is long; names of one entity are apart by a stroke.
LINES = """
strike: type=airstrike; actor=Tide Front|TF; target=Dura; killed=24..; time=2019-08; source=coast guard;
 published=2019-09-01; outlet=Harbour Wire
shells: type=shelling; actor=North Guard; place=Dura; killed=..30; injured=3; time=2019-08-20/2019-09-02;
 published=2019-09-03; confidence=0.9; title=Shells on Dura
denial: type=airstrike; actor=Tide Front; place=Port Sálem; certainty=denied; killed=?;
 published=2019-09-05; confidence=0.4; outlet=Tide Gazette; author=N. Oake
plan: type=offensive; actor=North Guard; status=planned; time=2019-10/..;
 published=2019-09-06; source=Mira Rask, Harbour Wire; url=https://wire.example/7
leader: type=leads; subject=Mira Rask; object=Tide Front; role=field commander; ended=yes; time=../2018;
 published=2019-09-07
crowd: type=displacement; target=fishermen; count=120; quote=In Dūra’s port, 1,200 fled “at once”
"""


def view() -> View:
    """Return a view of all lines, entered a day apart from 1 March 2026 on."""
    store = MemoryStore()
    with store.writer() as writer:
        for number, line in enumerate(LINES.strip().replace("\n ", " ").splitlines()):
            writer.record(reading(line), datetime(2026, 3, 1, 23, 59, tzinfo=UTC) + timedelta(days=number))
    return store.view()


def reading(line: str) -> Reading:
    """Return the reading of a line."""
    id_, _, rest = line.partition(": ")
    said = dict(part.split("=", 1) for part in rest.split("; "))
    text = said.get("quote", f"What {id_} says.")
    names = [name for role, words in said.items() if _is_name(role) for name in words.split(", ")]
    ids = {name: f"e{i}" for i, name in enumerate(dict.fromkeys(names), 1)}
    entities = tuple(Entity(e, EntityType.GROUP, tuple(name.split("|")), (Span(0, 1),)) for name, e in ids.items())
    args = tuple(Argument(role, value) for role, words in said.items() for value in _values(role, words, ids))
    claim = Claim(
        "",
        said["type"],
        args,
        (Span(0, len(text)),),
        When(said["time"]) if "time" in said else None,
        SourceChain(tuple(ids[name] for name in said["source"].split(", "))) if "source" in said else SourceChain(),
        Certainty(said.get("certainty", "stated")),
        Status(said.get("status", "actual")),
        confidence=float(said["confidence"]) if "confidence" in said else None,
        made_by="hand@1",
    )
    document = Document(
        id_,
        text,
        sha256_of(id_.encode()),
        said.get("title"),
        date.fromisoformat(said["published"]) if "published" in said else None,
        said.get("author"),
        said.get("outlet"),
        said.get("url"),
    )
    made = replace(claim, id=claim_id(document.sha256, claim, {e: name for name, e in ids.items()}))
    return Reading(document, entities, (made,), reader="hand@1")


def _is_name(role: str) -> bool:
    plain = {*_OTHER, *COUNT_ROLES, *TEXT_ROLES, *FLAG_ROLES} - {"source"}
    return role not in plain


def _values(role: str, words: str, ids: dict[str, str]) -> list[Value]:
    if role in _OTHER:
        return []
    if role in FLAG_ROLES:
        return [True]
    if role in COUNT_ROLES:
        low, dots, high = words.partition("..")
        if words == "?":
            return [Count(None, None)]
        return [Count(int(low) if low else None, int(high) if high else None)] if dots else [Count(int(low), int(low))]
    return [words] if role in TEXT_ROLES else [ids[name] for name in words.split(", ")]
