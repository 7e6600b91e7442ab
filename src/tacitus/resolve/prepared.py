"""Names made ready for comparison: each is read once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tacitus.resolve.acronyms import all_words, fits, fits_translated, written_acronyms
from tacitus.resolve.known import known_key, known_of
from tacitus.resolve.letters import bones, sound
from tacitus.resolve.pieces import phrase_at, pieces, split
from tacitus.resolve.units import number_of
from tacitus.resolve.weights import weight_of
from tacitus.resolve.words import Meaning, meanings, sounded, words_of

if TYPE_CHECKING:
    from tacitus.resolve.pieces import Piece

_NOTHING: frozenset[str] = frozenset()
#: What a title that stands behind a name says.
_HONOUR_LAST = 0.5
#: Code points of a name that are read; what is longer is no name, and would take long.
_LONGEST = 200
#: Words of kin that are short in any letters; others, as "el" or "ag", may be articles or parts.
_YOUNGER = frozenset({"jr", "sr"})
_SHORT_PLURAL = 4
#: Halves of names with what they mean: "Nasr Allah", "Bait Ullah", "Nur Din".
_HOLY = {"allah": "god", "ullah": "god", "ollah": "god", "din": "religion", "dine": "religion", "deen": "religion"}
#: Kinds of words that name what sort of body something is, and so tell that it is no person.
BODIES = frozenset({"head", "echelon", "branch"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a name, weighed.

    Attributes:
        plain: In small Latin letters.
        sound: As it sounds (`letters.sound`).
        bones: Its consonants (`letters.bones`).
        kind: Of `words.Meaning`; "word" for what no table has, and those of `name_words.tsv`.
        keys: What it means; empty for a word that no table has.
        weight: How much it says, 0 for a particle and 1 for a rare word.
        is_vowelless: Whether its script leaves out vowels.
    """

    plain: str
    sound: str
    bones: str
    kind: str
    keys: frozenset[str]
    weight: float
    is_vowelless: bool


@dataclass(frozen=True, slots=True)
class Prepared:
    """A name, ready.

    Attributes:
        outside: The name without brackets.
        key: The sounds of its words, particles left out: equal for spellings that hardly differ.
        tokens: Its words, without numbers, particles and titles; all of them if there are no others.
        numbers: The numbers in it.
        acronyms: What it is or holds of acronyms, in capitals: "PKK".
        qualifiers: Contents of its brackets that are no acronym of it.
        known: Ids of the bodies that are known under the name.
        hooks: What it can be found by; names without a common one share nothing.
        is_body: Whether some word says that it is no person.
    """

    outside: str
    key: tuple[str, ...]
    tokens: tuple[Token, ...]
    numbers: frozenset[int]
    acronyms: frozenset[str]
    qualifiers: tuple[str, ...]
    known: frozenset[str]
    hooks: frozenset[str]
    is_body: bool


@lru_cache(maxsize=131_072)
def prepared(name: str) -> Prepared:
    """Return a name made ready; the last 131,072 are kept. What lies behind the first 200 letters does not count."""
    name = name[:_LONGEST]
    outside, inside = split(name)
    words = pieces(outside)
    numbers: set[int] = set()
    tokens: list[Token] = []
    at = 0
    while at < len(words):
        length, plain = phrase_at(words, at)
        number = number_of(words[at].written, words[at].plain) if length == 1 else None
        if number is not None and not any(c.isdigit() for c in words[at].plain) and not _is_unit(words):
            number = None
        if number is not None and len(words) > 1:
            numbers.add(number)
        else:
            tokens.append(_token(plain, words[at], is_first=not tokens))
        at += length
    core = _core(tokens)
    acronyms = written_acronyms(outside)
    aside = frozenset().union(*(written_acronyms(part) for part in inside)) if inside else _NOTHING
    own = frozenset(a for a in aside if _is_own(a, outside, core))
    heard = tuple(t.sound for t in core) + tuple(str(n) for n in sorted(numbers))
    qualifiers = tuple(part for part in inside if not written_acronyms(part) & own)
    acronyms |= own
    known = known_of(known_key(name)) or (_NOTHING if qualifiers else known_of(known_key(outside)))
    return Prepared(
        outside,
        heard,
        core,
        frozenset(numbers),
        acronyms,
        qualifiers,
        known,
        _hooks(core, acronyms, known),
        bool(numbers) or any(t.kind in BODIES for t in core),
    )


