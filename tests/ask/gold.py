"""Questions with expected answers (`questions.md`), and whether what is answered is what is expected."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from tacitus.model.when import When
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HERE = Path(__file__).parent
DEV = HERE / "questions_dev.jsonl"
BLIND = HERE / "questions_blind.jsonl"
NAMES = frozenset(
    ["who", "whom", "where", "names", "leads", "belongs", "allies", "controls", "fought", "weapon", "says", "happened"]
)
EMPTY = frozenset({"none", "unreadable"})
KINDS = NAMES | EMPTY | {"how many", "when", "yes-no"}
VERDICTS = frozenset({"yes", "denied", "disputed", "no account"})
_COUNT = re.compile(r"~?(?:(>=|<=|>|<)?(\d+)|(\d+)[-–](\d+))")


@dataclass(frozen=True, slots=True)
class Expected:
    """An answer that must be there: its wordings, who may say so (empty: anybody), and whether it is a denial."""

    wordings: tuple[str, ...]
    by: tuple[str, ...]
    denied: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what is expected; `allowed` may be answered besides, `not X` only as a denial of X."""

    id: str
    question: str
    as_of: date | None
    kind: str
    expected: tuple[Expected, ...]
    allowed: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that was given: all its names or its one value, all speakers and outlets, whether it is a denial."""

    names: tuple[str, ...]
    by: tuple[str, ...] = ()
    denied: bool = False


def load(path: Path) -> tuple[Asked, ...]:
    """Return the questions of a file, in its order."""
    return tuple(_asked(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines())


def missing(asked: Asked, given: Sequence[Given]) -> tuple[Expected, ...]:
    """Return what is expected and was not answered, or not from one who says so."""
    return tuple(e for e in asked.expected if not any(_is_expected(e, g, asked.kind) for g in given))


def unsupported(asked: Asked, given: Sequence[Given]) -> tuple[Given, ...]:
    """Return the answers that the reports do not support, whoever is said to give them.

    Of a yes-no question the one verdict is a value like others; "no account" is no answer where it is not expected.
    """
    return tuple(g for g in given if not _is_supported(asked, g))


def count_range(words: str) -> tuple[int, int | None] | None:
    """Return the least and greatest number of `31`, `31-35`, `>=20`; None when it is no count.

    Examples:
        >>> count_range("31–35"), count_range(">20,000"), count_range("~20000"), count_range("dozens")
        ((31, 35), (20001, None), (20000, 20000), None)
    """
    found = _COUNT.fullmatch(words.replace(",", ""))
    if not found:
        return None
    sign, one, low, high = found.groups()
    if low:
        return int(low), int(high)
    number = int(one)
    return {">=": (number, None), ">": (number + 1, None), "<=": (0, number), "<": (0, number - 1)}.get(
        sign, (number, number)
    )


def is_same(kind: str, names: Iterable[str], wordings: Iterable[str]) -> bool:
    """Tell whether some name is some wording: as counts, as times, or as folded words in which `*` stands for any."""
    return any(_fits(kind, name, wording) for name in names for wording in wordings)


def _asked(line: dict[str, object]) -> Asked:
    as_of, expected, allowed = line["as_of"], line["expected"], line["allowed"]
    assert isinstance(expected, list)
    assert isinstance(allowed, list)
    return Asked(
        str(line["id"]),
        str(line["question"]),
        date.fromisoformat(str(as_of)) if as_of is not None else None,
        str(line["kind"]),
        tuple(Expected((e["value"], *e["also"]), tuple(e["by"] or ()), e["denied"]) for e in expected),
        tuple(str(value) for value in allowed),
        str(line["note"]),
    )


def _is_expected(expected: Expected, given: Given, kind: str) -> bool:
    return (
        expected.denied == given.denied
        and is_same(kind, given.names, expected.wordings)
        and (not expected.by or is_same("who", given.by, expected.by))
    )


def _is_supported(asked: Asked, given: Given) -> bool:
    kind = asked.kind
    if any(e.denied == given.denied and is_same(kind, given.names, e.wordings) for e in asked.expected):
        return True
    denials = [value.removeprefix("not ") for value in asked.allowed if value.startswith("not ")]
    return is_same(kind, given.names, denials if given.denied else asked.allowed)


def _fits(kind: str, name: str, wording: str) -> bool:
    if kind == "how many" and count_range(wording) is not None:
        return count_range(name) == count_range(wording)
    if kind == "when":
        one, other = When(name), When(wording)
        return (one.earliest, one.latest) == (other.earliest, other.latest)
    return fnmatchcase(_plain(name), _pattern(wording))


def _plain(words: str) -> str:
    return re.sub(r"^(?:an?|the) (?=.)", "", fold(words))


def _pattern(wording: str) -> str:
    return "*".join(fold(part) if index else _plain(part) for index, part in enumerate(wording.split("*")))
