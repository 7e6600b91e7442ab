"""`docs/where.md` says what is so: its examples run, and its table has all fields."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.ask.where.samples import view

from tacitus.ask.query import ClaimQuery, find
from tacitus.ask.where.fields import fields
from tacitus.ask.where.parse import read
from tacitus.ask.where.tree import checks_of

PAGE = (Path(__file__).parents[3] / "docs" / "where.md").read_text(encoding="utf-8")
VIEW = view()
EXAMPLES = [line for block in re.findall(r"```where\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()]
#: What the first column of the table of fields names, with what the last one allows.
ROWS = re.findall(r"(?m)^\| (`[^|]+) \| [^|]+ \| ([^|]+) \|$", PAGE.split("## What the comparisons mean")[0])


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_run(example: str) -> None:
    """Each is read and asked; most of them find something in the samples."""
    find(VIEW, ClaimQuery(where=read(example)), {})
    assert str(read(str(read(example)))) == str(read(example))


def test_examples_find_something() -> None:
    """Enough of them do, so that they are known to work."""
    found = [bool(find(VIEW, ClaimQuery(where=read(example)), {}).claims) for example in EXAMPLES]
    assert sum(found) >= len(EXAMPLES) - 1


def test_the_table_has_all_fields() -> None:
    """With the comparisons that each takes, and no others."""
    documented: dict[str, list[str]] = {}
    last: list[str] = []
    for names, allowed in ROWS:
        last = last if allowed.strip() == "same" else re.findall(r"`([^`]+)`", allowed)
        documented |= dict.fromkeys(re.findall(r"`([^`]+)`", names), last)
    assert documented == {name: list(field.ops) for name, field in fields().items()}


def test_every_inline_check_can_be_read() -> None:
    """What stands as code and looks like a check is one."""
    inline = re.findall(r"`([^`]+)`", re.sub(r"(?s)```.*?```", "", PAGE))
    checks = [text for text in inline if re.match(r"(not )?(\w+) (=|<|>|in |~ )", text) and text.split()[0] != "in"]
    assert len(checks) > 10
    for text in checks:
        assert list(checks_of(read(text)))


def test_the_python_runs() -> None:
    """The lines of Python find claims."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, object] = {"view": VIEW}
    exec(compile(code, "docs/where.md", "exec"), names)  # noqa: S102 - our own page
    assert [row.document.id for row in getattr(names["found"], "claims", ())] == ["denial"]
