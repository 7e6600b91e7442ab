"""Names that the reader knows to be of one body or state without being told, from lists."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tacitus.extract import naming
from tacitus.extract.lexicon import capitals, countries, rows, words
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.extract.layers import Mention

#: What a country's rule is called: "the Malian government" is Mali where it acts.
GOVERNMENTS = words("government")


@cache
def _known() -> Mapping[tuple[str, ...], str]:
    """Return key → first name of its row in the list of known names."""
    found = (
        (naming.key(name), names.split(";")[0]) for (names,) in rows("known_names.tsv") for name in names.split(";")
    )
    return {naming.without_article(key): first for key, first in found}


def name_of(key: tuple[str, ...]) -> str:
    """Return the usual name of a body that goes by several, by the key of any of them; "" when it is not listed.

    Examples:
        >>> name_of(naming.key("ISIL")) == name_of(naming.key("the Islamic State"))
        True
        >>> name_of(naming.key("Zenda Front"))
        ''
    """
    return _known().get(naming.without_article(key), "")


def country_of(mention: Mention, words: str) -> str:
    """Return the country that a name, an adjective, a government or an acting capital stands for; "" for none."""
    found = countries().get(words.lower()) or countries().get(f"{words.lower()}.")
    if found is not None:
        return found.name
    if mention.type is not EntityType.STATE:
        return ""
    return capitals().get(words.lower(), "") or _governed(words)


def _governed(words: str) -> str:
    """Return the country of "Malian government", "Mali's government", "government of Mali"; "" for other words."""
    lower = words.lower().replace("’", "'").removeprefix("the ")
    first, _, last = lower.rpartition(" ")
    if last in GOVERNMENTS:
        found = countries().get(first.removesuffix("'s").removesuffix("'"))
        return found.name if found else ""
    noun, _, rest = lower.partition(" of ")
    found = countries().get(rest.removeprefix("the ")) if noun in GOVERNMENTS else None
    return found.name if found else ""
