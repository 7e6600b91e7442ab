"""Events across documents: a corpus of our own in the format of ECB+, from its archive to the figures."""

from __future__ import annotations

import io
import tarfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

import pytest
from benchmarks.documents import grouped_documents
from benchmarks.ecbplus import TEST, UNSEEN, by_lemma, claim_of, gold, incidents_of, read_all, report, rows, united
from benchmarks.ecbplus_corpus import Text, text_of, texts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from benchmarks.ecbplus import Read

    from tacitus.pipeline import Reader

FIRST = """
Airstrike kills nine in Zenda
A Zemblan warplane *bombed:b* a market in the town of Zenda on Monday , *killing:k* nine civilians , the army *said* .
The *bombing:b* was the worst in Zenda this year , doctors *said* .
"""
SECOND = """
http : / / example . org / zenda
Market in Zenda is bombed
Nine civilians were *killed:k* when a Zemblan warplane *bombed:b* a market in the town of Zenda on Monday .
The crater was 2 . 5 metres deep , and 1 , 200 people did n't *flee:f* .
"""
OTHER = """
Two held after a raid in Oruk
Police *arrested:a* two men in the village of Oruk after a *raid:r* on Friday , officials *said* .
"""


def xml(text: str) -> bytes:
    """Return a text as a file of ECB+: a line a sentence, a mark "*word:x*" a mention, of event x where it is named."""
    tokens: list[str] = []
    marks: list[str] = []
    events: list[str] = []
    for sentence, line in enumerate(text.strip().splitlines()):
        for word in line.split():
            bare, _, event = word.strip("*").partition(":") if word.startswith("*") else (word, "", "")
            tokens.append(f'<token t_id="{len(tokens) + 1}" sentence="{sentence}">{bare}</token>')
            if word.startswith("*"):
                anchor = f'<token_anchor t_id="{len(tokens)}"/>'
                marks.append(f'<ACTION_OCCURRENCE m_id="{len(marks)}">{anchor}</ACTION_OCCURRENCE>')
                if event:
                    source = f'<source m_id="{len(marks) - 1}"/><target m_id="99"/>'
                    events.append(f'<CROSS_DOC_COREF r_id="1" note={quoteattr(event)}>{source}</CROSS_DOC_COREF>')
    marks.append('<HUMAN_PART_PER m_id="50"><token_anchor t_id="1"/></HUMAN_PART_PER>')
    marks.append('<ACTION_OCCURRENCE m_id="99" RELATED_TO="" TAG_DESCRIPTOR="b" instance_id="b"/>')
    parts = (f"<Markables>{''.join(marks)}</Markables>", f"<Relations>{''.join(events)}</Relations>")
    return f"<Document>{''.join(tokens)}{''.join(parts)}</Document>".encode()


