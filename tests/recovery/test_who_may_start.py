"""Who may help whom back in: nobody themselves, nobody of another tenant, and for each role those who know them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import asyncpg
import pytest
import pytest_asyncio

from tests.accounts.test_passkeys import registered
from tests.accounts.test_step_up import NEEDED, shown
from tests.calling import Browser
from tests.recovery.phones import CONFIRM, START, confirm, start, with_address
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core import db as database
from vrijplaats.core.actor import Actor

pytestmark = pytest.mark.asyncio(loop_scope="module")


@dataclass(frozen=True, slots=True)
class People:
    """Two of each, the second one of another tenant, and a colleague of the first."""

    ours: dict[str, Actor]
    colleague: dict[str, Actor]
    theirs: dict[str, Actor]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def people(world: World) -> AsyncIterator[People]:
    here, there = await world.a_facility(), await world.a_facility("Vught")
    ours, others = await world.an_organisation(facilities=[here]), await world.an_organisation(facilities=[there])

    async def some(organisation: UUID, facility: UUID) -> dict[str, Actor]:
        return {
            "volunteer": await world.a_volunteer(organisation),
            "coordinator": await world.a_coordinator(organisation),
            "staff": await world.a_staff_member(facility),
            "funder": await world.a_funder(),
            "operator": await world.an_operator(),
        }

    yield People(await some(ours, here), await some(ours, here), await some(others, there))


ROLES = ("volunteer", "coordinator", "staff", "funder", "operator")
# who begins -> for whom: of the same tenant, and of another one
MAY = {
    "coordinator": ({"volunteer", "coordinator"}, set[str]()),
    "staff": ({"staff"}, set[str]()),
    "operator": ({"coordinator", "staff", "funder", "operator"}, {"coordinator", "staff", "funder", "operator"}),
}


@pytest.mark.parametrize("target", ROLES)
@pytest.mark.parametrize("helper", ROLES)
async def test_each_role_helps_those_it_knows(browser: Browser, people: People, helper: str, target: str) -> None:
    actor = people.ours[helper]
    await browser.sign_in(actor)
    for whom, tenant in ((people.colleague[target], 0), (people.theirs[target], 1)):
        given = {"input": {"membershipId": str(whom.membership_id), "knownBy": "VIDEO"}}
        if helper not in MAY:
            assert await browser.codes(START, given) == ["FORBIDDEN"]
            continue
        answer = (await browser.post(START, given)).json()["data"]["startRecovery"]
        expected = "StartRecoverySuccess" if target in MAY[helper][tenant] else "NotFound"
        assert answer["__typename"] == expected, (helper, target, tenant)


@pytest.mark.parametrize("helper", MAY)
async def test_nobody_helps_themselves(browser: Browser, people: People, helper: str) -> None:
    answer = await start(browser, people.ours[helper], people.ours[helper])
    assert answer["code"] == "NOT_FOUND"


async def test_not_by_way_of_another_membership_either(browser: Browser, world: World) -> None:
    organisation = await world.an_organisation()
    coordinator = await world.a_coordinator(organisation)
    volunteer = await world.a_volunteer(organisation, person=coordinator.person_id)
    assert (await start(browser, coordinator, volunteer))["code"] == "NOT_FOUND"


async def test_somebody_elses_is_answered_like_nobody_to_the_byte(browser: Browser, people: People) -> None:
    await browser.sign_in(people.ours["coordinator"])
    for field, theirs in (
        ("membershipId", people.theirs["volunteer"].membership_id),
        ("membershipId", people.ours["staff"].membership_id),
        ("volunteerId", people.theirs["volunteer"].volunteer_id),
    ):
        answers = [
            await browser.post(START, {"input": {field: str(identifier), "knownBy": "VIDEO"}})
            for identifier in (theirs, uuid4())
        ]
        assert answers[0].content == answers[1].content
        assert answers[0].json()["data"]["startRecovery"]["code"] == "NOT_FOUND"


async def test_a_volunteer_is_named_by_the_register_too(browser: Browser, people: People) -> None:
    volunteer = people.ours["volunteer"]
    answer = await start(browser, people.ours["coordinator"], volunteerId=str(volunteer.volunteer_id))
    assert answer["__typename"] == "StartRecoverySuccess"


async def test_who_left_is_not_helped_back_in(browser: Browser, world: World) -> None:
    organisation = await world.an_organisation()
    volunteer = await world.a_volunteer(organisation)
    await world.connection.execute("update membership set ended_at = now() where id = $1", volunteer.membership_id)
    assert (await start(browser, await world.a_coordinator(organisation), volunteer))["code"] == "NOT_FOUND"


async def test_the_database_itself_refuses_what_the_rules_refuse(db: object, people: People) -> None:
    """The same insert past our own code: of another tenant, or in somebody else's name."""
    sql = """
        insert into recovery (person_id, membership_id, role, organisation_id, facility_id, locator, by_mail, elsewhere,
          started_by, started_role, known_by, created_at, expires_at)
        values ($1, $2, 'VOLUNTEER', $3, null, gen_random_uuid(), $4, false, $5, 'COORDINATOR', 'VIDEO', now(), now())
    """
    ours, theirs = people.ours["volunteer"], people.theirs["volunteer"]
    me, another = people.ours["coordinator"], people.colleague["coordinator"]

    async def insert(whom: Actor, by_mail: bool, by: Actor) -> None:
        async with database.transaction(me):
            given = (whom.person_id, whom.membership_id, whom.organisation_id, by_mail, by.person_id)
            await database.execute(sql, *given)

    for whom, by_mail, by in ((theirs, False, me), (ours, True, me), (ours, False, another)):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await insert(whom, by_mail, by)
    await insert(ours, False, me)


