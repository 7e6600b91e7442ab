"""What `tacitus compare` prints: the accounts of an incident, question by question, and how they stand."""

from __future__ import annotations

from textwrap import shorten, wrap
from typing import TYPE_CHECKING

from tacitus.ask.weigh import Relation
from tacitus.config import Listing
from tacitus.model.ontology import Certainty
from tacitus.terminal.answers import cited
from tacitus.terminal.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tacitus.ask.accounts import Account
    from tacitus.ask.disagree import Answer, Comparison, Position
    from tacitus.ledger.rows import DocumentRow
    from tacitus.terminal.screen import Screen

#: Columns that a line may take.
_WIDTH = 100
#: A contested position tells at most so many of its accounts (another one half), and a line names at most so many
#: documents or voices. JSON has them all.
_LISTED = 4
#: Letters of a quote that are shown.
_QUOTED = 240
#: How a relation is told by the position that it goes out from, and by the one that it goes to.
_TOLD = {
    Relation.CONTRADICT: ("contradicts", "contradicts"),
    Relation.DENY: ("denies", "is denied by"),
    Relation.UPDATE: ("updates", "is updated by"),
    Relation.REFINE: ("refines", "is refined by"),
    Relation.UNKNOWN: ("leaves open", "is left open by"),
    Relation.AGREE: ("fits", "fits"),
}


def show_comparison(comparison: Comparison, form: Listing, screen: Screen) -> None:
    """Write the accounts of an incident side by side: for people, or as one JSON object."""
    if form is Listing.JSON:
        screen.json(to_object(comparison))
        return
    screen.heading(title(comparison))
    for document in comparison.documents:
        for text in _wrapped("- ", f"{cited(document)}{_reprint(document, comparison)}"):
            screen.data(f"{text}\n")
    for answer in comparison.answers:
        screen.data("\n")
        screen.heading(f"{answer.question.words}{' Contested.' if answer.is_contested else ''}")
        for text in told(answer):
            screen.data(f"{text}\n")


def title(comparison: Comparison) -> str:
    """Return id and kinds of the incident, and how many articles and origins tell of it."""
    kinds = ", ".join(comparison.types[:_LISTED])
    trend = "a campaign or a sum of actions" if comparison.incident.is_trend else ""
    parts = (comparison.incident.id, kinds, trend, counted(comparison.documents, comparison.origin_ids))
    return " · ".join(part for part in parts if part)


def told(answer: Answer) -> Iterator[str]:
    """Yield the lines on one question: each position with its letter, who takes it, and how it stands to others."""
    most = _LISTED if answer.is_contested else _LISTED // 2
    for number, position in enumerate(answer.positions):
        yield from _wrapped(f"{letter(number)}. ", f"{value(position)} · {_backed(position)}")
        for one in position.accounts[:most]:
            yield from _wrapped("   ", f"{who_says(one)}: “{shorten(one.quote, _QUOTED, placeholder=' …')}”")
        if len(position.accounts) > most:
            yield f"   and {len(position.accounts) - most} more"
        links = "; ".join(standing(answer, number))
        if links:
            yield from _wrapped("   → ", links)
    if answer.silent:
        yield from _wrapped("Silent: ", _some([voice.name for voice in answer.silent]))


def value(position: Position) -> str:
    """Return an answer in words with how surely it is given, when that is not flatly stated."""
    if position.certainty is Certainty.UNKNOWN:
        return "not known" if position.words == "not known" else f"not known whether {position.words}"
    if position.certainty is Certainty.DENIED:
        return "no" if position.words == "no" else f"not {position.words}"
    return position.words if position.certainty is Certainty.STATED else f"{position.words} ({position.certainty})"


def standing(answer: Answer, number: int) -> Iterator[str]:
    """Yield how a position stands to the others: "contradicts B", "is denied by C"."""
    for relation in Relation:
        out = [link.other for link in answer.links if link.relation is relation and link.one == number]
        into = [link.one for link in answer.links if link.relation is relation and link.other == number]
        forth, back = _TOLD[relation]
        if forth == back:
            out, into = sorted([*out, *into]), []
        told = ((forth, out), (back, into))
        yield from (f"{words} {', '.join(map(letter, found))}" for words, found in told if found)


