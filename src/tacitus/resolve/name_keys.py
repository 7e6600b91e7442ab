"""Keys by which names that may be alike are found without comparing all with all."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from tacitus.resolve.acronyms import all_words, letters_of
from tacitus.resolve.acronyms import variants as initials_in_languages
from tacitus.resolve.letters import bones

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.resolve.prepared import Prepared, Token

_DIGITS = re.compile(r"\d+")
#: Kinds of words that few names share, so that one of them is a key by itself.
_RARE = frozenset({"word"})
#: Kinds that make no key at all, unless there is nothing else.
_EMPTY = frozenset({"kunya", "abd", "god", "honour", "title", "kin"})


def keys_of(name: Prepared) -> frozenset[str]:
    """Return the keys of a prepared name.

    A rare word is one by its consonants; common words are in twos; an acronym and what it may stand for meet under
    its letters in alphabetical order; so do names that `actors.tsv` ties.
    """
    out = {f"={body}" for body in name.known}
    out.update(f"~{''.join(sorted(letters_of(acronym)))}" for acronym in name.acronyms)
    out.update(f"~{letters_of(acronym)}{n}" for acronym in name.acronyms for n in _DIGITS.findall(acronym))
    own = "".join(word[0] for word in all_words(name.outside) if word[0] != "~")
    out.update(f"~{own}{number}" for number in name.numbers)
    out.update(f"~{''.join(sorted(letters))}" for letters in initials_in_languages(name.outside, name.tokens))
    out.update(_word_keys(name.tokens))
    out.update(f"{number}{key}" for number in name.numbers for t in name.tokens for key in t.keys or (t.bones,))
    if name.numbers and len(name.tokens) < 2:
        out.update(f"#{number}" for number in name.numbers)
    return frozenset(out)


def _word_keys(tokens: Sequence[Token]) -> Iterator[str]:
    telling = [t for t in tokens if t.kind not in _EMPTY] or list(tokens)
    rare = [t for t in telling if t.kind in _RARE]
    common = [t for t in telling if t.kind not in _RARE]
    for t in rare:
        yield t.bones or t.sound
        if t.sound[-1:] == "s" and len(t.sound) > 4:
            yield bones(t.sound[:-1])
        yield from (f"{key}+{t.bones[:1]}" for other in common if other.kind == "given" for key in other.keys)
    if len(telling) == 1:
        yield from telling[0].keys or (telling[0].bones,)
    for a, b in combinations(common, 2):
        yield from (f"{min(k, m)}+{max(k, m)}" for k in _names_of(a) for m in _names_of(b))
    for one, next_one in pairwise(tokens):
        if "word" in (one.kind, next_one.kind):
            yield bones(one.sound + next_one.sound)
    if not rare and len(telling) > 1:
        yield from (key for t in common if t.kind in ("place", "content") for key in t.keys)


def _names_of(token: Token) -> Sequence[str]:
    return sorted(token.keys) or (token.bones,)
