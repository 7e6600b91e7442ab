"""Namings: what kind of name a record has, and so how much the same name in another document means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from tacitus.model.entity import EntityType
from tacitus.resolve.fold import fold
from tacitus.resolve.usual_words import capitals, common_words, countries, countries_in, titles

if TYPE_CHECKING:
    from tacitus.resolve.records import Record

_ARTICLES = frozenset({"the", "a", "an", "this", "these", "another", "its", "his", "their", "our"})
_QUALIFIED = re.compile(r"^(.+?)\s*[(\[]([^()\[\]]+)[)\]]?$")  # a reader may have cut the closing one off
_ACRONYM = re.compile(r"^(?:[A-Z]\.?-?){2,7}[0-9]*s?$")
_KUNYA = frozenset({"abu", "abou", "abi", "umm", "um", "oum"})
_FEW = 3
_BOUND = frozenset(
    {"al", "el", "ad", "an", "as", "ash", "ar", "at", "az", "bin", "ibn", "ben", "van", "von", "de", "le"}
)
_WHERE = frozenset({EntityType.STATE, EntityType.PLACE})


class Nature(StrEnum):
    """What a name tells by itself: the value is the feature of an equal name in `entity_weights.tsv`."""

    #: A country under any of its names, for a state or a place.
    COUNTRY = "same country"
    #: A person with two names or more.
    FULL = "same full name"
    #: One word of a person's name.
    SINGLE = "same single name"
    #: "Abu Musab": a name that many men take.
    KUNYA = "same kunya"
    #: Capitals alone, up to three: several bodies have them.
    ACRONYM = "same acronym"
    #: Capitals alone, four or more.
    LONG_ACRONYM = "same long acronym"
    #: Words that many bodies and places have in their names, without a country: "National Liberation Army".
    COMMON = "same common name"
    #: One such word: "Police", "Army", "East".
    BARE = "same common word"
    #: A body or place with a name of its own, of several words.
    OWN = "same name"
    #: The same in one word.
    WORD = "same one-word name"


#: Names that tell alone what they name, and names that several things share.
TELLING = frozenset({Nature.COUNTRY, Nature.FULL, Nature.OWN, Nature.WORD})
ACRONYMS = frozenset({Nature.ACRONYM, Nature.LONG_ACRONYM})
SHORT = frozenset({Nature.SINGLE, Nature.KUNYA, Nature.COMMON, Nature.BARE, Nature.ACRONYM, Nature.LONG_ACRONYM})


@dataclass(frozen=True, slots=True)
class Naming:
    """One name of a record.

    Attributes:
        text: The name as written, without titles and what stands in brackets.
        folded: Its folded form; the usual name for a country.
        nature: What kind of name it is.
        countries: Countries whose name or adjective is part of it.
        qualifier: The folded words in brackets behind it, or "".
    """

    text: str
    folded: str
    nature: Nature
    countries: frozenset[str] = frozenset()
    qualifier: str = ""

    @property
    def is_weak(self) -> bool:
        """Whether the name alone leads to nobody in particular."""
        return self.nature in (Nature.SINGLE, Nature.KUNYA, Nature.COMMON, Nature.BARE)


@lru_cache(maxsize=1 << 17)
def naming(name: str, kind: EntityType) -> Naming:
    """Return what kind of name a name is, for a thing of some type.

    Examples:
        >>> naming("U.S. President Mara Dun", EntityType.PERSON).folded
        'mara dun'
        >>> naming("The Hague Front (Borland)", EntityType.GROUP).qualifier
        'borland'
        >>> str(naming("National Army", EntityType.FORCE).nature)
        'same common name'
    """
    found = _QUALIFIED.match(name) if "(" in name or "[" in name else None
    text = found[1] if found else name
    qualifier = fold(found[2]) if found and not is_acronym(found[2]) else ""
    if kind is EntityType.PERSON:
        text = _untitled(text)
    folded = fold(text)
    words = folded.split()
    if not words:  # blanks alone
        return Naming(name, name, Nature.BARE)
    country = _country(folded, kind) if kind in _WHERE else None
    if country is not None:
        return Naming(country, fold(country), Nature.COUNTRY, frozenset({fold(country)}), qualifier)
    named = countries_in(folded)
    if kind is EntityType.PERSON:
        return Naming(text, folded, _of_person(words), named, qualifier)
    return Naming(text, folded, _of_thing(text, words, is_bare=not named), named, qualifier)


def are_turned(one: str, other: str) -> bool:
    """Tell whether two folded names point in different directions: "north tide" and "southern tide".

    Examples:
        >>> are_turned("northeast tide", "northwest tide"), are_turned("north tide", "northern tide")
        (True, False)
    """
    a, b = _directions(one), _directions(other)
    return bool(a and b) and a != b


def _directions(folded: str) -> frozenset[str]:
    return frozenset(w.removesuffix("ern") for w in folded.split() if w in common_words()["direction"])


def is_single(folded: str) -> bool:
    """Tell whether a person's folded name is one word, articles and particles aside."""
    return len([w for w in folded.split() if w not in _BOUND and len(w) > 1]) < 2


