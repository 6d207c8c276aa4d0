"""Coming back while something else goes on: two devices, an old phone that is busy, a lock that is held."""

from __future__ import annotations

import asyncio

import pytest

from tests.accounts.authenticator import Authenticator
from tests.accounts.test_passkeys import options, post, registered
from tests.calling import Browser, a_browser
from tests.recovery.phones import Post, come_back, lost, send
from tests.world import World
from vrijplaats.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_of_two_devices_at_once_one_wins(browser: Browser, db: Settings, world: World, post_office: Post) -> None:
    volunteer, halves, _ = await lost(browser, world, post_office)
    devices = [a_browser(db, world) for _ in range(4)]
    answers = await asyncio.gather(*(come_back(each, **halves) for each in devices))
    assert sorted(answer.status_code for answer in answers) == [200, 403, 403, 403]
    for table in ("passkey", "session"):
        assert await world.value(f"select count(*) from {table} where person_id = $1", volunteer.person_id) == 1
    for each in devices:
        await each.http.aclose()


async def test_an_old_phone_that_is_busy_at_that_moment_is_out_too(
    browser: Browser, db: Settings, world: World, post_office: Post
) -> None:
    """Signing in and switching while the code is used: in whatever order, only the new phone stays."""
    for _ in range(6):
        volunteer, halves, _ = await lost(browser, world, post_office)
        other = await world.a_volunteer(await world.an_organisation(), person=volunteer.person_id)
        old = await registered(browser, volunteer)
        shown = old.show(await options(browser, "sign-in"))
        asked = (await send(browser, "options", **halves)).json()["options"]
        made = Authenticator().make(asked)
        switching, using, signing = a_browser(db, world), a_browser(db, world), a_browser(db, world)
        await switching.sign_in(volunteer)
        switch = f'mutation {{ switchMembership(input: {{ membershipId: "{other.membership_id}" }}) {{ __typename }} }}'
        answers = await asyncio.gather(
            switching.post(switch),
            send(using, "use", credential=made, name="Nieuw", **halves),
            post(signing, "sign-in", {"credential": shown}),
        )
        assert answers[1].status_code == 200, answers[1].text
        assert [answer.status_code for answer in answers if answer.status_code >= 500] == []
        for table in ("passkey", "session"):
            assert await world.value(f"select count(*) from {table} where person_id = $1", volunteer.person_id) == 1
        for each in (switching, using, signing):
            await each.http.aclose()


async def test_a_switch_that_came_in_between_ends_no_recovery(
    browser: Browser, world: World, post_office: Post
) -> None:
    """A switch holds the person before it asks for the session, a recovery the other way round: one gives way."""
    volunteer, halves, _ = await lost(browser, world, post_office)
    await browser.sign_in(volunteer)
    async with world.connection.transaction():
        await world.connection.execute("select from person where id = $1 for key share", volunteer.person_id)
        using = asyncio.create_task(come_back(browser, **halves))
        while not await world.somebody_waits():
            assert not using.done(), "it did not wait for the person"
            await asyncio.sleep(0.02)
        await world.connection.execute("select from session where person_id = $1 for update", volunteer.person_id)
    assert (await using).status_code == 200
    assert await world.value("select count(*) from session where person_id = $1", volunteer.person_id) == 1
