"""Standing in for a coordinator who is away: for whom it counts, from when until when, and that it ends."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from tests.calling import Browser
from tests.world import World
from vrijplaats.accounts.deputies import actions, queries
from vrijplaats.accounts.deputies.jobs import PERIODIC
from vrijplaats.accounts.deputies.queries import DeputyView
from vrijplaats.accounts.deputies.rules import who_is_there
from vrijplaats.accounts.people import actions as people
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, InvalidInput, NotAllowedNow, NotFound
from vrijplaats.core.jobs import WORKER, run_periodic
from vrijplaats.core.pools import open_database
from vrijplaats.requests.inbox.rules import Wanted, Whose
from vrijplaats.requests.queries import is_claimed_by, request_inbox
from vrijplaats.settings import Login, Settings
from vrijplaats.visits.papers.queries import my_coordinator
from vrijplaats.volunteers.calls import actions as calls
from vrijplaats.volunteers.calls import queries as call_queries

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 26)


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def worker(db: Settings) -> None:
    """core.db, open for the worker's role too; closed with the other."""
    await open_database(db.dsn(Login.WORKER), max_size=4, name=WORKER)


@dataclass(frozen=True, slots=True)
class Office:
    """Three coordinators of one organisation."""

    world: World
    facility: UUID
    organisation: UUID
    anja: Actor
    bert: Actor
    carla: Actor

    async def named(
        self, away: Actor, deputy: Actor, first: int = 0, last: int = 7, by: Actor | None = None
    ) -> DeputyView:
        actor = by or away
        async with db.transaction(actor):
            return await actions.name_deputy(
                actor,
                membership_id=away.membership_id,
                deputy_membership_id=deputy.membership_id,
                first=TODAY + timedelta(days=first),
                last=TODAY + timedelta(days=last),
            )

    async def shown(self, actor: Actor) -> list[tuple[str, str, bool]]:
        async with db.transaction(actor, read_only=True):
            found = await queries.deputies(actor)
        return [(each.away_name, each.deputy_name, each.current) for each in found]

    async def told(self, event: str) -> list[list[UUID]]:
        sql = "select recipients from outbox where organisation_id = $1 and event = $2 order by id"
        return [row["recipients"] for row in await self.world.rows(sql, self.organisation, event)]


@pytest_asyncio.fixture(loop_scope="module")
async def office(world: World) -> Any:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    people = [await world.a_coordinator(organisation, name) for name in ("Anja Vos", "Bert Kok", "Carla Bos")]
    with clock.travel(NOW):
        yield Office(world, facility, organisation, *people)


async def test_everybody_sees_who_stands_in_and_who_stands_in_is_told(office: Office) -> None:
    await office.named(office.anja, office.bert, 2, 9)
    assert await office.shown(office.carla) == [("Anja Vos", "Bert Kok", False)]
    assert await office.told("deputy.named") == [[office.bert.person_id]]
    assert await office.told("deputy.set") == []
    for days, expected in ((2, [("Anja Vos", "Bert Kok", True)]), (9, [("Anja Vos", "Bert Kok", True)]), (10, [])):
        with clock.travel(NOW + timedelta(days=days)):
            assert await office.shown(office.carla) == expected


async def test_a_colleague_may_do_it_for_somebody_who_is_ill_who_then_hears_of_it(office: Office) -> None:
    await office.named(office.anja, office.bert, by=office.bert)
    assert (await office.told("deputy.named"), await office.told("deputy.set")) == ([], [[office.anja.person_id]])


