"""Noun phrases in the tree: which words belong to one, and which of them are its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract.lexicon import rows, word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tacitus.extract.tree import Tree
    from tacitus.language.analysis import Name

_LEFT = ("amod", "compound", "nummod", "nmod:poss", "nmod:desc", "det", "advmod", "nmod:unmarked")
_RIGHT = ("flat", "compound", "nummod", "goeswith", "fixed")
#: Prepositions whose phrases are part of what a thing is called; and those that say where or whose it is.
_INNER = frozenset({"of", "for"})
_WIDE = frozenset(
    {"in", "from", "near", "at", "on", "north of", "south of", "east of", "west of", "inside", "outside", "along"}
    | {"to", "with", "between", "around", "off", "under", "against", "by"}
)
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "no"})
_ARTICLE_AL = frozenset({"al", "ad", "an", "ar", "as", "ash", "at", "az", "el", "ul"})
_HALVES = frozenset({"back", "lead", "hold", "run", "link", "control"})
_PERSONAL = frozenset({"abu", "al", "-", "bin", "ibn", "abd"})
#: Second halves of compound adjectives, and small words with which a name may begin.
_BEHIND_HYPHEN = frozenset(word for *_, halves in rows("compounds.tsv") for word in halves.split()) | {"called"}
_FRONT = _ARTICLE_AL | _PERSONAL | {"de", "del", "la", "van", "von", "der", "le"}
_LONGEST = 25  # words of a description; a longer one is a sentence
_JOINERS = frozenset(
    {"of", "the", "for", "al", "de", "del", "la", "el", "-", "’", "'", "and", "wal", "wa", "ul", "bin", "ibn"}
)


def base(tree: Tree, head: int) -> tuple[int, ...]:
    """Return the words of the phrase without prepositional phrases and clauses: "three border posts"."""
    words = {head}
    for k in tree.kids[head]:
        beside = tree.tokens[head].upos == "NOUN" and tree.tokens[k].upos == "PROPN"  # "the group X": X is the name
        if (k < head and tree.is_a(k, *_LEFT)) or (k > head and tree.is_a(k, *_RIGHT) and not beside):
            words |= set(tree.subtree(k, without=("acl", "conj", "cc", "parataxis", "appos")))
    return _solid(tree, trimmed(tree, tuple(sorted(words))), head)


def full(tree: Tree, head: int, *, wide: bool = False) -> tuple[int, ...]:
    """Return the phrase with the prepositional phrases that say which one it is: "convoy of lorries".

    Args:
        tree: The sentence.
        head: The head noun.
        wide: With the phrases of place and company too: "facility north of Idlib", "border with Chad".
    """
    words = set(base(tree, head))
    inner = _INNER | _WIDE if wide else _INNER
    for k in tree.on(head, "nmod"):
        if k > head and not tree.is_a(k, "nmod:poss") and tree.preposition(k) in inner:
            words |= set(tree.subtree(k, without=("acl", "conj", "cc", "parataxis", "appos", "punct")))
    return trimmed(tree, tuple(sorted(words)))


def described(tree: Tree, head: int) -> tuple[int, ...]:
    """Return the phrase with the clauses that describe it: "team that reports to the Council"; at most 25 words."""
    clauses = (k for k in tree.on(head, "acl") if k > head)
    words = (w for k in clauses for w in tree.subtree(k, without=("conj", "cc", "parataxis", "punct")))
    return _stretch(tree, full(tree, head, wide=True), words)


def joined(tree: Tree, head: int) -> tuple[int, ...]:
    """Return the phrase with what is coordinated in it and shares a word with it.

    Such are "hundreds of teachers, students and relatives" and "its friends and allies", not two soldiers and a farmer.
    """
    inside = [i for k in tree.on(head, "nmod") if k > head for i in tree.conjuncts(k)[1:]]
    own = tree.conjuncts(head)[1:] if tree.on(head, "nmod:poss") else ()
    ends = [*inside, *(i for i in own if not tree.on(i, "nmod:poss", "det", "nummod"))]
    if not ends or any(tree.tokens[i].upos != "NOUN" for i in ends):
        return full(tree, head)
    short = full(tree, head)
    return _stretch(tree, short, [w for i in ends for w in base(tree, i)])


def _stretch(tree: Tree, short: tuple[int, ...], more: Iterable[int]) -> tuple[int, ...]:
    """Return all words from the first to the last of a phrase and more; the phrase alone when they are too many."""
    words = (*short, *more)
    low, high = min(words), max(words)
    return trimmed(tree, tuple(range(low, high + 1))) if high - low < _LONGEST else short


def trimmed(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """Drop leading articles and marks at both ends."""
    while len(words) > 1 and (tree.word(words[0]) in _ARTICLES or tree.tokens[words[0]].upos == "PUNCT"):
        words = words[1:]
    while len(words) > 1 and tree.tokens[words[-1]].upos == "PUNCT":
        words = words[:-1]
    return words


def _solid(tree: Tree, words: tuple[int, ...], head: int) -> tuple[int, ...]:
    """Keep the stretch around the head that has no bracket or comma between its words."""
    out = [head]
    for step in (-1, 1):
        at = head + step
        while at in words or (
            0 <= at < len(tree.tokens) and tree.word(at) in ("-", "'", '"', "“", "”", "'s") and at + step in words
        ):
            if tree.tokens[at].text in (",", "(", ")", ";"):
                break
            out.append(at)
            at += step
    return trimmed(tree, tuple(sorted(out)))


def is_capital(text: str) -> bool:
    """Tell whether a word is written as a name is: "Aleppo", "al-Qaeda", "M23"."""
    return any(c.isupper() for c in text)


def named(tree: Tree, head: int, found: Name | None) -> tuple[int, ...]:
    """Return the words of the proper name around a head: what the engine found, without titles before a person.

    Without a find of the engine, the capitalised words of the phrase that stand together with the head.
    """
    if found is not None:
        words = tuple(range(found.start, found.end))
        words = _stretched(tree, words)
        words = words if found.kind == "place" else without_epithet(tree, words)
        if found.kind != "person":
            return trimmed(tree, words)
        own = tuple(w for w in words if w >= head or tree.word(w) in _PERSONAL)
        return untitled(tree, trimmed(tree, own or words))
    members = set(base(tree, head)) | set(full(tree, head))
    out = [head]
    for step in (-1, 1):
        gap: list[int] = []
        at = head + step
        while at in members and len(gap) <= 2:
            if is_capital(tree.tokens[at].text) and tree.tokens[at].upos != "DET":
                out += [*gap, at]
                gap = []
            elif tree.word(at) in _JOINERS:
                gap.append(at)
            else:
                break
            at += step
    return trimmed(tree, tuple(sorted(out)))


def _stretched(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """Add what the engine cut off behind a hyphen ("Hurras" of "Hurras al-Din"); drop a preposition at the end."""
    tokens = tree.tokens
    last = words[-1]
    while last > words[0] and tokens[last].upos in ("ADP", "PUNCT"):
        last -= 1
    while last + 2 < len(tokens):
        article = tokens[last + 1].text.lower() in _ARTICLE_AL
        hyphen = last + 2 if article else last + 1
        tied = hyphen + 1 < len(tokens) and tokens[hyphen].text == "-" and is_capital(tokens[hyphen + 1].text)
        if not tied or tokens[hyphen].span.end != tokens[hyphen + 1].span.start or tree.lemma(hyphen + 1) in _HALVES:
            break
        last = hyphen + 1
    return tuple(range(words[0], last + 1))


def without_epithet(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """Drop what describes a name from its front: "state news agency", "Tarn-based", "so-called"; never all of it."""
    epithet = max((k for k, w in enumerate(words) if k > 1 and _ends_epithet(tree, w)), default=-1)
    rest = words[epithet + 1 :]
    while rest and not is_capital(tree.tokens[rest[0]].text) and tree.word(rest[0]) not in _FRONT:
        rest = rest[1:]
    return rest if any(is_capital(tree.tokens[w].text) for w in rest) else words


def _ends_epithet(tree: Tree, w: int) -> bool:
    """Tell whether a word is the second half of a compound adjective: "backed" in "Tarn-backed"."""
    return tree.word(w) in _BEHIND_HYPHEN and not tree.tokens[w - 1].text.isalnum()


def untitled(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """Drop titles and ranks from the front of a person's name."""
    titles = word_set("titles.tsv")
    while len(words) > 1 and tree.word(words[0]).rstrip(".") in titles:
        words = words[1:]
    return words
