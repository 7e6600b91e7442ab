"""Mentions by name: on news that no part of the reader was trained on, and the names of annotated claims.

Usage: python -m benchmarks.mentions [--data ../shared] [--engine FOLDER]

WikiEvents: a mention whose last word has a capital is a name; pronouns, and single words that begin a sentence, are
left out on both sides. A predicted name is right when it shares at least half of the longer one with one of its class.
Claims: of the names that the annotation lists, how many stand at one place of the text at least with the right type.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.words import PRONOUNS

from tacitus.language.engine import BundledEngine
from tacitus.parts import mentions_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tacitus.language.analysis import Engine

Place = tuple[int, int, str]
"""Offsets `[start, end)` and type or class."""

WIKIEVENTS = {"PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place"}
_OWNERS = ("my", "his", "hers", "its", "our", "their", "your")
CLASSES = {"person": "person", "place": "place", "state": "place"} | dict.fromkeys(
    ("group", "force", "org", "media"), "organisation"
)
"""The three classes of names; facilities, things and unnamed people are in none."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--engine", type=Path, help="folder of an exported model; by default the package's own")
    options = parser.parse_args()
    engine = BundledEngine(options.engine)
    news = list(wikievents(options.data / "data" / "eval" / "wikievents" / "dev.jsonl.gz"))
    for kind, row in f1(news, engine).items():
        print(f"WikiEvents dev, {kind:13} P {{:.3f}} R {{:.3f}} F1 {{:.3f}}".format(*row))
    texts = [json.loads(path.read_text("utf-8")) for path in sorted((options.data / "bench/claims/dev").glob("*.json"))]
    for kind, (names, exact, like) in recall(texts, engine).items():
        print(f"claims/dev, {kind:9} {names:4} names  right type {exact:.3f}  right class {like:.3f}")


def wikievents(path: Path) -> Iterator[tuple[str, list[Place]]]:
    """Yield the text of each document and its names."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            text, tokens = _laid_out(record["sentences"])
            names = [_named(tokens[m["start"] : m["end"]], m["entity_type"]) for m in record["entity_mentions"]]
            yield text, [name for name in names if name is not None and not _is_open(text, name)]


def _laid_out(sentences: Sequence[tuple[list[list[Any]], str]]) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the sentences one a line, since the corpus glues them together, and their tokens with offsets."""
    tokens: list[tuple[int, int, str]] = []
    text = ""
    for words, line in sentences:
        at = 0
        for word, *_ in words:
            at = line.index(word, at)
            tokens.append((len(text) + at, len(text) + at + len(word), word))
            at += len(word)
        text += line + "\n"
    return text, tokens


def _named(tokens: Sequence[tuple[int, int, str]], entity_type: str) -> Place | None:
    """Return the place of a mention that is a name of a person, organisation or place, else None."""
    kind = WIKIEVENTS.get(entity_type)
    if kind is None or not tokens or not tokens[-1][2][:1].isupper():
        return None
    return tokens[0][0], tokens[-1][1], kind


def _is_open(text: str, name: Place) -> bool:
    """Tell whether nobody can see by the capital that it is a name: "I", and a single word that begins a sentence."""
    start, end, _ = name
    begins = start == 0 or text[start - 1] == "\n"
    return text[start:end].lower() in {*PRONOUNS, *_OWNERS} or (begins and " " not in text[start:end])


def f1(news: Iterable[tuple[str, list[Place]]], engine: Engine) -> dict[str, tuple[float, float, float]]:
    """Return class, and `all`, to precision, recall and F1."""
    right, mine, wanted = Counter[str](), Counter[str](), Counter[str]()
    for text, gold in news:
        parts = (part for part in mentions_of(text, engine) if part.is_name and part.type in CLASSES)
        found = [(part.span.start, part.span.end, CLASSES[part.type]) for part in parts]
        found = [one for one in found if not _is_open(text, one)]
        free = list(gold)
        for one in found:
            hit = next((other for other in free if alike(one, other)), None)
            if hit is not None:
                free.remove(hit)
                right[one[2]] += 1
        mine.update(one[2] for one in found)
        wanted.update(one[2] for one in gold)
    for counts in (right, mine, wanted):
        counts["all"] = counts.total()
    return {
        kind: (right[kind] / mine[kind], right[kind] / wanted[kind], 2 * right[kind] / (mine[kind] + wanted[kind]))
        for kind in wanted
    }


def alike(one: Place, other: Place) -> bool:
    """Tell whether two places of one type share at least half of the longer one."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return one[2] == other[2] and 2 * shared >= max(one[1] - one[0], other[1] - other[0])


def recall(texts: Iterable[dict[str, Any]], engine: Engine) -> dict[str, tuple[int, float, float]]:
    """Return type, and `all`, to the number of names, the share with the right type and with the right class.

    Names of unnamed people and of things are not asked for.
    """
    names, exact, like = Counter[str](), Counter[str](), Counter[str]()
    for record in texts:
        found = [(part.span.start, part.span.end, str(part.type)) for part in mentions_of(record["text"], engine)]
        for kind, places in _gold(record):
            classes = [(a, b, CLASSES.get(k, k)) for a, b, k in found]
            wanted = CLASSES.get(kind, kind)
            names[kind] += 1
            exact[kind] += any(alike((a, b, kind), one) for a, b in places for one in found)
            like[kind] += any(alike((a, b, wanted), one) for a, b in places for one in classes)
    for counts in (names, exact, like):
        counts["all"] = counts.total()
    return {kind: (names[kind], exact[kind] / names[kind], like[kind] / names[kind]) for kind in names}


def _gold(record: dict[str, Any]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield the type of each name that begins with a capital, and where it stands."""
    for entity in record["entities"]:
        for name in dict.fromkeys(entity["names"]):
            pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
            places = [match.span() for match in re.finditer(pattern, record["text"])]
            if places and name[:1].isupper() and entity["type"] not in {"people", "thing"}:
                yield entity["type"], places


if __name__ == "__main__":
    main()
