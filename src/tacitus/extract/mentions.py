"""Mentions: the noun phrases that may speak of a person, group, place or thing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.extract import aliases, entity_types, phrases, title_runs, turns
from tacitus.extract.bodies import INSTITUTIONS, is_harmed, type_beside
from tacitus.extract.compounds import HYPHENS, PREFIXES, halves, prefix_of
from tacitus.extract.date_words import is_of_date
from tacitus.extract.layers import Mention
from tacitus.extract.lexicon import capitals, countries, typed_words, word_set, words
from tacitus.extract.tree import Tree, planted
from tacitus.model.entity import EntityType
from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.contract import Draft
    from tacitus.language.analysis import Name

#: Relations by which a word is a part of another phrase, not the head of its own.
_PARTS = tuple(sorted(words("part_relation")))
#: Types of nouns that the engine knows better from the words around them: "group", "channel", "post".
_VAGUE = frozenset({EntityType.MEDIA, EntityType.ORG})
#: Tokens joined by blanks: a place in capitals, perhaps a country and an agency in brackets, and a dash.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’-]+(?: [A-Z.'’-]+)*(?: , [A-Z][\w .]{1,20})?(?: \( [^)]{2,40} \))? (?:[-–—]+|:) (?=\S)"
)
#: What the engine may take an unknown surname for; no such thing is killed.
_UNHARMED = frozenset({"place", "facility", "person"})
_NAMED = frozenset(EntityType) - {EntityType.PEOPLE, EntityType.THING}
_EMPTY = words("empty_pronoun")
_ARMIES = words("army_word")
_HEADING = 3  # words of a name that is a heading
_SEATED = frozenset({"based", "born"})
#: Nouns that judge what they stand before and name nobody: "the terrorist attack".
_JUDGING = words("judging")


@dataclass(frozen=True, slots=True)
class Mentions:
    """Step: noun phrases with type and head, names before descriptions where both stand on one head."""

    name: str = "mentions"
    version: str = "4"
    needs: frozenset[str] = frozenset({"sentences"})
    gives: frozenset[str] = frozenset({"mentions"})

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with `mentions` in text order."""
        found = [m for tree in planted(draft.sentences) for m in in_tree(tree)]
        text = draft.document.text
        return replace(draft, mentions=turns.speakers(text, draft.sentences, aliases.completed(text, found)))


def in_tree(tree: Tree) -> Iterator[Mention]:
    """Yield the mentions of one sentence in the order of their heads."""
    begin = _dateline(tree)
    for mention in _all(tree):
        if mention.span.start >= begin:
            yield mention


def _dateline(tree: Tree) -> int:
    """Return where the sentence begins behind a dateline such as "BEIRUT (Agency) —"; its start when it has none."""
    span = tree.sentence.span
    words = " ".join(t.text for t in tree.tokens[:16])
    match = _DATELINE.match(words)
    if match is None:
        return span.start
    skipped = len(match.group().split())
    return tree.tokens[skipped].span.start if skipped < len(tree.tokens) else span.start


def _all(tree: Tree) -> Iterator[Mention]:
    names = _by_head(tree, tuple(_whole(tree, n) for n in tree.sentence.names))
    kinds = _by_head(tree, tree.sentence.mentions)
    before = {m.head: m for m in title_runs.bodies(tree)}
    for i in range(len(tree.tokens)):
        if is_of_date(tree, i):
            continue
        found = before.get(i) or _name_at(tree, i, names.get(i), kinds.get(i)) or _noun_at(tree, i, kinds.get(i))
        if found is not None:
            yield found


def _whole(tree: Tree, name: Name) -> Name:
    """Return the longer name that the engine's mention gives: "Islamic State in the Sahel" for "Islamic State"."""
    for m in tree.sentence.mentions:
        longer = m.start == name.start and m.end > name.end and m.kind in ("group", "org", "force")
        if longer and tree.tokens[m.end - 1].upos == "PROPN" and name.kind == "organisation":
            return replace(name, end=m.end)
    return name


def _name_at(tree: Tree, i: int, name: Name | None, kind: Name | None) -> Mention | None:
    """Return the proper name, country or first half of a compound adjective whose head is token `i`."""
    token = tree.tokens[i]
    is_seat = i + 2 < len(tree.tokens) and tree.word(i + 2) in _SEATED and tree.tokens[i + 1].text in HYPHENS
    if is_seat or _is_counted_national(tree, i):
        return _seat(tree, i) if is_seat else None
    inside = name is None and any(n.start <= i < n.end and n.end - n.start > 1 for n in tree.sentence.names)
    if name is not None or (token.upos == "PROPN" and not tree.is_a(i, *_PARTS) and not inside):
        return _named(tree, i, name, kind)
    if _is_first_half(tree, i):
        return _half(tree, i)
    if _is_country(tree, i):
        return Mention(token.span, tree.index, i, EntityType.STATE, is_name=True)
    if token.upos == "PROPN" and tree.is_a(i, "compound", "nmod:desc") and not _is_inside(tree, i):
        return _named(tree, i, None, kind)
    return None


