"""How often something may be tried: counted exactly, also by many at once, and over when its time is."""

import asyncio
from datetime import timedelta

import pytest
from starlette.requests import Request

from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.limits import Limit, TooOften, network_of, spend
from vrijplaats.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")

THREE = Limit(kind="test.three", times=3, per=timedelta(minutes=10))


async def _allowed(limit: Limit, who: str) -> bool:
    try:
        await spend(limit, who)
    except TooOften:
        return False
    return True


async def test_the_fourth_is_one_too_many(db: Settings) -> None:
    assert [await _allowed(THREE, "els@example.org") for _ in range(5)] == [True, True, True, False, False]
    assert await _allowed(THREE, "ruben@example.org")
    assert await _allowed(Limit(kind="test.other", times=1, per=timedelta(hours=1)), "els@example.org")


async def test_thirty_at_once_are_counted_one_by_one(db: Settings) -> None:
    assert sum(await asyncio.gather(*(_allowed(THREE, "at once") for _ in range(30)))) == 3


async def test_its_time_passes(db: Settings) -> None:
    now = clock.now()
    for _ in range(3):
        await spend(THREE, "later")
    with clock.travel(now + timedelta(minutes=4)), pytest.raises(TooOften) as too_often:
        await spend(THREE, "later")
    assert too_often.value.fields["minutes"] in (6, 7)
    with clock.travel(now + timedelta(minutes=11)):
        assert await _allowed(THREE, "later")


async def test_what_is_kept_names_nobody(db: Settings, world: World) -> None:
    await spend(THREE, "naam@example.org")
    rows = await world.rows("select encode(key, 'escape') as key, times from attempt")
    assert rows
    assert not [row for row in rows if "naam" in row["key"] or "example" in row["key"]]


@pytest.mark.parametrize(
    ("host", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "203.0.113.9/32"),
        ("testclient", "testclient"),
    ],
)
async def test_a_network_is_a_household(host: str, network: str) -> None:
    assert network_of(Request({"type": "http", "client": (host, 1), "headers": []})) == network