def letter(number: int) -> str:
    """Return the letter of a position, counted from 0: letters are not taken for tolls.

    Examples:
        >>> letter(0), letter(25), letter(26), letter(52)
        ('A', 'Z', 'AA', 'BA')
    """
    last = chr(ord("A") + number % 26)
    return last if number < 26 else letter(number // 26 - 1) + last


def counted(documents: Iterable[DocumentRow], origins: Iterable[str]) -> str:
    """Return how many articles and how many independent origins: "4 articles, 2 origins"."""
    return ", ".join(
        f"{number} {noun}{'s' if number != 1 else ''}"
        for number, noun in ((len(tuple(documents)), "article"), (len(tuple(origins)), "origin"))
    )


def who_says(one: Account) -> str:
    """Return who says it, in which reports, and how surely when it is not the way of the whole position."""
    reports = _some(list(dict.fromkeys(_report(document) for document in one.documents)))
    if one.is_own:
        return f"{reports} (own voice)"
    return f"{one.voice.name}, in {reports}"


def to_object(comparison: Comparison) -> dict[str, object]:
    """Return a comparison as a JSON object; positions are numbered from 1 in `links`."""
    return {
        "incident": comparison.incident.id,
        "is_trend": comparison.incident.is_trend,
        "types": list(comparison.types),
        "documents": [
            {
                "id": document.id,
                "title": document.title,
                "outlet": document.outlet,
                "published": document.published.isoformat() if document.published else None,
                "origin": comparison.origins[document.id],
            }
            for document in comparison.documents
        ],
        "origins": len(comparison.origin_ids),
        "questions": [_answer_object(answer) for answer in comparison.answers],
    }


def _answer_object(answer: Answer) -> dict[str, object]:
    return {
        "question": str(answer.question),
        "is_contested": answer.is_contested,
        "positions": [
            {
                "value": position.words,
                "certainty": str(position.certainty),
                "origins": len(position.origins),
                "accounts": [_account_object(one) for one in position.accounts],
            }
            for position in answer.positions
        ],
        "links": [
            {"from": link.one + 1, "relation": str(link.relation), "to": link.other + 1} for link in answer.links
        ],
        "silent": [voice.name for voice in answer.silent],
    }


def _account_object(one: Account) -> dict[str, object]:
    return {
        "speaker": None if one.is_own else one.voice.name,
        "chain": list(one.rows[0].speakers),
        "value": one.words or None,
        "certainty": str(one.certainty),
        "first": one.first.isoformat() if one.first else None,
        "last": one.last.isoformat() if one.last else None,
        "documents": [document.id for document in one.documents],
        "origins": list(one.origins),
        "claims": [row.claim.id for row in one.rows],
        "quote": one.quote,
    }


def _reprint(document: DocumentRow, comparison: Comparison) -> str:
    """Return a word on a document that shares its origin with one that stands before it."""
    origin = comparison.origins[document.id]
    first = next(d for d in comparison.documents if comparison.origins[d.id] == origin)
    return "" if first.id == document.id else f" (same origin as {_report(first)})"


def _report(document: DocumentRow) -> str:
    name = document.outlet or document.title or document.id
    return f"{name} of {document.published}" if document.published else name


def _backed(position: Position) -> str:
    return counted(position.documents, position.origins)


def _some(names: list[str]) -> str:
    more = len(names) - _LISTED
    return "; ".join(names[:_LISTED]) + (f" and {more} more" if more > 0 else "")


def _wrapped(begin: str, text: str) -> Iterator[str]:
    yield from wrap(
        one_line(text),
        _WIDTH,
        initial_indent=begin,
        subsequent_indent=" " * len(begin),
        break_long_words=False,
        break_on_hyphens=False,
    )
