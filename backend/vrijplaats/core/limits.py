"""How often something may be tried: by a person, for an address, from a network. Counted in the database, which every
web process shares and which outlives a restart; committed at once, so that a failed try counts too."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from vrijplaats import settings
from vrijplaats.core import clock, db
from vrijplaats.core.errors import DomainError
from vrijplaats.core.jobs import Periodic
from vrijplaats.core.sealing import derived, fingerprint

if TYPE_CHECKING:  # counting knows nothing of HTTP
    from starlette.requests import Request

_SPEND = """
insert into attempt as a (key, times, began_at) values (app_attempt(), 1, $1)
on conflict (key) do update set
  times = case when a.began_at <= $2 then 1 else least(a.times + 1, 1000000) end,
  began_at = case when a.began_at <= $2 then $1 else a.began_at end
returning times, began_at
"""
_GIVE_BACK = "update attempt set times = times - 1 where key = app_attempt() and times > 1"
_FOR = "select set_config('app.attempt', $1, true)"
_SPENT = "select times, began_at from attempt where key = app_attempt() and began_at > $1"
_KEPT = timedelta(days=2)


class TooOften(DomainError):
    """This was tried too often. Fields: minutes, until it may be tried again."""

    code = "TOO_OFTEN"
    texts = {
        "nl": "Dat was een paar keer te veel. Probeer het over {minutes} minuten opnieuw.",
        "en": "That was a few times too often. Try again in {minutes} minutes.",
    }
    as_data = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """At most `times` tries of this kind in any stretch of `per` that begins with one."""

    kind: str
    times: int
    per: timedelta


async def spend(limit: Limit, who: str) -> None:
    """Count one try by, for or from `who`; raises TooOften when there were too many. Opens a transaction."""
    key, now = _key(limit, who), clock.now()
    async with db.transaction({"attempt": key.hex()}):
        row = await db.fetch_one(_SPEND, now, now - limit.per)
    assert row is not None
    if row["times"] > limit.times:
        raise TooOften(minutes=_minutes(row["began_at"] + limit.per - now))


async def spend_here(limit: Limit, who: str) -> None:
    """Count one try in the transaction that is open, if that is kept. `need_left` raises when there were too many."""
    await db.fetch_value(_FOR, _key(limit, who).hex())
    now = clock.now()
    await db.fetch_one(_SPEND, now, now - limit.per)


async def need_left(limit: Limit, who: str) -> None:
    """Raise TooOften when nothing is left to spend, in the transaction that is open; counts nothing."""
    await db.fetch_value(_FOR, _key(limit, who).hex())
    now = clock.now()
    row = await db.fetch_one(_SPENT, now - limit.per)
    if row is not None and row["times"] >= limit.times:
        raise TooOften(minutes=_minutes(row["began_at"] + limit.per - now))


async def give_back(limit: Limit, who: str) -> None:
    """Take back one that was spent: a try that was right, where only wrong ones count. Opens a transaction."""
    async with db.transaction({"attempt": _key(limit, who).hex()}):
        await db.execute(_GIVE_BACK)


def _minutes(left: timedelta) -> int:
    return max(1, -(-int(left.total_seconds()) // 60))


def _key(limit: Limit, who: str) -> bytes:
    return fingerprint(derived(settings.current().signing_key, "limits"), limit.kind, who.encode().hex())


def network_of(request: Request) -> str:
    """Where a request comes from: one address of IPv4, one /64 of IPv6, which is one household or office."""
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address.ipv4_mapped or address, 32 if address.ipv4_mapped else 64), False))
    return str(address)


async def _forget() -> None:
    await db.execute("delete from attempt where began_at < $1", clock.now() - _KEPT)


CLEAN_UP = Periodic(name="core.clean_up_attempts", run=_forget, minutes=frozenset({35}), hour=2)
