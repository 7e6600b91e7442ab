"""A dossier as PDF: real text in all its scripts, pictures, links, and the same bytes each time."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace

import pytest
from pypdf import PdfReader
from tests.ask.dossiers import HEAD
from tests.export.dossiers import ARABIC, CHINESE, HOSTILE, UKRAINIAN, hostile, reeds, scripts

from tacitus.ask.dossier_parts import Bar, Dossier
from tacitus.export.dossier_pdf import pdf
from tacitus.export.pdf_pages import LACKING, NoPdfError
from tacitus.model.ontology import Certainty
from tacitus.model.when import When


def reader(found: Dossier) -> PdfReader:
    """Return the PDF of a dossier, opened."""
    return PdfReader(io.BytesIO(pdf(found)))


def text(found: Dossier) -> str:
    """Return all its text on one line."""
    return " ".join(" ".join(page.extract_text() for page in reader(found).pages).split())


def test_it_has_real_text() -> None:
    """Sentences, footnotes with hashes, and the words in the pictures."""
    found = reeds()
    said = text(found)
    assert "Dossier: Reed Front" in said
    assert "Delta Review (1 April 2024) reports that Sami Orr leads Reed Front as commander since 2020." in said
    assert all(note.document.sha256 in said for note in found.footnotes)
    assert all(note.quotes[0] in said for note in found.footnotes)
    assert said.count("leads: Sami Orr") == 2  # in the picture and in its table
    assert said.count("→ leads · 1 report") == 2
    assert "ledger head 42, 5e5e5e5e5e5e5e5e…" in said


def test_arabic_and_cyrillic_names_are_shaped_and_whole() -> None:
    """Letters come out in the order in which they are read; one that the font lacks is marked, and that is told."""
    said = text(scripts())
    assert ARABIC in said
    assert UKRAINIAN in said
    assert CHINESE not in said
    assert LACKING * len(CHINESE) in said
    assert f"{LACKING} stands for a letter that the font of this file lacks" in said
    assert LACKING not in text(reeds())


def test_hostile_names_stay_text() -> None:
    """Nothing in them is an action or a link of the file."""
    found = reader(hostile())
    assert HOSTILE in "".join(page.extract_text() for page in found.pages)
    links = [note.get_object() for page in found.pages for note in page.get("/Annots", ())]
    assert links
    assert not [link for link in links if "/A" in link and "/URI" in link["/A"]]


def test_the_same_dossier_is_the_same_bytes() -> None:
    """In another process with another hash seed too; its date is the moment of the ledger's head."""
    first = pdf(reeds())
    assert pdf(reeds()) == first
    script = (
        "import sys; from tests.export.dossiers import reeds; from tacitus.export.dossier_pdf import pdf; "
        "sys.stdout.buffer.write(pdf(reeds()))"
    )
    env = {"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, env=env)  # noqa: S603
    assert done.stdout == first
    meta = PdfReader(io.BytesIO(first)).metadata
    assert meta is not None
    assert meta.creation_date == HEAD.recorded
    assert meta.title == "Dossier: Reed Front"


def test_footnotes_are_linked_both_ways() -> None:
    """Each call leads to its footnote, and each footnote back."""
    found = reeds()
    links = [note.get_object() for page in reader(found).pages for note in page.get("/Annots", ())]
    calls = sum(len(s.notes) for s in found.sentences())
    calls += sum(len(b.notes) for b in found.timeline) + sum(len(t.notes) for t in found.ties)
    assert len(links) == 2 * calls


def test_long_dossiers_break_into_pages() -> None:
    """Headings stand in the outline, and a picture of many lines has a page to itself."""
    bar = Bar("raid", When("2020"), Certainty.STATED, (1,))
    many = replace(
        reeds(), timeline=tuple(replace(bar, label=f"raid {n}", time=When(str(1960 + n))) for n in range(60))
    )
    found = reader(many)
    assert len(found.pages) > 3
    outline = [str(entry["/Title"]) for entry in found.outline if not isinstance(entry, list)]
    assert outline[0] == "Names"
    assert outline[-1] == "Words of the reports"
    said = text(many)
    assert "The first 48 of 60." in said
    assert "raid 59" in said  # in the table


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """And that the other forms need nothing."""
    for name in ("fpdf", "uharfbuzz", "pymupdf_fonts"):
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, name, None)
            with pytest.raises(NoPdfError, match=r"pip install 'tacitus-ledger\[pdf\]'"):
                pdf(reeds())
