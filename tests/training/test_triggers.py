"""Which word stands for a claim: by the lists, by harm, by syntax; one type a word."""

from __future__ import annotations

from typing import Any

from tests.training.sentences import sentence
from training.triggers import choose

SHELLED = """
The the DET 2 det
army army NOUN 3 nsubj
shelled shell VERB 0 root
the the DET 5 det
town town NOUN 3 obj
, , PUNCT 7 punct
killing kill VERB 3 advcl
two two NUM 9 nummod
bakers baker NOUN 7 obj
. . PUNCT 3 punct
"""


def claim(kind: str, type_: str, evidence: tuple[int, int], **args: object) -> dict[str, Any]:
    """Return the parts of a claim that the choice looks at."""
    return {"kind": kind, "type": type_, "evidence": [list(evidence)], "args": args}


def words(rows: str, *claims: dict[str, Any]) -> dict[str, list[str]]:
    """Return trigger word to the types that it names."""
    _, analysed = sentence(rows)
    chosen = choose([analysed], claims)
    return {analysed.tokens[at].text: [c["type"] for c in named] for (_, at), named in chosen.claims.items()}


def test_a_listed_word_of_the_type_comes_first() -> None:
    """The predicate lists know "shell" as shelling, though it does not head the evidence's last words."""
    assert words(SHELLED, claim("event", "shelling", (0, 50))) == {"shelled": ["shelling"]}


def test_evidence_bounds_the_choice() -> None:
    """A listed word outside the evidence is none of the claim's."""
    assert words(SHELLED, claim("event", "shelling", (17, 25))) == {"town": ["shelling"]}


def test_harm_names_what_counts_the_dead() -> None:
    """An attack with a toll and no word of its own is named by the killing; without a toll by the syntactic head."""
    rest = (17, 50)
    assert words(SHELLED, claim("event", "attack", rest, killed=[{"min": 2, "max": 2}])) == {"killing": ["attack"]}
    assert words(SHELLED, claim("event", "attack", (8, 25))) == {"shelled": ["attack"]}


def test_one_word_one_type_events_first() -> None:
    """The event takes the word although the relation stands first; the relation, without another, goes without."""
    relation = claim("relation", "rival", (8, 25))
    event = claim("event", "shelling", (8, 25))
    assert words(SHELLED, relation, event) == {"shelled": ["shelling"]}


def test_claims_of_one_type_share_a_word() -> None:
    """Two speakers tell of the same shelling."""
    one = claim("event", "shelling", (0, 25))
    assert words(SHELLED, one, dict(one)) == {"shelled": ["shelling", "shelling"]}


def test_role_nouns_name_relations() -> None:
    """The word "leader" is the trigger of who leads whom."""
    rows = """
    Omar Omar PROPN 0 root
    , , PUNCT 3 punct
    leader leader NOUN 1 appos
    of of ADP 5 case
    Vanguard Vanguard PROPN 3 nmod
    """
    assert words(rows, claim("relation", "leads", (0, 25))) == {"leader": ["leads"]}


def test_halves_of_compounds_name_relations() -> None:
    """The half "backed" is the trigger of a sponsor."""
    rows = """
    the the DET 5 det
    Iran Iran PROPN 4 compound
    - - PUNCT 4 punct
    backed backed ADJ 5 amod
    militia militia NOUN 0 root
    """
    assert words(rows, claim("relation", "sponsor", (0, 25))) == {"backed": ["sponsor"]}


def test_what_is_said_stands_before_the_saying() -> None:
    """The head of "said ... torched" is what was said, except for a publication."""
    rows = """
    She she PRON 2 nsubj
    said say VERB 0 root
    men man NOUN 4 nsubj
    torched torch VERB 2 ccomp
    barns barn NOUN 4 obj
    """
    assert words(rows, claim("event", "other", (0, 27))) == {"torched": ["other"]}
    assert words(rows, claim("event", "publication", (0, 27))) == {"said": ["publication"]}


def test_a_second_listed_word_stays_open() -> None:
    """Where two words of the evidence have the type, one is the trigger and the other is no example of nothing."""
    rows = """
    Shelling shelling NOUN 2 nsubj
    resumed resume VERB 0 root
    ; ; PUNCT 5 punct
    they they PRON 5 nsubj
    shelled shell VERB 2 parataxis
    Arden Arden PROPN 5 obj
    """
    _, analysed = sentence(rows)
    chosen = choose([analysed], [claim("event", "shelling", (0, 39))])
    assert list(chosen.claims) == [(0, 0)]
    assert chosen.open == {(0, 4)}


def test_the_sentence_of_the_evidence_counts() -> None:
    """Places name the sentence too."""
    first, one = sentence(SHELLED)
    _, two = sentence(SHELLED, offset=len(first) + 1)
    start = two.tokens[0].span.start
    assert list(choose([one, two], [claim("event", "shelling", (start, start + 25))]).claims) == [(1, 2)]


def test_evidence_without_a_word_has_no_trigger() -> None:
    """A stretch that holds no whole content word names nothing."""
    assert words(SHELLED, claim("event", "other", (0, 3))) == {}
