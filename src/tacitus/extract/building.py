"""An event while it is read: roles filled from the tree, the type settled by the weapon."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tacitus.extract import predication
from tacitus.extract.lexicon import word_types, words
from tacitus.model.claim import Argument
from tacitus.model.entity import EntityType
from tacitus.model.ontology import COUNT_ROLES, EVENT_ROLES, ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.predication import Predication
    from tacitus.extract.scene import Scene
    from tacitus.extract.triggers import Trigger
    from tacitus.model.count import Count

#: Types whose dead and wounded are counted.
HARMFUL = frozenset(name for name, roles in EVENT_ROLES.items() if "killed" in roles)
#: Functions that only the phrases of a noun have.
_OF_NOUNS = frozenset({"of", "poss", "mod"})
#: Types that differ only by the weapon.
ARMED = frozenset({"attack", "airstrike", "shelling", "bombing"})
#: Types whose target may be a place: gained, left, reached, aimed at.
_TO_PLACE = frozenset(
    {"capture", "withdrawal", "deployment", "controls", "threat", "located", "offensive", "destruction"}
)
_AT = words("at_place")
_HELP = words("help")
_FIGHTERS = words("fighters")
#: Types whose targets are counted.
COUNTED = frozenset({"arrest", "abduction", "release", "displacement"})
#: Types whose target is always persons or a body of them.
_OF_PERSONS = frozenset({"killing", "abduction", "arrest", "removal", "appointment", "trial", "displacement"})
_PERSONS = frozenset(EntityType) - {EntityType.THING, EntityType.FACILITY, EntityType.PLACE, EntityType.MEDIA}
_SEIZED = frozenset({EntityType.PERSON, EntityType.PEOPLE})
_OFFICIAL = frozenset({EntityType.STATE, EntityType.FORCE})
_OWNERS = frozenset({EntityType.STATE, EntityType.GROUP, EntityType.FORCE})
#: Types whose target is an organisation.
_OF_BODIES = frozenset({"formation", "merger", "dissolution"})
_BODIES = frozenset({EntityType.GROUP, EntityType.FORCE, EntityType.ORG, EntityType.MEDIA, EntityType.STATE})
_SITES = frozenset({EntityType.PLACE, EntityType.STATE, EntityType.FACILITY})


@dataclass(slots=True)
class Event:
    """An event on its way to a frame.

    Attributes:
        scene: The sentence.
        trigger: The word that names it.
        frame: Its deep arguments.
        type: Claim type, as settled so far.
        args: Roles with values.
        tokens: Tokens whose words are evidence.
        host: The event that took this one in, when it only tells its harm.
        weapons: Words that may tell the weapon.
        reached_by: Token of a verb that tells what the event noun hit, whose hedges hold for it too.
    """

    scene: Scene
    trigger: Trigger
    frame: Predication
    type: str
    args: list[Argument] = field(default_factory=list)
    tokens: set[int] = field(default_factory=set)
    host: Event | None = None
    weapons: list[str] = field(default_factory=list)
    reached_by: int | None = None

    def add(self, role: str, value: str | Count) -> None:
        """Add a role once; a role that the type does not have is left out."""
        arg = Argument(role, value)
        if role in ROLES[self.type] and value and arg not in self.args:
            self.args.append(arg)

    def has(self, role: str) -> bool:
        """Tell whether a role is filled."""
        return any(a.role == role for a in self.args)

    def fill(self) -> None:
        """Fill the roles from the deep arguments."""
        for role, head in self._fillers():
            self._take(role, head)
        for function, head in self.frame.phrases:
            if function.split(" ")[0] in _AT or function.endswith(" of"):
                self._take_place(head)
        for head in self.frame.objects or self.frame.fillers("on"):
            self._take_inner_places(head)
        self._settle_word()
        if self.type in COUNTED:
            self._count_targets()
        if self.trigger.predicate.template == "move" and self.frame.objects and not self._moves_forces():
            self.args.clear()
        if self.type == "deployment":
            self._settle_deployment()
        elif self.type == "capture":
            self._settle_capture()
        self._settle()

    def _settle_capture(self) -> None:
        """Let who is captured decide: persons are arrested by a state or force, and abducted by others."""
        scene = self.scene
        targets = [h for r, h in self._fillers() if r == "target" and scene.entity(h)]
        if not targets or not all(self._is_captive(h) for h in targets):
            return
        by_state = any(scene.type(h) in _OFFICIAL for r, h in self._fillers() if r == "actor")
        self.type = "arrest" if by_state else "abduction"
        self.args = [a for a in self.args if a.role in ROLES[self.type]]
        self._count_targets()

    def _is_captive(self, head: int) -> bool:
        """Tell whether who is captured is a person; a name of one word may as well be a town's."""
        scene = self.scene
        is_short = scene.is_named(head) and not self.scene.tree.on(head, "flat", "compound")
        return scene.type(head) in _SEIZED and not is_short

    def _settle_deployment(self) -> None:
        """Let forces that nobody is said to send be who goes, and the place where they are the place they went to."""
        forces = {self.scene.entity(h) for h in self.frame.objects if self.scene.type(h) is not EntityType.THING}
        has_sender, has_end = self.has("actor"), self.has("target")
        for n, arg in enumerate(self.args):
            if arg.role == "instrument" and arg.value in forces and not has_sender:
                self.args[n] = Argument("actor", arg.value)
            elif arg.role == "place" and not has_end:
                self.args[n] = Argument("target", arg.value)

    def _moves_forces(self) -> bool:
        """Tell whether what is sent can fight: a force, fighters, weapons; a letter or a message is no deployment."""
        scene = self.scene
        kinds = {scene.type(h) for h in self.frame.objects}
        lemmas = {scene.tree.lemma(h) for h in self.frame.objects}
        return bool(
            kinds & {EntityType.FORCE, EntityType.GROUP} or lemmas & (_FIGHTERS | word_types("weapons.tsv").keys())
        )

    def _count_targets(self) -> None:
        """Count those arrested, taken, freed or displaced, where the words say how many."""
        scene = self.scene
        harmed = [h for one in scene.harmed if one.at == self.trigger.at for h in (*one.heads, *one.parts)]
        for arg in tuple(self.args):
            heads = [h for _, h in self._fillers() if scene.entity(h) == arg.value and arg.role == "target"]
            harmed += heads if not harmed else ()
        for head in harmed:
            count = scene.counted(head)
            if count is not None and (count.words or (count.max == 1 and not scene.is_named(head))):
                self.add("count", count)

    def _settle_word(self) -> None:
        """Let the objects of words of many meanings decide: who receives orders gets no aid."""
        if self.trigger.key == "leave":
            self._settle_leaving()
        elif self.trigger.key == "receive" and not self.has("instrument"):
            helps = any(self.scene.tree.lemma(i) in _HELP for i in self.frame.objects)
            self.args = self.args if helps else []

    def _settle_leaving(self) -> None:
        """Let what is left decide: a place is withdrawn from, an organisation split from; other leaving is no event."""
        kinds = {self.scene.type(h) for h in self.frame.objects}
        if kinds & {EntityType.GROUP, EntityType.ORG, EntityType.FORCE}:
            is_told = self.scene.tree.tokens[self.trigger.at].xpos != "VBG"  # "leaving parties at a crossroads"
            self.type, self.trigger = "split", replace(self.trigger, key="leave_body" if is_told else "leave")
        elif not kinds & {EntityType.PLACE, EntityType.FACILITY}:
            self.args.clear()

    def _fillers(self) -> Iterator[tuple[str, int]]:
        for function, role in self.trigger.predicate.roles.items():
            if function in _OF_NOUNS and not self.trigger.noun:
                continue
            is_receiver = function == "obj" and self.trigger.predicate.template == "give" and self.frame.fillers("with")
            for head in self.frame.fillers(function):
                if head != self.trigger.at:  # "supplied the rebels with rifles"
                    yield "target" if is_receiver else role, head

    def _take(self, role: str, head: int) -> None:
        scene = self.scene
        entity, kind = scene.entity(head), scene.type(head)
        if role in ("role", "topic"):
            self.add(role, scene.describes(head))
            return
        if not entity:
            self._note_weapon(head)
            return
        if role == "actor" and kind in (EntityType.THING, EntityType.FACILITY, EntityType.PLACE):
            self._take_non_agent(kind, head)
            return
        if role == "target" and self.type in _OF_PERSONS and kind not in _PERSONS:
            return
        if role == "target" and self.type in _OF_BODIES and kind not in _BODIES:
            return
        if role == "target" and kind is EntityType.PLACE and self.type not in _TO_PLACE:
            if self._is_aimed_at(head):
                self.add("target", entity)
            role = "place" if self.type in EVENT_ROLES else role
        if role == "instrument":
            self._note_weapon(head)
        if role == "place" and kind not in _SITES:
            return
        self.add(role, entity)

    def _is_aimed_at(self, head: int) -> bool:
        """Tell whether a place is named as what was aimed at: "shelled the town", "strikes against the town"."""
        is_object = head in self.frame.objects and not self.trigger.noun
        return self.type in ARMED and (is_object or self.scene.tree.preposition(head) == "against")

    def _take_non_agent(self, kind: EntityType, head: int) -> None:
        entity = self.scene.entity(head)
        if kind is EntityType.THING:
            self._note_weapon(head)
            self.add("instrument", entity)
            for owner in self.scene.tree.on(head, "nmod:poss", "compound", "amod"):
                if self.scene.entity(owner) and self.scene.type(owner) in _OWNERS:
                    self.add("actor", self.scene.entity(owner))
        elif self.trigger.noun:
            self.add("target" if kind is EntityType.FACILITY else "place", entity)
        elif kind is EntityType.PLACE:
            self.add("actor", entity)

    def _take_place(self, head: int) -> None:
        scene = self.scene
        if scene.type(head) in (EntityType.PLACE, EntityType.STATE) and not self.has_value(scene.entity(head)):
            self.add("place", scene.entity(head))
            self._take_inner_places(head)
        elif scene.type(head) is EntityType.FACILITY and not self.has_value(scene.entity(head)):
            self.add("target" if self.type in ARMED and not self.has("target") else "place", scene.entity(head))
            self._take_inner_places(head)

    def _take_inner_places(self, head: int) -> None:
        """Take the place of a thing for the place of what happens to it: "a convoy near the town of Tera"."""
        tree = self.scene.tree
        for inner in tree.on(head, "nmod"):
            near = tree.preposition(inner).split(" ")[0] in _AT
            if near and self.scene.type(inner) in _SITES and not self.has_value(self.scene.entity(inner)):
                self.add("place", self.scene.entity(inner))
                self._take_inner_places(inner)

    def has_value(self, entity: str) -> bool:
        """Tell whether an entity fills some role already."""
        return not entity or any(a.value == entity for a in self.args)

    def _note_weapon(self, head: int) -> None:
        tree = self.scene.tree
        if tree.lemma(head) in _HELP:  # "with the support of helicopters": others fly them
            return
        around = tree.on(head, "compound", "amod", "nmod")
        if "suicide" in {tree.lemma(i) for i in around}:  # a suicide bomber is no aircraft
            self.weapons.append("suicide")
            return
        for i in (head, *around):
            self.weapons += [tree.lemma(i), tree.word(i)]

    def _settle(self) -> None:
        """Let the weapon decide between air strike, shelling, bombing and other attack."""
        if self.type not in ARMED:
            return
        tree = self.scene.tree
        for i in (*self.trigger.parts, *tree.on(self.trigger.at, "compound", "amod")):
            self.weapons.append(tree.lemma(i))
        for head in (*self.frame.subjects, *(h for f, h in self.frame.phrases if f in ("with", "by", "using", "from"))):
            self._note_weapon(head)
        kinds = word_types("weapons.tsv")
        for weapon in self.weapons:
            if weapon in kinds and not (kinds[weapon] == "attack" and self.type != "attack"):
                self.type = kinds[weapon]
                return


