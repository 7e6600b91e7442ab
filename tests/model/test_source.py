"""Chains of speakers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tacitus.model.source import AUTHOR, SourceChain

CHAINS = st.lists(st.sampled_from(["e1", "e2", "e3", "e4"]), unique=True).map(lambda ids: SourceChain(tuple(ids)))


def test_the_author_speaks_when_nobody_else_does() -> None:
    """An empty chain is the author's own voice."""
    assert AUTHOR.innermost is None
    assert SourceChain() == AUTHOR
    assert SourceChain(("e2", "e7")).innermost == "e2"


@given(CHAINS, CHAINS)
def test_quoting_puts_speakers_behind_each_once(inner: SourceChain, outer: SourceChain) -> None:
    """The innermost speaker stays first and nobody stands twice."""
    chain = inner.quoted_by(outer)
    assert chain.speakers[: len(inner.speakers)] == inner.speakers
    assert set(chain.speakers) == {*inner.speakers, *outer.speakers}
    assert len(set(chain.speakers)) == len(chain.speakers)


@given(CHAINS, CHAINS, CHAINS)
def test_who_is_quoted_by_whom_does_not_depend_on_the_order_of_asking(
    a: SourceChain, b: SourceChain, c: SourceChain
) -> None:
    """Quoting is associative, and the author adds nothing."""
    assert a.quoted_by(b).quoted_by(c) == a.quoted_by(b.quoted_by(c))
    assert AUTHOR.quoted_by(a) == a.quoted_by(AUTHOR) == a
