"""The texts of ECB+ (Cybulska and Vossen 2014) with their mentions of events and which of them are one event."""

from __future__ import annotations

import csv
import re
import tarfile
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

_NAME = re.compile(r"(?:^|/)(\d+)_(\d+)(ecb|ecbplus)\.xml$")
_SENTENCES = "ECBplus_coreference_sentences.csv"
_CLOSING = re.compile(r"[.,;:!?)\]%”’]+|'|n't|'\w{1,2}")
_OPENING = frozenset("([$£€“‘")
_INNER = frozenset("-/")
_POINTS = frozenset(".,:")
_THOUSAND = 3  # digits after a comma
_MARKS = {"``": "“", "''": "”"}
_ENDS = (".", "!", "?", '"', "”")


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of an event.

    Attributes:
        id: "36_1ecb:23".
        pieces: Where its words stand in the text, `[start, end)`, in order; they need not follow each other.
        cluster: Which event it is, over all texts; the mention's own id where it stands alone.
    """

    id: str
    pieces: tuple[tuple[int, int], ...]
    cluster: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the corpus.

    Attributes:
        id: "36_1ecb".
        topic: "36"; a topic tells two happenings of one kind.
        part: "36ecb" or "36ecbplus": the texts on one of the two.
        title: Its first sentence, or "" when that is no headline.
        text: Its sentences as one text; tokens are joined as they were printed, as far as can be told.
        mentions: Mentions of events in the sentences whose annotation was checked.
    """

    id: str
    topic: str
    part: str
    title: str
    text: str
    mentions: tuple[Mention, ...]


def texts(archive: Path, topics: Collection[str]) -> list[Text]:
    """Return the texts on some topics, in order of topic, part and number."""
    found = []
    with tarfile.open(archive, "r:xz") as packed:
        checked: defaultdict[str, set[str]] = defaultdict(set)
        for row in csv.DictReader(_read(packed, _SENTENCES).decode("utf-8").splitlines()):
            checked[f"{row['Topic']}_{row['File']}"].add(row["Sentence Number"])
        for name in packed.getnames():
            match = _NAME.search(name)
            if match is not None and match[1] in topics:
                identity = f"{match[1]}_{match[2]}{match[3]}"
                order = (int(match[1]), match[3], int(match[2]))
                found.append((order, text_of(identity, _read(packed, name), checked[identity])))
    return [text for _, text in sorted(found, key=lambda pair: pair[0])]


def _read(packed: tarfile.TarFile, name: str) -> bytes:
    member = next((n for n in packed.getnames() if n == name or n.endswith(f"/{name}")), name)
    file = packed.extractfile(member)
    return b"" if file is None else file.read()


def text_of(identity: str, content: bytes, checked: Collection[str]) -> Text:
    """Return a text from its file.

    Args:
        identity: "36_1ecb".
        content: The XML.
        checked: Numbers of the sentences whose annotation was checked.
    """
    root = ET.fromstring(content)  # noqa: S314 - a file of the corpus, from the user's own folder
    topic, rest = identity.split("_")
    part = topic + rest.lstrip("0123456789")
    sentences: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for token in root.iter("token"):
        sentences[token.get("sentence", "")].append((token.get("t_id", ""), token.text or ""))
    if part.endswith("plus"):
        sentences.pop("0", None)  # the address of the page
    text, places = _joined(sentences.values())
    kept = {token for number in checked for token, _ in sentences.get(number, ())}
    title = text.split("\n", 1)[0] if "\n" in text else ""
    return Text(identity, topic, part, title, text, tuple(_mentions(root, identity, places, kept)))


def _joined(sentences: Iterable[list[tuple[str, str]]]) -> tuple[str, dict[str, tuple[int, int]]]:
    """Return sentences as one text, and where each token stands; what ends without a stop is a line of its own."""
    text, places = "", {}
    for tokens in sentences:
        gap = "" if not text else " " if text.endswith(_ENDS) else "\n\n"
        words = [_MARKS.get(word, word) for _, word in tokens]
        for number, (identity, _) in enumerate(tokens):
            text += gap if number == 0 else "" if _joins(words, number) else " "
            places[identity] = (len(text), len(text) + len(words[number]))
            text += words[number]
    return text, places


def _joins(words: list[str], number: int) -> bool:
    """Tell whether a word was printed without a space before it: marks, and words and numbers cut at a mark."""
    before, word, after = words[number - 1], words[number], words[number + 1 : number + 2]
    if word in _INNER:
        return before[-1:].isalnum() and bool(after) and after[0][:1].isalnum()
    if number > 1 and before in _INNER:
        return words[number - 2][-1:].isalnum() and word[:1].isalnum()
    if number > 1 and before in _POINTS and word.isdigit() and words[number - 2].isdigit():
        return before != "," or len(word) == _THOUSAND
    return before in _OPENING or _CLOSING.fullmatch(word) is not None


def _mentions(
    root: ET.Element, identity: str, places: dict[str, tuple[int, int]], kept: Collection[str]
) -> Iterator[Mention]:
    clusters = dict(_clusters(root, identity))
    for mark in root.iterfind("./Markables/*"):
        anchors = [anchor.get("t_id", "") for anchor in mark.iter("token_anchor")]
        if mark.tag.startswith(("ACTION", "NEG")) and anchors and all(a in kept for a in anchors):
            name = f"{identity}:{mark.get('m_id')}"
            yield Mention(name, tuple(sorted(places[a] for a in anchors)), clusters.get(mark.get("m_id", ""), name))


def _clusters(root: ET.Element, identity: str) -> Iterator[tuple[str, str]]:
    """Yield mentions and their events: those across documents by name, those within one by the document's number."""
    for relation in root.iterfind("./Relations/*"):
        is_wide = relation.tag == "CROSS_DOC_COREF"
        name = relation.get("note", "") if is_wide else f"{identity}:r{relation.get('r_id')}"
        for source in relation.iter("source"):
            yield source.get("m_id", ""), name
