"""A question in words → its pattern, read by the engine that reads reports; what is not understood is told."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from tacitus.ask.kinds import PEOPLE as PEOPLE_KIND
from tacitus.ask.kinds import kind_of, without_number
from tacitus.ask.question import clause, lists, rewriting
from tacitus.ask.question.forms import FORMS, NOT, SOMEBODY, bare
from tacitus.ask.question.forms_more import MORE
from tacitus.ask.question.naming import is_place, placed
from tacitus.ask.question.pattern import Hole, Pattern, Polarity, Understood
from tacitus.ask.question.people import words_for
from tacitus.ask.question.spelling import PEOPLE, Book, Spelt, spelt
from tacitus.extract.counts import find_counts
from tacitus.extract.times import read_times
from tacitus.extract.tree import plant
from tacitus.model.ontology import RELATION_ROLES

if TYPE_CHECKING:
    from datetime import date

    from tacitus.ask.question.clause import Clause
    from tacitus.language.analysis import Sentence
    from tacitus.ledger.contract import View
    from tacitus.model.span import Span
    from tacitus.model.when import When


class Analyst(Protocol):
    """What reads the language of a question; every engine does (`tacitus.language.analysis.Engine`)."""

    def analyse(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences of a text with their trees."""
        ...


_HOLES = {
    "actor": Hole.WHO,
    "target": Hole.WHOM,
    "place": Hole.WHERE,
    "when": Hole.WHEN,
    "killed": Hole.KILLED,
    "injured": Hole.INJURED,
    "number": Hole.NUMBER,
    "weapon": Hole.WEAPON,
    "": Hole.WHETHER,
}
_FORMS = {**FORMS, **MORE}
#: Types of events of which reports tell few: the noun alone says which is meant, "the ceasefire".
_NAMED_ALONE = ("agreement", "talks")
_COUNTED = (Hole.KILLED, Hole.INJURED, Hole.NUMBER)
_STATED = re.compile(
    r"(?P<W>when|where) (?P<B>was|were) (?P<X>.+) (?P<V>\w+(?:ed|en)|hit|struck|shot)(?P<T>(?: .+)?)", re.IGNORECASE
)
_LEAD = re.compile(r"^(?:please |and |so |but |also )+", re.IGNORECASE)


def understand(question: str, engine: Analyst, view: View, today: date, *, is_dated: bool = False) -> Understood:
    """Return the pattern of a question.

    Args:
        question: One question in English.
        engine: Reads its language.
        view: Whose names the question may use.
        today: The day from which "yesterday" is reckoned.
        is_dated: Whether it is asked as of that day, so that "in May" is the last May; else it is May of any year.
    """
    text = _LEAD.sub("", " ".join(question.replace("’", "'").split()).rstrip(" ?!."))
    if not text:
        return Understood(question, None)
    book = Book(view.names())
    return replace(_Reader(engine, view, book, today, is_dated).read(question, text), book=book)


