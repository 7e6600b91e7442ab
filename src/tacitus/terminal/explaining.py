"""What `tacitus explain` prints: a claim part by part, with the words, steps, rules and scores behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.config import Listing
from tacitus.export import jsonl
from tacitus.export.lines import str_of
from tacitus.model.ontology import Certainty, Status
from tacitus.model.trace import Part, Way
from tacitus.terminal import wording
from tacitus.terminal.answers import cited

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.ask.explain import Explained
    from tacitus.export.lines import ClaimLine
    from tacitus.model.trace import Origin
    from tacitus.terminal.answers import Beside
    from tacitus.terminal.screen import Screen

NOT_KEPT = (
    "It was read before the ledger kept where the parts of a claim come from. Read the report again with this version"
    " (tacitus read INPUT), and explain the claim of the new reading."
)
#: How each way is told with no words, with one piece, with two; the last one serves for more.
_TOLD = {
    Way.WORD: ("no word of its own", "the word {0}", "the words {0} and {1}"),
    Way.WEAPON: ("a weapon", "the word {0}", "the word {0}, and the weapon {1}"),
    Way.TOLD_BEFORE: ("what the report told before", "the word {0}, and what the report told before"),
    Way.NAME: ("a name", "the name {0}"),
    Way.OTHER_NAME: ("a name", "the name {0}", "the name {0}, another one for {1}"),
    Way.DESCRIPTION: ("a description", "the words {0}", "the words {0}, which stand for {1}"),
    Way.PRONOUN: ("a pronoun", "the pronoun {0}", "the pronoun {0}, which goes back to {1}"),
    Way.COUNTED: ("a number", "the number {0}", "the number {0}, of {1}"),
    Way.IMPLIED: ("no words", "the form of the words {0}, which give no number"),
    Way.WORDS: ("no words of its own", "the words {0}"),
    Way.UNSAID: ("another sentence", "another sentence, which names {0}"),
    Way.EXPLICIT: ("reckoned from other times", "the words {0}"),
    Way.PUBLISHED: ("the day of publication", "the words {0}, reckoned from the day of publication"),
    Way.DATELINE: ("the day of the dateline", "the words {0}, reckoned from the day of the dateline"),
    Way.STORY: ("reckoned from another time of the story", "the words {0}, elsewhere in the story"),
    Way.RULE: ("a rule", "the word of speech {0}, by a rule", "the word of speech {0} of {1}, by a rule"),
    Way.ENGINE: ("the engine", "the word {0}, by the engine alone", "the word {0} of {1}, by the engine alone"),
    Way.BOTH: (
        "a rule and the engine",
        "the word of speech {0}, by a rule and the engine",
        "the word of speech {0} of {1}, by a rule and the engine",
    ),
    Way.QUOTATION: ("a quotation", "the quotation {0}"),
    Way.CONSTRUCTION: ("a construction", "the construction around {0}"),
    Way.SPEECH: ("a word of speech", "the word of speech {0}"),
    Way.SCORE: ("no single word", "no single word"),
}
_FEATURES = {
    "share": "share of the claims of such a rule that people mark too",
    "engine": "the engine's score for the type on its words",
    "bias": "the same for all claims",
}


def show(found: Explained, form: Listing, screen: Screen, said: Beside) -> None:
    """Write why the ledger holds a claim, and what people said of it: as lines for people, or as one JSON object."""
    if form is Listing.JSON:
        screen.json(to_object(found, said))
        return
    line = said.line(found.row)
    screen.heading(f"{found.claim.id} · {cited(found.row.document)}")
    screen.line(wording.told(line))
    screen.line(f"{wording.who_says(line)}: {wording.how_sure(line)}")
    screen.line(wording.quoted(line))
    screen.line(wording.reviewed(line))
    for text in ("", *(told(found, line) if found.is_traced else (NOT_KEPT,))):
        screen.line(text)


def told(found: Explained, line: ClaimLine) -> Iterator[str]:
    """Yield the lines about the parts, in the order of the contract."""
    claim = found.claim
    by_part = {part: [o for o in claim.trace if o.part is part] for part in Part}
    for origin in by_part[Part.TYPE]:
        yield f"type {claim.type}: {_because(found, origin)}"
    for origin in by_part[Part.ARGUMENT]:
        yield f"{_argument(found, line, origin)}: {_because(found, origin)}"
    yield from _one(found, Part.TIME, claim.time.edtf if claim.time else "none", "no time was found for it")
    speakers = "; ".join(line.speakers) or "the author's own voice"
    for origin in by_part[Part.SOURCE]:
        yield f"source {speakers}: {_because(found, origin)}"
    if not by_part[Part.SOURCE]:
        yield f"source {speakers}: no words of speech cover it"
    plain = "no word hedges or denies it"
    yield from _one(found, Part.CERTAINTY, claim.certainty, plain if claim.certainty is Certainty.STATED else "")
    yield from _one(found, Part.STATUS, claim.status, "no word moves it" if claim.status is Status.ACTUAL else "")
    pieces = "; ".join(f"[{s.start}, {s.end})" for s in claim.evidence)
    yield f"evidence: {pieces} of the text"
    sure = f"{claim.confidence:.2f}" if claim.confidence is not None else "not known"
    yield f"confidence {sure}: log odds from"
    yield from (
        f"- {_FEATURES.get(o.rule, o.rule)}: {o.score:g}, weight {o.weight:g}" for o in by_part[Part.CONFIDENCE]
    )


def _one(found: Explained, part: Part, value: str, otherwise: str) -> Iterator[str]:
    origins = [origin for origin in found.claim.trace if origin.part is part]
    yield from (f"{part} {value}: {_because(found, origin)}" for origin in origins)
    if not origins and otherwise:
        yield f"{part} {value}: {otherwise}"


def _argument(found: Explained, line: ClaimLine, origin: Origin) -> str:
    arg = found.claim.args[origin.number]
    if found.claim.type == "alias":
        return f"{arg.role} {found.row.name(str(arg.value))}"
    return f"{arg.role} {str_of(line.args[origin.number].value)}"


def _because(found: Explained, origin: Origin) -> str:
    """Return the words, then step and rule, then the engine's score."""
    by = f"{origin.step}, rule {origin.rule}" if origin.rule else origin.step
    score = f", engine {origin.score:.2f}" if origin.score is not None else ""
    return f"{_way(origin.way, [f'“{words}”' for words in found.words(origin)])} ({by}{score})"


