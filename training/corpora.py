"""Readers of the public corpora: Universal Dependencies, Universal NER, Wikigold."""

from __future__ import annotations

import json
import tarfile
from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.language.tokens import tokenize
from training import gum_links, propbank
from training.example import Example, blocks
from training.gum import names, sentences
from training.heads import NAME_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CLEARED_GUM = frozenset({"academic", "bio", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"})
"""Genres of GUM whose texts are public domain, CC BY or CC BY-SA (its LICENSE.txt); no NC, ND or masked one."""


def read_ud(path: Path, source: str) -> Iterator[tuple[str, Example]]:
    """Yield `(sentence id, example)` of a CoNLL-U file; multiword ranges and empty nodes are left out."""
    for lines in blocks(path):
        ident = next((line[12:].strip() for line in lines if line.startswith("# sent_id = ")), "")
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if not rows:
            continue
        tags: dict[str, tuple[str | None, ...]] = {"upos": tuple(r[3] for r in rows), "xpos": tuple(r[4] for r in rows)}
        yield (
            ident,
            Example(tuple(r[1] for r in rows), source, tags, tuple(int(r[6]) for r in rows), tuple(r[7] for r in rows)),
        )


def read_uner(path: Path) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return sentence id to `(words, BIO labels)`; labels of other types become `O`."""
    known = {f"{mark}-{kind}" for mark in "BI" for kind in NAME_TYPES}
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for lines in blocks(path):
        ident = next((line[12:].strip() for line in lines if line.startswith("# sent_id = ")), "")
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        labels = tuple(row[2] if row[2] in known else "O" for row in rows)
        found[ident] = (tuple(row[1] for row in rows), labels)
    return found


def ewt(folder: Path, split: str) -> Iterator[Example]:
    """Yield English Web Treebank sentences with tags, trees, and where the tokens agree names and PropBank's roles."""
    version = ".2023-05-24" if split == "train" else ""
    named = read_uner(folder / f"en_ewt-uner-{split}{version}.iob2.gz")
    frames = propbank.read(folder / f"ewt-propbank-{split}.jsonl.gz")
    for ident, example in read_ud(folder / f"en_ewt-ud-{split}.conllu.gz", "ewt"):
        words, labels = named.get(ident, ((), ()))
        if words == example.words:
            example = replace(example, tags={**example.tags, "names": labels})  # noqa: PLW2901 - step by step
        words, known = frames.get(ident, ((), []))
        yield propbank.teach(example, known) if words == example.words else example


def gum(folder: Path, split: str) -> Iterator[Example]:
    """Yield the sentences of GUM's cleared genres with tags, trees, names, coreference and attribution."""
    genres = {
        doc["doc"]: doc["genre"] for doc in json.loads((folder / "docs.json").read_text("utf-8")) if doc["has_text"]
    }
    rows = sentences(folder / f"gum_{split}.conllu.gz")
    for ident, example in read_ud(folder / f"gum_{split}.conllu.gz", "gum"):
        if genres.get(ident.rsplit("-", 1)[0]) in CLEARED_GUM:
            named = replace(example, tags={**example.tags, "names": names(rows[ident])})
            yield gum_links.teach(named, rows[ident])


def wikigold(folder: Path) -> Iterator[Example]:
    """Yield Wikigold's sentences, divided into our tokens, with names."""
    with tarfile.open(folder / "wikigold.tar.xz") as archive:
        member = archive.extractfile("wikigold/CONLL-format/data/wikigold.conll.txt")
        if member is None:
            return
        text = member.read().decode("utf-8")
    for block in text.split("\n\n"):
        rows = [line.split() for line in block.splitlines() if len(line.split()) == 2]
        rows = [row for row in rows if row[0] != "-DOCSTART-"]
        if rows:
            yield _redivide(rows)


def _redivide(rows: list[list[str]]) -> Example:
    """Return one IOB1 sentence in our tokens and BIO labels; `MISC` becomes `O`."""
    words: list[str] = []
    labels: list[str | None] = []
    before = "O"
    for word, label in rows:
        kind = label[2:] if label[2:] in NAME_TYPES else ""
        opens = label.startswith("B-") or before[2:] != label[2:]
        for start, end in tokenize(word):
            words.append(word[start:end])
            labels.append(f"{'B' if opens else 'I'}-{kind}" if kind else "O")
            opens = False
        before = label
    return Example(tuple(words), "wikigold", {"names": tuple(labels)})
