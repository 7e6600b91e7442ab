"""What kind of people are counted, by the words for them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tacitus.ask import words
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Those of whom nothing is said but that they are persons; all other kinds are among them.
PEOPLE = "people"


#: Where the words begin that say of whom or whence the people are, and not who they are.
_AFTER = re.compile(r",| (?:of|from|in|for|at|with|by|who|on|near) ")


def without_number(who: str) -> str:
    """Return words for people without the number before them.

    Examples:
        >>> without_number("At least nine civilians"), without_number("12 of the traders"), without_number("31")
        ('civilians', 'traders', '')
    """
    said = who.split()
    while said and (fold(said[0]) in words.word_set("quantities.tsv") or said[0][0].isdigit()):
        del said[0]
    return " ".join(said)


def kind_of(who: str) -> str:
    """Return the kind of people that words tell, without their number: see `Share`.

    Examples:
        >>> kind_of("children"), kind_of("soldiers of the 4th Brigade"), kind_of("dead"), kind_of("senior figure")
        ('civilians/children', 'forces', 'people', 'people/senior figure')
        >>> kind_of("women and children"), kind_of("teachers"), kind_of("civilians and soldiers"), kind_of("others")
        ('civilians/children and women', 'civilians/teacher', 'people', 'people/others')
    """
    said = fold(_AFTER.split(who, maxsplit=1)[0]).split()
    found = {kind.replace("*", word.removesuffix("s")) for kind, known in _kinds() for word in said if word in known}
    if not found:
        return PEOPLE if set(said) <= words.word_set("bare_people.tsv") else f"{PEOPLE}/{' '.join(said)}"
    tops = {kind.split("/")[0] for kind in found}
    if len(found) == 1 or len(tops) > 1:
        return found.pop() if len(found) == 1 else PEOPLE
    inner = sorted(kind.split("/")[1] for kind in found if "/" in kind)
    top = tops.pop()
    return top if top in found else f"{top}/{' and '.join(inner)}"


def is_further(who: str) -> bool:
    """Tell whether words count people beside those who were counted before.

    Examples:
        >>> is_further("six more people"), is_further("three other militants"), is_further("more than six people")
        (True, True, False)
    """
    said = (*fold(who).split(), "")
    return any(word in words.word_set("further.tsv") and after != "than" for word, after in pairwise(said))


def _kinds() -> Iterable[tuple[str, frozenset[str]]]:
    return words.kinds("people_kinds.tsv").items()
