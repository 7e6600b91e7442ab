"""What speaks for and against two prepared names being one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tacitus.resolve.acronyms import fits, fits_translated
from tacitus.resolve.aligning import aligned
from tacitus.resolve.known import is_renamed
from tacitus.resolve.prepared import BODIES, prepared
from tacitus.resolve.scripts import romanised
from tacitus.resolve.words import meanings, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tacitus.resolve.aligning import Alignment
    from tacitus.resolve.prepared import Prepared, Token

_WORD = re.compile(r"[\w'’]+")
_ARTICLES = frozenset("al el ul ad ash as an ar at az ed en es".split())
_BODY_KINDS = BODIES
#: Concepts that a group's name takes or leaves at will: "the (Islamic) (movement) Ahrar al-Sham".
_DESCRIPTORS = frozenset(
    {"movement", "group", "islam", "army", "brigade", "brigades", "battalion", "mujahideen", "military", "separate"}
)


def features(one: Prepared, other: Prepared) -> Mapping[str, float]:
    """Return what speaks for and against, by name; what is not there is 0. The order of the two does not matter."""
    out: dict[str, float] = {}
    if one.qualifiers or other.qualifiers:
        _qualified(one, other, out)
    if one.numbers != other.numbers:
        out["numbers differ" if one.numbers and other.numbers else "number on one side"] = 1.0
    if one.known and other.known:
        _known(one, other, out)
        if "known as one" in out:
            return out
    if one.acronyms or other.acronyms:
        _acronyms(one, other, out)
    if one.key == other.key:
        out["same sound"] = 1.0
    if "acronym of the words" in out or "acronym of a translation" in out or "same acronym" in out:
        return out
    if one.hooks.isdisjoint(other.hooks):
        out["nothing shared"] = 1.0
    elif not (len(one.acronyms) and len(one.tokens) == 1) and not (len(other.acronyms) and len(other.tokens) == 1):
        _words(aligned(one.tokens, other.tokens), one, other, out)
    elif one.key != other.key:
        out["nothing shared"] = 1.0
    return out


def _known(one: Prepared, other: Prepared, out: dict[str, float]) -> None:
    if not one.known.isdisjoint(other.known):
        out["known as one"] = 1.0
    elif any(is_renamed(a, b) for a in one.known for b in other.known):
        out["known to have changed"] = 1.0
    else:
        out["known as two"] = 1.0


def _qualified(one: Prepared, other: Prepared, out: dict[str, float]) -> None:
    if not (one.qualifiers and other.qualifiers):
        out["brackets on one side"] = 1.0
        return
    ours, theirs = (frozenset().union(*(prepared(q).hooks for q in n.qualifiers)) for n in (one, other))
    out["brackets differ" if ours.isdisjoint(theirs) else "brackets agree"] = 1.0


def _acronyms(one: Prepared, other: Prepared, out: dict[str, float]) -> None:
    if one.acronyms and other.acronyms:
        out["acronyms differ" if one.acronyms.isdisjoint(other.acronyms) else "same acronym"] = 1.0
        return
    short, long = (one, other) if one.acronyms else (other, one)
    if len(long.tokens) < 2 and not long.numbers:
        return
    best = max(fits(a, _all_words(long.outside), long.numbers) for a in short.acronyms)
    if best:
        out["acronym of the words"] = best
    elif any(fits_translated(a, long.tokens) for a in short.acronyms):
        out["acronym of a translation"] = 1.0
    elif len(short.tokens) == 1:
        out["acronym of other words"] = 1.0


@lru_cache(maxsize=100_000)
def _all_words(text: str) -> tuple[str, ...]:
    """Return the words of a name for its acronym: "~" before those that it may pass over, no numbers."""
    small = words_of("particle") | _ARTICLES
    out = []
    for word in _WORD.findall(romanised(text)):
        bare = "".join(c for c in word if c.isalpha())
        meaning = meanings().get(bare)
        if bare and not any(c.isdigit() for c in word):
            may_go = bare in small or (meaning is not None and meaning.kind == "month")
            out.append(f"~{bare}" if may_go else bare)
    return tuple(out)


def _words(common: Alignment, one: Prepared, other: Prepared, out: dict[str, float]) -> None:
    shared = sum(m.weight * m.nearness for m in common.matches)
    left, right = (sum(t.weight for t in side) for side in (common.left, common.right))
    clash = min(left, right)
    out["shared"] = min(shared, 2.0) / 2
    if not shared:
        out["nothing shared"] = 1.0
        return
    out["spelling"] = sum(m.weight * (1 - m.nearness) for m in common.matches if not m.is_translated) / shared
    out["translated"] = sum(m.weight for m in common.matches if m.is_translated) / shared
    if clash:
        out["both have other words"] = clash / (clash + shared)
        out["other words"] = min(clash, 1.5)
    order = [m.other for m in sorted(common.matches, key=lambda m: m.one)]
    if not one.is_body and {k for t in one.tokens if t.kind == "kunya" for k in t.keys} ^ {
        k for t in other.tokens if t.kind == "kunya" for k in t.keys
    } == {"mother", "father"}:
        out["father and mother"] = 1.0
    if order != sorted(order) and not any(m.is_translated for m in common.matches):
        out["another order"] = 1.0
    is_body = one.is_body or other.is_body
    more = common.left if left > right else common.right
    if not clash and more:
        fewer, longer = (other, one) if left > right else (one, other)
        _extra(more, (fewer, longer), common, out) if is_body else _extra_person(more, (fewer, longer), common, out)
    if is_body:
        _bodies(common, one, other, out)


def _extra(more: Iterable[Token], names: tuple[Prepared, Prepared], common: Alignment, out: dict[str, float]) -> None:
    fewer, longer = names
    plain = sum(t.weight for t in more if not t.keys.isdisjoint(_DESCRIPTORS))
    telling = sum(t.weight for t in more if t.keys.isdisjoint(_DESCRIPTORS))
    if plain:
        out["a usual word more"] = min(plain, 1.0)
    if telling:
        out["a telling word more"] = min(telling, 1.5)
    if any(t.kind == "place" for t in more):
        out["a place more"] = 1.0
    if len(fewer.tokens) == 1 and telling:
        out["one word of several"] = 1.0
    has_body = any(t.kind in _BODY_KINDS for t in fewer.tokens)
    if has_body and any(t.kind in _BODY_KINDS for t in more):
        out["another body within"] = 1.0


def _extra_person(
    more: tuple[Token, ...], names: tuple[Prepared, Prepared], common: Alignment, out: dict[str, float]
) -> None:
    fewer, longer = names
    solid = [t for t in more if t.kind not in ("honour", "title", "kunya", "abd")]
    if not solid:
        out["a title more"] = 1.0
        return
    out["a name more"] = min(sum(t.weight for t in solid), 2.0) / 2
    if any(t.kind == "kunya" for t in more):
        out["a kunya more"] = 1.0
    if any(t.kind in ("binder", "kin") for t in more):
        out["half of a double name"] = 1.0
    told = [t for t in fewer.tokens if t.kind not in ("honour", "title", "kunya", "abd")]
    if len(told) < 2:
        out["one word of several"] = 1.0
        if all(t.kind == "given" for t in told):
            out["only a given name"] = 1.0
    else:
        last = longer.tokens[-1]
        if all(t is not last for t in more):
            out["the last name agrees"] = 1.0
        if all(t is not longer.tokens[0] for t in more):
            out["the first name agrees"] = 1.0


def _bodies(common: Alignment, one: Prepared, other: Prepared, out: dict[str, float]) -> None:
    ours, theirs = ({t.plain for t in side if t.kind in _BODY_KINDS} for side in (common.left, common.right))
    if ours and theirs:
        out["another kind of body"] = 1.0
    rare = sum(m.weight for m in common.matches if one.tokens[m.one].kind in ("word", "given", "content"))
    if rare:
        out["rare words shared"] = min(rare, 2.0) / 2
    if one.numbers and one.numbers == other.numbers:
        out["numbers agree"] = 1.0
