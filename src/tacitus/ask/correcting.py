"""Corrections of a claim: from what a reviewer types to values that the contract allows.

A correction is kept as JSON values, in the form of the claim contract with names in place of ids:
`{"time": "2019-08-31", "certainty": "alleged", "args": {"killed": [{"min": 9, "max": 12}], "actor": ["Tide Front"]}}`.
What it names takes the place of the whole value of the claim; what it does not name stays as it was read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from tacitus.errors import InvalidValueError
from tacitus.ledger.check import well_formed
from tacitus.model.claim import Argument, Claim, Value
from tacitus.model.count import Count
from tacitus.model.ontology import COUNT_ROLES, FLAG_ROLES, ROLES, Certainty, Status
from tacitus.model.source import SourceChain
from tacitus.model.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tacitus.ledger.rows import ClaimRow

Member = TypeVar("Member", Certainty, Status)
#: Parts of a claim that can be corrected besides its roles.
PARTS = ("type", "time", "certainty", "status", "source")
_COUNT = re.compile(r"(?P<low>\d{1,9})?(?P<to>\.\.)?(?P<high>\d{1,9})?(?:\s+(?P<who>\S.*))?")
_YES, _NO = ("true", "yes"), ("false", "no", "")


def correction(row: ClaimRow, settings: Sequence[str]) -> dict[str, Any]:
    """Return what a reviewer corrects in a claim.

    Args:
        row: The claim.
        settings: PART=VALUE: a part of `PARTS`, or a role of the claim's type. A role and `source` may stand several
            times, for several values. An empty value says that there is none. Counts: `9`, `9..12`, `9..`, `..12`,
            and who was counted behind a space.

    Raises:
        InvalidValueError: If there is nothing to correct, or the contract does not allow the part, the value, or the
            claim as it would be.
    """
    given = _split(settings)
    type_ = given.get("type", [row.claim.type])[-1]
    if type_ not in ROLES:
        raise InvalidValueError("claim type", type_, ", ".join(ROLES))
    allowed = dict.fromkeys((*PARTS, *ROLES[type_], *(arg.role for arg in row.claim.args)))
    out: dict[str, Any] = {}
    args: dict[str, list[Any]] = {}
    for part, values in given.items():
        if part not in allowed:
            raise InvalidValueError(f"part of a claim of type {type_}", part, ", ".join(allowed))
        if part == "source":
            out[part] = [value for value in values if value]
        elif part in PARTS:
            out[part] = _single(part, values)
        else:
            args[part] = [found for value in values for found in _role(part, value)]
    out |= {"args": args} if args else {}
    _check(row, out)
    return out


def corrected(row: ClaimRow, data: Mapping[str, Any]) -> Claim:
    """Return a claim as a correction would have it, with names in place of entity ids; it has no trace and no anchor.

    Raises:
        InvalidValueError: If the contract does not allow such a claim.
    """
    claim = named(row)
    roles: Mapping[str, list[Any]] = data.get("args", {})
    kept = [arg for arg in claim.args if arg.role not in roles]
    new = [Argument(role, _value(value)) for role, values in roles.items() for value in values]
    time = data.get("time", claim.time.edtf if claim.time else None)
    type_ = data.get("type", claim.type)
    return replace(
        claim,
        type=type_,
        args=_ordered(type_, (*kept, *new)),
        time=When(time) if time else None,
        source=SourceChain(tuple(data.get("source", claim.source.speakers))),
        certainty=_member(Certainty, "certainty", data.get("certainty", claim.certainty)),
        status=_member(Status, "status", data.get("status", claim.status)),
    )


def named(row: ClaimRow) -> Claim:
    """Return a claim with names in place of entity ids, and its arguments in the order of the contract."""
    claim = row.claim
    args = (Argument(arg.role, _by_name(row, arg.role, arg.value)) for arg in claim.args)
    source = SourceChain(row.speakers)
    return replace(claim, args=_ordered(claim.type, tuple(args)), source=source, anchor="", trace=())


def _split(settings: Iterable[str]) -> dict[str, list[str]]:
    given: defaultdict[str, list[str]] = defaultdict(list)
    for setting in settings:
        part, equals, value = well_formed(setting).partition("=")
        if not equals or not part.strip():
            raise InvalidValueError("correction", setting, "PART=VALUE, for instance time=2019-08-31 or killed=9..12")
        given[part.strip()].append(value.strip())
    if not given:
        raise InvalidValueError("correction", "", "at least one --set PART=VALUE: it says what is to be read instead")
    return given


def _single(part: str, values: Sequence[str]) -> str | None:
    if len(values) > 1:
        raise InvalidValueError(
            f"single {part}", " and ".join(values), "one value; roles and source alone have several"
        )
    if not values[0] and part != "time":
        raise InvalidValueError(part, "", "a value; time alone may be none, when the text gives no hint")
    return values[0] or None


def _role(role: str, text: str) -> tuple[Any, ...]:
    """Return the value that a role is given, as JSON; () for none."""
    if role in FLAG_ROLES:
        if text.casefold() not in (*_YES, *_NO):
            raise InvalidValueError(f"value of {role}", text, "true or false")
        return (True,) if text.casefold() in _YES else ()
    if not text:
        return ()
    return (_count(role, text),) if role in COUNT_ROLES else (text,)


def _count(role: str, text: str) -> dict[str, Any]:
    found = _COUNT.fullmatch(text)
    if found is None or not (found["low"] or found["to"]) or (found["high"] and not found["to"]):
        allowed = "a number or its bounds: 9, 9..12, 9.., ..12; behind a space, who was counted: 9..12 civilians"
        raise InvalidValueError(f"value of {role}", text, allowed)
    low = int(found["low"]) if found["low"] else None
    high = low if not found["to"] else int(found["high"]) if found["high"] else None
    return {"min": low, "max": high, **({"who": found["who"]} if found["who"] else {})}


def _check(row: ClaimRow, data: Mapping[str, Any]) -> None:
    """Hold the claim as it would be to the contract.

    Raises:
        InvalidValueError: If the contract does not allow it, or it is what was read.
    """
    type_ = data.get("type", row.claim.type)
    strange = [arg.role for arg in row.claim.args if arg.role not in (*ROLES[type_], *data.get("args", ()))]
    if strange:
        allowed = f"{', '.join(ROLES[type_])}; --set {strange[0]}= leaves it out"
        raise InvalidValueError(f"role of {type_}", strange[0], allowed)
    made = corrected(row, data)
    first = made.time.earliest if made.time and ("time" in data or "status" in data) else None
    if made.status is Status.ACTUAL and first and row.published and first > row.published:
        allowed = f"a time not after the day of publication ({row.published}), or --set status=planned"
        raise InvalidValueError("time of what is actual", str(made.time), allowed)
    if made == named(row):
        raise InvalidValueError("correction", dict(data), "another value than the one that was read; or accept it")


def _ordered(type_: str, args: Iterable[Argument]) -> tuple[Argument, ...]:
    order = {role: number for number, role in enumerate(ROLES.get(type_, ()))}
    return tuple(sorted(args, key=lambda arg: order.get(arg.role, len(order))))


def _by_name(row: ClaimRow, role: str, value: Value) -> Value:
    if isinstance(value, Count):
        return Count(value.min, value.max, row.name(value.who) if value.who else None)
    return row.name(value) if isinstance(value, str) and role not in ("role", "topic") else value


def _value(value: Any) -> Value:  # noqa: ANN401 - JSON; Claim checks it
    if isinstance(value, dict):
        return Count(value.get("min"), value.get("max"), value.get("who"))
    checked: Value = value
    return checked


def _member(kind: type[Member], what: str, given: str) -> Member:
    if given not in set(kind):
        raise InvalidValueError(what, given, ", ".join(kind))
    return kind(given)
