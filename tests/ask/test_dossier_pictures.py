"""What the pictures show: incidents once, neighbours by name, and no private person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ask.dossiers import HEAD, NOON, Told, held, made, report
from tests.ask.reeds import EVERY

from tacitus.ask.dossier import Asked, dossier
from tacitus.ask.dossier_names import around
from tacitus.ask.dossier_pictures import MOST_TIES
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.ontology import Certainty
from tacitus.model.span import Span
from tacitus.resolve.records import key_of

if TYPE_CHECKING:
    from tacitus.ask.dossier_parts import Dossier


@pytest.fixture(scope="module")
def reeds() -> Dossier:
    """Return the dossier on the Reed Front from all reports with a day."""
    return made(EVERY[:4], "Reed Front")


def test_the_timeline_has_each_incident_once(reeds: Dossier) -> None:
    """With how many articles tell of it; relations with a time stand beside it, open ends open."""
    told = [(bar.time.edtf, bar.label, bar.is_ended) for bar in reeds.timeline]
    assert told == [
        ("2020/..", "leads: Sami Orr", False),
        ("../2020", "leads: Omar Tal", True),
        ("2024-03-03", "bombing at Dura, 4 articles", False),
    ]
    assert all(bar.notes for bar in reeds.timeline)


def test_the_network_tells_how(reeds: Dossier) -> None:
    """Arrows lead from who does it; what somebody denies says so; order is that of names."""
    assert [(tie.name, tie.words, tie.documents) for tie in reeds.ties] == [
        ("Delta League", ("← affiliate", "← affiliate (denied)"), 2),
        ("Omar Tal", ("→ leads",), 1),
        ("Sami Orr", ("→ leads",), 1),
    ]
    assert not any(tie.is_denied for tie in reeds.ties)
    assert all(tie.notes for tie in reeds.ties)


def test_who_only_suffers_is_no_neighbour() -> None:
    """A named person who was killed is in the words of the reports and not in the picture; a denied tie is dashed."""
    one = report(
        "one",
        "2024-05-01",
        "Wire",
        Told("The Reed Front killed Mina Dell.", "killing", {"actor": "Reed Front", "target": "Mina Dell/person"}),
        Told("Fishers said so.", "talks", {"actor": "Reed Front + Fishers/people"}),
        Told(
            "The Reed Front is no ally of the Gulf League.",
            "ally",
            {"subject": "Reed Front", "object": "Gulf League"},
            certainty=Certainty.DENIED,
        ),
    )
    (tie,) = made([one], "Reed Front").ties
    assert (tie.name, tie.words, tie.is_denied) == ("Gulf League", ("← ally (denied)",), True)


def test_those_of_one_name_are_told_apart() -> None:
    """Two persons of one name who are not one have their report beside the name."""
    told = Told("Omar Tal leads RF.", "leads", {"subject": "Omar Tal/person", "object": "RF"})
    first, second = sorted((key_of("a", "Omar Tal"), key_of("b", "Omar Tal")))
    apart = Judgement((first, second), Verdict.DIFFERENT, "another one", "Ada", NOON)
    readings = report("a", "2024-05-01", "Wire", told), report("b", "2024-05-02", "Post", told)
    with held(*readings, judged=[apart]) as view:
        found = dossier(view, "RF", Asked(HEAD))
    assert [tie.name for tie in found.ties] == ["Omar Tal (Post)", "Omar Tal (Wire)"]
    assert [tie.name for tie in made(readings, "RF").ties] == ["Omar Tal"]


def test_there_is_room_for_so_many() -> None:
    """Those stay whom most reports connect with it; the others are counted."""
    names = [f"Band {chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(MOST_TIES + 5)]
    told = [Told(f"RF fights {n}.", "rival", {"subject": "RF", "object": n}) for n in names]
    again = Told(f"RF fights {names[-1]} again.", "rival", {"subject": "RF", "object": names[-1]})
    found = made([report("a", "2024-05-01", "Wire", *told), report("b", "2024-05-02", "Post", again)], "RF")
    assert len(found.ties) == MOST_TIES
    assert found.ties_left_out == 5
    assert names[-1] in [tie.name for tie in found.ties]
    assert [tie.name for tie in found.ties] == sorted(tie.name for tie in found.ties)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("RF did it", "RF", "RF did it"),
        ("It rained.\nThe RF denied it\nOthers did not", "RF", "The RF denied it"),
        ("It rained. Did RF deny it? Yes.", "RF", "Did RF deny it?"),
        (f"{'word ' * 40}RF {'word ' * 40}", "RF", f"{'word ' * 17}word RF {'word ' * 17}word"),
        ("x" * 300 + "RF" + "x" * 300, "RF", "RF"),
    ],
)
def test_words_around_a_name(text: str, name: str, words: str) -> None:
    """Its sentence, or whole words to either side; the name itself whatever stands beside it."""
    at = text.index(name)
    span = around(text, Span(at, at + len(name)))
    assert name in span.of(text)
    assert span.of(text).split() == words.split() or len(words) > 150
    assert span.contains(Span(at, at + len(name)))
    assert len(span) <= 200
