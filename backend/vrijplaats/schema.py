"""The GraphQL schema: every feature's Query and Mutation, merged; and how it is printed to /schema.graphql."""

from importlib import import_module
from importlib.util import find_spec

import strawberry
from graphql import GraphQLSchema, lexicographic_sort_schema
from graphql import print_schema as print_graphql_schema
from strawberry.schema.config import StrawberryConfig
from strawberry.tools import merge_types

from vrijplaats.core.scalars import SCALARS

FEATURES = (
    "accounts",
    "accounts.passkeys",
    "accounts.codes",
    "accounts.details",
    "accounts.sso",
    "accounts.invitations",
    "accounts.people",
    "accounts.tenants",
    "accounts.recovery",
    "accounts.settings",
    "accounts.deputies",
    "facilities",
    "volunteers",
    "volunteers.register",
    "volunteers.file",
    "volunteers.credentials",
    "volunteers.admissions",
    "volunteers.policy",
    "volunteers.joining",
    "volunteers.sealed",
    "volunteers.notes",
    "volunteers.calls",
    "volunteers.availability",
    "requests",
    "requests.inbox",
    "requests.handover",
    "requests.views",
    "matching",
    "matching.assignment",
    "matching.leaving",
    "matching.absence",
    "matching.weights",
    "matching.waves",
    "matching.continuity",
    "matching.care",
    "visits",
    "visits.papers",
    "visits.calendar",
    "visits.series",
    "visits.rates",
    "programmes",
    "reports",
    "reports.overview",
    "notices",
    "audit",
    "notices.push",
    "notices.letters",
    "notices.messages",
    "mydata.corrections",
    "mydata.leaving",
)


def _parts(name: str) -> tuple[type, ...]:
    modules = [f"vrijplaats.{feature}.graphql" for feature in FEATURES if find_spec(f"vrijplaats.{feature}")]
    present = [import_module(module) for module in modules if find_spec(module)]
    return tuple(getattr(module, name) for module in present if hasattr(module, name))


def build_schema() -> GraphQLSchema:
    """The executable schema."""
    schema = strawberry.Schema(
        query=merge_types("Query", _parts("Query")),
        mutation=merge_types("Mutation", _parts("Mutation")),
        config=StrawberryConfig(disable_field_suggestions=True, scalar_map=SCALARS),
    )
    return schema._schema


def print_schema() -> str:
    """The schema as text, sorted, so that it changes only when the schema does."""
    return print_graphql_schema(lexicographic_sort_schema(build_schema())) + "\n"
