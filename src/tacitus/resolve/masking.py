"""Readings without a person: every mention masked in its place, so that all offsets and all else stay as they are.

Masking is for the private person who must not be found any more. It knows spellings of the names that it is given and
of those that the reading has for the person; it does not know who is meant by words that name nobody.
"""

from __future__ import annotations

import html
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from tacitus.errors import UnknownNameError
from tacitus.model.entity import EntityType
from tacitus.model.span import Span
from tacitus.read.decode import Decoded, decode
from tacitus.resolve.proper import has_article, is_proper
from tacitus.resolve.spots import MASK, Spots, cover
from tacitus.resolve.telling import is_link, is_title, telling, words
from tacitus.resolve.worded import worded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from tacitus.model.entity import Entity
    from tacitus.model.reading import Reading

T = TypeVar("T")

#: The name of an entity that was masked. It is no proper name, so that nobody is taken for anybody by it.
REDACTED = f"{MASK}{MASK} (redacted)"
#: Step and version that a reading names behind those that read it each time it is masked: so its id is another one.
STEP = "masking@1"


def masked(reading: Reading, names: Collection[str], entities: Collection[str] = (), neutral_id: str = "") -> Reading:
    """Return the reading without a person; the reading itself if it does not speak of the person.

    In the text each mention of the person and each occurrence of a name is masked code point for code point; a mention
    of somebody else inside stays. So are all other words: title, author, addresses, places, text roles, problems. The
    person's entities keep id and type under the one name `REDACTED`. Claims keep their ids, so that reviews still find
    them, though those hash the name. The raw bytes, which hold it, are left out.

    Args:
        reading: Any reading.
        names: Names of the person, as complete as they are known.
        entities: Ids of the reading's entities that are the person, as judged; those with one of the names are so
            without being told.
        neutral_id: The document's new id if the id it has holds a name; when "", "redacted-" and 16 digits of its
            hash. Give the same one for all readings of a document, and move there what refers to the old id.

    Raises:
        UnknownNameError: If the reading has no such entity.
        InvalidValueError: If a name has fewer than two letters or digits.
    """
    known = {e.id for e in reading.entities}
    for entity in entities:
        if entity not in known:
            raise UnknownNameError("entity of the reading", entity, known)
    found = frozenset(entities).union(mentions_of(reading, names))
    spots = Spots(names_in(reading, names, found))
    clean = worded(_covered(reading, found), spots.masked)
    if clean is reading:  # not ==, which does not look at files and capture records
        return reading
    document = replace(clean.document, raw=None)
    if document.id != reading.document.id:
        document = replace(document, id=neutral_id or f"redacted-{document.sha256[:16]}")
    return replace(clean, document=document, reader=f"{reading.reader} {STEP}".strip())


def masked_words(value: T, names: Iterable[str]) -> T:
    """Return any other value without these names: a judgement, an entry of an alias list, values of JSON."""
    return worded(value, Spots(names).masked)


def still_there(value: object, names: Iterable[str]) -> bool:
    """Tell whether any spelling of the names is in the words of a value, or in bytes: asked before a key is destroyed.

    Of a masked reading ask it for `names_in` of the one before.

    Examples:
        >>> still_there({"because": "It is RASK, Omar."}, ["Omar Rask"]), still_there(b"Omar&nbsp;Rask", ["Omar Rask"])
        (True, True)
    """
    spots = Spots(names)
    found: list[str] = []

    def look(text: str) -> str:
        if not found and spots.of(text):
            found.append(text)
        return text

    if isinstance(value, bytes):
        read = decode(value)
        text = read.text if isinstance(read, Decoded) else value.decode("latin-1")
        value = (text, html.unescape(text))
    worded(value, look)
    return bool(found)


def mentions_of(reading: Reading, names: Collection[str]) -> tuple[str, ...]:
    """Return the ids of the entities that have one of these names, in order.

    Any type under the very name; a person also with titles, an initial or a middle name more or less, and, in a
    reading that has the whole name, a person with nothing but a part of it: "Rask".
    """
    spots = Spots(names)
    own = [e for e in reading.entities if any(_is_name(name, e, spots, names) for name in e.names)]
    if not own and not still_there(reading, names):
        return ()
    whole = {word for name in (*names, *(name for e in own for name in _proper(e))) for word in words(name)}
    parts = [e for e in reading.entities if e.type is EntityType.PERSON and _is_part(e, whole)]
    ids = {e.id for e in (*own, *parts)}
    return tuple(e.id for e in reading.entities if e.id in ids)


