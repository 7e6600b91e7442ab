"""Entries from what a list says: names tidied, dates read, entries of one id joined."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from tacitus.errors import InvalidValueError
from tacitus.gazetteer.problems import Trouble
from tacitus.model import edtf
from tacitus.model.entity import EntityType
from tacitus.resolve.fold import fold
from tacitus.resolve.lists import AliasEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

#: Code points of a name: a longer one is a remark.
LONGEST = 200
#: Names of one kind that an entry keeps: Wikidata has countries by several hundred names.
MOST = 1000
_UNPARTED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
_CODE = 2  # letters of ISO 3166-1
NO_ID = Trouble("It has no id.", "Look whether the file was changed after it was downloaded.")
NO_NAME = Trouble("It has no name.", "Give it one, or leave it out.")


@dataclass(frozen=True, slots=True)
class Said:
    """Names as a list gives them, the one to show first.

    Attributes:
        names: Names that mean the thing.
        weak: Names that many others have too.
        former: Names that it gave up.
    """

    names: Iterable[str]
    weak: Iterable[str] = ()
    former: Iterable[str] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """First and last day on which names mean a thing, both inclusive; None where it is open."""

    since: date | None = None
    until: date | None = None


_ALWAYS = Term()


def entry(
    identity: str, type_: EntityType | None, said: Said, term: Term = _ALWAYS, note: str = ""
) -> AliasEntry | Trouble:
    """Return an entry of a list yet to be named, or what is wrong with it.

    A name stands in one place only: a name in use before a former one before a weak one.
    """
    names, former = tidied(said.names), tidied(said.former)
    if not names or not identity:
        return NO_NAME if identity else NO_ID
    return AliasEntry(
        id=identity,
        list="",
        type=type_,
        names=tuple(names.values()),
        weak=tuple(name for key, name in tidied(said.weak).items() if key not in names and key not in former),
        former=tuple(name for key, name in former.items() if key not in names),
        since=term.since,
        until=term.until,
        note=" ".join(note.split())[:LONGEST],
    )


def loosened(said: Said, type_: EntityType | None) -> Said:
    """Return names of others' lists with those made weak that many others have: parts of persons' names, codes.

    One word of a person's fuller name; two letters beside a fuller name of a state, which are its code in tables.

    Examples:
        >>> loosened(Said(["Ivan Zendan", "Zendan"]), EntityType.PERSON)
        Said(names=['Ivan Zendan'], weak=['Zendan'], former=())
        >>> loosened(Said(["Zembla", "ZE"]), EntityType.STATE).weak
        ['ZE']
    """
    names = [name for name in said.names if name.strip()]
    whole = [name for name in names if not _is_loose(name, type_)]
    if not any(not _is_unparted(name) for name in whole):
        return replace(said, names=names)
    return replace(said, names=whole, weak=[*said.weak, *(name for name in names if name not in whole)])


def _is_loose(name: str, type_: EntityType | None) -> bool:
    if _is_unparted(name):
        return False
    return (type_ is EntityType.PERSON and len(name.split()) == 1) or (type_ is EntityType.STATE and len(name) <= _CODE)


def _is_unparted(name: str) -> bool:
    """Tell whether a name is in a script that puts no spaces between words."""
    return unicodedata.name(name.strip()[0], "").startswith(_UNPARTED)


def tidied(names: Iterable[str]) -> dict[str, str]:
    r"""Return folded names to names: without control signs, without what is no name, each once.

    Examples:
        >>> tidied(["Zendan  Front", "zendan front", "—", "\u202bZF"])
        {'zendan front': 'Zendan Front', 'zf': 'ZF'}
    """
    found: dict[str, str] = {}
    for name in names:
        shown = name if name.isprintable() else "".join(c for c in name if not _is_sign(c))
        plain = " ".join(shown.split())
        if len(plain) <= LONGEST and any(c.isalpha() for c in plain) and len(found) < MOST:
            found.setdefault(fold(plain), plain)
    return found


def _is_sign(char: str) -> bool:
    """Tell whether a character steers the terminal or the direction of writing, or is half a surrogate pair."""
    return not char.isprintable() and not char.isspace() and char not in "\u200c\u200d"  # joiners spell Persian


def day(text: str, *, is_last: bool) -> date | Trouble | None:
    """Return the first or last day of a date, None for an empty one, or what is wrong with it.

    Examples:
        >>> day("2013-04", is_last=True), day("", is_last=False)
        (datetime.date(2013, 4, 30), None)
    """
    if not text:
        return None
    try:
        bounds = edtf.bounds(text)
    except InvalidValueError:
        return Trouble(f"{text!r} is no date.", "Write it as 2013-04-30, 2013-04 or 2013.")
    return bounds.latest if is_last else bounds.earliest


def term(since: str, until: str) -> Term | Trouble:
    """Return first and last day from two dates, or what is wrong with them."""
    first, last = day(since, is_last=False), day(until, is_last=True)
    for found in (first, last):
        if isinstance(found, Trouble):
            return found
    whole = Term(first, last)  # type: ignore[arg-type]
    if whole.since and whole.until and whole.since > whole.until:
        return Trouble(f"It ends ({until}) before it begins ({since}).", "Look whether since and until are swapped.")
    return whole


def hashed(*parts: object) -> str:
    """Return an id for what has none in its list: "a" and 16 hexadecimal digits."""
    text = "\x1f".join(str(part) for part in parts)
    return "a" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def joined(entries: Sequence[AliasEntry]) -> AliasEntry:
    """Return entries of one id as one: all names, the first type and note there is, the widest time."""
    first = entries[0]
    if len(entries) == 1:
        return first
    said = Said(*(chain.from_iterable(names) for names in zip(*map(_names, entries), strict=True)))
    since, until = [one.since for one in entries], [one.until for one in entries]
    whole = Term(
        None if None in since else min(day for day in since if day),
        None if None in until else max(day for day in until if day),
    )
    type_ = next((one.type for one in entries if one.type), None)
    found = entry(first.id, type_, said, whole, next((one.note for one in entries if one.note), ""))
    return first if isinstance(found, Trouble) else replace(found, list=first.list)


def _names(one: AliasEntry) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    return one.names, one.weak, one.former
