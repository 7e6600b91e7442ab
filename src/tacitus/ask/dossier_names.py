"""Which names a dossier's subject goes by: who writes each, since when, in which words."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tacitus.ask.dossier_clauses import day_words, listed, render
from tacitus.ask.dossier_parts import Item, Part, Sentence
from tacitus.ask.dossier_telling import outlet
from tacitus.model.span import Span
from tacitus.resolve.fold import fold
from tacitus.resolve.proper import is_proper

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tacitus.ask.dossier_notes import Material
    from tacitus.ask.entity import NameUse
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import DocumentRow
    from tacitus.model.reading import Reading

#: How many outlets are named in a sentence.
_NAMED = 6
#: Code points that are quoted around a name, to either side, at most.
_REACH = 90
_ARTICLES = ("a ", "an ", "this ", "these ")
_STOPS = ("\n", ". ", "! ", "? ")


def names(view: View, uses: Sequence[NameUse], material: Material) -> tuple[Item, ...]:
    """Return a sentence on each name, those of most documents first; then on each description of two words or more."""
    readings = _Readings(view)
    found = []
    for key, spellings in _by_key(uses).items():
        written = Counter({use.name: len(use.documents) for use in spellings})
        name = min(written, key=lambda n: (not is_proper(n), -written[n], n))
        if is_proper(name) or " " in key:
            made = _sentence(name, key, _ordered(spellings), readings, material)
            found += [(not is_proper(name), Item(made))] if made else []
    return tuple(item for _, item in sorted(found, key=lambda pair: pair[0]))


def around(text: str, at: Span) -> Span:
    """Return a name with the words around it: to the ends of its sentence or line, and no farther than some 90 letters.

    Examples:
        >>> text = "It rained. The Front denied it. Others did not."
        >>> around(text, Span(15, 20)).of(text)
        'The Front denied it.'
    """
    low, high = max(0, at.start - _REACH), min(len(text), at.end + _REACH)
    begin = max(
        (text.rfind(stop, low, at.start) + len(stop) for stop in _STOPS if stop in text[low : at.start]), default=0
    )
    if not begin:
        begin = 0 if low == 0 else text.find(" ", low, at.start) + 1 or at.start
    ends = [found + len(stop.rstrip(" \n")) for stop in _STOPS if (found := text.find(stop, at.end, high)) >= 0]
    end = min(ends, default=0) or (high if high == len(text) else max(text.rfind(" ", at.end, high), at.end))
    words = text[begin:end]
    return Span(begin + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


class _Readings:
    """Readings of the ledger, each taken from it once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[str, Reading] = {}

    def of(self, document: DocumentRow) -> Reading:
        if document.reading not in self._known:
            self._known[document.reading] = self._view.reading(document.reading)
        return self._known[document.reading]


def _by_key(uses: Iterable[NameUse]) -> Mapping[str, list[NameUse]]:
    """Return folded name → its spellings: letter case and articles aside they are one."""
    found: defaultdict[str, list[NameUse]] = defaultdict(list)
    for use in uses:
        key = fold(use.name)
        article = next((a for a in _ARTICLES if key.startswith(a)), "")
        found[key.removeprefix(article)].append(use)
    return found


def _ordered(spellings: Iterable[NameUse]) -> list[DocumentRow]:
    every = {d.id: d for use in spellings for d in use.documents}
    return sorted(every.values(), key=lambda d: (d.published is None, str(d.published or ""), d.id))


def _sentence(
    name: str, key: str, documents: Sequence[DocumentRow], readings: _Readings, material: Material
) -> Sentence | None:
    """Return who uses a name, with the words of the first and the last report; None where no words can be shown."""
    notes = []
    for document in dict.fromkeys((documents[0], documents[-1])):
        reading = readings.of(document)
        at = _mention(reading, document.id, key, material)
        if at is not None:
            span = around(reading.document.text, at)
            notes.append(material.quoted(document, (span,), (span.of(reading.document.text),)))
    if not notes:
        return None
    outlets = list(dict.fromkeys(outlet(document) for document in documents))
    more = f" and {len(outlets) - _NAMED} more" if len(outlets) > _NAMED else ""
    verb = render(f"<uses|use voice> the {'name' if is_proper(name) else 'words'}", {"voice": ((), len(outlets) > 1)})
    days = [d.published for d in documents if d.published]
    many = f"{len(documents)} documents" if len(documents) > 1 else "1 document"
    when = "undated" if not days else f"first on {day_words(days[0])}"
    last = f", last on {day_words(days[-1])}" if days and days[-1] != days[0] else ""
    parts = (*listed(outlets[:_NAMED]), Part(f"{more} "), *verb, Part(" “"), Part(name, is_given=True))
    return Sentence((*parts, Part(f"” ({many}, {when}{last}).")), tuple(notes))


def _mention(reading: Reading, document: str, key: str, material: Material) -> Span | None:
    """Return the first place in a report where the subject is called by a folded name."""
    text = reading.document.text
    own = [e for e in reading.entities if (document, e.id) in material.members]
    spots = [(span, fold(span.of(text))) for entity in own for span in entity.mentions]
    exact = [span for span, words in spots if words == key]
    inside = [span for span, words in spots if f" {key} " in f" {words} "]
    written = [name for entity in own for name in entity.names if fold(name) == key]
    return next(iter([*exact, *inside]), None) or _found(text, written)


def _found(text: str, names: Iterable[str]) -> Span | None:
    at = ((text.find(name), len(name)) for name in names)
    return next((Span(start, start + length) for start, length in at if start >= 0), None)
