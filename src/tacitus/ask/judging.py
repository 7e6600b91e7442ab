"""Judgements of people: from what they type to what the ledger keeps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask.groups import KEY, Group, found, rows_named
from tacitus.ask.incidents import every, incident
from tacitus.ask.names import no_such_name
from tacitus.errors import InvalidValueError
from tacitus.ledger.errors import NotRecordedError
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.clusters import standing
from tacitus.resolve.fold import fold
from tacitus.resolve.happening import happening_id
from tacitus.resolve.lists import AliasLists, entry_in
from tacitus.resolve.records import key_of

if TYPE_CHECKING:
    from datetime import datetime

    from tacitus.ledger.contract import View

_TOLD = re.compile(r"[hi][0-9a-f]{16}")
_UNDOABLE = re.compile(r"[jl][0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody judges, who it is, and when.

    Attributes:
        because: In words; never empty.
        author: A person's name. "@" marks rules with their versions and is refused.
        now: With its time zone.

    Raises:
        InvalidValueError: If the reason or the author is empty, or the author looks like a rule.
    """

    because: str
    author: str
    now: datetime

    def __post_init__(self) -> None:
        """Refuse judgements that nobody can check."""
        if not self.because.strip():
            raise InvalidValueError("reason", self.because, "the words that somebody else needs to check the judgement")
        if not self.author.strip() or "@" in self.author:
            raise InvalidValueError("author", self.author, "the name of a person; rules alone have an @ in theirs")


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement with the names that it was made under."""

    judgement: Judgement
    names: tuple[str, str]


def compared(view: View, pair: tuple[str, str], verdict: Verdict, reason: Reason) -> Judged:
    """Return the judgement that two entities, or two incidents, are the same, or are different.

    Args:
        view: Of now.
        pair: Names or keys of both; or the ids of incidents (`i…`), or of what one document tells of one (`h…`).
        verdict: `SAME` or `DIFFERENT`.
        reason: Why, who and when.

    Raises:
        NotRecordedError: If nothing has the name or key, or several entities have it.
        InvalidValueError: If both are the same entity of the same document, or one has only a description.
    """
    keys = tuple(_told(view, name) if _TOLD.fullmatch(name) else _subject(view, name) for name in pair)
    if len(set(keys)) < len(keys) or len({key[0] for key in keys}) > 1:
        allowed = "two incidents, or two entities, each by a name or key (tacitus entities --about NAME lists keys)"
        raise InvalidValueError("pair", " and ".join(pair), allowed)
    judgement = Judgement(tuple(sorted(keys)), verdict, reason.because, reason.author, reason.now)
    return Judged(judgement, (pair[0], pair[1]))


def taken_back(view: View, id_: str, reason: Reason) -> tuple[tuple[Judgement, ...], str]:
    """Return what takes a judgement, or a list of aliases, back, and what that said.

    With a list goes what rules judged by it alone.

    Raises:
        NotRecordedError: If the ledger has no judgement or list with this id.
        InvalidValueError: If it is taken back already.
    """
    said = _said(view, id_)
    earlier = [j for j in standing(view.judgements()) if j.verdict is Verdict.UNDO and j.subject == (id_,)]
    if earlier:
        allowed = f"one that holds; {earlier[0].id} took it back, and can be undone in its turn"
        raise InvalidValueError("judgement to undo", id_, allowed)
    gone = (id_, *_resting_on(view, id_))
    return tuple(Judgement((one,), Verdict.UNDO, reason.because, reason.author, reason.now) for one in gone), said


def _told(view: View, id_: str) -> str:
    """Return the id of a happening that stands for an incident, or the id itself if it is one of a happening."""
    if id_.startswith("i"):
        first = incident(view, id_).incident.tellings[0]
        return happening_id(first.document, first.claims)
    if not any(id_ == happening_id(t.document, t.claims) for one in every(view) for t in one.tellings):
        advice = "tacitus incidents --format json lists what each document tells, with ids that begin with h."
        raise NotRecordedError("happening", id_, (), advice)
    return id_


def _resting_on(view: View, list_: str) -> list[str]:
    """Return the ids of standing judgements that rules made by a list of aliases, and that no other list bears out."""
    held = {row.id: AliasLists(map(entry_in, row.entries)) for row in view.alias_lists()}
    if list_ not in held:
        return []
    stands = standing(view.judgements())
    undone = {j.subject[0] for j in stands if j.verdict is Verdict.UNDO}
    others = [lists for id_, lists in held.items() if id_ != list_ and id_ not in undone]
    by_rule = [j for j in stands if j.is_by_rule and j.verdict is Verdict.SAME]
    named = {key: r.names for r in view.records({key for j in by_rule for key in j.subject}) for key in r.keys}
    pairs = {j.id: (named.get(j.subject[0], ()), named.get(j.subject[1], ())) for j in by_rule}
    return [
        id_
        for id_, (one, other) in pairs.items()
        if set(map(fold, one)).isdisjoint(map(fold, other))
        and _has_both(held[list_], one, other)
        and not any(_has_both(lists, one, other) for lists in others)
    ]


def _has_both(lists: AliasLists, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether an entry of a list has a name of both."""
    found = [{(e.list, e.id) for name in names for e in lists.groups(name)} for names in (one, other)]
    return not found[0].isdisjoint(found[1])


def _said(view: View, id_: str) -> str:
    if _UNDOABLE.fullmatch(id_):
        judged = {j.id: f"{j.verdict}: {j.because}" for j in view.judgements()}
        lists = {row.id: f"the list of aliases {row.name}" for row in view.alias_lists()}
        if id_ in judged or id_ in lists:
            return (judged | lists)[id_]
    advice = (
        "Judgements have ids that begin with j, lists of aliases with l. tacitus entities --judgements lists those on"
        " entities, tacitus review CLAIM those on a claim, tacitus grades your grades."
    )
    raise NotRecordedError("judgement", id_, (), advice)


def _subject(view: View, name: str) -> str:
    """Return the key by which a judgement names an entity.

    Where a name is given whole, a key of that very name: of two names that were joined by mistake, each has its own.
    """
    groups = found(view, name)
    if not groups:
        raise no_such_name("entity", name, view.names())
    if len(groups) > 1:
        advice = "Several entities have this name; give one of these keys (tacitus show KEY tells which it is)."
        raise NotRecordedError("single entity", name, [group.id for group in groups], advice)
    if not groups[0].id:
        raise InvalidValueError(
            "named entity", name, "a proper name; what has only a description is one thing a document"
        )
    return name if KEY.fullmatch(name) else _key(view, name, groups[0])


def _key(view: View, name: str, group: Group) -> str:
    rows = rows_named(view, {fold(name)}, None)
    keys = [key_of(row.document.id, name) for row in rows if (row.document.id, row.entity.id) in group.members]
    return min(keys, default=group.id)
