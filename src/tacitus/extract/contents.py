"""What a verb of saying says: its clause, its object, or the sentence into which it is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract.lexicon import words_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tacitus.extract.tree import Tree
    from tacitus.model.span import Span

#: Verbs whose object or infinitive is what is said; and those that say it with "as".
_OF_OBJECTS = frozenset(words_by("speech.tsv")["deny"]) | {
    "claim",
    "admit",
    "acknowledge",
    "confirm",
    "report",
    "announce",
    "describe",
    "document",
    "record",
    "register",
}
_BLAME = frozenset(words_by("constructions.tsv")["blame"])
_AS = frozenset({"identify", "describe", "label"})
#: Verbs that also have other senses: they speak only with a clause or a quotation as their content.
_SHOW = frozenset({"document", "record", "register", "show", "find", "suggest", "indicate", "read", "reveal"})
ENOUGH = 5  # tokens: less than a clause is no content


def said(tree: Tree, verb: int) -> Iterator[Span]:
    """Yield the stretches of what a verb of saying says."""
    lemma = tree.lemma(verb)
    for k in tree.on(verb, "ccomp", "csubj"):
        yield from _around(tree, verb, k)
    if lemma in _OF_OBJECTS:
        yield from _object_content(tree, verb)
    if lemma in _AS:
        yield from (clause(tree, k) for k in tree.on(verb, "obj", "obl", "xcomp") if tree.preposition(k) == "as")
    if lemma in _SHOW:
        return
    if not tree.on(verb, "ccomp"):
        yield from (clause(tree, k) for k in tree.on(verb, "parataxis", "dep"))
    yield from _host(tree, verb)
    if not tree.on(verb, "ccomp", "xcomp", "obj", "parataxis") and not tree.is_a(verb, "parataxis"):
        yield from _before(tree, verb)


def _around(tree: Tree, verb: int, head: int) -> Iterator[Span]:
    """Yield a clause without the words that say it: of "which the mayor said he had made" two pieces."""
    below = tree.subtree(head)
    is_inside = below[0] < verb < below[-1] and tree.is_a(verb, "acl:relcl")
    yield from runs(tree, below) if is_inside else (tree.span(below),)


def _object_content(tree: Tree, verb: int) -> Iterator[Span]:
    """Yield what is said as an object: "denied sending tanks", "claimed responsibility for it"."""
    for k in tree.on(verb, "xcomp", "obj"):
        if not tree.is_a(k, "obj") or tree.tokens[k].upos in ("NOUN", "PROPN") or tree.lemma(k) in _BLAME:
            yield from blamed(tree, verb, k)


def blamed(tree: Tree, verb: int, k: int) -> Iterator[Span]:
    """Yield an object with what the blame is for: "any role in the raid on Zenda", wherever the tree hung the raid."""
    yield clause(tree, k)
    if tree.lemma(k) in _BLAME:
        yield from (clause(tree, f) for f in tree.on(verb, "obl") if tree.preposition(f) in ("for", "in") and f > k)


def _before(tree: Tree, verb: int) -> Iterator[Span]:
    """Yield what stands before "X said" at the end of a sentence, where a comma or the tree is lacking."""
    subjects = tree.on(verb, "nsubj")
    if any(tree.on(k, "mark") for k in tree.on(verb, "advcl")) or any(
        tree.tokens[a].xpos == "MD" for a in tree.on(verb, "aux")
    ):
        return
    if not subjects or any(
        t.upos not in ("PUNCT", "PROPN", "NUM", "ADP", "DET", "NOUN") for t in tree.tokens[verb + 1 :]
    ):
        return
    first = min(tree.subtree(subjects[0], without=("acl", "acl:relcl", "parataxis", "appos", "dep", "ccomp")))
    if first >= ENOUGH:
        yield tree.span(range(first))


def _host(tree: Tree, verb: int) -> Iterator[Span]:
    """Yield the sentence into which "X said" is set: all before and behind it."""
    head = tree.head(verb)
    if head < 0 or not tree.is_a(verb, "parataxis"):
        return
    inside = set(tree.subtree(verb))
    yield from runs(tree, [i for i in tree.subtree(head) if i not in inside])


def clause(tree: Tree, head: int) -> Span:
    """Return all that hangs on a word."""
    return tree.span(tree.subtree(head))


def runs(tree: Tree, tokens: Iterable[int]) -> Iterator[Span]:
    """Yield the tokens, which are in order, as one span for each stretch without a gap."""
    run: list[int] = []
    for i in tokens:
        if run and i != run[-1] + 1:
            yield tree.span(run)
            run = []
        run.append(i)
    if run:
        yield tree.span(run)