def _noun_at(tree: Tree, i: int, kind: Name | None) -> Mention | None:
    """Return the description or pronoun whose head is token `i`."""
    token = tree.tokens[i]
    if token.upos in ("NOUN", "PRON", "NUM", "ADJ", "PROPN") and not tree.is_a(i, *_PARTS):
        return _described(tree, i, kind)
    known = entity_types.of_noun(tree, i)
    if tree.is_a(i, "nmod:poss") and token.upos == "PRON":
        return Mention(token.span, tree.index, i, known or EntityType.THING, is_name=False)
    if tree.is_a(i, "compound") and _can_modify(tree, i) and known is not None and tree.lemma(i) not in _JUDGING:
        return _modifier(tree, i, known)
    return None


def _can_modify(tree: Tree, i: int) -> bool:
    return tree.tokens[i].upos == "NOUN" or tree.word(i) in _ARMIES


def _modifier(tree: Tree, i: int, kind: EntityType) -> Mention:
    """Return what a noun before a noun speaks of, with the nation of a body: "a Somali military vehicle"."""
    nation = [k for k in tree.on(i, "amod", "compound") if k < i and _is_country(tree, k)]
    has_nation = bool(nation) and kind in INSTITUTIONS
    span = tree.span((*nation, i)) if has_nation else tree.tokens[i].span
    return Mention(span, tree.index, i, kind, is_name=has_nation)


def _is_counted_national(tree: Tree, i: int) -> bool:
    """Tell whether a word speaks of some persons of a nation and not of the state: "two Malians", "a Malian"."""
    country = countries().get(tree.word(i))
    if country is None or tree.word(i) not in country.adjectives or tree.is_a(i, "amod", "compound"):
        return False
    return bool(tree.on(i, "nummod")) or any(tree.word(k) in ("a", "an") for k in tree.on(i, "det"))


def _is_country(tree: Tree, i: int) -> bool:
    """Tell whether a word is a country or its adjective by itself, not a part of a longer name of a body or place."""
    token = tree.tokens[i]
    if token.text.lower() not in countries() or not (tree.is_a(i, "amod", "compound") or token.upos == "PROPN"):
        return False
    around = [n for n in tree.sentence.names if n.start <= i < n.end]
    return not any(n.end - n.start > 1 and n.kind != "person" for n in around)


def _is_inside(tree: Tree, i: int) -> bool:
    """Tell whether token `i` is a part of a name that the engine found, or of a capitalised run with its head."""
    head = tree.head(i)
    if any(n.start <= i < n.end for n in tree.sentence.names):
        return True
    return tree.tokens[head].upos == "PROPN" and all(
        phrases.is_capital(tree.tokens[k].text) for k in range(i, head + 1)
    )


def _is_first_half(tree: Tree, i: int) -> bool:
    """Tell whether token `i` begins a compound adjective that tells a relation: "rebel" in "rebel-held"."""
    if prefix_of(tree.word(i)):
        return True
    if i + 2 >= len(tree.tokens) or tree.tokens[i + 1].text not in HYPHENS:
        return i >= 2 and tree.tokens[i - 1].text in HYPHENS and tree.word(i - 2) in PREFIXES
    return tree.word(i + 2) in halves()


def _seat(tree: Tree, i: int) -> Mention | None:
    """Return the place before "-based" or "-born", with all of its name: "New York-based group"."""
    first = i
    while first and phrases.is_capital(tree.tokens[first - 1].text) and tree.tokens[first - 1].upos in ("PROPN", "ADJ"):
        first -= 1
    span = tree.span(range(first, i + 1))
    kind = EntityType.STATE if _is_country(tree, i) and first == i else EntityType.PLACE
    return Mention(span, tree.index, i, kind, is_name=True) if phrases.is_capital(tree.tokens[i].text) else None


def _half(tree: Tree, i: int) -> Mention:
    token = tree.tokens[i]
    skipped = len(prefix_of(tree.word(i))) + 1 if prefix_of(tree.word(i)) else 0
    span = Span(token.span.start + skipped, token.span.end)
    word = token.text[skipped:]
    known = EntityType.STATE if word.lower() in countries() else typed_words("head_types.tsv").get(word.lower())
    return Mention(span, tree.index, i, known or EntityType.GROUP, is_name=phrases.is_capital(word))


def _by_head(tree: Tree, found: tuple[Name, ...]) -> dict[int, Name]:
    """Return the names by their inner head: the word whose governor lies outside the name."""
    out: dict[int, Name] = {}
    for name in found:
        inside = range(name.start, name.end)
        heads = [i for i in inside if tree.head(i) not in inside]
        own = [i for i in heads if not tree.is_a(i, "flat", "punct", "goeswith")] or heads
        if own:
            out.setdefault(own[-1], name)
    return out


