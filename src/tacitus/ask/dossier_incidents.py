"""The incidents of a dossier: who tells of each, the tolls they give, and the questions on which they disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask.disagree import compare
from tacitus.ask.dossier_clauses import day_words, listed
from tacitus.ask.dossier_parts import Item, Part, Sentence
from tacitus.ask.dossier_telling import documents, items, outlet, sentence
from tacitus.ask.incidents import IncidentFile, every
from tacitus.ask.questions import COUNTED
from tacitus.ask.weigh import Relation
from tacitus.ledger.filter import ClaimFilter
from tacitus.model.ontology import Certainty
from tacitus.model.when import interval
from tacitus.resolve.origins import account, origins

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from tacitus.ask.accounts import Account
    from tacitus.ask.disagree import Answer, Comparison, Position
    from tacitus.ask.dossier_notes import Key, Material
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.when import When

#: An incident and all claims of its documents.
Found = tuple[IncidentFile, "tuple[ClaimRow, ...]"]

#: How many reports a heading names, and how many accounts a position tells; footnotes have them all.
_NAMED = 6
#: How one position stands to another, by the one that the relation goes out from and by the one that it goes to.
_STANDS = {
    Relation.CONTRADICT: ("contradicts", "contradicts"),
    Relation.DENY: ("denies", "is denied by"),
    Relation.UPDATE: ("updates", "is updated by"),
    Relation.REFINE: ("is more exact than", "is less exact than"),
    Relation.UNKNOWN: ("leaves open", "is left open by"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """An incident that the subject takes part in.

    Attributes:
        file: The incident with all its claims.
        comparison: The accounts of it, side by side.
        own: Those of its claims that speak of the subject.
    """

    file: IncidentFile
    comparison: Comparison
    own: tuple[ClaimRow, ...]


def incident_files(view: View, own: Collection[str], as_of: date | None) -> tuple[Found, ...]:
    """Return the incidents that have one of these claims, with all claims of their documents, in time order.

    Args:
        view: Of now, or of an earlier moment of the record clock.
        own: Ids of claims in which the subject takes part.
        as_of: Only what was published on this day or before.
    """
    out = []
    for one in every(view, as_of):
        if not set(own).isdisjoint(one.claims):
            rows = tuple(row for d in one.documents for row in view.claims(ClaimFilter(document=d)))
            by_id = {row.claim.id: row for row in rows}
            known = origins(account(view.reading(view.document(d).reading)) for d in one.documents)
            out.append((IncidentFile(one, tuple(by_id[c] for c in one.claims if c in by_id), known), rows))
    return tuple(sorted(out, key=lambda f: (f[0].days is None, f[0].days or (), f[0].incident.id)))


def told_of(found: Found, own: Collection[str], material: Material) -> Told:
    """Return an incident with its accounts side by side, and with its claims on the subject."""
    file, rows = found

    def same(one: Key, other: Key) -> bool:
        is_subject = one in material.members and other in material.members
        return (
            one == other or is_subject or (one in material.homes and material.homes[one] == material.homes.get(other))
        )

    sides = compare(file.incident, rows, same, {d: origin.id for d, origin in file.origins.items()})
    return Told(file, sides, tuple(row for row in file.rows if row.claim.id in own))


def incident_item(told: Told, material: Material) -> Item:
    """Return one incident: how many tell of it, what they say of the subject in it, and the tolls that they give."""
    file = told.file
    firsts = list({row.document.id: row for row in reversed(file.rows)}.values())[::-1]
    articles = documents(firsts)
    named = list(dict.fromkeys(outlet(d) for d in articles))
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    many = f"{len(articles)} article{'s' * (len(articles) != 1)}, {_origins(file.origin_count)}"
    verb = "tell" if len(articles) > 1 else "tells"
    parts = (Part(f"{many} {verb} of "), *happening(file), Part(": "), *listed(named[:_NAMED]), Part(f"{more}."))
    heading = sentence(parts, firsts, material)
    heading = Sentence(heading.parts, heading.notes, time=_days(file), states=heading.states)
    own = [s for item in items(told.own, material) for s in item.sentences()]
    tolls = (a for a in told.comparison.answers if a.question in COUNTED)
    return Item(heading, (*own, *(s for a in tolls for s in positions(a, material, f"{a.question.words} "))))


def happening(file: IncidentFile) -> Iterator[Part]:
    """Yield what an incident is: its kind, place and days, and its id."""
    kind = file.types[0]
    call = "what they call" if len(file.documents) > 1 else "what it calls"
    yield Part(
        f"{call} {'an' if kind[0] in 'aeio' else 'a'} {kind}" if kind != "other" else "an event of no other kind"
    )
    places = file.names("place")
    if places:
        yield Part(" at ")
        yield from listed(places[:1])
    days = file.days
    if days is not None:
        yield Part(
            f" on {day_words(days[0])}" if days[0] == days[1] else f" between {' and '.join(map(day_words, days))}"
        )
    yield Part(f" (incident {file.incident.id})")


def disputes(told: Told, material: Material) -> Iterator[Item]:
    """Yield the questions on which accounts of an incident contradict or deny each other, with all positions.

    Numbers stand beside the incident itself.
    """
    for answer in told.comparison.answers:
        if answer.is_contested and answer.question not in COUNTED:
            firsts = [position.accounts[0].rows[0] for position in answer.positions]
            parts = (Part(f"{answer.question.words} Accounts differ on "), *happening(told.file), Part("."))
            heading = sentence(parts, firsts, material)
            yield Item(
                Sentence(heading.parts, heading.notes, states=heading.states), tuple(positions(answer, material, ""))
            )


def positions(answer: Answer, material: Material, before: str) -> Iterator[Sentence]:
    """Yield the positions on a question, each with who takes it and how it stands to the others.

    Args:
        answer: All positions on the question.
        material: For footnotes.
        before: Words before each: the question, where no heading tells it; else "".
    """
    for number, position in enumerate(answer.positions):
        rows = [row for one in position.accounts for row in one.rows]
        parts = [Part(before), *_value(position), Part(" — so "), *_takers(position)]
        parts.append(Part(f" ({len(position.documents)} article{'s' * (len(position.documents) != 1)}, "))
        parts.append(Part(f"{_origins(len(position.origins))})"))
        links = "; ".join(_standing(answer, number))
        parts.append(Part(f"; {links}." if links else "."))
        made = sentence(parts, rows, material, letter(number) if len(answer.positions) > 1 else "")
        yield Sentence(made.parts, made.notes, position.certainty, None, states=made.states, rank=made.rank)


def letter(number: int) -> str:
    """Return the letter of a position, counted from 0.

    Examples:
        >>> letter(0), letter(25), letter(26)
        ('A', 'Z', 'AA')
    """
    last = chr(ord("A") + number % 26)
    return last if number < 26 else letter(number // 26 - 1) + last


def _value(position: Position) -> Iterator[Part]:
    is_open = position.certainty is Certainty.UNKNOWN
    if is_open and position.words != "not known":
        yield Part("not known whether ")
    elif position.certainty is Certainty.DENIED and position.words != "no":
        yield Part("not ")
    yield Part(position.words, is_given=True)
    if position.certainty not in (Certainty.STATED, Certainty.DENIED, Certainty.UNKNOWN):
        yield Part(f" ({position.certainty})")


def _takers(position: Position) -> Iterator[Part]:
    for at, one in enumerate(position.accounts[:_NAMED]):
        if at:
            yield Part("; ")
        yield from _taker(one)
    if len(position.accounts) > _NAMED:
        yield Part(f"; and {len(position.accounts) - _NAMED} more")


def _taker(one: Account) -> Iterator[Part]:
    reports = list(dict.fromkeys(outlet(d) for d in one.documents))
    if not one.is_own:
        yield Part(one.voice.name, is_given=True)
        yield Part(", in ")
    yield from listed(reports[:_NAMED])
    if one.first:
        yield Part(f" ({day_words(one.first)})")


def _standing(answer: Answer, number: int) -> Iterator[str]:
    for relation, (forth, back) in _STANDS.items():
        out = [link.other for link in answer.links if link.relation is relation and link.one == number]
        into = [link.one for link in answer.links if link.relation is relation and link.other == number]
        if forth == back:
            out, into = sorted([*out, *into]), []
        yield from (f"{words} {', '.join(map(letter, at))}" for words, at in ((forth, out), (back, into)) if at)


def _origins(count: int) -> str:
    return f"{count} origin{'s' * (count != 1)}"


def _days(file: IncidentFile) -> When | None:
    return interval(*file.days) if file.days else None
