r"""What a text looks like on the page, made plain for a reader of sentences: wrapped lines, tables, markup, code.

Every repair keeps the length of the text, so that offsets stay true. Blanks stand for what is no prose; a vertical tab
(`\v`) ends a cell of a table, which the segmenter takes for the end of a line.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tacitus.extract import turns
from tacitus.extract.lexicon import words_by
from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: What ends a cell of a table.
CELL = "\v"
#: Lines of wrapped text are about as long: a line is this share of the longest, which has this many code points.
_FULL, _WIDTH = 0.6, range(35, 121)
#: A paragraph with fewer words says too little about its language.
_WORDS = 8
#: Of its words the small words of another language are this share, and three times those of English.
_FOREIGN = 0.15
#: So many different ones: "San José de la Sierra" is a name.
_SORTS = 3
_MARKUP = re.compile(
    r"(?is)<(script|style)\b[^>]{0,300}>.{0,2000}?</\1>|<!--.{0,2000}?-->|</?[a-z][a-z0-9]{0,10}(?:\s[^<>\n]{0,500})?/?>"
)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6});", re.IGNORECASE)
_STAMP = re.compile(
    r"(?m)^[^\S\n]*\[?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?(?:GMT|UTC|BST|[CE]E?S?T|local time))?\]?"
    r"(?:[^\S\n]*[-–—:|]+(?=\s)|(?=[^\S\n]+[A-Z\"“‘])|[^\S\n]*$)"
)
_BULLET = re.compile(r"(?m)^[^\S\n]*(?:[-*•●▪◦‣·]|\(?\d{1,2}[.)])(?=[^\S\n]+\S)")
_CODE = re.compile(
    r"[{};]\s*$|^\s*(?:var|let|const|function|import|return|#include|@media|<\?php)\b.*[=(){};]|=>|\w\(\)\s*[;{]"
)
_CODE_MARK = re.compile(r"[{}()\[\]<>=;:/\\$&|]")
#: The halves of a word that the end of a line divides.
_HALF, _REST = re.compile(r"[^\W\d_]{2,}-$"), re.compile(r"[^\S\n]*[a-z]+")
_RULE = re.compile(r"[\s|:+=_-]{3,}")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]*\S[^\n]*)*")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Layout:
    """A text made plain.

    Attributes:
        text: Of the length of the original.
        ends: Where a word ends in the original whose halves were joined over a line break, by where it ends here.
        foreign: Starts of the paragraphs in another language, which are blank now.
        code: Starts of the lines of program code, which are blank now.
    """

    text: str
    ends: Mapping[int, int] = field(default_factory=dict)
    foreign: tuple[int, ...] = ()
    code: tuple[int, ...] = ()

    def original(self, span: Span) -> Span:
        """Return a span of this text as a span of the original."""
        return Span(span.start, self.ends.get(span.end, span.end))


def plain(text: str) -> Layout:
    r"""Return the text as sentences can be read from it.

    Examples:
        >>> plain("Rebels shelled the <b>market</b> of the old\ntown on Monday, the army said.").text
        'Rebels shelled the    market     of the old town on Monday, the army said.'
        >>> plain("Date | Town\n3 May | Tarn").text
        'Date \x0b Town\n3 May \x0b Tarn'
    """
    text = _MARKUP.sub(_blank, text)
    text = _ENTITY.sub(lambda m: html.unescape(m.group()).ljust(len(m.group()))[: len(m.group())], text)
    code = tuple(_code(text))
    text = _without(text, code)
    foreign = tuple(_foreign(text))
    text = _without(text, foreign)
    text = _BULLET.sub(_blank, _STAMP.sub(_blank, text))
    ends: dict[int, int] = {}
    text = _unwrapped(turns.marked(_cells(text)), ends)
    return Layout(text, ends, tuple(s for s, _ in foreign), tuple(s for s, _ in code))


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def _without(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Return the text with blanks in place of the stretches."""
    parts, at = [], 0
    for start, end in stretches:
        parts += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
        at = end
    return "".join((*parts, text[at:])) if at else text


def _code(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of program code."""
    at = 0
    for line in text.split("\n"):
        marks = len(_CODE_MARK.findall(line))
        if marks * 12 > len(line.strip()) and _CODE.search(line):
            yield at, at + len(line)
        at += len(line) + 1


def _foreign(text: str) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs that are in another language by their letters, or by their small words."""
    for match in _PARAGRAPH.finditer(text):
        words = match.group()
        letters = _LETTER.findall(words[:2000])
        if len(letters) < _WORDS:
            continue
        if len(_LATIN.findall(words[:2000])) * 2 < len(letters) or _is_foreign(words[:2000]):
            yield match.span()


def _is_foreign(paragraph: str) -> bool:
    """Tell whether a paragraph in Latin letters has another language's small words and few of English."""
    words = [word.lower() for word in _WORD.findall(paragraph)]
    if len(words) < _WORDS:
        return False
    known, others = _function_words()
    english, other = (sum(word in listed for word in words) for listed in (known, others))
    return other >= _FOREIGN * len(words) and other >= 3 * english and len(others.intersection(words)) >= _SORTS


@cache
def _function_words() -> tuple[frozenset[str], frozenset[str]]:
    listed = words_by("function_words.tsv")
    english = frozenset(listed["english"])
    return english, frozenset(listed["other"]) - english


def _cells(text: str) -> str:
    """Return the text with the cells of its tables apart: neighbouring lines with as many tabs or bars."""
    lines = text.split("\n")
    for mark in ("|", "\t"):
        counts = [line.strip().count(mark) for line in lines]
        for at, count in enumerate(counts):
            beside = [counts[k] for k in (at - 1, at + 1) if 0 <= k < len(counts)]
            if count and count in beside:
                lines[at] = " " * len(lines[at]) if _RULE.fullmatch(lines[at]) else lines[at].replace(mark, CELL)
    return "\n".join(lines)


def _unwrapped(text: str, ends: dict[int, int]) -> str:
    """Return the text with a blank for each line break that only the width of the page made; fill `ends`."""
    out = list(text)
    for match in _PARAGRAPH.finditer(text):
        starts = [match.start(), *(match.start() + m.end() for m in re.finditer("\n", match.group()))]
        lines = [(start, stop - 1) for start, stop in pairwise([*starts, match.end() + 1])]
        longest = max(end - start for start, end in lines)
        for (start, end), (begin, stop) in pairwise(lines):
            if (
                longest not in _WIDTH
                or end - start < _FULL * longest
                or not _runs_on(text[start:end], text[begin:stop])
            ):
                continue
            out[end] = " "
            half = _HALF.search(text[start:end])
            rest = _REST.match(text, begin, stop)
            if half is not None and rest is not None:
                _join(out, start + half.start(), half.group(), rest, ends)
    return "".join(out)


def _join(out: list[str], start: int, half: str, rest: re.Match[str], ends: dict[int, int]) -> None:
    """Write the halves of a divided word together, with blanks behind: "woun-", "ding"; "Iran-" keeps its mark."""
    first = half if half[0].isupper() else half[:-1]
    word = first + rest.group().lstrip()
    out[start : rest.end()] = word.ljust(rest.end() - start)
    ends[start + len(word)] = rest.end()


def _runs_on(line: str, after: str) -> bool:
    """Tell whether a line is the middle of a sentence, or of a paragraph in which sentences run over lines."""
    if CELL in line or CELL in after or turns.TURN in after:
        return False
    start = after.lstrip()[:1]
    return start.islower() or start.isdigit() or not line.rstrip().endswith((".", "!", "?", ":", ";", "”", '"'))
