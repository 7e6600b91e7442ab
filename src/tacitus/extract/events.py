"""Events: who does what to whom, from verbs and event nouns."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.extract import building, harm, lasting, modality, predication, timing, triggers
from tacitus.extract import scene as scenery
from tacitus.extract.building import ARMED, HARMFUL, Event
from tacitus.extract.harm_words import Harm
from tacitus.extract.last_told import LastTold
from tacitus.extract.layers import Frame
from tacitus.extract.lexicon import predicates, words
from tacitus.extract.predication import REACH, RELATIVE
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty, Kind, Status, kind_of
from tacitus.model.span import merge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.extract.contract import Draft
    from tacitus.extract.governors import Modality
    from tacitus.extract.harm_words import Harmed
    from tacitus.extract.scene import Scene
    from tacitus.model.span import Span
    from tacitus.model.when import When

#: Verbs that name no kind of attack by themselves.
_VAGUE = frozenset({"strike", "hit", "target", "pound"})
_AT = words("at_place")
_NEAR = 2  # sentences back that a definite "the raid" may mean
_LIKE_HOST = frozenset({"attack", "killing", "offensive", "airstrike", "bombing", "shelling", "clash"})


@dataclass(frozen=True, slots=True)
class Events:
    """Step: frames of events with roles, counts, certainty, status and time."""

    name: str = "events"
    version: str = "4"
    needs: frozenset[str] = frozenset({"sentences", "mentions", "entities", "times", "counts"})
    gives: frozenset[str] = frozenset({"frames"})

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with the frames of events added in text order."""
        reader = _Reader()
        found = [e for s in scenery.scenes(draft, with_harm=True) for e in reader.sentence(s)]
        frames = [reader.frame(e) for e in found if e.host is None and not building.is_empty(e)]
        return replace(draft, frames=(*draft.frames, *frames))


