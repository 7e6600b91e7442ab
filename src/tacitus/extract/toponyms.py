"""The place names of a text, and what stands around them: which is a division, which lies in which, how far from it.

Recognition is the engine's, mended: names of countries and their adjectives come from our list, and a body that is
called after a place ("Kabul police", "University of Mosul") names that place too.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tacitus.extract.lexicon import countries, words
from tacitus.extract.place_words import place_words, relation_before, says_division, says_town
from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.language.analysis import Name, Sentence, Token
    from tacitus.model.place import Gazetteer

#: Longest country name, in tokens.
_LONGEST = 5
#: A body is called after a town only if that has so many people: small ones share their names with everything.
_KNOWN_TOWN = 15_000
#: A name that the engine takes for nothing is one of a town only if that has so many people.
_TOWN = 1000
#: Code points on either side of a name in which its relation can stand.
_REACH = 90


class PlaceForm(StrEnum):
    """How a text names a place."""

    NAME = "name"
    ADJECTIVE = "adjective"  #: "Syrian", "the Syrians"
    PART = "part"  #: inside the name of a body: "Kabul police"


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text.

    Attributes:
        span: The words of the name.
        sentence: Index of the sentence.
        form: As a name, as an adjective, or in the name of a body.
        words: The words of the name, which are looked up.
        is_division: Whether the words around it say that it is a division of a country: "Idlib province".
        is_town: Whether they say that it is a populated place: "the village of Sukayk".
        is_wide: Whether that division is one of the first rank: a province, not a district.
        relation: How the text stands to it: "" (at it), "near", "north of", "15 km east of", "southern".
    """

    span: Span
    sentence: int
    form: PlaceForm
    words: str
    is_division: bool = False
    is_town: bool = False
    relation: str = ""
    is_wide: bool = False


def in_sentence(text: str, sentence: Sentence, index: int, gazetteer: Gazetteer) -> Iterator[Toponym]:
    """Yield the place names of one sentence in order, none inside another."""
    taken = set[int]()
    found: list[tuple[int, int, PlaceForm]] = []
    for start, end, form in _proposed(text, sentence, taken, gazetteer):
        first, last = _trimmed(sentence.tokens, start, end)
        if first < last and not _is_calendar(sentence.tokens[first:last]) and taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            found.append((first, last, form))
    for start, end, form in sorted(found):
        yield _toponym(text, sentence, (start, end), index, form)


def _proposed(
    text: str, sentence: Sentence, taken: set[int], gazetteer: Gazetteer
) -> Iterator[tuple[int, int, PlaceForm]]:
    """Yield what may be a place name as token indices, the surer before the less sure; `taken` grows meanwhile."""
    persons = {i for name in sentence.names if name.kind == "person" for i in range(name.start, name.end)}
    nations = [(start, end) for start, end in _countries(text, sentence) if persons.isdisjoint(range(start, end))]
    places = [name for name in sentence.names if name.kind == "place"]
    seen = [name for name in sentence.mentions if name.kind == "place"]
    proper = (name for name in seen if all(map(_is_capital, sentence.tokens[name.start : name.end])))
    proposed = (
        *((start, end) for start, end in nations if end - start > 1),
        *(_whole(text, sentence, name, gazetteer) for name in places),
        *((name.start, name.end) for name in proper),
        *nations,
    )
    for start, end in proposed:
        yield start, end, _form(text, sentence.tokens, start, end)
    for name in sentence.names:
        part = _namesake(text, sentence, name, gazetteer) if name.kind == "organisation" else None
        if part is not None:
            yield *part, PlaceForm.PART
    for start, end in (*_misread(text, sentence, gazetteer), *_overlooked(text, sentence, taken | persons, gazetteer)):
        yield start, end, PlaceForm.NAME


def _is_calendar(tokens: tuple[Token, ...]) -> bool:
    return len(tokens) == 1 and tokens[0].text.lower() in words("calendar")


def _whole(text: str, sentence: Sentence, name: Name, gazetteer: Gazetteer) -> tuple[int, int]:
    """Return a name with the capitalised word beside it that the index knows with it: "North" of "North Kivu"."""
    start, end = _trimmed(sentence.tokens, name.start, name.end)
    tokens = sentence.tokens
    led_in = [at for at in range(start + 1, end - 1) if tokens[at].text == "in"]
    if led_in:  # "Parliament in Haiti"
        start, end = _trimmed(tokens, led_in[-1] + 1, end)
    for first, last in ((start - 1, end), (start, end + 1)):
        inside = 0 <= first < last <= len(tokens)
        proper = inside and all(_is_capital(t) and t.upos in ("PROPN", "ADJ") for t in tokens[first:last])
        beside = last - 1 if last > end else first
        if proper and (gazetteer.named(_words(text, tokens, first, last)) or _is_joined(sentence, beside, first, last)):
            return first, last
    return start, end


