"""Promise 1: nothing in the product refers to a plan, a goal, an offence, a sentence, a prison regime, behaviour."""

from __future__ import annotations

import asyncpg
import pytest
from graphql import GraphQLSchema, build_schema

from tests.conftest import Database
from tests.promises.vocabulary import catalogue, schema_names, words
from vrijplaats.settings import ROOT

FORBIDDEN = {
    "plan",
    "plans",
    "traject",
    "goal",
    "goals",
    "reintegration",
    "rehabilitation",
    "offence",
    "offense",
    "crime",
    "criminal",
    "conviction",
    "sentence",
    "detention",
    "verdict",
    "punishment",
    "delict",
    "basis",
    "plus",
    "behaviour",
    "behavior",
    "conduct",
    "misconduct",
    "recidivism",
    "risk",
    "assessment",
    "bsn",
    "citizen",
    "diagnosis",
    "religion",
    "denomination",
    "ethnicity",
}
# The two answers that turn such a text back, and a volunteer's training module of that name.
ALLOWED = {"PlanReference", "CitizenNumber"}


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema((ROOT / "schema.graphql").read_text(encoding="utf-8"))


def test_no_name_in_the_schema_can_carry_a_plan(schema: GraphQLSchema) -> None:
    found = {name for name in schema_names(schema) if words(name) & FORBIDDEN and name.split(".")[0] not in ALLOWED}
    assert found == set()


async def test_no_name_in_the_database_can_carry_a_plan(database: Database) -> None:
    connection = await asyncpg.connect(database.admin_url)
    try:
        names = [name.replace("TRAINING_BASIS", "") for name in await catalogue(connection)]
    finally:
        await connection.close()
    assert len(names) > 200
    assert {name for name in names if words(name) & FORBIDDEN} == set()


def test_the_visit_regime_is_the_form_of_the_visit_and_nothing_else(
    schema: GraphQLSchema,
) -> None:
    """`regime` is also the word for a detainee's basis or plus regime; here it may only be the visit's own form."""
    carriers = {name for name in schema_names(schema) if "regime" in words(name)}
    values = {f"VisitRegime.{value}" for value in ("OFFICIAL", "REGULAR_HOUR", "OTHER", "UNKNOWN")}
    assert carriers == values | {
        "VisitRegime",
        "Visit.regime",
        "ConfirmVisitInput.regime",
    }
