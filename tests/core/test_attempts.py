"""What the database calls a bad moment is tried again; what is nobody's fault but ours is masked."""

import asyncio
import re
from collections.abc import AsyncIterator
from uuid import uuid4

import asyncpg
import httpx
import pytest
import pytest_asyncio
import strawberry
import structlog
from starlette.applications import Starlette
from starlette.routing import Route

from tests.world import World
from vrijplaats.accounts.actions import seen
from vrijplaats.accounts.http import SessionCookie
from vrijplaats.accounts.queries import find_actor
from vrijplaats.core import access, db, history
from vrijplaats.core.actor import Role
from vrijplaats.core.documents import Documents
from vrijplaats.core.errors import Forbidden
from vrijplaats.core.graphql import Info, actor_of, verb
from vrijplaats.core.http import Door, GraphQLEndpoint
from vrijplaats.core.idempotency import Answers
from vrijplaats.core.rights import Right, with_fields
from vrijplaats.requests.identity import reopen
from vrijplaats.settings import Settings

attempts: list[int] = []


@strawberry.type
class Query:
    @strawberry.field
    async def broken(self) -> str:
        raise RuntimeError("Winston Obispo is in cell 5")

    @strawberry.field
    async def heard(self, info: Info) -> bool:
        actor = actor_of(info)
        await history.record(actor, "test.heard", subject={"person": actor.person_id})
        return True

    @strawberry.field
    async def operators(self, info: Info) -> bool:
        access.require(actor_of(info), Role.OPERATOR)
        return True


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def both(self, first: int, second: int) -> int:
        """Takes two locks one after the other; two of these the other way round are a deadlock."""
        attempts.append(first)
        await db.execute("select pg_advisory_xact_lock($1)", first)
        await asyncio.sleep(0.3)
        await db.execute("select pg_advisory_xact_lock($1)", second)
        return first

    @strawberry.mutation
    async def lose(self, info: Info) -> int:
        """Ends its own connection, the first time."""
        attempts.append(0)
        await history.record(actor_of(info), "test.lose", subject={})
        if len(attempts) == 1:
            await db.execute("select pg_terminate_backend(pg_backend_pid())")
        return len(attempts)

    @strawberry.mutation
    async def torn(self, info: Info) -> int:
        """What the driver says when the server is killed in the middle of an answer, the first time."""
        attempts.append(0)
        await history.record(actor_of(info), "test.torn", subject={})
        if len(attempts) == 1:
            raise asyncpg.InternalClientError("cannot switch to state 12; another operation (2) is in progress")
        return len(attempts)

    @strawberry.mutation
    @verb
    async def half(self, info: Info) -> int:
        await history.record(actor_of(info), "test.half", subject={})
        raise RuntimeError("secret")

    @strawberry.mutation
    @verb
    async def forbidden(self, info: Info) -> int:
        await history.record(actor_of(info), "test.forbidden", subject={})
        raise Forbidden


@pytest_asyncio.fixture
async def http(db: Settings) -> AsyncIterator[httpx.AsyncClient]:
    schema = strawberry.Schema(Query, Mutation)._schema
    cookie = SessionCookie(secure=False)
    anything = {
        (kind, field): Right(frozenset(Role))
        for kind in ("Query", "Mutation")
        for field in with_fields(schema.type_map[kind]).fields
    }
    documents = Documents(schema, {}, free=True, rights=anything)
    answers = Answers(db.master_key, reopen)
    door = Door(session_of=cookie.session_of, find_actor=find_actor, seen=seen, give=cookie.give)
    endpoint = GraphQLEndpoint(documents, answers, door=door, demo=False)
    attempts.clear()

    app = Starlette(routes=[Route("/graphql", endpoint.answer, methods=["POST"])])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        yield client


async def _send(http: httpx.AsyncClient, document: str) -> httpx.Response:
    headers = {"X-Vrijplaats": "1", "Idempotency-Key": str(uuid4())}
    return await http.post("/graphql", json={"query": document}, headers=headers)


