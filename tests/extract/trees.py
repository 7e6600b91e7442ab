"""Sentences with their trees, written down by hand, so that the steps can be tested without the network.

`trees.txt` holds them: `# ` and the sentence, then its tokens. A token is `word/UPOS/XPOS<head:relation`, with
`word=lemma` when the lemma is not the lower-case word (of a proper noun: the word), and with `^kind` behind it when
the engine takes it for part of a name: neighbours with the same kind are one name. Heads count tokens from 1, 0 is
the root.

    # Gunmen fled Zenda.
    Gunmen=gunman/NOUN/NNS<2:nsubj fled=flee/VERB/VBD<0:root Zenda/PROPN/NNP<2:obj^place ./PUNCT/.<2:punct
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from tacitus.extract.assemble import Assemble
from tacitus.extract.contract import Draft
from tacitus.extract.tree import Tree, plant
from tacitus.language.analysis import Name, Sentence, Token
from tacitus.model.document import Document, document_id, sha256_of
from tacitus.model.span import Span
from tacitus.pipeline import Reader, default_steps

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tacitus.model.reading import Reading

_TOKEN = re.compile(
    r"(?P<word>.+?)(?:=(?P<lemma>[^/]+))?/(?P<upos>[A-Z]+)/(?P<xpos>[^<\s]+)<(?P<head>\d+):(?P<relation>[a-z:]+)"
    r"(?:\^(?P<kind>[a-z]+))?"
)
_NO_SPACE_BEFORE = frozenset({".", ",", ";", ":", "?", "!", ")", "”", "'s", "’s", "'", "n't", "n’t", "-"})
_NO_SPACE_BEHIND = frozenset({"(", "“", "-"})


@dataclass(frozen=True, slots=True)
class Written:
    """A text with its analysis.

    Attributes:
        text: The words, put together.
        sentences: Their analysis.
    """

    text: str
    sentences: tuple[Sentence, ...]

    @property
    def tree(self) -> Tree:
        """The tree of the first sentence."""
        return plant(self.sentences[0], 0)

    def at(self, word: str) -> int:
        """Return the index of a word of the first sentence."""
        return [token.text for token in self.sentences[0].tokens].index(word)

    def words(self, tokens: tuple[int, ...]) -> list[str]:
        """Return the words at some indexes of the first sentence."""
        return [self.sentences[0].tokens[i].text for i in tokens]


@dataclass
class Fixed:
    """An engine that knows one text."""

    written: Written
    name: str = "fixed"
    version: str = "1"

    def analyse(self, text: str) -> tuple[Sentence, ...]:
        """Return the analysis that was written down for the text."""
        assert text == self.written.text
        return self.written.sentences


def written(*texts: str) -> Written:
    """Return the analysis of sentences of `trees.txt` as one text; two line feeds before one open a paragraph."""
    text, sentences = "", []
    for given in texts:
        bare = given.removeprefix("\n\n")
        text += "" if not text else given[: len(given) - len(bare)] or " "
        sentences.append(_shifted(bank()[bare], len(text)))
        text += bare
    return Written(text, tuple(sentences))


def tree(text: str) -> Tree:
    """Return the tree of a sentence of `trees.txt`."""
    return written(text).tree


def draft(*texts: str, published: date | None = None) -> Draft:
    """Return a draft at the start of the reader."""
    known = written(*texts)
    return Draft(_document(known, published), known.sentences)


def read(*texts: str, published: date | None = None) -> Reading:
    """Return what the whole reader makes of hand-written trees, however unsure it is."""
    known = written(*texts)
    steps = (*default_steps()[:-1], Assemble(least=0.0))
    return Reader(Fixed(known), steps).read(_document(known, published))


@cache
def bank() -> dict[str, Sentence]:
    """Return text → analysis of every sentence of `trees.txt`."""
    return {parsed.text: parsed.sentences[0] for parsed in map(parse, _blocks())}


def notation(text: str) -> str:
    """Return the notation of a sentence of `trees.txt`, with its headline."""
    return next(block for block in _blocks() if block.startswith(f"# {text}\n"))


def _blocks() -> list[str]:
    return (Path(__file__).parent / "trees.txt").read_text("utf-8").strip().split("\n\n")


def parse(block: str) -> Written:
    """Return one sentence in the notation; its first line is the sentence, for people and as a check."""
    headline, *rows = block.splitlines()
    matches = [_match(part) for part in " ".join(rows).split()]
    text, tokens = "", []
    for match in matches:
        glued = match["word"] in _NO_SPACE_BEFORE or text[-1:] in _NO_SPACE_BEHIND or not text
        text += match["word"] if glued else " " + match["word"]
        tokens.append(_token(match, Span(len(text) - len(match["word"]), len(text))))
    assert headline == f"# {text}", (headline, text)
    return Written(text, (Sentence(Span(0, len(text)), tuple(tokens), tuple(_names(matches))),))


def _shifted(sentence: Sentence, by: int) -> Sentence:
    tokens = tuple(replace(token, span=token.span.shift(by)) for token in sentence.tokens)
    return replace(sentence, span=sentence.span.shift(by), tokens=tokens)


def _document(written: Written, published: date | None) -> Document:
    sha = sha256_of(written.text.encode())
    return Document(document_id(sha), written.text, sha, published=published)


def _match(part: str) -> re.Match[str]:
    match = _TOKEN.fullmatch(part)
    assert match is not None, f"{part!r} is not word/UPOS/XPOS<head:relation"
    return match


def _token(match: re.Match[str], span: Span) -> Token:
    word, upos = match["word"], match["upos"]
    lemma = match["lemma"] or (word if upos == "PROPN" else word.lower())
    return Token(span, word, lemma, upos, match["xpos"], int(match["head"]) - 1, match["relation"])


def _names(matches: list[re.Match[str]]) -> Iterator[Name]:
    for kind, run in groupby(enumerate(matches), key=lambda pair: pair[1]["kind"]):
        places = [index for index, _ in run]
        if kind:
            yield Name(places[0], places[-1] + 1, kind, 1.0)
