"""Times of what goes on, and of what a time is told by."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.extract.plain import document
from tests.extract.trees import parse

from tacitus.extract import lasting, timing
from tacitus.extract import scene as scenery
from tacitus.extract.contract import Draft
from tacitus.extract.times import find_times
from tacitus.model.ontology import Status
from tacitus.model.when import When

_TREES = """\
# Hundreds died since the war began in 2011.
Hundreds=hundred/NOUN/NNS<2:nsubj died=die/VERB/VBD<0:root since/SCONJ/IN<6:mark the/DET/DT<5:det war/NOUN/NN<6:nsubj
began=begin/VERB/VBD<2:advcl in/ADP/IN<8:case 2011/NUM/CD<6:obl ./PUNCT/.<2:punct

# The offensive, which began in May 2019, displaced thousands.
The/DET/DT<2:det offensive/NOUN/NN<10:nsubj ,/PUNCT/,<5:punct which/PRON/WDT<5:nsubj began=begin/VERB/VBD<2:acl:relcl
in/ADP/IN<7:case May/PROPN/NNP<5:obl 2019/NUM/CD<7:nummod ,/PUNCT/,<5:punct displaced=displace/VERB/VBD<0:root
thousands=thousand/NOUN/NNS<10:obj ./PUNCT/.<10:punct

# The army has held Zenda since 2012, when rebels attacked it.
The/DET/DT<2:det army/NOUN/NN<4:nsubj has=have/AUX/VBZ<4:aux held=hold/VERB/VBN<0:root Zenda/PROPN/NNP<4:obj
since/ADP/IN<7:case 2012/NUM/CD<4:obl ,/PUNCT/,<11:punct when/ADV/WRB<11:advmod rebels=rebel/NOUN/NNS<11:nsubj
attacked=attack/VERB/VBD<7:acl:relcl it/PRON/PRP<11:obj ./PUNCT/.<4:punct

# It was the first attack since May 2019.
It/PRON/PRP<5:nsubj was=be/AUX/VBD<5:cop the/DET/DT<5:det first/ADJ/JJ<5:amod attack/NOUN/NN<0:root since/ADP/IN<7:case
May/PROPN/NNP<5:nmod 2019/NUM/CD<7:nummod ./PUNCT/.<5:punct

# Rebels launched an offensive in May 2019.
Rebels=rebel/NOUN/NNS<2:nsubj launched=launch/VERB/VBD<0:root an/DET/DT<4:det offensive/NOUN/NN<2:obj in/ADP/IN<6:case
May/PROPN/NNP<2:obl 2019/NUM/CD<6:nummod ./PUNCT/.<2:punct
"""
TREES = dict(zip(("since", "which", "when", "first", "launched"), _TREES.strip().split("\n\n"), strict=True))


@pytest.mark.parametrize(
    ("tree", "word", "expected"),
    [
        ("since", "died", "2011/.."),
        ("since", "war", "2011/.."),
        ("since", "began", "2011"),
        ("which", "offensive", "2019-05/.."),
        ("which", "displaced", None),
        ("when", "held", "2012/.."),
        ("when", "attacked", "2012"),
        ("first", "attack", None),
        ("launched", "offensive", "2019-05"),
    ],
)
def test_what_goes_on_has_an_open_time(tree: str, word: str, expected: str | None) -> None:
    """What has happened since a day may go on, a war from its beginning; not what is the first of its kind since."""
    written = parse(TREES[tree])
    about = document(written.text)
    draft = Draft(about, sentences=written.sentences, times=find_times(written.text, about.published))
    (scene,) = scenery.scenes(draft)
    when, _ = timing.of(scene, written.at(word), Status.ACTUAL)
    assert (when.edtf if when else None) == expected


@pytest.mark.parametrize("edtf", ["2012~", "[2011,2012]", "../2014"])
def test_a_time_without_a_sure_beginning_opens_nothing(edtf: str) -> None:
    """About a year, one of several, and until a year name no day from which something has gone on."""
    assert lasting.opened(When(edtf)) is None


def test_only_a_war_or_the_like_lasts() -> None:
    """A strike that began in May is no campaign: the lemma decides."""
    written = parse(TREES["which"])
    other = replace(written.sentences[0].tokens[1], text="strike", lemma="strike")
    tokens = (written.sentences[0].tokens[0], other, *written.sentences[0].tokens[2:])
    tree = replace(written, sentences=(replace(written.sentences[0], tokens=tokens),)).tree
    time = find_times(written.text, None)[0]
    attached = {written.at("began"): time}
    assert lasting.begun(tree, written.at("offensive"), attached) is None
    assert lasting.begun(written.tree, written.at("offensive"), attached) == time
