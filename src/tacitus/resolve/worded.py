"""The words in a value of the model: every string that people wrote, none that only machines read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from tacitus.model.capture import Capture
from tacitus.model.claim import Argument, Claim
from tacitus.model.count import Count
from tacitus.model.document import Document
from tacitus.model.entity import Entity
from tacitus.model.ontology import TEXT_ROLES
from tacitus.model.problem import Problem
from tacitus.model.reading import Reading
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.trace import Origin
from tacitus.model.when import When
from tacitus.model.where import Candidate, Where

T = TypeVar("T")

#: Fields whose strings are no words of people: ids, hashes, types, versions. None stands for all fields.
_BARE: Mapping[type, frozenset[str] | None] = {
    Argument: frozenset({"role"}),
    Candidate: frozenset({"id", "kind", "country"}),
    Capture: frozenset({"sha256", "tool"}),
    Claim: frozenset({"id", "type", "made_by", "anchor"}),
    Count: frozenset({"who"}),
    Document: frozenset({"sha256", "language", "media_type", "published_at", "raw"}),
    Entity: frozenset({"id"}),
    Origin: None,
    Problem: frozenset({"step"}),
    Reading: frozenset({"reader"}),
    SourceChain: None,
    Span: None,
    When: None,
    Where: frozenset({"relation"}),
}


def worded(value: T, change: Callable[[str], str]) -> T:
    """Return a value with each string of words changed; the value itself where nothing changes.

    Args:
        value: A value of the model, or of JSON; keys of mappings count as words too.
        change: What becomes of a string.

    Examples:
        >>> worded(Problem("a.txt", "read", "It is empty.", ""), str.upper)
        Problem(place='A.TXT', step='read', message='IT IS EMPTY.', advice='')
    """
    changed: T = _changed(value, change)
    return changed


def _changed(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - whatever goes in comes out, type by type
    if isinstance(value, Enum | bytes):
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {_changed(key, change): _changed(item, change) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        items = [_changed(item, change) for item in value]
        return value if all(a is b for a, b in zip(items, value, strict=True)) else type(value)(items)
    return _rebuilt(value, change) if is_dataclass(value) and not isinstance(value, type) else value


def _rebuilt(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - likewise
    bare = _BARE.get(type(value), frozenset())
    if bare is None or (isinstance(value, Argument) and value.role not in TEXT_ROLES and isinstance(value.value, str)):
        return value
    old = {f.name: getattr(value, f.name) for f in fields(value) if f.init and f.name not in bare}
    new = {name: _changed(item, change) for name, item in old.items()}
    return value if all(new[name] is old[name] for name in old) else replace(value, **new)
