"""Records of a JSON file: one a line, or all in one document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tacitus.gazetteer.problems import Trouble
from tacitus.read.unpacked import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tacitus.aliases.opening import Limits, Line
    from tacitus.aliases.rows import Record

_NO_JSON = Trouble("The line is no JSON.", "Look whether the file was cut off when it was downloaded.")
_NO_RECORD = Trouble("The record is no JSON object.", "Give a record in braces: {…}.")


def has_lines(head: Iterable[str]) -> bool:
    """Tell whether the first lines of a file, blank ones left out, have a record a line."""
    return any(isinstance(_parsed(line), dict | list) for line in head if line.strip() not in ("[", "]"))


def by_line(numbered: Iterable[Line]) -> Iterator[Record]:
    """Yield the records of a file with one a line; the brackets and commas of an array around them are passed over."""
    for number, text in numbered:
        if isinstance(text, Trouble):
            yield number, text
        elif text.strip() not in ("", "[", "]"):
            value = _parsed(text)
            yield from ((number, record) for record in ([value] if isinstance(value, Trouble) else expanded(value)))


def whole(path: Path, numbered: Iterable[Line], limits: Limits) -> Iterator[Record]:
    """Yield the records of one JSON document, numbered from 1.

    Raises:
        UnreadableFileError: If it is no JSON, or has more bytes than are held in memory.
    """
    pieces, size = [], 0
    for number, text in numbered:
        if isinstance(text, Trouble):
            raise UnreadableFileError(path, f"Line {number}: {text.message}", text.advice)
        size += len(text)
        if size > limits.whole:
            found = f"It is one JSON document of more than {limits.whole:,} bytes."
            raise UnreadableFileError(path, found, "Give a file with a record a line.")
        pieces.append(text)
    value = _parsed("".join(pieces))
    if isinstance(value, Trouble):
        raise UnreadableFileError(path, "It is no JSON.", _NO_JSON.advice)
    yield from enumerate(expanded(value), 1)


def _parsed(text: str) -> object:
    try:
        return json.loads(text.strip().removesuffix(","))
    except (ValueError, RecursionError):  # a text of brackets alone is deeper than the parser goes
        return _NO_JSON


def expanded(value: object) -> Iterator[dict[str, Any] | Trouble]:
    """Yield the records that a JSON value holds: results of a query, entities of an answer, items of an array."""
    if isinstance(value, list):
        for item in value:
            yield item if isinstance(item, dict) else _NO_RECORD
    elif not isinstance(value, dict):
        yield _NO_RECORD
    elif isinstance(results := value.get("results"), dict):
        yield from expanded([_plain(binding) for binding in results.get("bindings") or ()])
    elif isinstance(entities := value.get("entities"), dict):
        yield from expanded(list(entities.values()))
    else:
        yield value


def _plain(binding: object) -> object:
    """Return the values of one result of SPARQL (https://www.w3.org/TR/sparql11-results-json/, 3.2.2)."""
    if not isinstance(binding, dict):
        return binding
    return {name: term.get("value", "") if isinstance(term, dict) else term for name, term in binding.items()}
