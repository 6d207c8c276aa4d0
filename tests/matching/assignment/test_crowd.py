"""A crowd holds the same people as the register, of those who could be asked, with all that is known of each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.matching.assignment.nation import a_nation
from tests.matching.scene import a_scene
from tests.world import World
from vrijplaats.core import db
from vrijplaats.matching.queries.candidates import register_today
from vrijplaats.volunteers.crowd import crowd_with_room
from vrijplaats.volunteers.queries import register
from vrijplaats.volunteers.rules import AVAILABLE, Paper, Volunteer

pytestmark = pytest.mark.usefixtures("db")
_DETAILS = (
    """insert into volunteer_pause (organisation_id, volunteer_id, starts_on, ends_on, over_on)
    select organisation_id, id, current_date - 3, case when n % 2 = 0 then current_date + 9 end,
      case when n % 3 = 0 then current_date end
    from (select *, row_number() over (order by id) n from volunteer where organisation_id = $1) v where n % 5 = 0""",
    """insert into volunteer_away (organisation_id, volunteer_id, starts_on, ends_on, created_at)
    select organisation_id, id, current_date + n * 20, current_date + n * 20 + 6, now()
    from volunteer, generate_series(0, 1) n where organisation_id = $1 and capacity = 2""",
    """update volunteer_availability set starts = '00:00', ends = '23:59:30.25'
    where organisation_id = $1 and weekday = 3""",
    "delete from volunteer_availability where organisation_id = $1 and weekday = 2",
    "update volunteer set latitude = null, longitude = null, gender = null where organisation_id = $1 and capacity = 3",
    """update volunteer set kinds = '{}', languages = '{pap-CW,nl}', little_languages = '{nl}'
    where organisation_id = $1 and gender = 'MAN'""",
    """update volunteer set activity_denominations = '{CATHOLIC,MUSLIM}'
    where organisation_id = $1 and 'CHAPLAINCY' = any (kinds)""",
    "update admission set valid_until = current_date + 3 where organisation_id = $1 and id::text < '8'",
    "delete from credential where organisation_id = $1 and valid_until is not null",
    """insert into credential (organisation_id, volunteer_id, kind, issuer, valid_from, valid_until)
    select organisation_id, id, 'VOG', 'Justis', '1999-12-31', '2031-02-28' from volunteer
    where organisation_id = $1 and capacity > 1""",
    """insert into credential_validity (organisation_id, facility_id, credential_kind, valid_months)
    select $1, id, 'VOG', 30 from facility where code = 'natie-1'""",
    """insert into credential_requirement (organisation_id, activity_kind, credential_kind, facility_id)
    select $1, 'COURSE', 'VOG', id from facility where code = 'natie-2'""",
    # some came in by a file: of these every other one has come in
    """insert into imported_contact (organisation_id, volunteer_id, joined_at)
    select organisation_id, id, case when n % 2 = 0 then now() end
    from (select *, row_number() over (order by id) n from volunteer where organisation_id = $1) v where n % 7 < 2""",
)


async def test_the_crowd_is_the_register_of_those_who_could_be_asked(world: World) -> None:
    organisation, _ = await a_nation(world, volunteers=300, requests=10, prisons=3)
    for statement in _DETAILS:
        await world.connection.execute(statement, organisation)
    coordinator = await world.a_coordinator(organisation)
    async with db.transaction(coordinator):
        known = [each for each in await register(coordinator) if each.status in AVAILABLE and each.joined]
        crowd = await crowd_with_room(coordinator)
        shared = await register_today(organisation, known)
    able = [_in_one_order(each) for each in shared.volunteers if each.carrying < each.capacity]
    assert [_in_one_order(each) for each in crowd] == able
    assert len(able) > 100
    # all that was put in is there to be told apart
    things = ("away", "pause", "coordinates", "gender", "availability", "credentials", "kinds", "little_languages")
    for thing in (*things, "activity_denominations", "required_at"):
        assert len({str(getattr(each, thing)) for each in able}) > (thing != "required_at"), thing
    assert all(each.months_at and each.required_at for each in able)


async def test_an_organisation_without_volunteers_and_one_of_somebody_else(world: World) -> None:
    ours, theirs = await a_scene(world), await a_scene(world)
    await theirs.a_volunteer()
    async with db.transaction(ours.coordinator):
        assert list(await crowd_with_room(ours.coordinator)) == []
    async with db.transaction(theirs.coordinator):
        (somebody,) = await crowd_with_room(theirs.coordinator)
    assert somebody.organisation_id == theirs.organisation


def _in_one_order(volunteer: Volunteer) -> Volunteer:
    """Papers come in any order."""
    return replace(
        volunteer,
        credentials=_sorted(volunteer.credentials),
        admissions={place: _sorted(papers) for place, papers in volunteer.admissions.items()},
    )


def _sorted(papers: tuple[Paper, ...]) -> tuple[Paper, ...]:
    return tuple(sorted(papers, key=lambda paper: (paper.kind, paper.valid_from, str(paper.valid_until))))