def read(scene: Scene, trigger: Trigger) -> Event:
    """Return the event that a trigger names, with the roles that its own phrases fill."""
    tree = scene.tree
    frame = predication.of_noun(tree, trigger.at) if trigger.noun else predication.of_verb(tree, trigger.at)
    if not trigger.noun:
        frame = frame.with_phrases(p for part in trigger.parts for p in predication.phrases_of(tree, part))
    event = Event(scene, trigger, frame, trigger.predicate.type)
    event.fill()
    event.tokens = set(_words(event))
    return event


def _words(event: Event) -> Iterator[int]:
    """Yield the tokens of the clause or phrase that makes the event."""
    tree, at = event.scene.tree, event.trigger.at
    yield from tree.subtree(at, without=("conj", "cc", "parataxis", "acl:relcl", "advcl", "punct", "mark"))
    for head in (*event.frame.subjects, *event.frame.objects):
        yield from tree.subtree(head, without=("acl:relcl", "appos", "parataxis", "conj", "cc", "acl"))
    verb = tree.head(at)
    if event.trigger.noun and verb >= 0 and tree.lemma(verb) in predication.LIGHT | predication.HAPPEN:
        yield from tree.subtree(verb, without=("conj", "cc", "parataxis", "advcl", "punct", "mark"))


def is_empty(event: Event) -> bool:
    """Tell whether the event says nothing about anybody: no role but perhaps an instrument."""
    return not any(a.role not in ("instrument", "topic", "media") or a.role in COUNT_ROLES for a in event.args)
