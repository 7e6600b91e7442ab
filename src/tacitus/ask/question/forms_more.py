"""More fixed forms of questions: what is owned, where fire came from, in what a place lies, how strong, with whom."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.ask.question import lists
from tacitus.ask.question.forms import bare
from tacitus.ask.question.pattern import Hole, Pattern, Polarity, Understood
from tacitus.extract.lexicon import typed_words
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tacitus.ask.question.forms import ClauseReader

_OWNED = frozenset({EntityType.FACILITY, EntityType.THING})
#: Of so many words is a post that its last word alone does not tell.
_WORDY = 2
_WHERE = re.compile(r"^(?:in|at|on|near|around|to|from|during|by)\s+", re.IGNORECASE)
#: Words behind which a description says where something is.
_BESIDE = re.compile(r"\s+(?:in|at|near)\s+", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(?:of|in|at|near|north|south|east|west|on|for)\b", re.IGNORECASE)


def _within(reader: ClauseReader, found: Mapping[str, str]) -> Understood | None:
    """Read "In which province is Mirzakh?": only of a place that the ledger has."""
    name = bare(found["X"])
    if not reader.is_place(name):
        return None
    noun = found.get("N", "").lower()
    return Understood("", Pattern(Hole.WITHIN, (), (("about", name),), people=noun))


def _post(reader: ClauseReader, found: Mapping[str, str]) -> Understood | None:
    """Read "Who is the deputy mayor of Dura?": one whose post has all these words, whatever the post ties them by."""
    words = [w for w in found["P"].lower().split() if w not in lists.words("free") | {"the", "a", "an", "new"}]
    relation = lists.relation_of(words[-1]) if words else ""
    if found["P"] != found["P"].lower() or relation not in ("leads", "member", "associate"):
        return None
    inner = reader.clause(f"Who {found['B']} the {words[-1]} {found['R']}?")
    if inner.pattern is None or not inner.pattern.given("target"):
        return None
    if len(words) < _WORDY:
        return inner
    roles = (*(pair for pair in inner.pattern.roles if pair[0] != "post"), ("post", " ".join(words)))
    types = tuple(dict.fromkeys((*inner.pattern.types, "member", "leads")))
    return replace(inner, pattern=replace(inner.pattern, types=types, roles=roles))


def _runs(reader: ClauseReader, found: Mapping[str, str]) -> Understood | None:
    """Read "Who runs the hospital?": who leads it; of a place, who holds it."""
    is_held = reader.is_place(bare(found["X"]))
    return None if is_held else reader.clause(f"{found['W'].capitalize()} leads {found['X']}?")


def _strength(_: ClauseReader, found: Mapping[str, str]) -> Understood | None:
    name = bare(found["X"])
    noun = found.get("N", "").lower().split()
    if noun and noun[-1] not in lists.words("fighters"):
        return None
    return Understood("", Pattern(Hole.STRENGTH, (), (("about", name),)))


def _whether_ordered(reader: ClauseReader, found: Mapping[str, str]) -> Understood | None:
    """Read "Did X order the killing of Y?": only claims that speak of an order."""
    inner = reader.clause(f"{found['A']} carried out {found['C']}.")
    if inner.pattern is None:
        return None
    roles = (*inner.pattern.roles, ("words", "order"))
    return replace(inner, pattern=replace(inner.pattern, hole=Hole.WHETHER, roles=roles, is_offered=True))


def _ordering_denied(reader: ClauseReader, found: Mapping[str, str]) -> Understood | None:
    """Read "Who denied ordering the killing of Y?"."""
    made = _whether_ordered(reader, {"A": "Somebody", "C": found["C"]})
    if made is None or made.pattern is None:
        return None
    return replace(made, pattern=replace(made.pattern, hole=Hole.SPEAKER, polarity=Polarity.DENIED))


def _owner(_: ClauseReader, found: Mapping[str, str]) -> Understood | None:
    """Read "To whom did the bombed facility belong?": only of a thing; people belong elsewhere."""
    name = bare(found["X"])
    head = _BEHIND.split(name)[0].lower().split()[-1:]
    kinds = {typed_words("head_types.tsv").get(word) for word in head}
    if not kinds & _OWNED:
        return None
    thing, *places = _BESIDE.split(name)
    roles = (("target", thing), *(("words", bare(place)) for place in places))
    return Understood("", Pattern(Hole.WHO, lists.families()["owns"], roles))


def _from(reader: ClauseReader, found: Mapping[str, str]) -> Understood | None:
    """Read "From where were the rockets launched?": the weapon is given, and perhaps where and when it struck."""
    rest, time = reader.timed(found["T"])
    place = bare(_WHERE.sub("", rest.strip()))
    part = "place" if reader.is_place(place) else "target"
    roles = (("weapon", bare(found["W"])), *(((part, place),) if place else ()))
    return Understood("", Pattern(Hole.FROM, lists.families()["attack"], roles, time=time))


def _whence(found: Mapping[str, str], hole: Hole, polarity: Polarity = Polarity.ANY) -> Understood:
    """Read what says whence something was fired: the claim must name that place in its words, behind "from"."""
    names = tuple(("words", f"from {bare(_WHERE.sub('', name))}") for name in _BEHIND.split(found["P"]))
    roles = (("weapon", bare(found["W"])), *names)
    return Understood("", Pattern(hole, lists.families()["attack"], roles, polarity=polarity))


def _whence_says(_: ClauseReader, found: Mapping[str, str]) -> Understood:
    """Read "Who says that the shells came from the base near Dura?"."""
    polarity = Polarity.DENIED if found["S"].lower().startswith("den") else Polarity.ANY
    return _whence(found, Hole.SPEAKER, polarity)


def _whence_whether(_: ClauseReader, found: Mapping[str, str]) -> Understood:
    """Read "Were the rockets fired from the base near Dura?"."""
    return _whence(found, Hole.WHETHER)


def _from_clause(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    inner = reader.clause(f"Where {found['C']}?")
    return inner if inner.pattern is None else replace(inner, pattern=replace(inner.pattern, hole=Hole.FROM))


def _where(reader: ClauseReader, found: Mapping[str, str]) -> Understood | None:
    """Read "In which town was X attacked?": a place of that kind alone."""
    noun = found["N"].lower()
    if noun not in lists.words("area") | lists.words("settlement"):
        return None
    inner = reader.clause(f"Where {found['C']}?")
    return inner if inner.pattern is None else replace(inner, pattern=replace(inner.pattern, people=noun))


def _with(reader: ClauseReader, found: Mapping[str, str]) -> Understood | None:
    """Read "With whom did X conduct joint attacks?"."""
    inner = reader.clause(f"Did {found['X']} carry out {found['C']}?")
    if inner.pattern is None or not inner.pattern.given("actor"):
        return None
    return replace(inner, pattern=replace(inner.pattern, hole=Hole.WITH))


def _with_doing(reader: ClauseReader, found: Mapping[str, str]) -> Understood | None:
    """Read "Who attacked the market together with X?"."""
    inner = reader.clause(f"{found['X']} {found['V']}{found['C']}.")
    if inner.pattern is None:
        types = lists.families()["attack"]
        inner = Understood("", Pattern(Hole.WITH, types, (("actor", bare(found["X"])),))) if not found["C"] else inner
    return inner if inner.pattern is None else replace(inner, pattern=replace(inner.pattern, hole=Hole.WITH))


#: Name of a form in `ask/data/question_forms.tsv` → what reads it; None from a reader leaves it to the clause.
MORE: Mapping[str, Callable[[ClauseReader, Mapping[str, str]], Understood | None]] = {
    "within": _within,
    "post": _post,
    "runs": _runs,
    "strength": _strength,
    "owner": _owner,
    "whether-ordered": _whether_ordered,
    "ordering-denied": _ordering_denied,
    "from": _from,
    "whence-says": _whence_says,
    "whence-whether": _whence_whether,
    "from-clause": _from_clause,
    "with": _with,
    "with-doing": _with_doing,
    "where": _where,
}
