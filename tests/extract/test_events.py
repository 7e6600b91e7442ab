"""Events with roles, weapons and harm, on trees written down by hand."""

from __future__ import annotations

import pytest
from tests.extract.plain import PUBLISHED, lines
from tests.extract.trees import read


def events(*texts: str) -> list[str]:
    """Return the lines of the claims that are events."""
    reading = read(*texts, published=PUBLISHED)
    kinds = [claim.kind for claim in reading.claims]
    return [line for line, kind in zip(lines(reading), kinds, strict=True) if kind == "event"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya attacked Eritrea on Monday.", "attack | actor=Kenya | target=Eritrea | on=2024-05-06"),
        ("The depot hit by rockets burned.", "shelling | instrument=rockets | target=depot"),
        ("Drones struck a depot in Zenda.", "airstrike | instrument=Drones | target=depot | place=Zenda"),
        ("Rebels fired mortars at the post.", "shelling | actor=Rebels | instrument=mortars | target=post"),
        ("The militia carried out an attack on the port.", "attack | actor=militia | target=port"),
        ("The raid was carried out by marines.", "attack | actor=marines"),
        ("Attacks by rebels continued in Zenda.", "attack | actor=rebels | place=Zenda"),
        ("The men that the army arrested were teachers.", "arrest | actor=army | target=men"),
        ("The town where soldiers shot a farmer is Zenda.", "attack | actor=soldiers | target=farmer | place=town"),
        ("The army retook Zenda from the rebels.", "capture | actor=army | target=Zenda | from=rebels"),
        ("The army withdrew from Zenda.", "withdrawal | actor=army | target=Zenda"),
        ("Kenya sent tanks to Somalia.", "deployment | actor=Kenya | instrument=tanks | target=Somalia"),
        ("Rudolf Rassendyll founded the Zenda Front.", "formation | actor=Rudolf Rassendyll | target=Zenda Front"),
        ("The Hentzau League merged into the Zenda Front.", "merger | actor=Hentzau League | target=Zenda Front"),
        (
            "The Zenda Front split from the Hentzau League in 2019.",
            "split | actor=Zenda Front | target=Hentzau League | on=2019",
        ),
        ("Rudolf Rassendyll met Black Michael.", "talks | actor=Rudolf Rassendyll+Black Michael"),
        ("Kenya and Eritrea signed a truce on Sunday.", "agreement | actor=Kenya+Eritrea | on=2024-05-05"),
        ("Kenya threatened to bomb the port of Obock.", "threat | actor=Kenya | target=port of Obock"),
        ("The police foiled a plot by rebels to blow up the bridge.", "threat | actor=rebels | target=bridge"),
        (
            "Shells hit a school and a clinic near Tarn.",
            "shelling | instrument=Shells | target=school+clinic | place=Tarn",
        ),
    ],
)
def test_roles_and_types(text: str, expected: str) -> None:
    """Passive or not, by verb or noun; the weapon settles the type of an attack."""
    assert expected in events(text)


@pytest.mark.parametrize(
    ("text", "type_", "harm"),
    [
        ("Marines struck a depot, killing two guards.", "attack", "killed=2"),
        ("The army's shelling of Zenda killed four children.", "shelling", "killed=4"),
        ("A roadside bomb killed two engineers and wounded their driver.", "bombing", "killed=2 | injured=1"),
        ("The blast killed 12 people and wounded dozens.", "bombing", "killed=12 | injured=24..None"),
        ("Kenya killed two children and wounded their father.", "killing", "killed=2 | injured=1"),
        ("The army killed two men.", "killing", "killed=2"),
        ("Rocket attacks killed nobody.", "shelling", "killed=0"),
        (
            "At least 12 people were killed and dozens wounded in clashes between the army and rebels.",
            "clash",
            "killed=12..None | injured=24..None",
        ),
    ],
)
def test_harm_belongs_to_the_event_that_did_it(text: str, type_: str, harm: str) -> None:
    """One event, with the dead and the wounded as counts; nobody is nought, not nothing."""
    (line,) = events(text)
    assert line.startswith(type_)
    assert harm in line


def test_coordinated_verbs_are_events_of_one_actor() -> None:
    """Each with its own object."""
    assert events("Gunmen stormed the post and freed two prisoners.") == [
        "attack | actor=Gunmen | target=post",
        "release | actor=Gunmen | target=two prisoners | count=2",
    ]


@pytest.mark.parametrize(
    "text",
    ["The ZF left on Friday.", "The mayor left.", "The Hentzau League is a branch of the Zenda Front."],
)
def test_leaving_an_untold_place_and_being_are_no_events(text: str) -> None:
    """Nothing is claimed that the words do not tell."""
    assert events(text) == []


def test_evidence_is_the_clause() -> None:
    """The words of the event, without those of its speaker or of the clause beside it."""
    reading = read("Rebels attacked Zenda, the army said.")
    assert [span.of(reading.document.text) for c in reading.claims for span in c.evidence] == ["Rebels attacked Zenda"]
    reading = read("Rebels attacked Zenda and may attack Hentzau.")
    assert reading.claims[0].evidence[0].of(reading.document.text) == "Rebels attacked Zenda"
