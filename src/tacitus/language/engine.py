"""The bundled engine: text to sentences with tags, trees and names, by a small network that ships in the package."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tacitus.language import bio, files
from tacitus.language.analysis import Name, Sentence, Token
from tacitus.language.encoder import MAX_PIECES, Encoder
from tacitus.language.lemma import Lemmatizer
from tacitus.language.parse import Parse, parse_window
from tacitus.language.segment import sentences
from tacitus.language.tokens import tokenize
from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_LATIN = re.compile(r"[A-Za-z]")
_BREAKS = frozenset(",;:–—)")
_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}


class BundledEngine:
    """Reads the language of English text with the model in the package, or with one of the same make in a folder.

    Attributes:
        name: `bundled`.
        version: Release of this code and the first 12 digits of the model's SHA-256.
    """

    name = "bundled"

    def __init__(self, folder: Path | None = None) -> None:
        """Load the model.

        Args:
            folder: Where `model.onnx`, `vocab.txt` and `model.json` lie; None for the package's own.

        Raises:
            InvalidValueError: If a file is missing or damaged.
        """
        loaded = files.load(folder or files.bundled_folder())
        self.version = f"1-{loaded.checksum[:12]}"
        self._labels = loaded.labels
        self._encoder = Encoder(loaded)
        self._lemmatizer = Lemmatizer(loaded.vocabulary)

    def analyse(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences of `text` in order; the same text always gives the same result.

        Work grows linearly with the text. A sentence without Latin letters is not parsed: its first token is the root.
        """
        return tuple(self._sentence(text, span) for span in sentences(text))

    def _sentence(self, text: str, span: Span) -> Sentence:
        """Return the analysis of one sentence."""
        offsets = tokenize(text, span.start, span.end)
        words = [text[start:end] for start, end in offsets]
        if not any(_LATIN.search(word) for word in words):
            return _flat(span, offsets, words)
        parts = [parse_window(self._encoder.run(window), self._labels) for window in self._windows(words)]
        return self._join(span, offsets, words, parts)

    def _windows(self, words: Sequence[str]) -> Iterator[Sequence[str]]:
        """Yield the words in windows that the network can take; a cut falls behind a mark where there is one."""
        start = size = 0
        for at, word in enumerate(words):
            width = self._encoder.width(word)
            if size + width > MAX_PIECES and at > start:
                middle = (start + at) // 2
                cut = max((i for i in range(middle, at) if words[i] in _BREAKS), default=at - 1) + 1
                yield words[start:cut]
                size = sum(self._encoder.width(one) for one in words[cut:at])
                start = cut
            size += width
        yield words[start:]

    def _join(
        self, span: Span, offsets: Sequence[tuple[int, int]], words: Sequence[str], parts: Sequence[Parse]
    ) -> Sentence:
        """Return one sentence from the parses of its windows; later roots hang on the first as `parataxis`."""
        tokens: list[Token] = []
        found: dict[str, list[Name]] = {"names": [], "mentions": []}
        root = parts[0].heads.index(-1)
        for part in parts:
            first = len(tokens)
            for at, (head, relation) in enumerate(zip(part.heads, part.relations, strict=True)):
                start, end = offsets[first + at]
                word, upos, xpos = words[first + at], part.upos[at], part.xpos[at]
                is_joint = head < 0 and first > 0
                governor = root if is_joint else head + first if head >= 0 else -1
                lemma = self._lemmatizer.lemma(word, upos, xpos)
                tokens.append(
                    Token(Span(start, end), word, lemma, upos, xpos, governor, "parataxis" if is_joint else relation)
                )
            for head_name, names in found.items():
                stretches = bio.names(part.scores[head_name], self._labels[head_name], _KINDS)
                names.extend(Name(n.start + first, n.end + first, n.kind, n.score) for n in stretches)
        return Sentence(span, tuple(tokens), tuple(found["names"]), tuple(found["mentions"]))


def _flat(span: Span, offsets: Sequence[tuple[int, int]], words: Sequence[str]) -> Sentence:
    """Return a sentence that nobody parsed: the first token is the root, the others hang on it as `dep`."""
    tokens = tuple(
        Token(Span(*place), word, word.lower(), "X", "FW", 0 if at else -1, "dep" if at else "root")
        for at, (place, word) in enumerate(zip(offsets, words, strict=True))
    )
    return Sentence(span, tokens)
