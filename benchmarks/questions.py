"""Questions over the example reports: how many are answered right, by kind of question.

Usage: python -m benchmarks.questions [--set dev|blind|both] [--wrong] [--strict]

A question is right when every expected value is answered from one who says so, and no value that the reports do not
support (`tests/ask/questions.md`). "unsupported" counts the questions with such a value. `--strict` counts only the
innermost speaker, or the outlet where nobody is quoted, as who says so. `--wrong` tells what each wrong answer lacks.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from contextlib import closing
from typing import TYPE_CHECKING

from tests.ask.asked import Outcome, examples, outcome
from tests.ask.gold import BLIND, DEV, load

from tacitus.pipeline import default_reader

if TYPE_CHECKING:
    from collections.abc import Sequence

SETS = {"dev": (DEV,), "blind": (BLIND,), "both": (DEV, BLIND)}


def main() -> None:
    """Run the benchmark from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=SETS, default="dev")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--strict", action="store_true")
    given = parser.parse_args()
    reader = default_reader()
    with closing(examples(reader)) as store:
        view = store.view()
        begun = time.perf_counter()
        asked = [one for path in SETS[given.set] for one in load(path)]
        found = [outcome(one, reader, view, is_strict=given.strict) for one in asked]
        spent = time.perf_counter() - begun
    if given.wrong:
        for one in found:
            _tell(one)
    _table(found)
    print(f"\n{spent / len(found) * 1000:.0f} ms a question")


def _tell(found: Outcome) -> None:
    if found.is_right:
        return
    print(f"{found.asked.id} {found.asked.question} (as of {found.asked.as_of})")
    if not found.is_read:
        print("    could not be read")
    for lacking in found.missing:
        print(
            f"    missing: {'not ' * lacking.denied}{lacking.wordings[0]} by {', '.join(lacking.by[:3]) or 'anybody'}"
        )
    for wrong in found.unsupported:
        print(f"    unsupported: {'not ' * wrong.denied}{wrong.names[0]} by {', '.join(wrong.by[:3])}")


def _table(found: Sequence[Outcome]) -> None:
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for one in found:
        by_kind[one.asked.kind].append(one)
    print("| kind | questions | right | unsupported |\n| --- | --- | --- | --- |")
    for kind, ones in (*sorted(by_kind.items()), ("all", list(found))):
        right, wrong = sum(o.is_right for o in ones), sum(bool(o.unsupported) for o in ones)
        print(f"| {kind} | {len(ones)} | {right} ({right / len(ones):.0%}) | {wrong} |")


if __name__ == "__main__":
    main()
