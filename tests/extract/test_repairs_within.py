"""Trees put right: words before a noun that describe the noun between."""

from __future__ import annotations

import pytest
from tests.extract.trees import parse

_SLIPS = """\
# The militant group's leader fled.
The/DET/DT<5:det militant/NOUN/NN<5:compound group/NOUN/NN<5:compound 's/PART/POS<3:case leader/NOUN/NN<6:nsubj
fled=flee/VERB/VBD<0:root ./PUNCT/.<6:punct

# A Somali military vehicle burned.
A/DET/DT<4:det Somali/ADJ/JJ<4:amod military/NOUN/NN<4:compound vehicle/NOUN/NN<5:nsubj burned=burn/VERB/VBD<0:root
./PUNCT/.<5:punct

# A Somali fishing boat sank.
A/DET/DT<4:det Somali/ADJ/JJ<4:amod fishing/NOUN/NN<4:compound boat/NOUN/NN<5:nsubj sank=sink/VERB/VBD<0:root
./PUNCT/.<5:punct

# His brother's men fled.
His=he/PRON/PRP$<2:nmod:poss brother/NOUN/NN<4:nmod:poss 's/PART/POS<2:case men=man/NOUN/NNS<5:nsubj
fled=flee/VERB/VBD<0:root ./PUNCT/.<5:punct

# Two were held near the border with Chad.
Two/NUM/CD<3:nsubj:pass were=be/AUX/VBD<3:aux:pass held=hold/VERB/VBN<0:root near/ADP/IN<6:case the/DET/DT<6:det
border/NOUN/NN<3:obl with/ADP/IN<8:case Chad/PROPN/NNP<3:obl:agent ./PUNCT/.<3:punct

# Two were held by Chad.
Two/NUM/CD<3:nsubj:pass were=be/AUX/VBD<3:aux:pass held=hold/VERB/VBN<0:root by/ADP/IN<5:case
Chad/PROPN/NNP<3:obl:agent ./PUNCT/.<3:punct
"""
SLIPS = dict(zip(("owner", "nation", "boat", "his", "with", "by"), _SLIPS.strip().split("\n\n"), strict=True))


@pytest.mark.parametrize(
    ("slip", "word", "head"),
    [
        ("owner", "militant", "group"),
        ("owner", "The", "group"),
        ("nation", "Somali", "military"),
        ("nation", "A", "vehicle"),
        ("boat", "Somali", "boat"),
        ("his", "His", "brother"),
        ("with", "Chad", "border"),
        ("by", "Chad", "held"),
    ],
)
def test_what_stands_before_a_noun_describes_the_nearest_it_can(slip: str, word: str, head: str) -> None:
    """An owner has its own article and adjectives; a body has its nation, where fishing has none."""
    text = parse(SLIPS[slip])
    assert text.tree.tokens[text.tree.head(text.at(word))].text == head
