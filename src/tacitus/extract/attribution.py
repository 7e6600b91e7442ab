"""Attribution: which words of a sentence somebody says, and which words name who says them, by syntax and engine.

The rules read the cues of the word list (`data/speech.tsv`); the engine adds attributions whose cues no list has.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.extract import denials, headlines, relays
from tacitus.extract.contents import blamed, clause, runs, said
from tacitus.extract.lexicon import words_by
from tacitus.extract.predication import spread, surface_subjects
from tacitus.model.ontology import Certainty
from tacitus.model.span import Span, merge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.tree import Tree
    from tacitus.language.analysis import Attribution as Seen

_SAY = frozenset(words_by("speech.tsv")["say"])
_DENY = frozenset(words_by("speech.tsv")["deny"])
_ACCUSE = frozenset(words_by("speech.tsv")["accuse"])
_QUOTE = frozenset(words_by("speech.tsv")["quote"])
_ATTITUDE = frozenset(words_by("speech.tsv")["attitude"])
_ACCORDING = frozenset(w.replace("_", " ") for w in words_by("speech.tsv")["according"])
_TOPIC = frozenset({"for", "on", "of", "about", "against", "to"})
_NOT = frozenset({"not", "n't", "never", "neither", "nor"})
_SEEING, _SIGNS = frozenset(words_by("speech.tsv")["see"]), frozenset(words_by("speech.tsv")["sign"])


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what, in one sentence.

    Attributes:
        cue: Index of the token that marks it: "said", "according".
        speakers: Heads of the phrases that name the joint speakers, in order; empty when nobody is named.
        content: The words said, one span a piece; empty when they stand in the next sentence.
        certainty: What the cue itself adds: "denied" gives `DENIED`.
        told: Heads of those to whom it was told.
        quoted_by: Heads of those who quote the speakers.
        is_ruled: Whether a rule reads it; else the engine alone sees it.
        is_report: Whether it tells how things are; False for an attitude: "demanded their release", "wants a truce".
    """

    cue: int
    speakers: tuple[int, ...]
    content: tuple[Span, ...]
    certainty: Certainty = Certainty.STATED
    told: tuple[int, ...] = ()
    quoted_by: tuple[int, ...] = ()
    is_report: bool = True
    is_ruled: bool = True


def in_tree(tree: Tree) -> tuple[Attribution, ...]:
    """Return what is said in one sentence, rules before engine."""
    ruled = tuple(_ruled(tree))
    known = {one.cue for one in ruled}
    seen = (_seen(tree, one) for one in tree.sentence.attributions if one.cue not in known and _speaks(tree, one))
    told = (*ruled, *_in_headline(tree), *seen)
    found = tuple(own for one in told for own in _own(tree, one))
    return found or tuple(Attribution(root, surface_subjects(tree, root), ()) for root in headlines.leading(tree))


def _own(tree: Tree, one: Attribution) -> Iterator[Attribution]:
    """Yield an attribution, but none whose words another one said: of "denied any role in the raid" only these."""
    back = denials.points_back(tree, one.cue)
    if back < 0:
        yield one
    elif denials.is_blame(tree, back):
        yield replace(one, content=tuple(blamed(tree, one.cue, back)))


def _in_headline(tree: Tree) -> Iterator[Attribution]:
    """Yield what a headline has somebody say: "Army: Rebels fled", "Rebels fled - army"."""
    for found in (*headlines.before(tree), *headlines.behind(tree)):
        yield Attribution(found.mark, (found.speaker,), (found.content,))


def _speaks(tree: Tree, seen: Seen) -> bool:
    """Tell whether the engine's speaker is none of whom something is said: "Omar is said to lead it"."""
    if seen.speaker in tree.on(seen.cue, "nsubj:pass") or tree.on(seen.cue, "aux:pass"):
        return False
    verb = tree.head(seen.cue)  # "he rejected claims that": they are not his
    is_other = verb >= 0 and tree.is_a(seen.cue, "obj") and tree.lemma(verb) in _DENY
    return not (is_other and seen.speaker in surface_subjects(tree, verb))


