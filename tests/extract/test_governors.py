"""What a governing word makes of its event, and how the engine's factuality is weighed in, on trees written by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.extract.trees import Written, parse

from tacitus.extract import governors, modality
from tacitus.extract.lexicon import rows
from tacitus.extract.tree import plant
from tacitus.model.ontology import Certainty, Status

PLAN = """# Plans for an attack failed.
Plans=plan/NOUN/NNS<5:nsubj for/ADP/IN<4:case an=a/DET/DT<4:det attack/NOUN/NN<1:nmod failed=fail/VERB/VBD<0:root
./PUNCT/.<5:punct"""
FOILED = """# Police foiled an attack.
Police/NOUN/NNS<2:nsubj foiled=foil/VERB/VBD<0:root an=a/DET/DT<4:det attack/NOUN/NN<2:obj ./PUNCT/.<2:punct"""
CONDEMNED = """# Kenya did not condemn the attack.
Kenya/PROPN/NNP<4:nsubj did=do/AUX/VBD<4:aux not/PART/RB<4:advmod condemn/VERB/VB<0:root the/DET/DT<6:det
attack/NOUN/NN<4:obj ./PUNCT/.<4:punct"""
UNCLEAR = """# It is unclear whether rebels attacked Zenda.
It=it/PRON/PRP<3:expl is=be/AUX/VBZ<3:cop unclear/ADJ/JJ<0:root whether/SCONJ/IN<6:mark rebels=rebel/NOUN/NNS<6:nsubj
attacked=attack/VERB/VBD<3:csubj Zenda/PROPN/NNP<6:obj ./PUNCT/.<3:punct"""
REPORTS = """# There were reports of attacks.
There=there/PRON/EX<2:expl were=be/VERB/VBD<0:root reports=report/NOUN/NNS<2:nsubj of/ADP/IN<5:case
attacks=attack/NOUN/NNS<3:nmod ./PUNCT/.<2:punct"""
OURS = """# Their reports of attacks grew.
Their=they/PRON/PRP$<2:nmod:poss reports=report/NOUN/NNS<5:nsubj of/ADP/IN<4:case attacks=attack/NOUN/NNS<2:nmod
grew=grow/VERB/VBD<0:root ./PUNCT/.<5:punct"""
USED = """# Rebels used drones to attack Zenda.
Rebels=rebel/NOUN/NNS<2:nsubj used=use/VERB/VBD<0:root drones=drone/NOUN/NNS<2:obj to/PART/TO<5:mark
attack/VERB/VB<2:advcl Zenda/PROPN/NNP<5:obj ./PUNCT/.<2:punct"""
CAME = """# Rebels rose out to attack Zenda.
Rebels=rebel/NOUN/NNS<2:nsubj rose=rise/VERB/VBD<0:root out/ADP/RP<2:compound:prt to/PART/TO<5:mark
attack/VERB/VB<2:advcl Zenda/PROPN/NNP<5:obj ./PUNCT/.<2:punct"""
BLAMED = """# Rebels were blamed for the attack.
Rebels=rebel/NOUN/NNS<3:nsubj:pass were=be/AUX/VBD<3:aux:pass blamed=blame/VERB/VBN<0:root for/ADP/IN<6:case
the/DET/DT<6:det attack/NOUN/NN<3:obl ./PUNCT/.<3:punct"""
WITHOUT = """# It passed without rebels attacking.
It=it/PRON/PRP<2:nsubj passed=pass/VERB/VBD<0:root without/SCONJ/IN<5:mark rebels=rebel/NOUN/NNS<5:nsubj
attacking=attack/VERB/VBG<2:advcl ./PUNCT/.<2:punct"""
DEAL = """# They agreed to a truce.
They=they/PRON/PRP<2:nsubj agreed=agree/VERB/VBD<0:root to/ADP/IN<5:case a/DET/DT<5:det truce/NOUN/NN<2:obl
./PUNCT/.<2:punct"""
LEADER = """# The rebel leader may flee.
The/DET/DT<3:det rebel/NOUN/NN<3:compound leader/NOUN/NN<5:nsubj may/AUX/MD<5:aux flee/VERB/VB<0:root
./PUNCT/.<5:punct"""
FLAT = """# Rebels attacked Zenda.
Rebels=rebel/NOUN/NNS<2:nsubj attacked=attack/VERB/VBD<0:root Zenda/PROPN/NNP<2:obj ./PUNCT/.<2:punct"""
NOT = """# Rebels did not attack.
Rebels=rebel/NOUN/NNS<4:nsubj did=do/AUX/VBD<4:aux not/PART/RB<4:advmod attack/VERB/VB<0:root ./PUNCT/.<4:punct"""


def of(block: str, word: str, kind: str = "attack", factuality: float | None = None) -> tuple[str, str]:
    """Return certainty and status of a word, with the engine's factuality of it where one is given."""
    known: Written = parse(block)
    (sentence,) = known.sentences
    if factuality is not None:
        scores = tuple(factuality if t.text == word else 3.0 for t in sentence.tokens)
        sentence = replace(sentence, factuality=scores)
    return modality.of(plant(sentence, 0), known.at(word), kind)


