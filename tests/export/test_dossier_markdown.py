"""A dossier as Markdown: every footnote is there, and no name is markup."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt
from tests.export.dossiers import ARABIC, HOSTILE, hostile, reeds, scripts

from tacitus.export.dossier_markdown import markdown

if TYPE_CHECKING:
    from tacitus.ask.dossier_parts import Dossier


@pytest.mark.parametrize("found", [reeds(), hostile(), scripts()], ids=["reeds", "hostile", "scripts"])
def test_every_footnote_is_there_once(found: Dossier) -> None:
    """And every sentence calls one."""
    text = markdown(found)
    body, notes = text.split("\n## Words of the reports\n")
    defined = re.findall(r"(?m)^\[\^(\d+)\]: ", notes)
    assert defined == [str(note.number) for note in found.footnotes]
    assert set(re.findall(r"\[\^(\d+)\]", body)) == set(defined)
    sentences = [line for line in body.splitlines() if re.match(r" *- ", line) and "No report used here" not in line]
    assert len(sentences) == sum(1 for _ in found.sentences())
    assert all(re.search(r"\[\^\d+\]", line) for line in sentences)


def test_a_correction_stands_beside_its_quote() -> None:
    """As a reviewer gave it, with all signs escaped."""
    found = reeds()
    note = replace(found.footnotes[-1], state="edited", correction='{"time": "2021/.."}')
    text = markdown(replace(found, footnotes=(*found.footnotes[:-1], note))).replace("\\", "")
    assert 'edited (a reviewer corrects it: {"time": "2021/.."}); SHA-256' in text


def test_hostile_names_stay_text() -> None:
    """A reader that lets HTML through finds none, no link, and no emphasis but our own."""
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown(hostile()))
    tags = set(re.findall(r"<(\w+)", page))
    assert not tags & {"script", "img", "a", "em", "b", "style"}
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "\u202e" not in page
    assert HOSTILE not in page


def test_names_that_run_to_the_left_are_shut_in() -> None:
    """Between marks that end their direction."""
    text = markdown(scripts())
    assert f"\u2068{ARABIC}\u2069" in text.replace("\\", "")


def test_it_tells_what_it_was_made_from_and_the_pictures_as_tables() -> None:
    """Head, hash, the letters of positions, and a row for each line of a picture."""
    text = markdown(reeds())
    assert "| Hash of the head | 5e5e5e" in text
    assert "  - **A** How many were killed? 12 — so Dura hospital" in text
    assert "| 2020/.. | leads\\: Sami Orr | stated | [^" in text
    assert "SHA\\-256" in text or "SHA-256" in text
    assert markdown(reeds()) == text
