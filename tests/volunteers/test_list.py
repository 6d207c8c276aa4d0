"""The list of the register: narrowed, by name, a page at a time and in one statement."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.calling import Browser
from tests.statements import counted
from tests.volunteers.desk import Desk, a_desk
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core import db as database
from vrijplaats.core.errors import Forbidden
from vrijplaats.settings import Settings
from vrijplaats.volunteers.register.queries import Wanted, choices, entries
from vrijplaats.volunteers.rules import ActivityKind, VolunteerStatus

LIST = """query($first: Int, $after: String) { register(first: $first, after: $after) {
  totalCount edges { node { displayName } } pageInfo { hasNextPage endCursor } } }"""


async def _a_few(world: World) -> Desk:
    desk = await a_desk(world)
    await desk.volunteer("Zeynep Kaya", languages=["nl", "tr"], place="Assen")
    await desk.volunteer("anna de Boer", kinds=["ONE_TO_ONE", "COURSE"], place="Zwolle")
    await desk.volunteer("Bram Smit", status="LEFT")
    await world.a_volunteer(desk.organisation, "Cor Vos", status="IN_TRAINING")
    return desk


async def test_each_choice_narrows_and_names_are_in_order_whatever_their_capitals(db: Settings, world: World) -> None:
    desk = await _a_few(world)
    assert await desk.listed() == ["anna de Boer", "Bram Smit", "Cor Vos", "Zeynep Kaya"]
    assert await desk.listed(statuses=[VolunteerStatus.ACTIVE]) == ["anna de Boer", "Zeynep Kaya"]
    assert await desk.listed(statuses=[]) == []
    assert await desk.listed(search=" KAYA ") == ["Zeynep Kaya"]
    assert await desk.listed(search="zwol") == ["anna de Boer"]
    assert await desk.listed(kind=ActivityKind.COURSE) == ["anna de Boer"]
    assert await desk.listed(language="tr") == ["Zeynep Kaya"]
    assert await desk.listed(facility_id=desk.facility, statuses=[VolunteerStatus.IN_TRAINING]) == []
    assert await desk.listed(search="%") == []


async def test_a_page_goes_on_where_the_last_one_ended(db: Settings, world: World, browser: Browser) -> None:
    desk = await _a_few(world)
    await browser.sign_in(desk.anja)
    names, after = [], None
    for more in (True, False):
        page = (await browser.graphql(LIST, {"first": 2, "after": after}))["register"]
        names += [edge["node"]["displayName"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        assert (page["totalCount"], page["pageInfo"]["hasNextPage"]) == (4, more)
    assert names == ["anna de Boer", "Bram Smit", "Cor Vos", "Zeynep Kaya"]
    past = (await browser.graphql(LIST, {"first": 2, "after": after}))["register"]
    assert (past["edges"], past["totalCount"]) == ([], 4)


async def test_a_page_is_one_statement_and_ends_at_the_wall(db: Settings, world: World) -> None:
    desk, other = await _a_few(world), await a_desk(world)
    async with counted(desk.anja) as sent:
        await entries(desk.anja, Wanted(ending=True), most=50, after=None)
    assert len(sent) == 1
    assert await other.listed() == []
    async with database.transaction(other.anja, read_only=True):
        assert await entries(other.anja, Wanted(facility_id=desk.facility), most=5, after=None) is None
    volunteer = await desk.volunteer()
    async with database.transaction(volunteer, read_only=True):
        for asked in (entries(volunteer, Wanted(), most=5, after=None), choices(volunteer)):
            with pytest.raises(Forbidden):
                await asked


async def test_what_there_is_to_choose_is_what_those_who_take_part_have(db: Settings, world: World) -> None:
    desk = await _a_few(world)
    async with database.transaction(desk.anja, read_only=True):
        found = await choices(desk.anja)
    assert (found.languages, found.active) == (("nl", "tr"), 2)
    assert found.kinds == (ActivityKind.COURSE, ActivityKind.ONE_TO_ONE)
    assert [facility.id for facility in found.facilities] == [desk.facility]


async def test_what_ends_soon_is_what_the_work_needs(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    await desk.needs("VOG")
    today = clock.today()
    for name, days, kind in (
        ("In tijd", 91, "VOG"),
        ("Bijna", 90, "VOG"),
        ("Voorbij", -400, "VOG"),
        ("Niet nodig", 5, "TRAINING_BASIS"),
    ):
        volunteer = await desk.volunteer(name)
        sql = "update credential set valid_until = $2 where volunteer_id = $1 and kind = $3"
        await world.connection.execute(sql, volunteer.volunteer_id, today + timedelta(days=days), kind)
    admitted = await desk.volunteer("Toelating")
    sql = "update admission set valid_until = $2 where volunteer_id = $1"
    await world.connection.execute(sql, admitted.volunteer_id, today + timedelta(days=12))
    assert await desk.listed(ending=True) == ["Bijna", "Toelating", "Voorbij"]
    # an admission that is over is something to do only where somebody is visited
    await world.connection.execute(sql, admitted.volunteer_id, today - timedelta(days=1))
    assert await desk.listed(ending=True) == ["Bijna", "Voorbij"]
    await world.a_match(admitted, desk.facility)
    assert await desk.listed(ending=True) == ["Bijna", "Toelating", "Voorbij"]
