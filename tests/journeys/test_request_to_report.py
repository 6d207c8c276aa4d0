"""The main job over HTTP, with the PWA's own documents, on the topology of docker-compose.yml: two web processes, two
workers, a relay, one PostgreSQL, one Valkey. Each step goes to the other web process."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import pytest

from tests.conftest import DemoWorld
from tests.journeys.product import Product
from tests.journeys.screens import Screen
from vrijplaats.core import clock

GIVEN_NAME, FAMILY_NAME = "Xandrillo", "Verzonnenkamp"
PATIENCE = 60.0


@pytest.fixture(scope="module")
def product(demo_world: DemoWorld, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    folder: Path = tmp_path_factory.mktemp("topology")
    with Product(demo_world.settings, folder, webs=2, workers=2) as running:
        yield running


def until(what: str, found: Callable[[], Any]) -> Any:
    """What `found` gives as soon as it gives something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if value := found():
            return value
        time.sleep(0.2)
    raise AssertionError(f"waited {PATIENCE} s for {what}")


def test_from_a_wish_to_a_figure(product: Product, demo_world: DemoWorld) -> None:
    web = cycle(product.origins)
    staff = Screen(next(web), "staff-veenhuizen")
    coordinator = Screen(next(web), "coordinator")
    second, third = Screen(next(web), "volunteer-2"), Screen(next(web), "volunteer-5")

    # 1. Staff types in the wish; the phone line drops and the form is sent twice: one request.
    viewer = staff.ask("Viewer")["viewer"]
    organisations = staff.ask("ActiveOrganisations")["activeOrganisations"]
    care = next(each for each in organisations if each["name"].startswith("Gevangenenzorg"))
    wish = {
        "facilityId": viewer["current"]["facility"]["id"],
        "activityKind": "ONE_TO_ONE",
        "languages": ["pap", "nl"],
        "organisationId": care["id"],
        "volunteerGender": None,
        "note": "Liefst in de middag.",
        "detainee": {"givenName": GIVEN_NAME, "familyName": FAMILY_NAME, "wing": "C2"},
        "consent": True,
    }
    key = uuid4()
    made = staff.do("RequestVisit", wish, key=key)
    assert made["__typename"] == "RequestVisitSuccess", made
    assert staff.at(next(web)).do("RequestVisit", wish, key=key) == made
    request = made["request"]
    assert staff.do("RequestVisit", wish)["code"] == "DUPLICATE_REQUEST"

    # 2. The coordinator finds it, with the right volunteer on top, and the reasons in words.
    detail = coordinator.ask("RequestToMatch", id=request["id"], suggestions=20)["visitRequest"]
    assert detail["pseudonym"] == request["pseudonym"]
    best = detail["suggestions"][0]
    assert best["reasons"][0].startswith("Spreekt Papiaments")
    wanted = {second.volunteer_id, third.volunteer_id}
    offered = coordinator.at(next(web)).do(
        "OfferRequest",
        {
            "requestId": request["id"],
            "volunteerIds": sorted(wanted),
            "expiresAt": (datetime.now().astimezone() + timedelta(days=2)).isoformat(),
        },
    )
    assert offered["__typename"] == "OfferRequestSuccess", offered
    offers = {each["volunteer"]["id"]: each["id"] for each in offered["offers"]}

    # 3. The phone shows it without a name; the first yes wins, the other hears it kindly.
    assert any(each["id"] == offers[second.volunteer_id] for each in second.ask("MyOffers")["myOffers"])
    assert GIVEN_NAME not in str(second.ask("MyOffer", id=offers[second.volunteer_id]))
    accepted = second.at(next(web)).do("AcceptOffer", {"offerId": offers[second.volunteer_id]})
    assert accepted["__typename"] == "AcceptOfferSuccess", accepted
    assert accepted["match"]["detainee"]["givenName"] == GIVEN_NAME
    assert third.do("AcceptOffer", {"offerId": offers[third.volunteer_id]})["code"] == "OFFER_TAKEN"
    told = until("the notice that it is settled", lambda: [n for n in third.notices() if n["event"] == "offer.taken"])
    assert len(told) == 1

    # 4. A visit is proposed, confirmed, held and logged.
    match_id = accepted["match"]["id"]
    moment = second.ask("VisitingMoments", matchId=match_id)["visitingMoments"][0]
    proposed = second.do("ProposeVisit", {"matchId": match_id} | {key: moment[key] for key in ("startsAt", "endsAt")})
    assert proposed["__typename"] == "ProposeVisitSuccess", proposed
    visit_id = proposed["visit"]["id"]
    early = {"outcome": "HELD", "minutes": 60, "setting": "PRIVATE_ROOM", "travelKilometres": 28}
    confirmed = staff.at(next(web)).do(
        "ConfirmVisit", {"visitId": visit_id, "regime": "OFFICIAL", "setting": "PRIVATE_ROOM"}
    )
    assert confirmed["__typename"] == "ConfirmVisitSuccess", confirmed
    assert second.do("LogVisit", {"visitId": visit_id, **early})["code"] == "TOO_EARLY"
    quarter = last_closed_quarter(clock.today())
    demo_world.run(move_visit(visit_id, quarter))
    logged = second.do("LogVisit", {"visitId": visit_id, **early})
    assert logged["__typename"] == "LogVisitSuccess", logged
    assert second.do("LogVisit", {"visitId": visit_id, **early})["code"] == "ALREADY_LOGGED"

    # 5. The operator publishes the quarter; a funder reads the figure that the rows add up to.
    operator, funder = Screen(next(web), "operator"), Screen(next(web), "funder")
    period = {"periodStart": quarter[0].isoformat(), "periodEnd": quarter[1].isoformat()}
    published = operator.do("PublishReport", period)
    assert published["__typename"] == "PublishReportSuccess", published
    assert operator.at(next(web)).do("PublishReport", period)["code"] == "ALREADY_PUBLISHED"
    report = funder.ask("Publication", id=published["publication"]["id"])["publication"]
    (row,) = [row for row in report["tables"][0]["rows"] if row["organisation"] == care["name"]]
    counted = demo_world.run(held_visits(care["name"], quarter))
    assert (row["visits"], row["hours"]) == (counted["visits"], pytest.approx(counted["hours"], abs=0.05))
    downloaded = funder.client.get(next(d["url"] for d in report["downloads"] if d["kind"].upper() == "CSV"))
    assert downloaded.status_code == 200
    assert care["name"] in downloaded.text

    # Promise 3: the name is nowhere but sealed; not in a row, not in a line of the logs.
    assert demo_world.run(tables_that_contain(GIVEN_NAME, FAMILY_NAME)) == []
    assert GIVEN_NAME not in product.logs()
    assert "Traceback" not in product.logs()


