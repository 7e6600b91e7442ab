"""Trees put right: words that belong to the noun or the clause beside them."""

from __future__ import annotations

import pytest
from tests.extract.trees import parse

#: Trees as the engine slipped: word=lemma/tag/Penn tag<head:relation, one sentence a block.
_SLIPS = """\
# Militants seized the village of Hajin.
Militants=militant/NOUN/NNS<2:nsubj seized=seize/VERB/VBD<0:root the/DET/DT<4:det village/NOUN/NN<2:obj of/ADP/IN<6:case
Hajin/PROPN/NNP<2:obj ./PUNCT/.<2:punct

# They captured the whole of Zenda.
They/PRON/PRP<2:nsubj captured=capture/VERB/VBD<0:root the/DET/DT<4:det whole/NOUN/NN<2:obj of/ADP/IN<6:case
Zenda/PROPN/NNP<4:nmod ./PUNCT/.<2:punct

# The blast killed and injured children.
The/DET/DT<2:det blast/NOUN/NN<3:nsubj killed=kill/VERB/VBD<0:root and/CCONJ/CC<5:cc injured=injure/VERB/VBD<3:conj
children=child/NOUN/NNS<3:obj ./PUNCT/.<3:punct

# It killed civilians and militiamen.
It/PRON/PRP<2:nsubj killed=kill/VERB/VBD<0:root civilians=civilian/NOUN/NNS<2:obj and/CCONJ/CC<5:cc
militiamen=militiaman/NOUN/NNS<2:obj ./PUNCT/.<2:punct

# Leader Rask was wounded.
Leader=leader/NOUN/NN<4:nsubj:pass Rask/PROPN/NNP<4:nsubj:pass was=be/AUX/VBD<4:aux:pass wounded=wound/VERB/VBN<0:root
./PUNCT/.<4:punct

# The base belonged to rebels.
The/DET/DT<2:det base/NOUN/NN<3:obj belonged=belong/VERB/VBD<0:root to/ADP/IN<5:case rebels=rebel/NOUN/NNS<3:obl
./PUNCT/.<3:punct

# They hit forces with artillery.
They/PRON/PRP<2:nsubj hit/VERB/VBD<0:root forces=force/NOUN/NNS<2:obj with/ADP/IN<5:case artillery/NOUN/NN<2:obj
./PUNCT/.<2:punct

# Militants surrendered.
Militants=militant/NOUN/NNS<2:nsubj:pass surrendered=surrender/VERB/VBD<0:root ./PUNCT/.<2:punct

# Eleven were dead and five were missing.
Eleven/NUM/CD<3:nsubj were=be/AUX/VBD<3:cop dead/ADJ/JJ<0:root and/CCONJ/CC<7:cc five/NUM/CD<3:conj
were=be/AUX/VBD<7:cop missing/ADJ/JJ<3:conj ./PUNCT/.<3:punct

# The men were wounded.
The/DET/DT<2:det men=man/NOUN/NNS<4:nsubj were=be/AUX/VBD<4:cop wounded=wound/VERB/VBD<0:root ./PUNCT/.<4:punct

# Six were killed, 31 were wounded.
Six/NUM/CD<3:nsubj:pass were=be/AUX/VBD<3:aux:pass killed=kill/VERB/VBN<0:root ,/PUNCT/,<7:punct
31/NUM/CD<3:nsubj:pass were=be/AUX/VBD<7:aux:pass wounded=wound/VERB/VBN<3:parataxis ./PUNCT/.<3:punct
"""
SLIPS = dict(
    zip(
        ("of", "whole", "shared", "joined", "title", "subject", "with", "active", "five", "adjective", "31"),
        _SLIPS.strip().split("\n\n"),
        strict=True,
    )
)


@pytest.mark.parametrize(
    ("slip", "word", "head", "relation"),
    [
        ("of", "Hajin", "village", "nmod"),
        ("whole", "Zenda", "captured", "obj"),
        ("shared", "children", "injured", "obj"),
        ("joined", "militiamen", "civilians", "conj"),
        ("title", "Leader", "Rask", "nmod:desc"),
        ("subject", "base", "belonged", "nsubj"),
        ("with", "artillery", "hit", "obl"),
        ("active", "Militants", "surrendered", "nsubj"),
        ("five", "five", "missing", "nsubj"),
        ("adjective", "men", "wounded", "nsubj:pass"),
        ("adjective", "were", "wounded", "aux:pass"),
        ("31", "31", "wounded", "nsubj:pass"),
    ],
)
def test_words_belong_to_their_neighbours(slip: str, word: str, head: str, relation: str) -> None:
    """What stands beside a word decides, where the engine hung it on the verb."""
    text = parse(SLIPS[slip])
    at = text.at(word)
    assert text.tree.tokens[text.tree.head(at)].text == head
    assert text.tree.tokens[at].relation == relation
