"""How a claim is told, as far as the claim and its words show it: one claim has several of these marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tacitus.evaluate.names import tokens
from tacitus.extract import quotes
from tacitus.extract.lexicon import predicates
from tacitus.language.lemma import Lemmatizer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.evaluate.papers import Paper, Thing, Told
    from tacitus.model.span import Span

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DAY = re.compile(r"[\dX]{4}-\d\d-\d\d[~?%]?")
_FORMS = ("VBD", "VBN", "VBG")
#: Every mark, in the order in which they are told.
MARKS = (
    "event",
    "relation",
    "stated",
    "probable",
    "possible",
    "alleged",
    "denied",
    "unknown",
    "planned",
    "hypothetical",
    "chain of speakers",
    "with a day",
    "with another time",
    "without a time",
    "with a count",
    "several in one role",
    "somebody not named in its words",
    "told by a verb",
    "told by a noun",
    "told by other words",
    "words in several pieces",
    "in the headline",
    "in the first paragraph",
    "in quotation marks",
)


@dataclass(frozen=True, slots=True)
class Page:
    """A document with what the marks of its claims need, found once.

    Attributes:
        paper: The document.
        things: Entity id to entity.
        quoted: Stretches in quotation marks, in order.
        headline: Where the headline ends; 0 when the text does not begin with it.
        lead: Where the first paragraph ends.
    """

    paper: Paper
    things: dict[str, Thing]
    quoted: tuple[Span, ...]
    headline: int
    lead: int


def page_of(paper: Paper) -> Page:
    """Return a document with what the marks of its claims need."""
    text = paper.text
    headline = len(paper.title) if paper.title and text.startswith(paper.title) else 0
    start = headline + len(text[headline:]) - len(text[headline:].lstrip())
    end = text.find("\n", start)
    things = {thing.id: thing for thing in paper.things}
    return Page(paper, things, quotes.spans(text), headline, len(text) if end < 0 else end)


def source_kind(claim: Told, page: Page) -> str:
    """Return who says so: "own voice", or the type of the innermost speaker; "?" when it is no entity."""
    if not claim.source:
        return "own voice"
    speaker = page.things.get(claim.source[0])
    return speaker.type if speaker else "?"


def marks(claim: Told, page: Page) -> Iterator[str]:
    """Yield the marks of a claim, of `MARKS`."""
    yield claim.kind
    yield claim.certainty
    if claim.status != "actual":
        yield claim.status
    if len(claim.source) > 1:
        yield "chain of speakers"
    yield _dated(claim.time)
    if any(isinstance(value, tuple) for _, value in claim.args):
        yield "with a count"
    roles = [role for role, value in claim.args if isinstance(value, str)]
    if len(set(roles)) < len(roles):
        yield "several in one role"
    words = " ".join(span.of(page.paper.text) for span in claim.evidence)
    if _leaves_unnamed(claim, words, page):
        yield "somebody not named in its words"
    yield f"told by {_teller(claim.type, words)}"
    if len(claim.evidence) > 1:
        yield "words in several pieces"
    yield from _where(claim.evidence, page)


def _dated(time: str | None) -> str:
    if not time:
        return "without a time"
    return "with a day" if _DAY.fullmatch(time) else "with another time"


def _leaves_unnamed(claim: Told, words: str, page: Page) -> bool:
    """Tell whether somebody in its roles is there by a pronoun, a short description, or not at all."""
    said = f" {' '.join(tokens(words))} "
    for _, value in claim.args:
        thing = page.things.get(value) if isinstance(value, str) else None
        if thing is not None and not any(f" {' '.join(tokens(name))} " in said for name in thing.names):
            return True
    return False


def _where(evidence: Sequence[Span], page: Page) -> Iterator[str]:
    start = evidence[0].start
    if start < page.headline:
        yield "in the headline"
    elif start < page.lead:
        yield "in the first paragraph"
    at = bisect_right(page.quoted, start, key=lambda span: span.start)
    if at and all(page.quoted[at - 1].contains(span) for span in evidence):
        yield "in quotation marks"


def _teller(claim_type: str, words: str) -> str:
    """Return what names a claim in its words, by the reader's list of predicates for the type."""
    verbs, nouns = _named(claim_type, "v"), _named(claim_type, "n")
    forms = [word.lower() for word in _WORD.findall(words)]
    stems = {stem for word in forms if word not in nouns for stem in _stems(word)}
    if stems & verbs:
        return "a verb"
    plain = {form for word in forms for form in (word, word.removesuffix("s"), word.removesuffix("es"))}
    if plain & nouns:
        return "a noun"
    return "a verb" if plain & verbs else "other words"


@cache
def _named(claim_type: str, part_of_speech: str) -> frozenset[str]:
    return frozenset(word for word, entry in predicates(part_of_speech).items() if entry.type == claim_type)


@cache
def _stems(word: str) -> frozenset[str]:
    """Return what a word may be a past form or participle of; most of it is no word, and no list has it."""
    forms = () if word.endswith("s") else _FORMS  # no past ends so
    stems = {_lemmatizer().lemma(word, "VERB", form) for form in forms} - {word}
    stems |= {word.removesuffix(suffix) for suffix in ("ed", "d", "ing") if word.endswith(suffix)}
    return frozenset(stems | {f"{stem}e" for stem in stems})


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer({})
