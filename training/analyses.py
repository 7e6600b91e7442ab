"""Analyses of annotated texts, kept in the build folder so that preparing again needs no engine.

Without an engine, and for a text that the kept file lacks, the word lists alone say which words may name a claim.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING

from tacitus.extract.lexicon import predicates, word_types
from tacitus.language.analysis import Sentence, Token
from tacitus.language.engine import BundledEngine
from tacitus.language.files import MANIFEST, bundled_folder
from tacitus.language.lemma import Lemmatizer
from tacitus.language.segment import sentences
from tacitus.language.tokens import tokenize
from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tacitus.language.analysis import Engine

_Row = tuple[int, int, str, str, str, int, str]


class WordLists:
    """An engine without a network: verbs and nouns are the words of the predicate lists, and no word governs another.

    Attributes:
        name: `lists`.
        version: Number of this code.
    """

    name = "lists"
    version = "1"

    def __init__(self) -> None:
        """Make it ready; the words of the lists tell which stems take an `e` or a doubled letter."""
        self._lemmatizer = Lemmatizer(dict.fromkeys([*predicates("v"), *predicates("n")], 1))

    def analyse(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences of `text`; each word hangs on none by `dep`, and is `X` where no list has it."""
        return tuple(
            Sentence(span, tuple(self._token(text, *place) for place in tokenize(text, span.start, span.end)))
            for span in sentences(text)
        )

    def _token(self, text: str, start: int, end: int) -> Token:
        word = text[start:end]
        upos, lemma = self._guess(word)
        return Token(Span(start, end), word, lemma, upos, "", -1, "dep")

    def _guess(self, word: str) -> tuple[str, str]:
        """Return part of speech and lemma by the first list that has a form of the word: nouns, then verbs."""
        for tag in ("NN", "NNS"):
            lemma = self._lemmatizer.lemma(word, "NOUN", tag)
            if lemma in predicates("n") or lemma in word_types("role_nouns.tsv"):
                return "NOUN", lemma
        for tag in ("VB", "VBD", "VBZ", "VBG"):
            lemma = self._lemmatizer.lemma(word, "VERB", tag)
            if lemma in predicates("v"):
                return "VERB", lemma
        return "X", word.lower()


def find_engine(folder: Path | None) -> Engine:
    """Return the engine in `folder`, or for None the package's own when it has a model, else the word lists."""
    if folder is None and not (bundled_folder() / MANIFEST).is_file():
        return WordLists()
    return BundledEngine(folder)


class Analyses:
    """What an engine says about texts, asked once for each text and kept in a file."""

    def __init__(self, path: Path, engine: Engine) -> None:
        """Take up what the file at `path` holds; the word lists make do with any engine's analyses."""
        self._path = path
        self._engine = engine
        self._version = f"{engine.name} {engine.version}"
        self._kept: dict[str, tuple[str, list[list[_Row]], list[tuple[int, int]]]] = {}
        if path.is_file():
            with gzip.open(path, "rt", encoding="utf-8") as file:
                for line in file:
                    record = json.loads(line)
                    if record["version"] == self._version or engine.name == WordLists.name:
                        self._kept[record["sha256"]] = (record["version"], record["tokens"], record["spans"])

    def of(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences of `text` with tokens and trees."""
        key = hashlib.sha256(text.encode("utf-8")).hexdigest()
        if key not in self._kept:
            found = self._engine.analyse(text)
            spans = [(sentence.span.start, sentence.span.end) for sentence in found]
            self._kept[key] = (self._version, [_rows(sentence) for sentence in found], spans)
        _, tokens, spans = self._kept[key]
        return tuple(_sentence(text, rows, span) for rows, span in zip(tokens, spans, strict=True))

    def save(self) -> None:
        """Write the file: one JSON line a text."""
        with gzip.open(self._path, "wt", encoding="utf-8") as file:
            for key, (version, tokens, spans) in sorted(self._kept.items()):
                record = {"sha256": key, "version": version, "tokens": tokens, "spans": spans}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")


def _rows(sentence: Sentence) -> list[_Row]:
    """Return the tokens without their words, which the text holds."""
    return [(t.span.start, t.span.end, t.lemma, t.upos, t.xpos, t.head, t.relation) for t in sentence.tokens]


def _sentence(text: str, rows: Sequence[_Row], span: tuple[int, int]) -> Sentence:
    """Return the sentence that `_rows` took apart."""
    tokens = (
        Token(Span(start, end), text[start:end], lemma, upos, xpos, head, relation)
        for start, end, lemma, upos, xpos, head, relation in rows
    )
    return Sentence(Span(*span), tuple(tokens))
