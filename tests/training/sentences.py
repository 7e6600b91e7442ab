"""Analysed sentences by hand."""

from __future__ import annotations

from tacitus.language.analysis import Sentence, Token
from tacitus.model.span import Span


def sentence(rows: str, *, offset: int = 0) -> tuple[str, Sentence]:
    """Return the text and the sentence of lines `word lemma upos head relation`, words set apart by one space.

    Heads count from 1, 0 is the root; `offset` is where the sentence begins in its text.
    """
    tokens: list[Token] = []
    words: list[str] = []
    at = offset
    for line in rows.strip().splitlines():
        word, lemma, upos, head, relation = line.split()
        tokens.append(Token(Span(at, at + len(word)), word, lemma, upos, "", int(head) - 1, relation))
        words.append(word)
        at += len(word) + 1
    return " ".join(words), Sentence(Span(offset, at - 1), tuple(tokens))
