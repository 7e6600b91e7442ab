"""The dead, the wounded and the taken in claims: which event counts them, and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import document, lines, makes

from tacitus.extract import harm
from tacitus.extract.contract import Draft
from tacitus.extract.counts import find_counts
from tacitus.extract.layers import Frame
from tacitus.extract.scene import Scene, scenes
from tacitus.model.claim import Argument
from tacitus.model.count import Count
from tacitus.model.span import Span
from tacitus.parts import counts_of

if TYPE_CHECKING:
    from tacitus.pipeline import Reader


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # verbs before and behind those they count, with the event as subject, phrase or clause
        ("Artillery fire killed eight soldiers and wounded a medic in Hentzau.", "shelling | killed=8 | injured=1"),
        ("The blast killed 12, leaving 8 wounded in Zenda.", "bombing | place=Zenda | killed=12 | injured=8"),
        (
            "The drone strike on Hentzau destroyed a ferry, killing three people who slept aboard.",
            "airstrike | place=Hentzau | killed=3",
        ),
        ("A drone attacked Zenda, injuring a civilian.", "airstrike | place=Zenda | injured=1"),
        (
            "At least 14 people were killed and several guards wounded as a mine blew up in Zenda.",
            "bombing | place=Zenda | killed=14..None | injured=3..None",
        ),
        # nouns, states and lives
        (
            "Clashes between the army and the Red Banner left some 20 people dead and 12 injured.",
            "clash | actor=army+Red Banner | killed=20 | injured=12",
        ),
        ("The strike on Zenda claimed the lives of four riders.", "airstrike | place=Zenda | killed=4"),
        (
            "Shelling of Zenda led to the death of five women and the injury of nine men.",
            "shelling | place=Zenda | killed=5 | injured=9",
        ),
        ("The raid on Hentzau resulted in seven civilian deaths.", "attack | place=Hentzau | killed=7"),
        ("36 dead in Zenda market bombing", "bombing | killed=36"),
        # some of them counted again; a plural without a number adds nothing to a number
        ("The airstrike on Zenda killed 22 people, including ten children.", "airstrike | place=Zenda | killed=22+10"),
        ("The army killed 40 gunmen and their relatives in Hentzau.", "killing | actor=army | killed=40"),
        ("The attacks on Hentzau killed a farmer and a nurse.", "attack | place=Hentzau | killed=1+1"),
        # dead and wounded not told apart are victims, not a number of dead
        ("The bombing in Zenda killed and injured 14 children.", "bombing | place=Zenda | victim=14 children"),
        # one person is one, and none is none
        ("The leader of the Red Banner was killed in an airstrike in Zenda.", "airstrike | place=Zenda | killed=1"),
        ("No guards were killed in the attack on Zenda.", "attack | place=Zenda | killed=0"),
        ("Rebels attacked Zenda. No casualties were reported.", "attack | actor=Rebels | killed=0 | injured=0"),
        # who does it is not the event that happened before
        ("Police shot two men dead in Zenda after an attack on a bank.", "killing | actor=Police | killed=2"),
        # the taken and the driven out
        ("Rebels abducted a number of villagers in Hentzau.", "abduction | actor=Rebels | target=villagers"),
    ],
)
def test_the_event_counts_them(reader: Reader, text: str, expected: str) -> None:
    """The claim that the words make has these numbers, and no others in the role."""
    reading = reader.read(document(text))
    assert makes(reading, expected), lines(reading)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The soldiers were not killed in the attack on Zenda.", "killed"),
        ("Rebels attacked Zenda. There was no information on casualties.", "injured"),
        ("Rebels attacked Zenda. The number of casualties is unknown.", "killed"),
        ("The bombing in Zenda killed and injured 14 children.", "killed"),
        ("Two wounded fighters attacked Zenda.", "injured"),
    ],
)
def test_nobody_is_counted(reader: Reader, text: str, role: str) -> None:
    """Denied, unknown or only described: no number is claimed."""
    reading = reader.read(document(text))
    assert reading.claims
    assert not any(claim.values(role) for claim in reading.claims), lines(reading)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Six people were killed and dozens of pupils rounded up by soldiers.", 24, None),
        ("Militants kidnapped 21 pupils from a school in Zenda.", 21, 21),
        ("Police arrested two of the attackers in Zenda.", 2, 2),
    ],
)
def test_the_taken_are_counted(reader: Reader, text: str, low: int, high: int | None) -> None:
    """An arrest or abduction counts those of its own verb."""
    reading = reader.read(document(text))
    counts = [c for claim in reading.claims for c in claim.values("count")]
    assert [(c.min, c.max) for c in counts if isinstance(c, Count)] == [(low, high)], lines(reading)


def frame(text: str, word: str, type_: str, *args: Argument) -> Frame:
    """Return a frame of one sentence that rests on a word of it."""
    start = text.index(word)
    return Frame(type_, args, Span(start, start + len(word)), 0, (Span(0, len(text)),))


@pytest.fixture
def strikes(reader: Reader) -> tuple[str, Scene]:
    """Return a sentence of two events and one harm, and its scene."""
    text = "The raid on Zenda ended, and a bomb in Hentzau killed nine men."
    sentences = reader.engine.analyse(text)
    draft = Draft(document(text), sentences=sentences, counts=find_counts(text))
    (scene,) = scenes(draft, with_harm=True)
    return text, scene


def test_an_open_harm_goes_to_the_nearest_frame(strikes: tuple[str, Scene]) -> None:
    """Of two events the one whose word stands nearer in the tree counts the dead; the other stays as it was."""
    text, scene = strikes
    frames = [frame(text, "raid", "attack"), frame(text, "bomb", "bombing")]
    raid, bomb = harm.completed(scene, frames, frames)
    assert raid == frames[0]
    assert [(a.role, a.value.min) for a in bomb.args if isinstance(a.value, Count)] == [("killed", 9)]


def test_what_is_counted_already_is_not_counted_again(strikes: tuple[str, Scene]) -> None:
    """A number that one frame has, and frames that will not be kept, change nothing."""
    text, scene = strikes
    told = frame(text, "raid", "attack", Argument("killed", Count(9, 9)))
    dropped = frame(text, "bomb", "bombing")
    assert harm.completed(scene, [told, dropped], [told, dropped]) == [told, dropped]
    assert harm.completed(scene, [dropped], []) == [dropped]
    other = frame(text, "raid", "publication")
    assert harm.completed(scene, [other], [other]) == [other]


def test_reader_and_part_agree(reader: Reader) -> None:
    """A number that a claim gives as killed or wounded is the number that the part gives, word for word."""
    text = "Artillery fire killed eight soldiers and wounded nearly 40 villagers in Hentzau."
    reading = reader.read(document(text))
    told = {
        (role, count.min, count.max, count.words)
        for claim in reading.claims
        for role in ("killed", "injured")
        for count in claim.values(role)
        if isinstance(count, Count)
    }
    names = {"killed": "killed", "wounded": "injured"}
    part = {(names[p.harm], p.count.min, p.count.max, p.count.words) for p in counts_of(text, reader.engine) if p.harm}
    assert told == part
