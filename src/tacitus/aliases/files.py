"""Files of aliases as entries: the one door of this floor."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tacitus.aliases import opensanctions, own, ucdp, wikibase, wikidata
from tacitus.aliases.entries import joined
from tacitus.aliases.opening import LIMITS, Limits, lines
from tacitus.aliases.records import by_line, has_lines, whole
from tacitus.aliases.rows import columns, table
from tacitus.errors import UnknownNameError
from tacitus.gazetteer.keys import key_of
from tacitus.gazetteer.problems import Trouble
from tacitus.model.problem import Problem
from tacitus.read.unpacked import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from tacitus.aliases.rows import Record
    from tacitus.resolve.lists import AliasEntry

_HEAD = 200  # lines that are not blank, by which a format is known: JSON may be printed over many
_HEAD_SIZE = 200_000  # characters of them
_FEW = 5  # lines, one of which is a record where there is one a line
_FORMATS = "name, alias, …; or a file of UCDP, OpenSanctions or Wikidata"
_UNKNOWN = f"Give it a header: {_FORMATS}; or name the format."


@dataclass(frozen=True, slots=True)
class _Form:
    """How records of one format become entries.

    Attributes:
        read: A record to its entry, what is wrong with it, or None where it names nothing.
        is_nested: Whether its records are JSON with values of any kind; else they are rows of texts.
        is_joined: Whether several records can be of one entry, so that all are read before the first is given.
        fits: Columns of a table by which the format is known.
        signs: What stands in the first lines of a JSON file of the format; empty when it has none.
    """

    read: Callable[[Mapping[str, Any]], AliasEntry | Trouble | None]
    is_nested: bool = False
    is_joined: bool = False
    fits: Callable[[Collection[str]], bool] = lambda _: False
    signs: tuple[str, ...] = ()


_FORMS: dict[str, _Form] = {
    "opensanctions": _Form(opensanctions.target_of, fits=opensanctions.TARGETS.issubset),
    "ucdp-actors": _Form(ucdp.actor_of, is_joined=True, fits=ucdp.ACTORS.issubset),
    "ucdp-names": _Form(ucdp.name_of, is_joined=True, fits=ucdp.NAMES.issubset),
    "wikidata": _Form(
        wikidata.item_of,
        is_joined=True,
        fits=lambda names: wikidata.subject(names) is not None,
        signs=(r'"bindings"|"\w+Label"\s*:',),
    ),
    "own": _Form(own.entry_of, is_joined=True, fits=own.NEEDED.issubset),
    "ftm": _Form(opensanctions.thing_of, is_nested=True, signs=(r'"schema"\s*:', r'"properties"\s*:')),
    "wikibase": _Form(wikibase.item_of, is_nested=True, signs=(r'"(?:labels|aliases)"\s*:',)),
}

FORMATS = tuple(_FORMS)
"""Names of the formats; a file is asked for each in turn."""


def read_aliases(
    path: Path, *, form: str | None = None, name: str | None = None, limits: Limits = LIMITS
) -> Iterator[AliasEntry | Problem]:
    """Yield the entries of a file of aliases, and a Problem for each row that cannot be one.

    Args:
        path: CSV, TSV or JSON, as it is, gzipped or zipped.
        form: Name of its format, one of `FORMATS`; None finds it by what the file holds.
        name: What the list is called; None is the name of the file without its endings.
        limits: How much is read.

    Raises:
        UnknownNameError: If there is no such format.
        UnreadableFileError: While it is read: if it cannot be opened, is damaged, larger than allowed, or of no format.
    """
    if form is not None and form not in _FORMS:
        raise UnknownNameError("format of alias lists", form, FORMATS)
    return _entries(path, form, name or path.name.partition(".")[0] or path.name, limits)


def _entries(path: Path, form: str | None, name: str, limits: Limits) -> Iterator[AliasEntry | Problem]:
    head = _head(path, limits)
    chosen = _FORMS[form or _form(path, head)]
    gathered: defaultdict[str, list[AliasEntry]] = defaultdict(list)
    for number, record in _records(path, head, chosen, limits):
        found = record if isinstance(record, Trouble) else chosen.read(record)
        if isinstance(found, Trouble):
            yield Problem(f"{path}:{number}", "aliases", found.message, found.advice)
        elif found is not None and chosen.is_joined:
            gathered[found.id].append(found)
        elif found is not None:
            yield replace(found, list=name)
    yield from (replace(joined(entries), list=name) for entries in gathered.values())


def _is_json(head: list[str]) -> bool:
    return head[0].lstrip()[:1] in ("{", "[")


def _records(path: Path, head: list[str], form: _Form, limits: Limits) -> Iterable[Record]:
    """Return the records of a file: rows of a table, or objects of JSON."""
    if not _is_json(head):
        return table(lines(path, limits))
    found = by_line(lines(path, limits)) if has_lines(head[:_FEW]) else whole(path, lines(path, limits), limits)
    return found if form.is_nested else ((number, _keyed(record)) for number, record in found)


def _keyed(record: Mapping[str, object] | Trouble) -> Mapping[str, object] | Trouble:
    """Return the texts of a JSON record as a table gives them: by columns without case and marks."""
    if isinstance(record, Trouble):
        return record
    return {key_of(name): value for name, value in record.items() if isinstance(value, str)}


def _head(path: Path, limits: Limits) -> list[str]:
    """Return the first lines that are not blank.

    Raises:
        UnreadableFileError: If there is none that can be read.
    """
    found: list[str] = []
    for _, text in lines(path, limits):
        if isinstance(text, str) and text.strip():
            found.append(text)
        if len(found) == _HEAD or sum(map(len, found)) > _HEAD_SIZE:
            break
    if not found:
        raise UnreadableFileError(path, "There is nothing in it that can be read.", _UNKNOWN)
    return found


def _form(path: Path, head: list[str]) -> str:
    """Return the name of the format of a file.

    Raises:
        UnreadableFileError: If it is none that is known.
    """
    start = "".join(head)[:_HEAD_SIZE]
    is_json = _is_json(head)
    names = [] if is_json else columns(head[0].rstrip("\r\n"))
    for name, form in _FORMS.items():
        if all(re.search(sign, start) for sign in form.signs) if is_json and form.signs else form.fits(names):
            return name
    found = "It is no list of aliases that is known." if is_json else f"Its first line is no header: {head[0][:80]!r}."
    raise UnreadableFileError(path, found, _UNKNOWN)
