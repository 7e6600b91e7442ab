"""Papers made by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "The Highland Front shelled Mirzakh on Sunday. Its spokesman denied that it had taken two nurses."


def document(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Return a document of gold with one claim, with some parts changed."""
    about = {"id": "d1", "title": "Mirzakh shelled", "published": "2023-05-16", "outlet": "Courier", "url": None}
    entities = [
        {"id": "e1", "type": "group", "names": ["Highland Front"]},
        {"id": "e2", "type": "place", "names": ["Mirzakh"]},
        {"id": "e3", "type": "person", "names": ["spokesman"]},
        {"id": "e4", "type": "people", "names": ["two nurses"]},
    ]
    return {"document": about, "text": TEXT, "entities": entities, "claims": [claim()]} | changed


def claim(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Return the claim of the shelling, with some parts changed."""
    return {
        "id": "c1",
        "kind": "event",
        "type": "shelling",
        "args": {"actor": ["e1"], "place": ["e2"]},
        "time": "2023-05-14",
        "source": [],
        "certainty": "stated",
        "status": "actual",
        "evidence": [[0, 44]],
    } | changed


@pytest.fixture
def gold_file(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes documents as JSON Lines and gives the path."""

    def write(*documents: dict[str, Any] | str, name: str = "gold.jsonl") -> Path:
        path = tmp_path / name
        lines = (one if isinstance(one, str) else json.dumps(one) for one in documents)
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return path

    return write
