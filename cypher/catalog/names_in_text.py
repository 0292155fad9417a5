"""Finds the labels, relationship types and properties that a Cypher text names.

A name counts only where its kind is certain. A property counts in the map of a pattern, and after a variable
that a pattern of the text binds: a variable of another origin may hold a map with keys of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cypher.catalog.query_tokens import Token, tokens_of

_NONE = Token("sign", "")
_OPEN, _CLOSE = "([{", ")]}"
_BLOCKS = frozenset({"EXISTS", "COUNT", "COLLECT", "CALL"})
_IN_PATTERN = frozenset({"-", ">", "<"})
_NOT_A_LABEL = frozenset({"NULL", "NOT", "TYPED", "NORMALIZED", "NFC", "NFD", "NFKC", "NFKD"})


@dataclass(frozen=True, slots=True)
class Names:
    """The names in a text, each once, in the order of their appearance.

    `either` are names after a variable outside patterns (``WHERE x:Name``): labels or relationship types.
    """

    labels: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    properties: tuple[str, ...] = ()


def names_in(text: str) -> Names:
    """Return the labels, relationship types and properties that `text` names."""
    return _Scan(tuple(tokens_of(text))).names()


@dataclass(slots=True)
class _Bracket:
    """An open bracket; `head` means that only the variable and labels of a pattern stood in it so far."""

    kind: str
    head: bool = False
    variable: str = ""


@dataclass(slots=True)
class _Scan:
    """One walk through the tokens of a text."""

    tokens: Sequence[Token]
    at: int = 0
    open: list[_Bracket] = field(default_factory=list)
    labels: dict[str, None] = field(default_factory=dict)
    types: dict[str, None] = field(default_factory=dict)
    either: dict[str, None] = field(default_factory=dict)
    properties: dict[tuple[str, str], None] = field(default_factory=dict)  # of a variable, or of none
    bound: set[str] = field(default_factory=set)
    unclear: set[str] = field(default_factory=set)
    copies: dict[str, str] = field(default_factory=dict)

    def names(self) -> Names:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            self._step(token)
        certain = (name for variable, name in self.properties if not variable or self._is_element(variable))
        return Names(tuple(self.labels), tuple(self.types), tuple(self.either), tuple(dict.fromkeys(certain)))

    def _is_element(self, variable: str) -> bool:
        origin = self.copies.get(variable, variable)
        return origin in self.bound and not {origin, variable} & self.unclear

    def _near(self, steps: int) -> Token:
        """The token `steps` after the current one (0), or before it."""
        place = self.at - 1 + steps
        return self.tokens[place] if 0 <= place < len(self.tokens) else _NONE

    @property
    def _top(self) -> _Bracket:
        return self.open[-1] if self.open else _Bracket("")

    def _step(self, token: Token) -> None:
        read: Mapping[str, Callable[[], None]] = {":": self._colon, "{": self._brace, "(": self._round}
        if token.text in read:
            read[token.text]()
        elif token.text == "[":
            self._enter("rel" if self._near(-1).text == "-" else "list")
        elif token.text in _CLOSE:
            del self.open[-1:]
        elif token.kind == "selector":
            self._selector(token)
        elif token.kind == "chain":
            self._chain(token)
        elif token.text not in {"*", ".."} and token.kind != "value":
            self._leave_head()

    def _leave_head(self) -> None:
        if self.open:
            self.open[-1].head = False

    def _enter(self, kind: str) -> None:
        pattern = kind in ("node", "rel")
        self.open.append(_Bracket(kind, pattern))
        name, after = self._near(1).name, self._near(2)
        if pattern and name and self._binds(kind, after):
            self.bound.add(name)

    def _binds(self, kind: str, after: Token) -> bool:
        """Whether the first name in a bracket is the variable of a pattern."""
        if kind == "rel" or after.text in (":", "{"):
            return True
        before = self._near(-1)
        in_pattern = before.text in _IN_PATTERN or before.keyword == "MATCH"
        return after.text == ")" and (in_pattern or self._near(3).text in _IN_PATTERN)

    def _round(self) -> None:
        before = self._near(-1)
        is_call = before.kind == "chain" and not before.keyword
        self._leave_head()
        self._enter("call" if is_call else "node")

    def _brace(self) -> None:
        before, top = self._near(-1), self._top
        if top.head and top.kind in ("node", "rel"):
            top.head = False
            self.open.append(_Bracket("properties"))
        elif before.text.upper() in _BLOCKS or before.text in (")", ">", "-"):
            self.open.append(_Bracket("block"))
        elif before.name:
            self.open.append(_Bracket("projection", variable=before.name))
        else:
            self.open.append(_Bracket("map"))

    def _colon(self) -> None:
        top, before = self._top, self._near(-1)
        if top.kind == "properties" and before.name:
            self.properties["", before.name] = None
        elif top.kind not in ("properties", "map", "projection"):
            self._name_labels()

    def _name_labels(self) -> None:
        """Read a label expression, such as ``A|B`` or ``!(A&B)``, from the current place."""
        top = self._top
        kinds = {"node": self.labels, "rel": self.types} if top.head else {}
        found = kinds.get(top.kind, self.either)
        for name in self._label_expression(in_list=top.kind == "list"):
            found[name] = None

    def _label_expression(self, *, in_list: bool) -> Iterator[str]:
        wanted, depth = True, 0
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if wanted and (token.name or (token.kind == "chain" and len(token.parts) == 1)):
                yield token.parts[0]
                wanted = False
            elif wanted and token.text in ("!", "(", ":"):
                depth += token.text == "("
            elif wanted and token.text == "%":
                wanted = False
            elif (not wanted and token.text in ("&", ":")) or (token.text == "|" and not in_list):
                wanted = True
            elif not wanted and token.text == ")" and depth:
                depth -= 1
            else:
                return
            self.at += 1

    def _selector(self, token: Token) -> None:
        top = self._top
        if top.kind == "projection" and self._near(-1).text in ("{", ","):
            self.properties[top.variable, token.parts[0]] = None

    def _chain(self, token: Token) -> None:
        if token.text.upper() == "IS" and self._top.head and self._near(1).text.upper() not in _NOT_A_LABEL:
            self._name_labels()
        elif token.keyword == "AS":
            self._alias(self._near(1).name)
        elif token.keyword:
            self._leave_head()
        elif len(token.parts) > 1:
            self._access(token)
        elif self._near(1).keyword == "IN" and self._near(-1).text in ("[", "("):
            self.unclear.add(token.name)  # the variable of a comprehension

    def _access(self, token: Token) -> None:
        self._leave_head()
        if self._near(1).text != "(" and self._near(-1).keyword not in ("CALL", "USE", "YIELD"):
            self.properties[token.parts[0], token.parts[1]] = None

    def _alias(self, name: str) -> None:
        origin, before = self._near(-1).name, self._near(-2)
        if origin and (before.keyword in ("WITH", "DISTINCT", "UNWIND", "RETURN") or before.text == ","):
            if origin != name:
                self.copies[name] = origin
        elif name:
            self.unclear.add(name)
