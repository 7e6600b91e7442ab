"""Masked readings: the person is gone from every string, and all else is where it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tacitus.errors import InvalidValueError, UnknownNameError
from tacitus.model.capture import Capture
from tacitus.model.claim import Argument, Claim, claim_id
from tacitus.model.count import Count
from tacitus.model.document import Block, BlockKind, Document, Link, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.problem import Problem
from tacitus.model.reading import Reading
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.trace import Origin, Part
from tacitus.model.when import When
from tacitus.resolve.masking import REDACTED, masked, masked_words, mentions_of, names_in, still_there, whole_names
from tacitus.resolve.proper import is_proper

TEXT = """Teacher Rask held

The army held Adan al-Rask, a teacher of the Tirsa School, on Monday. His wife Vey Rask asked for him.
Rask was one of three, said the Rask Brigade. See the letter."""
NAMES = ("Adan al-Rask",)
MOMENT = datetime(2023, 5, 20, tzinfo=UTC)


def span(words: str, nth: int = 0) -> Span:
    """Return where words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def made() -> Reading:
    """Return a reading that has the name wherever a reading can have it."""
    entities = (
        Entity("e1", EntityType.PERSON, ("Adan al-Rask", "Rask", "teacher of the Tirsa School"), RASK),
        Entity("e2", EntityType.FORCE, ("army",), (span("The army"),)),
        Entity("e3", EntityType.ORG, ("Tirsa School",), (span("Tirsa School"),)),
        Entity("e4", EntityType.PERSON, ("Vey Rask",), (span("Vey Rask"),)),
        Entity("e5", EntityType.FORCE, ("Rask Brigade",), (span("Rask Brigade"),)),
    )
    raw = TEXT.encode()
    document = Document(
        "report-7",
        TEXT,
        sha256_of(raw),
        title="Teacher Rask held",
        published=date(2023, 5, 16),
        author="A. al-Rask",
        outlet="Orvand Herald",
        url="https://herald.example/2023/adan-al-rask-held",
        blocks=(Block(BlockKind.TITLE, Span(0, 17)), Block(BlockKind.PARAGRAPH, Span(19, len(TEXT)))),
        links=(Link(span("the letter"), "https://x.example/rask.pdf"),),
        place="in/rask.html",
        raw=raw,
        capture=Capture("in/rask.html", sha256_of(raw), "tacitus/9", MOMENT, headers=(("link", "</adan-rask>"),)),
    )
    names = {e.id: e.name for e in entities}
    problem = Problem("in/rask.html", "claims", "The line of ADAN RASK is code.", "Look at it.")
    claims = tuple(replace(c, id=claim_id(document.sha256, c, names)) for c in _claims())
    return Reading(document, entities, claims, (problem,), "sentences@1")


def _claims() -> tuple[Claim, ...]:
    evidence = (Span(span("The army").start, span("Monday").end),)
    trace = (Origin(Part.TYPE, "events", "hold.v", spans=(span("held", 1),)),)
    held = (Argument("actor", "e2"), Argument("target", "e1"))
    said = (Argument("subject", "e1"), Argument("role", "head of Rask's school"))
    count = (Argument("target", "e1"), Argument("count", Count(3, 3, "e1", "three with Rask")))
    return (
        Claim("", "arrest", held, evidence, When("2023-05-15"), anchor="published", confidence=0.9, trace=trace),
        Claim("", "leads", said, evidence, made_by="relations@1"),
        Claim("", "arrest", count, evidence, source=SourceChain(("e5",))),
    )


RASK = (
    span("Rask"),
    span("Adan al-Rask"),
    span("a teacher of the Tirsa School"),
    span("His"),
    span("him"),
    span("Rask", 3),
)


@pytest.fixture
def reading() -> Reading:
    """Return a reading of a report on one teacher."""
    return made()


def test_the_text(reading: Reading) -> None:
    """Every mention is masked, a namesake's shared name too, what others are called inside of a mention is not."""
    assert masked(reading, NAMES).document.text == (
        "Teacher ████ held\n\n"
        "The army held ████████████, █████████████████Tirsa School, on Monday. ███ wife Vey ████ asked for ███.\n"
        "████ was one of three, said the ████ Brigade. See the letter."
    )


