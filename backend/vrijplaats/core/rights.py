"""Who may ask which field: the declared matrix (access.toml), read once and enforced before anything is carried out.

A document is walked once for each role and the verdict is kept with it, so that a known question costs one look-up.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionSetNode,
    default_field_resolver,
    get_named_type,
)

from vrijplaats.core.actor import Role


@dataclass(frozen=True, slots=True)
class Right:
    """Of one field: the roles that read it, and those for whom it is there and always empty."""

    roles: frozenset[Role]
    null_for: frozenset[Role] = frozenset()


Rights = Mapping[tuple[str, str], Right]


def declared(path: Path) -> dict[tuple[str, str], Right]:
    """The matrix by type and field."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return {(kind, field): _right(value) for kind, fields in content.items() for field, value in fields.items()}


def _right(value: Any) -> Right:
    given = value if isinstance(value, Mapping) else {"roles": value}
    return Right(_roles(given["roles"]), _roles(given.get("null_for", [])))


def _roles(names: list[str]) -> frozenset[Role]:
    return frozenset(Role(name.upper()) for name in names)


def place_of(kind: GraphQLNamedType, field: str) -> tuple[str, str]:
    """Where a field is declared: at the interface it comes from, so that both ways to it answer alike."""
    interfaces = kind.interfaces if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType) else ()
    return next(((each.name, field) for each in interfaces if field in each.fields), (kind.name, field))


def empty_for_others(schema: GraphQLSchema, rights: Rights) -> None:
    """Let the fields with `null_for` answer nothing to those roles, whatever their resolver would say."""
    for (kind, name), right in rights.items():
        if right.null_for:
            field = with_fields(schema.type_map[kind]).fields[name]
            if isinstance(field.type, GraphQLNonNull):
                raise ValueError(f"{kind}.{name} can never be null")
            field.resolve = _unless(right.null_for, field.resolve or default_field_resolver)


def with_fields(kind: GraphQLNamedType) -> GraphQLObjectType | GraphQLInterfaceType:
    """A type of the schema, where only what has fields can have come: validation and the matrix know no other."""
    assert isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
    return kind


def _unless(roles: frozenset[Role], resolve: Callable[..., Any]) -> Callable[..., Any]:
    def resolved(source: Any, info: Any, **arguments: Any) -> Any:
        actor = info.context.actor
        return None if actor is None or actor.role in roles else resolve(source, info, **arguments)

    return resolved


class Asking:
    """One operation of a document, and what is refused to whom in it."""

    def __init__(
        self,
        schema: GraphQLSchema,
        rights: Rights,
        root: GraphQLObjectType,
        selections: SelectionSetNode,
        fragments: Mapping[str, FragmentDefinitionNode],
    ) -> None:
        self._schema, self._rights, self._fragments = schema, rights, fragments
        self._root, self._selections = root, selections
        self._verdicts: dict[Role, str | None] = {}

    @property
    def first(self) -> str:
        """The name of its first field: what was asked, in the words of the schema."""
        return next(self._names(self._selections))

    def _names(self, selections: SelectionSetNode) -> Iterator[str]:
        for node in selections.selections:
            if isinstance(node, FieldNode):
                yield node.name.value
            elif isinstance(node, FragmentSpreadNode):
                yield from self._names(self._fragments[node.name.value].selection_set)
            elif isinstance(node, InlineFragmentNode):
                yield from self._names(node.selection_set)

    def refused(self, role: Role) -> str | None:
        """The first field that is not this role's to ask, as "Type.field"; None when all of them are."""
        if role not in self._verdicts:
            self._verdicts[role] = next(self._walk(self._root, self._selections, role, set()), None)
        return self._verdicts[role]

    def _walk(self, kind: GraphQLNamedType, selections: SelectionSetNode, role: Role, seen: set[str]) -> Iterator[str]:
        for node in selections.selections:
            if isinstance(node, FieldNode):
                yield from self._field(kind, node, role, seen)
            elif isinstance(node, InlineFragmentNode):
                named = node.type_condition
                inner = self._schema.type_map[named.name.value] if named else kind
                yield from self._walk(inner, node.selection_set, role, seen)
            elif isinstance(node, FragmentSpreadNode) and node.name.value not in seen:
                seen.add(node.name.value)
                fragment = self._fragments[node.name.value]
                inner = self._schema.type_map[fragment.type_condition.name.value]
                yield from self._walk(inner, fragment.selection_set, role, seen)

    def _field(self, kind: GraphQLNamedType, node: FieldNode, role: Role, seen: set[str]) -> Iterator[str]:
        name = node.name.value
        if name.startswith("__"):  # the schema itself, which is no secret; production answers no question about it
            return
        right = self._rights.get(place_of(kind, name))
        if right is not None and role in right.null_for:
            return
        if right is None or role not in right.roles:
            yield f"{kind.name}.{name}"
        elif node.selection_set is not None:
            field = with_fields(kind).fields[name]
            yield from self._walk(get_named_type(field.type), node.selection_set, role, seen)