def _is_title(tree: Tree, name: Name | None) -> bool:
    """Tell whether a person's name is but the title of the name behind it: "US President" before "Joe Biden"."""
    if name is None or name.kind != "person" or tree.word(name.end - 1).rstrip(".") not in word_set("titles.tsv"):
        return False
    return any(n.start == name.end and n.kind == "person" for n in tree.sentence.names)


def _named(tree: Tree, head: int, name: Name | None, kind: Name | None) -> Mention | None:
    if _is_title(tree, name):
        return None
    found = phrases.named(tree, head, name)
    lower = tuple(tree.word(w) for w in found)
    named = " ".join(lower)
    acts = tree.is_a(head, "nsubj", "obl:agent", "iobj")
    is_state = named in countries() and (acts or tree.is_a(head, "obj") or tree.preposition(head) == "by")
    if is_state or (acts and named in capitals()):
        return Mention(tree.span(found), tree.index, head, EntityType.STATE, is_name=True)
    is_person = (name is not None and name.kind == "person") or _is_victim(tree, head, name, kind)
    hint = "person" if is_person else kind.kind if kind is not None else name.kind if name is not None else ""
    hint = (type_beside(tree, head) if hint != "place" else "") or hint
    if not hint and not _is_told(lower):
        if not _is_alone(tree):
            return None
        hint = "place"
    seen = EntityType(kind.kind) if kind is not None and kind.kind in _NAMED and not is_person else None
    listed = typed_words("name_suffixes.tsv").get(lower[-1])
    if seen is EntityType.MEDIA and listed is EntityType.GROUP:  # "according to Hezbollah": a speaker, no broadcaster
        seen = listed
    if seen in (EntityType.PLACE, EntityType.FACILITY) and typed_words("name_suffixes.tsv").get(lower[-1]) in _BODIES:
        seen = None  # "the Obock Front" is no place
    return Mention(tree.span(found), tree.index, head, seen or entity_types.of_name(lower, hint), is_name=True)


_BODIES = frozenset({EntityType.GROUP, EntityType.FORCE, EntityType.ORG})


def _is_victim(tree: Tree, head: int, name: Name | None, kind: Name | None) -> bool:
    """Tell whether the engine takes a surname for a place that words of harm tell to be a person's."""
    return bool(seen := {n.kind for n in (name, kind) if n is not None}) and seen <= _UNHARMED and is_harmed(tree, head)


def _is_alone(tree: Tree) -> bool:
    """Tell whether a sentence is but a name of one to three words: "Obock:" over a list, or a cell of a table."""
    said = [token for token in tree.tokens if token.upos != "PUNCT"]
    return len(said) <= _HEADING and all(token.upos == "PROPN" for token in said)


def _is_told(name: tuple[str, ...]) -> bool:
    """Tell whether the lists know a name by itself, where the engine sees nothing."""
    return " ".join(name) in countries() or any(w.strip(".") in typed_words("name_suffixes.tsv") for w in name)


def _is_epithet(tree: Tree, head: int) -> bool:
    """Tell whether only a compound adjective gives the capitals: "an Iran-backed group" names no group."""
    return any(tree.word(k) in halves() for k in tree.kids[head])


def _described(tree: Tree, head: int, kind: Name | None) -> Mention | None:
    if tree.word(head) in _EMPTY:
        return None
    known = entity_types.of_noun(tree, head)
    hint = EntityType(kind.kind) if kind is not None and kind.kind in set(EntityType) else None
    if (tree.tokens[head].upos == "NUM" or tree.word(head) == "two") and hint is None:
        known = known or EntityType.PEOPLE
    type_ = hint if known is None or known in _VAGUE else known
    if type_ is None:
        type_ = known
    if type_ is None:  # neither the lists nor the engine take it for a person or thing: "dispute", "month"
        return None
    words = phrases.full(tree, head)
    institution = (
        type_ in INSTITUTIONS
        and not _is_epithet(tree, head)
        and any(phrases.is_capital(tree.tokens[w].text) for w in phrases.base(tree, head))
    )
    if institution:
        words = phrases.base(tree, head)
    span = tree.span(words)
    more = (
        ()
        if institution
        else (
            phrases.full(tree, head, wide=True),
            phrases.described(tree, head),
            phrases.joined(tree, head),
        )
    )
    if kind is not None and kind.end - kind.start > words[-1] - words[0] + 1:  # the engine sees a longer phrase
        more = (phrases.trimmed(tree, tuple(range(kind.start, kind.end))), *more)
    wide = tuple(dict.fromkeys(w for w in (tree.span(m) for m in more) if w != span))
    return Mention(span, tree.index, head, type_, is_name=institution, wide=wide)
