"""The fixed forms of questions: what each asks for, with a clause inside that is read on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from tacitus.ask.question import lists
from tacitus.ask.question.pattern import Hole, Pattern, Polarity, Understood
from tacitus.model.ontology import EVENT_ROLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tacitus.model.when import When

#: Words that stand for the hole while a clause is read.
SOMEBODY = lists.words("somebody")
#: What turns a clause round.
NOT = re.compile(r"\s*\b(?:not|never)\b|(?<=\w)n't\b", re.IGNORECASE)
_DOING = re.compile(r"(?:of |having )?[a-z]+ing\b.+", re.IGNORECASE)
_PART_IN = re.compile(
    r"(?:any |all |its |their |his |her |the )?(?:responsibility|involvement|role|part|participation|guilt|blame)"
    r" (?:for|in|of) (?P<C>.+)"
    r"|(?:being|having been|to be|to have been) (?:behind|responsible for|to blame for) (?P<D>.+)",
    re.IGNORECASE,
)
_NOUN_PHRASE = re.compile(r"(?:the|a|an|any|that|this) ", re.IGNORECASE)
#: What stands between a thing and its place.
_IN = re.compile(r"\s+(?:in|at|near|on|outside|inside|around)\s+")
#: What happens to people and places; what is published tells of it.
_HAPPENINGS = tuple(kind for kind in EVENT_ROLES if kind != "publication")
_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)


class ClauseReader(Protocol):
    """Reads what stands inside a form."""

    def clause(self, text: str, source: str | None = None) -> Understood:
        """Return what a clause asks or says, perhaps of a source alone."""
        ...

    def is_place(self, name: str) -> bool:
        """Tell whether the ledger has a place of this name."""
        ...

    def timed(self, words: str) -> tuple[str, When | None]:
        """Return words without the time that they tell, and that time."""
        ...


def bare(words: str) -> str:
    """Return words without an article before them and marks around them."""
    return _ARTICLE.sub("", words.strip(" ,.?\"'“”"))


def _inner(reader: ClauseReader, words: str, actor: str = "Somebody", source: str | None = None) -> Understood:
    """Read what is said: a sentence, "attacking the bridge", or "responsibility for the attack"."""
    part = _PART_IN.fullmatch(words)
    words = (part["C"] or part["D"]) if part is not None else words
    if _DOING.fullmatch(words):
        return reader.clause(f"{actor} was {words.removeprefix('of ')}.", source)
    if part is not None:
        return reader.clause(f"{actor} carried out {words}.", source)
    said = reader.clause(f"{words}.", source)
    if said.pattern is None and _NOUN_PHRASE.match(words):
        return reader.clause(f"{actor} carried out {words}.", source)
    return said


def _done(reader: ClauseReader, words: str, actor: str = "Somebody", source: str | None = None) -> Understood:
    """Read a deed, perhaps by one account: "the attack on the market", "attacking the market"."""
    said = f"{actor} was {words}." if _DOING.fullmatch(words) else f"{actor} carried out {words}."
    return reader.clause(said, source)


def _with(found: Understood, hole: Hole, polarity: Polarity = Polarity.ANY, source: str | None = None) -> Understood:
    if found.pattern is None:
        return found
    made = replace(found.pattern, hole=hole, polarity=polarity, source=source, is_present=False)
    return replace(found, pattern=made)


def _blames(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    return _with(_done(reader, found["C"], found["S"]), Hole.SPEAKER, Polarity.ASSERTED)


def _blamed_by(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    """Read "Whom does X blame for the attack?": who did it, by X."""
    source = bare(found["S"])
    return _with(_done(reader, found["C"], source=source), Hole.WHO, Polarity.ASSERTED, source)


def _accused(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    return _with(_done(reader, found["C"]), Hole.WHO)


def _whether_blamed(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    return _with(_done(reader, found["C"], found["A"]), Hole.WHETHER, Polarity.ASSERTED, bare(found["S"]))


def _whether_accused(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    return _with(_done(reader, found["C"], found["A"]), Hole.WHETHER, Polarity.ASSERTED)


def _whether_claimed(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    """Read "Did X claim the attack?": anybody, or X alone."""
    is_open = found["S"].split()[0].lower() in (*SOMEBODY, "any")
    polarity = Polarity.ASSERTED if is_open else Polarity.ANY
    inner = _with(_done(reader, found["C"], "Somebody" if is_open else found["S"]), Hole.WHETHER, polarity)
    return inner if inner.pattern is None else replace(inner, pattern=replace(inner.pattern, is_claimed=True))


def _claimed_as(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    return _with(_done(reader, found["C"]), Hole.SPEAKER, Polarity.ASSERTED)


def _same(_: ClauseReader, found: Mapping[str, str]) -> Understood:
    """Read "Is X the same as Y?": the words of a claim must name both."""
    names = bare(found["X"]), bare(found["Y"])
    roles = (*(("about", name) for name in names), *(("words", name) for name in names))
    return Understood("", Pattern(Hole.WHETHER, ("alias", "successor"), roles))


def _count_by(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    """Read "How many dead does the hospital count?": by that speaker alone; a place in its name is one of the count."""
    speaker, _, place = bare(found["S"]).partition(" in ")
    first, _, rest = speaker.partition(" ")
    if rest.islower() and not place and reader.is_place(first):
        speaker, place = rest, first
    counted = found.get("N", "") or "dead"
    unit = next((u for u in map(lists.unit_of, reversed(counted.split())) if u in ("killed", "injured")), "")
    verb = "were injured" if unit == "injured" else "were killed"
    noun = " ".join(word for word in counted.split() if not lists.unit_of(word)) or "people"
    where = " ".join(part for part in (f"in {place}" if place else "", _place(found["T"])) if part)
    asked = reader.clause(f"How many {noun} {verb} {where}?".replace(" ?", "?"), speaker)
    return asked if unit else Understood("", None, (), (counted,))


def _place(words: str) -> str:
    rest = words.strip()
    return rest if not rest or re.match(r"(?:in|at|on|near|for|from|during)\b", rest) else f"in {rest}"


def _name(_: ClauseReader, found: Mapping[str, str]) -> Understood:
    return Understood("", Pattern(Hole.NAME, ("alias", "successor"), (("about", bare(found["X"])),)))


def _full_name(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    """Read "What is X short for?"; what is no acronym has other names."""
    made = _name(reader, found)
    is_acronym = bare(found["X"]).isupper()
    return made if made.pattern is None else replace(made, pattern=replace(made.pattern, is_full=is_acronym))


def _name_by(_: ClauseReader, found: Mapping[str, str]) -> Understood:
    """Read "What does X call Y?": the words of a claim must name both."""
    roles = (("about", bare(found["X"])), ("post", bare(found["S"])))
    return Understood("", Pattern(Hole.NAME, ("alias", "successor"), roles))


def unsaid(words: str) -> str:
    """Return a clause without its "not": who says that it was not so denies it; the same words where none stands.

    Examples:
        >>> unsaid("the town was not taken"), unsaid("the town was taken")
        ('the town was taken', 'the town was taken')
    """
    return " ".join(NOT.sub(" ", words).split())


def _says(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    said = unsaid(found["C"])
    polarity = Polarity.ANY if said == found["C"] else Polarity.DENIED
    return _with(_inner(reader, said), Hole.SPEAKER, polarity)


def _said_by(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    """Read "According to whom were ten people killed?"."""
    return _with(reader.clause(f"{found['B'].capitalize()} {found['C']}?"), Hole.SPEAKER)


def _denies(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    return _with(_inner(reader, found["C"]), Hole.SPEAKER, Polarity.DENIED)


def _claimed(reader: ClauseReader, found: Mapping[str, str]) -> Understood | None:
    inner = _with(_done(reader, found["C"]), Hole.WHO)
    return None if inner.pattern is None else replace(inner, pattern=replace(inner.pattern, is_claimed=True))


def _said(reader: ClauseReader, found: Mapping[str, str], polarity: Polarity = Polarity.ANY) -> Understood:
    if _NOUN_PHRASE.match(found["X"]):
        told = reader.clause(f"Somebody carried out {found['X']}.", bare(found["S"]))
        if told.pattern is not None:
            made = replace(told.pattern, hole=Hole.WHAT, polarity=polarity, source=bare(found["S"]), is_present=False)
            return replace(told, pattern=made)
    about, time = reader.timed(found["X"])
    roles = (("about", bare(about)),) if bare(about) else ()
    return Understood("", Pattern(Hole.WHAT, (), roles, source=bare(found["S"]), time=time, polarity=polarity))


def _denied(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    return _said(reader, found, Polarity.DENIED)


def _whether_said(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    source = bare(found["S"])
    said = unsaid(found["C"])
    polarity = Polarity.ASSERTED if said == found["C"] else Polarity.DENIED
    return _with(_inner(reader, said, found["S"], source), Hole.WHETHER, polarity, source)


def _whether_denied(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    source = bare(found["S"])
    return _with(_inner(reader, found["C"], source=source), Hole.WHETHER, Polarity.DENIED, source)


def _happened(reader: ClauseReader, found: Mapping[str, str]) -> Understood | None:
    noun = found.get("E", "").lower()
    sense = lists.sense(noun, "n") or lists.sense(noun.removesuffix("s"), "n") if noun else None
    types = _HAPPENINGS if sense is None else lists.families()[sense.type]
    if noun and sense is None:
        return None
    rest, time = reader.timed(found["T"])
    words = re.sub(r"^(?:in|at|on|near|to|with|around|inside)\b", "", rest.strip()).strip()
    thing, *places = _IN.split(words, maxsplit=1)
    part = "target" if rest.strip().lower().startswith("to ") else "about"
    roles: tuple[tuple[str, str], ...] = ((part, bare(words)),) if bare(words) else ()
    if places and reader.is_place(bare(places[0])):
        roles = ((part, bare(thing)), ("place", bare(places[0])))
    return Understood("", Pattern(Hole.WHAT, types, roles, time=time)) if roles or time else None


def _about(_: ClauseReader, found: Mapping[str, str]) -> Understood:
    return Understood("", Pattern(Hole.WHAT, (), (("about", bare(found["X"])),)))


def _toll(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    rest = re.sub(r"^(?:of|from|for)\b", "in", found["T"].strip())
    return reader.clause(f"How many people died {rest}?")


def _weapon(reader: ClauseReader, found: Mapping[str, str]) -> Understood:
    """Read "Which weapons were used in the attack?", or against something, or in a place."""
    inner = _inner(reader, found["C"])
    if inner.pattern is None:
        inner = reader.clause(f"Somebody attacked {found['C']}.")
    return _with(inner, Hole.WEAPON)


def _unread(_: ClauseReader, found: Mapping[str, str]) -> Understood:
    return Understood("", None, (), (found.get("W", "") or "why or how: claims hold no reasons",))


#: Name of a form in `ask/data/question_forms.tsv` → what reads it; None from a reader leaves it to the clause.
FORMS: Mapping[str, Callable[[ClauseReader, Mapping[str, str]], Understood | None]] = {
    "name": _name,
    "name-by": _name_by,
    "full-name": _full_name,
    "blames": _blames,
    "blamed-by": _blamed_by,
    "accused": _accused,
    "whether-blamed": _whether_blamed,
    "whether-accused": _whether_accused,
    "whether-claimed": _whether_claimed,
    "claimed-as": _claimed_as,
    "same": _same,
    "count-by": _count_by,
    "says": _says,
    "said-by": _said_by,
    "denies": _denies,
    "claimed": _claimed,
    "said": _said,
    "denied": _denied,
    "whether-said": _whether_said,
    "whether-denied": _whether_denied,
    "happened": _happened,
    "about": _about,
    "toll": _toll,
    "weapon": _weapon,
    "unread": _unread,
}