def _is_unit(words: tuple[Piece, ...]) -> bool:
    """Tell whether a name has a unit's size or a month in it, so that "Third" and "XIV" are numbers."""
    known = meanings()
    return any(word.plain in known and known[word.plain].kind in ("echelon", "head", "month") for word in words)


def _is_own(acronym: str, outside: str, core: tuple[Token, ...]) -> bool:
    """Tell whether an acronym in brackets is of the name before them, and says not whose part it is."""
    if fits(acronym, all_words(outside), frozenset()) or fits_translated(acronym, core):
        return True
    return not known_of(f"+{acronym}").isdisjoint(known_of(known_key(outside)))


def _core(tokens: list[Token]) -> tuple[Token, ...]:
    """Return the tokens that say something; titles stand only where there is nothing else."""
    said = tuple(t for t in tokens if t.weight > 0)
    if len(said) > 1 and said[-1].kind == "honour":  # behind a name "Khan" is half of it
        said = (*said[:-1], replace(said[-1], weight=_HONOUR_LAST))
    firm = tuple(t for t in said if t.kind != "title")
    return firm or said or tuple(tokens)


def _hooks(core: tuple[Token, ...], acronyms: frozenset[str], known: frozenset[str]) -> frozenset[str]:
    out = {f"={one}" for one in known} | {f"+{a}" for a in acronyms}
    for t in core:
        if t.kind not in ("kunya", "abd", "god"):
            out.update(t.keys)
            if t.kind in ("word", "given", "honour", "binder", "content", "place", "trait", "head"):
                out.add(t.bones or t.sound)
                if t.kind == "word" and t.sound[-1:] == "s" and len(t.sound) > 4:
                    out.add(bones(t.sound[:-1]))
    return frozenset(out)


def _token(plain: str, piece: Piece, *, is_first: bool) -> Token:
    kind, keys = _kind(plain, piece, is_first=is_first)
    heard = sound(plain)
    return Token(plain, heard, bones(heard), kind, keys, weight_of(kind), piece.is_vowelless)


def _kind(plain: str, piece: Piece, *, is_first: bool) -> tuple[str, frozenset[str]]:
    if plain == "abd":
        return "abd", frozenset({"abd"})
    if plain in _HOLY:
        return "god", frozenset({_HOLY[plain]})
    named = _name_words().get(plain)
    if named == "title" and not is_first and plain in meanings():  # "General Command" is no general's
        named = None
    is_short = len(plain) < 3 and plain not in _YOUNGER and not piece.written.isupper()
    if named is not None and not (named == "kin" and is_short):
        return named, _parent(plain) if named == "kunya" else _NOTHING
    meaning = _meaning(plain)
    return (meaning.kind, meaning.keys) if meaning else ("word", _NOTHING)


def _parent(plain: str) -> frozenset[str]:
    return frozenset({"mother" if "m" in plain else "father"})


def _meaning(plain: str) -> Meaning | None:
    found = meanings().get(plain) or sounded().get(sound(plain))
    if found is None and plain.endswith("s") and len(plain) > _SHORT_PLURAL:
        one = meanings().get(plain[:-1])  # "tchadiennes": the tables have the singular
        return one if one is not None and one.kind in ("place", "content", "trait") else None
    return found


@cache
def _name_words() -> dict[str, str]:
    kinds = ("particle", "kunya", "father", "title", "honour", "binder", "kin")
    return {word: kind for kind in reversed(kinds) for word in words_of(kind)}