def test_everything_else_with_words(reading: Reading) -> None:
    """Title, author, addresses, headers, file, names of others, words of claims, problems."""
    found = masked(reading, NAMES)
    document = found.document
    assert (document.title, document.author, document.outlet) == ("Teacher ████ held", "A. al-████", "Orvand Herald")
    assert document.url == "https://herald.example/2023/████████████-held"
    assert document.links == (replace(reading.document.links[0], url="https://x.example/████.pdf"),)
    assert document.place == "in/████.html"
    assert document.capture is not None
    assert (document.capture.uri, document.capture.headers) == ("in/████.html", (("link", "</█████████>"),))
    assert [e.names for e in found.entities] == [
        (REDACTED,),
        ("army",),
        ("Tirsa School",),
        ("Vey ████",),
        ("████ Brigade",),
    ]
    assert [c.values("role") for c in found.claims] == [(), ("head of ████'s school",), ()]
    assert found.claims[2].values("count") == (Count(3, 3, "e1", "three with ████"),)
    assert found.problems[0].message == "The line of █████████ is code."


def test_what_stays(reading: Reading) -> None:
    """Ids, types, roles, times, sources, evidence, blocks, traces; a reading of its own without raw bytes."""
    found = masked(reading, NAMES)
    assert [replace(c, args=()) for c in found.claims] == [replace(c, args=()) for c in reading.claims]
    assert [[a.role for a in c.args] for c in found.claims] == [[a.role for a in c.args] for c in reading.claims]
    assert [c.entities() for c in found.claims] == [c.entities() for c in reading.claims]
    assert [(e.id, e.type, e.mentions) for e in found.entities] == [
        (e.id, e.type, e.mentions) for e in reading.entities
    ]
    old, new = reading.document, found.document
    assert (new.id, new.sha256, new.published, new.blocks) == (old.id, old.sha256, old.published, old.blocks)
    assert len(new.text) == len(old.text)
    assert new.raw is None
    assert found.id != reading.id
    assert found.reader == "sentences@1 masking@1"


def test_nobody_is_taken_for_anybody_by_the_mask() -> None:
    """It is no proper name, so nothing ties two masked persons together."""
    assert not is_proper(REDACTED)


def test_nothing_is_left(reading: Reading) -> None:
    """Neither of the whole name nor of its parts; and there was something before."""
    found = masked(reading, NAMES)
    every = names_in(reading, NAMES, mentions_of(reading, NAMES))
    assert every == {"Adan al-Rask", "Rask", "rask"}
    assert still_there(reading, every)
    assert not still_there(found, every)
    assert masked(found, NAMES) is found


def test_a_reading_of_others_is_left_alone(reading: Reading) -> None:
    """The very same comes back."""
    assert masked(reading, ["Odran Hale"]) is reading
    assert masked(reading, []) is reading


@pytest.mark.parametrize(
    ("place", "capture"), [("in/adan-rask.txt", None), ("", Capture("in/adan-rask.txt", "ab", "tacitus/9"))]
)
def test_a_name_in_the_file_alone(place: str, capture: Capture | None) -> None:
    """Is masked too, though no document is another one by it."""
    bare = Reading(Document("d1", "It rained.", "ab", place=place, capture=capture), (), ())
    clean = masked(bare, NAMES)
    assert still_there(bare, NAMES)
    assert not still_there(clean, NAMES)
    assert clean.reader == "masking@1"


def test_whole_names() -> None:
    """Those by which a ledger is searched: nobody else's, as far as one can tell."""
    names = [
        "Adan al-Rask",
        "Hafiz Rask",
        "President Adan Rask",
        "Rask",
        "Mr. Rask",
        "President",
        "the Adan Rask",
        "aide",
    ]
    assert whole_names(names) == {"Adan al-Rask", "Hafiz Rask", "President Adan Rask"}


def test_an_entity_that_was_judged_to_be_the_person(reading: Reading) -> None:
    """Is masked whatever it is called here."""
    found = masked(reading, ["Umm Saleh"], ["e4"])
    assert found.entities[3].names == (REDACTED,)
    assert "wife ████████ asked" in found.document.text
    assert "held Adan al-Rask" in found.document.text


