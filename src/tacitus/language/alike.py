"""Words that the network reads alike: it never learns which country, side or loaded word a sentence has.

A small network has met some countries as attackers and others as the attacked, and reads the same sentence
differently under other names. So each country has the place of a stand-in, the first of a sentence the first one; the
words for armed bodies and for rebels, and adjectives of praise and blame, have one each. Only what the network sees
changes: tokens, lemmas and offsets stay those of the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tacitus.language.tables import rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Columns of the list of countries, by the class of their words.
_COLUMNS = ("name", "adjective", "people")
#: First letters of stand-ins that have "an" before them.
_VOWELS = "AEIOaeio"
#: Classes whose words have one stand-in wherever they stand.
_PLAIN = ("plural", "single", "force", "loaded")


@dataclass(frozen=True, slots=True)
class Classes:
    """The words that are read alike.

    Attributes:
        stand_ins: Class → stand-ins.
        countries: Word → (class, number of the country); negative for an armed body that news calls by one word.
        plain: Lower-case word → its one stand-in.
        perhaps: Lower-case words that are loaded before a word of `side` only, and their stand-in.
        side: Lower-case words for armed bodies and what they do.
        before: Lower-case words that make a longer name of a country's word behind them.
    """

    stand_ins: Mapping[str, tuple[str, ...]]
    countries: Mapping[str, tuple[str, int]]
    plain: Mapping[str, str]
    perhaps: Mapping[str, str]
    side: frozenset[str]
    before: frozenset[str]


def alike(words: Sequence[str]) -> list[str]:
    """Return the words of a sentence with stand-ins where the network shall see no difference.

    Examples:
        >>> alike("The brutal junta of Peru attacked Chile .".split())
        ['The', 'local', 'army', 'of', 'Iran', 'attacked', 'Russia', '.']
        >>> alike("The brutal junta of Chile attacked Peru .".split())
        ['The', 'local', 'army', 'of', 'Iran', 'attacked', 'Russia', '.']
    """
    known, met = classes(), dict[int, int]()
    out = list(words)
    for at, word in enumerate(words):
        country = known.countries.get(word)
        if country is None:
            out[at] = _plain(words, at, known)
        elif not _is_in_longer(words, at, known):
            kind, number = country
            stand_ins = known.stand_ins[kind]
            out[at] = stand_ins[met.setdefault(number, len(met)) % len(stand_ins)]
        if at and out[at] != word and out[at - 1].lower() in ("a", "an"):
            out[at - 1] = out[at - 1][0] + ("n" if out[at][0] in _VOWELS else "")
    return out


def _is_in_longer(words: Sequence[str], at: int, known: Classes) -> bool:
    """Tell whether a country's word is part of a longer name: "North Korean", "Sudan Liberation Front"."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    is_noun = known.countries[words[at]][0] == "name"
    return (at > 0 and words[at - 1].lower() in known.before) or (is_noun and behind[:1].isupper() and behind.isalpha())


def _plain(words: Sequence[str], at: int, known: Classes) -> str:
    """Return the stand-in of a common word, or the word itself: "The Brutal Gang" and "ARMY" may be names."""
    word, lower = words[at], words[at].lower()
    stand_in = known.plain.get(lower)
    if lower in known.perhaps:
        behind = words[at + 1] if at + 1 < len(words) else ""
        is_loaded = behind.lower() in known.side or behind in known.countries
        stand_in = known.perhaps[lower] if is_loaded else stand_in
    if stand_in is None or word not in (lower, lower.capitalize()) or (word != lower and at > 0):
        return word
    return stand_in if word == lower else stand_in.capitalize()


@cache
def classes() -> Classes:
    """Return the word classes, read once."""
    listed = {kind: (tuple(stand_ins.split()), tuple(words.split())) for kind, stand_ins, words in rows("alike.tsv")}
    countries = {
        word: (kind, number)
        for number, row in enumerate(rows("alike_countries.tsv"))
        for kind, words in zip(_COLUMNS, row, strict=True)
        for word in words.split()
        if word != "-"
    } | {word: ("body", -number) for number, word in enumerate(listed["body"][1], 1)}
    return Classes(
        {kind: listed[kind][0] for kind in (*_COLUMNS, "body")},
        countries,
        {word: listed[kind][0][0] for kind in _PLAIN for word in listed[kind][1]},
        dict.fromkeys(listed["perhaps"][1], listed["perhaps"][0][0]),
        frozenset(listed["side"][1]),
        frozenset(listed["before"][1]),
    )
