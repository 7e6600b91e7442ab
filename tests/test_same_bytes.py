"""What is said of a text hangs on that text alone: not on others, their order, the batch, threads or the process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # it ships no types
import pytest

from tacitus.extract.tree import planted
from tacitus.language import files
from tacitus.language.encoder import UNFUSED, Encoder
from tacitus.language.engine import BundledEngine

EXAMPLES = Path("examples")
TEXTS = (
    "Rebels shelled the market of Zenda on Monday, killing at least 12 people, the mayor said.",
    "The army denied it. “We hold the bridge,” Colonel Sapt told reporters in Strelsau, the capital.",
    "Shells fell.",
    (
        "Colonel Sapt, who leads the Ruritanian Guard (RG), met elders of the Highland Front near the border with "
        "Grünstadt on 3 May 2023 after weeks of fighting that had driven hundreds of families out of their villages."
    ),
)
ALL = "\n\n".join(TEXTS * 9)
"""Thirty-six sentences and more: several of the largest batches that are tried."""


@pytest.fixture(scope="module")
def engine() -> BundledEngine:
    """Return the engine of the package."""
    return BundledEngine()


def shifted(text: str, engine: BundledEngine, by: int) -> list[str]:
    """Return the analysis of a text as if it began `by` code points later, in words."""
    return [repr(one) for one in engine.analyse(" " * by + text)]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_a_sentence_among_others_is_the_sentence_alone(engine: BundledEngine, order: tuple[int, ...]) -> None:
    """To the last digit of every score, whatever stands before or behind it."""
    text = "\n".join(TEXTS[at] for at in order)
    among = [repr(one) for one in engine.analyse(text)]
    alone = [one for at in order for one in shifted(TEXTS[at], engine, text.index(TEXTS[at]))]
    assert among == alone


def test_trees_are_those_of_the_text_that_was_asked_for(engine: BundledEngine) -> None:
    """Trees of the last text are kept; another text in between changes nothing."""
    first, second = (engine.analyse(text) for text in TEXTS[:2])
    trees = planted(first)
    assert planted(first) is trees
    assert [tree.sentence.span for tree in planted(second)] == [sentence.span for sentence in second]
    assert planted(first) == trees


def recorded(monkeypatch: pytest.MonkeyPatch, text: str) -> tuple[list[int], list[dict[str, Any]]]:
    """Return how many windows each call of the network was given, and all that it was given."""
    given: list[dict[str, Any]] = []
    made = onnxruntime.InferenceSession

    class Watched:
        def __init__(self, *args: object, **kwargs: object) -> None:
            self.session = made(*args, **kwargs)

        def run(self, names: None, feed: dict[str, Any]) -> list[Any]:
            given.append(feed)
            return list(self.session.run(names, feed))

    monkeypatch.setattr(onnxruntime, "InferenceSession", Watched)
    BundledEngine().analyse(text)
    monkeypatch.undo()
    return [feed["pieces"].shape[0] for feed in given], given


def test_every_window_is_run_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scores of the 8-bit network move with whatever is run beside them, so nothing is, in a text of any length.

    The second half shows what would happen: batches of 4 and of 32 give other scores than each window alone.
    """
    sizes, feeds = recorded(monkeypatch, ALL)
    assert len(sizes) > 32
    assert set(sizes) == {1}
    session = onnxruntime.InferenceSession(files.load(files.bundled_folder()).model, providers=["CPUExecutionProvider"])
    alone = session.run(["upos"], feeds[0])[0][0]
    together = [session.run(["upos"], _stacked(feeds[:size]))[0][0, : len(alone)] for size in (1, 4, 32)]
    assert np.array_equal(together[0], alone)
    assert not all(np.array_equal(alone, one) for one in together[1:])


def _stacked(feeds: list[dict[str, Any]]) -> dict[str, Any]:
    """Return windows as one batch, filled up with zeros."""
    widths = {name: max(feed[name].shape[1] for feed in feeds) for name in feeds[0]}
    return {
        name: np.concatenate([np.pad(feed[name], ((0, 0), (0, width - feed[name].shape[1]))) for feed in feeds])
        for name, width in widths.items()
    }


@pytest.mark.parametrize("threads", [1, 2])
def test_threads_change_no_score(monkeypatch: pytest.MonkeyPatch, threads: int) -> None:
    """The network on one thread, as the reader runs it, and on two: the same bytes."""
    _, feeds = recorded(monkeypatch, ALL)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    loaded = files.load(files.bundled_folder())
    session = onnxruntime.InferenceSession(
        loaded.model, options, providers=["CPUExecutionProvider"], disabled_optimizers=UNFUSED
    )
    usual = Encoder(loaded)._session  # noqa: SLF001 - the very session of the reader
    for feed in feeds[:4]:
        assert all(np.array_equal(a, b) for a, b in zip(usual.run(None, feed), session.run(None, feed), strict=True))


def read_apart(folder: Path, inputs: list[str], **environ: str) -> dict[str, bytes]:
    """Return the claims of each input as a process of its own writes them, by file name."""
    command = [
        sys.executable,
        "-c",
        "from tacitus.cli import main; main()",
        "read",
        *inputs,
        "--out",
        str(folder),
        "-q",
    ]
    ledger = folder.with_suffix(".db")
    whole = [*command, "--ledger", str(ledger)]
    subprocess.run(whole, check=True, capture_output=True, env=os.environ | environ)  # noqa: S603 - our own program
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_document_among_others_is_the_document_alone(tmp_path: Path) -> None:
    """Fresh processes, another order, other hash seeds and thread settings: each file is the same, byte for byte."""
    reports = sorted(str(path) for path in (EXAMPLES / "mirzakh").glob("[1-6]*"))
    together = read_apart(tmp_path / "a", reports, PYTHONHASHSEED="1", OMP_NUM_THREADS="1")
    assert len(together) > len(reports)  # the posts of one file are documents of their own
    assert read_apart(tmp_path / "b", reports[::-1], PYTHONHASHSEED="2", OMP_NUM_THREADS="2") == together
    alone: dict[str, bytes] = {}
    for number, report in enumerate(reports):
        alone |= read_apart(tmp_path / f"alone-{number}", [report])
    assert alone == together
