"""Addresses of web pages, as pages and users write them."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit


def absolute(address: str, base: str | None = None) -> str | None:
    """Return the absolute address of a web page, or None when it is of another kind, broken, or relative to nothing.

    Examples:
        >>> absolute("/map", "https://herald.example/2021/")
        'https://herald.example/map'
        >>> absolute("/map") is None and absolute("mailto:a@b.example") is None and absolute("http://[") is None
        True
    """
    try:
        whole = urljoin(base or "", address.strip())
        parts = urlsplit(whole)
    except ValueError:  # brackets that are no IPv6 address
        return None
    return whole if parts.scheme in {"http", "https"} and parts.netloc else None
