"""The people of a tenant, and changing what they are."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from uuid import uuid4

import pytest

from tests.calling import Browser, a_browser
from tests.world import World
from vrijplaats.core.actor import Actor, Role
from vrijplaats.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")

PEOPLE = """
query P($first: Int, $after: String, $search: String, $role: Role) {
  people(first: $first, after: $after, search: $search, role: $role) {
    totalCount edges { node { id displayName role yourself } } pageInfo { hasNextPage endCursor } } }
"""
CHANGE = """
mutation C($input: {kind}!) {{ {verb}(input: $input) {{ __typename ... on Problem {{ code message }} }} }}
"""
CONTACT = """
mutation C($input: SetContactPersonInput!) { setContactPerson(input: $input) { __typename ... on Problem { code } } }
"""


KINDS = {"endMembership": "EndMembershipInput", "makeCoordinator": "MembershipInput"}


def changing(verb: str) -> str:
    return CHANGE.format(verb=verb, kind=KINDS[verb])


async def change(browser: Browser, verb: str, whom: Actor, **more: bool) -> str:
    document, variables = changing(verb), {"input": {"membershipId": str(whom.membership_id), **more}}
    answer = (await browser.graphql(document, variables))[verb]
    return str(answer.get("code") or answer["__typename"])


async def test_the_people_of_the_own_organisation_by_name(browser: Browser, world: World) -> None:
    organisation = await world.an_organisation()
    coordinator = await world.a_coordinator(organisation, "Mies")
    for name in ("Zeger", "Anna", "Bert"):
        await world.a_volunteer(organisation, name)
    await world.a_volunteer(await world.an_organisation(), "Vreemd")
    await browser.sign_in(coordinator)
    first = (await browser.graphql(PEOPLE, {"first": 2}))["people"]
    rest = (await browser.graphql(PEOPLE, {"first": 2, "after": first["pageInfo"]["endCursor"]}))["people"]
    names = [edge["node"]["displayName"] for page in (first, rest) for edge in page["edges"]]
    assert names == ["Anna", "Bert", "Mies", "Zeger"] and first["totalCount"] == 4
    found = (await browser.graphql(PEOPLE, {"search": "ER"}))["people"]["edges"]
    assert [edge["node"]["displayName"] for edge in found] == ["Bert", "Zeger"]
    only = (await browser.graphql(PEOPLE, {"role": "COORDINATOR"}))["people"]["edges"]
    assert [(edge["node"]["displayName"], edge["node"]["yourself"]) for edge in only] == [("Mies", True)]


async def test_an_ended_membership_ends_its_sessions_at_once(browser: Browser, world: World, db: Settings) -> None:
    organisation = await world.an_organisation()
    volunteer = await world.a_volunteer(organisation)
    theirs = await a_browser(db, world).sign_in(volunteer)
    await browser.sign_in(await world.a_coordinator(organisation))
    assert await change(browser, "endMembership", volunteer) == "EndMembershipSuccess"
    assert await theirs.codes("{ viewer { id } }") == ["UNAUTHENTICATED"]
    await theirs.http.aclose()
    status = "select status from volunteer where id = $1"
    assert await world.value(status, volunteer.volunteer_id) == "LEFT"
    told = "select payload ->> 'change' from outbox where event = 'mail.role_changed' order by id desc limit 1"
    assert await world.value(told) == "ended"
    verb = "select verb from history where organisation_id = $1 order by id desc limit 1"
    assert await world.value(verb, organisation) == "membership.end"
    assert await change(browser, "endMembership", volunteer) == "NOT_FOUND"


async def test_who_is_sent_away_leaves_no_way_back(browser: Browser, world: World) -> None:
    """A coordinator could have asked themselves anew before they were sent away, with a code they drew."""
    organisation = await world.an_organisation()
    leaving, staying = await world.a_coordinator(organisation), await world.a_coordinator(organisation)
    elsewhere = replace(leaving, organisation_id=await world.an_organisation())
    theirs, others, kept = [await world.an_invitation(one, Role.COORDINATOR) for one in (leaving, staying, elsewhere)]
    await browser.sign_in(staying)
    assert await change(browser, "endMembership", leaving) == "EndMembershipSuccess"
    gone = await world.rows("select id from invitation where withdrawn_at is not null")
    assert theirs in [row["id"] for row in gone] and not {others, kept} & {row["id"] for row in gone}


async def test_a_volunteer_becomes_coordinator_as_well(browser: Browser, world: World) -> None:
    organisation = await world.an_organisation()
    volunteer = await world.a_volunteer(organisation)
    await browser.sign_in(await world.a_coordinator(organisation))
    assert await change(browser, "makeCoordinator", volunteer) == "MakeCoordinatorSuccess"
    assert await change(browser, "makeCoordinator", volunteer) == "ALREADY_COORDINATOR"
    roles = await world.rows("select role from membership where person_id = $1 order by role", volunteer.person_id)
    assert [row["role"] for row in roles] == ["COORDINATOR", "VOLUNTEER"]


async def test_of_two_who_end_each_other_one_stays(browser: Browser, world: World, db: Settings) -> None:
    organisation = await world.an_organisation()
    one, other = await world.a_coordinator(organisation), await world.a_coordinator(organisation)
    theirs = await a_browser(db, world).sign_in(other)
    await browser.sign_in(one)
    await asyncio.gather(
        browser.post(changing("endMembership"), {"input": {"membershipId": str(other.membership_id)}}),
        theirs.post(changing("endMembership"), {"input": {"membershipId": str(one.membership_id)}}),
    )
    await theirs.http.aclose()
    left = "select count(*) from membership where organisation_id = $1 and ended_at is null"
    assert await world.value(left, organisation) == 1


async def test_the_last_coordinator_and_contact_person_stay(browser: Browser, world: World) -> None:
    coordinator = await world.a_coordinator(await world.an_organisation())
    await browser.sign_in(coordinator)
    assert await change(browser, "endMembership", coordinator) == "LAST_ONE"
    facility = await world.a_facility()
    contact = await world.a_staff_member(facility, contact_person=True)
    colleague = await world.a_staff_member(facility)
    await browser.sign_in(contact)
    assert await change(browser, "endMembership", contact) == "LAST_ONE"
    for whom, on, answer in ((contact, False, "LAST_ONE"), (colleague, True, None), (contact, False, None)):
        given = {"input": {"membershipId": str(whom.membership_id), "contactPerson": on}}
        assert (await browser.graphql(CONTACT, given))["setContactPerson"].get("code") == answer
    assert await change(browser, "endMembership", colleague) == "NOT_CONTACT_PERSON"


async def test_role_changes_ask_for_the_passkey_and_stay_in_the_tenant(browser: Browser, world: World) -> None:
    organisation = await world.an_organisation()
    coordinator, volunteer = await world.a_coordinator(organisation), await world.a_volunteer(organisation)
    stranger = await world.a_volunteer(await world.an_organisation())
    await browser.sign_in(coordinator)
    for verb in ("endMembership", "makeCoordinator"):
        assert await change(browser, verb, stranger) == "NOT_FOUND"
    await world.a_passkey(coordinator)
    for verb in ("endMembership", "makeCoordinator"):
        document = changing(verb)
        given = {"input": {"membershipId": str(volunteer.membership_id)}}
        assert await browser.codes(document, given) == ["STEP_UP_NEEDED"]


OF_TENANT = "query P($id: ID!) { tenantPeople(tenantId: $id) { edges { node { displayName role } } } }"


async def test_the_operator_sees_who_runs_a_tenant_and_never_its_volunteers(browser: Browser, world: World) -> None:
    organisation = await world.an_organisation()
    await world.a_coordinator(organisation, "Mies")
    await world.a_volunteer(organisation, "Vera")
    facility = await world.a_facility()
    await world.a_staff_member(facility)
    await browser.sign_in(await world.an_operator())
    for tenant, roles in ((organisation, ["COORDINATOR"]), (facility, ["STAFF"]), (uuid4(), [])):
        answer = await browser.graphql(OF_TENANT, {"id": str(tenant)})
        assert [edge["node"]["role"] for edge in answer["tenantPeople"]["edges"]] == roles


async def test_the_operator_ends_a_coordinator_and_all_hear_it(browser: Browser, world: World, db: Settings) -> None:
    organisation = await world.an_organisation()
    leaving, staying = await world.a_coordinator(organisation), await world.a_coordinator(organisation)
    own = await world.an_invitation(leaving, Role.COORDINATOR)
    theirs = await a_browser(db, world).sign_in(leaving)
    operator = await world.an_operator()
    await browser.sign_in(operator)
    assert await change(browser, "endMembership", leaving) == "EndMembershipSuccess"
    assert await theirs.codes("{ viewer { id } }") == ["UNAUTHENTICATED"]
    await theirs.http.aclose()
    assert await world.value("select withdrawn_at is not null from invitation where id = $1", own) is True
    told = "select recipients from outbox where event = 'membership.ended' order by id desc limit 1"
    assert await world.value(told) == [staying.person_id]
    row = (await world.rows("select * from history where organisation_id = $1 order by id desc limit 1", organisation))[
        0
    ]
    assert (row["verb"], row["role"], row["person_id"]) == ("membership.end", "OPERATOR", operator.person_id)


async def test_the_operator_ends_the_last_one_only_when_it_is_meant(browser: Browser, world: World) -> None:
    coordinator = await world.a_coordinator(await world.an_organisation())
    contact = await world.a_staff_member(await world.a_facility(), contact_person=True)
    await browser.sign_in(await world.an_operator())
    for last in (coordinator, contact):
        assert await change(browser, "endMembership", last) == "LAST_ONE"
        assert await change(browser, "endMembership", last, evenTheLast=True) == "EndMembershipSuccess"
    alone = await world.a_coordinator(await world.an_organisation())
    await browser.sign_in(alone)
    assert await change(browser, "endMembership", alone, evenTheLast=True) == "LAST_ONE"


async def test_a_volunteer_or_an_operator_is_not_the_operators_to_end(browser: Browser, world: World) -> None:
    volunteer = await world.a_volunteer(await world.an_organisation())
    colleague = await world.an_operator()
    operator = await world.an_operator()
    await browser.sign_in(operator)
    for whom in (volunteer, colleague, operator):
        assert await change(browser, "endMembership", whom, evenTheLast=True) == "NOT_FOUND"


async def test_the_operator_makes_somebody_contact_person(browser: Browser, world: World) -> None:
    staff = await world.a_staff_member(await world.a_facility())
    operator = await world.an_operator()
    await browser.sign_in(operator)
    given = {"input": {"membershipId": str(staff.membership_id), "contactPerson": True}}
    assert (await browser.graphql(CONTACT, given))["setContactPerson"]["__typename"] == "SetContactPersonSuccess"
    assert await world.value("select contact_person from membership where id = $1", staff.membership_id) is True
    await world.a_passkey(operator)
    assert await browser.codes(changing("endMembership"), {"input": {"membershipId": str(staff.membership_id)}}) == [
        "STEP_UP_NEEDED"
    ]
