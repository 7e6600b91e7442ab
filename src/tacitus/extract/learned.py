"""What the engine adds to the rules: events and relations that no rule reads, and roles that the rules left open.

The engine names triggers and the mentions that fill the roles of their claims (`Sentence.triggers`, `.arguments`). Of
what the rules give an event only an instrument is left out, of which the engine sees nothing though it knows the event.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.extract import confidence, harm, modality, relating, timing
from tacitus.extract import scene as scenery
from tacitus.extract.layers import Frame
from tacitus.extract.lexicon import words
from tacitus.extract.phrases import base
from tacitus.model.claim import Argument
from tacitus.model.ontology import COUNT_ROLES, EVENT_ROLES, RELATION_ROLES, ROLES, Status
from tacitus.model.span import merge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.extract.contract import Draft
    from tacitus.extract.scene import Scene
    from tacitus.language.analysis import Linked, Scored
    from tacitus.model.claim import Value
    from tacitus.model.count import Count

#: Least probability of a trigger, of the mention that fills a role of its event, and of one added to an event of rules.
TRIGGER, ROLE, OPEN = 0.5, 0.25, 0.5
#: The same of a mention that joins another one in its role; that of a mention that is as good as unseen.
FILLED, UNSEEN = 0.9, 0.05
#: Roles that alone make no event.
_THIN = frozenset({"instrument", "media", "place", "source"})
#: Words that count what stands behind their "of".
_NUMBERS = (words("amount") | words("share") | words("quantity")) - {"group", "lot", "report", "sign", "indication"}
#: Relations that the engine adds; names in brackets are read by the rules alone.
_RELATIONS = frozenset(RELATION_ROLES) - {"alias"}


@dataclass(frozen=True, slots=True)
class Learned:
    """Step: frames that the engine sees and no rule made, and open roles filled."""

    name: str = "learned"
    version: str = "3"
    needs: frozenset[str] = frozenset({"sentences", "mentions", "entities", "times", "counts", "frames"})
    gives: frozenset[str] = frozenset({"frames"})

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with roles filled in, and with the engine's own frames behind those of the rules."""
        by_sentence: dict[int, list[Frame]] = {}
        for frame in draft.frames:
            by_sentence.setdefault(frame.sentence, []).append(frame)
        scenes = scenery.scenes(draft, with_harm=True)
        frames = [_completed(scenes[frame.sentence], frame) for frame in draft.frames]
        for scene in scenes:
            known = by_sentence.get(scene.tree.index, [])
            frames += events(scene, known)
            frames += relations(scene, known)
        return replace(draft, frames=tuple(_with_harm(draft, scenes, frames)))


def _with_harm(draft: Draft, scenes: Sequence[Scene], frames: Sequence[Frame]) -> Iterator[Frame]:
    """Yield the frames, with the dead and the wounded that no frame counts given to the nearest of their sentence."""
    by_sentence: dict[int, list[Frame]] = {}
    for frame in frames:
        by_sentence.setdefault(frame.sentence, []).append(frame)
    for sentence in sorted(by_sentence):
        here = by_sentence[sentence]
        sure = [frame for frame in here if confidence.of(frame, draft.sentences) >= confidence.LEAST]
        yield from harm.completed(scenes[sentence], here, sure)


def events(scene: Scene, known: Sequence[Frame]) -> Iterator[Frame]:
    """Yield an event for each trigger of the engine on which no frame rests, and whose roles somebody fills."""
    tokens = scene.tree.tokens
    for found in scene.tree.sentence.triggers:
        is_told = any(
            f.type == found.label and any(e.contains(tokens[found.token].span) for e in f.evidence) for f in known
        )
        if found.label in EVENT_ROLES and found.score >= TRIGGER and _is_new(scene, found, known) and not is_told:
            args = tuple(arg for arg, _ in _arguments(scene, found.token, found.label, ROLE))
            if {arg.role for arg in args} - _THIN:
                yield _frame(scene, found.label, found.token, args, "arguments")


def relations(scene: Scene, known: Sequence[Frame]) -> Iterator[Frame]:
    """Yield a relation for each trigger of the engine whose subject and object it sees and no frame tells."""
    told = {(f.type, *(a.value for a in f.args[:2])) for f in known}
    for found in scene.tree.sentence.triggers:
        if found.label not in _RELATIONS or found.score < TRIGGER or not _is_new(scene, found, known):
            continue
        ends = [_end(scene, found.token, role) for role in ("subject", "object")]
        if -1 in ends or not relating.fits(scene, found.label, ends[0], ends[1]):
            continue
        pair = scene.entity(ends[0]), scene.entity(ends[1])
        if (found.label, *pair) not in told and (found.label, *pair[::-1]) not in told:
            args = (Argument("subject", pair[0]), Argument("object", pair[1]))
            ended = (Argument("ended", value=True),) if found.label == "member" and _have_left(known, pair) else ()
            yield _frame(scene, found.label, found.token, (*args, *ended), "relations")


def _have_left(known: Sequence[Frame], pair: tuple[str, str]) -> bool:
    """Tell whether the sentence says that a member left the body: "40 fighters left the Front"."""
    splits = [f for f in known if f.type == "split" and f.status is Status.ACTUAL]
    return any({("actor", pair[0]), ("target", pair[1])} <= {(a.role, a.value) for a in f.args} for f in splits)


def _is_new(scene: Scene, found: Scored, known: Sequence[Frame]) -> bool:
    """Tell whether no frame rests on a trigger yet."""
    return all(frame.trigger != scene.tree.tokens[found.token].span for frame in known)