async def test_it_asks_for_a_fresh_passkey(browser: Browser, world: World) -> None:
    organisation = await world.an_organisation()
    coordinator, volunteer = await world.a_coordinator(organisation), await world.a_volunteer(organisation)
    device = await registered(browser, coordinator)
    await browser.sign_in(coordinator)
    given = {"input": {"membershipId": str(volunteer.membership_id), "knownBy": "VIDEO"}}
    assert await browser.codes(START, given) == NEEDED
    assert await browser.codes(CONFIRM, {"input": {"recoveryId": str(uuid4()), "knownBy": "VIDEO"}}) == NEEDED
    await shown(browser, coordinator, device)
    assert await browser.codes(START, given) == []
    with clock.travel(clock.now() + timedelta(minutes=5, seconds=1)):
        assert await browser.codes(START, given) == NEEDED


async def test_five_times_a_day_is_enough(browser: Browser, world: World) -> None:
    organisation = await world.an_organisation()
    coordinator, volunteer = await world.a_coordinator(organisation), await world.a_volunteer(organisation)
    answers = [await start(browser, coordinator, volunteer) for _ in range(6)]
    assert [each.get("code") == "NOT_ALLOWED_NOW" for each in answers] == [False] * 5 + [True]
    running = "select count(*) from recovery where person_id = $1 and withdrawn_at is null"
    assert await world.value(running, volunteer.person_id) == 1  # who begins anew ends what was begun


async def test_who_has_an_address_needs_no_second_one(browser: Browser, world: World, people: People) -> None:
    organisation = await world.an_organisation()
    coordinator, volunteer = await world.a_coordinator(organisation), await world.a_volunteer(organisation)
    await with_address(world, volunteer)
    begun = await start(browser, coordinator, volunteer)
    assert begun["byMail"]
    second = await world.a_coordinator(organisation)
    assert (await confirm(browser, second, begun["recoveryId"]))["code"] == "NOT_ALLOWED_NOW"


async def test_without_an_address_another_one_confirms_and_not_who_began(browser: Browser, world: World) -> None:
    organisation = await world.an_organisation()
    coordinator, volunteer = await world.a_coordinator(organisation), await world.a_volunteer(organisation)
    await with_address(world, volunteer, verified=False)
    begun = await start(browser, coordinator, volunteer)
    assert (begun["byMail"], begun["operatorNeeded"]) == (False, False)
    recovery = begun["recoveryId"]
    assert (await confirm(browser, coordinator, recovery))["code"] == "NOT_ALLOWED_NOW"
    outsider = await world.a_coordinator(await world.an_organisation())
    assert (await confirm(browser, outsider, recovery))["code"] == "NOT_FOUND"
    second = await world.a_coordinator(organisation)
    code = (await confirm(browser, second, recovery))["code"]
    assert len(code) == 8 and code != begun["code"]
    third = await world.a_coordinator(organisation)
    assert (await confirm(browser, third, recovery))["code"] == "NOT_ALLOWED_NOW"


async def test_two_of_one_organisation_do_not_open_what_somebody_is_elsewhere(browser: Browser, world: World) -> None:
    one, other = await world.an_organisation(), await world.an_organisation()
    volunteer = await world.a_volunteer(one)
    await world.a_volunteer(other, person=volunteer.person_id)
    begun = await start(browser, await world.a_coordinator(one), volunteer)
    assert begun["operatorNeeded"]
    recovery = begun["recoveryId"]
    assert (await confirm(browser, await world.a_coordinator(one), recovery))["code"] == "NOT_ALLOWED_NOW"
    assert "code" in await confirm(browser, await world.an_operator(), recovery)


FIND = "query($name: String!) { peopleToHelp(name: $name) { membershipId name role place } }"


async def test_helpers_find_by_name_whom_they_may_help_and_nobody_else(browser: Browser, world: World) -> None:
    here = await world.a_facility("Vught")
    one, other = await world.an_organisation("Huis"), await world.an_organisation()
    anja = await world.a_coordinator(one, "Anja Zoek")
    vera = await world.a_volunteer(one, "Vera Zoek")
    await world.a_volunteer(other, "Karel Zoek")
    piet, kees = await world.a_staff_member(here, "Piet Zoek"), await world.a_staff_member(here, "Kees Zoek")
    theirs = await world.a_coordinator(other, "Tea Zoek")
    found = {
        anja: ["Vera Zoek"],
        piet: ["Kees Zoek"],
        await world.an_operator("Olga Zoek"): ["Anja Zoek", "Kees Zoek", "Piet Zoek", "Tea Zoek"],
    }
    assert kees.facility_id and theirs.organisation_id
    for helper, names in found.items():
        await browser.sign_in(helper)
        rows = (await browser.graphql(FIND, {"name": " zoEK "}))["peopleToHelp"]
        assert [row["name"] for row in rows] == names
    await browser.sign_in(anja)
    assert (await browser.graphql(FIND, {"name": "Vera Zoek"}))["peopleToHelp"] == [
        {"membershipId": str(vera.membership_id), "name": "Vera Zoek", "role": "VOLUNTEER", "place": "Huis"}
    ]
    for name in ("", "Z", "  Z ", "%%", "__", "x" * 5000, "\\"):
        assert (await browser.graphql(FIND, {"name": name}))["peopleToHelp"] == []
    await browser.sign_in(vera)
    assert await browser.codes(FIND, {"name": "Zoek"}) == ["FORBIDDEN"]
