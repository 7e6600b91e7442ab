"""Sentences that report what somebody says, which the treebanks hold too few of.

Plain statements of the treebanks are put into frames of our own, tree and all: "…, Colonel Abel Ngwa told Reuters."
and "According to …"; denials and accusations are made up whole. Relations follow UD English EWT: the content is
`ccomp` of the verb of saying, the addressee `iobj`, "according to" `case` and `fixed`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from training import charges
from training.deeds import DATA, deed, harm, when
from training.example import Example, Pairs
from training.pieces import Piece, join, phrase
from training.spans import by_tree, span_head, speech_tags
from training.speakers import speaker

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable, Iterator

_UNWANTED = frozenset({"parataxis", "discourse", "vocative", "list", "goeswith", "reparandum", "orphan", "dep"})
_MARKS = frozenset(['"', "“", "”", "(", ")", "[", "]", ":", ";", "?", "-", "–", "—", "..."])
_VERB_TAG = {"says": "VBZ"}


def reports(treebank: Iterable[Example], chooser: random.Random) -> Iterator[Example]:
    """Yield a report for two of three plain statements of the treebank; for half of these a made-up one too."""
    for one in treebank:
        content = statement(one)
        if content is not None and chooser.random() < 2 / 3:
            yield _spoken(_example(chooser.choice(_FRAMES)(content, chooser)), is_made_up=False)
            if chooser.random() < 1 / 2:
                yield _spoken(_example(chooser.choice(_CHARGES)(chooser)), is_made_up=True)


def statement(example: Example) -> Piece | None:
    """Return a plain statement without its full stop: one clause with a subject, no quotation; or None."""
    words, relations = example.words, example.relations
    if not 5 <= len(words) <= 24 or words[-1] != "." or not words[0][:1].isupper():
        return None
    if _UNWANTED & set(relations) or _MARKS & set(words) or len(words) in example.heads:
        return None
    root = example.heads.index(0)
    subjects = [i for i, head in enumerate(example.heads) if head == root + 1 and relations[i].startswith("nsubj")]
    if example.tags["upos"][root] != "VERB" or not subjects or subjects[0] > root or example.heads[-1] != root + 1:
        return None
    tags = zip(words, example.tags["upos"], example.tags["xpos"], strict=True)
    rows = tuple((word, str(upos), str(xpos)) for word, upos, xpos in tags)[:-1]
    return Piece(rows, tuple(head - 1 for head in example.heads[:-1]), relations[:-1])


def _example(piece: Piece) -> Example:
    """Return a report as an example, its first word with a capital."""
    (first, upos, tag), *rest = piece.words
    words = [(first[:1].upper() + first[1:], upos, tag), *rest]
    tags: dict[str, tuple[str | None, ...]] = {"upos": tuple(w[1] for w in words), "xpos": tuple(w[2] for w in words)}
    relations = tuple("root" if head < 0 else r for head, r in zip(piece.heads, piece.relations, strict=True))
    return Example(tuple(w[0] for w in words), "reports", tags, tuple(head + 1 for head in piece.heads), relations)


def _spoken(one: Example, *, is_made_up: bool) -> Example:
    """Return the report with its attribution; whether its content speaks too is known only where we made that up."""
    lower = [word.lower() for word in one.words]
    cue = lower.index("according") if "according" in lower else one.heads.index(0)
    said = by_tree(one, cue)
    if said is None:
        return replace(one, tags={**one.tags, **speech_tags(len(one.words), [])})
    tags = speech_tags(len(one.words), [said])
    if not is_made_up:
        for name in ("cues", "sources"):
            labels = list(tags[name])
            for start, end in said.contents:
                labels[start:end] = [None] * (end - start)
            tags[name] = tuple(labels)
    pairs = [(cue, span_head(one, *span), "speaker") for span in said.sources[:1]]
    pairs += [(cue, span_head(one, *span), "content") for span in said.contents[:1]]
    return replace(one, tags={**one.tags, **tags}, pairs={"roles": Pairs((), tuple(pairs))})


def _lower(piece: Piece) -> Piece:
    """Return the piece with a small first letter, names and "I" aside."""
    (first, upos, tag), *rest = piece.words
    keeps = upos == "PROPN" or first == "I" or (first.isupper() and len(first) > 1)
    return Piece(((first if keeps else first[:1].lower() + first[1:], upos, tag), *rest), piece.heads, piece.relations)


def _saying(chooser: random.Random) -> tuple[Piece, list[tuple[Piece, str]]]:
    """Return a verb of saying and what follows it: addressee, day, manner."""
    after: list[tuple[Piece, str]] = []
    verb = chooser.choice(DATA["verbs"])
    if chooser.random() < 0.2:
        verb = "told"
        after.append((phrase(chooser.choice(DATA["addressees"])), "iobj"))
    if chooser.random() < 0.6:
        after.extend(when(chooser))
    if chooser.random() < 0.25:
        after.append((phrase(chooser.choice(DATA["phrases"])), "obl"))
    said = phrase(f"{verb}/VERB/{_VERB_TAG.get(verb, 'VBD')}")
    if chooser.random() < 0.12 and verb != "says":
        said = join([(phrase("has/AUX/VBZ"), 1, "aux"), (phrase(f"{verb}/VERB/VBN"), -1, "")])
    return said, after


def _behind(content: Piece, chooser: random.Random) -> Piece:
    """Return "CONTENT, SPEAKER said ON MONDAY." or "CONTENT, said SPEAKER.", in quotation marks or not."""
    said, after = _saying(chooser)
    quoted = chooser.random() < 0.45
    curly = chooser.random() < 0.5
    parts: list[tuple[Piece, str]] = []
    if quoted:
        parts.append((phrase(f"{'“' if curly else chr(34)}/PUNCT/``"), "q"))
    parts.append((content, "ccomp"))
    parts.append((phrase(",/PUNCT/,"), "q"))
    if quoted:
        parts.append((phrase(f"{'”' if curly else chr(34)}/PUNCT/''"), "q"))
    who = (speaker(chooser), "nsubj")
    is_inverted = not after and len(said.words) == 1 and chooser.random() < 0.6
    parts += [(said, "root"), who] if is_inverted else [who, (said, "root")]
    return _around(parts, after)


def _around(parts: list[tuple[Piece, str]], after: list[tuple[Piece, str]]) -> Piece:
    """Return the sentence whose root part is named `root`; marks named `q` hang on the content."""
    every = [*parts, *after, (phrase("./PUNCT/."), "punct")]
    root = next(i for i, (_, name) in enumerate(every) if name == "root")
    content = next(i for i, (_, name) in enumerate(every) if name == "ccomp")
    return join(
        [
            (piece, -1 if name == "root" else content if name == "q" else root, "punct" if name == "q" else name)
            for piece, name in every
        ]
    )


def _before(content: Piece, chooser: random.Random) -> Piece:
    """Return "SPEAKER said ON MONDAY that CONTENT."."""
    said, after = _saying(chooser)
    inner = _lower(content)
    if chooser.random() < 0.7:
        inner = join([(phrase("that/SCONJ/IN"), 1, "mark"), (inner, -1, "")])
    return _around([(speaker(chooser), "nsubj"), (said, "root")], [*after, (inner, "ccomp")])


def _according(content: Piece, chooser: random.Random) -> Piece:
    """Return "According to SPEAKER, CONTENT." or "CONTENT, according to SPEAKER."."""
    to = join([(phrase("according/VERB/VBG"), -1, ""), (phrase("to/ADP/IN"), 0, "fixed")])
    source = join([(to, 1, "case"), (speaker(chooser), -1, "")])
    comma, stop = phrase(",/PUNCT/,"), phrase("./PUNCT/.")
    if chooser.random() < 0.5:
        fronted = join([(source, -1, ""), (comma, 0, "punct")])
        return join([(fronted, 1, "obl"), (_lower(content), -1, ""), (stop, 1, "punct")])
    behind = join([(comma, 1, "punct"), (source, -1, "")])
    return join([(content, -1, ""), (behind, 0, "obl"), (stop, 0, "punct")])


def _told_deed(chooser: random.Random) -> Piece:
    """Return a deed or a harm in a frame."""
    content = chooser.choice([deed, harm])(chooser)
    return chooser.choice(_FRAMES)(_capital(content), chooser)


def _capital(piece: Piece) -> Piece:
    (first, upos, tag), *rest = piece.words
    return Piece(((first[:1].upper() + first[1:], upos, tag), *rest), piece.heads, piece.relations)


_FRAMES: tuple[Callable[[Piece, random.Random], Piece], ...] = (_behind, _behind, _behind, _before, _according)
_CHARGES: tuple[Callable[[random.Random], Piece], ...] = (
    charges.denial,
    charges.accusation,
    charges.belief,
    charges.unclaimed,
    charges.unverified,
    _told_deed,
    _told_deed,
    _told_deed,
)
