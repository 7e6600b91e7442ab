"""From what people write to a condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.ask.where.errors import WhereError
from tacitus.ask.where.fields import Field, Mode, Op, fields
from tacitus.ask.where.tokens import Shape, Token, tokens
from tacitus.ask.where.tree import And, Check, Condition, Not, Or
from tacitus.ledger.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable

#: So many brackets and "not" may stand inside of one another.
DEPTH = 50
_SIGNS = ("=", "!=", "<", "<=", ">", ">=", "~")


def read(text: str) -> Condition:
    """Return the condition that a text says; `docs/where.md` has the grammar.

    Raises:
        WhereError: If it cannot be read: the message says where, and what is allowed there.

    Examples:
        >>> print(read('type in (airstrike, shelling) and not (killed < 20 or place is unknown)'))
        type in (airstrike, shelling) and not (killed < 20 or place is unknown)
    """
    return _Parser(text).whole()


class _Parser:
    """One pass over the tokens of a condition; each method reads what its name says and stands behind it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tuple(tokens(text))
        self._at = 0
        self._depth = 0

    def whole(self) -> Condition:
        found = self._either()
        if self._next.shape is not Shape.END:
            raise self._wrong("this cannot follow", "and, or, or the end")
        return found

    def _either(self) -> Condition:
        parts = self._chain("or", self._both)
        return parts[0] if len(parts) == 1 else Or(parts)

    def _both(self) -> Condition:
        parts = self._chain("and", self._one)
        return parts[0] if len(parts) == 1 else And(parts)

    def _chain(self, word: str, part: Callable[[], Condition]) -> tuple[Condition, ...]:
        parts = [part()]
        while self._take_word(word):
            parts.append(part())
        return tuple(parts)

    def _one(self) -> Condition:
        """Read a check, or what stands behind "not" or in brackets."""
        self._depth += 1
        if self._depth > DEPTH:
            raise self._wrong("too many brackets inside of one another", f"at most {DEPTH}")
        found: Condition
        if self._take_word("not"):
            found = Not(self._one())
        elif self._take_sign("("):
            found = self._either()
            if not self._take_sign(")"):
                raise self._wrong("a bracket is not closed", "and, or, )")
        else:
            found = self._check()
        self._depth -= 1
        return found

    def _check(self) -> Condition:
        first = self._next
        mode = Mode(self._step().text.lower()) if first.is_word(*Mode) else None
        field = self._field()
        is_not = self._next.is_word("not") and self._tokens[self._at + 1].is_word("in")
        if is_not:
            self._step()
        sign = self._next
        op = self._op(field)
        if mode is not None and not field.takes_mode(op):
            raise WhereError(
                self._text,
                (first.start, sign.end),
                f"{field.name} {op} is either so or not",
                "may and must before a time or number that is compared by size",
            )
        found = Check(field.name, op, self._values(field, op), mode)
        return Not(found) if is_not else found

    def _field(self) -> Field:
        token = self._next
        known = fields()
        if token.shape is Shape.WORD and token.text.lower() in known:
            self._step()
            return known[token.text.lower()]
        if token.shape is not Shape.WORD:
            raise self._wrong("a field is missing", f"not, (, {', '.join(known)}")
        near = nearest(token.text, known)
        hint = f". Nearest: {', '.join(near)}" if near else ""
        raise self._wrong(f"{token.text!r} is no field{hint}", ", ".join(known))

    def _op(self, field: Field) -> Op:
        token = self._next
        if token.is_sign(*_SIGNS):
            op = Op(token.text)
        elif token.is_word("in"):
            op = Op.IN
        elif token.is_word("is"):
            return self._whether_known(field)
        else:
            raise self._wrong(f"{field.name} is compared with nothing", ", ".join(field.ops))
        if op not in field.ops:
            raise self._wrong(f"{field.name} holds {field.sort}; {op} does not compare it", ", ".join(field.ops))
        self._step()
        return op

    def _whether_known(self, field: Field) -> Op:
        """Read "is known" or "is unknown"."""
        if Op.KNOWN not in field.ops:
            raise self._wrong(f"{field.name} is always known", ", ".join(field.ops))
        self._step()
        if not self._next.is_word("known", "unknown"):
            raise self._wrong("what it is, is missing", "is known, is unknown")
        return Op(f"is {self._step().text.lower()}")

    def _values(self, field: Field, op: Op) -> tuple[str, ...]:
        if op in (Op.KNOWN, Op.UNKNOWN):
            return ()
        if op is not Op.IN or not self._take_sign("("):
            return (self._value(field, op),)
        values = [self._value(field, op)]
        while self._take_sign(","):
            values.append(self._value(field, op))
        if not self._take_sign(")"):
            raise self._wrong("the list is not closed", "a comma or )")
        return tuple(values)

    def _value(self, field: Field, op: Op) -> str:
        token = self._next
        if token.shape not in (Shape.WORD, Shape.QUOTED):
            raise self._wrong(f"what {field.name} is compared with is missing", "a word, or a text in quotes")
        allowed = field.trouble(op, token.text)
        if allowed:
            near = nearest(token.text, field.choices)
            hint = f". Nearest: {', '.join(near)}" if near else ""
            raise self._wrong(f"{token.text!r} is nothing that {field.name} can be{hint}", allowed)
        return self._step().text

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _step(self) -> Token:
        token = self._next
        self._at += 1
        return token

    def _take_word(self, word: str) -> bool:
        return self._next.is_word(word) and bool(self._step())

    def _take_sign(self, sign: str) -> bool:
        return self._next.is_sign(sign) and bool(self._step())

    def _wrong(self, said: str, allowed: str) -> WhereError:
        token = self._next
        return WhereError(self._text, (token.start, max(token.end, token.start + 1)), said, allowed)
