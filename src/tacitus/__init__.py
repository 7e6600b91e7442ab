"""Tacitus reads reports on armed conflict and keeps who said what, how surely, in which words."""

from __future__ import annotations

__version__ = "0.1.0"
