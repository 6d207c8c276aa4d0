"""Who counts as active on a day: one definition, in the rules and in the database (docs/definitions)."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from random import Random

import asyncpg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.volunteers.desk import a_desk
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core import db as database
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, InvalidInput, NotAllowedNow, NotFound
from vrijplaats.matching.actions.answering import accept_offer
from vrijplaats.settings import Settings
from vrijplaats.volunteers.file import actions
from vrijplaats.volunteers.register.queries import choices
from vrijplaats.volunteers.register.rules import (
    SET_BY_HAND,
    StatusChange,
    is_active_on,
    next_statuses,
    status_on,
)
from vrijplaats.volunteers.rules import Pause, VolunteerStatus

FIRST = date(2026, 1, 1)
STATUSES = st.sampled_from(VolunteerStatus)
CHANGES = st.lists(st.tuples(STATUSES, st.integers(0, 40)), max_size=8)
DAYS = st.integers(-2, 45)


def _changes(given_: list[tuple[VolunteerStatus, int]]) -> list[StatusChange]:
    return [StatusChange(status=status, since=FIRST + timedelta(days=after)) for status, after in given_]


def _pause(first: int, lasts: int | None, over: int | None) -> Pause:
    """A pause of so many days more than its first, that was over so many days after it."""
    starts_on = FIRST + timedelta(days=first)
    last, end = (None if days is None else starts_on + timedelta(days=days) for days in (lasts, over))
    return Pause(starts_on=starts_on, ends_on=last, over_on=end)


PAUSES = st.lists(
    st.builds(_pause, st.integers(-3, 40), st.none() | st.integers(0, 12), st.none() | st.integers(0, 14)), max_size=3
)


def _days(pause: Pause) -> set[date]:
    """Each of its days, counted one by one to the end of what is looked at."""
    found, day = set[date](), pause.starts_on
    while day <= FIRST + timedelta(days=60) and day != pause.over_on:
        found.add(day)
        if day == pause.ends_on:
            break
        day += timedelta(days=1)
    return found


@given(CHANGES, DAYS)
def test_the_last_change_that_had_begun_holds(given_: list[tuple[VolunteerStatus, int]], after: int) -> None:
    day, changes = FIRST + timedelta(days=after), _changes(given_)
    begun = [(change.since, number, change.status) for number, change in enumerate(changes) if change.since <= day]
    assert status_on(changes, day) == (max(begun)[2] if begun else None)


@given(CHANGES, PAUSES, DAYS)
def test_active_is_being_active_and_not_in_a_pause(
    given_: list[tuple[VolunteerStatus, int]], breaks: list[Pause], after: int
) -> None:
    day, changes = FIRST + timedelta(days=after), _changes(given_)
    paused = any(day in _days(pause) for pause in breaks)
    assert is_active_on(changes, breaks, day) == (status_on(changes, day) == "ACTIVE" and not paused)


@given(STATUSES)
def test_what_goes_its_own_way_is_never_set_by_hand(status: VolunteerStatus) -> None:
    found = next_statuses(status, carrying=0)
    assert set(found) <= set(SET_BY_HAND) - {status}
    assert (found == ()) == (status is VolunteerStatus.LEFT)


@given(STATUSES, st.integers(1, 20))
def test_whoever_visits_somebody_never_goes_back(status: VolunteerStatus, carrying: int) -> None:
    found = next_statuses(status, carrying=carrying)
    assert found == (() if status in {VolunteerStatus.ACTIVE, VolunteerStatus.LEFT} else (VolunteerStatus.ACTIVE,))


async def test_the_database_says_the_same_as_the_rule(db: Settings, world: World) -> None:
    desk, dice = await a_desk(world), Random(51)
    kept: dict[object, list[StatusChange]] = {}
    breaks: dict[object, list[Pause]] = {}
    for _ in range(12):
        volunteer = await desk.volunteer(status="APPLICANT", status_since=FIRST)
        kept[volunteer.volunteer_id] = [StatusChange(status=VolunteerStatus.APPLICANT, since=FIRST)]
        for _ in range(dice.randint(0, 6)):
            change = StatusChange(
                status=dice.choice(list(VolunteerStatus)), since=FIRST + timedelta(days=dice.randint(0, 20))
            )
            if change.status is not kept[volunteer.volunteer_id][-1].status:
                sql = "update volunteer set status = $2, status_since = $3 where id = $1"
                await world.connection.execute(sql, volunteer.volunteer_id, change.status.value, change.since)
                kept[volunteer.volunteer_id].append(change)
        breaks[volunteer.volunteer_id] = await _paused(world, volunteer, dice)
    for after in range(-1, 22):
        day = FIRST + timedelta(days=after)
        rows = await world.rows("select * from volunteer_status_on($1, $2)", desk.organisation, day)
        assert {row["volunteer_id"]: row["status"] for row in rows} == {
            key: status.value for key, changes in kept.items() if (status := status_on(changes, day))
        }
        active = await world.rows("select * from volunteers_active_on($1, $2)", desk.organisation, day)
        assert {row["volunteer_id"] for row in active} == {
            key for key, changes in kept.items() if is_active_on(changes, breaks[key], day)
        }
    assert any(breaks.values())


async def _paused(world: World, volunteer: Actor, dice: Random) -> list[Pause]:
    """Some pauses of somebody: stopped early, run out, and at most one that nobody has said is over."""
    ends = [(dice.choice([None, dice.randint(0, 6)]), dice.randint(0, 8)) for _ in range(dice.randint(0, 2))]
    running = [(dice.choice([None, dice.randint(0, 6)]), None)] if dice.random() < 0.5 else []
    found = [_pause(dice.randint(-2, 18), lasts, over) for lasts, over in [*ends, *running]]
    whose = {"organisation_id": volunteer.organisation_id, "volunteer_id": volunteer.volunteer_id}
    for pause in found:
        await world.insert("volunteer_pause", **whose, **asdict(pause))
    return found


async def test_a_status_holds_from_its_day_and_the_file_shows_each(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    volunteer = await desk.volunteer(status="APPLICANT", status_since=FIRST)
    today = clock.today()
    await desk.set_status(volunteer, VolunteerStatus.IN_TRAINING, today - timedelta(days=9))
    await desk.set_status(volunteer, VolunteerStatus.READY, today)
    file = await desk.file(volunteer)
    assert (file.status, file.status_since) == (VolunteerStatus.READY, today)
    assert [(change.status, change.set_by) for change in file.changes] == [
        (VolunteerStatus.READY, "Anja Mulder"),
        (VolunteerStatus.IN_TRAINING, "Anja Mulder"),
        (VolunteerStatus.APPLICANT, None),
    ]
    assert await desk.told("volunteer.ready") == [[volunteer.person_id]]
    assert await desk.verbs() == ["volunteer.set_status"] * 2


async def test_a_day_before_the_present_status_or_after_today_is_refused(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    volunteer = await desk.volunteer(status="READY", status_since=FIRST)
    for since in (FIRST - timedelta(days=1), clock.today() + timedelta(days=1)):
        with pytest.raises(InvalidInput) as refused:
            await desk.set_status(volunteer, VolunteerStatus.ACTIVE, since)
        assert refused.value.fields["field"] == "since"
    assert (await desk.file(volunteer)).status is VolunteerStatus.READY


async def test_leaving_and_coming_back_go_their_own_ways(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    volunteer = await desk.volunteer(status="LEFT", status_since=FIRST)
    with pytest.raises(NotAllowedNow):
        await desk.set_status(volunteer, VolunteerStatus.ACTIVE, clock.today())
    with pytest.raises(NotAllowedNow):
        await desk.set_status(await desk.volunteer(), VolunteerStatus.LEFT, clock.today())


async def test_the_file_shows_the_pause_in_which_somebody_is(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    today = clock.today()
    spans = {
        "now": (today - timedelta(days=2), today, None),
        "open": (today, None, None),
        "stopped": (today - timedelta(days=2), today + timedelta(days=9), today),
        "gone": (today - timedelta(days=9), today - timedelta(days=1), None),
    }
    shown = {}
    for name, (starts_on, ends_on, over_on) in spans.items():
        volunteer = await desk.volunteer()
        whose = {"organisation_id": desk.organisation, "volunteer_id": volunteer.volunteer_id}
        await world.insert("volunteer_pause", **whose, starts_on=starts_on, ends_on=ends_on, over_on=over_on)
        shown[name] = (await desk.file(volunteer)).pause
    assert shown == {
        "now": Pause(starts_on=today - timedelta(days=2), ends_on=today),
        "open": Pause(starts_on=today, ends_on=None),
        "stopped": None,
        "gone": None,
    }


async def test_who_visits_somebody_stays_active_until_that_is_over(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    volunteer = await desk.volunteer(status="ACTIVE", status_since=FIRST)
    await world.a_match(volunteer, desk.facility)
    for status in (VolunteerStatus.APPLICANT, VolunteerStatus.IN_TRAINING, VolunteerStatus.READY):
        with pytest.raises(NotAllowedNow) as refused:
            await desk.set_status(volunteer, status, clock.today())
        assert "bezoekt" in refused.value.message("nl") and "visits" in refused.value.message("en")
    file = await desk.file(volunteer)
    assert (file.status, file.carrying, file.next_statuses) == (VolunteerStatus.ACTIVE, 1, ())
    assert (await desk.verbs(), await desk.told("volunteer.ready")) == ([], [])
    await world.connection.execute("update volunteer set carrying = 0 where id = $1", volunteer.volunteer_id)
    await desk.set_status(volunteer, VolunteerStatus.READY, clock.today())
    assert (await desk.file(volunteer)).status is VolunteerStatus.READY


async def test_only_a_change_of_status_writes_in_the_ledger(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    volunteer = await desk.volunteer(status="READY", status_since=FIRST)
    sql = "insert into volunteer_status (organisation_id, volunteer_id, status, since) values ($1, $2, 'ACTIVE', $3)"
    for who in (desk.anja, volunteer):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with _transaction(who):
                await database.execute(sql, desk.organisation, volunteer.volunteer_id, FIRST)
    await desk.set_status(volunteer, VolunteerStatus.ACTIVE, clock.today())
    kept = "select status, set_by from volunteer_status where volunteer_id = $1 order by id"
    assert [tuple(row) for row in await world.connection.fetch(kept, volunteer.volunteer_id)] == [
        ("READY", None),
        ("ACTIVE", desk.anja.person_id),
    ]


async def test_only_coordinators_of_that_organisation_set_it(db: Settings, world: World) -> None:
    desk, other = await a_desk(world), await a_desk(world)
    volunteer = await desk.volunteer()
    with pytest.raises(NotFound):
        await other.set_status(volunteer, VolunteerStatus.READY, clock.today())
    assert volunteer.volunteer_id is not None
    async with _transaction(volunteer):
        with pytest.raises(Forbidden):
            await actions.set_status(
                volunteer, volunteer_id=volunteer.volunteer_id, status=VolunteerStatus.READY, since=clock.today()
            )


async def test_who_says_yes_for_the_first_time_is_active_from_that_day(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    volunteer = await desk.volunteer(status="READY", status_since=FIRST)
    request = await world.a_request(desk.facility, desk.organisation, claimed_by=desk.anja.person_id)
    offer = await world.an_offer(request, volunteer, offered_by=desk.anja.person_id)
    async with _transaction(desk.anja):
        assert (await choices(desk.anja)).active == 0
    async with _transaction(volunteer):
        await accept_offer(volunteer, offer_id=offer)
    file = await desk.file(volunteer)
    assert (file.status, file.status_since) == (VolunteerStatus.ACTIVE, clock.today())
    async with _transaction(desk.anja):
        assert (await choices(desk.anja)).active == 1
    pause = {"starts_on": clock.today(), "ends_on": clock.today() + timedelta(days=9)}
    whose = {"organisation_id": desk.organisation, "volunteer_id": volunteer.volunteer_id}
    await world.insert("volunteer_pause", **whose, **pause)
    async with _transaction(desk.anja):
        assert (await choices(desk.anja)).active == 0


_transaction = database.transaction
