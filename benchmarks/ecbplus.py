"""Events across documents against ECB+: our incidents beside the usual lemma baselines.

Usage: python -m benchmarks.ecbplus [--data ../shared] [--gazetteer FILE] [--topics test|unseen]

Which mentions of an event are the same event, in all texts of the topics together, by B-cubed and by the CoNLL score.
Mentions are given, as is usual. "test" is the usual test part, topics 36 to 45; "unseen" are all topics of whose texts
nothing was learnt: the trigger labeller was shown sentences of the others as what is no event of armed conflict.

A claim of ours tells a mention when its trigger is a word of it; the mention's event is then the incident of that
claim. An incident is a whole happening, the gold parts it (the raid, the shots, the deaths, the arrest), so that it is
scored also parted by the type of the claim, or by the lemma. Mentions of no claim stand alone, or go by their lemma
within the documents whose main news is one incident. Nothing is fitted to these texts; gold topics are given only to
rows that say so.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.coreference import b_cubed, ceaf_e, conll, muc
from benchmarks.documents import grouped_documents
from benchmarks.ecbplus_corpus import Text, texts
from training.ecbplus import TOPICS as TAUGHT
from training.stories import TOPICS as STORIES

from tacitus.gazetteer.index import Index
from tacitus.model.document import Document
from tacitus.model.trace import Part
from tacitus.pipeline import Reader, default_steps
from tacitus.resolve.happenings import happenings
from tacitus.resolve.incidents import grouped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from benchmarks.ecbplus_corpus import Mention

    from tacitus.language.analysis import Engine, Sentence
    from tacitus.model.claim import Claim
    from tacitus.model.place import Gazetteer
    from tacitus.model.reading import Reading

TEST = frozenset(str(number) for number in range(36, 46))
"""The usual test part (Cybulska and Vossen 2015)."""
UNSEEN = frozenset(str(number) for number in range(1, 46) if number not in (15, 17)) - TAUGHT - set(map(str, STORIES))
"""All topics but those whose sentences trained the labeller of triggers, or whose reports trained the likeness of
happenings; the corpus has no topics 15 and 17."""

Clusters = dict[str, str]
"""Id of a mention to its event."""

_LIKE = 0.12
"""Mean cosine of documents of one group for the baseline: best for the texts of `TAUGHT` (B-cubed .81)."""


@dataclass(frozen=True, slots=True)
class Read:
    """A text as it was read.

    Attributes:
        text: The text.
        reading: Its claims.
        lemmas: Mention to the lemma of its head.
        claims: Mention to the claim that tells it; without those that no claim tells.
    """

    text: Text
    reading: Reading
    lemmas: Mapping[str, str]
    claims: Mapping[str, Claim]


class Kept:
    """An engine that keeps the sentences it gave last."""

    def __init__(self, engine: Engine) -> None:
        """Pass on to another engine."""
        self.engine, self.name, self.version = engine, engine.name, engine.version
        self.sentences: tuple[Sentence, ...] = ()

    def analyse(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences of a text, and keep them."""
        self.sentences = self.engine.analyse(text)
        return self.sentences


def read_all(found: Iterable[Text], engine: Engine, gazetteer: Gazetteer | None = None) -> list[Read]:
    """Return the texts read with the default steps."""
    kept = Kept(engine)
    reader = Reader(kept, default_steps(gazetteer))
    out = []
    for text in found:
        reading = reader.read(Document(text.id, text.text, "0" * 64, title=text.title or None, language="en"))
        lemmas = {mention.id: head_lemma(mention, text.text, kept.sentences) for mention in text.mentions}
        claims = {m.id: claim for m in text.mentions if (claim := claim_of(m, reading.claims)) is not None}
        out.append(Read(text, reading, lemmas, claims))
    return out


def head_lemma(mention: Mention, text: str, sentences: Sequence[Sentence]) -> str:
    """Return the lemma of the word of a mention that governs the others; its own words where there is no such word."""
    for sentence in sentences:
        inside = [n for n, token in enumerate(sentence.tokens) if _meets(mention, token.span.start, token.span.end)]
        heads = [n for n in inside if sentence.tokens[n].head not in inside]
        words = [n for n in heads if sentence.tokens[n].upos != "PUNCT"] or heads
        if words:
            return sentence.tokens[words[-1]].lemma.lower()
    return " ".join(text[start:end] for start, end in mention.pieces).lower()


def claim_of(mention: Mention, claims: Iterable[Claim]) -> Claim | None:
    """Return the first claim whose trigger is a word of a mention, or None."""
    for claim in claims:
        spans = [span for origin in claim.trace if origin.part is Part.TYPE for span in origin.spans]
        if any(_meets(mention, span.start, span.end) for span in spans):
            return claim
    return None


def _meets(mention: Mention, start: int, end: int) -> bool:
    return any(start < last and first < end for first, last in mention.pieces)


def by_lemma(read: Iterable[Read], scope: Callable[[Text], str]) -> Clusters:
    """Return mentions of one lemma as one event within each scope: all texts, a topic, a part, a group of texts."""
    return {m: f"{scope(one.text)}/{lemma}" for one in read for m, lemma in one.lemmas.items()}


def by_incident(read: Iterable[Read], incidents: Mapping[str, str], parted: Callable[[Read, str], str]) -> Clusters:
    """Return the mentions that a claim tells by its incident; a claim of none is a document's own.

    Args:
        read: The texts.
        incidents: Document and id of a claim, with a space between, to the incident.
        parted: What of a mention parts an incident; "" for nothing.
    """
    return {
        mention: f"{incidents.get(f'{one.text.id} {claim.id}', claim.id)}/{parted(one, mention)}"
        for one in read
        for mention, claim in one.claims.items()
    }