async def test_a_deadlock_is_tried_again(http: httpx.AsyncClient, world: World) -> None:
    http.cookies.set("vrijplaats", await world.sign_in(await world.an_operator()))
    answers = await asyncio.gather(
        _send(http, "mutation { both(first: 1, second: 2) }"), _send(http, "mutation { both(first: 2, second: 1) }")
    )
    assert [answer.json() for answer in answers] == [{"data": {"both": 1}}, {"data": {"both": 2}}]
    assert len(attempts) == 3


@pytest.mark.parametrize("how", ["lose", "torn"])
async def test_a_lost_connection_is_tried_again_with_one_effect(
    http: httpx.AsyncClient, world: World, how: str
) -> None:
    me = await world.an_operator()
    http.cookies.set("vrijplaats", await world.sign_in(me))
    assert (await _send(http, f"mutation {{ {how} }}")).json() == {"data": {how: 2}}
    assert await world.value("select count(*) from history where person_id = $1", me.person_id) == 1


async def test_a_surprise_is_masked_and_logged_without_what_it_said(http: httpx.AsyncClient, world: World) -> None:
    me = await world.an_operator(locale="nl")
    http.cookies.set("vrijplaats", await world.sign_in(me))
    with structlog.testing.capture_logs() as logs:
        response = await _send(http, "{ broken }")
    error = response.json()["errors"][0]
    assert response.status_code == 500
    assert re.fullmatch(r"Er ging iets mis bij ons\. Je antwoord is bewaard\. Code VP-[0-9A-Z]{4}\.", error["message"])
    assert error["extensions"]["code"] == "INTERNAL"
    assert [entry["code"] for entry in logs if entry["event"] == "surprise"] == [error["extensions"]["correlation"]]
    assert "Winston" not in response.text + repr(logs)


@pytest.mark.parametrize(("field", "code", "status"), [("half", "INTERNAL", 500), ("forbidden", "FORBIDDEN", 200)])
async def test_a_mutation_that_fails_leaves_nothing(
    http: httpx.AsyncClient, world: World, field: str, code: str, status: int
) -> None:
    me = await world.an_operator()
    http.cookies.set("vrijplaats", await world.sign_in(me))
    response = await _send(http, f"mutation {{ {field} }}")
    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (status, code)
    assert response.json()["data"] is None
    for table in ("history", "idempotency"):
        assert await world.value(f"select count(*) from {table} where person_id = $1", me.person_id) == 0


async def test_a_mutation_that_half_fails_answers_nothing_of_its_other_half(
    http: httpx.AsyncClient, world: World
) -> None:
    http.cookies.set("vrijplaats", await world.sign_in(await world.an_operator()))
    response = await _send(http, "mutation { lose half }")
    assert response.json()["data"] is None


async def test_what_is_read_is_in_the_history_when_the_answer_leaves(http: httpx.AsyncClient, world: World) -> None:
    me = await world.an_operator()
    http.cookies.set("vrijplaats", await world.sign_in(me))
    assert (await _send(http, "{ heard }")).json() == {"data": {"heard": True}}
    rows = await world.rows("select verb from history where person_id = $1", me.person_id)
    assert rows == [{"verb": "test.heard"}]


async def test_another_role_is_told_so_in_their_language(http: httpx.AsyncClient, world: World) -> None:
    http.cookies.set("vrijplaats", await world.sign_in(await world.a_funder(locale="en")))
    error = (await _send(http, "{ operators }")).json()["errors"][0]
    assert error["extensions"]["code"] == "FORBIDDEN"
    assert error["message"] == "This is not part of your work here."


async def test_without_a_database_the_answer_is_masked_and_says_later(http: httpx.AsyncClient, world: World) -> None:
    http.cookies.set("vrijplaats", await world.sign_in(await world.an_operator()))
    await db.close_database()
    response = await _send(http, "{ heard }")
    assert (response.status_code, response.headers["retry-after"]) == (503, "2")
    assert response.json()["errors"][0]["extensions"]["code"] == "INTERNAL"
