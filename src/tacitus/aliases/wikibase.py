"""Wikidata as it is dumped, and any other Wikibase: items with labels and aliases in all languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tacitus.aliases.entries import Said, Term, day, entry, loosened
from tacitus.aliases.wikidata_types import type_of
from tacitus.gazetteer.problems import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from tacitus.resolve.lists import AliasEntry

_NO_ITEM = Trouble("The record is no item.", "Give a dump in JSON, an item a line.")
_INSTANCE, _START, _END = "P31", "P571", "P576"
_OFFICIAL, _ENDED = ("P1448", "P1813"), "P582"
"""Official name and short name; the day on which a name was given up."""
_NICKNAME = "P1449"
_CUTS = {9: 5, 10: 8, 11: 11}
"""Precision of a time: year, month, day; how much of "+2013-04-08" says it. Coarser ones are left out."""


class _Name(NamedTuple):
    text: str
    is_given_up: bool


def item_of(record: Mapping[str, Any]) -> AliasEntry | Trouble | None:
    """Return the item of a record; None for a property, or an item without names."""
    identity = record.get("id")
    if not isinstance(identity, str) or "missing" in record:
        return _NO_ITEM
    names = [*_labels(record.get("labels")), *_aliases(record.get("aliases"))]
    if not identity.startswith("Q") or not names:
        return None
    said = [name for code in _OFFICIAL for name in _told(record, code)]
    told = Said(
        [*names, *(name.text for name in said if not name.is_given_up)],
        weak=[name.text for name in _told(record, _NICKNAME)],
        former=[name.text for name in said if name.is_given_up],
    )
    former = {name.casefold() for name in told.former}
    kept = [name for name in told.names if name.casefold() not in former]
    types = [type_ for value in _values(record, _INSTANCE) if (type_ := type_of(str(value.get("id")))) is not None]
    since, until = (list(_days(record, code, is_last=code == _END)) for code in (_START, _END))
    when = Term(min(since, default=None), max(until, default=None))
    type_ = types[0] if types else None
    return entry(identity, type_, loosened(Said(kept or told.names, told.weak, told.former), type_), when)


def _labels(labels: object) -> Iterator[str]:
    """Yield the labels, English and that for all languages first."""
    found = labels if isinstance(labels, dict) else {}  # an item without any has a list
    for code in sorted(found, key=lambda code: (code != "en", code != "mul", code)):
        yield from _text(found[code])


def _aliases(aliases: object) -> Iterator[str]:
    found = aliases if isinstance(aliases, dict) else {}
    for code in sorted(found, key=lambda code: (code != "en", code != "mul", code)):
        for alias in found[code] if isinstance(found[code], list) else ():
            yield from _text(alias)


def _text(label: object) -> Iterator[str]:
    value = label.get("value") if isinstance(label, dict) else label
    if isinstance(value, str):
        yield value


def _statements(record: Mapping[str, Any], code: str) -> Iterator[dict[str, Any]]:
    """Yield the statements of a property that are not deprecated."""
    claims = record.get("claims")
    found = claims.get(code) if isinstance(claims, dict) else None
    for statement in found if isinstance(found, list) else ():
        if isinstance(statement, dict) and statement.get("rank") != "deprecated":
            yield statement


def _value(snak: object) -> dict[str, Any]:
    data = snak.get("datavalue") if isinstance(snak, dict) else None
    value = data.get("value") if isinstance(data, dict) else None
    return value if isinstance(value, dict) else {}


def _values(record: Mapping[str, Any], code: str) -> Iterator[dict[str, Any]]:
    return (_value(statement.get("mainsnak")) for statement in _statements(record, code))


def _told(record: Mapping[str, Any], code: str) -> Iterator[_Name]:
    """Yield the names that statements give, and whether each was given up."""
    for statement in _statements(record, code):
        text, qualifiers = _value(statement.get("mainsnak")).get("text"), statement.get("qualifiers")
        if isinstance(text, str):
            yield _Name(text, isinstance(qualifiers, dict) and _ENDED in qualifiers)


def _days(record: Mapping[str, Any], code: str, *, is_last: bool) -> Iterator[date]:
    for value in _values(record, code):
        time, cut = value.get("time"), _CUTS.get(value.get("precision", 0))
        found = day(time[1:cut], is_last=is_last) if isinstance(time, str) and cut and time[:1] == "+" else None
        if found is not None and not isinstance(found, Trouble):
            yield found
