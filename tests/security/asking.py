"""Questions for every field of the schema: a way to each of them, and arguments that can be read but name nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    build_schema,
    get_named_type,
)

from vrijplaats.core.rights import place_of
from vrijplaats.settings import ROOT

SCHEMA: GraphQLSchema = build_schema((ROOT / "schema.graphql").read_text(encoding="utf-8"))
Place = tuple[str, str]
# each step: the type a field is asked of (a member of a union is named), and the field
Way = tuple[Place, ...]
_PLAIN: dict[str, Any] = {
    "String": "Ravi",
    "Int": 1,
    "Float": 1.0,
    "Boolean": False,
    "Date": "2026-01-01",
    "DateTime": "2026-01-01T10:00:00Z",
}


def fields() -> Iterator[tuple[GraphQLObjectType | GraphQLInterfaceType, str]]:
    """Every field of every type that can be answered."""
    for kind in SCHEMA.type_map.values():
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType) and not kind.name.startswith("__"):
            yield from ((kind, name) for name in kind.fields)


def ways(may: Callable[[Place], bool]) -> dict[Place, Way]:
    """The shortest way to every field by fields that `may` be asked; queries are tried before mutations."""
    found: dict[Place, Way] = {}
    for root in ("Query", "Mutation"):
        waiting: deque[tuple[str, Way]] = deque([(root, ())])
        entered: set[str] = set()
        while waiting:
            kind_name, way = waiting.popleft()
            if kind_name in entered:
                continue
            entered.add(kind_name)
            kind = SCHEMA.type_map[kind_name]
            assert isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
            for name, field in kind.fields.items():
                step = (*way, (kind_name, name))
                found.setdefault((kind_name, name), step)
                if may(place_of(kind, name)):
                    waiting.extend((each, step) for each in _answers(get_named_type(field.type)))
    return found


def document(way: Way) -> tuple[str, dict[str, Any]]:
    """A question that goes this way, and its variables."""
    last = _field(way[-1])
    inner = "" if not _answers(get_named_type(last.type)) else "{ __typename }"
    variables: dict[str, Any] = {}
    kinds: list[str] = []
    for number, (kind, name) in reversed(list(enumerate(way))):
        arguments = []
        for argument, definition in _field((kind, name)).args.items():
            if isinstance(definition.type, GraphQLNonNull):
                variable = f"{argument}{number}"
                kinds.append(f"${variable}: {definition.type}")
                arguments.append(f"{argument}: ${variable}")
                variables[variable] = value(definition.type)
        given = f"({', '.join(arguments)})" if arguments else ""
        inner = f"{{ ... on {kind} {{ {name}{given} {inner} }} }}"
    verb = "mutation" if way[0][0] == "Mutation" else "query"
    return f"{verb} Q{'(' + ', '.join(kinds) + ')' if kinds else ''} {inner}", variables


def value(kind: GraphQLInputType) -> Any:
    """Something readable of this type; ids are those of nothing."""
    if isinstance(kind, GraphQLNonNull):
        return value(kind.of_type)
    if isinstance(kind, GraphQLList):
        return [value(kind.of_type)]
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    if isinstance(kind, GraphQLInputObjectType):
        needed = {name: field.type for name, field in kind.fields.items() if isinstance(field.type, GraphQLNonNull)}
        return {name: value(inner) for name, inner in needed.items()}
    return str(uuid4()) if kind.name == "ID" else _PLAIN[kind.name]


def _field(place: Place) -> GraphQLField:
    kind = SCHEMA.type_map[place[0]]
    assert isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
    field: GraphQLField = kind.fields[place[1]]
    return field


def _answers(kind: GraphQLNamedType) -> list[str]:
    """The types whose fields can be asked of an answer of this type."""
    if isinstance(kind, GraphQLUnionType):
        return [*(member.name for member in kind.types), *({i.name for m in kind.types for i in m.interfaces})]
    return [kind.name] if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType) else []
