"""A claim told as a clause of English: "there was a bombing of the bridge by Jaysh al-Fajr at Tirsa"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tacitus import tables
from tacitus.ask.dossier_parts import Part
from tacitus.ask.tolls import share
from tacitus.model.count import Count
from tacitus.model.entity import EntityType
from tacitus.model.ontology import TEXT_ROLES, Status
from tacitus.model.when import Precision
from tacitus.resolve.fold import fold
from tacitus.resolve.proper import is_proper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.claim import Value
    from tacitus.model.when import When

#: Role → those who fill it, and whether a verb stands in its form for several.
Filled = dict[str, tuple[tuple[str, ...], bool]]

#: Roles that are told after a comma, so that a time after them needs one too.
_COMMAS = frozenset({"topic", "from", "victim", "killed", "injured", "count"})
_BEGUN = ("there was", "there were")
#: What EDTF marks say of a date.
_MARKS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_PLAIN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")
_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_TOKEN = re.compile(r"\{(?P<role>\w+)\}|<(?P<one>[^|>]*)\|(?P<many>[^>]*) (?P<by>\w+)>|(?P<words>[^{<]+)")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@cache
def table(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return first field → the others, for a list of `ask/data`."""
    return {key: tuple(rest) for key, *rest in tables.rows("tacitus.ask.data", name)}


def clause(row: ClaimRow) -> tuple[Part, ...]:
    """Return who did what to whom, or what holds, with place, numbers and time; names as the report writes them."""
    filled = _filled(row)
    patterns = table("dossier_clauses.tsv")
    told = next((p for p in patterns[row.claim.type] if _has_all(p, filled)), None)
    begun = told or f"there was a claim of the type {row.claim.type}"
    parts = [*render(_in_tense(begun, row.claim.status), filled), *render(patterns["tail"][0], filled)]
    if told is None:
        parts += _leftover(filled)
    if row.claim.time is not None:
        apart = "," if _COMMAS & filled.keys() else ""
        parts.append(Part(f"{apart} {when_words(row.claim.time)}"))
    if row.claim.values("ended"):
        parts.append(Part(", told as over"))
    return tuple(parts)


def render(pattern: str, filled: Filled) -> Iterator[Part]:
    """Yield the words of a pattern of `data/dossier_clauses.tsv` with those who fill it."""
    for at, piece in enumerate(_OPTIONAL.split(pattern)):
        if at % 2 and not _has_all(piece, filled):
            continue
        for token in _TOKEN.finditer(piece):
            if token["role"]:
                yield from listed(filled[token["role"]][0])
            elif token["by"]:
                yield Part(token["many"] if filled[token["by"]][1] else token["one"])
            else:
                yield Part(token["words"])


def listed(names: Sequence[str]) -> Iterator[Part]:
    """Yield names with commas and a last "and" between them."""
    for at, name in enumerate(names):
        if at:
            yield Part(" and " if at == len(names) - 1 else ", ")
        yield Part(name, is_given=True)


