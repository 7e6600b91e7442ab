"""Words that tell one story from another: stems, and names by their consonants, weighed by how rare they are."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from math import log, sqrt
from typing import TYPE_CHECKING

from tacitus import tables

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

#: Stems or skeletons with their weights, heaviest first; the squares of all weights of a text sum to about 1.
Weighted = tuple[tuple[str, float], ...]

_WORD = re.compile(r"[^\W\d_]+|\d+")
_JOINED = re.compile("(?<=\\w)['\u2018\u2019\u02bc\u02bb`\u00b4.*](?=\\w)")
_POSSESSIVE = re.compile("['\u2019]s\\b")
_SHORT = 3  # capitals of so few letters are acronyms and particles: they have no skeleton
_STEM = 4  # an ending is cut only if so many letters are left
#: Marks the skeleton of a name, so that it is never one with a stem.
_NAME = "~"


def stems(text: str) -> Iterator[str]:
    """Yield a key for every word and number of a text, in order.

    An ordinary word becomes its stem. A capitalised word that the rarity table does not know in small letters is a
    name, and becomes the skeleton of its consonants, since names come in many spellings.

    Examples:
        >>> list(stems("Shelling hit Ghuwayran, not Ghwayran"))
        ['shell', 'hit', '~grn', 'not', '~grn']
    """
    return keys(text, _ordinary())


def keys(text: str, ordinary: AbstractSet[str]) -> Iterator[str]:
    """Yield the stems and skeletons of a text, given the stems that are no names."""
    for word in words_of(text):
        yield _NAME + skeleton(word) if is_name(word, ordinary) else stem_of(word)


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text without accents, inner apostrophes and masks ("inj*ured")."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) != "Mn")
    return _WORD.findall(_JOINED.sub("", _POSSESSIVE.sub("", plain)))


def is_name(word: str, ordinary: Container[str]) -> bool:
    """Tell whether a word has a capital, is no acronym or particle, and is not known to be ordinary."""
    return word[0].isupper() and len(word) > _SHORT and stem_of(word) not in ordinary


@cache
def stem_of(word: str) -> str:
    """Return a word in small letters without its ending, if enough is left.

    Examples:
        >>> stem_of("Attackers"), stem_of("bus")
        ('attacker', 'bus')
    """
    word = word.lower()
    for (ending,) in tables.rows("tacitus.resolve.data", "endings.tsv"):
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


@cache
def skeleton(word: str) -> str:
    """Return the consonants of a name, those written alike or confused in transliteration as one.

    Examples:
        >>> skeleton("Hasakah") == skeleton("Hassakeh"), skeleton("Qaeda") == skeleton("Kaida")
        (True, True)
    """
    word = word.lower()
    for written, read in tables.rows("tacitus.resolve.data", "consonants.tsv"):
        word = word.replace(written, "" if read == "-" else read)
    first, rest = word[:1], re.sub("[aeiou]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", first + rest)


def weighted(texts: Iterable[str], most: int) -> Weighted:
    """Return the words that say most of what the texts are about.

    A word weighs the logarithm of how often it stands there, times its rarity; rarity comes from a fixed table, so
    that no text changes the weights of another.

    Args:
        texts: What to weigh together: title, lead …; a text given twice counts twice.
        most: How many words to keep.
    """
    counted = Counter(stem for text in texts for stem in stems(text))
    weights = {stem: (1 + log(times)) * rarity(stem) for stem, times in counted.items()}
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:most]
    length = sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    return tuple((stem, round(weight / length, 3)) for stem, weight in heaviest if weight > 0)


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return how much two weighted texts share, [0, 1]; 0 when either is empty.

    Examples:
        >>> cosine({"raid": 1.0}, {"raid": 0.6, "dam": 0.8})
        0.6
    """
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[stem] for stem, weight in sorted(one.items()) if stem in other)


def rarity(stem: str) -> float:
    """Return how much it says that a text has a word: 0 for one that all texts have."""
    seen, documents = _seen(), _seen()[""]
    return log((documents + 1) / (seen.get(stem, 0) + 1))


@cache
def _seen() -> Mapping[str, int]:
    """Return stem or skeleton → number of documents that have it; "" → number of all documents."""
    (_, documents), *rows = tables.rows("tacitus.resolve.data", "rarity.tsv")
    return {"": int(documents), **{stem: int(count) for stem, count in rows}}


@cache
def _ordinary() -> frozenset[str]:
    """Return the stems that the table knows in small letters."""
    return frozenset(stem for stem in _seen() if stem and not stem.startswith(_NAME))