@dataclass(frozen=True)
class _Reader:
    """Reads one question against one view."""

    engine: Analyst
    view: View
    book: Book
    today: date
    is_dated: bool = False
    account: str | None = None

    def read(self, question: str, text: str) -> Understood:
        """Read a question without its mark: what stands beside it, then a fixed form or a clause."""
        text, source, is_denial_asked = _untailed(text)
        text, further, _ = _untailed(rewriting.plainer(text))
        source = further or source
        if source is not None and self.account is None:
            return replace(self, account=source).read(question, text)
        source = self.account
        understood = self._formed(text)
        for other in rewriting.others(text) if understood.pattern is None else ():
            anew = self._formed(other)
            if anew.pattern is not None:
                understood = anew
                break
        if understood.pattern is None:
            understood = self._stated(text) or understood
        if understood.pattern is not None and source is not None:
            understood = replace(understood, pattern=replace(understood.pattern, source=source))
        pattern = understood.pattern
        if pattern is not None and pattern.hole is Hole.SPEAKER and pattern.polarity is Polarity.ANY:
            polarity = Polarity.ANY if is_denial_asked else Polarity.ASSERTED
            understood = replace(understood, pattern=replace(pattern, polarity=polarity))
        told = tuple(_told(understood.pattern)) or understood.told
        return replace(understood, question=question, told=told)

    def _formed(self, text: str) -> Understood:
        for form, pattern in lists.forms("question_forms.tsv"):
            found = pattern.fullmatch(text)
            if found is not None:
                made = _FORMS[form](self, {k: v or "" for k, v in found.groupdict().items()})
                if made is not None:
                    return made
        return self._profile(text) or self.clause(f"{text}?")

    def clause(self, text: str, source: str | None = None) -> Understood:
        """Read a clause of its own: a question, or the sentence that is asked about."""
        source = source or self.account
        known_by = words_for(text)
        named = spelt(text.replace(known_by, PEOPLE) if known_by else text, self.book)
        named = Spelt(named.text, {**named.names, PEOPLE: known_by}) if known_by else named
        sentences = self.engine.analyse(named.text)
        times = self._times(named.text)
        if len(sentences) != 1 or NOT.search(text):
            return Understood(text, None, (), (text,))
        tree = plant(sentences[0], 0)
        timed = frozenset(i for i, t in enumerate(tree.tokens) if any(t.span.overlaps(s) for s, _ in times))
        found = clause.read(tree, timed)
        is_question = not text.endswith("?") or found is None or found.asked or tree.lemma(0) in lists.words("aux")
        if found is None or found.asked == "?" or not is_question:
            names = (tree.tokens[n.start : n.end] for n in sentences[0].names)
            known = (named.back(" ".join(t.text for t in name)) for name in names)
            return Understood(text, None, tuple(f"name: {name}" for name in known), (text,))
        whens = [w for _, w in times if w is not None]
        roles = tuple(
            role
            for phrase in found.phrases
            for role in placed(named.back(tree.span(phrase.words).of(named.text)), phrase.part, self.view, self.book)
        )
        unclear = tuple(map(named.back, found.unclear))
        roles = tuple((part, name) for part, name in roles if name.lower() not in SOMEBODY)
        if found.type in _NAMED_ALONE and found.event and not (roles or whens or source):
            roles = (("words", found.event),)
        is_bare = not (roles or whens or source or (found.asked in _COUNTED and _is_telling(found.noun)))
        if unclear or is_bare or len(whens) > 1:
            return Understood(text, None, tuple(f"{part}: {name}" for part, name in roles), unclear or (text,))
        return Understood(text, _pattern(found, roles, whens[0] if whens else None, named, source))

    def _stated(self, text: str) -> Understood | None:
        """Read "When were the houses in Dura shelled" as a sentence that leaves the time or place open."""
        found = _STATED.fullmatch(text)
        told = self.clause(f"{found['X']} {found['B']} {found['V']}{found['T']}.") if found else None
        if found is None or told is None or told.pattern is None:
            return None
        hole = _HOLES["when" if found["W"].lower() == "when" else "place"]
        return replace(told, pattern=replace(told.pattern, hole=hole, is_present=False))

    def _profile(self, text: str) -> Understood | None:
        """Read "Who is X?", "What is X?": all that holds of it."""
        found = re.fullmatch(r"(?:who|what) (?:is|are|was|were) (?P<X>.+)", text, re.IGNORECASE)
        name = self._name(found["X"]) if found else None
        types = (*RELATION_ROLES, "formation", "merger", "split", "dissolution")
        return None if name is None else Understood(text, Pattern(Hole.WHAT, types, (("about", name),)))

    def _name(self, words: str) -> str | None:
        """Return words that are a name of the ledger, or look like one alone; None for others."""
        plain = bare(words)
        named = spelt(f"x {plain}", self.book)
        whole = named.back(named.text).removeprefix("x ")
        return whole if len(named.text.split()) == 2 and whole[:1].isupper() else None

    def is_place(self, name: str) -> bool:
        """Tell whether the ledger has a place of this name."""
        return is_place(name, self.view, self.book)

    def timed(self, words: str) -> tuple[str, When | None]:
        """Return words without the time that they tell, and that time; None for no time."""
        found = [(span, when) for span, when in self._times(words) if when is not None]
        if not found:
            return words, None
        span, when = found[0]
        rest = words[: span.start] + words[span.end :]
        return re.sub(r"\s*\b(?:in|on|during|since|from|at|of)\s*$", "", rest.strip()), when

    def _times(self, text: str) -> list[tuple[Span, When | None]]:
        """Return the times of a text; a day without a year is of any year, unless it is asked as of a day."""
        leaning = [m.mention for m in read_times(text, self.today)]
        if self.is_dated:
            return [(m.span, m.when) for m in leaning]
        anyhow = {m.mention.span: m.mention.when for m in read_times(text, None)}
        return [(m.span, anyhow.get(m.span) or m.when) for m in leaning]


