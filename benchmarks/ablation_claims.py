"""What each step of the reader and each layer of the engine brings to the claims: one table.

Usage: python -m benchmarks.ablation_claims [--data ../shared] [--set claims/dev] [--engine FOLDER] [--gazetteer FILE]

A row switches steps of `default_steps` off, or empties layers of what the engine gives; nothing is copied or rewritten.
Each step that the others can do without has a row of its own, new ones too. By the scorer of the bench.

    engine off         no tags, tree, names or scores: words and sentences alone
    tree alone         tags and trees, and nothing that the engine learned about names, mentions, claims or speech
    rules off          events and relations by the engine alone
    gold off           nothing that was learned from annotated claims: mentions, triggers, arguments, factuality,
                       times of the story, confidence
    coreference off    a pronoun is nobody, a description is a thing of its own
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.confidence import load_scorer

from tacitus.errors import PipelineOrderError
from tacitus.export.claims_json import to_json
from tacitus.extract.anaphora import PRONOUNS
from tacitus.extract.assemble import Assemble
from tacitus.extract.contract import Draft, Extractor, check_order
from tacitus.gazetteer.index import Index
from tacitus.language.engine import BundledEngine
from tacitus.model.document import Document
from tacitus.model.entity import Entity
from tacitus.model.reading import Reading
from tacitus.pipeline import default_steps
from tacitus.read.inputs import ReadOptions, read_inputs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from types import ModuleType

    from tacitus.language.analysis import Sentence

Steps = tuple[Extractor, ...]
SEEN = ("names", "mentions", "triggers", "factuality", "roles", "arguments", "attributions")
"""Layers that the engine gives beside tags and trees."""
OF_GOLD = ("mentions", "triggers", "arguments", "factuality")
"""Those that it learned from annotated claims, alone or among other texts."""
RULES = frozenset({"events", "relations", "constructions"})
FIGURES = ("sourced_accuracy", "hedged_f1", "not_actual_f1", "dated_accuracy", "place_f1", "count_f1")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table.

    Attributes:
        name: What is off.
        layers: Layers of the engine that are emptied.
        is_bare: Whether tags and trees go too.
        steps: Makes the row's steps from all steps.
    """

    name: str
    layers: tuple[str, ...] = ()
    is_bare: bool = False
    steps: Callable[[Steps], Steps] = tuple


