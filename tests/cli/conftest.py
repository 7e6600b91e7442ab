"""A real ledger with two readings that contradict each other, and a way to run the command."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from tacitus.cli import main
from tacitus.ledger.sqlite import SqliteStore
from tacitus.model.claim import Argument, Claim, claim_id
from tacitus.model.count import Count
from tacitus.model.document import Document, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.ontology import Certainty
from tacitus.model.problem import Problem
from tacitus.model.reading import Reading
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WIRE = "Shells hit the market of Mirzakh on Sunday and killed 31 people, the hospital said."
FRONT = "The Highland Front (HF) denied that it shelled Mirzakh."


@dataclass(frozen=True)
class Done:
    """What a run of the command gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def tacitus(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Return a function that runs the command in this process, as off a terminal."""
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run(*args: str | Path) -> Done:
        with pytest.raises(SystemExit) as ended:
            main([str(arg) for arg in args])
        out, err = capsys.readouterr()
        return Done(int(ended.value.code or 0), out, err)

    return run


@pytest.fixture
def process() -> Callable[..., Done]:
    """Return a function that runs the command as its own process, with what is to be in the environment."""

    def run(*args: str | Path, stdin: str = "", **environ: str) -> Done:
        bare = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
        command = [sys.executable, "-c", "from tacitus.cli import main; main()", *map(str, args)]
        done = subprocess.run(  # noqa: S603 - our own program
            command, input=stdin.encode(), capture_output=True, check=False, env=bare | environ
        )
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run


def reading_of(document: Document, entities: tuple[Entity, ...], claims: tuple[Claim, ...]) -> Reading:
    """Return a reading whose claims have their true ids."""
    names = {entity.id: entity.name for entity in entities}
    named = tuple(replace(claim, id=claim_id(document.sha256, claim, names)) for claim in claims)
    return Reading(document, entities, named, reader="hand@1")


def wire() -> Reading:
    """Return the wire's report: 31 dead, according to the hospital."""
    entities = (
        Entity("e1", EntityType.PLACE, ("Mirzakh",), (Span(25, 32),)),
        Entity("e2", EntityType.FACILITY, ("market of Mirzakh",), (Span(15, 32),)),
        Entity("e3", EntityType.ORG, ("hospital",), (Span(69, 77),)),
    )
    args = (Argument("target", "e2"), Argument("place", "e1"), Argument("killed", Count(31, 31)))
    claim = Claim("", "shelling", args, (Span(0, 63),), When("2023-05-14"), SourceChain(("e3",)), confidence=0.6)
    document = Document(
        "wire-1", WIRE, sha256_of(WIRE.encode()), "Market shelled", date(2023, 5, 15), outlet="Meridian"
    )
    return reading_of(document, entities, (claim,))


def front() -> Reading:
    """Return the armed group's post: it denies the shelling."""
    entities = (
        Entity("e1", EntityType.GROUP, ("Highland Front", "HF"), (Span(4, 18), Span(20, 22))),
        Entity("e2", EntityType.PLACE, ("Mirzakh",), (Span(47, 54),)),
    )
    args = (Argument("actor", "e1"), Argument("place", "e2"))
    both = (Argument("subject", "e1"), Argument("object", "e1"))
    claims = (
        Claim("", "shelling", args, (Span(0, 54),), source=SourceChain(("e1",)), certainty=Certainty.DENIED),
        Claim("", "alias", both, (Span(4, 23),)),
    )
    document = Document("front-1", FRONT, sha256_of(FRONT.encode()), None, date(2023, 5, 17), outlet="Front channel")
    return reading_of(document, entities, claims)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Return the path of a ledger that holds both reports, recorded on two days, and one problem."""
    path = tmp_path / "held.db"
    with closing(SqliteStore(path)) as store, store.writer() as writer:
        writer.record(wire(), datetime(2023, 5, 18, 9, tzinfo=UTC))
        writer.record(front(), datetime(2023, 5, 20, 9, tzinfo=UTC))
        problem = Problem("scan.pdf", "read", "PDF files cannot be read yet.", "Save the report as text.")
        writer.problem(problem, datetime(2023, 5, 20, 10, tzinfo=UTC))
    return path