def day_words(day: date) -> str:
    """Return a day in words.

    Examples:
        >>> from datetime import date
        >>> day_words(date(2024, 3, 4))
        '4 March 2024'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def when_words(time: When) -> str:
    """Return a time in words, as vague as it is; what has no plain words is given as EDTF.

    Examples:
        >>> from tacitus.model.when import When
        >>> [when_words(When(e)) for e in ("2024-03-04", "2024-03", "2016~", "2019-06-24/..", "../2019-08")]
        ['on 4 March 2024', 'in March 2024', 'about 2016', 'since 24 June 2019', 'until August 2019']
        >>> when_words(When("2019-01/2019-04")), when_words(When("XXXX-05-14"))
        ('between January 2019 and April 2019', 'at the time XXXX-05-14 (EDTF)')
    """
    first, slash, last = time.edtf.partition("/")
    low, high = _point(first), _point(last)
    if not slash and low:
        return low if time.is_approximate else f"{'on' if time.precision is Precision.DAY else 'in'} {low}"
    if low and high:
        return f"between {low} and {high}"
    if low and last == "..":
        return f"since {low}"
    return f"until {high}" if high and first == ".." else f"at the time {time.edtf} (EDTF)"


def _point(edtf: str) -> str:
    """Return a day, month or year in words, with its doubts; "" for all else."""
    bare = edtf[:-1] if edtf.endswith(("~", "?", "%")) else edtf
    about = _MARKS[edtf[len(bare) :]]
    if not _PLAIN.fullmatch(bare):
        return ""
    year, month, day = (int(part) if part else 0 for part in (*bare.split("-"), "", "")[:3])
    words = (str(day) if day else "", _MONTHS[month - 1] if month else "", str(year))
    return about + " ".join(word for word in words if word)


def is_plural(names: Sequence[str], *, are_people: bool) -> bool:
    """Tell whether a verb after these names stands in its form for several.

    Examples:
        >>> is_plural(["Fighters of JAF"], are_people=True), is_plural(["spokesman for JAF"], are_people=True)
        (True, False)
        >>> is_plural(["United States"], are_people=False), is_plural(["A", "B"], are_people=False)
        (False, True)
        >>> is_plural(["coast troops"], are_people=False)
        True
    """
    head = re.split(r" (?:of|for|from|in|at|who|that) ", names[0])[0].split() if names else []
    last = head[-1] if head else ""
    is_led = len(head) == 1 and names[0] != last  # "Units of the brigade", not "United States"
    is_many = last.endswith(("s", "people", "men", "women", "children")) and (are_people or last.islower() or is_led)
    return len(names) > 1 or is_many


def alias_names(row: ClaimRow) -> tuple[str, ...]:
    """Return the names that the words of an alias claim hold, in the order of the words; else all proper ones."""
    entity = next((e for e in row.entities if e.id in row.claim.values("subject")), None)
    if entity is None:
        return ()
    said = f" {fold(' '.join(row.quotes))} "
    first: dict[str, str] = {}
    for name in entity.names:
        first.setdefault(fold(name), name)
    inside = [key for key in first if f" {key} " in said and is_proper(first[key])]
    if len(inside) < 2:
        return tuple(name for name in first.values() if is_proper(name)) or tuple(first.values())
    return tuple(first[key] for key in sorted(inside, key=lambda key: (said.index(f" {key} "), key)))


def _filled(row: ClaimRow) -> Filled:
    roles = dict.fromkeys(arg.role for arg in row.claim.args if arg.value is not True)
    filled = {role: _of_role(row, role) for role in roles}
    if row.claim.type == "alias":
        first, *further = alias_names(row) or ("?",)
        filled |= {"subject": ((first,), False)} | ({"object": (tuple(further), False)} if further else {})
    return filled


def _of_role(row: ClaimRow, role: str) -> tuple[tuple[str, ...], bool]:
    values = _told_of(row, role)
    people = {e.id for e in row.entities if e.type is EntityType.PEOPLE}
    names = tuple(dict.fromkeys(_words(row, role, value) for value in values))
    return names, is_plural(names, are_people=bool(people.intersection(map(str, values))))


def _told_of(row: ClaimRow, role: str) -> tuple[Value, ...]:
    """Return the values of a role; whom a number counts is no target beside others: "of 31 and the bridge"."""
    values = row.claim.values(role)
    counted = {arg.value.who for arg in row.claim.args if isinstance(arg.value, Count)}
    others = tuple(value for value in values if value not in counted)
    return others if others and role == "target" else values


def _words(row: ClaimRow, role: str, value: object) -> str:
    if isinstance(value, Count):
        told = share(value, row.name(value.who) if value.who else "")
        return str(told) if told.is_known else f"a number not known {told.who}".rstrip()
    return str(value) if role in TEXT_ROLES else row.name(str(value))


def _has_all(pattern: str, filled: Filled) -> bool:
    needed = re.findall(r"\{(\w+)\}", _OPTIONAL.sub("", pattern))
    return all(filled.get(role, ((), False))[0] for role in needed)


def _in_tense(pattern: str, status: Status) -> str:
    if status is Status.ACTUAL:
        return pattern
    instead, before = table("dossier_tenses.tsv")[status]
    begun = next((words for words in _BEGUN if pattern.startswith(words)), None)
    return f"{before} {pattern}" if begun is None else instead + pattern.removeprefix(begun)


def _leftover(filled: Filled) -> Iterable[Part]:
    """Yield those whom a claim names in roles that its clauses do not foresee."""
    for role in ("actor", "subject", "target", "object"):
        if filled.get(role, ((), False))[0]:
            yield Part(f", {role}: ")
            yield from listed(filled[role][0])