def test_a_name_that_the_reader_missed(reading: Reading) -> None:
    """Is masked in a reading that has no entity for it."""
    blind = replace(reading, entities=reading.entities[1:], claims=())
    assert mentions_of(blind, NAMES) == ()
    assert "held ████████████, a teacher" in masked(blind, NAMES).document.text


def test_two_persons_after_each_other(reading: Reading) -> None:
    """Are both gone, and each step gave a reading of its own."""
    first = masked(reading, NAMES)
    second = masked(first, ["Vey Rask"], ["e4"])
    assert [e.name for e in second.entities[:4]] == [REDACTED, "army", "Tirsa School", REDACTED]
    assert len({reading.id, first.id, second.id}) == 3


@pytest.mark.parametrize(("given", "id_"), [("", "redacted-"), ("redacted-3", "redacted-3")])
def test_an_id_with_the_name(reading: Reading, given: str, id_: str) -> None:
    """Becomes neutral, the same for all readings of the same bytes; or the one that is given."""
    named = replace(reading, document=replace(reading.document, id="2023-adan-al-rask"))
    found = masked(named, NAMES, neutral_id=given)
    assert found.document.id == (given or id_ + reading.document.sha256[:16])
    assert [c.id for c in found.claims] == [c.id for c in reading.claims]


def test_who_is_meant(reading: Reading) -> None:
    """The name in any spelling and with titles; a bare part in a reading that has the whole."""
    more = (
        Entity("e6", EntityType.PERSON, ("Mr. ADAN RASK",)),
        Entity("e7", EntityType.PERSON, ("Rask",)),
        Entity("e8", EntityType.PERSON, ("friend of Adan al-Rask",)),
        Entity("e9", EntityType.GROUP, ("Adan Al Rask",)),
        Entity("e10", EntityType.PERSON, ("Saleh Adan",)),
    )
    assert mentions_of(replace(reading, entities=(*reading.entities, *more)), NAMES) == ("e1", "e6", "e7", "e9")
    parts = replace(reading, entities=more[1:2], document=Document("d", "Rask left.", "ab"), claims=(), problems=())
    assert mentions_of(parts, NAMES) == ()


def test_a_last_name_that_others_have(reading: Reading) -> None:
    """Is masked when a mention of the person is nothing else; else it is the others'."""
    alone = replace(
        reading, entities=(replace(reading.entities[0], names=NAMES, mentions=(RASK[1],)), *reading.entities[1:])
    )
    assert names_in(alone, NAMES, ["e1"]) == {"Adan al-Rask"}
    assert masked(alone, NAMES).entities[3].names == ("Vey Rask",)
    single = replace(alone, entities=alone.entities[:3])
    assert names_in(single, NAMES, ["e1"]) == {"Adan al-Rask", "rask"}


def test_calls_that_mean_nothing(reading: Reading) -> None:
    """An entity that is not there, and a name that is none."""
    with pytest.raises(UnknownNameError, match="e77"):
        masked(reading, NAMES, ["e77"])
    with pytest.raises(InvalidValueError, match="two letters"):
        masked(reading, ["!"])


def test_judgements_and_lists() -> None:
    """Other values are masked likewise."""
    judgement = Judgement(("n1", "n2"), Verdict.SAME, "Rask, Adan is the teacher", "O. Hale", MOMENT)
    assert masked_words(judgement, NAMES).because == "██████████ is the teacher"
    grade = Judgement(("source:adan rask",), Verdict.GRADE, "B", "A", MOMENT, data={"reliability": "B"})
    assert masked_words(grade, NAMES).subject == ("source:█████████",)
    ids = replace(judgement, subject=("ndadadadadadadada", "c0123456789abcdef"), because="")
    assert masked_words(ids, ["Dada", "Dadadada"]) is ids
    assert masked_words([{"names": ["Adan Rask", "Hale"]}], NAMES) == [{"names": ["█████████", "Hale"]}]


@pytest.mark.parametrize(
    "raw",
    [
        b"<p>Adan&nbsp;al-Rask</p>",
        b"<p>Adan al-R&#97;sk</p>",
        "Adan al-Rask was held".encode("utf-16"),
        b"\x00\xffAdan al-Rask\x00\x01\x02",
    ],
)
def test_bytes(raw: bytes) -> None:
    """Are read before they are looked through."""
    assert still_there(raw, NAMES)
    assert not still_there(raw, ["Odran Hale"])
