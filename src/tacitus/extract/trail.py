"""Which step gave which part of a frame: seen from outside, by what is new after each step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.model.ontology import Certainty, Status

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from tacitus.extract.contract import Draft
    from tacitus.extract.layers import Frame


def followed(before: Draft, after: Draft, step: str) -> Draft:
    """Return the draft after a step, with the trail grown by the parts of frames that it made. Linear in the frames."""
    if after.frames is before.frames:
        return after
    old = {id(frame) for frame in before.frames}
    new = {key: step for frame in after.frames if id(frame) not in old for key in keys(frame)}
    return replace(after, trail=new | dict(before.trail))


def keys(frame: Frame) -> Iterator[Hashable]:
    """Yield the keys of the parts of a frame, as the trail has them."""
    yield key(frame, "type", frame.type)
    for arg in frame.args:
        yield key(frame, arg.role, arg.value)
    if frame.time is not None:
        yield key(frame, "time", frame.time)
    if frame.certainty is not Certainty.STATED:
        yield key(frame, "certainty", frame.certainty)
    if frame.status is not Status.ACTUAL:
        yield key(frame, "status", frame.status)


def key(frame: Frame, part: str, value: Hashable) -> Hashable:
    """Return the key of one part of a frame: frames on one word share their parts."""
    return frame.trigger, part, value
