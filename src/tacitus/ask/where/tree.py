"""Conditions as values: a check of one field, and what "not", "and" and "or" make of checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask.where.fields import Mode, Op, fields
from tacitus.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Joined:
    """What all conditions can do: be joined by `&` and `|`, and be turned round by `~`."""

    __slots__ = ()

    def __and__(self, other: Condition) -> And:
        """Return that both hold."""
        return And((*_parts(self, And), *_parts(other, And)))

    def __or__(self, other: Condition) -> Or:
        """Return that one of both holds."""
        return Or((*_parts(self, Or), *_parts(other, Or)))

    def __invert__(self) -> Not:
        """Return that it does not hold."""
        return Not(self)  # type: ignore[arg-type] # only the four classes below inherit from here


@dataclass(frozen=True, slots=True)
class Check(_Joined):
    """That a field compares so.

    Attributes:
        field: Name of a field: `tacitus.ask.where.fields.fields`.
        op: How it is compared.
        values: What it is compared with, as people write it: one value; several for `Op.IN`; none for `Op.KNOWN` and
            `Op.UNKNOWN`.
        mode: Whether a vague value may or must be so; None for what is usual: a time may, a number must.

    Raises:
        InvalidValueError: If there is no such field, or it cannot be compared so, or with such a value.

    Examples:
        >>> str(Check("type", Op.EQUAL, ("airstrike",)) & ~Check("killed", Op.AT_LEAST, ("20",), Mode.MAY))
        'type = airstrike and not may killed >= 20'
    """

    field: str
    op: Op
    values: tuple[str, ...] = ()
    mode: Mode | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot mean anything."""
        field = fields().get(self.field)
        if field is None:
            raise InvalidValueError("field of a claim", self.field, ", ".join(fields()))
        if self.op not in field.ops:
            raise InvalidValueError(f"comparison of {self.field}", self.op.value, ", ".join(field.ops))
        counts = {Op.KNOWN: self.values == (), Op.UNKNOWN: self.values == (), Op.IN: bool(self.values)}
        if not counts.get(self.op, len(self.values) == 1):
            wanted = "one value; at least one for in; none for is known and is unknown"
            raise InvalidValueError(f"number of values for {self.op}", len(self.values), wanted)
        if self.mode is not None and not field.takes_mode(self.op):
            allowed = "it before a time or number that is compared by size"
            raise InvalidValueError("condition", f"{self.mode} {self.field} {self.op}", allowed)
        for value in self.values:
            if allowed := field.trouble(self.op, value):
                raise InvalidValueError(f"value of {self.field}", value, allowed)

    def __str__(self) -> str:
        """Return it as people write it."""
        mode = f"{self.mode} " if self.mode else ""
        values = ", ".join(map(_quoted, self.values))
        told = f" ({values})" if self.op is Op.IN else f" {values}" if values else ""
        return f"{mode}{self.field} {self.op}{told}"


@dataclass(frozen=True, slots=True)
class Not(_Joined):
    """That a condition does not hold."""

    inner: Condition

    def __str__(self) -> str:
        """Return it as people write it."""
        return f"not {_enclosed(self.inner)}"


@dataclass(frozen=True, slots=True)
class And(_Joined):
    """That all of some conditions hold; never empty."""

    parts: tuple[Condition, ...]

    def __str__(self) -> str:
        """Return it as people write it."""
        return " and ".join(map(_enclosed, self.parts))


@dataclass(frozen=True, slots=True)
class Or(_Joined):
    """That one of some conditions holds, or several; never empty."""

    parts: tuple[Condition, ...]

    def __str__(self) -> str:
        """Return it as people write it."""
        return " or ".join(map(_enclosed, self.parts))


Condition = Check | Not | And | Or


def checks_of(condition: Condition) -> Iterator[Check]:
    """Yield the checks in a condition, in the order in which they are written."""
    if isinstance(condition, Check):
        yield condition
    else:
        for part in (condition.inner,) if isinstance(condition, Not) else condition.parts:
            yield from checks_of(part)


def _parts(condition: object, kind: type[And | Or]) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, kind) else (condition,)  # type: ignore[return-value] # see __invert__


def _enclosed(condition: Condition) -> str:
    return f"({condition})" if isinstance(condition, And | Or) else str(condition)


def _quoted(value: str) -> str:
    if value.isascii() and value.replace("-", "").replace("_", "").isalnum():
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
