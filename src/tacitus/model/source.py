"""Who says so: chains of speakers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceChain:
    """The speakers of a claim besides the document itself, innermost first.

    "A Telegram channel, quoted by Reuters" in a blog post is (channel, Reuters). Empty means the author's own voice.

    Attributes:
        speakers: Entity ids of the same document.
    """

    speakers: tuple[str, ...] = ()

    @property
    def innermost(self) -> str | None:
        """Entity id of the one who makes the claim, or None for the author."""
        return self.speakers[0] if self.speakers else None

    def quoted_by(self, outer: SourceChain) -> SourceChain:
        """Return the chain with the speakers of `outer` behind it, each once.

        Examples:
            >>> SourceChain(("e2",)).quoted_by(SourceChain(("e7",))).speakers
            ('e2', 'e7')
        """
        return SourceChain(tuple(dict.fromkeys(self.speakers + outer.speakers)))


#: The author's own voice.
AUTHOR = SourceChain()
