"""Tables of the read floor: tab-separated files under `data/` whose comment lines say their source."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of `data/<name>`, split at tabs; blank lines and lines that start with `# ` are left out."""
    text = files("tacitus.read.data").joinpath(name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("# "))
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)