def sources(tree: Tree, one: Attribution) -> tuple[Span, ...]:
    """Return the words that name who says it, whole phrases: "a spokesman for the army, who asked not to be named"."""
    below = set(tree.subtree(one.cue)) if tree.is_verb(one.cue) else set()
    found: list[Span] = []
    for head in one.speakers:
        is_apart = not _is_said(tree, one, head)
        inside = [
            i
            for i in tree.subtree(head, without=("case",))
            if (i not in below or head in below) and not (is_apart and _is_said(tree, one, i))
        ]
        found += runs(tree, _without_marks(tree, inside))
    return merge(found) if found else ()


def _is_said(tree: Tree, one: Attribution, i: int) -> bool:
    return any(span.contains(tree.tokens[i].span) for span in one.content)


def _without_marks(tree: Tree, inside: list[int]) -> list[int]:
    while inside and tree.tokens[inside[0]].upos == "PUNCT":
        del inside[0]
    while inside and tree.tokens[inside[-1]].upos == "PUNCT":
        del inside[-1]
    return inside


def _ruled(tree: Tree) -> Iterator[Attribution]:
    """Yield what the word list's cues mark."""
    for i in range(len(tree.tokens)):
        lemma = tree.lemma(i)
        if tree.preposition(i) in _ACCORDING and not tree.is_a(i, "conj"):
            yield from _according(tree, i)
        if not tree.is_verb(i):
            continue
        if lemma in _ACCUSE:
            yield from _accusing(tree, i)
        elif lemma in _QUOTE:
            yield from _quoting(tree, i)
        elif lemma in _SAY or lemma in _DENY:
            yield from _saying(tree, i)
        elif lemma in _SEEING:
            yield from _finding(tree, i)
        elif lemma in _ATTITUDE:
            yield from _attitude(tree, i)


def _finding(tree: Tree, verb: int) -> Iterator[Attribution]:
    """Read "X saw no sign that Z": X says what is not known."""
    signs = [
        k
        for k in tree.on(verb, "obj")
        if tree.lemma(k) in _SIGNS and any(tree.word(d) == "no" for d in tree.on(k, "det"))
    ]
    clauses = [c for k in signs for c in tree.on(k, "acl", "ccomp")]
    speakers = surface_subjects(tree, verb)
    if clauses and speakers and not tree.is_passive(verb):
        yield Attribution(verb, speakers, merge(clause(tree, c) for c in clauses))


def _seen(tree: Tree, seen: Seen) -> Attribution:
    """Return an attribution of the engine."""
    heads = (seen.speaker,) if seen.speaker >= 0 else ()
    content = [tree.span(range(*stretch)) for stretch in seen.contents]
    is_will = bool(tree.on(seen.cue, "xcomp")) and not tree.on(seen.cue, "ccomp") and tree.lemma(seen.cue) in _SAY
    certainty = _certainty(tree, seen.cue)
    return Attribution(seen.cue, spread(tree, heads), merge(content), certainty, is_report=not is_will, is_ruled=False)


def _saying(tree: Tree, verb: int) -> Iterator[Attribution]:
    content = tuple(said(tree, verb))
    if not content or (tree.is_passive(verb) and not tree.on(verb, "obl:agent")):
        return
    speakers = surface_subjects(tree, verb)
    if not speakers:
        speakers, content = _stray(tree, verb, content)
    quoted_by: tuple[int, ...] = tuple(q for s in speakers for q in relays.quoted_in(tree, s))
    cited = relays.cited(tree, verb)
    if cited:  # "the agency said, citing a police officer"
        speakers, quoted_by = cited, speakers
    yield Attribution(verb, speakers, merge(content), _certainty(tree, verb), relays.told(tree, verb), quoted_by)


def _stray(tree: Tree, verb: int, content: tuple[Span, ...]) -> tuple[tuple[int, ...], tuple[Span, ...]]:
    """Return the speaker that the tree hung on the content behind a comma, and the content without it.

    In "Rebels fled Zenda, a spokesman said" the spokesman is no apposition to Zenda.
    """
    for head in range(verb):
        comma = min(tree.subtree(head, without=("punct",))) - 1
        if tree.is_a(head, "appos") and max(tree.subtree(head)) == verb - 1 and comma > 0 and tree.word(comma) == ",":
            end = tree.tokens[comma - 1].span.end
            cut = (Span(span.start, min(span.end, end)) for span in content if span.start < end)
            return (head,), tuple(cut)
    return (), content