def _is_joined(sentence: Sentence, beside: int, first: int, last: int) -> bool:
    """Tell whether the tree makes a word and the name beside it one: "Tall Zubaydun", whatever the index knows."""
    tokens = sentence.tokens
    other = range(first, beside) if beside > first else range(beside + 1, last)
    if any(name.start <= beside < name.end for name in sentence.names) or tokens[beside].upos != "PROPN":
        return False
    joined = ("flat", "compound")
    up = tokens[beside].head in other and tokens[beside].relation in joined
    return up or any(tokens[i].head == beside and tokens[i].relation in joined for i in other)


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _trimmed(tokens: tuple[Token, ...], start: int, end: int) -> tuple[int, int]:
    """Return the stretch without words in small letters at its ends: "villages of Foua" is Foua."""
    while start < end and not _is_capital(tokens[start]):
        start += 1
    while end > start and not _is_capital(tokens[end - 1]):
        end -= 1
    return start, end


def _words(text: str, tokens: tuple[Token, ...], start: int, end: int) -> str:
    return text[tokens[start].span.start : tokens[end - 1].span.end]


def _form(text: str, tokens: tuple[Token, ...], start: int, end: int) -> PlaceForm:
    named = _words(text, tokens, start, end).lower()
    country = countries().get(named)
    return PlaceForm.ADJECTIVE if country is not None and named in country.adjectives else PlaceForm.NAME


def _overlooked(text: str, sentence: Sentence, taken: set[int], gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Yield capitalised names behind a preposition of place that the engine takes for nothing and the index knows."""
    tokens = sentence.tokens
    named = taken | {i for name in sentence.names for i in range(name.start, name.end)}
    start = 1
    while start < len(tokens):
        end = start
        while end < len(tokens) and end not in named and _is_capital(tokens[end]) and tokens[end].upos == "PROPN":
            end += 1
        led_in = end > start and tokens[start - 1].text.lower() in place_words("before_name")
        if led_in and _is_town(_words(text, tokens, start, end), gazetteer):
            yield start, end
        start = max(end, start + 1)


def _misread(text: str, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Yield what the engine takes for a person or body though it stands "in" it and the index knows it."""
    for name in sentence.names:
        led_in = name.start > 0 and sentence.tokens[name.start - 1].text.lower() in place_words("in_place")
        if led_in and name.kind != "place" and _is_town(_words(text, sentence.tokens, name.start, name.end), gazetteer):
            yield name.start, name.end


def _is_town(name: str, gazetteer: Gazetteer) -> bool:
    return any(place.is_area or place.population >= _TOWN for place in gazetteer.named(name))


def _countries(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the names and adjectives of countries, in whatever name of a body they stand."""
    tokens = sentence.tokens
    start = 0
    while start < len(tokens):
        length = _country_at(text, tokens, start) if _is_capital(tokens[start]) else 0
        if length:
            yield start, start + length
        start += max(1, length)


def _country_at(text: str, tokens: tuple[Token, ...], start: int) -> int:
    for length in range(min(_LONGEST, len(tokens) - start), 0, -1):
        named = _words(text, tokens, start, start + length)
        if named.lower() in countries() and (named != named.lower().capitalize() or len(named) > 2):
            return length
    return 0


def _namesake(text: str, sentence: Sentence, name: Name, gazetteer: Gazetteer) -> tuple[int, int] | None:
    """Return the place that a body is called after, as token indices: a known one, longest name first."""
    tokens = sentence.tokens
    for start in range(name.start, name.end):
        for length in (3, 2, 1):
            end = start + length
            if end > name.end or (start, end) == (name.start, name.end):
                continue
            if all(_is_capital(t) for t in tokens[start:end]) and _is_known(text, tokens, start, end, gazetteer):
                return start, end
    return None


def _is_known(text: str, tokens: tuple[Token, ...], start: int, end: int, gazetteer: Gazetteer) -> bool:
    named = _words(text, tokens, start, end)
    if len(named) < 4 or (end - start == 1 and named.strip(".") in place_words("no_place")):
        return False
    return any(place.population >= _KNOWN_TOWN for place in gazetteer.named(named))


def _toponym(text: str, sentence: Sentence, at: tuple[int, int], index: int, form: PlaceForm) -> Toponym:
    tokens = sentence.tokens
    start, end = at
    span = Span(tokens[start].span.start, tokens[end - 1].span.end)
    before = text[max(sentence.span.start, span.start - _REACH) : span.start]
    behind = tokens[end].text.lower() if end < len(tokens) else ""
    last = tokens[end - 1].text.lower()
    is_division = behind in place_words("division") or says_division(before)
    if end - start > 1 and last in place_words("division"):
        is_division = True
    is_town = not is_division and (
        behind in place_words("after_town") or says_town(before) or (end - start > 1 and last == "city")
    )
    is_wide = bool({behind, last} & place_words("wide")) or says_division(before, "wide")
    return Toponym(span, index, form, span.of(text), is_division, is_town, relation_before(before), is_wide)
