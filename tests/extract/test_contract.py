"""The contract of a step: an order that cannot work is refused before any text is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from tacitus.errors import InvalidValueError, PipelineOrderError
from tacitus.extract.contract import Draft, Extractor, check_order, versions
from tacitus.model.document import Document, sha256_of
from tacitus.pipeline import Reader, default_steps

if TYPE_CHECKING:
    from tacitus.language.analysis import Sentence


@dataclass(frozen=True)
class Step:
    """A step that only says what it needs and gives."""

    name: str
    needs: frozenset[str] = frozenset()
    gives: frozenset[str] = frozenset()
    version: str = "1"

    def extract(self, draft: Draft) -> Draft:
        """Return the draft as it came."""
        return draft


@dataclass
class Silent:
    """An engine that sees nothing."""

    name: str = "silent"
    version: str = "0"

    def analyse(self, text: str) -> tuple[Sentence, ...]:
        """Return no sentence."""
        assert isinstance(text, str)
        return ()


def test_steps_find_what_earlier_steps_give() -> None:
    """Document and sentences are there from the start."""
    first = Step("first", frozenset({"document", "sentences"}), frozenset({"mentions"}))
    second = Step("second", frozenset({"mentions"}), frozenset({"mentions", "entities"}))
    check_order((first, second))
    assert isinstance(first, Extractor)


def test_an_order_that_cannot_work_is_refused() -> None:
    """The message names the step and the layers that it lacks."""
    late = Step("events", frozenset({"sentences", "entities", "times"}), frozenset({"frames"}))
    early = Step("times", frozenset({"sentences"}), frozenset({"times"}))
    with pytest.raises(PipelineOrderError, match="'events' needs entities, times"):
        check_order((late, early))
    with pytest.raises(PipelineOrderError, match="'events' needs entities,"):
        check_order((early, late))


def test_a_step_cannot_give_to_itself() -> None:
    """What a step gives is there for the steps behind it."""
    with pytest.raises(PipelineOrderError):
        check_order((Step("circle", frozenset({"times"}), frozenset({"times"})),))


@pytest.mark.parametrize("step", [Step("odd", needs=frozenset({"moods"})), Step("odd", gives=frozenset({"moods"}))])
def test_an_unknown_layer_is_refused(step: Step) -> None:
    """Layers are the fields of a draft; the message lists them."""
    with pytest.raises(InvalidValueError, match=r"'moods' is no layer of a draft. Allowed: claims, counts"):
        check_order((step,))


def test_the_default_steps_work_in_their_order_only() -> None:
    """They keep the contract; backwards they are refused when the reader is made."""
    steps = default_steps()
    check_order(steps)
    assert all(isinstance(step, Extractor) for step in steps)
    assert len({step.name for step in steps}) == len(steps)
    assert "claims" in steps[-1].gives
    with pytest.raises(PipelineOrderError):
        Reader(Silent(), steps[::-1])


def test_versions_name_every_step_in_order() -> None:
    """A newer step makes another version of the reader."""
    one, two = Step("one"), Step("two", version="7")
    assert versions((one, two)) == "one@1 two@7"
    assert Reader(Silent(), (one, two)).version == "silent@0 one@1 two@7"
    assert Reader(Silent(), (replace(one, version="2"), two)).version == "silent@0 one@2 two@7"


def test_a_reader_without_sentences_finds_nothing() -> None:
    """An engine that sees nothing gives an empty reading, with the steps that were run."""
    document = Document("d", "Nothing.", sha256_of(b"Nothing."))
    reading = Reader(Silent(), default_steps()).read(document)
    assert (reading.entities, reading.claims, reading.problems) == ((), (), ())
    assert reading.reader.startswith("silent@0 mentions@")
