"""Inviting: who may, what leaves by e-mail through the real worker's delivery, and what another tenant's is worth."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from tests.calling import Browser
from tests.mail.postbox import a_postbox
from tests.world import World
from vrijplaats import settings as program
from vrijplaats.core import clock
from vrijplaats.core.jobs import WORKER, deliver, run_periodic
from vrijplaats.core.pools import open_database
from vrijplaats.settings import Login, Mail, Settings
from vrijplaats.worker import jobs_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

INVITE = """
mutation I($input: InvitePersonInput!) { invitePerson(input: $input) { __typename
  ... on InvitePersonSuccess { invitation { id state email role } } ... on Problem { code message } } }
"""
ONE = """
mutation I($input: InvitationInput!) {{ {verb}(input: $input) {{ __typename ... on Problem {{ code message }} }} }}
"""
SHOW = """
mutation I($input: InvitationInput!) { showInvitation(input: $input) { __typename
  ... on ShowInvitationSuccess { link size path } ... on Problem { code } } }
"""
OPEN = "{ openInvitations { totalCount edges { node { id state displayName } } } }"
ELS = {"role": "VOLUNTEER", "displayName": "Els Bakker", "email": "els@example.org", "locale": "nl"}


@pytest_asyncio.fixture(loop_scope="module")
async def worker(db: Settings) -> AsyncIterator[None]:
    await open_database(db.dsn(Login.WORKER), max_size=2, name=WORKER)
    yield


async def invited(browser: Browser, **changes: Any) -> dict[str, Any]:
    answer: dict[str, Any] = (await browser.graphql(INVITE, {"input": ELS | changes}))["invitePerson"]
    return answer


async def delivered(world: World) -> None:
    for row in await world.rows("select id from outbox where done_at is null order by id"):
        await deliver(row["id"], jobs_of("DELIVERIES"))


def letters(settings: Settings) -> list[EmailMessage]:
    found = []
    for file in sorted(Path(settings.var / "mail").glob("*.eml")):
        message = message_from_bytes(file.read_bytes(), policy=default)
        assert isinstance(message, EmailMessage)
        found.append(message)
    return found


def body(letter: EmailMessage, kind: str = "plain") -> str:
    part = letter.get_body((kind,))
    assert part is not None
    return str(part.get_content())


async def test_a_coordinator_invites_by_e_mail(browser: Browser, world: World, db: Settings, worker: None) -> None:
    organisation = await world.an_organisation("Bezoek Noord")
    await browser.sign_in(await world.a_coordinator(organisation, "Anja de Wit"))
    made = (await invited(browser))["invitation"]
    assert (made["state"], made["email"]) == ("WAITING", "els@example.org")
    payload = await world.value("select payload::text from outbox where event = 'mail.invitation'")
    assert payload == f'{{"invitation": "{made["id"]}"}}'
    await delivered(world)
    (letter,) = letters(db)
    assert letter["Subject"] == "Anja de Wit nodigt je uit bij Bezoek Noord"
    assert "/welkom#" in body(letter) and "/welkom#" in body(letter, "html")
    shown = (await browser.graphql(OPEN))["openInvitations"]["edges"]
    assert [edge["node"]["state"] for edge in shown] == ["SENT"]
    assert (await invited(browser))["code"] == "ALREADY_INVITED"
    link = body(letter).partition("#")[2].split()[0]
    kept = await world.rows(
        "select i::text || (select coalesce(string_agg(o::text, ''), '') from outbox o) as row from invitation i"
    )
    assert not [row for row in kept if link in row["row"]]


async def test_the_letter_is_in_the_language_the_inviter_chose(
    browser: Browser, world: World, db: Settings, worker: None
) -> None:
    await browser.sign_in(await world.a_coordinator(await world.an_organisation("Bezoek West"), "Anja"))
    await invited(browser, email="liz@example.org", locale="en")
    await delivered(world)
    letter = next(each for each in letters(db) if "liz@" in each["To"])
    assert letter["Subject"] == "Anja invites you to Bezoek West"


async def test_an_address_the_server_never_takes_is_shown_as_refused(
    browser: Browser, world: World, db: Settings, worker: None
) -> None:
    await browser.sign_in(await world.a_coordinator(await world.an_organisation()))
    made = (await invited(browser, email="weg@example.org"))["invitation"]
    async with a_postbox() as (box, url):
        box.answer = "550 no such mailbox"
        program.use(replace(db, mail=Mail(smtp_url=url, sender="noreply@example.org")))
        try:
            await delivered(world)
            assert (await browser.graphql(OPEN))["openInvitations"]["edges"][0]["node"]["state"] == "REFUSED"
            box.answer = "250 OK"
            assert await _one(browser, "resendInvitation", made["id"]) == "ResendInvitationSuccess"
            await delivered(world)
        finally:
            program.use(db)
    assert [letter["To"] for letter in box.letters] == ["Els Bakker <weg@example.org>"]
    assert (await browser.graphql(OPEN))["openInvitations"]["edges"][0]["node"]["state"] == "SENT"


async def test_a_withdrawn_invitation_is_not_sent_any_more(
    browser: Browser, world: World, db: Settings, worker: None
) -> None:
    await browser.sign_in(await world.a_coordinator(await world.an_organisation()))
    made = (await invited(browser, email="niet@example.org"))["invitation"]
    assert await _one(browser, "withdrawInvitation", made["id"]) == "WithdrawInvitationSuccess"
    await delivered(world)
    assert not [letter for letter in letters(db) if "niet@" in letter["To"]]
    assert await _one(browser, "withdrawInvitation", made["id"]) == "NOT_ALLOWED_NOW"
    assert (await browser.graphql(OPEN))["openInvitations"]["totalCount"] == 0


async def test_nobody_invites_for_a_role_above_their_own(browser: Browser, world: World) -> None:
    organisation, facility = await world.an_organisation(), await world.a_facility()
    await browser.sign_in(await world.a_coordinator(organisation))
    for role in ("OPERATOR", "FUNDER", "STAFF"):
        assert (await invited(browser, role=role))["code"] == "INVALID_INPUT"
    await browser.sign_in(await world.a_staff_member(facility))
    assert (await invited(browser, role="STAFF"))["code"] == "NOT_CONTACT_PERSON"
    await browser.sign_in(await world.a_staff_member(facility, contact_person=True))
    assert (await invited(browser, role="COORDINATOR"))["code"] == "INVALID_INPUT"
    assert (await invited(browser, role="STAFF"))["invitation"]["role"] == "STAFF"
    await browser.sign_in(await world.a_volunteer(organisation))
    assert await browser.codes(INVITE, {"input": ELS}) == ["FORBIDDEN"]
    assert await world.value("select count(*) from invitation where role = 'OPERATOR'") == 0


async def test_inviting_a_coordinator_asks_for_the_passkey_again(browser: Browser, world: World) -> None:
    coordinator = await world.a_coordinator(await world.an_organisation())
    await world.a_passkey(coordinator)
    await browser.sign_in(coordinator)
    assert await browser.codes(INVITE, {"input": ELS | {"role": "COORDINATOR"}}) == ["STEP_UP_NEEDED"]
    assert "invitation" in await invited(browser, email="vrijwilliger@example.org")


async def test_another_tenants_invitation_does_not_exist(browser: Browser, world: World) -> None:
    theirs = await world.an_invitation(await world.a_coordinator(await world.an_organisation()), email="a@example.org")
    for actor in (
        await world.a_coordinator(await world.an_organisation()),
        await world.a_staff_member(await world.a_facility(), contact_person=True),
        await world.an_operator(),
    ):
        await browser.sign_in(actor)
        for verb in ("resendInvitation", "withdrawInvitation", "showInvitation"):
            assert await _one(browser, verb, str(theirs)) == "NOT_FOUND"
        assert (await browser.graphql(OPEN))["openInvitations"]["totalCount"] == 0


async def test_fifty_a_day_are_enough(browser: Browser, world: World) -> None:
    coordinator = await world.a_coordinator(await world.an_organisation())
    for _ in range(50):
        await world.an_invitation(coordinator)
    await browser.sign_in(coordinator)
    assert (await invited(browser))["code"] == "TOO_MANY_INVITATIONS"
    await world.connection.execute(
        "update invitation set withdrawn_at = now() where invited_by = $1", coordinator.person_id
    )
    assert (await invited(browser))["code"] == "TOO_MANY_INVITATIONS", "taking them back makes no room for more letters"
    await world.connection.execute(
        "update invitation set created_at = $2 where invited_by = $1",
        coordinator.person_id,
        clock.now() - timedelta(hours=25),
    )
    assert "invitation" in await invited(browser)


async def test_the_same_answer_whether_another_tenant_knows_the_address(browser: Browser, world: World) -> None:
    stranger = await world.a_volunteer(await world.an_organisation())
    await world.insert("person_contact", person_id=stranger.person_id, email="bekend@example.org")
    await browser.sign_in(await world.a_coordinator(await world.an_organisation()))
    known, unknown = (
        await invited(browser, email="bekend@example.org"),
        await invited(browser, email="nieuw@example.org"),
    )
    assert known["invitation"]["state"] == unknown["invitation"]["state"] == "WAITING"


async def test_a_code_is_drawn_and_the_one_before_it_dies(browser: Browser, world: World) -> None:
    coordinator = await world.a_coordinator(await world.an_organisation())
    invitation = await world.an_invitation(coordinator)
    await browser.sign_in(coordinator)
    links = []
    for _ in range(2):
        shown = (await browser.graphql(SHOW, {"input": {"invitationId": str(invitation)}}))["showInvitation"]
        assert shown["size"] > 20 and shown["path"].startswith("M0 0h1v1h-1z")
        links.append(shown["link"])
    assert links[0] != links[1]


async def test_the_operator_lets_an_organisation_in(browser: Browser, world: World) -> None:
    await browser.sign_in(await world.an_operator())
    create = """mutation C($input: CreateOrganisationInput!) { createOrganisation(input: $input) {
      ... on CreateOrganisationSuccess { tenant { id } } ... on Problem { code } } }"""
    made = (await browser.graphql(create, {"input": {"name": "Nieuw Bezoek"}}))["createOrganisation"]["tenant"]["id"]
    assert (await browser.graphql(create, {"input": {"name": "Nieuw Bezoek"}}))["createOrganisation"][
        "code"
    ] == "NAME_TAKEN"
    papers = "select count(*) from credential_requirement where organisation_id = $1"
    assert await world.value(papers, UUID(made)) == 24
    invite = """mutation C($input: InviteToTenantInput!) { inviteToTenant(input: $input) {
      ... on InviteToTenantSuccess { invitation { role state } } ... on Problem { code } } }"""
    els = {"displayName": "Els", "email": "els@nieuw.nl", "locale": "nl"}
    answer = (await browser.graphql(invite, {"input": els | {"organisationId": made}}))["inviteToTenant"]
    assert answer == {"invitation": {"role": "COORDINATOR", "state": "WAITING"}}
    facility = await world.a_facility()
    assert (await browser.graphql(invite, {"input": els}))["inviteToTenant"]["code"] == "NOT_FOUND"
    both = {"organisationId": made, "facilityId": str(facility)}
    assert (await browser.graphql(invite, {"input": els | both}))["inviteToTenant"]["code"] == "NOT_FOUND"
    activity = """mutation C($input: SetActivityInput!) { setActivity(input: $input) {
      ... on SetActivitySuccess { activities { activeFrom activeUntil } } ... on Problem { code } } }"""
    days = {"activeFrom": "2026-01-01", "activeUntil": None}
    for until in (None, "2026-12-31"):
        done = await browser.graphql(activity, {"input": both | days | {"activeUntil": until}})
        assert done["setActivity"]["activities"] == [{"activeFrom": "2026-01-01", "activeUntil": until}]


async def _one(browser: Browser, verb: str, invitation: str) -> str:
    answer = (await browser.graphql(ONE.format(verb=verb), {"input": {"invitationId": invitation}}))[verb]
    return str(answer.get("code") or answer["__typename"])


async def test_what_ended_a_month_ago_is_forgotten(worker: None, world: World) -> None:
    anja, now = await world.a_coordinator(await world.an_organisation()), clock.now()
    old = await world.an_invitation(anja, expires_at=now - timedelta(days=31))
    recent = await world.an_invitation(anja, expires_at=now - timedelta(days=29))
    await run_periodic(next(each for each in jobs_of("PERIODIC") if each.name == "accounts.clean_up_invitations"))
    rows = await world.rows("select id from invitation where id = any($1)", [old, recent])
    assert [row["id"] for row in rows] == [recent]
