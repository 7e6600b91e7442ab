"""Gold from files: documents with the claims that people marked, and a Problem for each piece that cannot be used."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tacitus.errors import TacitusError
from tacitus.evaluate.papers import Paper, thing_in, told_in
from tacitus.model.document import Document
from tacitus.model.ontology import ROLES, kind_of
from tacitus.model.problem import Problem
from tacitus.read.inputs import ReadOptions, read_inputs
from tacitus.read.jsonl import read_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

STEP = "evaluate"
_SHAPE = "Write gold in the JSON of docs/formats.md: document, text, entities, claims."
_LEFT_OUT = "The claim was left out; correct it."
_METADATA = ("title", "published", "outlet", "url")


class NoGoldError(TacitusError, FileNotFoundError):
    """The path of the gold leads nowhere."""

    def __init__(self, path: Path) -> None:
        """Name the path."""
        super().__init__(f"There is no gold at {str(path)!r}. Give a folder of .json files, or a JSON Lines file.")


@dataclass(frozen=True, slots=True)
class Case:
    """A document to read, and what should be read in it."""

    document: Document
    gold: Paper


def cases(path: Path, texts: Path | None = None) -> Iterator[Case | Problem]:
    """Yield the documents of the gold in order; what is bad is a Problem, and the rest goes on.

    Args:
        path: A folder of `.json` files, one such file, or a JSON Lines file with one document a line.
        texts: Reports in any form that `tacitus read` takes, matched by id; for gold without texts of its own. Title,
            day, outlet and address are then those of the report.

    Raises:
        NoGoldError: If there is nothing at `path`.
    """
    reports: dict[str, Document] = {}
    for item in read_inputs([str(texts)], ReadOptions()) if texts is not None else ():
        if isinstance(item, Problem):
            yield item
        else:
            reports.setdefault(item.id, item)
    seen: set[str] = set()
    for place, found in _objects(path):
        if isinstance(found, Problem):
            yield found
            continue
        for case in _of_object(place, found, reports):
            if isinstance(case, Case) and case.gold.id in seen:
                yield _bad(place, f"The id {case.gold.id!r} stands twice.", "Give each document an id of its own.")
            else:
                seen.update((case.gold.id,) if isinstance(case, Case) else ())
                yield case


def _objects(path: Path) -> Iterator[tuple[str, dict[str, Any] | Problem]]:
    """Yield place and JSON object of each document."""
    if not path.exists():
        raise NoGoldError(path)
    for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
        try:
            text = file.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            yield str(file), _bad(str(file), f"It cannot be read: {error}.", "Gold is JSON in UTF-8.")
            continue
        if file.suffix == ".json":
            yield str(file), _parsed(str(file), text)
        else:
            for number, line in enumerate(text.split("\n"), 1):
                if line.strip():
                    yield f"{file}:{number}", _parsed(f"{file}:{number}", line)


def _parsed(place: str, text: str) -> dict[str, Any] | Problem:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        return _bad(place, f"It is no JSON: {error}.", _SHAPE)
    return found if isinstance(found, dict) else _bad(place, "It is no JSON object.", _SHAPE)


def _of_object(place: str, data: Mapping[str, Any], reports: Mapping[str, Document]) -> Iterator[Case | Problem]:
    about = data.get("document")
    if not isinstance(about, dict) or not about.get("id"):
        yield _bad(place, "It has no document with an id.", _SHAPE)
        return
    document = _document(place, data, about, reports)
    if isinstance(document, Problem):
        yield document
        return
    try:
        things = tuple(thing_in(entity) for entity in data["entities"])
        listed = list(data["claims"])
    except (KeyError, TypeError) as error:
        yield _bad(place, f"Its entities and claims are not as they should be ({error}).", _SHAPE)
        return
    claims = []
    for number, claim in enumerate(listed, 1):
        name = claim.get("id", number) if isinstance(claim, dict) else number
        try:
            told = told_in(claim)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            yield _bad(f"{place} claim {name}", f"It is no claim ({type(error).__name__}: {error}).", _LEFT_OUT)
            continue
        wrong = _wrong(told.kind, told.type, max((s.end for s in told.evidence), default=0), len(document.text))
        if wrong:
            yield _bad(f"{place} claim {name}", wrong, _LEFT_OUT)
        else:
            claims.append(told)
    yield Case(document, Paper(document.id, document.title, document.text, things, tuple(claims)))


def _document(
    place: str, data: Mapping[str, Any], about: Mapping[str, Any], reports: Mapping[str, Document]
) -> Document | Problem:
    """Return the document to read: the report of its id, else the gold's own text as a line of JSON Lines."""
    id_, text = str(about["id"]), data.get("text")
    report = reports.get(id_)
    if report is not None:
        if isinstance(text, str) and text != report.text:
            message = f"The text of {id_!r} in the gold is not the one of the report, so offsets cannot be compared."
            return _bad(place, message, "Give the texts that were marked, or leave out --texts.")
        return report
    if not isinstance(text, str):
        message = f"The document {id_!r} has no text."
        return _bad(place, message, "Put the text into the gold, or give the reports with --texts FILE.")
    line = json.dumps({"id": id_, "text": text, **{key: about.get(key) for key in _METADATA}})
    found = read_line(line.encode())
    return replace(found, place=place) if isinstance(found, Document) else _bad(place, found.message, found.advice)


def _wrong(kind: str, claim_type: str, end: int, length: int) -> str:
    """Return what is wrong with a claim; "" for nothing."""
    if claim_type not in ROLES:
        return f"There is no type {claim_type!r}. Allowed: {', '.join(ROLES)}."
    if kind != kind_of(claim_type):
        return f"A claim of type {claim_type!r} is of kind {kind_of(claim_type)!s}, not {kind!r}."
    if not end:
        return "It has no evidence."
    return f"Its evidence ends at {end}, outside of the text of {length} code points." if end > length else ""


def _bad(place: str, message: str, advice: str) -> Problem:
    return Problem(place, STEP, message, advice)