@pytest.mark.parametrize(
    ("block", "word", "certainty", "status"),
    [
        (PLAN, "attack", "stated", "planned"),
        (FOILED, "attack", "stated", "planned"),
        (CONDEMNED, "attack", "stated", "actual"),
        (UNCLEAR, "attacked", "unknown", "actual"),
        (REPORTS, "attacks", "alleged", "actual"),
        (OURS, "attacks", "stated", "actual"),
        (USED, "attack", "stated", "actual"),
        (CAME, "attack", "stated", "planned"),
        (BLAMED, "attack", "alleged", "actual"),
        (WITHOUT, "attacking", "denied", "actual"),
        (NOT, "attack", "denied", "actual"),
    ],
)
def test_governing_words(block: str, word: str, certainty: str, status: str) -> None:
    """Each word does to its event what the list says, and to nothing else."""
    assert of(block, word) == (certainty, status)


def test_what_is_agreed_is_planned_save_the_deal_itself() -> None:
    """Who agrees to a truce has a truce."""
    assert of(DEAL, "truce", "agreement") == ("stated", "actual")


def test_a_plot_is_a_plot_though_it_was_foiled() -> None:
    """The threat is told as a fact; what it threatened never came."""
    assert of(FOILED, "attack", "threat") == ("stated", "actual")
    assert of(FOILED, "attack", "attack") == ("stated", "planned")


def test_a_noun_that_tells_a_relation_has_its_own_hedges_alone() -> None:
    """That he may flee leaves open nothing about whose leader he is."""
    assert of(LEADER, "leader", "leads") == ("stated", "actual")
    assert of(LEADER, "flee", "displacement") == ("possible", "hypothetical")


@pytest.mark.parametrize(
    ("block", "word", "factuality", "expected"),
    [
        (FLAT, "attacked", 3.0, ("stated", "actual")),
        (FLAT, "attacked", 0.5, ("stated", "actual")),
        (FLAT, "attacked", -0.5, ("stated", "planned")),
        (CAME, "attack", 2.9, ("stated", "actual")),
        (CAME, "attack", 2.0, ("stated", "planned")),
        (FOILED, "attack", 2.9, ("stated", "planned")),
        (NOT, "attack", -2.5, ("denied", "actual")),
        (NOT, "attack", 2.0, ("stated", "actual")),
    ],
)
def test_the_engine_is_heard_where_it_is_sure(
    block: str, word: str, factuality: float, expected: tuple[str, str]
) -> None:
    """Its factuality moves what no word moves, and takes back what it surely knows, but not what was foiled."""
    assert of(block, word, factuality=factuality) == expected


def test_the_list_is_well_formed() -> None:
    """Every line names known certainties and statuses, and no word stands twice in one use."""
    seen: set[tuple[str, str]] = set()
    for how, certainty, status, words in rows("governors.tsv"):
        assert certainty == "-" or Certainty(certainty)
        assert status == "-" or Status(status)
        for word in words.split():
            assert (how, word) not in seen, (how, word)
            seen.add((how, word))


def test_a_promise_is_no_gift() -> None:
    """Money that was pledged has not been given."""
    known = parse(
        """# Donors pledged money.
Donors=donor/NOUN/NNS<2:nsubj pledged=pledge/VERB/VBD<0:root money/NOUN/NN<2:obj ./PUNCT/.<2:punct"""
    )
    assert governors.is_promise(known.tree, 1)
    assert modality.of(known.tree, 1, "aid") == ("stated", "planned")
    assert modality.of(known.tree, 1, "pledge") == ("stated", "actual")
