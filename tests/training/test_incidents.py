"""How the weights of likeness, and the table of rare words, are made."""

from __future__ import annotations

import gzip
import io
import tarfile
from typing import TYPE_CHECKING

import numpy as np
import pytest
from training.incidents import learn, regress
from training.rarity import OF, shares, treebank
from training.stories import stories

from tacitus.resolve.links import BIAS

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<Document><token sentence="0">http://news.example</token>
<token sentence="1">Gunmen</token><token sentence="1">fled</token><token sentence="1">.</token>
<token sentence="2">Nobody</token><token sentence="2">saw</token><token sentence="2">them</token></Document>"""


def test_a_regression_finds_the_log_odds() -> None:
    """Of those with the feature three in four are true, of those without one in four."""
    values = np.array([[1.0, at < 400] for at in range(800)])
    wanted = np.array([at % 4 < 3 if at < 400 else at % 4 < 1 for at in range(800)], float)
    bias, weight = regress(values, wanted, np.zeros(800))
    assert bias == pytest.approx(-np.log(3), abs=0.05)
    assert weight == pytest.approx(2 * np.log(3), abs=0.1)


def test_what_is_given_by_hand_is_not_learnt() -> None:
    """A weight by hand stays, and the rest is learnt beside it."""
    values = np.array([[at % 2, at % 3 == 0] for at in range(600)], float)
    same = values[:, 0].copy()
    weights = learn(("odd", "third"), values, same, {"third": -2.0})
    assert weights["third"] == -2.0
    assert weights["odd"] > 2
    assert weights[BIAS] < 0


def test_a_word_is_as_common_as_where_it_is_commoner() -> None:
    """A word that all reports of war have is common, though no other text has it."""
    press = ["The shelling of Karabash went on."] * 2
    other = ["The film festival went on."] * 2 + ["The harbour closed."] * 2
    table = shares(press, other)
    assert table["shell"] == OF
    assert table["the"] == OF
    assert table["harbour"] == OF // 2
    assert "nowhere" not in table


def test_names_are_counted_by_consonants() -> None:
    """A capitalised word that is never written small is a name."""
    table = shares(["Rebels left Karabash."] * 3, ["They were rebels; some rebels, those rebels."] * 3)
    assert "~krbs" in table
    assert "rebel" in table


def test_stories_are_the_training_topics_alone(tmp_path: Path) -> None:
    """The two stories of a topic are told apart; no test topic is read, nor an address on a first line."""
    path = tmp_path / "corpus.tar.xz"
    with tarfile.open(path, "w:xz") as packed:
        for name in ("ECB+/1/1_1ecb.xml", "ECB+/1/1_1ecbplus.xml", "ECB+/36/36_1ecb.xml"):
            info = tarfile.TarInfo(name)
            info.size = len(PAGE)
            packed.addfile(info, io.BytesIO(PAGE.encode()))
    found = list(stories(path))
    assert [(story, document.id) for story, document in found] == [("1", "1_1ecb"), ("1plus", "1_1ecbplus")]
    assert found[0][1].text == "Gunmen fled.\nNobody saw them"


def test_documents_of_a_treebank(tmp_path: Path) -> None:
    """Words of one document, without the lines of contracted ones."""
    path = tmp_path / "bank.conllu.gz"
    lines = "# newdoc id = a\n1\tRebels\t_\n2-3\tdidn't\t_\n2\tdid\t_\n\n# newdoc id = b\n1\tNobody\t_\n"
    path.write_bytes(gzip.compress(lines.encode()))
    assert list(treebank(path)) == ["Rebels did", "Nobody"]
