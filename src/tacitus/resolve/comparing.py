"""What speaks for and against two prepared names being one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.resolve.acronyms import all_words, fits, fits_translated, letters_of
from tacitus.resolve.aligning import aligned
from tacitus.resolve.known import relation_of
from tacitus.resolve.prepared import BODIES, prepared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.resolve.aligning import Alignment
    from tacitus.resolve.prepared import Prepared, Token

_BODY_KINDS = BODIES
#: Unlike words on both sides that weigh less are no clash: a title here, a particle there.
_SLIGHT = 0.2
#: Acronyms of fewer letters fit many names.
_SHORT = 4
#: Kinds of words that make no name by themselves.
_LOOSE = frozenset({"honour", "title", "kunya", "abd", "god"})
#: What a word says at least that only one of two groups has.
_TELLING = 0.8
#: Concepts that a group's name takes or leaves at will: "the (Islamic) (movement) Ahrar al-Sham".
_DESCRIPTORS = frozenset(
    {"movement", "group", "islam", "army", "brigade", "brigades", "battalion", "mujahideen", "military", "separate"}
)


def features(one: Prepared, other: Prepared) -> Mapping[str, float]:
    """Return what speaks for and against, by name; what is not there is 0. The order of the two does not matter."""
    out: dict[str, float] = {}
    if one.qualifiers or other.qualifiers:
        _qualified(one, other, out)
    if one.known and other.known and _known(one, other, out):
        return out
    if one.numbers != other.numbers:
        out["numbers differ" if one.numbers and other.numbers else "number on one side"] = 1.0
    if one.key == other.key and (one.acronyms == other.acronyms or not (one.acronyms and other.acronyms)):
        out["same sound"] = 1.0
    if (one.acronyms or other.acronyms) and _acronyms(one, other, out):
        return out
    if one.key != other.key and one.hooks.isdisjoint(other.hooks):
        out["nothing shared"] = 1.0
    elif not _is_acronym(one) and not _is_acronym(other):
        _words(aligned(one.tokens, other.tokens), one, other, out)
    elif one.key != other.key:
        out["nothing shared"] = 1.0
    return out


def _is_acronym(name: Prepared) -> bool:
    return bool(name.acronyms) and len(name.tokens) == 1


def _known(one: Prepared, other: Prepared, out: dict[str, float]) -> bool:
    """Note what the tables say of two bodies; return whether that settles it."""
    if not one.known.isdisjoint(other.known):
        out["known as one"] = 1.0
        return True
    ties = {relation_of(a, b) for a in one.known for b in other.known} - {""}
    name = "known as two" if not ties else "known as part and whole" if ties == {"part"} else "known to have changed"
    out[name] = 1.0
    return bool(ties)


def _qualified(one: Prepared, other: Prepared, out: dict[str, float]) -> None:
    if not (one.qualifiers and other.qualifiers):
        out["brackets on one side"] = 1.0
        return
    agree = any(_is_one(prepared(a), prepared(b)) for a in one.qualifiers for b in other.qualifiers)
    out["brackets agree" if agree else "brackets differ"] = 1.0


def _is_one(one: Prepared, other: Prepared) -> bool:
    """Tell whether two qualifiers say one thing: they share words, and not both have others."""
    if one.key == other.key:
        return True
    common = aligned(one.tokens, other.tokens)
    return bool(common.matches) and not (common.left and common.right) and one.numbers == other.numbers


def _acronyms(one: Prepared, other: Prepared, out: dict[str, float]) -> bool:
    """Note what acronyms say; return whether they tie the names, so that the words need not."""
    if one.acronyms and other.acronyms:
        is_same = not one.acronyms.isdisjoint(other.acronyms)
        out["same acronym" if is_same else "acronyms differ"] = 1.0
        return is_same
    short, long = (one, other) if one.acronyms else (other, one)
    if len(long.tokens) < 2 and not long.numbers:
        return False
    best = max(fits(a, all_words(long.outside), long.numbers) for a in short.acronyms)
    if best:
        out["acronym of the words"] = best
    elif any(fits_translated(a, long.tokens) for a in short.acronyms):
        out["acronym of a translation"] = 1.0
        if min(len(letters_of(a)) for a in short.acronyms) < _SHORT:
            out["short acronym of a translation"] = 1.0
        return True
    elif len(short.tokens) == 1:
        out["acronym of other words"] = 1.0
        return False
    else:
        return False
    if not long.numbers:
        out["short acronym"] = float(max(0, _SHORT - min(len(letters_of(a)) for a in short.acronyms)))
    return True


def _words(common: Alignment, one: Prepared, other: Prepared, out: dict[str, float]) -> None:
    shared = sum(m.weight * m.nearness for m in common.matches)
    left, right = (sum(t.weight for t in side) for side in (common.left, common.right))
    clash = min(left, right)
    out["shared"] = min(shared, 2.0) / 2
    if not shared:
        if one.key != other.key:
            out["nothing shared"] = 1.0
        return
    out["spelling"] = sum(m.weight * (1 - m.nearness) for m in common.matches if not m.is_translated) / shared
    out["translated"] = sum(m.weight for m in common.matches if m.is_translated) / shared
    if clash >= _SLIGHT:
        out["both have other words"] = clash / (clash + shared)
        out["other words"] = min(clash, 1.5)
        out["a word for a word"] = 1.0
    _note_order(common, one, out)
    is_body = one.is_body or other.is_body
    more = common.left if left > right else common.right
    if clash < _SLIGHT and more:
        fewer, longer = (other, one) if left > right else (one, other)
        if is_body:
            _extra(more, fewer, out)
        else:
            _extra_person(more, fewer, longer, out)
    if not is_body and _kunyas(one) ^ _kunyas(other) == {"mother", "father"}:
        out["father and mother"] = 1.0
    if not (one.numbers or other.numbers) and max(len(_solid(one.tokens)), len(_solid(other.tokens))) < 2:
        out["a single word"] = 1.0
    if _kunyas_differ(common, one, other):
        out["kunyas differ"] = 1.0
    if is_body:
        _bodies(common, one, other, out)


def _note_order(common: Alignment, one: Prepared, out: dict[str, float]) -> None:
    """Note that words stand in another order; translated names may."""
    order = [m.other for m in sorted(common.matches, key=lambda m: m.one)]
    if order == sorted(order):
        return
    if all(one.tokens[m.one].kind == "given" for m in common.matches):
        out["given names in another order"] = 1.0
    elif not any(m.is_translated for m in common.matches):
        out["another order"] = 1.0


def _solid(tokens: tuple[Token, ...]) -> list[Token]:
    """Return the words that are names or say what a body is, and no titles or halves of names."""
    return [t for t in tokens if t.kind not in _LOOSE]


def _kunyas(name: Prepared) -> frozenset[str]:
    return frozenset(key for t in name.tokens if t.kind == "kunya" for key in t.keys)


def _kunyas_differ(common: Alignment, one: Prepared, other: Prepared) -> bool:
    """Tell whether both are "father of" somebody, and not of the same."""
    ours, theirs = ([i + 1 for i, t in enumerate(n.tokens[:-1]) if t.kind == "kunya"] for n in (one, other))
    return bool(ours and theirs) and not any(m.one in ours and m.other in theirs for m in common.matches)


def _extra(more: tuple[Token, ...], fewer: Prepared, out: dict[str, float]) -> None:
    plain = sum(t.weight for t in more if not t.keys.isdisjoint(_DESCRIPTORS))
    telling = sum(max(t.weight, _TELLING) for t in more if t.keys.isdisjoint(_DESCRIPTORS))
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


def _extra_person(more: tuple[Token, ...], fewer: Prepared, longer: Prepared, out: dict[str, float]) -> None:
    solid = _solid(more)
    if not solid:
        out["a title more"] = 1.0
        return
    out["a name more"] = min(sum(t.weight for t in solid), 2.0) / 2
    if any(t.kind == "kunya" for t in more):
        out["a kunya more"] = 1.0
    if any(t.kind in ("binder", "kin") for t in more):
        out["half of a double name"] = 1.0
    told = _solid(fewer.tokens)
    if len(told) < 2:
        out["one word of several"] = 1.0
        if all(t.kind == "given" for t in told):
            out["only a given name"] = 1.0
    else:
        last = longer.tokens[-1]
        out["the last name agrees" if all(t is not last for t in more) else "another last name"] = 1.0
        if all(t is not longer.tokens[0] for t in more):
            out["the first name agrees"] = 1.0


def _bodies(common: Alignment, one: Prepared, other: Prepared, out: dict[str, float]) -> None:
    ours, theirs = ({t.plain for t in side if t.kind in _BODY_KINDS} for side in (common.left, common.right))
    if ours and theirs:
        out["another kind of body"] = 1.0
        return
    rare = sum(m.weight for m in common.matches if one.tokens[m.one].kind in ("word", "given", "content"))
    if rare and not (common.left and common.right):
        out["rare words shared"] = min(rare, 2.0) / 2
    if one.numbers and one.numbers == other.numbers:
        out["numbers agree"] = 1.0
