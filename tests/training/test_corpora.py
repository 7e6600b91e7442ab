"""Public corpora in their formats become examples."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

from training.analyses import Analyses, WordLists
from training.re3d import re3d

from training import corpora, example

if TYPE_CHECKING:
    from pathlib import Path

UD = """\
# newdoc id = d1
# sent_id = d1-1
# text = Kids don't flee Arden.
1\tKids\tkid\tNOUN\tNNS\t_\t4\tnsubj\t_\tEntity=(1-person-new-n-cf1-1-sgl)
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tflee\tflee\tVERB\tVB\t_\t0\troot\t_\t_
5\tArden\tArden\tPROPN\tNNP\t_\t4\tobj\t_\tEntity=(2-place-new-n-cf2-1-sgl)
6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
"""
UNER = """\
# sent_id = d1-1
1\tKids\tO\t-\t-
2\tdo\tB-OTH\t-\t-
3\tn't\tO\t-\t-
4\tflee\tO\t-\t-
5\tArden\tB-LOC\t-\t-
6\t.\tO\t-\t-
"""
FRAMES = json.dumps(
    {
        "sent_id": "d1-1",
        "tokens": ["Kids", "do", "n't", "flee", "Arden", "."],
        "frames": [{"p": 3, "roleset": "flee.01", "args": [[0, 0, "ARG0"], [3, 3, "V"], [4, 4, "ARG1"]]}],
    }
)


def _store(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(text)


def test_ewt_joins_trees_and_names(tmp_path: Path) -> None:
    """Ranges of two words are left out; labels of other types are no names; the example survives storing."""
    _store(tmp_path / "en_ewt-ud-dev.conllu.gz", UD)
    _store(tmp_path / "en_ewt-uner-dev.iob2.gz", UNER)
    _store(tmp_path / "ewt-propbank-dev.jsonl.gz", FRAMES)
    (one,) = corpora.ewt(tmp_path, "dev")
    assert one.words == ("Kids", "do", "n't", "flee", "Arden", ".")
    assert one.heads == (4, 4, 4, 0, 4, 4)
    assert one.relations[3:5] == ("root", "obj")
    assert one.tags["names"] == ("O", "O", "O", "O", "B-LOC", "O")
    assert one.pairs["roles"].labelled == ((3, 0, "agent"), (3, 4, "patient"))
    assert example.write(tmp_path / "kept.jsonl.gz", [one]) == 1
    assert list(example.read(tmp_path / "kept.jsonl.gz")) == [one]


def test_names_of_other_tokens_are_not_taken(tmp_path: Path) -> None:
    """Where the two layers disagree on the words, the sentence has no names."""
    _store(tmp_path / "en_ewt-ud-dev.conllu.gz", UD)
    _store(tmp_path / "en_ewt-uner-dev.iob2.gz", UNER.replace("Kids", "Kid"))
    _store(tmp_path / "ewt-propbank-dev.jsonl.gz", FRAMES)
    (one,) = corpora.ewt(tmp_path, "dev")
    assert "names" not in one.tags


def test_gum_keeps_cleared_genres_alone(tmp_path: Path) -> None:
    """A document of another genre, or without text, gives nothing."""
    _store(tmp_path / "gum_dev.conllu.gz", UD)
    for genre, expected in (("news", 1), ("fiction", 0), ("conversation", 0)):
        docs = [{"doc": "d1", "genre": genre, "has_text": True}]
        (tmp_path / "docs.json").write_text(json.dumps(docs), encoding="utf-8")
        found = list(corpora.gum(tmp_path, "dev"))
        assert len(found) == expected
        assert all(one.tags["names"] == ("O", "O", "O", "O", "B-LOC", "O") for one in found)


def test_re3d_leaves_doubtful_words_open(tmp_path: Path) -> None:
    """Names are labelled without titles; a capitalised word that nobody annotated is neither name nor none."""
    text = "The president met General Omar Haddad near Arden on Monday."
    entities = [
        {"begin": text.index(value), "end": text.index(value) + len(value), "type": kind, "value": value}
        for value, kind in (("General Omar Haddad", "Person"), ("Arden", "Location"), ("The president", "Person"))
    ]
    path = tmp_path / "re3d.jsonl"
    whole = {"begin": 0, "end": len(text), "type": "CoLocated"}
    ends = {"sourceBegin": 22, "sourceEnd": 40, "targetBegin": 46, "targetEnd": 51}
    record = {"text": text, "entities": entities, "relations": [{**whole, **ends}, {**whole, **ends, "type": "Likes"}]}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    (one,) = re3d(path, Analyses(tmp_path / "kept.jsonl.gz", WordLists()))
    assert one.pairs["links"].labelled == ((3, 7, "located"),)
    names = dict(zip(one.words, one.tags["names"], strict=True))
    assert (names["Omar"], names["Haddad"], names["Arden"]) == ("B-PER", "I-PER", "B-LOC")
    assert names["General"] is None
    assert names["Monday"] is None
    assert names["met"] == "O"