class _Reader:
    """Reads sentence after sentence; remembers the last events for what the next sentences add to them."""

    def __init__(self) -> None:
        self.recent: list[Event] = []
        self.kinds: Counter[str] = Counter()
        self.echoes: dict[int, list[Event | Scene]] = {}
        self.told = LastTold()
        self.days: dict[When, Event] = {}
        self.alone: set[int] = set()  # events whose sentence tells no other one that harms

    def sentence(self, scene: Scene) -> list[Event]:
        """Return the events of one sentence, those of harm tied to their hosts."""
        self.told.hear(scene)
        events = [building.read(scene, t) for t in triggers.find(scene.tree) if kind_of(t.predicate.type) is Kind.EVENT]
        events = [e for e in events if not self._inside_threat(e, events)]
        for event in events:
            _take_place_of_clause(event)
            self._sharpen(event)
            if event.type == "killing" and event.trigger.noun:
                _count_deaths(event)
        _absorb(scene, events)
        self._harms(scene, events)
        self._tolls(scene, events)
        for event in events:
            if event.host is None:
                if not any(e.type in HARMFUL for e in events if e is not event):
                    self.alone.add(id(event))
                self._echo(event)
        self.recent += [e for e in events if e.host is None and e.type in HARMFUL and not building.is_empty(e)]
        return events

    def _inside_threat(self, event: Event, events: Sequence[Event]) -> bool:
        """Tell whether the event is what another one threatens or plots; its phrases then go to the threat."""
        tree, at = event.scene.tree, event.trigger.at
        up = tree.head(at)
        for other in events:
            if (
                other.type == "threat"
                and other.trigger.at == up
                and tree.is_a(at, "xcomp", "acl")
                and tree.tokens[at].xpos == "VB"
            ):
                for arg in event.args:
                    if arg.role in ("target", "place"):
                        other.add("target" if arg.role == "target" else "place", arg.value)  # type: ignore[arg-type]  # entity ids
                other.tokens |= event.tokens
                return True
        return False

    def _sharpen(self, event: Event) -> None:
        """Settle vague verbs by what the document has told so far: "hit" after an air strike is an air strike."""
        if event.type not in ARMED:
            return
        if event.trigger.key in _VAGUE and event.type == "attack" and self.kinds:
            event.type = self.kinds.most_common(1)[0][0]
        elif event.type != "attack":
            self.kinds[event.type] += 1

    def _harms(self, scene: Scene, events: list[Event]) -> None:
        """Give every verb of harm to the event that did it; verbs joined by "and" share theirs."""
        tree = scene.tree
        known = {e.trigger.at: e for e in events if e.type in HARMFUL}
        told = [one for one in harm.told(scene) if one.form != "toll" and not harm.is_none(scene, one)]
        hosts = {one.at: harm.host_of(scene, one.at, events) for one in told}
        for at, host in tuple(hosts.items()):
            up = tree.head(at)
            if up in hosts and tree.is_a(at, "conj", "advcl", "parataxis"):
                shared = host or hosts[up] or known.get(up)
                hosts[at] = shared
                hosts[up] = hosts[up] or (shared if shared is not known.get(up) else None)
        for one in told:
            own, host = known.get(one.at), hosts[one.at]
            if host is not None and own is not None and own is not host:
                own.host = host
            target = host or own or self._new_harm(scene, one, events, known)
            if target is not None:
                self._count(scene, one, target, hosted=host is not None)

    def _new_harm(self, scene: Scene, one: Harmed, events: list[Event], known: dict[int, Event]) -> Event | None:
        """Make an event of a verb that only wounds."""
        entry = predicates("v").get("attack")
        if entry is None or one.form != "object" or one.harm is not Harm.WOUNDED or not harm.counts(scene, one):
            return None
        event = building.read(scene, triggers.Trigger(one.at, "wound", noun=False, predicate=entry))
        events.append(event)
        known[one.at] = event
        return event

    def _count(self, scene: Scene, one: Harmed, event: Event, *, hosted: bool) -> None:
        weapon = harm.weapon_type(scene, one.at) if one.form == "object" else ""
        if not hosted and weapon and event.type in {"killing", "attack"}:
            event.type = weapon
            event.args = [a for a in event.args if a.role not in ("target", "victim")]
        if one.harm is Harm.HARMED:
            for head in one.heads:
                event.add("victim", scene.entity(head))
        else:
            for count in harm.counts(scene, one):
                event.add(harm.ROLES[one.harm], count)
        if hosted:
            self._widen(scene, one, event)

    def _widen(self, scene: Scene, one: Harmed, event: Event) -> None:
        """Add the words that tell the harm to those of its event, and the place and actor that they name."""
        tree = scene.tree
        event.tokens |= set(tree.subtree(one.at, without=("parataxis", "acl:relcl", "punct")))
        for head in one.heads:
            event.tokens |= set(tree.subtree(head, without=("acl:relcl", "parataxis")))
        if one.form not in ("object", "subject"):
            return
        entry = predicates("v").get(tree.lemma(one.at), predicates("v")["kill"])
        own = building.read(scene, triggers.Trigger(one.at, tree.lemma(one.at), noun=False, predicate=entry))
        for arg in own.args:
            if arg.role in ("place", "actor") and not event.has(arg.role):
                event.args.append(arg)

    def _tolls(self, scene: Scene, events: list[Event]) -> None:
        found = harm.tolls(scene)
        near = [e for e in self.recent if scene.tree.index - e.scene.tree.index <= _NEAR]
        empty = {one.at for one in harm.told(scene) if harm.is_none(scene, one)}
        for event in events:
            if event.trigger.at in empty and near:
                event.host = near[-1]
        here = [e for e in events if e.type in HARMFUL and e.host is None]
        target = here[-1] if here else near[-1] if near else None
        if not found or target is None:
            return
        for role, count in found:
            if not target.has(role):
                target.add(role, count)
                self.echoes.setdefault(id(target), []).append(scene)

    def _echo(self, event: Event) -> None:
        """Tie "the raid" with nothing but new counts to the event told before."""
        tree = event.scene.tree
        definite = any(tree.word(k) in ("the", "this", "that") for k in tree.on(event.trigger.at, "det"))
        if not (event.trigger.noun and definite) or any(a.role in ("actor", "target", "place") for a in event.args):
            return
        for earlier in reversed(self.recent):
            if tree.index - earlier.scene.tree.index > _NEAR:
                return
            if earlier.type == event.type or event.type in ("attack", "offensive"):
                for arg in event.args:
                    if not earlier.has(arg.role):
                        earlier.args.append(arg)
                event.host = earlier
                self.echoes.setdefault(id(earlier), []).append(event)
                return

    def _identify(self, event: Event, time: When | None) -> None:
        """Take "the June 30 bombing" for the attack of that day that was told before: its type and its actor."""
        if event.type not in ARMED or time is None:
            return
        tree, at = event.scene.tree, event.trigger.at
        definite = event.trigger.noun and any(tree.word(k) == "the" for k in tree.on(at, "det"))
        if definite and not event.has("actor") and time in self.days:
            earlier = self.days[time]
            event.type = earlier.type
            event.args[:0] = [a for a in earlier.args if a.role == "actor"]
        elif event.has("actor") or event.has("target"):
            self.days[time] = event

    def frame(self, event: Event) -> Frame:
        """Return the finished frame of an event."""
        tree = event.scene.tree
        mode = modality.of(tree, event.trigger.at, event.type)
        if event.reached_by is not None and mode.certainty is Certainty.STATED:
            mode = modality.of(tree, event.reached_by, event.type)
        dated = timing.of(event.scene, event.trigger.at, mode.status, self.told.before(tree.index))
        self.told.note(tree.index, dated.when)
        self._identify(event, dated.when)
        named = _of_whom(event, mode) if id(event) in self.alone else ""
        spans = [tree.span(event.tokens), *(_echoed(e) for e in self.echoes.get(id(event), ()))]
        return Frame(
            type=event.type,
            args=tuple(event.args),
            trigger=tree.tokens[event.trigger.at].span,
            sentence=tree.index,
            evidence=merge(spans),
            time=dated.when,
            anchor=dated.anchor,
            certainty=mode.certainty,
            status=mode.status,
            made_by=f"events:{event.trigger.key}{named}.{'n' if event.trigger.noun else 'v'}",
            confidence=0.5 if mode.certainty is Certainty.STATED else 0.4,
        )


