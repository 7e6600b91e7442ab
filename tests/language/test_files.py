"""Engine files: what is missing or damaged is refused with a message that helps."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tacitus.errors import InvalidValueError
from tacitus.language import files

if TYPE_CHECKING:
    from pathlib import Path


def test_the_bundled_files_are_whole_and_small() -> None:
    """The package's model agrees with its manifest, and model and vocabulary take at most 30 MB."""
    loaded = files.load(files.bundled_folder())
    words = {"names", "mentions", "upos", "xpos", "triggers", "factuality", "cues"}
    assert set(loaded.labels) == {*words, "roles", "arguments", "relations"}
    assert loaded.pairs == ("roles", "arguments")
    assert len(loaded.vocabulary) == len(files.bundled_vocabulary()) == 30_522
    size = sum((files.bundled_folder() / name).stat().st_size for name in (files.MODEL, files.VOCABULARY))
    assert size <= 30_000_000


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """An empty folder gives an error that says what belongs there."""
    with pytest.raises(InvalidValueError, match=r"model\.json.*a folder with model\.onnx"):
        files.load(tmp_path)


@pytest.mark.parametrize("damaged", [files.MODEL, files.VOCABULARY])
def test_a_damaged_file_is_refused(tmp_path: Path, damaged: str) -> None:
    """A file that is not the one in the manifest does not load."""
    for name in (files.MODEL, files.VOCABULARY, files.MANIFEST):
        shutil.copyfile(files.bundled_folder() / name, tmp_path / name)
    (tmp_path / damaged).write_bytes(b"other")
    with pytest.raises(InvalidValueError, match="SHA-256"):
        files.load(tmp_path)
