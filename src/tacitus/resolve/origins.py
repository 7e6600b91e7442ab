"""Independent origins: how many of several reports are one report, printed again or quoted."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from tacitus.model.entity import EntityType
from tacitus.model.ontology import Kind
from tacitus.resolve.credits import agency, credited, sole
from tacitus.resolve.fold import fold
from tacitus.resolve.proper import is_proper
from tacitus.resolve.reprints import Reprint, reprints

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tacitus.model.reading import Reading


class Reason(StrEnum):
    """Why a report has the origin that it has."""

    #: Nothing leads to another report.
    OWN = "own"
    #: Its text is that of another one.
    REPRINT = "reprint"
    #: It says that it has its news from an agency or channel, or is by that agency.
    CREDIT = "credit"
    #: It is by the outlet of an earlier report.
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Account:
    """A report, as far as it shows where its news is from.

    Attributes:
        document: Its id.
        text: Its text.
        outlet: Who published it, or None.
        published: Day of publication, or None when unknown.
        sources: Agencies and channels that all of its news is from by its own words; () when others are quoted too.
    """

    document: str
    text: str
    outlet: str | None = None
    published: date | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the news of one document is from.

    Attributes:
        id: The same for all documents of one origin: "o" and 16 hexadecimal digits.
        name: The agency or channel, else the outlet of the original, else its document id.
        original: Id of the earliest document of this origin.
        reason: Why this document has it.
        of: Id of the document that this one is a reprint of; "" for any other reason.
        share: How much of the shorter of the two texts is in the other, [0, 1]; 0 for any other reason.
    """

    id: str
    name: str
    original: str
    reason: Reason = Reason.OWN
    of: str = ""
    share: float = 0.0

    @property
    def why(self) -> str:
        """The reason in words.

        Examples:
            >>> Origin("o1", "AFP", "d1", Reason.REPRINT, "d1", 0.93).why
            'reprint of d1: 93 % of the shorter text is in both'
        """
        if self.reason is Reason.REPRINT:
            return f"reprint of {self.of}: {self.share:.0%} of the shorter text is in both".replace("%", " %")
        if self.reason is Reason.OUTLET:
            return f"by {self.name}, as {self.original} is"
        return f"credits {self.name}" if self.reason is Reason.CREDIT else "no earlier report of this text or agency"


def account(reading: Reading) -> Account:
    """Return a reading as an account: its events' sources count when they are one agency or channel alone."""
    document = reading.document
    entities = {e.id: e for e in reading.entities}
    quoted = [c.source.speakers[-1] for c in reading.claims if c.kind is Kind.EVENT and c.source.speakers]
    speakers = [entities[s] for s in quoted if s in entities]
    media = [e.name for e in speakers if agency(e.name) or (e.type is EntityType.MEDIA and is_proper(e.name))]
    sources = tuple(media) if len(media) == len(speakers) else ()
    return Account(document.id, document.text, document.outlet, document.published, sources)


def origins(accounts: Iterable[Account]) -> Mapping[str, Origin]:
    """Return document id → where its news is from; the same for any order of the accounts.

    Texts of which one holds most of the other are one origin, and so are reports that credit one agency or channel.
    Where a text is printed several times and one print names the agency, all have it from there. Reports by one outlet
    are one origin too: it does not confirm itself.
    """
    known = {one.document: one for one in accounts}
    pairs = reprints({name: one.text for name, one in known.items()})
    credit_of = dict[str, str]()
    named: defaultdict[str, list[str]] = defaultdict(list)
    for group in _texts(known, pairs):
        credit = next((c for one in group if (c := _credit(known[one]))), "")
        name = credit or known[group[0]].outlet
        named[f"name\x1f{fold(name)}" if name else f"text\x1f{group[0]}"] += group
        credit_of.update(dict.fromkeys(group, credit))
    likest = _likest(known, pairs)
    out: dict[str, Origin] = {}
    for key, members in named.items():
        original = min(members, key=lambda n: _age(known[n]))
        name = credit_of[original] or known[original].outlet or original
        shared = Origin("o" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16], name, original)
        out |= {one: _reasoned(shared, one, credit_of[one], likest.get(one)) for one in members}
    return out


def origin_count(documents: Iterable[str], origins: Mapping[str, Origin]) -> int:
    """Return how many independent origins some documents have; one that nothing is known of counts as its own."""
    return len({origins[d].id if d in origins else d for d in documents})


def counted(documents: Iterable[str], origins: Mapping[str, Origin]) -> str:
    """Return the count of documents and origins in words.

    Examples:
        >>> counted(["d1", "d2"], {})
        '2 articles, 2 origins'
    """
    names = sorted(set(documents))
    count = origin_count(names, origins)
    return f"{len(names)} article{'s' * (len(names) != 1)}, {count} origin{'s' * (count != 1)}"


def _age(one: Account) -> tuple[date, str]:
    """Return what sorts accounts: the earliest first, those without a day last."""
    return (one.published or date.max, one.document)


def _credit(one: Account) -> str | None:
    """Return the agency or channel that a report has its news from: by itself, its dateline, or all its sources."""
    return agency(one.outlet or "") or credited(one.text) or sole(one.sources)


def _texts(known: Mapping[str, Account], pairs: Iterable[Reprint]) -> list[list[str]]:
    """Return the documents in groups of one text, the earliest first in each, and the groups in that order."""
    home = {name: {name} for name in known}
    for pair in pairs:
        if home[pair.one] is not home[pair.other]:
            home[pair.one] |= home[pair.other]
            home.update(dict.fromkeys(home[pair.other], home[pair.one]))
    groups = {id(group): group for group in home.values()}.values()
    return sorted((sorted(g, key=lambda n: _age(known[n])) for g in groups), key=lambda g: _age(known[g[0]]))


def _likest(known: Mapping[str, Account], pairs: Iterable[Reprint]) -> dict[str, Reprint]:
    """Return document → the reprint that ties it to an earlier one, the likest first, of these the earliest."""
    out: dict[str, Reprint] = {}
    for pair in pairs:
        early, late = sorted((pair.one, pair.other), key=lambda n: _age(known[n]))
        made = Reprint(early, late, pair.share)
        best = out.get(late)
        if best is None or (-made.share, _age(known[early])) < (-best.share, _age(known[best.one])):
            out[late] = made
    return out


def _reasoned(shared: Origin, document: str, credit: str, reprint: Reprint | None) -> Origin:
    """Return an origin with the reason why one document has it."""
    if reprint is not None:
        return replace(shared, reason=Reason.REPRINT, of=reprint.one, share=reprint.share)
    if credit:
        return replace(shared, reason=Reason.CREDIT)
    return shared if document == shared.original else replace(shared, reason=Reason.OUTLET)