def _take_place_of_clause(event: Event) -> None:
    """Take the place of a clause with "when": "two men were killed when their lorry hit a mine in Tera"."""
    scene, tree = event.scene, event.scene.tree
    if event.type not in HARMFUL or event.trigger.noun or event.has("place"):
        return
    for clause in lasting.clauses_with_when(tree, event.trigger.at):
        for function, head in predication.phrases_of(tree, clause):
            if function.split(" ")[0] in _AT and scene.type(head) in (EntityType.PLACE, EntityType.STATE):
                event.add("place", scene.entity(head))


def _of_whom(event: Event, mode: Modality) -> str:
    """Return a mark for the rule of a verb that tells by itself of the violent death of somebody with a name.

    Where the sentence tells of an attack too, the death may be its harm.
    """
    scene = event.scene
    if mode.status is not Status.ACTUAL or not scene.tree.is_passive(event.trigger.at):
        return ""
    named = {scene.entity(h) for h in scene.mentions if scene.type(h) is EntityType.PERSON and scene.is_named(h)}
    is_told = event.type == "killing" and not event.trigger.noun
    return "_named" if is_told and any(a.role == "target" and a.value in named for a in event.args) else ""


def _absorb(scene: Scene, events: Sequence[Event]) -> None:
    """Let an event noun take what its verb tells: "a missile launch that allegedly targeted a base"."""
    tree = scene.tree
    nouns = {e.trigger.at: e for e in events if e.trigger.noun and e.type in HARMFUL}
    for event in events:
        at = event.trigger.at
        if event.trigger.noun or event.trigger.key not in REACH:
            continue
        relative = [s - 1 for s in tree.on(at, "nsubj") if tree.word(s) in RELATIVE]
        hosts = [nouns[h] for h in (*relative, *event.frame.subjects) if h in nouns]
        if hosts:
            event.host = hosts[0]
            event.host.reached_by = at
            event.host.tokens |= event.tokens
            for arg in event.args:
                if arg.role in ("target", "place", "instrument") and arg not in event.host.args:
                    event.host.args.append(arg)


def _count_deaths(event: Event) -> None:
    """Count the dead of a noun: "the deaths of 34 civilians"."""
    for function in ("of", "poss", "mod"):
        for head in event.frame.fillers(function):
            count = event.scene.counted(head) if event.scene.entity(head) else None
            if count is not None and event.has_value(event.scene.entity(head)):
                event.add("killed", count)


def _echoed(echo: Event | Scene) -> Span:
    """Return the words of what a later sentence adds."""
    return echo.scene.tree.span(echo.tokens) if isinstance(echo, Event) else echo.tree.sentence.span