def _is_sort_of_place(noun: str) -> bool:
    """Tell whether a noun asks for places of one sort: "towns" are no camps."""
    return noun.lower().removesuffix("s") in lists.words("sorted")


def _is_telling(noun: str) -> bool:
    """Tell whether a word for those who are counted says who they are, as "children" does."""
    return bool(noun) and kind_of(noun) != PEOPLE_KIND


def _untailed(text: str) -> tuple[str, str | None, bool]:
    """Return a question without what stands beside it, whose account it asks for, and whether for denials too.

    The account is None for anybody's.
    """
    source, is_denial_asked = None, False
    for form, pattern in lists.forms("question_tails.tsv"):
        found = pattern.search(text)
        if found is not None:
            text = (text[: found.start()] + text[found.end() :]).strip(" ,")
            source = bare(found["S"]) if form == "source" else source
            is_denial_asked |= form == "denied"
    return text, source, is_denial_asked


def _pattern(
    found: Clause, roles: tuple[tuple[str, str], ...], time: When | None, named: Spelt, source: str | None
) -> Pattern:
    """Return the pattern of a clause."""
    hole = _HOLES.get(found.asked, Hole.WHAT)
    kind = found.inner if not found.type or hole in (Hole.KILLED, Hole.INJURED) else found.type
    types = lists.families()[kind] if kind else ()
    if hole in _COUNTED:
        able = lists.counted_in(str(hole))
        is_named = hole is Hole.NUMBER and found.type in able  # who were arrested were not abducted
        types = tuple(t for t in (*types, "killing") if t in able) if found.inner or is_named else able
        types = tuple(t for t in types if not (is_named and t == "killing"))
    noun = "" if found.noun.lower() in lists.words("share") else named.back(found.noun)
    kinds = lists.kinds_of(noun.lower().split()[-1].removesuffix("s")) if noun else frozenset()
    if found.post:
        roles = (*roles, ("post", found.post))
    roles, number = _numbered(roles, found.unit) if hole not in _COUNTED else (roles, None)
    if found.type in ("member", "affiliate") and not found.post and hole in (Hole.WHOM, Hole.WHETHER):
        types = (*types, "leads")  # who commands a group belongs to it
    is_relation = found.type in RELATION_ROLES
    return Pattern(
        hole,
        tuple(dict.fromkeys(types)),
        roles,
        kinds,
        people="" if kinds and hole not in _COUNTED and not _is_sort_of_place(noun) else noun,
        time=time,
        source=source,
        is_present=found.is_present and is_relation and time is None and hole is not Hole.WHEN,
        is_planned=found.is_planned,
        is_offered=found.is_offered,
        harm=found.unit if hole not in _COUNTED and found.unit in ("killed", "injured") else "",
        number=number,
    )


def _numbered(
    roles: tuple[tuple[str, str], ...], unit: str
) -> tuple[tuple[tuple[str, str], ...], tuple[str, int | None, int | None] | None]:
    """Return the parts without a number of people, and that number: "31 people" were killed."""
    for part, name in roles if unit else ():
        counts = find_counts(name)
        if part in ("target", "about") and counts and kind_of(without_number(name)) == PEOPLE_KIND:
            role = "count" if unit == "number" else unit
            rest = tuple(pair for pair in roles if pair != (part, name))
            return rest, (role, counts[0].count.min, counts[0].count.max)
    return roles, None


def _told(pattern: Pattern | None) -> list[str]:
    if pattern is None:
        return []
    out = [f"asked for: {pattern.hole}"]
    if pattern.types:
        out.append(f"types: {', '.join(pattern.types[:4])}{' …' if len(pattern.types) > 4 else ''}")
    out += [f"{part}: {name}" for part, name in pattern.roles]
    out += [f"time: {pattern.time}"] if pattern.time else []
    out += [f"said by: {pattern.source}"] if pattern.source else []
    return out
