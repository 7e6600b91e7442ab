"""Bytes to text: which encoding, and whether they are text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

from tacitus.read.parsed import EMPTY, Remark
from tacitus.read.tables import rows

#: Longer marks first: the UTF-32 mark begins like the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: As many bytes are looked at to tell text from other data and to guess an encoding.
_SAMPLE = 1 << 16
#: Largest share of control characters in text: random bytes have 11 %. Valid UTF-8 is hardly ever anything but text.
_CONTROL_SHARE = 0.08
_CONTROL_SHARE_UTF8 = 0.3
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
#: UTF-8 with at most one broken character to this many good ones beyond ASCII is still UTF-8.
_GOOD_PER_BROKEN = 10
#: Families of encodings that a page may declare; Python's codecs that are no encodings of pages are not among them.
_DECLARABLE = re.compile(
    r"(?:x-)?(?:iso|windows|cp|koi8|mac|big5|gb|hz|euc|shift|sjis|ks_?c|tis|latin|ascii|us-ascii)", re.IGNORECASE
)
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f\ufffd]")
_CHECK = "Check where the file comes from."
_BINARY = Remark("It is binary data, not text.", "Save the report as UTF-8 text or as HTML.")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a file, with what was doubtful or repaired."""

    text: str
    remarks: tuple[Remark, ...] = ()


def decode(raw: bytes, declared: str | None = None) -> Decoded | Remark:
    """Return the text of `raw`, or what is wrong with it.

    A byte order mark decides; else UTF-8 when it fits (a few broken bytes are replaced), else the declared encoding,
    else the one that charset-normalizer finds likeliest. NUL characters are replaced one for one.

    Args:
        raw: All bytes of the file.
        declared: The encoding that the file claims for itself, if any.

    Examples:
        >>> decode("Idlib – Monday".encode("utf-16")).text
        'Idlib – Monday'
        >>> decode(b"%PDF-1.7 ...").message
        'It is a file of the kind PDF, not text.'
    """
    if not raw.strip():
        return EMPTY
    if name := _signature(raw):
        return Remark(f"It is a file of the kind {name}, not text.", _BINARY.advice)
    encoding, length = _marked(raw)
    if encoding:
        return _mended(raw[length:].decode(encoding, "replace"), ())
    decoded = _utf8(raw)
    controls = _control_share(raw)
    if controls > (_CONTROL_SHARE if decoded is None else _CONTROL_SHARE_UTF8):
        return _BINARY
    return _guessed(raw, declared) if decoded is None else _mended(decoded.text, decoded.remarks)


def mend(text: str) -> str:
    r"""Return `text` with NUL characters and lone surrogates replaced one for one, so that offsets stay.

    Examples:
        >>> mend("a\0b")
        'a\ufffdb'
    """
    return _UNSTORABLE.sub("\ufffd", text)


def _signature(raw: bytes) -> str | None:
    """Return the name of a format that is no text and is known by its first bytes."""
    if raw[4:8] == b"ftyp":
        return "MP4 or HEIC"
    return next((name for start, name in _signatures() if raw.startswith(start)), None)


@cache
def _signatures() -> tuple[tuple[bytes, str], ...]:
    return tuple((bytes.fromhex(start), name) for start, name in rows("magic.tsv"))


def _marked(raw: bytes) -> tuple[str | None, int]:
    """Return the encoding that a byte order mark, or the place of the NUL bytes, gives; and the mark's length."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding, len(mark)
    sample = raw[: _SAMPLE & ~1]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 4 and even * 10 < odd:
        return "utf-16-le", 0
    if even > len(sample) // 4 and odd * 10 < even:
        return "utf-16-be", 0
    return None, 0


def _control_share(raw: bytes) -> float:
    """Return the share of control characters among the first bytes."""
    sample = raw[:_SAMPLE]
    return 1 - len(sample.translate(None, _CONTROLS)) / len(sample)


def _utf8(raw: bytes) -> Decoded | None:
    """Return the text if it is UTF-8, or UTF-8 with a few broken bytes."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd") - raw.count(b"\xef\xbf\xbd")
    if not broken:
        return Decoded(text)
    good = len(_BEYOND_ASCII.findall(text))
    if broken * _GOOD_PER_BROKEN > good:
        return None
    return Decoded(text, (Remark(f"Broken characters in it ({broken}) were replaced by U+FFFD.", _CHECK),))


def _guessed(raw: bytes, declared: str | None) -> Decoded | Remark:
    """Return the text by the declared encoding, else by the likeliest one."""
    for encoding in (declared, _likeliest(raw)):
        if encoding is None or not _DECLARABLE.match(encoding):
            continue
        try:
            text = raw.decode(encoding)
        except (LookupError, UnicodeError):  # no such encoding, or it does not fit
            continue
        advice = "Check names with accents; save it as UTF-8 if they are wrong."
        return _mended(text, () if encoding == declared else (Remark(f"It is not UTF-8; read as {encoding}.", advice),))
    return Remark("Its encoding is none that is known.", "Save it as UTF-8 text.")


def _likeliest(raw: bytes) -> str | None:
    """Return the encoding that charset-normalizer finds likeliest for the first bytes."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only for the few files that are not UTF-8

    best = from_bytes(raw[:_SAMPLE]).best()
    return None if best is None else best.encoding


def _mended(text: str, remarks: tuple[Remark, ...]) -> Decoded | Remark:
    """Replace NUL characters, with a remark; text that is full of broken characters is no text."""
    broken = text.count("\0") + text.count("\ufffd")
    if broken > _CONTROL_SHARE_UTF8 * len(text):
        return _BINARY
    nuls = text.count("\0")
    if nuls:
        found = Remark(f"NUL characters in it ({nuls}) were replaced by U+FFFD.", _CHECK)
        remarks = (*remarks, found)
    return Decoded(text.replace("\0", "\ufffd"), remarks)
