"""What a dossier is made of: sentences with their footnotes, in sections, and what its pictures show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.model.ontology import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tacitus.ledger.rows import DocumentRow, LogHead
    from tacitus.model.entity import EntityType
    from tacitus.model.span import Span
    from tacitus.model.when import When


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a sentence.

    Attributes:
        text: The words; spaces around them belong to them.
        is_given: Whether they come from a report (a name, a quote), and may run in another direction than ours.
    """

    text: str
    is_given: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """The words of a report that a sentence stands on.

    Attributes:
        number: From 1, in the order in which the dossier first needs it.
        quotes: The words, verbatim, piece by piece; never empty.
        spans: Where each piece stands in the stored text of the document.
        document: The reading that they stand in, with outlet, day and SHA-256 of the raw bytes.
        claim: Id of the claim that they make; "" where they only use a name.
        state: What reviewers made of the claim: "unreviewed", "accepted" …; "" where there is no claim.
        correction: What the review that stands corrects, as JSON; "" where it corrects nothing.
    """

    number: int
    quotes: tuple[str, ...]
    spans: tuple[Span, ...]
    document: DocumentRow
    claim: str = ""
    state: str = ""
    correction: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What some reports say, told as theirs.

    Attributes:
        parts: Its words.
        notes: Numbers of its footnotes, in order; never empty.
        certainty: How surely its source puts it.
        time: When it happened or held; None when nobody says.
        is_ended: Whether it is told as over.
        states: What reviewers made of its claims, each once, sorted.
        rank: The letter of a position among answers to one question ("A"); "" for all others.
    """

    parts: tuple[Part, ...]
    notes: tuple[int, ...]
    certainty: Certainty = Certainty.STATED
    time: When | None = None
    is_ended: bool = False
    states: tuple[str, ...] = ()
    rank: str = ""

    @property
    def text(self) -> str:
        """Its words without footnotes."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence and what belongs beside it: denials, the positions of those who disagree."""

    sentence: Sentence
    beside: tuple[Sentence, ...] = ()

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentence and those beside it."""
        yield self.sentence
        yield from self.beside


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a dossier.

    Attributes:
        key: Names it for links: "names", "leadership" …
        title: Its heading.
        about: What stands in it, in our words; says nothing about the subject.
        items: Its sentences.
        gaps: What no report tells: absence, no fact, and so without a footnote.
    """

    key: str
    title: str
    about: str
    items: tuple[Item, ...] = ()
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of the timeline.

    Attributes:
        label: What happened or held, and by whose word.
        time: When; vague and open ends stay so.
        certainty: How surely it is put.
        notes: Numbers of the footnotes that it stands on.
        is_ended: Whether it is told as over.
    """

    label: str
    time: When
    certainty: Certainty
    notes: tuple[int, ...]
    is_ended: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """Somebody whom reports connect with the subject.

    Attributes:
        name: The name to show.
        words: How they are connected: "leads", "member (denied)"; each once.
        documents: Number of reports that connect them.
        notes: Numbers of the footnotes that it stands on.
        is_denied: Whether all that connects them is denied or not known.
    """

    name: str
    words: tuple[str, ...]
    documents: int
    notes: tuple[int, ...]
    is_denied: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """What a dossier was made from; the same basis gives the same dossier, byte for byte.

    Attributes:
        head: The last entry of the ledger's log.
        as_of: Only what was published on this day or before; None for all.
        known_by: Only what was entered by the end of this day, UTC; None for all.
        version: Of Tacitus.
        documents: Number of reports used.
        claims: Number of claims used.
        undated: Number of reports left out because nobody knows whether they were published by `as_of`.
    """

    head: LogHead
    as_of: date | None
    known_by: date | None
    version: str
    documents: int = 0
    claims: int = 0
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Dossier:
    """What reports say on one subject, each sentence with the words that it stands on.

    Attributes:
        name: The name that most documents put first.
        types: What documents take it for, commonest first.
        id: The key that stands for the entity; "" for what has only a description.
        basis: What it was made from.
        sections: In the order in which they are read; those that would be empty are left out.
        timeline: What has a time, by first day.
        ties: Who is connected with it, by name.
        ties_left_out: Number of further ones that the picture has no room for.
        near: Names with keys of others that share a name with it and were not joined.
        footnotes: By number.
    """

    name: str
    types: tuple[EntityType, ...]
    id: str
    basis: Basis
    sections: tuple[Section, ...]
    timeline: tuple[Bar, ...]
    ties: tuple[Tie, ...]
    ties_left_out: int
    near: tuple[str, ...]
    footnotes: tuple[Footnote, ...]

    def sentences(self) -> Iterator[Sentence]:
        """Yield all sentences in order."""
        for section in self.sections:
            for item in section.items:
                yield from item.sentences()
