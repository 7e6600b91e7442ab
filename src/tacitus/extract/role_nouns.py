"""Relations told by a role noun: "X, leader of Y", "Y's spokesman, X", "Y fighters", "X is a branch of Y"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract import title_runs
from tacitus.extract.lexicon import typed_words, word_types, words
from tacitus.extract.phrases import base
from tacitus.extract.predication import identified, spread, surface_subjects
from tacitus.extract.relating import ORGANISED, fits, frame
from tacitus.model.claim import Argument
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.layers import Frame
    from tacitus.extract.scene import Scene

_OF = frozenset({"of", "for", "to", "at", "in", "from", "with", "on"})
_NEXT = ("appos", "flat", "compound", "nmod:desc", "nmod")
_FORMER = frozenset({"former", "ex", "late", "ousted", "deposed", "onetime", "erstwhile"})
_SPHERES = frozenset({"network", "orbit", "rank", "umbrella", "structure", "hierarchy", "leadership", "command"})
#: Things that are said and not owned: "the army's statement".
_WRITTEN = words("written_thing")
#: Nouns of persons who serve nobody: with a nation before them they tell where the person comes from.
_PRIVATE = words("private_person")
_RULED = frozenset({"regime", "government", "administration", "force", "army", "troop", "militia", "group"})
#: What a minister or a department is for, and no body: "Ukraine's deputy defence minister".
_DEFENCE = frozenset({"defence", "defense"})
_SIDES = frozenset({EntityType.GROUP, EntityType.FORCE, EntityType.ORG})
_MUTUAL = frozenset({"ally", "rival"})
_FACILITY = frozenset({EntityType.FACILITY, EntityType.THING})
_IN = frozenset({"in", "near", "outside", "inside", "at", "around", "from"})


def read(scene: Scene) -> Iterator[Frame]:
    """Yield the relations that nouns of one sentence tell."""
    tree = scene.tree
    roles = word_types("role_nouns.tsv")
    for i, token in enumerate(tree.tokens):
        if token.upos not in ("NOUN", "PROPN"):
            continue
        relation = roles.get(tree.lemma(i)) or roles.get(tree.word(i), "")
        if relation == "member" and tree.lemma(i) == "minister" and i and tree.word(i - 1) == "prime":
            relation = "leads"
        if relation:
            yield from _of_role(scene, i, relation)
        if tree.lemma(i) in _PRIVATE:
            yield from _of_origin(scene, i)
        yield from _rival_beside(scene, i)
        yield from _owned(scene, i)
        yield from _owned_body(scene, i)
        yield from _placed(scene, i)


def _of_role(scene: Scene, noun: int, relation: str) -> Iterator[Frame]:
    tree = scene.tree
    up = tree.head(noun)
    is_kind = up >= 0 and tree.is_a(noun, "compound", "amod") and bool(tree.on(up, "cop"))  # "is an al-Nur front group"
    people = _bearers(scene, up if is_kind else noun)
    orgs = _anchors(scene, noun)
    if relation in _MUTUAL and not orgs:
        yield from _mutual(scene, noun, relation)
    for person in people:
        for org in orgs:
            if person == org or not fits(scene, relation, person, org):
                continue
            if person == noun and relation == "member" and not _is_body(scene, org):
                continue
            words = {noun, *base(tree, person), *base(tree, org), *_between(noun, person), *_between(noun, org)}
            rule = f"{tree.lemma(noun)}.{'own' if person == noun else 'n'}"
            made = frame(scene, relation, (person, org), (noun, *sorted(words)), rule)
            yield _with_role(scene, made, noun)


def _mutual(scene: Scene, noun: int, relation: str) -> Iterator[Frame]:
    """Yield "X and Y are allies", "the two are rivals": of each other."""
    tree = scene.tree
    told = [s for s in tree.on(noun, "nsubj") if tree.on(noun, "cop") and tree.tokens[noun].xpos == "NNS"]
    sides = [c for s in told for c in tree.conjuncts(s) if scene.entity(c)]
    pairs = [(a, b) for n, a in enumerate(sides) for b in sides[n + 1 :]] if len(sides) > 1 else [(s, s) for s in sides]
    for pair in pairs:
        words = (noun, *base(tree, pair[0]), *_between(pair[0], noun))
        yield frame(scene, relation, pair, words, f"{tree.lemma(noun)}.n")


def _rival_beside(scene: Scene, noun: int) -> Iterator[Frame]:
    """Yield "left X for Y, a rival group": a rival of the only other body of the sentence."""
    tree = scene.tree
    marks = [k for k in tree.on(noun, "amod", "compound") if tree.lemma(k) == "rival"]
    bearer = tree.head(noun)
    if not marks or bearer < 0 or not tree.is_a(noun, "appos", "acl:relcl") or not scene.entity(bearer):
        return
    bodies = {scene.entity(k): k for k in scene.mentions if scene.is_named(k) and scene.type(k) in _SIDES}
    others = [k for entity, k in bodies.items() if entity != scene.entity(bearer)]
    if len(others) == 1 and fits(scene, "rival", bearer, others[0]):
        words = (marks[0], noun, *base(tree, bearer), *base(tree, others[0]))
        yield frame(scene, "rival", (bearer, others[0]), words, "rival.n")


def _of_origin(scene: Scene, noun: int) -> Iterator[Frame]:
    """Yield where a private person comes from: "a Saudi national", "X, a German journalist"; a soldier serves."""
    tree = scene.tree
    lands = [k for k in tree.on(noun, "amod", "compound", "nmod:desc") if k < noun and scene.is_named(k)]
    for person in _bearers(scene, noun):
        for land in (k for first in lands for k in tree.conjuncts(first)):
            if scene.type(land) is EntityType.STATE and fits(scene, "origin", person, land):
                words = (noun, land, *base(tree, person), *_between(noun, land))
                yield frame(scene, "origin", (person, land), words, "private.n")


def _is_body(scene: Scene, org: int) -> bool:
    """Tell whether unnamed persons are worth calling its members: a named body that is no country."""
    return scene.is_named(org) and scene.type(org) is not EntityType.STATE


def _between(a: int, b: int) -> range:
    return range(min(a, b), max(a, b) + 1)


def _with_role(scene: Scene, made: Frame, noun: int) -> Frame:
    if made.type not in ("leads", "member", "kin", "associate"):
        return made
    tree = scene.tree
    words = [*(k for k in tree.on(noun, "amod", "compound") if k < noun and not scene.entity(k)), noun]
    former = any(tree.lemma(k) in _FORMER for k in tree.on(noun, "amod"))
    args = (*made.args, Argument("role", tree.span(words).of(scene.text)))
    return replace(made, args=(*args, Argument("ended", value=True)) if former else args)


def _bearers(scene: Scene, noun: int) -> tuple[int, ...]:
    """Return the heads of those who bear the role: by copula, apposition, or a name set beside the noun."""
    tree = scene.tree
    out: list[int] = []
    if tree.on(noun, "cop"):
        out += [s for s in tree.on(noun, "nsubj") if scene.entity(s)]
    out += [s for s in identified(tree, noun) if scene.entity(s)]
    up = tree.head(noun)
    beside: list[int] = []
    if up >= 0 and tree.is_a(noun, *_NEXT) and _may_bear(scene, up):
        beside.append(up)
    out += [k for k in tree.on(noun, "appos", "flat", "compound", "nmod:desc") if k > noun and _may_bear(scene, k)]
    behind = title_runs.bearer_behind(tree, noun)
    if not out and behind >= 0 and title_runs.is_title(tree.lemma(noun)) and scene.type(behind) is EntityType.PERSON:
        out.append(behind)
    if up >= 0 and tree.lemma(up) in ("be", "become") and tree.is_a(noun, "xcomp", "obj", "attr"):
        out += [s for s in tree.on(up, "nsubj") if scene.entity(s)]
    if up >= 0 and tree.is_a(noun, "nsubj") and tree.on(up, "cop") and _may_bear(scene, up):
        out.append(up)
    # one title before two names belongs to the first, "Leaders X and Y" to both
    is_shared = tree.tokens[noun].xpos in ("NNS", "NNPS") or not tree.is_a(noun, "nmod:desc", "compound", "flat")
    out = [*spread(tree, out), *(spread(tree, beside) if is_shared else beside)]
    if not out and tree.on(noun, "cop"):
        out += [s for s in surface_subjects(tree, noun) if scene.entity(s)]
    if not out and scene.entity(noun) and not tree.is_a(noun, "compound", "flat"):
        out.append(noun)
    return tuple(dict.fromkeys(out))


def _may_bear(scene: Scene, i: int) -> bool:
    return bool(scene.entity(i)) and scene.type(i) in (
        EntityType.PERSON,
        EntityType.GROUP,
        EntityType.ORG,
        EntityType.FORCE,
        EntityType.MEDIA,
    )


def _anchors(scene: Scene, noun: int) -> tuple[int, ...]:
    """Return the heads of what the role is in: "of Y", "Y's", "Y leader", and those of the name or noun it modifies."""
    tree = scene.tree
    out = _modifiers(scene, noun)
    up = tree.head(noun)
    if up >= 0 and tree.is_a(noun, "compound", "nmod:desc", "flat", "amod"):
        out += [k for k in _modifiers(scene, up) if k < noun or tree.preposition(k)]
    before = title_runs.body_before(tree, noun)
    if not out and before >= 0 and title_runs.is_title(tree.lemma(noun)) and _is_body_of_office(scene, before):
        out.append(before)
    return tuple(dict.fromkeys(_owner(scene, k) for k in out if k != noun))


def _is_body_of_office(scene: Scene, i: int) -> bool:
    """Tell whether a name right before a title is a body or place: "US" in "US President", not "Ali" in "Ali Emir"."""
    return scene.is_named(i) and scene.type(i) in ORGANISED | {EntityType.PLACE}


def _owner(scene: Scene, i: int) -> int:
    """Return whose network, orbit or ranks it is, when the anchor is but one of these: "part of X's network"."""
    if scene.tree.lemma(i) not in _SPHERES:
        return i
    around = scene.tree.on(i, "nmod:poss", "compound", "nmod")
    owners = [k for k in around if scene.entity(k) and scene.type(k) in ORGANISED]
    return owners[0] if owners else i


def _modifiers(scene: Scene, noun: int) -> list[int]:
    tree = scene.tree
    before = (c for k in tree.on(noun, "nmod:poss", "compound", "amod") for c in tree.conjuncts(k) if scene.entity(c))
    out = [c for c in before if scene.is_named(c) or tree.lemma(c) not in _DEFENCE]
    out += [
        c for k in tree.on(noun, "nmod") if tree.preposition(k) in _OF for c in tree.conjuncts(k) if scene.entity(c)
    ]
    return out


def _owned(scene: Scene, noun: int) -> Iterator[Frame]:
    """Yield "X's base", "X positions": X owns what is a facility or thing."""
    tree = scene.tree
    if scene.type(noun) not in _FACILITY or not scene.entity(noun) or tree.lemma(noun) in _WRITTEN:
        return
    for k in tree.on(noun, "nmod:poss", "compound"):
        known = typed_words("head_types.tsv").get(tree.lemma(noun)) in _FACILITY
        if known and scene.type(k) in ORGANISED - {EntityType.STATE} and fits(scene, "owns", k, noun):
            kind = "poss" if tree.is_a(k, "nmod:poss") else "comp"
            yield frame(
                scene,
                "owns",
                (k, noun),
                (noun, k, *_between(k, noun)),
                f"possessor.{kind}.{scene.type(noun)}.{int(scene.is_named(k))}",
            )


def _owned_body(scene: Scene, noun: int) -> Iterator[Frame]:
    """Yield "X's War Committee" (affiliate of X) and "X's regime" where X is a person (led by X)."""
    tree = scene.tree
    if scene.type(noun) not in ORGANISED or not scene.entity(noun):
        return
    for k in tree.on(noun, "nmod:poss", "compound"):
        rule = "poss" if tree.is_a(k, "nmod:poss") else "comp"
        words = (noun, k, *_between(k, noun))
        if scene.type(k) is EntityType.PERSON and tree.lemma(noun) in _RULED and fits(scene, "leads", k, noun):
            yield frame(scene, "leads", (k, noun), words, f"ruler.{rule}")
        elif rule == "poss" and scene.is_named(noun) and fits(scene, "affiliate", noun, k):
            yield frame(scene, "affiliate", (noun, k), words, f"body.{scene.type(k)}")


def _placed(scene: Scene, noun: int) -> Iterator[Frame]:
    """Yield "members in Y", "a camp near Y": located."""
    tree = scene.tree
    if scene.type(noun) not in (
        EntityType.GROUP,
        EntityType.PEOPLE,
        EntityType.FORCE,
        EntityType.FACILITY,
    ) or not scene.entity(noun):
        return
    for k in tree.on(noun, "nmod"):
        if (
            tree.preposition(k) in _IN
            and scene.type(k) in (EntityType.PLACE, EntityType.STATE)
            and fits(scene, "located", noun, k)
        ):
            yield frame(
                scene,
                "located",
                (noun, k),
                (noun, *tree.subtree(noun, without=("acl", "appos", "conj", "parataxis"))),
                f"place.{scene.type(noun)}.{int(scene.is_named(noun))}.{tree.preposition(k)}",
            )