@lru_cache(maxsize=1 << 17)
def is_part(one: str, other: str) -> bool:
    """Tell whether one folded name has all words of the other and more; countries and slight words aside.

    Examples:
        >>> is_part("bay command", "bay naval command"), is_part("tide front", "tide front group")
        (True, False)
    """
    a, b = _telling(one), _telling(other)
    return a < b or b < a


def _telling(folded: str) -> frozenset[str]:
    words = frozenset(folded.split()) - common_words()["slight"]
    return frozenset(w for w in words if not countries_in(w))


def is_acronym(name: str) -> bool:
    """Tell whether a name is made of capitals alone, as acronyms are: "HTS", "U.N."; a number may follow."""
    return _ACRONYM.match(name) is not None


def has_article(name: str) -> bool:
    """Tell whether a name begins with an article or the like: it may be a description."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first.lower() in _ARTICLES


def _country(folded: str, kind: EntityType) -> str | None:
    """Return the country that a state or place is: "Iraqi government" is the state Iraq, so is "Baghdad" acting."""
    known = countries()
    if folded in known or kind is not EntityType.STATE:
        return known.get(folded)
    if folded in capitals():
        return capitals()[folded]
    words = [w for w in folded.split() if w not in common_words()["government"] and w not in ("of", "the")]
    return known.get(" ".join(words))


def _of_person(words: list[str]) -> Nature:
    if words[-1] in titles():
        return Nature.BARE
    bearing = [w for w in words if w not in _BOUND and len(w) > 1]
    if words[0] in _KUNYA and len(bearing) <= 2:
        return Nature.KUNYA
    return Nature.SINGLE if is_single(" ".join(words)) else Nature.FULL


def _of_thing(text: str, words: list[str], *, is_bare: bool) -> Nature:
    if is_acronym(text):
        return Nature.LONG_ACRONYM if len(words[0]) > _FEW else Nature.ACRONYM
    common = common_words()
    own = [w for w in words if not any(w in group for group in common.values()) and not countries_in(w)]
    if not own and (is_bare or len(words) == 1):
        return Nature.COMMON if len(words) > 1 else Nature.BARE
    return Nature.OWN if len(words) > 1 else Nature.WORD


def _untitled(name: str) -> str:
    """Return a person's name without the titles, offices and nationalities before it."""
    words = name.split()
    start = 0
    for at, word in enumerate(words[:-1]):
        bare = fold(word)
        if bare in titles() or (start and bare in common_words()["body"]):
            start = at + 1
        elif not countries_in(bare) and not word.islower():
            break
    return " ".join(words[start:])


def namings(record: Record) -> tuple[Naming, ...]:
    """Return the names of a record that say who or what it is, in its order, each folded name once; never empty.

    A country's first name makes the others ("Kyiv said") needless; a full name does so for one word of it and a name of
    its own for a common one; a name with its article is a description where there is another.
    """
    first: dict[str, Naming] = {}
    for name in record.names:
        one = naming(name, record.type)
        first.setdefault(one.folded, one)
    every = list(first.values())
    bare = {naming(name, record.type).folded for name in record.names if not has_article(name)}
    for kept in (
        [n for n in every if n.nature is Nature.COUNTRY][:1],
        [n for n in every if not n.is_weak and n.folded in bare],
        [n for n in every if not n.is_weak],
        [n for n in every if n.folded in bare],
    ):
        if kept:
            return tuple(kept)
    return tuple(every)
