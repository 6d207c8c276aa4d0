"""Papers: recorded as seen, needed and valid as the organisation says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from tests.volunteers.desk import Desk, a_desk
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core import db as database
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import InvalidInput, NotAllowedNow, NotFound
from vrijplaats.core.jobs import WORKER
from vrijplaats.core.pools import open_database
from vrijplaats.settings import Login, Settings
from vrijplaats.visits import gate
from vrijplaats.volunteers.credentials import actions, rules
from vrijplaats.volunteers.queries import register
from vrijplaats.volunteers.rules import counts_until, months_after, ready_on

TODAY = date(2026, 11, 24)
MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def worker(db: Settings) -> None:
    """core.db, open for the worker's role too; closed with the other."""
    await open_database(db.dsn(Login.WORKER), max_size=4, name=WORKER)


async def _ends(desk: Desk, volunteer: Actor, day: date, kind: str = "VOG") -> None:
    sql = "update credential set valid_until = $2 where volunteer_id = $1 and kind = $3"
    await desk.world.connection.execute(sql, volunteer.volunteer_id, day, kind)


async def _until(desk: Desk, credential: Any) -> date | None:
    found: date | None = await desk.world.value("select valid_until from credential where id = $1", credential)
    return found


@given(st.dates(date(1950, 1, 1), date(2080, 1, 1)), st.integers(1, 240))
def test_months_go_by_the_calendar_and_never_back(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1
    assert counts_until(day, None, None) is None
    assert counts_until(day, later - timedelta(days=1), months) == later - timedelta(days=1)


async def test_a_paper_counts_for_as_long_as_the_organisation_says_at_most(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    volunteer = await desk.volunteer()
    with clock.travel(MORNING):
        sooner = await desk.saw(volunteer, "VOG", date(2026, 11, 1), date(2027, 1, 1))
        later = await desk.saw(volunteer, "VOG", date(2026, 11, 1), date(2040, 1, 1))
        unsaid = await desk.saw(volunteer, "TRAINING_BASIS", date(2026, 11, 1))
        once = await desk.saw(volunteer, "REFERENCE", date(2010, 5, 1), date(2012, 1, 1))
    assert [await _until(desk, each) for each in (sooner, later, unsaid, once)] == [
        date(2027, 1, 1),
        date(2030, 11, 1),
        date(2029, 11, 1),
        None,
    ]
    (row,) = await world.rows("select seen_by, seen_on, profile from credential where id = $1", sooner)
    assert row == {"seen_by": desk.anja.person_id, "seen_on": TODAY, "profile": "45"}
    assert await world.value("select profile from credential where id = $1", unsaid) is None
    assert await desk.verbs() == ["credential.record"] * 4


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("kind", {"kind": "ADMISSION"}),
        ("issuer", {"issuer": " "}),
        ("issuer", {"issuer": "kijk op https://x.example"}),
        ("profile", {"profile": "45; 85 en nog veel meer tekst"}),
        ("validFrom", {"valid_from": TODAY + timedelta(days=1)}),
        ("validUntil", {"valid_until": date(2020, 1, 1)}),
        ("validUntil", {"valid_until": date(2090, 1, 1)}),
    ],
)
async def test_what_a_paper_cannot_say_is_answered(
    db: Settings, world: World, field: str, change: dict[str, Any]
) -> None:
    desk = await a_desk(world)
    volunteer = await desk.volunteer()
    assert volunteer.volunteer_id is not None
    good = {"kind": "VOG", "issuer": "Justis", "profile": None, "valid_from": date(2026, 1, 1), "valid_until": None}
    seen = actions.Seen(**(good | change))
    async with database.transaction(desk.anja):
        with clock.travel(MORNING), pytest.raises(InvalidInput) as refused:
            await actions.record_credential(desk.anja, volunteer_id=volunteer.volunteer_id, seen=seen)
    assert refused.value.fields["field"] == field


def test_a_day_too_long_ago_is_told_from_which_day() -> None:
    with pytest.raises(InvalidInput) as refused:
        rules.issued(date(1926, 1, 1), TODAY)
    assert refused.value.message("nl") == "Afgegeven op: een dag van 01-01-1950 tot en met vandaag."
    assert refused.value.message("en") == "Issued on: a day from 01-01-1950 until today."


async def test_a_mistake_is_taken_out_of_the_own_file_only(db: Settings, world: World) -> None:
    desk, other = await a_desk(world), await a_desk(world)
    volunteer, colleague, stranger = await desk.volunteer(), await desk.volunteer(), await other.volunteer()
    made = await desk.saw(volunteer, "VOG", date(2026, 1, 1))

    async def remove(whose: Actor, credential: Any) -> None:
        assert whose.volunteer_id is not None
        async with database.transaction(desk.anja):
            await actions.remove_credential(desk.anja, volunteer_id=whose.volunteer_id, credential_id=credential)

    for whose, credential in ((colleague, made), (stranger, made), (volunteer, uuid4())):
        with pytest.raises(NotFound):
            await remove(whose, credential)
    await remove(volunteer, made)
    assert await world.value("select count(*) from credential where id = $1", made) == 0
    left = await desk.volunteer(status="LEFT")
    with pytest.raises(NotAllowedNow):
        await remove(left, made)


async def test_the_rule_and_the_gate_say_the_same_for_each_prison(db: Settings, world: World) -> None:
    """Papers needed everywhere or at one prison, and counting for less there: on each day around every end."""
    desk = await a_desk(world)
    there = await world.a_facility("Vught")
    await world.active(desk.organisation, there)
    volunteer = await world.a_volunteer(desk.organisation, admitted=[desk.facility, there])
    await desk.needs("VOG")
    await desk.needs("TRAINING_SOS", facility=there)
    await world.insert(
        "credential_validity",
        organisation_id=desk.organisation,
        facility_id=there,
        credential_kind="VOG",
        valid_months=12,
    )
    await world.connection.execute(
        "update credential set valid_from = '2026-01-31', valid_until = '2027-06-30' where volunteer_id = $1",
        volunteer.volunteer_id,
    )
    await world.insert(
        "credential",
        organisation_id=desk.organisation,
        volunteer_id=volunteer.volunteer_id,
        kind="TRAINING_SOS",
        issuer="Huis",
        valid_from=date(2026, 3, 1),
    )
    async with database.transaction(desk.anja, read_only=True):
        (found,) = await register(desk.anja)
        days = [date(2026, 1, 30), date(2026, 2, 28), date(2026, 3, 1), date(2027, 1, 31), date(2027, 2, 1)]
        days += [date(2027, 6, 30), date(2027, 7, 1)]
        said = {}
        for day, place in product(days, (desk.facility, there)):
            entry = gate.Entry(
                key=uuid4(),
                organisation_id=desk.organisation,
                facility_id=place,
                volunteer_id=found.id,
                activity_kind="ONE_TO_ONE",
                day=day,
            )
            opens = entry.key in await gate.may_enter([entry])
            assert opens == (ready_on(found, "ONE_TO_ONE", place, day) == ()), (day, place)
            said[day, place == there] = opens
    assert [said[day, False] for day in days] == [False, True, True, True, True, True, False]
    assert [said[day, True] for day in days] == [False, False, True, True, False, False, False]
