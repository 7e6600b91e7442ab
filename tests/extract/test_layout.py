"""Wrapped lines, divided words, tables, lists, markup, code and other languages, made plain in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.plain import document, lines

from tacitus.extract.layout import plain
from tacitus.model.span import Span

if TYPE_CHECKING:
    from tacitus.pipeline import Reader

SHELLED = "Rebels shelled a market in Obock on Monday, killing five people."
FRENCH = "Les rebelles ont attaqué le marché de la ville lundi et ont tué cinq personnes, selon le maire."


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("- Shells hit Tarn.\n• Two died.", "  Shells hit Tarn.\n  Two died."),
        ("1. Shells hit Tarn.\n(2) Two died.", "   Shells hit Tarn.\n    Two died."),
        ("-12 degrees", "-12 degrees"),
        ("14:05 GMT - Shells hit Tarn.", "            Shells hit Tarn."),
        ("[09:30] Shells hit Tarn.", "        Shells hit Tarn."),
        ("At 14:05 shells hit Tarn.", "At 14:05 shells hit Tarn."),
        ("<p>Shells <b>hit</b> Tarn.</p>", "   Shells    hit     Tarn.    "),
        ("Shells hit Tarn &amp; Obock.", "Shells hit Tarn &     Obock."),
        ("2 < 3 and 5 > 4", "2 < 3 and 5 > 4"),
        ("Town | Dead\n--- | ---\nTarn | 5", "Town \v Dead\n         \nTarn \v 5"),
        ("Tarn\tShells hit it.\nObock\tTwo died.", "Tarn\vShells hit it.\nObock\vTwo died."),
        ("One bar | alone", "One bar | alone"),
    ],
)
def test_marks_of_the_page(text: str, read: str) -> None:
    """Bullets, clocks, tags and the bars of a table go; marks of a sentence stay."""
    assert plain(text).text == read


def test_wrapped_lines_are_one_paragraph() -> None:
    """A line break in the middle of a sentence is a blank; a headline, and the end of a paragraph, stay."""
    text = "Shells hit Tarn\n\nRebels shelled a market in the old town\nof Obock on Monday. Soldiers of the army\nleft."
    assert plain(text).text == text.replace("town\nof", "town of").replace("army\nleft", "army left")


def test_long_lines_are_paragraphs() -> None:
    """Each line of a page without wrapping is a paragraph of its own."""
    text = "\n".join([f"{SHELLED} {SHELLED} {SHELLED}", f"{SHELLED} {SHELLED} {SHELLED}"])
    assert plain(text).text == text


def test_a_divided_word_is_joined() -> None:
    """Its halves stand together, what is behind keeps its place, and the original is quoted whole."""
    text = "The fighting on Monday in the town woun-\nded twelve people, an Iran-\nbacked group said in the evening."
    layout = plain(text)
    assert "wounded   twelve people, an Iran-backed  group" in layout.text
    assert len(layout.text) == len(text)
    start = layout.text.index("wounded")
    assert layout.original(Span(start, start + len("wounded"))).of(text) == "woun-\nded"
    assert layout.original(Span(0, 3)) == Span(0, 3)


@pytest.mark.parametrize(
    "words",
    [
        FRENCH,
        "El ejército dijo que tres soldados murieron en una emboscada cerca del puente de la ciudad.",
        "Die Armee teilte mit, dass drei Soldaten bei dem Angriff auf die Stadt getötet wurden.",
        "المتمردون قصفوا السوق يوم الاثنين",
    ],
)
def test_a_paragraph_in_another_language(words: str) -> None:
    """It is blank, by letters or small words, and its place is told."""
    layout = plain(f"{SHELLED}\n\n{words}\n\nTwo died.")
    assert layout.foreign == (len(SHELLED) + 2,)
    assert layout.text.split() == f"{SHELLED} Two died.".split()


@pytest.mark.parametrize(
    "words",
    [
        SHELLED,
        "Abu Muhammad al-Julani, Hay’at Tahrir al-Sham, Hurras al-Din, Ansar al-Tawhid, Ansar al-Islam",
        "The Fuerzas Armadas Revolucionarias de Colombia and the Ejército de Liberación Nacional met in the city.",
    ],
)
def test_english_with_foreign_names(words: str) -> None:
    """Names from another language make no paragraph foreign."""
    assert not plain(words).foreign


def test_code_is_left_out() -> None:
    """Scripts with their words, and lines of program code."""
    text = f"{SHELLED}\n<script>var a = 'Rebels shelled Tarn.';</script>\nif (a) {{ kill(b); }}\nTwo died."
    layout = plain(text)
    assert layout.text.split() == f"{SHELLED} Two died.".split()
    assert layout.code == (text.index("if (a)"),)


@given(st.text(max_size=300))
def test_nothing_moves(text: str) -> None:
    """Whatever the text, line feeds and length stay."""
    layout = plain(text + "\n<b>x</b> | 5\ny | 6\n" + text)
    assert len(layout.text) == 2 * len(text) + len("\n<b>x</b> | 5\ny | 6\n")


def test_claims_of_wrapped_copy(reader: Reader) -> None:
    """The same claims as in one line; evidence quotes the text as it stands."""
    text = "Rebels shelled a market in the town of\nObock on Monday, killing five and woun-\nding two, the army said."
    reading = reader.read(document(text))
    assert lines(reading) == lines(reader.read(document(text.replace("-\n", "").replace("\n", " "))))
    evidence = [span.of(text) for claim in reading.claims for span in claim.evidence]
    assert any("woun-\nding two" in words for words in evidence)


def test_what_is_left_out_is_a_problem(reader: Reader) -> None:
    """The rest is read, and a Problem says what was not and what to do."""
    reading = reader.read(document(f"{SHELLED}\n\n{FRENCH}\n\nif (a) {{ b(); }}"))
    assert len(reading.claims) == 1
    assert [(p.step, p.advice) for p in reading.problems] == [
        ("claims", "Give English translations of them."),
        ("claims", "Give the text of the report without its page's code."),
    ]
    assert "first at character 66" in reading.problems[0].message
