"""Losing a phone in a test: who helps, what is read out, what arrives by letter, and a new device."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any
from uuid import UUID

import httpx

from tests.accounts.authenticator import Authenticator
from tests.calling import Browser
from tests.world import World
from vrijplaats.core.actor import Actor
from vrijplaats.core.jobs import WORKER, deliver
from vrijplaats.core.pools import open_database
from vrijplaats.settings import Login, Settings, current
from vrijplaats.worker import jobs_of

START = """
mutation($input: StartRecoveryInput!) { startRecovery(input: $input) {
  __typename ... on StartRecoverySuccess { recoveryId code byMail operatorNeeded expiresAt }
  ... on Problem { code message } } }
"""
CONFIRM = """
mutation($input: ConfirmRecoveryInput!) { confirmRecovery(input: $input) {
  __typename ... on ConfirmRecoverySuccess { code } ... on Problem { code message } } }
"""
STOP = """
mutation($input: StopRecoveryInput!) { stopRecovery(input: $input) {
  __typename ... on StopRecoverySuccess { recoveryId } ... on Problem { code message } } }
"""
VIEWER = "{ viewer { displayName current { role } } }"
MINE = "{ myRecovery { id startedBy } }"
TO_HELP = "{ recoveriesToHelp { id name startedBy begunByMe needsMe } }"
LINK = re.compile(r"/herstel#(\S+)")
STOP_LINK = re.compile(r"/herstel/stop#(\S+)")
DIGITS = re.compile(r"^\s+(\d{4}) (\d{4})$", re.MULTILINE)


async def start(browser: Browser, helper: Actor, whom: Actor | None = None, **given: Any) -> Any:
    """What the helper is answered who begins for somebody."""
    await browser.sign_in(helper)
    named = {"membershipId": str(whom.membership_id)} if whom else {}
    return (await browser.graphql(START, {"input": {"knownBy": "IN_PERSON"} | named | given}))["startRecovery"]


async def confirm(browser: Browser, helper: Actor, recovery: str) -> Any:
    """What the second one is answered."""
    await browser.sign_in(helper)
    given = {"recoveryId": recovery, "knownBy": "VIDEO"}
    return (await browser.graphql(CONFIRM, {"input": given}))["confirmRecovery"]


async def stop(browser: Browser, actor: Actor, recovery: str) -> Any:
    """What somebody is answered who stops it."""
    await browser.sign_in(actor)
    return (await browser.graphql(STOP, {"input": {"recoveryId": recovery}}))["stopRecovery"]


async def send(browser: Browser, path: str, **content: Any) -> httpx.Response:
    """A request under /recovery/, by nobody."""
    browser.http.cookies.clear()
    return await browser.http.post(f"/recovery/{path}", json=content, headers={"X-Vrijplaats": "1"})


async def come_back(browser: Browser, device: Authenticator | None = None, /, **halves: str) -> httpx.Response:
    """Make a passkey on a new device with both halves; the session is then in the browser."""
    asked = await send(browser, "options", **halves)
    if asked.status_code != 200:
        return asked
    made = (device or Authenticator()).make(asked.json()["options"])
    return await send(browser, "use", credential=made, name="Nieuwe telefoon", **halves)


async def with_address(world: World, actor: Actor, email: str | None = None, *, verified: bool = True) -> str:
    """Let the actor have an address of their own."""
    email = email or f"{actor.person_id.hex}@example.org"
    at = await world.value("select now()") if verified else None
    await world.insert("person_contact", person_id=actor.person_id, email=email, email_verified_at=at)
    return email


class Post:
    """What the outbox leads to, by the real deliveries: letters as files, notices in the database."""

    def __init__(self, settings: Settings, world: World) -> None:
        self._settings, self._world = settings, world

    async def deliver(self) -> None:
        """Everything that waits, and what comes of it."""
        await open_database(self._settings.dsn(Login.WORKER), max_size=2, name=WORKER)
        while waiting := await self._world.rows("select id from outbox where done_at is null order by id"):
            for row in waiting:
                await deliver(row["id"], jobs_of("DELIVERIES"))

    def letters(self, email: str) -> list[EmailMessage]:
        """All to this address, the oldest first."""
        files = sorted((current().var / "mail").glob("[!.]*.eml"), key=lambda file: file.stat().st_mtime_ns)
        read = [message_from_bytes(file.read_bytes(), policy=default) for file in files]
        return [each for each in read if email in str(each["To"])]

    def text(self, email: str) -> str:
        """The newest, in plain."""
        body = self.letters(email)[-1].get_body(("plain",))
        assert body is not None
        return str(body.get_content()).replace("\r\n", "\n")

    async def events(self, person: UUID) -> list[str]:
        """What somebody was told, in order."""
        rows = await self._world.rows("select event from notice where person_id = $1 order by id", person)
        return [row["event"] for row in rows]


def digits(text: str) -> str:
    """The code in a letter."""
    found = DIGITS.search(text)
    assert found, text
    return found[1] + found[2]


def found(pattern: re.Pattern[str], text: str) -> str:
    """What a link in a letter carries."""
    match = pattern.search(text)
    assert match, text
    return match[1]


def as_(actor: Actor, **changes: Any) -> Actor:
    """The same person in another membership."""
    return replace(actor, **changes)


async def lost(browser: Browser, world: World, post: Post) -> tuple[Actor, dict[str, str], Any]:
    """A volunteer whose coordinator has begun: both halves, and what the coordinator was answered."""
    organisation = await world.an_organisation()
    volunteer, coordinator = await world.a_volunteer(organisation, "Vera"), await world.a_coordinator(organisation)
    email = await with_address(world, volunteer)
    begun = await start(browser, coordinator, volunteer)
    await post.deliver()
    # each test is in a network of its own
    await world.connection.execute("delete from attempt")
    return volunteer, {"spoken": begun["code"], "second": digits(post.text(email))}, begun
