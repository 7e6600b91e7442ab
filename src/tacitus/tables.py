"""Tables in the package: tab-separated files whose comment lines say their source."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(package: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a file of a package, split at tabs; blank lines and lines that begin with `# ` are left out.

    Args:
        package: Import name of the package whose folder holds the file: `tacitus.read.data`.
        name: Name of the file.

    Examples:
        >>> rows("tacitus.language.data", "prefixes.tsv")[0]
        ('anti',)
    """
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("# "))
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)
