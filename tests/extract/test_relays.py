"""Who is cited, who passes words on, who is told, and who says a headline."""

from __future__ import annotations

from tests.extract.trees import parse

from tacitus.extract import attribution, headlines, relays
from tacitus.extract.layers import Speech
from tacitus.extract.quotes import carry
from tacitus.model.ontology import Certainty
from tacitus.model.span import Span

CITING = """# The paper, citing a doctor, said ten died.
The/DET/DT<2:det paper/NOUN/NN<8:nsubj ,/PUNCT/,<2:punct citing=cite/VERB/VBG<8:advcl a/DET/DT<6:det
doctor/NOUN/NN<4:obj ,/PUNCT/,<4:punct said=say/VERB/VBD<0:root ten/NUM/CD<10:nsubj died=die/VERB/VBD<8:ccomp
./PUNCT/.<8:punct"""
TOLD = """# A doctor told the council that ten died.
A/DET/DT<2:det doctor/NOUN/NN<3:nsubj told=tell/VERB/VBD<0:root the/DET/DT<5:det council/NOUN/NN<3:iobj
that/SCONJ/IN<8:mark ten/NUM/CD<8:nsubj died=die/VERB/VBD<3:ccomp ./PUNCT/.<3:punct"""
RADIO = TOLD.replace("council", "radio")
QUOTED = """# A doctor quoted by the paper said ten died.
A/DET/DT<2:det doctor/NOUN/NN<7:nsubj quoted=quote/VERB/VBN<2:acl by/ADP/IN<6:case the/DET/DT<6:det
paper/NOUN/NN<3:obl said=say/VERB/VBD<0:root ten/NUM/CD<9:nsubj died=die/VERB/VBD<7:ccomp ./PUNCT/.<7:punct"""
TAIL = """# Ten men killed in Zenda: army
Ten/NUM/CD<2:nummod men=man/NOUN/NNS<3:nsubj killed=kill/VERB/VBN<0:root in/ADP/IN<5:case Zenda/PROPN/NNP<3:obl
:/PUNCT/:<3:punct army/NOUN/NN<3:obl"""
NEITHER = """# It could not confirm or deny that ten died.
It=it/PRON/PRP<4:nsubj could/AUX/MD<4:aux not/PART/RB<4:advmod confirm/VERB/VB<0:root or/CCONJ/CC<6:cc
deny/VERB/VB<4:conj that/SCONJ/IN<9:mark ten/NUM/CD<9:nsubj died=die/VERB/VBD<6:ccomp ./PUNCT/.<4:punct"""
NO_SIGN = """# Envoys saw no sign that rebels fled.
Envoys=envoy/NOUN/NNS<2:nsubj saw=see/VERB/VBD<0:root no/DET/DT<4:det sign/NOUN/NN<2:obj that/SCONJ/IN<7:mark
rebels=rebel/NOUN/NNS<7:nsubj fled=flee/VERB/VBD<4:acl ./PUNCT/.<2:punct"""


def test_who_is_cited_speaks_through_who_cites() -> None:
    """The doctor said so, through the paper."""
    known = parse(CITING)
    assert known.words(relays.cited(known.tree, known.at("said"))) == ["doctor"]
    one = next(a for a in attribution.in_tree(known.tree) if a.cue == known.at("said"))
    assert (known.words(one.speakers), known.words(one.quoted_by)) == (["doctor"], ["paper"])


def test_who_is_quoted_speaks_first() -> None:
    """The paper passes on what the doctor said."""
    known = parse(QUOTED)
    (one,) = attribution.in_tree(known.tree)
    assert (known.words(one.speakers), known.words(one.quoted_by)) == (["doctor"], ["paper"])


def test_councils_only_listen() -> None:
    """A radio that is told passes it on; a council does not."""
    council, radio = parse(TOLD), parse(RADIO)
    assert relays.told(council.tree, council.at("told")) == ()
    assert radio.words(relays.told(radio.tree, radio.at("told"))) == ["radio"]


def test_a_headline_ends_with_its_source() -> None:
    """What stands before the colon is what the army says."""
    known = parse(TAIL)
    (line,) = headlines.behind(known.tree)
    assert (known.words((line.speaker,)), line.content.of(known.text)) == (["army"], "Ten men killed in Zenda")
    assert not tuple(headlines.before(known.tree))


def test_neither_confirmed_nor_denied_is_not_known() -> None:
    """Who cannot deny it does not deny it."""
    known = parse(NEITHER)
    (one,) = attribution.in_tree(known.tree)
    assert one.certainty is Certainty.UNKNOWN


def test_who_saw_no_sign_says_so() -> None:
    """The envoys are the source of what is not known."""
    known = parse(NO_SIGN)
    (one,) = attribution.in_tree(known.tree)
    assert known.words(one.speakers) == ["Envoys"]
    assert [c.of(known.text) for c in one.content] == ["that rebels fled"]


def led_in(text: str) -> list[str]:
    """Return what the minister says, who is named before the first colon."""
    cue = text.index("said")
    speech = Speech((), Span(cue, cue + 4), ("e1",))
    return [span.of(text) for s in carry(text, (Span(0, text.index("\n")),), (speech,)) for span in s.content]


def test_a_statement_goes_on_as_long_as_it_says_we() -> None:
    """Paragraphs behind "The minister said:" are his, to the last in the first person."""
    text = "The minister said:\n\nI am appalled.\n\nTen men died. We mourn them.\n\nThe river is wide."
    assert led_in(text) == ["I am appalled.\n\nTen men died. We mourn them."]
    assert led_in("The minister said:\n\nTen men died.\n\nThe river is wide.") == []