async def test_one_at_a_time_never_oneself_and_nobody_who_is_away_too(office: Office) -> None:
    await office.named(office.anja, office.bert, 0, 7)
    with pytest.raises(NotAllowedNow):
        await office.named(office.anja, office.carla, 7, 9)
    with pytest.raises(InvalidInput) as refused:
        await office.named(office.carla, office.anja, 5, 6)
    assert refused.value.message("nl") == "Wie er waarneemt: Anja Vos is dan zelf weg, kies een ander."
    for first, last in ((-1, 3), (4, 3), (0, 400), (366, 370), (2_900_000, 2_900_001)):
        with pytest.raises(InvalidInput):
            await office.named(office.carla, office.bert, first, last)
    with pytest.raises(InvalidInput):
        await office.named(office.carla, office.carla)
    await office.named(office.anja, office.carla, 8, 9)


async def test_of_two_who_name_each_other_at_once_one_is_there(office: Office) -> None:
    each = (office.named(office.anja, office.bert), office.named(office.bert, office.anja))
    answers = await asyncio.gather(*each, return_exceptions=True)
    assert sorted(type(answer).__name__ for answer in answers) == ["DeputyView", "InvalidInput"]


async def test_what_the_absent_one_took_on_is_with_who_stands_in(office: Office) -> None:
    world, anja = office.world, office.anja.person_id
    request = await world.a_request(office.facility, office.organisation, claimed_by=anja, claimed_at=NOW)

    async def mine(actor: Actor) -> list[tuple[UUID, bool]]:
        async with db.transaction(actor, read_only=True):
            page = await request_inbox(actor, first=10, after=None, wanted=Wanted(whose=Whose.MINE))
            return [(view.id, is_claimed_by(actor, view)) for view in page.requests]

    assert await mine(office.bert) == []
    named = await office.named(office.anja, office.bert)
    # who stands in is away too, and somebody stands in for them
    await office.named(office.bert, office.carla, 3, 4)
    assert await mine(office.bert) == [(request, True)] and await mine(office.carla) == []
    with clock.travel(NOW + timedelta(days=3)):
        assert await mine(office.carla) == [(request, True)]
    async with db.transaction(office.anja):
        await actions.end_deputy(office.anja, deputy_id=named.id)
    assert await mine(office.bert) == []
    assert await office.told("deputy.ended") == [[office.bert.person_id]]


async def test_a_volunteer_is_given_who_is_there_to_call(office: Office, browser: Browser) -> None:
    world, anja = office.world, office.anja.person_id
    await world.insert("person_contact", person_id=office.bert.person_id, phone="+31687654321")
    volunteer = await world.a_volunteer(office.organisation, admitted=[office.facility])
    request = await world.a_request(office.facility, office.organisation, claimed_by=anja, claimed_at=NOW)
    await world.a_match(volunteer, office.facility, request=request)

    async def whom() -> tuple[str, str | None, str | None, date | None]:
        async with db.transaction(volunteer, read_only=True):
            found = await my_coordinator(volunteer)
        assert found is not None
        return found.name, found.phone, found.instead_of, found.until

    assert (await whom())[::2] == ("Anja Vos", None)
    await office.named(office.anja, office.bert)
    assert await whom() == ("Bert Kok", "+31687654321", "Anja Vos", TODAY + timedelta(days=7))
    await world.connection.execute("update membership set ended_at = now() where id = $1", office.bert.membership_id)
    assert (await whom())[::2] == ("Anja Vos", None)


async def test_who_said_they_would_call_and_is_away_does_not_keep_others_from_it(office: Office) -> None:
    volunteer = await office.world.a_volunteer(office.organisation)
    taken = {"taken_by": office.anja.person_id, "taken_at": NOW, "asked_at": NOW, "urgency": "THIS_WEEK"}
    whose = {"organisation_id": office.organisation, "volunteer_id": volunteer.volunteer_id}
    call = await office.world.insert("call_request", **whose, **taken)
    async with db.transaction(office.carla):
        with pytest.raises(NotAllowedNow):
            async with db.savepoint():
                await calls.take_call(office.carla, call_id=call)
    await office.named(office.anja, office.bert)
    async with db.transaction(office.carla):
        (seen,) = await call_queries.call_requests(office.carla)
        assert seen.taken_by is None
        assert (await calls.take_call(office.carla, call_id=call)).taken_by_me


