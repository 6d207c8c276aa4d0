"""Accepting: somebody new, somebody who is here, and everything a link may be misused for."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from tests.accounts.authenticator import Authenticator
from tests.calling import Browser, a_browser
from tests.world import World
from vrijplaats.accounts.invitations.rules import PURPOSE
from vrijplaats.core import clock, tickets
from vrijplaats.core.actor import Actor, Role
from vrijplaats.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")

OURS = {"X-Vrijplaats": "1"}
VIEWER = "{ viewer { displayName current { role organisation { name } } memberships { role } } }"


async def token(world: World, invitation: UUID, column: str = "link_id") -> str:
    return tickets.token(PURPOSE, await world.value(f"select {column} from invitation where id = $1", invitation))


async def post(browser: Browser, path: str, **content: Any) -> httpx.Response:
    return await browser.http.post(f"/invitations/{path}", json=content, headers=OURS)


async def coordinator(world: World, name: str | None = None) -> Actor:
    return await world.a_coordinator(await world.an_organisation(name), "Anja")


def code(response: httpx.Response) -> str:
    return str(response.json()["errors"][0]["extensions"]["code"])


async def test_somebody_new_joins_with_a_passkey(browser: Browser, world: World, db: Settings) -> None:
    invitation = await world.an_invitation(await coordinator(world, "Bezoek Oost"), email="els@example.org")
    link = await token(world, invitation)
    shown = (await post(browser, "open", token=link)).json()
    assert (shown["inviter"], shown["tenant"], shown["role"]) == ("Anja", "Bezoek Oost", "VOLUNTEER")
    assert (shown["email"], shown["known"], shown["signedInAs"]) == ("els@example.org", False, None)
    options = (await post(browser, "passkey", token=link, displayName="Els B.")).json()
    answer = await post(
        browser,
        "accept",
        token=link,
        displayName="Els B.",
        phone="06 12345678",
        locale="nl",
        passkeyName="Telefoon",
        credential=Authenticator(db.origin).make(options),
    )
    assert answer.json() == {"accepted": True}
    viewer = (await browser.graphql(VIEWER))["viewer"]
    assert (viewer["displayName"], viewer["current"]["role"]) == ("Els B.", "VOLUNTEER")
    assert await browser.graphql("{ myOffers { id } }") == {"myOffers": []}
    (row,) = await world.rows(
        """select c.email, c.phone, c.email_verified_at is not null as verified, v.status, k.name,
          s.fresh_passkey_at is not null as fresh from person_contact c join volunteer v using (person_id)
          join passkey k using (person_id) join session s using (person_id) where c.email = 'els@example.org'"""
    )
    kept = {"email": "els@example.org", "phone": "+31612345678", "verified": True, "status": "APPLICANT"}
    assert row == kept | {"name": "Telefoon", "fresh": True}
    told = await world.rows(
        """select verb from history h join person_contact c using (person_id)
        where c.email = 'els@example.org' order by h.id"""
    )
    assert [each["verb"] for each in told] == ["passkey.add", "invitation.accept"]


async def test_a_link_works_once(browser: Browser, world: World) -> None:
    invitation = await world.an_invitation(await coordinator(world), email="once@example.org")
    link = await token(world, invitation)
    assert (await post(browser, "accept", token=link, displayName="Els")).status_code == 200
    browser.http.cookies.clear()
    for path in ("open", "passkey", "accept"):
        assert code(await post(browser, path, token=link, displayName="Els")) == "INVITATION_OVER"


async def test_dead_and_forged_links_answer_alike(browser: Browser, world: World) -> None:
    inviter, past = await coordinator(world), clock.now() - timedelta(minutes=1)
    expired = await world.an_invitation(inviter, expires_at=past)
    withdrawn = await world.an_invitation(inviter, withdrawn_at=past)
    shown: dict[str, Any] = {"shown_id": uuid4(), "shown_until": past}
    over = await world.an_invitation(inviter, **shown)
    live = await world.an_invitation(inviter)
    good = await token(world, live)
    dead = [
        await token(world, expired),
        await token(world, withdrawn),
        await token(world, over, "shown_id"),
        tickets.token(PURPOSE, uuid4()),
        tickets.token(PURPOSE, live),  # the row's own id is no ticket
        tickets.token("recovery", await world.value("select link_id from invitation where id = $1", live)),
        good[:-2] + ("AA" if good[-2:] != "AA" else "BB"),
        "",
        "x" * 900,
    ]
    for path in ("open", "accept"):
        answers = {(await post(browser, path, token=each, displayName="Els")).content for each in dead}
        assert len(answers) == 1 and b"INVITATION_OVER" in answers.pop()


async def test_sending_again_kills_the_link_before(browser: Browser, world: World) -> None:
    inviter = await coordinator(world)
    invitation = await world.an_invitation(inviter, email="again@example.org")
    before = await token(world, invitation)
    await browser.sign_in(inviter)
    await browser.graphql(
        "mutation R($input: InvitationInput!) { resendInvitation(input: $input) { __typename } }",
        {"input": {"invitationId": str(invitation)}},
    )
    browser.http.cookies.clear()
    assert code(await post(browser, "open", token=before)) == "INVITATION_OVER"
    assert (await post(browser, "open", token=await token(world, invitation))).status_code == 200


async def test_showing_a_code_does_not_revive_the_letter(browser: Browser, world: World) -> None:
    inviter = await coordinator(world)
    invitation = await world.an_invitation(inviter, expires_at=clock.now() - timedelta(minutes=1))
    before = await token(world, invitation)
    await browser.sign_in(inviter)
    await browser.graphql(
        "mutation S($input: InvitationInput!) { showInvitation(input: $input) { __typename } }",
        {"input": {"invitationId": str(invitation)}},
    )
    browser.http.cookies.clear()
    assert code(await post(browser, "open", token=before)) == "INVITATION_OVER"
    assert (await post(browser, "open", token=await token(world, invitation, "shown_id"))).status_code == 200


async def test_of_two_devices_at_once_one_gets_in(browser: Browser, world: World, db: Settings) -> None:
    invitation = await world.an_invitation(await coordinator(world), email="race@example.org")
    link = await token(world, invitation)
    others = [a_browser(db, world) for _ in range(6)]
    answers = await asyncio.gather(*(post(each, "accept", token=link, displayName="Els") for each in others))
    assert sorted(answer.status_code for answer in answers)[0] == 200
    assert [answer.status_code for answer in answers].count(200) == 1
    assert await world.value("select count(*) from person_contact where email = 'race@example.org'") == 1
    for each in others:
        await each.http.aclose()


async def test_two_invitations_of_one_address_make_one_person(browser: Browser, world: World, db: Settings) -> None:
    links = [
        await token(world, await world.an_invitation(await coordinator(world), email="twee@example.org"))
        for _ in range(2)
    ]
    others = [a_browser(db, world) for _ in links]
    answers = await asyncio.gather(
        *(post(each, "accept", token=link, displayName="Els") for each, link in zip(others, links, strict=True))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    lost = answers[0] if answers[0].status_code == 409 else answers[1]
    assert code(lost) == "SIGN_IN_FIRST"
    assert await world.value("select count(*) from person_contact where email = 'twee@example.org'") == 1
    for each in others:
        await each.http.aclose()


async def test_who_is_here_signs_in_and_becomes_one_thing_more(browser: Browser, world: World) -> None:
    els = await world.a_volunteer(await world.an_organisation())
    await world.insert("person_contact", person_id=els.person_id, email="els@known.org")
    link = await token(world, await world.an_invitation(await coordinator(world, "Bezoek Zuid"), email="Els@Known.org"))
    assert (await post(browser, "open", token=link)).json()["known"] is True
    for path in ("passkey", "accept"):
        assert code(await post(browser, path, token=link, displayName="Els")) == "SIGN_IN_FIRST"
    await browser.sign_in(await world.a_volunteer(await world.an_organisation()))
    assert code(await post(browser, "accept", token=link)) == "SIGN_IN_FIRST"
    await browser.sign_in(els)
    opened = (await post(browser, "open", token=link)).json()
    assert (opened["known"], opened["already"]) == (False, False)
    membership = (await post(browser, "accept", token=link)).json()["membership"]
    switch = "mutation S($input: SwitchMembershipInput!) { switchMembership(input: $input) { __typename } }"
    await browser.graphql(switch, {"input": {"membershipId": membership}})
    viewer = (await browser.graphql(VIEWER))["viewer"]
    assert viewer["current"] == {"role": "VOLUNTEER", "organisation": {"name": "Bezoek Zuid"}}
    assert len(viewer["memberships"]) == 2


async def test_who_is_this_already_hears_so_and_nothing_is_doubled(browser: Browser, world: World) -> None:
    inviter = await coordinator(world)
    assert inviter.organisation_id is not None
    els = await world.a_volunteer(inviter.organisation_id)
    link = await token(world, await world.an_invitation(inviter))
    await browser.sign_in(els)
    assert (await post(browser, "open", token=link)).json()["already"] is True
    assert (await post(browser, "accept", token=link)).json()["membership"] == str(els.membership_id)
    assert await world.value("select count(*) from membership where person_id = $1", els.person_id) == 1


async def test_a_code_on_a_screen_verifies_no_address(browser: Browser, world: World) -> None:
    shown: dict[str, Any] = {"shown_id": uuid4(), "shown_until": clock.now() + timedelta(minutes=5)}
    invitation = await world.an_invitation(await coordinator(world), email="qr@example.org", **shown)
    link = await token(world, invitation, "shown_id")
    assert (await post(browser, "open", token=link)).json()["email"] is None
    assert (await post(browser, "accept", token=link, displayName="Els")).status_code == 200
    assert await world.value("select email_verified_at from person_contact where email = 'qr@example.org'") is None


async def test_the_address_cannot_be_changed_while_accepting(browser: Browser, world: World) -> None:
    link = await token(world, await world.an_invitation(await coordinator(world), email="hers@example.org"))
    await post(browser, "accept", token=link, displayName="Els", email="other@example.org", role="OPERATOR")
    assert await world.value("select count(*) from person_contact where email = 'other@example.org'") == 0
    assert (await browser.graphql(VIEWER))["viewer"]["current"]["role"] == "VOLUNTEER"


async def test_every_role_comes_in(browser: Browser, world: World) -> None:
    operator, facility = await world.an_operator(), await world.a_facility()
    where: dict[Role, dict[str, Any]] = {
        Role.COORDINATOR: {"organisation_id": await world.an_organisation()},
        Role.STAFF: {"facility_id": facility, "contact_person": True},
        Role.FUNDER: {"funder_id": (await world.insert("funder", name=f"Fonds {uuid4()}"))},
        Role.OPERATOR: {},
    }
    for role, columns in where.items():
        browser.http.cookies.clear()
        link = await token(world, await world.an_invitation(operator, role, **columns))
        assert (await post(browser, "accept", token=link, displayName="Els")).status_code == 200
        assert (await browser.graphql(VIEWER))["viewer"]["current"]["role"] == role.value


async def test_a_bad_name_or_number_is_said_and_uses_nothing_up(browser: Browser, world: World) -> None:
    link = await token(world, await world.an_invitation(await coordinator(world)))
    for bad in ({"displayName": " "}, {"displayName": "Els", "phone": "123"}, {"displayName": "Els", "credential": {}}):
        assert (await post(browser, "accept", token=link, **bad)).status_code in (400, 403)
    assert (await post(browser, "accept", token=link, displayName="Els")).status_code == 200


async def test_another_site_cannot_accept(browser: Browser, world: World) -> None:
    link = await token(world, await world.an_invitation(await coordinator(world)))
    answer = await browser.http.post("/invitations/accept", json={"token": link, "displayName": "Els"})
    assert code(answer) == "HEADER_MISSING"


async def test_who_joins_where_somebody_elses_session_ran_out_ends_what_was_left_of_it(
    browser: Browser, world: World
) -> None:
    """A device that was woken for them is woken for nobody."""
    former = await world.a_volunteer(await world.an_organisation())
    await browser.sign_in(former)
    left = "update session set expires_at = now() - interval '1 hour' where person_id = $1"
    await world.connection.execute(left, former.person_id)
    link = await token(world, await world.an_invitation(await coordinator(world)))
    assert (await post(browser, "accept", token=link, displayName="Els")).status_code == 200
    assert await world.value("select count(*) from session where person_id = $1", former.person_id) == 0
