"""Entities across documents: how well what different texts speak of is brought together.

Usage: python -m benchmarks.entities [--data ../shared] [--set claims/dev] [--gazetteer FILE] [--pairs N] [--wrong N]

Named gold entities whose gold names overlap after folding are one, and corrections by id stand in
`entities_gold.tsv`. Measured are B-cubed precision, recall and F1 (Bagga and Baldwin 1998) over gold entities with
their gold names and claims, and over the program's own readings, whose entities stand for the gold ones with the likest
names; then the precision of joined pairs by score, for the bar above which a rule joins by itself.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.coreference import b_cubed

from tacitus.evaluate import names
from tacitus.evaluate.papers import Thing
from tacitus.gazetteer.index import Index
from tacitus.model.claim import Argument, Claim
from tacitus.model.document import Document
from tacitus.model.entity import Entity, EntityType
from tacitus.model.judgement import Verdict
from tacitus.model.ontology import ROLES
from tacitus.model.reading import Reading
from tacitus.model.span import Span
from tacitus.pipeline import default_reader
from tacitus.read.inputs import ReadOptions, read_inputs
from tacitus.resolve.clusters import Union, clusters
from tacitus.resolve.entities import Resolver
from tacitus.resolve.fold import fold
from tacitus.resolve.kinds import may_be_one
from tacitus.resolve.naming import Nature, namings
from tacitus.resolve.proper import tying_names
from tacitus.resolve.records import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tacitus.model.judgement import Judgement
    from tacitus.resolve.records import Record

NOW = datetime(2024, 1, 1, tzinfo=UTC)
BANDS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01)
CORRECTIONS = Path(__file__).with_name("entities_gold.tsv")


@dataclass(frozen=True, slots=True)
class Gold:
    """What people marked.

    Attributes:
        readings: One a document.
        clusters: "document/entity" → cluster, of all named entities.
    """

    readings: tuple[Reading, ...]
    clusters: Mapping[str, str]


def gold_reading(data: Mapping[str, Any]) -> Reading:
    """Return a document of the bench as a reading: its entities, and its claims with entities alone."""
    about = data["document"]
    day = date.fromisoformat(about["published"]) if about.get("published") else None
    entities = tuple(
        Entity(e["id"], EntityType(e["type"]), tuple(e["names"]), tuple(Span(*m) for m in e.get("mentions", ())))
        for e in data["entities"]
    )
    ids = {e.id for e in entities}
    claims = tuple(
        Claim(
            c["id"],
            c["type"],
            tuple(
                Argument(role, value)
                for role, values in c["args"].items()
                for value in _listed(values)
                if value in ids and role in ROLES[c["type"]]
            ),
            tuple(Span(*s) for s in c["evidence"]),
        )
        for c in data["claims"]
    )
    return Reading(Document(about["id"], data["text"], "", published=day), entities, claims)


def _listed(value: object) -> list[str]:
    every = value if isinstance(value, list) else [value]
    return [v for v in every if isinstance(v, str)]


def load(folder: Path) -> Gold:
    """Return the gold of a folder, with its clusters."""
    readings = tuple(gold_reading(json.loads(f.read_text("utf-8"))) for f in sorted(folder.glob("*.json")))
    return Gold(readings, gold_clusters(readings, _corrections()))


def gold_clusters(readings: Iterable[Reading], corrections: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """Return "document/entity" → cluster: names that overlap after folding, and kinds that may be one.

    Args:
        readings: Gold, one a document.
        corrections: "same" or "apart" with two items; those of items that are not here are passed over.
    """
    union = Union()
    types: dict[str, EntityType] = {}
    named: defaultdict[str, list[str]] = defaultdict(list)
    for reading in readings:
        entities = {e.id: e for e in reading.entities}
        for record in records(reading):
            item = f"{reading.document.id}/{record.entity}"
            union.add(item)
            types[item] = record.type
            for name in _normal(entities[record.entity], record):
                named[name].append(item)
    wanted = [c for c in corrections if c[1] in union and c[2] in union]
    for verdict, a, b in sorted(wanted):  # "apart" comes first
        if verdict == "apart":
            union.part(a, b)
        else:
            union.join(a, b)
    for name in sorted(named):
        for a, b in combinations(named[name], 2):
            if may_be_one(types[a], types[b]):
                union.join(a, b)
    return {item: union.root(item) for item in types}


def _normal(entity: Entity, record: Record) -> set[str]:
    """Return the names that tie a gold entity to others: a country's usual name alone, else its proper names."""
    first = namings(record)[0]
    if first.nature is Nature.COUNTRY:
        return {first.folded}
    return {fold(n) for n in tying_names(entity) or record.names[:1]}


def _corrections() -> list[tuple[str, str, str]]:
    lines = CORRECTIONS.read_text("utf-8").splitlines()
    return [(v, a, b) for v, a, b in (line.split("\t")[:3] for line in lines if line and not line.startswith("# "))]


