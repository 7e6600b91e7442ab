"""Role fillers of MUC-4 (terrorist incidents, 1989-90, capitals), from the reader's claims, by the published scorers.

Usage: python -m benchmarks.muc4 [--data ../shared] [--split dev] [--engine FOLDER]

Role fillers: `docER_eval.py` of Du and Cardie 2020, exact match, macro average over five roles (its match by head noun
needs another parser and is left out). Templates: `gtt_eval.py` of Du, Rush and Cardie 2021, micro average. Each text is
read twice: in capitals as it was printed, and in lower case. Nothing in the reader was made for these texts. A line
break within a paragraph is no end of a sentence here; templates of one type in one text are taken as one incident.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import importlib.util
import io
import json
import re
import sys
import types
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tacitus.model.document import Document
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty, Status
from tacitus.pipeline import Reader, default_steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tacitus.model.claim import Claim
    from tacitus.model.entity import Entity
    from tacitus.model.reading import Reading

INCIDENTS: Mapping[str, str] = {
    "attack": "attack",
    "killing": "attack",
    "clash": "attack",
    "offensive": "attack",
    "airstrike": "bombing",
    "shelling": "bombing",
    "bombing": "bombing",
    "abduction": "kidnapping",
    "destruction": "attack",
}
"""Types of claims to types of incidents; its arson and robbery have no type of their own in claims."""
ROLES = {
    "perp_individual_id": "PerpInd",
    "perp_organization_id": "PerpOrg",
    "phys_tgt_id": "Target",
    "hum_tgt_name": "Victim",
    "incident_instrument_id": "Weapon",
}
"""Names of the roles in the two scorers."""
_PERSONS = frozenset({EntityType.PERSON, EntityType.PEOPLE})
_NO_NUMBER = re.compile(
    r"^(?:at least|about|some|around|more than|over|up to|a|an|the|\d[\d,]*|[^\W\d_]+teen)\s+", re.IGNORECASE
)


def slot(role: str, entity: Entity) -> str | None:
    """Return the MUC role that an entity fills in an incident, by its role in the claim; None for none."""
    if role == "actor":
        return "PerpInd" if entity.type in _PERSONS else "PerpOrg"
    if role in {"target", "victim"}:
        places = {EntityType.PLACE, EntityType.STATE}
        return "Victim" if entity.type in _PERSONS else None if entity.type in places else "Target"
    return "Weapon" if role == "instrument" else None


def templates(claims: Iterable[Claim], entities: Iterable[Entity]) -> list[dict[str, Any]]:
    """Return the incidents that claims tell, one a type: type, and for each role the words of its fillers."""
    known = {entity.id: entity for entity in entities}
    found: dict[str, dict[str, Any]] = {}
    for claim in claims:
        kind = INCIDENTS.get(claim.type)
        if kind is None or claim.certainty is Certainty.DENIED or claim.status is Status.HYPOTHETICAL:
            continue
        incident = found.setdefault(kind, {"incident_type": kind, **{name: [] for name in ROLES.values()}})
        for name, words in _fillers(claim, known):
            if [words] not in incident[name]:
                incident[name].append([words])
    return list(found.values())


def _fillers(claim: Claim, known: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    """Yield role and words of each filler of a claim; who died or was hurt is a victim."""
    for arg in claim.args:
        role, identity = arg.role, arg.value
        if role in {"killed", "injured", "count"}:
            role, identity = "victim", getattr(arg.value, "who", None) or ""
        if isinstance(identity, str) and identity in known:
            name = slot(role, known[identity])
            if name is not None:
                yield name, plain(known[identity].name)


def plain(words: str) -> str:
    """Return the words of a filler as the gold writes them: lower case, without article and number."""
    return _NO_NUMBER.sub("", " ".join(words.lower().split()))


def unwrapped(text: str) -> str:
    """Return a text with the lines of each paragraph joined."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text))


def load(path: Path, **stubs: types.ModuleType) -> types.ModuleType:
    """Return a published scorer as a module; `stubs` stand for libraries of parts that are not run."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    before = {name: sys.modules.get(name) for name in stubs}
    sys.modules.update(stubs)
    spec.loader.exec_module(module)
    for name, kept in before.items():
        if kept is None:
            del sys.modules[name]
        else:
            sys.modules[name] = kept
    return module


def role_fillers(folder: Path, gold: dict[str, Any], found: Mapping[str, list[dict[str, Any]]]) -> str:
    """Return what `docER_eval.py` prints for exact matches; it counts the texts that have a prediction."""
    scorer = load(folder / "docER_eval.py", spacy=types.ModuleType("spacy"))
    mine = {
        name: {key: [words for one in incidents for (words,) in one[role]] for key, role in ROLES.items()}
        for name, incidents in found.items()
    }
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        scorer.eval_exact(mine, gold)
    return printed.getvalue()


def gold_templates(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return document to its templates, as `gtt_eval.py` makes them: mentions without offsets, no template twice."""
    out: dict[str, list[dict[str, Any]]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for record in map(json.loads, file):
            kept: list[dict[str, Any]] = []
            for raw in record["templates"]:
                one = {role: _mentions(value) if role in ROLES.values() else value for role, value in raw.items()}
                if one not in kept:
                    kept.append(one)
            out[record["docid"]] = kept
    return out


def _mentions(entities: Iterable[Iterable[tuple[str, int]]]) -> list[list[str]]:
    return [words for entity in entities if (words := [mention for mention, _ in entity])]


def main() -> None:
    """Print the figures."""
    from tacitus.language.engine import BundledEngine  # noqa: PLC0415 - the mapping alone needs no engine

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--split", default="dev")
    parser.add_argument("--engine", type=Path, help="folder of an exported model; by default the package's own")
    options = parser.parse_args()
    folder = options.data / "data" / "eval" / "muc4"
    reader = Reader(BundledEngine(options.engine), default_steps())
    for case, change in (("capitals", str), ("lower case", str.lower)):
        with gzip.open(folder / f"docER_{options.split}.json.gz", "rt", encoding="utf-8") as file:
            gold = json.load(file)
        readings = {name: _read(reader, name, change(unwrapped(one["doc"]))) for name, one in gold.items()}
        found = {name: templates(one.claims, one.entities) for name, one in readings.items()}
        print(f"{case}: {sum(len(one.claims) for one in readings.values())} claims, {len(found)} texts")
        print(role_fillers(folder, gold, found))
        result = load(folder / "gtt_eval.py").eval_tf(
            found, gold_templates(folder / f"gtt_{options.split}.jsonl.gz"), []
        )
        for role, row in result.items():
            print(f"templates, {role:14} P {100 * row['p']:.2f} R {100 * row['r']:.2f} F1 {100 * row['f1']:.2f}")


def _read(reader: Reader, name: str, text: str) -> Reading:
    return reader.read(Document(name, text, "0" * 64, language="en"))


if __name__ == "__main__":
    main()