@dataclass(frozen=True, slots=True)
class Apart:
    """Step behind `reference`: undoes what it made of pronouns and descriptions."""

    name: str = "apart"
    version: str = "1"
    needs: frozenset[str] = frozenset({"mentions", "entities"})
    gives: frozenset[str] = frozenset({"mentions", "entities"})

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with a new entity for each description, and none for a pronoun."""
        known = {entity.id: entity for entity in draft.entities}
        mentions, more = [], []
        for number, one in enumerate(draft.mentions):
            words = one.span.of(draft.document.text)
            if one.is_name or not one.entity:
                mentions.append(one)
            elif words.lower() in PRONOUNS:
                mentions.append(replace(one, entity=""))
            else:
                more.append(Entity(f"apart{number}", known[one.entity].type, (words,), (one.span,)))
                mentions.append(replace(one, entity=more[-1].id))
        named = (replace(e, mentions=_named(e.id, mentions)) for e in draft.entities)
        kept = tuple(entity for entity in named if entity.mentions)
        return replace(draft, mentions=tuple(mentions), entities=(*kept, *more))


def _named(identity: str, mentions: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(one.span for one in mentions if one.entity == identity)


def without(*names: str) -> Callable[[Steps], Steps]:
    """Return what leaves the steps of these names out."""
    return lambda steps: tuple(step for step in steps if step.name not in names)


def unweighed(steps: Steps) -> Steps:
    """Return the steps with every claim kept, however unsure."""
    return tuple(replace(step, least=0.0) if isinstance(step, Assemble) else step for step in steps)


def uncoupled(steps: Steps) -> Steps:
    """Return the steps with pronouns and descriptions taken apart behind `reference`."""
    return tuple(one for step in steps for one in ((step, Apart()) if step.name == "reference" else (step,)))


def _of_no_gold(steps: Steps) -> Steps:
    return unweighed(without("story")(steps))


def rows(steps: Steps) -> tuple[Row, ...]:
    """Return the rows of the table, with one for each step that the others can do without."""
    return (
        Row("whole"),
        Row("engine off", SEEN, is_bare=True),
        Row("engine off but for the tree", SEEN),
        Row("rules off", steps=without(*RULES)),
        Row("gold off", OF_GOLD, steps=_of_no_gold),
        Row("coreference off", steps=uncoupled),
        Row("confidence off: every claim kept", steps=unweighed),
        Row("speech by the engine off", ("attributions",)),
        Row("factuality off", ("factuality",)),
        *(Row(f"step off: {step.name}", steps=without(step.name)) for step in steps if can_go(step, steps)),
    )


def can_go(step: Extractor, steps: Steps) -> bool:
    """Tell whether the others find what they need, and claims come out, without a step."""
    rest = without(step.name)(steps)
    try:
        check_order(rest)
    except PipelineOrderError:
        return False
    return any("claims" in one.gives for one in rest)


def bare(sentence: Sentence) -> Sentence:
    """Return a sentence as it comes without a parser: each token hangs on the first, and is of no class."""
    tokens = (
        replace(t, lemma=t.text.lower(), upos="X", xpos="FW", head=0 if at else -1, relation="dep" if at else "root")
        for at, t in enumerate(sentence.tokens)
    )
    return replace(sentence, tokens=tuple(tokens))


def seen(sentence: Sentence, row: Row) -> Sentence:
    """Return what the engine gives in a row."""
    empty: dict[str, Any] = dict.fromkeys(row.layers, ())
    return replace(bare(sentence) if row.is_bare else sentence, **empty)


def read(document: Document, sentences: Iterable[Sentence], steps: Sequence[Extractor]) -> Reading:
    """Return what the steps make of an analysed document."""
    draft = Draft(document, sentences=tuple(sentences))
    for step in steps:
        draft = step.extract(draft)
    return Reading(document, draft.entities, draft.claims, draft.problems)


def summary(scorer: ModuleType, readings: Iterable[Reading], gold: dict[str, Any]) -> dict[str, Any]:
    """Return the scorer's figures for readings."""
    total = Counter[str]()
    for reading in readings:
        claims = json.loads(json.dumps(to_json(reading)))
        total.update(scorer.judge(claims, gold[reading.document.id])["counts"])
    return dict(scorer.summary(total))


def line(name: str, figures: dict[str, Any]) -> str:
    """Return a row as it is printed."""
    found = figures["found"]
    parts = (found["precision"], found["recall"], found["f1"], figures["arguments"]["f1"], figures["full"]["f1"])
    cells = (*parts, *(figures[key] for key in FIGURES))
    return f"| {name} | {figures['claims']['pred']} | " + " | ".join(f"{cell:.3f}" for cell in cells) + " |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--set", default="claims/dev", help="claims/dev, claims/train, claims/seed or probes")
    parser.add_argument("--engine", type=Path, help="folder of an exported model; by default the package's own")
    parser.add_argument("--gazetteer", type=Path, help="with one places are looked up")
    options = parser.parse_args()
    bench = options.data / "bench"
    scorer = load_scorer(bench / "score_claims.py")
    gold = scorer.load(bench / options.set)
    engine = BundledEngine(options.engine)
    items = read_inputs([str(bench / f"{options.set}-texts.jsonl")], ReadOptions())
    texts = [(item, engine.analyse(item.text)) for item in items if isinstance(item, Document)]
    steps = default_steps(Index(options.gazetteer) if options.gazetteer else None)
    print("| | claims | P | R | found | arguments | full | sourced | hedged | not actual | dated | place | count |")
    print("| --- " * 13 + "|")
    for row in rows(steps):
        chosen = row.steps(steps)
        readings = (read(one, [seen(s, row) for s in sentences], chosen) for one, sentences in texts)
        print(line(row.name, summary(scorer, readings, gold)), flush=True)


if __name__ == "__main__":
    main()
