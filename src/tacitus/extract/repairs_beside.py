"""Trees put right: words that belong to the noun or the clause beside them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tacitus.extract.lexicon import word_types, words

if TYPE_CHECKING:
    from tacitus.language.analysis import Token

_TAKES_OF = words("takes_of")
_SHARES = (words("amount") - {"report", "sign", "indication"}) | words("share")
_WHOLES = words("whole")
_CLAUSAL = frozenset({"after", "before", "since", "until", "because"})
_OPENERS = frozenset({"nsubj", "csubj", "mark"})
_BESIDE = ("appos", "conj", "list", "flat")
#: What may stand between a subject and its verb.
_WITH_VERB = frozenset({"AUX", "ADV", "PART"})
_JOINED = ("obj", "obl", "nsubj", "nsubj:pass")


def _before(tokens: list[Token], i: int, relation: str) -> int:
    """Return the first small word of a relation before its head `i`; 0 for none, since nothing stands before it."""
    return next((k for k in range(1, i) if tokens[k].head == i and tokens[k].relation == relation), 0)


def compounded(tokens: list[Token]) -> None:
    """Make one subject of two words side by side: "government planes bombed Zenda", "leader Adan Rask was wounded"."""
    for i, (one, other) in enumerate(pairwise(tuple(tokens))):
        both = one.relation == other.relation and one.relation.startswith("nsubj") and one.head == other.head
        if both and one.upos in ("NOUN", "PROPN") and other.upos == "NOUN":
            tokens[i] = replace(one, head=i + 1, relation="compound")
        elif both and one.upos == "NOUN" and other.upos == "PROPN":
            tokens[i] = replace(one, head=i + 1, relation="nmod:desc")


def paired(tokens: list[Token]) -> None:
    """Join the second side of "clashes between the army and rebels" to the first, not to "clashes"."""
    for case in tuple(tokens):
        first = case.head
        if case.lemma.lower() != "between" or case.relation != "case" or tokens[first].head < 0:
            continue
        if any(t.head == first and t.relation == "conj" for t in tokens):
            continue
        for i in range(first + 1, len(tokens)):
            if tokens[i].relation == "conj" and tokens[i].head == tokens[first].head < first:
                tokens[i] = replace(tokens[i], head=first)
                break


def of_nouns(tokens: list[Token]) -> None:
    """Hang an "of" phrase on the noun right before it: "of Hajin" in "seized the village of Hajin"."""
    for i, noun in enumerate(tuple(tokens)):
        of = _before(tokens, i, "case")
        if not of or tokens[of].lemma.lower() != "of" or not noun.relation.startswith(("obj", "obl", "nmod", "nsubj")):
            continue
        owner = tokens[of - 1]
        if noun.head == of - 1 and owner.lemma.lower() in _WHOLES and owner.relation in _JOINED:
            tokens[i] = replace(noun, head=owner.head, relation=owner.relation)  # "the whole of Bakhmut" is Bakhmut
            tokens[of - 1], tokens[of] = replace(owner, head=i, relation="amod"), replace(tokens[of], relation="fixed")
            continue
        is_beside = owner.head == noun.head and owner.upos in ("NOUN", "PROPN") and noun.head >= 0
        is_share = owner.lemma.lower() in _SHARES  # "most of the men" fled, and no most
        if is_beside and is_share and owner.relation == noun.relation and noun.relation.startswith("nsubj"):
            tokens[of - 1] = replace(owner, head=i, relation="nummod")
            tokens[of] = replace(tokens[of], relation="fixed")
        if is_beside and not is_share and tokens[noun.head].lemma.lower() not in _TAKES_OF:
            tokens[i] = replace(noun, head=of - 1, relation="nmod")


def placed(tokens: list[Token]) -> None:
    """Let a noun before its verb be its subject, and one behind a preposition no object: English orders them so."""
    for i, noun in enumerate(tuple(tokens)):
        verb = noun.head
        if noun.relation != "obj" or noun.upos not in ("NOUN", "PROPN"):
            continue
        has_subject = any(t.head == verb and t.relation.startswith("nsubj") for t in tokens)
        if i < verb and tokens[verb].relation == "root" and not has_subject:
            tokens[i] = replace(noun, relation="nsubj")
        elif i > verb and any(t.head == i and t.relation == "case" and t.upos == "ADP" for t in tokens[verb:i]):
            tokens[i] = replace(noun, relation="obl")


def clausal(tokens: list[Token]) -> None:
    """Make a clause of "after its leader met envoys" where the engine saw "after its leader", and a verb by itself."""
    for verb, one in enumerate(tuple(tokens)):
        is_finite = one.relation == "advcl" and one.xpos in ("VBD", "VBZ", "VBP")
        if not is_finite or any(t.head == verb and t.relation.partition(":")[0] in _OPENERS for t in tokens[:verb]):
            continue
        nouns = [i for i in range(verb) if tokens[i].head == one.head and tokens[i].relation == "obl"]
        case = next((k for k in range(verb) if nouns and tokens[k].head == nouns[-1] and _is_clausal(tokens[k])), -1)
        if case >= 0:
            tokens[nouns[-1]] = replace(tokens[nouns[-1]], head=verb, relation="nsubj")
            tokens[case] = replace(tokens[case], head=verb, relation="mark")


def led(tokens: list[Token]) -> None:
    """Give a clause the subject that the tree hung on the verb above: "ten were killed when rebels shelled Zenda"."""
    for i, noun in enumerate(tuple(tokens)):
        above = noun.head
        if not noun.relation.startswith("nsubj") or not 0 <= above < i or noun.upos not in ("NOUN", "PROPN", "PRON"):
            continue
        clause = next((k for k in range(i + 1, len(tokens)) if tokens[k].upos not in _WITH_VERB), -1)
        has_own = any(t.head == above and t.relation.startswith("nsubj") for t in tokens[:above])
        is_open = clause > 0 and (tokens[clause].head, tokens[clause].relation) == (above, "advcl")
        is_open = is_open and tokens[clause].xpos in ("VBD", "VBZ", "VBP", "VBN")  # "defended its ally saying that"
        if has_own and is_open and not any(t.head == clause and t.relation.startswith("nsubj") for t in tokens):
            is_passive = any(t.head == clause and t.relation == "aux:pass" for t in tokens)
            tokens[i] = replace(noun, head=clause, relation="nsubj:pass" if is_passive else "nsubj")


def _is_clausal(token: Token) -> bool:
    return token.relation == "case" and token.lemma.lower() in _CLAUSAL


def apposed(tokens: list[Token]) -> None:
    """Hang a name on the noun that it stands behind, not on one before the verb: "met the head of Y, X"."""
    for i, name in enumerate(tuple(tokens)):
        far = name.head
        if name.relation != "appos" or i < 2 or tokens[i - 1].text != "," or far < 0:
            continue
        verb = tokens[far].head
        if not far < verb < i or tokens[verb].upos != "VERB" or not tokens[far].relation.startswith("nsubj"):
            continue
        near = i - 2
        for _ in range(i):
            near = tokens[near].head if tokens[near].head > verb else near
        if tokens[near].head == verb and tokens[near].upos in ("NOUN", "PROPN") and near > verb:
            tokens[i] = replace(name, head=near)


def posted(tokens: list[Token]) -> None:
    """Hang a name on the post right before it: "Ann Lee" in "took the call sign of its commander, Ann Lee"."""
    posts = word_types("role_nouns.tsv")
    for i, name in enumerate(tuple(tokens)):
        if name.relation not in _BESIDE or name.upos != "PROPN" or i < 2 or tokens[i - 1].text != ",":
            continue
        post, far = tokens[i - 2], name.head
        is_below = post.head == far and post.relation == "nmod" and 0 <= far < i - 2
        is_post = is_below and post.upos == "NOUN" and post.lemma.lower() in posts
        if is_post and tokens[far].upos == "NOUN" and tokens[far].lemma.lower() not in posts:
            tokens[i] = replace(name, head=i - 2, relation="appos")


def joined_nouns(tokens: list[Token]) -> None:
    """Join "and B" to the A right before it, where both hang on the verb: "killing six civilians and five men"."""
    for i, noun in enumerate(tuple(tokens)):
        cc = _before(tokens, i, "cc")
        if not cc or noun.relation not in _JOINED:
            continue
        first = tokens[cc - 1]
        if first.head == noun.head and first.relation == noun.relation:
            tokens[i] = replace(noun, head=cc - 1, relation="conj")


def marked(tokens: list[Token]) -> None:
    """Give each "that" a clause of its own: "said that A claimed that B attacked" has two."""
    for i, mark in enumerate(tuple(tokens)):
        later = [k for k in range(i + 1, mark.head) if tokens[k].relation == "mark" and tokens[k].head == mark.head]
        if mark.relation != "mark" or not later:
            continue
        verbs = [k for k in range(i + 1, later[0]) if tokens[k].upos == "VERB"]
        if verbs:
            tokens[i] = replace(mark, head=verbs[0])


def shared(tokens: list[Token]) -> None:
    """Hang what two verbs share on the one beside it: "14 men" in "killed and injured 14 men"."""
    for i, noun in enumerate(tuple(tokens)):
        first = noun.head
        if noun.relation != "obj" or not 0 <= first < i:
            continue
        for second in range(first + 1, i):
            is_joined = tokens[second].head == first and tokens[second].relation == "conj"
            if is_joined and tokens[second].upos == "VERB" and not any(t.head == second for t in tokens[second + 1 :]):
                tokens[i] = replace(noun, head=second)


def passive(tokens: list[Token]) -> None:
    """Make a passive of "were wounded" where the engine saw an adjective: the verb is a past participle."""
    for was in tuple(tokens):
        verb = was.head
        if was.relation != "cop" or tokens[verb].upos != "VERB" or tokens[verb].xpos not in ("VBD", "VBN"):
            continue
        tokens[verb] = replace(tokens[verb], xpos="VBN")
        for i, t in enumerate(tuple(tokens)):
            if t.head == verb and t.relation in ("cop", "nsubj"):
                tokens[i] = replace(t, relation="aux:pass" if t.relation == "cop" else "nsubj:pass")


def active(tokens: list[Token]) -> None:
    """Make an active subject of one before a verb that is no passive: "militants surrendered"."""
    for i, noun in enumerate(tuple(tokens)):
        verb = noun.head
        if noun.relation != "nsubj:pass" or tokens[verb].xpos not in ("VBD", "VBZ", "VBP"):
            continue
        if not any(t.head == verb and t.relation == "aux:pass" for t in tokens):
            tokens[i] = replace(noun, relation="nsubj")


def numbered(tokens: list[Token]) -> None:
    """Make a subject of a number before a second predicate: "five" in "eleven were dead and five were missing"."""
    for i, number in enumerate(tuple(tokens[:-1])):
        at = tokens[i + 1].head
        if number.upos != "NUM" or tokens[i + 1].upos != "AUX" or at <= i or number.head == at:
            continue
        if tokens[at].head == number.head and tokens[at].relation in ("conj", "parataxis"):
            relation = "nsubj:pass" if tokens[at].xpos == "VBN" else "nsubj"
            tokens[i] = replace(number, head=at, relation=relation)


def by_whom(tokens: list[Token]) -> None:
    """Let only "by" tell who did it: in "detained near the border with Chad" the border is that with Chad."""
    for i, noun in enumerate(tuple(tokens)):
        case = _before(tokens, i, "case") if noun.relation == "obl:agent" else 0
        if not case or tokens[case].lemma.lower() == "by":
            continue
        beside = tokens[case - 1]
        is_noun = beside.upos in ("NOUN", "PROPN") and beside.head != i
        tokens[i] = replace(noun, head=case - 1 if is_noun else noun.head, relation="nmod" if is_noun else "obl")
