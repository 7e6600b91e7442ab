"""Numbers in reporting: words a second, how many expressions are read right beside peers, and the gold's casualties.

Usage: python -m benchmarks.counts [--data ../shared] [--engine FOLDER]

Speed: the grammar alone (no engine) over the training texts of the bench, one process, median of five runs.
Expressions: those of `tests/extract/casualties.tsv`, which we wrote, so the table knows our cases best. A peer gets the
words of the number alone and is right when it gives the number, or the range where it has ranges; ours must find the
words in the sentence. Peers are asked when they are installed: text2num, word2number, quantulum3.
Casualties: each number of dead or wounded that annotators gave in a claim, but for those that words without a number
imply ("a farmer", "civilians"): is it among the numbers of its evidence, and with the right harm?
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import statistics
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tacitus.extract.counts import find_counts
from tacitus.extract.harm_words import Harm
from tacitus.language.engine import BundledEngine
from tacitus.parts import CountPart, counts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tacitus.language.analysis import Engine

Range = tuple[int | None, int | None]
"""Least and greatest number; None for an open end."""

TABLE = Path("tests/extract/casualties.tsv")
RUNS = 5
#: Ranges that the contract reads from words without a number: one, and two or more.
IMPLIED = frozenset({(1, 1), (2, None)})
HARMS = {"killed": (Harm.KILLED, Harm.HARMED), "injured": (Harm.WOUNDED, Harm.HARMED)}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--engine", type=Path, help="folder of an exported model; by default the package's own")
    options = parser.parse_args()
    claims = options.data / "bench" / "claims"
    words, seconds = speed([json.loads(line)["text"] for line in _lines(claims / "train-texts.jsonl")])
    print(f"grammar alone: {words:,} words in {seconds:.2f} s, {words / seconds:,.0f} words/s (median of {RUNS})")
    wanted = list(expressions(TABLE.read_text("utf-8")))
    exact = [one for one in wanted if one[2][0] == one[2][1]]
    for name, reader in {"tacitus": ours, **peers()}.items():
        exactly, all_ = right(exact, reader), right(wanted, reader)
        print(f"{name:12} exact numbers {exactly} of {len(exact)}, all {all_} of {len(wanted)}")
    engine = BundledEngine(options.engine)
    for part in ("train", "dev"):
        gold = (json.loads(path.read_text("utf-8")) for path in sorted((claims / part).glob("*.json")))
        total, found, told = casualties(gold, engine)
        print(
            f"claims/{part}: {total} numbers, in the text {found / total:.3f}, with the right harm {told / total:.3f}"
        )


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def speed(texts: list[str]) -> tuple[int, float]:
    """Return the number of words and the median seconds of a run of the grammar over them."""
    taken: list[float] = []
    for _ in range(RUNS):
        start = time.perf_counter()
        for text in texts:
            find_counts(text)
        taken.append(time.perf_counter() - start)
    return sum(len(text.split()) for text in texts), statistics.median(taken)


def expressions(table: str) -> Iterator[tuple[str, str, Range]]:
    """Yield sentence, words and range of each number of the table."""
    for line in table.splitlines():
        text, *items = line.split("\t")
        for item in items if not line.startswith("#") else ():
            words, written = item.split("|")[:2]
            yield text, words, bounds(written)


def bounds(written: str) -> Range:
    """Return the range that the table writes as 12, 12+, ..12 or 10..15."""
    low, dots, high = written.removesuffix("+").partition("..")
    if dots:
        return int(low) if low else None, int(high)
    return int(low), None if written.endswith("+") else int(low)


Reading = tuple[str, str, Range]
"""A sentence, the words of a number in it, and its range."""


def right(wanted: Iterable[Reading], reader: Callable[[str, str], Range | None]) -> int:
    """Return how many expressions a reader gives their range."""
    return sum(reader(text, words) == expected for text, words, expected in wanted)


def ours(text: str, words: str) -> Range | None:
    """Return the range that the grammar finds for the words in their sentence."""
    return next(((m.count.min, m.count.max) for m in find_counts(text) if m.count.words == words), None)


def peers() -> dict[str, Callable[[str, str], Range | None]]:
    """Return name to reader of the peers that are installed."""
    known = {"text2num": ("text_to_num", _text2num), "word2number": ("word2number", _word2number)}
    known["quantulum3"] = ("quantulum3", _quantulum)
    return {name: reader for name, (module, reader) in known.items() if find_spec(module) is not None}


def _text2num(_text: str, words: str) -> Range | None:
    """Read with text2num: number words to digits, then the one number that stands there."""
    digits = importlib.import_module("text_to_num").alpha2digit(words.lower(), "en")
    found = re.findall(r"\d[\d,]*", digits)
    number = int(found[0].replace(",", "")) if len(found) == 1 else None
    return None if number is None else (number, number)


def _word2number(_text: str, words: str) -> Range | None:
    """Read with word2number, which raises ValueError where it sees no number."""
    try:
        number = importlib.import_module("word2number.w2n").word_to_num(words.lower())
    except ValueError:
        return None
    return int(number), int(number)


def _quantulum(_text: str, words: str) -> Range | None:
    """Read with quantulum3; its uncertainty is taken for a range ("two to three" is 2.5 and 0.5)."""
    found = importlib.import_module("quantulum3.parser").parse(words)
    if len(found) != 1:
        return None
    value, spread = found[0].value, found[0].uncertainty or 0
    return int(value - spread), int(value + spread)


def casualties(gold: Iterable[dict[str, Any]], engine: Engine) -> tuple[int, int, int]:
    """Return how many numbers of dead and wounded annotators gave, how many were found, how many with the harm."""
    total = found = told = 0
    for record in gold:
        parts = counts_of(record["text"], engine)
        for claim in record["claims"]:
            here = [part for part in parts if _is_near(part, claim["evidence"])]
            for role, harms in HARMS.items():
                for count in claim["args"].get(role, ()):
                    wanted = count.get("min"), count.get("max")
                    same = [part for part in here if (part.count.min, part.count.max) == wanted]
                    total += wanted not in IMPLIED
                    found += wanted not in IMPLIED and bool(same)
                    told += wanted not in IMPLIED and any(part.harm in harms for part in same)
    return total, found, told


def _is_near(part: CountPart, evidence: list[list[int]]) -> bool:
    """Tell whether a number stands in the words of a claim."""
    return any(start <= part.span.start < end for start, end in evidence)


if __name__ == "__main__":
    main()
