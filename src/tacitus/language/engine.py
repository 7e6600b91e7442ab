"""The bundled engine: text to sentences with tags, trees and names, by a small network that ships in the package."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tacitus.language import files
from tacitus.language.alike import alike
from tacitus.language.analysis import Sentence, Token
from tacitus.language.lemma import Lemmatizer
from tacitus.language.parse import Parser
from tacitus.language.segment import sentences
from tacitus.language.tokens import tokenize
from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_VERB_ENDINGS = (("ing", "VBG"), ("ed", "VBD"), ("s", "VBZ"))
_LATIN = re.compile(r"[A-Za-z]")

Offsets = tuple[tuple[int, int], ...]


class BundledEngine:
    """Reads the language of English text with the model in the package, or with one of the same make in a folder.

    Attributes:
        name: `bundled`.
        version: Number of this code and the first 12 digits of the model's SHA-256.
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
        self.version = f"3-{loaded.checksum[:12]}"
        self._parser = Parser(loaded)
        self._lemmatizer = Lemmatizer(loaded.vocabulary)

    def analyse(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences of `text` in order; the same text always gives the same result.

        A sentence's analysis depends on its own words alone, and the work grows linearly with the text. A sentence
        without Latin letters is not parsed: its first token is the root, the others hang on it as `dep`.
        """
        tokenized = ((span, tokenize(text, span.start, span.end)) for span in sentences(text))
        return tuple(self._sentence(text, span, offsets) for span, offsets in tokenized if offsets)

    def _sentence(self, text: str, span: Span, offsets: Offsets) -> Sentence:
        """Return the analysis of one sentence."""
        words = [text[start:end] for start, end in offsets]
        if _LATIN.search(text, span.start, span.end) is None:
            return _flat(span, offsets, words)
        parse = self._parser.parse(alike(words))
        xpos = [_agreed(word, *tags) for word, *tags in zip(words, parse.upos, parse.xpos, strict=True)]
        tags = zip(parse.upos, xpos, parse.heads, parse.relations, strict=True)
        tokens = tuple(
            Token(Span(*place), word, self._lemmatizer.lemma(word, upos, xpos), upos, xpos, head, relation)
            for place, word, (upos, xpos, head, relation) in zip(offsets, words, tags, strict=True)
        )
        return Sentence(
            span,
            tokens,
            parse.names,
            parse.mentions,
            parse.triggers,
            parse.factuality,
            parse.roles,
            parse.arguments,
            parse.attributions,
        )


def _agreed(word: str, upos: str, xpos: str) -> str:
    """Return the Penn tag of a word, that of its ending where the two tags speak against one another.

    Examples:
        >>> _agreed("kills", "VERB", "NN"), _agreed("injured", "VERB", "JJ"), _agreed("fled", "VERB", "VBD")
        ('VBZ', 'VBD', 'VBD')
    """
    if upos != "VERB" or xpos.startswith(("V", "MD")):
        return xpos
    lower = word.lower()
    return next((tag for ending, tag in _VERB_ENDINGS if lower.endswith(ending)), xpos)


def _flat(span: Span, offsets: Offsets, words: Sequence[str]) -> Sentence:
    """Return a sentence that nobody parsed."""
    tokens = tuple(
        Token(Span(*place), word, word.lower(), "X", "FW", 0 if at else -1, "dep" if at else "root")
        for at, (place, word) in enumerate(zip(offsets, words, strict=True))
    )
    return Sentence(span, tokens)