def last_closed_quarter(day: date) -> tuple[date, date]:
    """First and last day of the calendar quarter before the one of `day`."""
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    last = first - timedelta(days=1)
    return date(last.year, last.month - 2, 1), last


async def _connected(url: str) -> asyncpg.Connection[asyncpg.Record]:
    return await asyncpg.connect(url)


def move_visit(visit_id: str, quarter: tuple[date, date]) -> Callable[[str], Any]:
    """Let the weeks pass: the clock is the one thing that a story may not wait for."""

    async def run(url: str) -> None:
        connection = await _connected(url)
        await connection.execute(
            """
            with moved as (
              select p.id, p.starts_at - make_interval(weeks => w.weeks) as starts_at,
                p.ends_at - make_interval(weeks => w.weeks) as ends_at
              from presence p join visit v on v.presence_id = p.id,
                lateral (
                  select n as weeks from generate_series(ceil((p.starts_at::date - $2::date) / 7.0)::int + 1, 60) n
                  where not exists (
                    select from presence other
                    where other.live and (other.person_id = p.person_id or other.room_id = p.room_id)
                      and other.starts_at < p.ends_at - make_interval(weeks => n)
                      and other.ends_at > p.starts_at - make_interval(weeks => n))
                  order by n limit 1) w
              where v.id = $1::uuid)
            update presence p set starts_at = m.starts_at, ends_at = m.ends_at from moved m where m.id = p.id
            """,
            visit_id,
            quarter[1],
        )
        await connection.close()

    return run


def held_visits(organisation: str, quarter: tuple[date, date]) -> Callable[[str], Any]:
    """The figure by its definition, straight from the rows."""

    async def run(url: str) -> Any:
        connection = await _connected(url)
        row = await connection.fetchrow(
            """
            select count(*) as visits, round(sum(l.minutes) / 60.0, 1)::float as hours
            from visit_log l join visit v on v.id = l.visit_id join presence p on p.id = v.presence_id
            join organisation o on o.id = v.organisation_id
            where l.outcome = 'HELD' and o.name = $1
              and (p.starts_at at time zone 'Europe/Amsterdam')::date between $2 and $3
            """,
            organisation,
            *quarter,
        )
        await connection.close()
        return row

    return run


def tables_that_contain(*texts: str) -> Callable[[str], Any]:
    """Every table, every row, every column, as text."""

    async def run(url: str) -> list[str]:
        connection = await _connected(url)
        tables = await connection.fetch(
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
        )
        found = []
        for table in tables:
            for text in texts:
                sql = f'select count(*) from "{table["relname"]}" t where t::text ilike $1 or t::text ilike $2'
                hidden = f"%{text.encode().hex()}%"
                if await connection.fetchval(sql, f"%{text}%", hidden):
                    found.append(table["relname"])
        await connection.close()
        return found

    return run


def test_a_killed_web_process_loses_nothing_that_was_acknowledged(product: Product, demo_world: DemoWorld) -> None:
    """Promise 5: kill -9 between the answer and its retry; the retry at another process gives the same answer."""
    staff = Screen(product.origins[0], "staff-dordrecht")
    viewer = staff.ask("Viewer")["viewer"]
    wish = {
        "facilityId": viewer["current"]["facility"]["id"],
        "activityKind": "ONE_TO_ONE",
        "languages": ["nl"],
        "detainee": {"givenName": "Ysbrandus", "familyName": "Verzonnenveld"},
        "consent": True,
    }
    key = uuid4()
    made = staff.do("RequestVisit", wish, key=key)
    product.kill("web-1")
    product.kill("worker-1")
    product.kill("relay")
    product.start("relay", "relay")
    again = staff.at(product.origins[1]).do("RequestVisit", wish, key=key)
    assert again == made
    coordinator = Screen(product.origins[1], "coordinator-humanitas")
    until(
        "the coordinators to be told once",
        lambda: [n for n in coordinator.notices() if n["requestId"] == made["request"]["id"]],
    )
    asyncio.run(asyncio.sleep(1))
    assert len([n for n in coordinator.notices() if n["requestId"] == made["request"]["id"]]) == 1