def _certainty(tree: Tree, verb: int) -> Certainty:
    """Return what a verb of saying adds: "denied" denies, "did not say" leaves it unknown."""
    is_negated = any(tree.word(k) in _NOT for k in tree.on(verb, "advmod", "cc:preconj", "cc"))
    above = tree.head(verb)
    if tree.is_a(verb, "conj") and tree.lemma(above) in _SAY | _DENY:  # "could neither confirm nor deny"
        is_negated = is_negated or (
            tree.lemma(verb) in _DENY and any(tree.word(k) in _NOT for k in tree.on(above, "advmod", "cc:preconj"))
        )
    if tree.lemma(verb) in _DENY:
        return Certainty.UNKNOWN if is_negated else Certainty.DENIED
    return Certainty.UNKNOWN if is_negated else Certainty.STATED


def _according(tree: Tree, noun: int) -> Iterator[Attribution]:
    host = tree.head(noun)
    if host < 0 or (tree.preposition(noun) in relays.CITING and noun in relays.cited(tree, _verb_over(tree, noun))):
        return
    while not tree.is_verb(host) and tree.is_a(host, "obl", "nmod", "obj") and tree.head(host) >= 0:
        host = tree.head(host)
    inside = set(tree.subtree(noun))
    rest = [i for i in tree.subtree(host) if i not in inside]
    quoted_by = tuple(q for s in tree.conjuncts(noun) for q in relays.quoted_in(tree, s))
    yield Attribution(tree.on(noun, "case")[0], tree.conjuncts(noun), merge(runs(tree, rest)), quoted_by=quoted_by)


def _verb_over(tree: Tree, noun: int) -> int:
    return next((up for up in tree.ancestors(noun) if tree.is_verb(up) and tree.lemma(up) not in _QUOTE), noun)


def _accusing(tree: Tree, verb: int) -> Iterator[Attribution]:
    """Read "X accused Y of Z" and "X blamed Y for Z": X says what follows the verb."""
    if tree.is_passive(verb):
        return
    rest = [i for k in tree.kids[verb] if k > verb and not tree.is_a(k, "conj", "cc", "punct") for i in tree.subtree(k)]
    if rest:
        yield Attribution(verb, surface_subjects(tree, verb), (tree.span(rest),))


def _attitude(tree: Tree, verb: int) -> Iterator[Attribution]:
    """Read "X demands Y", "X called for Y", "X wants Y to go"."""
    speakers = surface_subjects(tree, verb)
    heads = [
        k for k in tree.on(verb, "obj", "iobj", "xcomp", "ccomp", "parataxis", "obl") if k > verb and _is_topic(tree, k)
    ]
    if speakers and heads and not tree.is_passive(verb):
        content = merge(clause(tree, k) for k in heads)
        yield Attribution(verb, speakers, content, is_report=False)


def _is_topic(tree: Tree, head: int) -> bool:
    """Tell whether a phrase behind a verb says what the attitude is about, and not when or where."""
    return not tree.is_a(head, "obl") or tree.preposition(head) in _TOPIC


def _quoting(tree: Tree, verb: int) -> Iterator[Attribution]:
    """Read "X quoted Y as saying that Z": Y says it, through X."""
    inner, outer = spread(tree, tree.on(verb, "obj")), surface_subjects(tree, verb)
    if tree.is_passive(verb):  # "an officer was quoted by the daily as saying"
        outer_heads = (k for k in tree.on(verb, "obl") if tree.preposition(k) in relays.BY)
        inner, outer = outer, spread(tree, outer_heads)
    for k in tree.on(verb, "advcl", "xcomp", "ccomp"):
        content = tuple(said(tree, k)) or (clause(tree, k),)
        yield Attribution(verb, inner, merge(content), quoted_by=outer)
