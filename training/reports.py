"""Sentences that report what somebody says, which the treebanks hold too few of.

Plain statements of the treebanks are put into frames of our own, tree and all: "…, Colonel Abel Ngwa told Reuters."
and "According to …"; denials and accusations are made up whole. Relations follow UD English EWT: the content is
`ccomp` of the verb of saying, the addressee `iobj`, "according to" `case` and `fixed`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.deeds import DATA, act, body, deed, harm, when
from training.example import Example
from training.pieces import Piece, join, phrase

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
            yield _example(chooser.choice(_FRAMES)(content, chooser))
            if chooser.random() < 1 / 2:
                yield _example(chooser.choice(_CHARGES)(chooser))


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


def _lower(piece: Piece) -> Piece:
    """Return the piece with a small first letter, names and "I" aside."""
    (first, upos, tag), *rest = piece.words
    keeps = upos == "PROPN" or first == "I" or (first.isupper() and len(first) > 1)
    return Piece(((first if keeps else first[:1].lower() + first[1:], upos, tag), *rest), piece.heads, piece.relations)


def _speaker(chooser: random.Random) -> Piece:
    """Return somebody who speaks: a body, or a person with a title or an apposition."""
    draw = chooser.random()
    if draw < 0.5:
        one = phrase(chooser.choice(DATA["bodies"]))
        if draw < 0.06 and one.words[-1][1] != "PRON":
            other = phrase(chooser.choice(DATA["bodies"][:20]))
            return join([(one, -1, ""), (join([(phrase("and/CCONJ/CC"), 1, "cc"), (other, -1, "")]), 0, "conj")])
        return one
    name = join([(phrase(f"{chooser.choice(DATA['given'])}/PROPN/NNP"), -1, ""), (_family(chooser), 0, "flat")])
    if draw < 0.8:
        return join([(phrase(chooser.choice(DATA["titles"])), 1, "nmod:desc"), (name, -1, "")])
    if draw < 0.88:
        return name
    owner = join(
        [(phrase(f"{chooser.choice(DATA['role_joints'])}/ADP/IN"), 1, "case"), (phrase(body(chooser)), -1, "")]
    )
    role = join([(phrase("a/DET/DT"), 1, "det"), (phrase(chooser.choice(DATA["roles"])), -1, ""), (owner, 1, "nmod")])
    comma = phrase(",/PUNCT/,")
    return join([(name, -1, ""), (join([(comma, 1, "punct"), (role, -1, ""), (comma, 1, "punct")]), 0, "appos")])


def _family(chooser: random.Random) -> Piece:
    return phrase(f"{chooser.choice(DATA['family'])}/PROPN/NNP")


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
    speaker = (_speaker(chooser), "nsubj")
    is_inverted = not after and len(said.words) == 1 and chooser.random() < 0.6
    parts += [(said, "root"), speaker] if is_inverted else [speaker, (said, "root")]
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
    return _around([(_speaker(chooser), "nsubj"), (said, "root")], [*after, (inner, "ccomp")])


def _according(content: Piece, chooser: random.Random) -> Piece:
    """Return "According to SPEAKER, CONTENT." or "CONTENT, according to SPEAKER."."""
    to = join([(phrase("according/VERB/VBG"), -1, ""), (phrase("to/ADP/IN"), 0, "fixed")])
    source = join([(to, 1, "case"), (_speaker(chooser), -1, "")])
    comma, stop = phrase(",/PUNCT/,"), phrase("./PUNCT/.")
    if chooser.random() < 0.5:
        fronted = join([(source, -1, ""), (comma, 0, "punct")])
        return join([(fronted, 1, "obl"), (_lower(content), -1, ""), (stop, 1, "punct")])
    behind = join([(comma, 1, "punct"), (source, -1, "")])
    return join([(content, -1, ""), (behind, 0, "obl"), (stop, 0, "punct")])


def _denial(chooser: random.Random) -> Piece:
    """Return "SPEAKER denied (having) …"."""
    what = act(chooser, perfect=chooser.random() < 0.4)
    denied = phrase(chooser.choice(["denied/VERB/VBD", "denies/VERB/VBZ", "admitted/VERB/VBD"]))
    return join(
        [(_speaker(chooser), 1, "nsubj"), (denied, -1, ""), (what, 1, "xcomp"), (phrase("./PUNCT/."), 1, "punct")]
    )


def _accusation(chooser: random.Random) -> Piece:
    """Return "SPEAKER accused the army of shelling …"."""
    what = join([(phrase("of/SCONJ/IN"), 1, "mark"), (act(chooser, perfect=False), -1, "")])
    accused = phrase(chooser.choice(["accused/VERB/VBD", "accuses/VERB/VBZ", "suspects/VERB/VBZ"]))
    whom = phrase(body(chooser))
    return join(
        [
            (_speaker(chooser), 1, "nsubj"),
            (accused, -1, ""),
            (whom, 1, "obj"),
            (what, 1, "advcl"),
            (phrase("./PUNCT/."), 1, "punct"),
        ]
    )


def _belief(chooser: random.Random) -> Piece:
    """Return "SPEAKER is believed to have shelled …"."""
    _, past = chooser.choice(DATA["acts"])
    deed = join(
        [
            (phrase("to/PART/TO"), 2, "mark"),
            (phrase("have/AUX/VB"), 2, "aux"),
            (phrase(f"{past}/VERB/VBN"), -1, ""),
            (phrase(chooser.choice(DATA["objects"])), 2, "obj"),
        ]
    )
    held = phrase(f"{chooser.choice(['believed', 'thought', 'said', 'reported', 'suspected', 'alleged'])}/VERB/VBN")
    return join(
        [
            (_speaker(chooser), 2, "nsubj:pass"),
            (phrase("is/AUX/VBZ"), 2, "aux:pass"),
            (held, -1, ""),
            (deed, 2, "xcomp"),
            (phrase("./PUNCT/."), 2, "punct"),
        ]
    )


def _told_deed(chooser: random.Random) -> Piece:
    """Return a deed or a harm in a frame."""
    content = chooser.choice([deed, harm])(chooser)
    return chooser.choice(_FRAMES)(_capital(content), chooser)


def _capital(piece: Piece) -> Piece:
    (first, upos, tag), *rest = piece.words
    return Piece(((first[:1].upper() + first[1:], upos, tag), *rest), piece.heads, piece.relations)


_FRAMES: tuple[Callable[[Piece, random.Random], Piece], ...] = (_behind, _behind, _behind, _before, _according)
_CHARGES: tuple[Callable[[random.Random], Piece], ...] = (
    _denial,
    _accusation,
    _belief,
    _told_deed,
    _told_deed,
    _told_deed,
)
