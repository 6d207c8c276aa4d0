"""Every word that the product's shape is made of: names in the database's catalogue and in the GraphQL schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

import asyncpg
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
)

if TYPE_CHECKING:
    Connection: TypeAlias = asyncpg.Connection[asyncpg.Record]

CATALOGUE = """
select c.relname || '.' || a.attname as name
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
union select conrelid::regclass || ':' || pg_get_constraintdef(oid) from pg_constraint
  where connamespace = 'public'::regnamespace and contype = 'c'
union select proname from pg_proc
  where pronamespace = 'public'::regnamespace and prolang <> (select oid from pg_language where lanname = 'c')
union select typname from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
"""


async def catalogue(connection: Connection) -> list[str]:
    """Tables, columns, allowed values, functions and types."""
    return [row["name"] for row in await connection.fetch(CATALOGUE)]


def schema_names(schema: GraphQLSchema) -> Iterator[str]:
    """Types, fields, arguments and enum values, each with where it stands."""
    for name, kind in schema.type_map.items():
        if name.startswith("__"):
            continue
        yield name
        if isinstance(kind, GraphQLEnumType):
            yield from (f"{name}.{value}" for value in kind.values)
        elif isinstance(kind, (GraphQLObjectType, GraphQLInterfaceType, GraphQLInputObjectType)):
            for field_name, field in kind.fields.items():
                yield f"{name}.{field_name}"
                for argument in getattr(field, "args", {}):
                    yield f"{name}.{field_name}.{argument}"


def words(name: str) -> set[str]:
    """planned_setting, PlanReference, NO_PLAN: the single words in it, in lower case."""
    spaced = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", name)
    return {word.lower() for word in re.findall(r"[A-Za-z]+", spaced)}
