"""Text from documents made safe to print: no control codes, no hidden direction marks, no broken code points."""

from __future__ import annotations

import re

#: C0 and C1 control codes but tab and line feed (a report could carry terminal commands), the marks that turn the
#: direction of writing round (Unicode TR 36, section 2.11), and halves of surrogate pairs.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def printable(text: str) -> str:
    """Return the text with each unsafe code point as U+FFFD.

    Examples:
        >>> printable("a" + chr(27) + "[31mb")
        'a\ufffd[31mb'
    """
    return _UNSAFE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return the text safe to print, with every run of white space as one space."""
    return printable(_SPACE.sub(" ", text).strip())
