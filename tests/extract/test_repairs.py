"""Trees put right: each known mistake of a parser, written by hand, and what becomes of it."""

from __future__ import annotations

import pytest
from tests.extract.trees import parse

INSET = """# Soldiers, the governor said, left.
Soldiers=soldier/NOUN/NNS<7:nsubj ,/PUNCT/,<4:punct the/DET/DT<4:det governor/NOUN/NN<1:appos said=say/VERB/VBD<0:root
,/PUNCT/,<1:punct left=leave/VERB/VBD<5:ccomp ./PUNCT/.<5:punct"""
BESIDE = """# They say strikes have hit Zenda.
They=they/PRON/PRP<2:nsubj say/VERB/VBP<0:root strikes=strike/NOUN/NNS<2:ccomp have/AUX/VBP<5:aux hit/VERB/VBN<2:ccomp
Zenda/PROPN/NNP<5:obj ./PUNCT/.<2:punct"""
LED = """# Officials said bombs had killed ten.
Officials=official/NOUN/NNS<2:nsubj said=say/VERB/VBD<0:root bombs=bomb/NOUN/NNS<2:obj had=have/AUX/VBD<5:aux
killed=kill/VERB/VBN<2:ccomp ten/NUM/CD<5:obj ./PUNCT/.<2:punct"""
PLOT = """# Police foiled a plot to bomb Zenda.
Police/NOUN/NNS<2:nsubj foiled=foil/VERB/VBD<0:root a/DET/DT<4:det plot/NOUN/NN<2:obj to/PART/TO<6:mark
bomb/VERB/VB<2:advcl Zenda/PROPN/NNP<6:obj ./PUNCT/.<2:punct"""
GIFT = """# Kenya gave the rebels missiles.
Kenya/PROPN/NNP<2:nsubj gave=give/VERB/VBD<0:root the/DET/DT<5:det rebels=rebel/NOUN/NNS<5:compound
missiles=missile/NOUN/NNS<2:obj ./PUNCT/.<2:punct"""
INSIDE = """# Ali met Tell, who left it in 2016.
Ali/PROPN/NNP<2:nsubj met=meet/VERB/VBD<0:root Tell/PROPN/NNP<2:obj ,/PUNCT/,<6:punct who/PRON/WP<6:nsubj
left=leave/VERB/VBD<3:acl:relcl it/PRON/PRP<6:obj in/ADP/IN<9:case 2016/NUM/CD<2:obl ./PUNCT/.<2:punct"""
RELATED = """# Kenya denied bombing a town in which men died.
Kenya/PROPN/NNP<2:nsubj denied=deny/VERB/VBD<0:root bombing=bomb/VERB/VBG<2:xcomp a/DET/DT<5:det town/NOUN/NN<3:obj
in/ADP/IN<7:case which/PRON/WDT<9:obl men=man/NOUN/NNS<9:nsubj died=die/VERB/VBD<2:xcomp ./PUNCT/.<2:punct"""
BOTH = """# Clashes between soldiers and rebels ended.
Clashes=clash/NOUN/NNS<6:nsubj between/ADP/IN<3:case soldiers=soldier/NOUN/NNS<1:nmod and/CCONJ/CC<5:cc
rebels=rebel/NOUN/NNS<1:nmod ended=end/VERB/VBD<0:root ./PUNCT/.<6:punct"""
RIGHT = """# They say that strikes hit Zenda.
They=they/PRON/PRP<2:nsubj say/VERB/VBP<0:root that/SCONJ/IN<5:mark strikes=strike/NOUN/NNS<5:nsubj
hit/VERB/VBD<2:ccomp Zenda/PROPN/NNP<5:obj ./PUNCT/.<2:punct"""


@pytest.mark.parametrize(
    ("block", "word", "head", "relation"),
    [
        (INSET, "governor", "said", "nsubj"),
        (BESIDE, "strikes", "hit", "nsubj"),
        (LED, "bombs", "killed", "nsubj"),
        (PLOT, "bomb", "plot", "acl"),
        (GIFT, "rebels", "gave", "iobj"),
        (GIFT, "the", "rebels", "det"),
        (INSIDE, "2016", "left", "obl"),
        (RELATED, "died", "town", "acl:relcl"),
        (BOTH, "rebels", "soldiers", "conj"),
        (RIGHT, "strikes", "hit", "nsubj"),
        (RIGHT, "Zenda", "hit", "obj"),
    ],
)
def test_words_hang_where_they_belong(block: str, word: str, head: str, relation: str) -> None:
    """A mistake is mended, a right tree stays as it is."""
    known = parse(block)
    tree = known.tree
    at = known.at(word)
    assert (tree.tokens[tree.head(at)].text, tree.tokens[at].relation) == (head, relation)


def test_a_right_tree_is_left_alone() -> None:
    """The very same sentence comes back."""
    known = parse(RIGHT)
    assert known.tree.sentence is known.sentences[0]


def test_a_perfect_is_no_passive() -> None:
    """In "claims that guards had taken him" nobody took the claims."""
    known = parse(
        """# Claims that guards had taken him grew.
Claims=claim/NOUN/NNS<7:nsubj that/SCONJ/IN<5:mark guards=guard/NOUN/NNS<5:nsubj had=have/AUX/VBD<5:aux
taken=take/VERB/VBN<1:acl him/PRON/PRP<5:obj grew=grow/VERB/VBD<0:root ./PUNCT/.<7:punct"""
    )
    assert not known.tree.is_passive(known.at("taken"))