def _way(way: Way | None, words: Sequence[str]) -> str:
    """Return how a way is told, as far as there are words for it.

    Examples:
        >>> _way(Way.PRONOUN, ["“it”", "“Reed Front”"])
        'the pronoun “it”, which goes back to “Reed Front”'
        >>> _way(Way.DESCRIPTION, ["“gunmen”"]), _way(Way.UNSAID, [])
        ('the words “gunmen”', 'another sentence')
    """
    if way is None:
        return ", ".join(words) or "no words"
    forms = _TOLD[way]
    return forms[min(len(words), len(forms) - 1)].format(words[0] if words else "", ", ".join(words[1:]))


def to_object(found: Explained, said: Beside) -> dict[str, object]:
    """Return a claim and the origins of its parts as one JSON object."""
    parts = [
        {
            "part": str(origin.part),
            "number": origin.number,
            "step": origin.step,
            "rule": origin.rule or None,
            "way": str(origin.way) if origin.way is not None else None,
            "words": list(found.words(origin)),
            "spans": [[span.start, span.end] for span in origin.spans],
            "score": origin.score,
            "weight": origin.weight,
        }
        for origin in found.claim.trace
    ]
    note = {} if found.is_traced else {"note": NOT_KEPT}
    return {"claim": jsonl.to_object(said.line(found.row)), "made_by": found.claim.made_by, "parts": parts, **note}
