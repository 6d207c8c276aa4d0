"""Promise 8: a cancelled visit has a cause and a side, for learning; nothing adds them up over a person."""

from __future__ import annotations

import asyncpg
import pytest
from graphql import GraphQLObjectType, build_schema

from tests.conftest import Database
from tests.security import two_worlds
from vrijplaats.settings import ROOT


async def test_a_cancelled_visit_without_a_side_is_refused_by_the_database(
    database: Database,
) -> None:
    connection = await asyncpg.connect(database.admin_url)
    try:
        tenant = await two_worlds.build(connection, "blame-free", "2024-01-01")
        with pytest.raises(asyncpg.CheckViolationError):
            await connection.execute(
                "update visit set state = 'CANCELLED' where id = $1",
                tenant.ids["visit"],
            )
    finally:
        await connection.close()


def test_no_type_about_a_person_counts_or_scores_anything() -> None:
    schema = build_schema((ROOT / "schema.graphql").read_text(encoding="utf-8"))
    for name in (
        "DetaineeName",
        "MatchedDetainee",
        "DetaineeMatch",
        "Person",
        "Volunteer",
        "VolunteerRef",
    ):
        kind = schema.type_map.get(name)
        if not isinstance(kind, GraphQLObjectType):
            continue
        numbers = [field for field, of in kind.fields.items() if str(of.type).rstrip("!") in {"Int", "Float"}]
        assert numbers == [], name
