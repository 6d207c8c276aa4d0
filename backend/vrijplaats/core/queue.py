"""Where arq lives, and how it writes: JSON that holds a job's name and an id, never more."""

from typing import Any

import orjson
from arq.connections import ArqRedis, RedisSettings, create_pool

DELIVER = "deliver"


def redis_settings(url: str) -> RedisSettings:
    """arq's settings for a URL: redis://host:port/0 or unix:///path?db=1."""
    settings = RedisSettings.from_dsn(url)
    settings.conn_retries, settings.conn_retry_delay = 1, 1
    return settings


def to_bytes(job: dict[str, Any]) -> bytes:
    """JSON instead of arq's pickle: whoever can write to Valkey must not be able to run code."""
    return orjson.dumps(job, default=str)


def from_bytes(content: bytes) -> dict[str, Any]:
    """Read what `to_bytes` wrote."""
    found: dict[str, Any] = orjson.loads(content)
    return found


async def open_queue(url: str) -> ArqRedis:
    """A connection on which jobs can be rung."""
    return await create_pool(redis_settings(url), job_serializer=to_bytes, job_deserializer=from_bytes)