def resolved(found: Sequence[Record]) -> tuple[dict[str, str], list[Judgement]]:
    """Return "document/entity" → cluster as the resolver has it, and its judgements."""
    judgements = list(Resolver().decide(found, NOW))
    made = clusters(found, judgements)
    return {f"{r.document}/{r.entity}": c.id for c in made for r in c.records}, judgements


def matched(gold: Iterable[Reading], read: Iterable[Reading]) -> dict[str, str]:
    """Return item of the program → item of gold with the likest names, as `tacitus.evaluate.names` matches them."""
    by_id = {r.document.id: _things(r) for r in gold}
    out: dict[str, str] = {}
    for reading in read:
        document = reading.document.id
        for mine, theirs in names.matched(_things(reading), by_id.get(document, ())).items():
            out[f"{document}/{mine}"] = f"{document}/{theirs}"
    return out


def _things(reading: Reading) -> tuple[Thing, ...]:
    return tuple(Thing(e.id, e.type, e.names) for e in reading.entities)


def by_band(
    judgements: Iterable[Judgement], items: Mapping[str, str], gold: Mapping[str, str]
) -> list[tuple[float, int, int]]:
    """Return lower bound of the score, number of judged pairs that gold knows, and those that are one there."""
    counted: dict[float, list[int]] = {low: [0, 0] for low in BANDS[:-1]}
    for one in judgements:
        a, b = (items.get(key, "") for key in one.subject)
        if one.score is None or a not in gold or b not in gold or one.score < BANDS[0]:
            continue
        low = max(b for b in BANDS if b <= one.score)
        counted[low][0] += 1
        counted[low][1] += gold[a] == gold[b]
    return [(low, n, right) for low, (n, right) in counted.items()]


def report(title: str, found: Sequence[Record], gold: Mapping[str, str], items: Mapping[str, str]) -> list[Judgement]:
    """Print the figures of one run; `items` maps the program's items to those of gold."""
    mine, judgements = resolved(found)
    wanted = {item: gold[items[item]] for item in mine if items.get(item) in gold}
    p, r, f = b_cubed(wanted, {item: mine[item] for item in wanted})
    verdicts = Counter(str(j.verdict) for j in judgements)
    print(f"\n{title}: {len(wanted)} entities that gold has, in {len(set(wanted.values()))} clusters, {dict(verdicts)}")
    print(f"B-cubed precision {p:.3f}, recall {r:.3f}, F1 {f:.3f}\n")
    keys = {k: items.get(f"{x.document}/{x.entity}", "") for x in reversed(found) for k in reversed(x.keys)}
    keys |= {x.key: items.get(f"{x.document}/{x.entity}", "") for x in reversed(found)}
    print("| score | pairs | the same |\n| --- | --- | --- |")
    for low, pairs, right in by_band(judgements, keys, gold):
        print(f"| {low:.2f} | {pairs} | {right / pairs if pairs else 0:.3f} |")
    joined = [
        (keys.get(a, ""), keys.get(b, "")) for j in judgements if j.verdict is Verdict.SAME for a, b in [j.subject]
    ]
    known = [gold[a] == gold[b] for a, b in joined if a in gold and b in gold]
    print(f"joined pairs: {len(known)}, precision {sum(known) / max(len(known), 1):.3f}")
    return judgements


def sample(gold: Gold, number: int) -> None:
    """Print pairs of gold entities that are one, to be checked by hand; spread over all of them."""
    called = {f"{r.document.id}/{e.id}": e.names for r in gold.readings for e in r.entities}
    members: defaultdict[str, list[str]] = defaultdict(list)
    for item, cluster in gold.clusters.items():
        members[cluster].append(item)
    pairs = sorted(pair for m in members.values() for pair in pairwise(m))
    for a, b in pairs[:: max(1, len(pairs) // max(number, 1))][:number]:
        print(a, called[a][:3], b, called[b][:3])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--set", default="claims/dev", help="claims/dev or claims/train")
    parser.add_argument("--gazetteer", type=Path, help="an index made by `tacitus gazetteer build`")
    parser.add_argument("--pairs", type=int, default=0, help="print so many gold pairs to check by hand")
    parser.add_argument("--gold-only", action="store_true", help="do not read the texts")
    options = parser.parse_args()
    bench = options.data / "bench"
    gold = load(bench / options.set)
    sample(gold, options.pairs)
    every = [r for reading in gold.readings for r in records(reading)]
    report("gold entities", every, gold.clusters, {item: item for item in gold.clusters})
    if options.gold_only:
        return
    reader = default_reader(gazetteer=Index(options.gazetteer)) if options.gazetteer else default_reader()
    items = read_inputs([str(bench / f"{options.set}-texts.jsonl")], ReadOptions())
    read = [reader.read(one) for one in items if isinstance(one, Document)]
    own = [r for reading in read for r in records(reading)]
    report("own readings", own, gold.clusters, matched(gold.readings, read))


if __name__ == "__main__":
    main()
