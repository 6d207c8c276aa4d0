"""What a test of single sign-on does again and again: set up a provider, go there, come back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from uuid import UUID

import httpx

from tests.accounts.sso.provider import CLIENT_ID, CLIENT_SECRET, AtTheProvider
from tests.calling import Browser
from tests.world import World
from vrijplaats.accounts.sso.rules import known_as
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor

VIEWER = "{ viewer { displayName current { role organisation { id } } } }"
SET = """
mutation($input: SetSsoProviderInput!) {
  setSsoProvider(input: $input) {
    __typename
    ... on SetSsoProviderSuccess { providers { id name organisationId facilityId issuer clientId emailDomains } }
    ... on Problem { code message }
  }
}
"""
END = """
mutation($id: ID!) {
  endSsoProvider(input: {providerId: $id}) {
    __typename ... on EndSsoProviderSuccess { providers { id } } ... on Problem { code }
  }
}
"""
LINKS = "{ mySsoLinks { id providerId name lastUsedAt } }"
UNLINK = """
mutation($id: ID!) {
  unlinkSso(input: {linkId: $id}) {
    __typename ... on UnlinkSsoSuccess { links { id providerId } } ... on Problem { code message }
  }
}
"""
OURS = {"X-Vrijplaats": "1"}


@dataclass(slots=True)
class Scene:
    """A browser, somebody at the provider, and a provider that was set up by an operator."""

    browser: Browser
    there: AtTheProvider
    provider: UUID
    issuer: str

    async def start(self, to: str | None = None, browser: Browser | None = None) -> str:
        """Where our program sends the browser."""
        http = (browser or self.browser).http
        answer = await http.get(f"/sso/{self.provider}/start", params={} if to is None else {"to": to})
        assert answer.status_code == 303, answer.text
        assert answer.headers["cache-control"] == "no-store"
        return answer.headers["location"]

    async def back(self, address: str, browser: Browser | None = None) -> httpx.Response:
        """The browser follows where the provider sends it."""
        parts = urlsplit(address)
        return await (browser or self.browser).http.get(f"{parts.path}?{parts.query}")

    async def sign_in(self, login: str, to: str | None = None) -> httpx.Response:
        """There and back."""
        return await self.back(await self.there.go(await self.start(to), login))

    async def link(self, actor: Actor, login: str) -> httpx.Response:
        """The actor, signed in, links the account with this login."""
        await self.browser.sign_in(actor)
        asked = await self.browser.http.post(f"/sso/{self.provider}/link", json={}, headers=OURS)
        assert asked.status_code == 200, asked.text
        return await self.back(await self.there.go(asked.json()["address"], login))

    async def who(self) -> Any:
        """Who the browser is now; None when nobody."""
        content = (await self.browser.post(VIEWER)).json()
        return None if "errors" in content else content["data"]["viewer"]


async def set_up(
    browser: Browser, issuer: str, *, organisation: UUID | None = None, facility: UUID | None = None, **more: Any
) -> Any:
    """The operator's answer; signs the operator in."""
    await browser.sign_in(await browser.world.an_operator())
    given: dict[str, Any] = {
        "organisationId": str(organisation) if organisation else None,
        "facilityId": str(facility) if facility else None,
        "issuer": issuer,
        "clientId": CLIENT_ID,
        "clientSecret": CLIENT_SECRET,
        "emailDomains": [],
    }
    return (await browser.graphql(SET, {"input": given | more}))["setSsoProvider"]


async def a_scene(
    browser: Browser, issuer: str, *, organisation: UUID | None = None, facility: UUID | None = None, **more: Any
) -> Scene:
    """A provider for this tenant; nobody is signed in."""
    answer = await set_up(browser, issuer, organisation=organisation, facility=facility, **more)
    assert answer["__typename"] == "SetSsoProviderSuccess", answer
    tenant = str(organisation or facility)
    made = next(each for each in answer["providers"] if tenant in (each["organisationId"], each["facilityId"]))
    browser.http.cookies.clear()
    return Scene(browser, AtTheProvider(), UUID(made["id"]), issuer)


def code_of(answer: httpx.Response) -> str:
    """Why the journey ended."""
    assert answer.status_code == 303
    (code,) = parse_qs(urlsplit(answer.headers["location"]).query)["sso"]
    return code


def question(address: str) -> dict[str, str]:
    return {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()}


def changed(address: str, **new: str | None) -> str:
    """The way back, with another value, or without."""
    values = {name: value for name, value in (question(address) | new).items() if value is not None}
    return f"{address.partition('?')[0]}?{urlencode(values)}"


async def already_linked(world: World, scene: Scene, subject: str = "anja") -> Actor:
    """A coordinator of the scene's organisation who is this subject."""
    organisation = await world.value("select organisation_id from sso_provider where id = $1", scene.provider)
    actor = await world.a_coordinator(organisation)
    await world.connection.execute("delete from sso_identity where subject = $1", subject)
    await world.insert(
        "sso_identity",
        person_id=actor.person_id,
        provider_id=scene.provider,
        issuer=scene.issuer,
        subject=subject,
        shown=known_as(scene.issuer, subject),
        created_at=clock.now(),
    )
    return actor
