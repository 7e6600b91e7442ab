"""Peaceful reports teach what is no trigger."""

from __future__ import annotations

import io
import tarfile
from typing import TYPE_CHECKING

from training.ecbplus import unarmed

if TYPE_CHECKING:
    from pathlib import Path


def _file(*sentences: str) -> bytes:
    tokens = [
        f'<token t_id="{n}" sentence="{number}">{word}</token>'
        for number, sentence in enumerate(sentences)
        for n, word in enumerate(sentence.split())
    ]
    return f"<Document>{''.join(tokens)}</Document>".encode()


def _archive(path: Path, files: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w:xz") as packed:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            packed.addfile(entry, io.BytesIO(content))
    return path


def test_every_second_sentence_of_peaceful_topics_is_taken(tmp_path: Path) -> None:
    """Topic 29 is football; topic 12 tells of pirates and stays out."""
    sport = _file("The club won the match again .", "Fans sang until late at night .", "The coach praised his team .")
    found = list(unarmed(_archive(tmp_path / "a.tar.xz", {"E/29/29_1.xml": sport, "E/12/12_1.xml": sport})))
    assert [" ".join(one.words) for one in found] == [
        "The club won the match again .",
        "The coach praised his team .",
    ]
    assert all(set(one.tags["triggers"]) == {"O"} and len(one.tags["triggers"]) == len(one.words) for one in found)


def test_addresses_and_lists_are_left_out(tmp_path: Path) -> None:
    """Sentences of fewer than five words or more than sixty teach nothing."""
    odd = _file("www . example", "word " * 61)
    assert list(unarmed(_archive(tmp_path / "a.tar.xz", {"E/29/29_1.xml": odd}))) == []
