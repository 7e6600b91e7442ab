"""`tacitus dossier` over the bundled reports on the bridge of Tirsa and the market of Mirzakh."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tacitus.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Done

    Command = Callable[..., Done]

ROOT = Path(__file__).parent.parent.parent
GOLDEN = Path(__file__).parent / "dossier-tirsa.md"
#: What differs from reader to reader and from day to day: ids, hashes, places in texts.
_SCRUBBED = (
    (r"\b([cinj])[0-9a-f]{16}\b", r"\1…"),
    (r"[0-9a-f]{64}", "…"),
    (r"characters \d+–\d+(?:, \d+–\d+)*", "characters …"),
    (r"document [0-9a-f]{16}", "document …"),
    (r"entry \d+", "entry …"),
    (r"Tacitus [0-9]\S*", "Tacitus …"),
)


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return ledgers with the reports of two examples, read once by the command."""
    folder = tmp_path_factory.mktemp("dossiers")
    for name in ("tirsa-bridge", "mirzakh"):
        with pytest.raises(SystemExit) as ended:
            main(
                [
                    "read",
                    str(ROOT / "examples" / name),
                    "--ledger",
                    str(folder / f"{name}.db"),
                    "-q",
                    "--out",
                    str(folder),
                ]
            )
        assert ended.value.code == 0
    return {name: folder / f"{name}.db" for name in ("tirsa-bridge", "mirzakh")}


def written(tacitus: Command, ledger: Path, name: str, out: Path, *more: str) -> str:
    """Return what the command writes, as text."""
    done = tacitus("dossier", name, "-o", out, "--ledger", ledger, *more)
    assert (done.code, done.out) == (0, "")
    assert str(out.name) in done.err
    return out.read_text(encoding="utf-8", errors="replace")


def test_the_dossier_of_tirsa(tacitus: Command, ledgers: dict[str, Path], tmp_path: Path) -> None:
    """Sentence by sentence, scrubbed of ids; write the file anew when a better reader tells it better."""
    text = written(tacitus, ledgers["tirsa-bridge"], "Jaysh al-Fajr", tmp_path / "t.md")
    for pattern, instead in _SCRUBBED:
        text = re.sub(pattern, instead, text.replace("\\", ""))
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_the_dossier_of_mirzakh(tacitus: Command, ledgers: dict[str, Path], tmp_path: Path) -> None:
    """The toll is in dispute, the deed denied, the leader named by two sides, and who founded it nobody tells."""
    page = written(tacitus, ledgers["mirzakh"], "Highland Front", tmp_path / "m.html")
    text = re.sub(r"<[^>]+>", "", page)
    assert "7 articles, 4 origins tell of what they call a shelling at Mirzakh on 14 May 2023" in text
    assert re.search(r"BHow many were killed\? 20 people — so Ministry of Defence.*contradicts A, C, D", text)
    assert "Highland Front channel (2 June 2023) reports that Idris Halvani leads Highland Front." in text
    assert "denies that there was a merger of Highland Front and any other group" in text
    assert "No report used here tells when or by whom it was founded." in text
    assert "<script" not in page


@pytest.mark.parametrize("suffix", [".html", ".md", ".pdf"])
def test_the_same_head_gives_the_same_bytes(
    tacitus: Command, ledgers: dict[str, Path], tmp_path: Path, suffix: str
) -> None:
    """Written twice, in every form; nothing else is left beside the file."""
    first, second = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    for out in (first, second):
        written(tacitus, ledgers["tirsa-bridge"], "JAF", out)
    assert first.read_bytes() == second.read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {first.name, second.name}


def test_as_of_and_known_by(tacitus: Command, ledgers: dict[str, Path], tmp_path: Path) -> None:
    """Both clocks are told in the file; before anything was entered nobody is known."""
    bridge = ledgers["tirsa-bridge"]
    text = written(tacitus, bridge, "JAF", tmp_path / "a.md", "--as-of", "2024-03-04", "--known-by", "2100-01-01")
    assert "on 4 March 2024 or before" in text
    assert "by the end of 1 January 2100, UTC" in text
    assert "37" not in text.split("## Words")[0].split("## Names")[1]  # the later toll
    done = tacitus("dossier", "JAF", "-o", tmp_path / "b.md", "--ledger", bridge, "--known-by", "2000-01-01")
    assert done.code == 2
    assert not (tmp_path / "b.md").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("JAF", "-o", "jaf.doc"), "Allowed: a name that ends in .html, .md or .pdf"),
        (("Nobody", "-o", "x.md"), "no entity 'Nobody'"),
        (("JAF", "-o", "no/such/folder/x.md"), "Cannot write"),
    ],
)
def test_calls_that_mean_nothing(
    tacitus: Command, ledgers: dict[str, Path], tmp_path: Path, words: tuple[str, ...], message: str
) -> None:
    """Code 2, one line that says what to do, and no file."""
    name, option, file = words
    done = tacitus("dossier", name, option, tmp_path / file, "--ledger", ledgers["tirsa-bridge"])
    assert done.code == 2
    assert message in done.err
    assert not list(tmp_path.iterdir())