def _end(scene: Scene, trigger: int, role: str) -> int:
    """Return the head of the likeliest mention in one role of a trigger, -1 when there is none."""
    found = [one for one in scene.tree.sentence.arguments if (one.first, one.label) == (trigger, role)]
    sure = [one for one in sorted(found, key=_by_score) if one.score >= ROLE]
    return _head(scene, sure[0].second) if sure else -1


def _completed(scene: Scene, frame: Frame) -> Frame:
    """Return a frame of the rules with what the engine sees besides, and without what it plainly does not see."""
    at = next((i for i, token in enumerate(scene.tree.tokens) if token.span == frame.trigger), -1)
    if frame.type not in EVENT_ROLES or at < 0:
        return frame
    kept = tuple(arg for arg in frame.args if not _is_unseen(scene, at, arg))
    filled = {arg.role for arg in frame.args}
    held = {arg.value for arg in frame.args}
    counted = {(a.role, scene.entity(k)) for a in frame.args for k in scene.mentions if _is_counted(scene, k, a.value)}
    seen = _arguments(scene, at, frame.type, OPEN)
    found = [one for one in seen if one[0].value not in held and (one[0].role, one[0].value) not in counted]
    more = _joining(scene, at, found, filled) if found else []
    return replace(frame, args=(*kept, *more)) if more or len(kept) < len(frame.args) else frame


def _is_counted(scene: Scene, head: int, held: Value) -> bool:
    """Tell whether a noun is what a number word before it counts, which fills a role: "dozens of soldiers"."""
    tree, number = scene.tree, scene.tree.head(head)
    is_of = number >= 0 and tree.is_a(head, "nmod") and tree.preposition(head) == "of"
    return is_of and tree.lemma(number) in _NUMBERS and scene.entity(number) == held


def _joining(scene: Scene, at: int, found: Sequence[tuple[Argument, float]], filled: set[str]) -> list[Argument]:
    """Return of what the engine sees what fills an open role, or surely joins a filled one."""
    outside, saying = _beside(scene, at), _governing(scene, at)
    sure = {arg for arg, score in found if score >= FILLED and arg.role not in COUNT_ROLES and arg.value not in saying}
    return [arg for arg, _ in found if arg.value not in outside and (arg.role not in filled or arg in sure)]


def _governing(scene: Scene, at: int) -> set[str]:
    """Return who says or wants what the clause of token `at` tells: "Kenya" in "Kenya said that Uganda fled"."""
    tree = scene.tree
    clauses = (i for i in (at, *tree.ancestors(at)) if tree.is_a(i, "ccomp"))
    return {scene.entity(s) for i in clauses for s in tree.on(tree.head(i), "nsubj")}


def _beside(scene: Scene, at: int) -> set[str]:
    """Return who stands beside what the clause describes: "Uganda" in "the base that was bombed belonged to Uganda"."""
    tree = scene.tree
    described = tree.head(at)
    if not tree.is_a(at, "acl:relcl") or tree.head(described) < 0:
        return set()
    return {scene.entity(k) for k in tree.on(tree.head(described), "obl", "obj", "nsubj") if k != described}


def _is_unseen(scene: Scene, at: int, arg: Argument) -> bool:
    """Tell whether the engine knows the event at token `at`, and sees nothing of an instrument beside it."""
    sentence = scene.tree.sentence
    here = [head for head in scene.mentions if scene.entity(head) == arg.value]
    if arg.role != "instrument" or not here or all(one.token != at for one in sentence.triggers):
        return False
    found = (one for one in sentence.arguments if (one.first, one.label) == (at, arg.role))
    return all(one.score < UNSEEN for one in found if scene.entity(_head(scene, one.second)) == arg.value)


def _arguments(scene: Scene, trigger: int, kind: str, least: float) -> Iterator[tuple[Argument, float]]:
    """Yield who or what fills the roles, the surest first, with how sure the engine is."""
    found = [one for one in scene.tree.sentence.arguments if one.first == trigger and one.score >= least]
    seen: set[str] = set()
    for one in sorted(found, key=_by_score):
        head = _head(scene, one.second)
        entity = scene.entity(head)
        if one.label not in ROLES[kind] or not entity or entity in seen or head == trigger:
            continue
        value: str | Count | None = entity
        if one.label in COUNT_ROLES:
            value = scene.counted(head)
        else:
            seen.add(entity)
        if value is not None:
            yield Argument(one.label, value), one.score


def _by_score(one: Linked) -> tuple[float, int]:
    return (-one.score, one.second)


def _head(scene: Scene, at: int) -> int:
    """Return the head of the mention that the token heads or belongs to; the token itself when there is none."""
    if scene.entity(at):
        return at
    span = scene.tree.tokens[at].span
    return next((head for head, one in scene.mentions.items() if scene.entity(head) and one.span.contains(span)), at)


def _frame(scene: Scene, kind: str, at: int, args: tuple[Argument, ...], rule: str) -> Frame:
    """Return a frame on the words of its trigger and of what fills its roles."""
    tree = scene.tree
    values = {arg.value if isinstance(arg.value, str) else getattr(arg.value, "who", None) for arg in args}
    heads = [head for head in scene.mentions if scene.entity(head) in values]
    nearest = {scene.entity(head): head for head in sorted(heads, key=lambda head: -abs(head - at))}
    words = {at, *(i for head in nearest.values() for i in base(tree, head))}
    mode = modality.of(tree, at, kind)
    dated = timing.of(scene, at, mode.status) if kind in EVENT_ROLES else timing.own(scene, at)
    return Frame(
        type=kind,
        args=args,
        trigger=tree.tokens[at].span,
        sentence=tree.index,
        evidence=merge([tree.span(words)]),
        time=dated.when,
        anchor=dated.anchor,
        certainty=mode.certainty,
        status=mode.status,
        made_by=f"learned:{rule}",
    )
