"""How steps and layers are switched off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from benchmarks.ablation_claims import OF_GOLD, SEEN, Apart, can_go, read, rows, seen, without

from tacitus.extract.assemble import Assemble
from tacitus.extract.contract import Draft
from tacitus.model.document import Document
from tacitus.pipeline import ENGINES, default_steps

if TYPE_CHECKING:
    from tacitus.language.analysis import Sentence

TEXT = (
    "Rudolf Rassendyll, who leads the Ruritanian Guard, was arrested in Zenda on Monday. He denied that he had ordered "
    "the shelling of Strelsau, in which 12 civilians were killed. Nobody claimed responsibility for the shelling."
)
DOCUMENT = Document("a1", TEXT, "0" * 64, language="en")


@pytest.fixture(scope="module")
def sentences() -> tuple[Sentence, ...]:
    """Return the analysis of the text."""
    return tuple(ENGINES.make("bundled").analyse(TEXT))


def test_every_row_leaves_steps_that_make_claims() -> None:
    """With the steps of today; the names of the rows tell them apart."""
    table = rows(default_steps())
    assert all(row.steps(default_steps())[-1].name == "assemble" for row in table)
    assert len({row.name for row in table}) == len(table)


@dataclass(frozen=True, slots=True)
class Later:
    """Step that some later version may have."""

    name: str = "later"
    version: str = "1"
    needs: frozenset[str] = frozenset({"frames"})
    gives: frozenset[str] = frozenset({"frames"})

    def extract(self, draft: Draft) -> Draft:
        """Change nothing."""
        return draft


def test_a_new_step_gets_a_row() -> None:
    """What others can do without has a row; what they need, and what makes the claims, has none."""
    *first, last = default_steps()
    steps = (*first, Later(), last)
    names = {row.name for row in rows(steps)}
    assert {"step off: later", "step off: learned", "step off: story"} <= names
    assert not {"step off: reference", "step off: times", "step off: assemble"} & names
    assert not can_go(last, steps)


def test_who_makes_the_claims_is_who_is_left_on(sentences: tuple[Sentence, ...]) -> None:
    """Rules alone, the engine alone, both, neither; one step less is one claim less."""
    table = {row.name: row for row in rows(default_steps())}
    makers = {
        name: [
            one.made_by.startswith("learned")
            for one in read(DOCUMENT, (seen(s, row) for s in sentences), row.steps(default_steps())).claims
        ]
        for name, row in table.items()
    }
    assert len(makers["whole"]) >= 4
    assert not all(makers["whole"])
    assert not makers["engine off"]
    assert makers["rules off"]
    assert all(makers["rules off"])
    assert not any(makers["step off: learned"])
    assert len(makers["step off: constructions"]) < len(makers["whole"])
    assert len(makers["engine off but for the tree"]) < len(makers["whole"])


def test_layers_of_a_row_are_empty(sentences: tuple[Sentence, ...]) -> None:
    """Gold off leaves names and roles; the bare sentence keeps its words and has no tree."""
    table = {row.name: row for row in rows(default_steps())}
    first = seen(sentences[0], table["gold off"])
    assert not any(getattr(first, layer) for layer in OF_GOLD)
    assert first.names == sentences[0].names
    bare = seen(sentences[0], table["engine off"])
    assert not any(getattr(bare, layer) for layer in SEEN)
    assert [token.text for token in bare.tokens] == [token.text for token in sentences[0].tokens]
    assert {token.upos for token in bare.tokens} == {"X"}
    assert seen(sentences[0], table["whole"]) == sentences[0]


def test_apart_undoes_pronouns_and_descriptions(sentences: tuple[Sentence, ...]) -> None:
    """The pronoun is nobody, names stay; every mention that has an entity has one that is there."""
    draft = Draft(DOCUMENT, sentences=sentences)
    for step in default_steps()[:2]:
        draft = step.extract(draft)
    assert any(one.entity for one in draft.mentions if one.span.of(TEXT) == "He")
    apart = Apart().extract(draft)
    assert not any(one.entity for one in apart.mentions if one.span.of(TEXT) == "He")
    (name,) = {one.entity for one in apart.mentions if one.span.of(TEXT) == "Rudolf Rassendyll"}
    known = {entity.id for entity in apart.entities}
    assert name in known
    assert {one.entity for one in apart.mentions} - {""} <= known


def test_steps_are_switched_and_not_changed() -> None:
    """`without` keeps the order and the very steps."""
    steps = default_steps()
    assert without("story")(steps) == tuple(step for step in steps if step.name != "story")
    (unsure,) = [row for row in rows(steps) if row.name.startswith("confidence off")]
    assert unsure.steps(steps)[-1] == replace(Assemble(), least=0.0)
