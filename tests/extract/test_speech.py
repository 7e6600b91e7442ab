"""Who says what: speech found by syntax in trees written down by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import lines
from tests.extract.trees import draft, read

from tacitus.pipeline import default_steps

if TYPE_CHECKING:
    from tacitus.extract.contract import Draft


def heard(*texts: str) -> list[tuple[str, str, str]]:
    """Return speakers from the innermost, words said, and certainty of each speech."""
    done: Draft = draft(*texts)
    for step in default_steps():
        done = step.extract(done)
        if step.name == "speech":
            break
    text, names = done.document.text, {e.id: e.name for e in done.entities}
    return [
        (
            ">".join(names[s] for s in (*speech.speakers, *speech.via)),
            " … ".join(span.of(text) for span in speech.content),
            str(speech.certainty),
        )
        for speech in done.speech
    ]


@pytest.mark.parametrize(
    ("text", "speakers", "words", "certainty"),
    [
        ("The army said that rebels attacked Zenda.", "army", "rebels attacked Zenda", "stated"),
        ("Rebels attacked Zenda, the army said.", "army", "Rebels attacked Zenda", "stated"),
        ("According to the army, rebels attacked Zenda.", "army", "rebels attacked Zenda", "stated"),
        ("The army denied that it attacked Zenda.", "army", "it attacked Zenda", "denied"),
        ("The army denied attacking Zenda.", "army", "attacking Zenda", "denied"),
        ("The army did not say that rebels attacked Zenda.", "army", "rebels attacked Zenda", "unknown"),
        ("The army and the police said that rebels attacked Zenda.", "army>police", "rebels attacked Zenda", "stated"),
        (
            "Rudolf Rassendyll told the Strelsau Post that rebels attacked Zenda.",
            "Rudolf Rassendyll>Strelsau Post",
            "rebels attacked Zenda",
            "stated",
        ),
        (
            "The Strelsau Post quoted Rudolf Rassendyll as saying that rebels attacked Zenda.",
            "Rudolf Rassendyll>Strelsau Post",
            "rebels attacked Zenda",
            "stated",
        ),
        (
            "A statement by the Zenda Front said that rebels attacked Hentzau.",
            "Zenda Front",
            "rebels attacked Hentzau",
            "stated",
        ),
        ("“Gunmen attacked the post,” the mayor said.", "mayor", "Gunmen attacked the post", "stated"),
        ("Eritrea shelled a market in Obock, Kenya said.", "Kenya", "Eritrea shelled a market in Obock", "stated"),
        ("Kenya accused Eritrea of shelling Obock.", "Kenya", "shelling Obock", "stated"),
    ],
)
def test_one_speaker(text: str, speakers: str, words: str, certainty: str) -> None:
    """Before, behind, according to, through others, in a statement, in quotation marks."""
    assert any(s == speakers and words in said and c == certainty for s, said, c in heard(text)), heard(text)


@pytest.mark.parametrize(
    "text", ["Rebels attacked Zenda and may attack Hentzau.", "The mayor left.", "Rudolf Rassendyll met Black Michael."]
)
def test_nobody_speaks(text: str) -> None:
    """The author's own voice."""
    assert heard(text) == []


def test_speech_in_speech_is_told_from_the_innermost() -> None:
    """Who denies comes before who reports the denial; only the denial is denied."""
    reading = read("The Strelsau Post said that the army denied that it attacked Zenda.")
    (claim,) = [c for c in reading.claims if c.type == "attack"]
    assert [reading.names()[s] for s in claim.source.speakers] == ["army", "Strelsau Post"]
    assert claim.certainty == "denied"


def test_a_quotation_runs_over_sentences() -> None:
    """What follows in quotation marks is spoken by the same mouth; what follows without is not."""
    spoken = read(
        "“Gunmen attacked the post,” the mayor said.",
        "“They killed two guards and fled the town on foot.”",
        "Kenya withdrew from the town of Tarn.",
    )
    told = lines(spoken)
    assert any(line.startswith("killing") and "| by=mayor" in line for line in told), told
    assert any(line.startswith("withdrawal") and "by=" not in line for line in told), told


def test_a_speaker_does_not_speak_the_next_sentence() -> None:
    """Speech ends with its clause."""
    told = lines(read("The army said that rebels attacked Zenda.", "Gunmen stormed the post and freed two prisoners."))
    assert [("by=army" in line) for line in told] == [True, False, False]
