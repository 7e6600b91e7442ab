"""Search: what every store must find, in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, report, rich_reading

from tacitus.model.document import Document, sha256_of
from tacitus.model.reading import Reading

if TYPE_CHECKING:
    from tacitus.ledger.contract import Store, View


def _text(id_: str, text: str, published: date | None = None) -> Reading:
    return Reading(Document(id_, text, sha256_of(text.encode()), published=published), (), (), reader="r@1")


ARABIC = _text("arabic", "أعلنت الجَبْهَة وقفا\n\nقُتِلَ ٣١ شخصا في أسامة", date(2020, 1, 9))
RUSSIAN = _text("russian", "Колонна ушла из Дуры.\nЁлкин не ответил.", date(2020, 1, 2))
CHINESE = _text("chinese", "双方宣布停火。", None)
WIRE = report("wire", Said("Tide Front", "Dura", "capture"), Said("North Guard", "Khān Rāshid"), outlet="Wire")
RICH = rich_reading()


@pytest.fixture
def view(store: Store) -> View:
    """Return a view of five reports in four scripts, entered a minute apart; the third one anew at the end."""
    with store.writer() as writer:
        for minute, reading in enumerate((ARABIC, RUSSIAN, WIRE, CHINESE, RICH)):
            writer.record(reading, at(minute))
    return store.view()


def _found(view: View, words: str, as_of: date | None = None) -> list[tuple[str, str, bool]]:
    return [(hit.document.id, hit.quote, hit.claim is not None) for hit in view.search(words, as_of=as_of)]


@pytest.mark.parametrize(
    ("words", "document", "quote"),
    [
        ("الجبهة", "arabic", "أعلنت الجَبْهَة وقفا"),
        ("الجَبْهَةُ", "arabic", "أعلنت الجَبْهَة وقفا"),
        ("اسامه 31", "arabic", "قُتِلَ ٣١ شخصا في أسامة"),
        ("КОЛОННА", "russian", "Колонна ушла из Дуры."),
        ("елкин", "russian", "Ёлкин не ответил."),
        ("停火", "chinese", "双方宣布停火。"),
    ],
)
def test_in_any_script(view: View, words: str, document: str, quote: str) -> None:
    """The line is given verbatim, whatever the spelling asked for."""
    assert _found(view, words) == [(document, quote, False)]


def test_a_paragraph_stands_before_its_claims(view: View) -> None:
    """The words of a claim are found in its quote and in the text, in the order of the text."""
    line = WIRE.document.text.splitlines()[1]
    assert _found(view, "khan") == [("wire", line, False), ("wire", line, True)]
    assert view.search("khan")[1].claim == next(row for row in view.claims() if "Khān" in row.quotes[0])


@pytest.mark.parametrize("words", ["khan dura", '"front tide"', "tid", "", "…"])
def test_what_is_not_found(view: View, words: str) -> None:
    """Words of two lines, a phrase in the wrong order, a part of a word, and nothing at all."""
    assert view.search(words) == ()


def test_a_phrase(view: View) -> None:
    """Words in double quotes stand side by side, others anywhere."""
    assert len(view.search('dura "tide front" capture')) == 2
    assert {hit.document.id for hit in view.search('"tide front"')} == {"wire", "harbour/row 1"}


def test_blocks_are_searched_one_by_one(view: View) -> None:
    """A title is a piece of its own; a claim of several spans is found by words of any, and shows all."""
    assert _found(view, "harbour row") == [("harbour/row 1", "Harbour row", False)]
    hits = [hit for hit in view.search("rask 2019") if hit.claim is not None]
    quotes = ["Colonel Adan Rask quit the Tide Front … in 2019", "Colonel Adan Rask quit the Tide Front in 2019"]
    assert [hit.quote for hit in hits] == quotes
    assert len([hit for hit in view.search('"front in 2019"') if hit.claim is not None]) == 1


def test_the_last_entered_comes_first(view: View, store: Store) -> None:
    """By the record clock of the shown reading; a new reading brings its document to the front."""
    assert list(dict.fromkeys(hit.document.id for hit in view.search("tide"))) == ["harbour/row 1", "wire"]
    with store.writer() as writer:
        writer.record(replace(WIRE, reader="r@2"), at(9))
    assert list(dict.fromkeys(hit.document.id for hit in store.view().search("tide"))) == ["wire", "harbour/row 1"]
    assert len(store.view().search("tide")) == len(view.search("tide"))


def test_pages(view: View) -> None:
    """Pages put together are the whole."""
    every = view.search("tide", 100)
    assert sum((view.search("tide", 1, skip) for skip in range(len(every))), ()) == every
    assert view.search("tide", 2) == every[:2]
    assert view.search("tide", 2, len(every)) == ()


def test_both_clocks(view: View, store: Store) -> None:
    """What was published later, or at no known day, and what was entered later, is not found."""
    assert _found(view, "停火", as_of=date(2030, 1, 1)) == []
    assert _found(view, "الجبهة", as_of=date(2020, 1, 8)) == []
    assert len(_found(view, "الجبهة", as_of=date(2020, 1, 9))) == 1
    assert [len(store.view(at(minute)).search("khan")) for minute in (1, 2)] == [0, 2]
