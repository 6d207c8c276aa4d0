"""Bad input to every mutation gives its code or a masked error: no trace, no echo, and nothing has changed.

The mutations and their inputs are read from the schema, so that a later one is tried too: it fails here until it has a
good input to spoil.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
import pytest_asyncio
from graphql import (
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
    get_named_type,
)

from tests.calling import Browser, a_browser
from tests.conftest import Database
from tests.security.cases import Case
from tests.security.inputs import ALSO, HARMLESS, good_inputs
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor
from vrijplaats.core.rights import with_fields
from vrijplaats.settings import ROOT, Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")

SCHEMA: GraphQLSchema = build_schema((ROOT / "schema.graphql").read_text(encoding="utf-8"))
ANSWER = "{ __typename ... on Problem { code message } }"
TABLES = """
select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
  and relname not in ('session', 'idempotency')
"""
PRINT = """(select '{0}', count(*) || md5(coalesce(string_agg(t::text, '' order by t::text), '')) from "{0}" t)"""
MEGABYTE = "x" * 1_000_000
TRACES = ("Traceback", 'File "', "asyncpg", "vrijplaats.", "select ", "insert into", "SyntaxError")
# What a person may be told in data; everything else is an error with one of these codes.
ERRORS = {"BAD_REQUEST", "FORBIDDEN", "TOO_LARGE", "NOT_FOUND"}

# lists in which none is an answer: no visit is called off, no morning suits, nothing is spoken only a little
MAY_BE_EMPTY = {"visitIds", "mornings", "afternoons", "evenings", "littleLanguages", "littleLanguagesWere"} | {
    "activityDenominations",
    "activityDenominationsWere",
}


class Cases:
    """One world in which every mutation could be done, by somebody."""

    def __init__(self, browser: Browser, bases: dict[str, Case], connection: asyncpg.Connection) -> None:
        self.browser, self.bases, self._connection = browser, bases, connection
        self._prints = self._signed_in_for = ""

    async def send(self, mutation: str, value: Any, *, whole: bool = False) -> httpx.Response:
        """The mutation with this input, by the one who may do it."""
        kind = next(iter(_mutations()[mutation].args.values())).type
        answer = ANSWER.replace("}", f"{_refusals(mutation)} }}", 1) if _refusals(mutation) else ANSWER
        document = f"mutation M($input: {kind}) {{ {mutation}(input: $input) {answer} }}"
        await self.as_one_who_may(mutation)
        return await self.browser.post(document, value if whole else {"input": value})

    async def as_one_who_may(self, mutation: str) -> None:
        """Once for each mutation: what is spoiled does not end a session."""
        if self._signed_in_for != mutation:
            await self.browser.sign_in(self.bases[mutation].actor, fresh_passkey_at=clock.now())
            self._signed_in_for = mutation

    async def as_somebody_else(self, actor: Actor) -> None:
        self._signed_in_for = ""
        await self.browser.sign_in(actor)

    async def state(self) -> dict[str, Any]:
        """A print of every row of every table that an action may touch."""
        if not self._prints:
            tables = await self._connection.fetch(TABLES)
            self._prints = " union all ".join(PRINT.format(row["relname"]) for row in tables)
        return {row[0]: row[1] for row in await self._connection.fetch(self._prints)}


def _refusals(mutation: str) -> str:
    """Where a mutation does several things at once, what it says of those that could not be."""
    success = f"{mutation[0].upper()}{mutation[1:]}Success"
    many = "refused" in with_fields(SCHEMA.type_map[success]).fields
    return f"}} ... on {success} {{ refused {{ code message }}" if many else ""


def _mutations() -> dict[str, Any]:
    assert SCHEMA.mutation_type is not None
    return dict(SCHEMA.mutation_type.fields)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def cases(db: Settings, database: Database) -> AsyncIterator[Cases]:
    connection = await asyncpg.connect(database.admin_url)
    world = World(connection)
    yield Cases(a_browser(db, world), await good_inputs(world), connection)
    await connection.close()


@pytest.mark.parametrize("mutation", sorted(_mutations()))
async def test_a_spoiled_input_is_answered_and_changes_nothing(cases: Cases, mutation: str) -> None:
    """Each field missing, null, of the wrong type, too long, foreign, in the past, a megabyte."""
    assert mutation in cases.bases, "give this mutation a good input in inputs.py"
    kind = get_named_type(next(iter(_mutations()[mutation].args.values())).type)
    assert isinstance(kind, GraphQLInputObjectType)
    before = await cases.state()
    for spoiled, why in _spoiled(kind, cases.bases[mutation].good):
        answer = await cases.send(mutation, spoiled)
        _is_clear(answer, f"{mutation}: {why}")
    assert await cases.state() == before


@pytest.mark.parametrize("mutation", sorted(_mutations()))
async def test_no_input_at_all_and_unknown_fields_are_answered(cases: Cases, mutation: str) -> None:
    before = await cases.state()
    good = cases.bases[mutation].good
    spoiled: tuple[dict[str, Any], ...] = (
        {},
        {"input": None},
        {"input": []},
        {"input": good | {"plan": "x"}},
        {"input": "x"},
        {"other": good},
    )
    for variables in spoiled:
        _is_clear(await cases.send(mutation, variables, whole=True), f"{mutation}: {list(variables)}")
    assert await cases.state() == before


@pytest.mark.parametrize("mutation", sorted(set(_mutations()) - HARMLESS))
async def test_the_wrong_person_changes_nothing(cases: Cases, mutation: str) -> None:
    """Every other role, with an input that would work for the right one."""
    case, before = cases.bases[mutation], await cases.state()
    others = {c.actor.role: c.actor for c in cases.bases.values() if c.actor.role is not case.actor.role}
    allowed = ALSO.get(mutation, set())
    kind = next(iter(_mutations()[mutation].args.values())).type
    for role, actor in others.items():
        if role.value in allowed:
            continue
        await cases.as_somebody_else(actor)
        answer = await cases.browser.post(
            f"mutation M($input: {kind}) {{ {mutation}(input: $input) {{ __typename }} }}", {"input": case.good}
        )
        assert answer.json()["errors"][0]["extensions"]["code"] == "FORBIDDEN", f"{mutation} as {role}"
    assert await cases.state() == before


def _is_clear(answer: httpx.Response, what: str) -> None:
    assert answer.status_code < 500, f"{what}: {answer.status_code} {answer.text[:300]}"
    assert not [trace for trace in TRACES if trace in answer.text], f"{what}: {answer.text[:500]}"
    assert len(answer.content) < 4_000, f"{what}: echoes what was sent"
    content = answer.json()
    if errors := content.get("errors"):
        assert {error["extensions"]["code"] for error in errors} <= ERRORS, f"{what}: {answer.text[:300]}"
        return
    (value,) = content["data"].values()
    value = (value.get("refused") or [value])[0]
    assert value.get("code"), f"{what} was accepted: {value}"
    assert value["message"]


def _spoiled(kind: GraphQLInputObjectType, good: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """Inputs that are good but for one field, each with the reason."""
    found: list[tuple[dict[str, Any], str]] = []
    for name, field in kind.fields.items():
        if isinstance(field.type, GraphQLNonNull):
            found += [({key: value for key, value in good.items() if key != name}, f"without {name}")]
            found += [(good | {name: None}, f"{name} null")]
        inner = get_named_type(field.type)
        if isinstance(inner, GraphQLInputObjectType):
            many = _is_list(field.type)
            one = good[name][0] if many else good[name]
            found += [(good | {name: [deep] if many else deep}, f"{name}: {why}") for deep, why in _spoiled(inner, one)]
        found += [(good | {name: bad}, f"{name} = {str(bad)[:30]!r}") for bad in _bad_values(field.type, name)]
    return found


def _bad_values(kind: GraphQLInputType, name: str) -> list[Any]:
    scalar, many = get_named_type(kind).name, _is_list(kind)
    foreign, past = str(uuid4()), (datetime.now(UTC) - timedelta(days=400)).isoformat()
    by_scalar: dict[str, list[Any]] = {
        "ID": [foreign, "", "x", "'; drop table person; --", MEGABYTE, {"a": 1}, "0" * 36],
        "String": [MEGABYTE, {"a": 1}, 7, "\x00", "x" * 5000]
        + (["", "   "] if name in {"givenName", "familyName", "locale", "name"} else []),
        "DateTime": [
            past,
            "morgen",
            "2026-13-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            MEGABYTE,
            12,
            "2026-12-01T10:00:00",
        ],
        "Date": ["2024-02-30", "kwartaal", MEGABYTE, 12, "0001-01-01"],
        "Int": [-1, 100_000, 2**40, "zestig", 1.5, MEGABYTE],
        "Float": [-1, 1e9, "ver", MEGABYTE, 1e308],
        "Boolean": ["ja", 1, MEGABYTE],
    }
    values = by_scalar.get(scalar, ["NOT_A_VALUE", "", 7, MEGABYTE])
    if many:
        return [
            *([] if name in MAY_BE_EMPTY else [[]]),
            [next(value for value in values if value is not MEGABYTE)] * 3000,
            MEGABYTE,
            [None],
            *([value] for value in values),
        ]
    return values


def _is_list(kind: GraphQLInputType) -> bool:
    inner = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
    return isinstance(inner, GraphQLList)


async def test_every_mutation_takes_one_input_and_answers_with_a_union() -> None:
    for name, field in _mutations().items():
        assert list(field.args) == ["input"], name
        union = get_named_type(field.type)
        members = {member.name for member in getattr(union, "types", ())}
        assert f"{name[0].upper()}{name[1:]}Success" in members, name
        assert all(isinstance(SCHEMA.type_map[member], GraphQLObjectType) for member in members)