async def test_who_says_they_call_while_somebody_stands_in_for_them_does(office: Office) -> None:
    volunteer = await office.world.a_volunteer(office.organisation)
    taken = {"taken_by": office.anja.person_id, "taken_at": NOW, "asked_at": NOW, "urgency": "THIS_WEEK"}
    whose = {"organisation_id": office.organisation, "volunteer_id": volunteer.volunteer_id}
    call = await office.world.insert("call_request", **whose, **taken)
    await office.named(office.anja, office.bert)
    with clock.travel(NOW + timedelta(minutes=5)):
        async with db.transaction(office.anja):
            (before,) = await call_queries.call_requests(office.anja)
            again = await calls.take_call(office.anja, call_id=call)
        assert (before.taken_by, again.taken_by, again.taken_by_me) == (None, "Anja Vos", True)
        async with db.transaction(office.carla):
            assert [each.taken_by for each in await call_queries.call_requests(office.carla)] == ["Anja Vos"]
            with pytest.raises(NotAllowedNow):
                await calls.take_call(office.carla, call_id=call)
    assert await office.told("call.taken") == []  # it was told already


async def test_who_leaves_stands_in_for_nobody_and_somebody_else_can(office: Office) -> None:
    await office.named(office.anja, office.bert)
    await office.named(office.bert, office.carla)
    async with db.transaction(office.anja):
        await people.end_membership(office.anja, membership_id=office.carla.membership_id)
    assert await office.shown(office.anja) == [("Anja Vos", "Bert Kok", True)]
    dirk = await office.world.a_coordinator(office.organisation, "Dirk Pol")
    await office.named(office.bert, dirk)
    assert ("Bert Kok", "Dirk Pol", True) in await office.shown(office.anja)


async def test_another_organisation_has_no_part_in_it(office: Office) -> None:
    named = await office.named(office.anja, office.bert)
    stranger = await office.world.a_coordinator(await office.world.an_organisation(facilities=[office.facility]))
    assert await office.shown(stranger) == []
    async with db.transaction(stranger):
        with pytest.raises(NotFound):
            async with db.savepoint():
                await actions.end_deputy(stranger, deputy_id=named.id)
    for away, deputy in ((stranger, office.bert), (office.carla, stranger)):
        with pytest.raises(NotFound):
            await office.named(away, deputy, by=office.carla)
    volunteer = await office.world.a_volunteer(office.organisation)
    with pytest.raises(NotFound):
        await office.named(volunteer, office.carla, by=office.carla)
    with pytest.raises(Forbidden):
        await office.named(office.carla, office.bert, by=volunteer)


async def test_what_is_over_cannot_be_ended_and_is_forgotten_after_a_month(office: Office) -> None:
    named = await office.named(office.anja, office.bert, 0, 1)
    for days, left in ((20, 1), (33, 0)):
        with clock.travel(NOW + timedelta(days=days)):
            async with db.transaction(office.anja):
                with pytest.raises((NotAllowedNow, NotFound)):
                    async with db.savepoint():
                        await actions.end_deputy(office.anja, deputy_id=named.id)
            await run_periodic(PERIODIC[0])
            assert await office.world.value("select count(*) from deputy where id = $1", named.id) == left


_PEOPLE = [uuid4() for _ in range(5)]


@given(st.dictionaries(st.sampled_from(_PEOPLE), st.sampled_from(_PEOPLE)), st.sampled_from(_PEOPLE))
def test_somebody_is_there_for_everybody(stands_in: dict[UUID, UUID], person: UUID) -> None:
    there = who_is_there(person, stands_in)
    assert there not in stands_in or there == person
    assert there == person or person in stands_in
    seen, step = {person}, person
    while step in stands_in and stands_in[step] not in seen:
        step = stands_in[step]
        seen.add(step)
    assert there in seen