FILES = {"36_1ecb": FIRST, "36_2ecbplus": SECOND, "37_1ecb": OTHER, "1_1ecb": OTHER}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an archive of the corpus; of the first text the last sentence was not checked."""
    path = tmp_path_factory.mktemp("ecb") / "corpus.tar.xz"
    checked = [("36", "1ecb", 1), ("36", "2ecbplus", 2), ("36", "2ecbplus", 3), ("37", "1ecb", 1)]
    listed = "Topic,File,Sentence Number\n" + "".join(f"{t},{f},{n}\n" for t, f, n in checked)
    contents = {f"ECB+/{name.split('_')[0]}/{name}.xml": xml(text) for name, text in FILES.items()}
    with tarfile.open(path, "w:xz") as packed:
        for name, content in (contents | {"ECBplus_coreference_sentences.csv": listed.encode()}).items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            packed.addfile(member, io.BytesIO(content))
    return path


@pytest.fixture(scope="module")
def found(archive: Path) -> list[Text]:
    """Return the texts of two topics."""
    return texts(archive, {"36", "37"})


@pytest.fixture(scope="module")
def read(found: list[Text], reader: Reader) -> list[Read]:
    """Return them as they are read."""
    return read_all(found, reader.engine)


def words(text: Text) -> Mapping[str, str]:
    """Return the words of the mentions of a text, by their ids."""
    return {m.id: " ".join(text.text[start:end] for start, end in m.pieces) for m in text.mentions}


def test_texts_of_the_corpus(found: list[Text]) -> None:
    """Topics asked for, in order; addresses are left out; mentions of checked sentences, with their events."""
    first, second, other = found
    assert [(t.id, t.topic, t.part) for t in found] == [
        ("36_1ecb", "36", "36ecb"),
        ("36_2ecbplus", "36", "36ecbplus"),
        ("37_1ecb", "37", "37ecb"),
    ]
    assert (first.title, second.title) == ("Airstrike kills nine in Zenda", "Market in Zenda is bombed")
    assert words(first) == {"36_1ecb:0": "bombed", "36_1ecb:1": "killing", "36_1ecb:2": "said"}
    assert {m.id: m.cluster for m in first.mentions} == {"36_1ecb:0": "b", "36_1ecb:1": "k", "36_1ecb:2": "36_1ecb:2"}
    assert list(words(other).values()) == ["arrested", "raid", "said"]


def test_tokens_are_joined_as_they_were_printed(found: list[Text]) -> None:
    """Marks, numbers and clitics have no space before them; offsets hold."""
    assert found[1].text.endswith("on Monday. The crater was 2.5 metres deep, and 1,200 people didn't flee.")
    text = text_of("1_1ecb", xml("On July 02 , 2013 at 15 : 50 - “ a 6 . 1 - magnitude quake ” ( twice ) ."), ())
    assert text.text == "On July 02, 2013 at 15:50 - “a 6.1-magnitude quake” (twice)."


def test_chains_within_a_document() -> None:
    """They are named after their document, so that numbers of two documents do not meet."""
    content = xml("Guns *fired:f* .").replace(b'CROSS_DOC_COREF r_id="1" note="f"', b'INTRA_DOC_COREF r_id="7"')
    content = content.replace(b"/CROSS_DOC_COREF", b"/INTRA_DOC_COREF")
    assert [m.cluster for m in text_of("9_1ecb", content, {"0"}).mentions] == ["9_1ecb:r7"]


def test_what_a_claim_tells(read: list[Read]) -> None:
    """A mention is told by the claim of its trigger; lemmas are those of the head."""
    first, second, _ = read
    assert first.claims["36_1ecb:0"].type == second.claims["36_2ecbplus:1"].type == "airstrike"
    assert "36_1ecb:2" not in first.claims
    assert [first.lemmas[f"36_1ecb:{n}"] for n in range(3)] == ["bomb", "kill", "say"]
    assert claim_of(first.text.mentions[2], first.reading.claims) is None


def test_two_reports_of_one_airstrike(read: list[Read]) -> None:
    """Their incident joins the bombing in both, and not the raid elsewhere; the lemma joins all that was said."""
    incidents, groups = incidents_of(read)
    assert groups["36_1ecb"] == groups["36_2ecbplus"] != groups["37_1ecb"]
    found = {name: clusters for name, (clusters, _) in rows(read).items()}
    typed = found["incident and type, else alone"]
    assert typed["36_1ecb:0"] == typed["36_2ecbplus:1"] != typed["37_1ecb:0"]
    assert incidents
    assert found["lemma, all texts"]["36_1ecb:2"] == found["lemma, all texts"]["37_1ecb:2"]
    near = found["lemma, documents of an incident"]
    assert near["36_1ecb:2"] != near["37_1ecb:2"]
    assert near["36_1ecb:0"] == near["36_2ecbplus:1"]


def test_baselines_and_gold(read: list[Read]) -> None:
    """A lemma in a topic is one event in both its parts; gold has every mention once."""
    clusters = by_lemma(read, lambda text: text.topic)
    assert clusters["36_1ecb:0"] == clusters["36_2ecbplus:1"] == "36/bomb"
    assert set(gold(read)) == set(clusters)
    assert gold(read)["36_2ecbplus:0"] == gold(read)["36_1ecb:1"] == "k"


def test_united() -> None:
    """What either joins is one; names of clusters are of their own side."""
    one = united({"a": "x", "b": "x", "c": "y"}, {"b": "y", "d": "y"})
    assert one["a"] == one["b"] == one["d"] != one["c"]


def test_the_table(read: list[Read]) -> None:
    """A row a method, for all mentions and for those of ours; the given topics are marked."""
    table = report(read)
    assert "3 texts, 2 topics" in table
    assert "all mentions: 9 of 7 events, 4 of them with others" in table
    assert table.count("lemma, gold topic *") == table.count("incident, else alone ") == 2
    assert [line[:15] for line in table.splitlines()[-2:]] == ["36    6 mention", "37    3 mention"]


def test_topics() -> None:
    """The test part is unseen, the topics that taught the labeller are not."""
    assert TEST <= UNSEEN
    assert len(UNSEEN) == 18
    assert "7" not in UNSEEN


def test_documents_of_like_words() -> None:
    """All together for no likeness asked, each alone for more than there is; equal texts always together."""
    three = {"a": "shells hit the town", "b": "shells hit the town", "c": "a vote was held"}
    assert grouped_documents(three, 0.0) == dict.fromkeys("abc", "a")
    assert grouped_documents(three, 0.5) == {"a": "a", "b": "a", "c": "c"}
    assert grouped_documents(three, 1.1) == {name: name for name in three}
    assert grouped_documents({}, 0.5) == {}
