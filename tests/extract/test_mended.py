"""Sentences that the rules once read wrongly, on trees written down by hand."""

from __future__ import annotations

import pytest
from tests.extract.plain import lines
from tests.extract.trees import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a final full stop hangs on the first verb and hides the object that both share
        ("Rebels shelled and then stormed the town.", "shelling | actor=Rebels | target=town | place=town"),
        # "mine" is a facility to the word list, and a facility that acts becomes the target
        ("A mine killed a farmer.", "bombing | instrument=mine | killed=1"),
        ("The convoy, which had left Hentzau, was hit by mines.", "bombing | instrument=mines | target=convoy"),
        # the hedge is looked up by the lemma, and the lemma of "alleged" is "allege"
        ("The alleged attack on Zenda was condemned.", "attack | place=Zenda | alleged"),
        ("The planned attack on Zenda began.", "attack | place=Zenda | planned"),
        ("Rebels are suspected of attacking Zenda.", "attack | actor=Rebels | target=Zenda | place=Zenda | possible"),
        ("No rebels attacked Zenda.", "attack | actor=rebels | target=Zenda | place=Zenda | denied"),
        # "it" goes back to the subject of the verb that governs its clause
        (
            "The Strelsau Post said that the army denied that it attacked Zenda.",
            "attack | actor=army | target=Zenda | place=Zenda | by=army>Strelsau Post | denied",
        ),
        # the accused acts, not the accuser
        (
            "Kenya accused Eritrea of shelling Obock.",
            "shelling | actor=Eritrea | target=Obock | place=Obock | by=Kenya",
        ),
        # an earlier name is a successor, and both stay entities
        (
            "The Zenda Front, formerly known as the Hentzau League, left.",
            "successor | subject=Zenda Front | object=Hentzau League",
        ),
        ("The rebels pledged allegiance to Black Michael.", "pledge | actor=rebels | target=Black Michael"),
        (
            "The king appointed Rudolf Rassendyll as governor.",
            "appointment | actor=king | target=Rudolf Rassendyll | role=governor",
        ),
        # what falls is taken, by those it falls to
        ("Hentzau fell to the rebels.", "capture | target=Hentzau | actor=rebels"),
        # a base that is fired from is not fired at
        ("Soldiers shelled the market from a base.", "shelling | actor=Soldiers | target=market"),
        # that nobody died does not deny the attack
        ("No one was killed in the attack.", "attack | killed=0"),
        (
            "The Zenda Front's spokesman, Rudolf Rassendyll, left Hentzau.",
            "withdrawal | actor=Rudolf Rassendyll | target=Hentzau",
        ),
    ],
)
def test_mended(text: str, expected: str) -> None:
    """The claim that the words make."""
    assert expected in lines(read(text))
