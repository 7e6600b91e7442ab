"""The example reports: they disagree on a toll, on who is to blame and on a name, and the claims keep it apart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import lines, makes

from tacitus.model.document import Document
from tacitus.read.inputs import ReadOptions, read_inputs

if TYPE_CHECKING:
    from tacitus.model.reading import Reading
    from tacitus.pipeline import Reader

MIRZAKH = Path(__file__).parent.parent / "examples" / "mirzakh"
BAKHMUT = Path(__file__).parent.parent / "examples" / "bakhmut"


@pytest.fixture(scope="module")
def readings(reader: Reader) -> dict[str, list[Reading]]:
    """Return file name → readings of its documents."""
    return {
        path.name: [reader.read(d) for d in read_inputs([str(path)], ReadOptions()) if isinstance(d, Document)]
        for folder in (MIRZAKH, BAKHMUT)
        for path in sorted(folder.iterdir())
    }


@pytest.mark.parametrize(
    ("name", "claim"),
    [
        ("1-ministry-statement.txt", "offensive | actor=Ministry of Defence | target=Highland Front | planned"),
        ("2-wire-report.html", "killing | target=20 people | killed=20 | on=2023-05-14 | by=Ministry of Defence"),
        ("3-reprint.html", "killing | target=20 people | killed=20 | on=2023-05-14 | by=Ministry of Defence"),
        ("4-ngo-note.md", "shelling | actor=army of Orvand | on=2023-05-14 | by=Karesh Rights Observatory"),
        ("4-ngo-note.md", "attack | actor=Highland Front | target=market | on=2023-05-14 | by=Ministry of Defence"),
        (
            "5-channel-posts.jsonl",
            "arrest | actor=4th Mountain Brigade | target=three shepherds | place=Tal Varan | alleged",
        ),
        ("5-channel-posts.jsonl", "attack | actor=our fighters | target=convoy | killed=5 | on=2023-05-16"),
        ("5-channel-posts.jsonl", "pledge | actor=Highland | denied"),
        ("5-channel-posts.jsonl", "shelling | actor=regime | killed=34 | on=2023-05-17 | by=hospital"),
        ("4-ngo-note.md", "shelling | target=market | place=Merzakh | killed=9 | on=2023-05-14"),
        (
            "1-ministry-statement.txt",
            "shelling | target=market | killed=20 | injured=17 | on=2023-05-14 | by=Ministry of Defence",
        ),
        ("2-wire-report.html", "member | subject=Rauf Temir | object=Highland Front"),
        ("6-correction.html", "member | subject=Davit Karun | object=Highland Front"),
        ("6-correction.html", "shelling | target=market | killed=34 | by=Sami Dorani"),
        ("6-correction.html", "shelling | target=market | injured=43 | by=hospital | alleged"),
        ("7-analysis.md", "ally | subject=Highland Front | object=Free Orvand Brigades"),
        ("7-analysis.md", "attack | actor=Highland Front+Free Orvand Brigades | target=army posts | on=2023-04"),
        ("2-wire-report.html", "shelling | target=market | injured=46 | on=2023-05-14 | by=Sami Dorani"),
        ("1-capture-claimed.html", "alias | subject=Artyomovsk | object=Bakhmut"),
        ("5-channel-posts.jsonl", "alias | subject=Highland Liberation Army | object=HLA"),
        (
            "7-analysis.md",
            "formation | actor=Idris Halvani | target=Highland Liberation Army | on=2019-01/2019-04",
        ),
        ("7-analysis.md", "alias | subject=Free Orvand Brigades | object=FOB"),
        ("3-background.jsonl", "formation | target=Wagner Group | on=2014"),
    ],
)
def test_claims_of_the_examples(readings: dict[str, list[Reading]], name: str, claim: str) -> None:
    """Who says what of whom, and how surely."""
    assert any(makes(reading, claim) for reading in readings[name]), "\n".join(
        line for reading in readings[name] for line in lines(reading)
    )


def test_both_sides_are_blamed_each_by_a_named_speaker(readings: dict[str, list[Reading]]) -> None:
    """The note of the observatory holds two actors of one attack apart, and settles nothing."""
    (note,) = readings["4-ngo-note.md"]
    names = note.names()
    blamed = {
        names[actor]: [names[s] for s in claim.source.speakers]
        for claim in note.claims
        if claim.type in ("shelling", "attack")
        for actor in claim.values("actor")
        if isinstance(actor, str)
    }
    assert len(blamed) == 2
    assert all(blamed.values())