def whole_names(names: Iterable[str]) -> frozenset[str]:
    """Return those of an entity's names that point to one person in any document, so that a ledger can be searched.

    Left out are descriptions, offices, and single words, with a title or "abu" too: many bear them. In a reading that
    has a whole name they are masked all the same.

    Examples:
        >>> sorted(whole_names(["Rask", "President", "Mr. Rask", "Adan al-Rask", "the teacher of Tirsa", "Abu Vey"]))
        ['Adan al-Rask']
    """
    return frozenset(
        name
        for name in names
        if is_proper(name) and not has_article(name) and telling(name) and len(_own_words(name)) > 1
    )


def _own_words(name: str) -> list[str]:
    return [word for word in words(name) if not is_link(word) and not is_title(word)]


def names_in(reading: Reading, names: Iterable[str], entities: Collection[str]) -> frozenset[str]:
    """Return every name that is masked in a reading: those given, those of the entities, and parts of them in use.

    A part is in use when a mention of the person that is no whole name has no other telling word. The last word of a
    name is one too, unless something else in the reading has it in its name.
    """
    mine = [e for e in reading.entities if e.id in entities]
    whole = frozenset(names).union(name for e in mine for name in _proper(e))
    known = {word for name in whole for word in telling(name)}
    said = {mention.of(reading.document.text) for e in mine for mention in e.mentions}
    bare = {words(name) for name in said} - {own for name in whole if len(own := words(name)) > 1}
    alone = {told[0] for own in bare if len(told := telling(" ".join(own))) == 1}
    others = {word for e in reading.entities if e.id not in entities for name in e.names for word in words(name)}
    last = {told[-1] for name in whole if len(told := telling(name)) > 1} - others
    return whole | (alone & known) | last


def _proper(entity: Entity) -> Iterator[str]:
    """Yield the names of an entity that point to it wherever they stand; no titles, no descriptions."""
    return (name for name in entity.names if is_proper(name) and telling(name) and not has_article(name))


def _is_name(name: str, entity: Entity, spots: Spots, names: Collection[str]) -> bool:
    """Tell whether a name of an entity is one of these, or has nothing telling beside them."""
    if set(map(words, names)) & {words(name)} or (words(name) and "".join(words(name)) in map(_joined, names)):
        return True
    if entity.type is not EntityType.PERSON or not is_proper(name):
        return False
    rest = spots.masked(name)
    return rest != name and not telling(rest)


def _joined(name: str) -> str:
    return "".join(words(name))


def _is_part(entity: Entity, whole: Collection[str]) -> bool:
    """Tell whether all names of an entity are made of words of a longer one, titles apart."""
    own = [word for name in _proper(entity) for word in words(name)]
    return bool(own) and all(word in whole or is_link(word) or is_title(word) for word in own)


def _covered(reading: Reading, found: Collection[str]) -> Reading:
    """Return the reading with the mentions of some entities masked and their names gone; itself if they were."""
    text = reading.document.text
    others = [m for e in reading.entities if e.id not in found for m in e.mentions]
    for entity in reading.entities:
        for mention in entity.mentions if entity.id in found else ():
            inside = sorted(m for m in others if mention.contains(m) and m != mention)
            for span in _outside(mention, inside):
                text = cover(text, span)
    entities = tuple(replace(e, names=(REDACTED,), where=None) if e.id in found else e for e in reading.entities)
    if text == reading.document.text and entities == reading.entities:
        return reading
    return replace(reading, document=replace(reading.document, text=text), entities=entities)


def _outside(span: Span, inside: Iterable[Span]) -> Iterator[Span]:
    """Yield what is left of a span without the spans inside it, which are in order."""
    start = span.start
    for one in inside:
        if one.start > start:
            yield Span(start, one.start)
        start = max(start, one.end)
    if start < span.end:
        yield Span(start, span.end)
