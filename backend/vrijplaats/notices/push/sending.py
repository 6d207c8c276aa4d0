"""Sends what is due, beside the worker's jobs: many devices at once, so many at most for each push service.

A service that does not answer holds only its own places; the others go on.
"""

import asyncio
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import aiohttp
import structlog
from pywebpush import WebPusher

from vrijplaats.core import clock
from vrijplaats.core.actor import Role
from vrijplaats.core.answers import described
from vrijplaats.notices.push import deliveries, payloads, rules, targets
from vrijplaats.notices.push.queries import preferences_of
from vrijplaats.notices.push.standing import standing_of
from vrijplaats.notices.push.vapid import Signatures
from vrijplaats.settings import Settings

log = structlog.get_logger()

LOOK_EVERY = 0.5  # seconds
AT_ONCE = 16  # for each push service
TIMEOUT = aiohttp.ClientTimeout(total=10, connect=5)
FINISH_SECONDS = 5
GONE = (404, 410)
LATER = (408, 425, 429)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a push service said; no status when it did not."""

    status: int | None
    retry_after: timedelta | None = None


async def keep_sending(settings: Settings, stop: asyncio.Event) -> None:
    """Send until `stop`; then finish what is under way."""
    # no proxy from the environment, no cookies: nothing but what is said here leaves
    connector = aiohttp.TCPConnector(limit=0, limit_per_host=2 * AT_ONCE, ttl_dns_cache=300)
    jar = aiohttp.DummyCookieJar()
    async with aiohttp.ClientSession(connector=connector, cookie_jar=jar, timeout=TIMEOUT) as session:
        sender = Sender(session, settings)
        while not stop.is_set():
            try:
                took = await sender.round()
            except Exception as error:  # PostgreSQL is away: the rows wait
                log.warning("push.waiting", **described(error))
                took = False
            if not took:
                await _pause(stop, LOOK_EVERY)
        await sender.finish()


class Sender:
    """Sends over one shared HTTP session."""

    def __init__(self, session: aiohttp.ClientSession, settings: Settings) -> None:
        self._session, self._master = session, settings.master_key
        self._signatures = Signatures(settings.keys.vapid, settings.origin)
        self._under_way: set[asyncio.Task[None]] = set()
        self._at: Counter[str] = Counter()

    async def round(self) -> bool:
        """Begin with what is due; whether there was anything."""
        busy = [service for service, count in self._at.items() if count >= AT_ONCE]
        taken = await deliveries.take(busy, AT_ONCE)
        for delivery_id, service in taken:
            self._at[service] += 1
            task = asyncio.create_task(self._deliver(delivery_id, service))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
        return bool(taken)

    async def finish(self) -> None:
        """Let what is under way come to its end, for a while; what does not comes free again by itself."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=FINISH_SECONDS)

    async def _deliver(self, delivery_id: UUID, service: str) -> None:
        try:
            if (row := await deliveries.look(delivery_id)) is None:
                await deliveries.done(delivery_id, "OVER")
            else:
                await self._one(delivery_id, row)
        except Exception as error:
            log.error("push.failed", delivery=str(delivery_id), **described(error))
        finally:
            self._at[service] -= 1

    async def _one(self, delivery_id: UUID, row: dict[str, Any]) -> None:
        now, choices, standing = clock.now(), preferences_of(row), standing_of(row)
        if rules.is_over(standing, now):
            await deliveries.done(delivery_id, "OVER")
        elif rules.must_wait(standing):
            await deliveries.again(delivery_id, rules.turn(row["asking_at"], now), row["attempts"] - 1)
        elif row["away"] or rules.is_muted(row["event"], choices):
            await deliveries.done(delivery_id, "MUTED")
        elif until := rules.quiet_until(row["event"], choices, now):
            # not an attempt: nothing went wrong
            await deliveries.again(delivery_id, until - now, row["attempts"] - 1)
        else:
            await self._settle(delivery_id, row, await self._send(row))

    async def _send(self, row: dict[str, Any]) -> Answer:
        now, news = clock.now(), _news(row)
        target = targets.opened(self._master, row["subscription_id"], row["target"])
        keys = {"p256dh": target.p256dh, "auth": target.auth}
        body = WebPusher({"endpoint": target.endpoint, "keys": keys}).encode(payloads.content(news, now))["body"]
        headers = payloads.headers(news, row["subscription_id"], now) | {
            "Authorization": self._signatures.header(target.service),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
        }
        try:
            async with self._session.post(target.endpoint, data=body, headers=headers, allow_redirects=False) as said:
                return Answer(status=said.status, retry_after=rules.retry_after(said.headers.get("Retry-After"), now))
        except (aiohttp.ClientError, TimeoutError, OSError):
            return Answer(status=None)

    async def _settle(self, delivery_id: UUID, row: dict[str, Any], answer: Answer) -> None:
        status, device = answer.status, row["subscription_id"]
        if status is not None and 200 <= status < 300:
            await deliveries.done(delivery_id, "SENT", heard=device)
        elif status in GONE:
            await deliveries.forget(device)
        elif status is None or status in LATER or status >= 500:
            after = rules.pause(row["attempts"], deliveries.spread(), answer.retry_after)
            await deliveries.again(delivery_id, after, row["attempts"])
        else:
            log.warning("push.refused", service=row["service"], status=status)
            await deliveries.refused(delivery_id, device)


def _news(row: dict[str, Any]) -> payloads.News:
    names = ("event", "tag", "about", "expires_at", "locale", "city", "deadline", "starts_at", "kind")
    where, role = row["about"].get("organisation"), Role(row["role"])
    theirs = rules.KINDS[row["event"]] in rules.KINDS_OF.get(role, ())
    return payloads.News(
        **{name: row[name] for name in names},
        signed_in=row["signed_in"],
        at=row["created_at"],
        role=role,
        here=theirs and where in (None, str(row["organisation_id"])),
    )


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
