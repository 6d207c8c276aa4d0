"""What this machine can do at best: one SQL statement makes the JSON and Starlette passes it on."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

# 26 prisons with their visiting hours, some 300 values.
QUERY = """
select json_agg(json_build_object('id', f.id, 'name', f.name, 'city', f.city, 'slots', (
  select json_agg(json_build_object('weekday', s.weekday, 'startsAt', s.starts))
  from (select * from visiting_slot s where s.facility_id = f.id order by s.weekday, s.starts limit 4) s)))::text
from facility f
"""


def create_app() -> Starlette:
    """One route, one pool, one statement."""
    pools: list[asyncpg.Pool[asyncpg.Record]] = []

    @asynccontextmanager
    async def opened(_app: Starlette) -> AsyncIterator[None]:
        async with asyncpg.create_pool(os.environ["FLOOR_DSN"], min_size=4, max_size=10) as pool:
            pools.append(pool)
            yield

    async def answer(_request: Request) -> Response:
        return Response(await pools[0].fetchval(QUERY), media_type="application/json")

    return Starlette(routes=[Route("/", answer)], lifespan=opened)


if __name__ == "__main__":
    uvicorn.run(create_app(), port=int(sys.argv[1]), loop="uvloop", http="httptools", log_level="error")
