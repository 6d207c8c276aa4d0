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
# A chaplaincy activity may have a denomination, which somebody asks for or helps with; a person has none, and there is
# no other name for one.
OF_AN_ACTIVITY = {
    *("ActivityDenomination", "VisitRequest.activityDenomination", "RequestVisitInput.activityDenomination"),
    *("VolunteerFile.activityDenominations", "SetVolunteerWorkInput.activityDenominations"),
    "SetVolunteerWorkInput.activityDenominationsWere",
}
KEPT_OF_AN_ACTIVITY = {"visit_request.activity_denomination", "volunteer.activity_denominations"}


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema((ROOT / "schema.graphql").read_text(encoding="utf-8"))


def test_no_name_in_the_schema_can_carry_a_plan(schema: GraphQLSchema) -> None:
    names = {name for name in schema_names(schema) if not name.startswith("ActivityDenomination.")} - OF_AN_ACTIVITY
    assert {name for name in names if words(name) & FORBIDDEN and name.split(".")[0] not in ALLOWED} == set()


async def test_no_name_in_the_database_can_carry_a_plan(database: Database) -> None:
    connection = await asyncpg.connect(database.admin_url)
    try:
        names = [name.replace("TRAINING_BASIS", "") for name in await catalogue(connection)]
    finally:
        await connection.close()
    assert len(names) > 200
    # of a check what it says of that column is left out, and the rest is looked at
    bare = [name.replace("activity_denomination", "") for name in names if name not in KEPT_OF_AN_ACTIVITY]
    assert {name for name in bare if words(name) & FORBIDDEN} == set()


async def test_a_denomination_is_that_of_an_activity_and_of_nothing_else(
    schema: GraphQLSchema, database: Database
) -> None:
    about = {"denomination", "denominations"}
    found = {name for name in schema_names(schema) if words(name) & about}
    assert {name for name in found if not name.startswith("ActivityDenomination.")} == OF_AN_ACTIVITY
    connection = await asyncpg.connect(database.admin_url)
    try:
        names = [name for name in await catalogue(connection) if words(name) & about]
        checks = await connection.fetch(
            "select pg_get_constraintdef(oid) as said from pg_constraint where contype = 'c' "
            "and pg_get_constraintdef(oid) like '%activity_denomination%CHAPLAINCY%'"
        )
    finally:
        await connection.close()
    assert {name for name in names if ":" not in name} == KEPT_OF_AN_ACTIVITY
    assert len(checks) == 2, "neither of them is kept of anything but chaplaincy"


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
