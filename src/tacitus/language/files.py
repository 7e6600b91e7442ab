"""The files of one engine: the model, its vocabulary, and the manifest that names their checksums and labels."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from tacitus.errors import InvalidValueError

MODEL, VOCABULARY, MANIFEST = "model.onnx", "vocab.txt", "model.json"


@dataclass(frozen=True, slots=True)
class EngineFiles:
    """What an engine is made of, checked.

    Attributes:
        model: Bytes of the ONNX file.
        vocabulary: Piece to index.
        labels: Name of each head of the model to its labels in the order of the columns; `relations` among them.
        pairs: Names of the heads that label pairs of words, in the order of the model's outputs.
        checksum: SHA-256 of `model`, hexadecimal.
    """

    model: bytes
    vocabulary: dict[str, int]
    labels: dict[str, tuple[str, ...]]
    checksum: str
    pairs: tuple[str, ...] = ()


def bundled_folder() -> Path:
    """Return the folder of the package's own engine files."""
    return Path(str(files("tacitus.language.data")))


def bundled_vocabulary() -> tuple[str, ...]:
    """Return the pieces of the package's vocabulary, by index; common words come first."""
    return tuple((bundled_folder() / VOCABULARY).read_text(encoding="utf-8").splitlines())


def load(folder: Path) -> EngineFiles:
    """Return the engine files of `folder`, once their checksums agree with the manifest.

    Raises:
        InvalidValueError: If a file is missing, or is not the one that the manifest names.
    """
    manifest = json.loads(_read(folder / MANIFEST))
    model = _checked(folder / MODEL, manifest["model_sha256"])
    vocabulary = _checked(folder / VOCABULARY, manifest["vocabulary_sha256"]).decode("utf-8").splitlines()
    labels = {head: tuple(names) for head, names in manifest["labels"].items()}
    pieces = {piece: i for i, piece in enumerate(vocabulary)}
    return EngineFiles(model, pieces, labels, manifest["model_sha256"], tuple(manifest.get("pairs", ())))


def _read(path: Path) -> bytes:
    """Return the bytes of a file that must be there."""
    if not path.is_file():
        advice = "Install the package again, or give a folder that training/export.py wrote."
        raise InvalidValueError("engine file", str(path), f"a folder with {MODEL}, {VOCABULARY} and {MANIFEST}", advice)
    return path.read_bytes()


def _checked(path: Path, expected: str) -> bytes:
    """Return the bytes of a file whose SHA-256 must be `expected`."""
    raw = _read(path)
    found = hashlib.sha256(raw).hexdigest()
    if found != expected:
        allowed = f"the file with SHA-256 {expected}, and this one has {found}"
        raise InvalidValueError("engine file", str(path), allowed, "Install the package again.")
    return raw