def united(one: Clusters, other: Clusters) -> Clusters:
    """Return the mentions that either of two clusterings joins, by any number of steps, as one event."""
    root: dict[str, str] = {}

    def find(node: str) -> str:
        while (up := root.setdefault(node, node)) != node:
            root[node] = node = root.setdefault(up, up)
        return node

    for mark, clusters in (("<", one), (">", other)):
        for mention, cluster in clusters.items():
            root[find(mention)] = find(mark + cluster)
    return {mention: find(mention) for mention in one.keys() | other.keys()}


def incidents_of(read: Iterable[Read]) -> tuple[dict[str, str], dict[str, str]]:
    """Return claims to their incidents, and documents to the group that incidents tie them into by their main news."""
    found = grouped([one for text in read for one in happenings(text.reading)])
    told = {f"{t.document} {claim}": incident.id for incident in found for t in incident.tellings for claim in t.claims}
    groups: dict[str, str] = {}
    for incident in found:
        groups |= dict.fromkeys(incident.lead_documents, incident.id)
    return told, groups


def rows(read: Sequence[Read]) -> dict[str, tuple[Clusters, bool]]:
    """Return what is compared: name to the clusters, and whether gold topics were given to it."""
    incidents, groups = incidents_of(read)
    alike = grouped_documents({one.text.id: one.text.text for one in read}, _LIKE)
    near = by_lemma(read, lambda text: groups.get(text.id, text.id))
    typed = by_incident(read, incidents, lambda one, mention: one.claims[mention].type)
    worded = by_incident(read, incidents, lambda one, mention: one.lemmas[mention])
    return {
        "each mention alone": ({}, False),
        "lemma, all texts": (by_lemma(read, lambda _: ""), False),
        "lemma, documents of like words": (by_lemma(read, lambda text: alike[text.id]), False),
        "lemma, gold topic": (by_lemma(read, lambda text: text.topic), True),
        "lemma, gold part of topic": (by_lemma(read, lambda text: text.part), True),
        "lemma, documents of an incident": (near, False),
        "incident, else alone": (by_incident(read, incidents, lambda _one, _mention: ""), False),
        "incident and type, else alone": (typed, False),
        "incident and lemma, else alone": (worded, False),
        "incident and type, else lemma": (near | typed, False),
        "incident and type, or lemma in them": (united(near, typed), False),
    }


def gold(read: Iterable[Read]) -> Clusters:
    """Return the gold events."""
    return {mention.id: mention.cluster for one in read for mention in one.text.mentions}


def report(read: Sequence[Read]) -> str:
    """Return the table of figures: all mentions, then those alone that a claim of ours tells, then topic by topic."""
    every = gold(read)
    ours = {mention: every[mention] for one in read for mention in one.claims}
    found = rows(read)
    lines = [f"{len(read)} texts, {len({one.text.topic for one in read})} topics"]
    for name, wanted in (("all mentions", every), ("mentions that a claim tells", ours)):
        events = Counter(wanted.values())
        linked = sum(count for count in events.values() if count > 1)
        lines.append(f"\n{name}: {len(wanted)} of {len(events)} events, {linked} of them with others")
        lines.append(f"{'':36}  MUC  B3 P  B3 R B3 F1 CEAFe CoNLL")
        for row, (clusters, is_told) in found.items():
            figures = (muc(wanted, clusters)[2], *b_cubed(wanted, clusters), ceaf_e(wanted, clusters)[2])
            shown = " ".join(f"{100 * figure:5.1f}" for figure in (*figures, conll(wanted, clusters)))
            lines.append(f"{row + (' *' if is_told else ''):36} {shown}")
    return "\n".join([*lines, "\n* gold topics given", "", *topic_lines(read, found)])


def topic_lines(read: Sequence[Read], found: Mapping[str, tuple[Clusters, bool]]) -> list[str]:
    """Return a line a topic: its mentions, those a claim tells, and the CoNLL score of three rows over all of them."""
    shown = ("lemma, gold topic", "lemma, documents of an incident", "incident and type, or lemma in them")
    lines = [f"CoNLL by topic: {'; '.join(shown)}"]
    for topic in sorted({one.text.topic for one in read}, key=int):
        some = [one for one in read if one.text.topic == topic]
        wanted = gold(some)
        scores = " ".join(f"{100 * conll(wanted, found[name][0]):5.1f}" for name in shown)
        lines.append(f"{topic:>2} {len(wanted):4} mentions, {sum(len(one.claims) for one in some):3} told {scores}")
    return lines


def main() -> None:
    """Print the figures."""
    from tacitus.language.engine import BundledEngine  # noqa: PLC0415 - the mapping alone needs no engine

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--gazetteer", type=Path, help="an index; by default places are not looked up")
    parser.add_argument("--topics", choices=("test", "unseen"), default="test")
    options = parser.parse_args()
    archive = options.data / "data" / "train" / "ecbplus" / "ECBplus_LREC2014.tar.xz"
    topics = TEST if options.topics == "test" else UNSEEN
    gazetteer = None if options.gazetteer is None else Index(options.gazetteer)
    print("topics", *sorted(topics, key=int))
    print(report(read_all(texts(archive, topics), BundledEngine(), gazetteer)))


if __name__ == "__main__":
    main()
