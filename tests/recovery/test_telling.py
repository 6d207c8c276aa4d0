"""All sides are told, by the real outbox: and nothing secret is in what lies there, in history or in a log."""

from __future__ import annotations

import pytest

from tests.calling import Browser
from tests.recovery.phones import (
    LINK,
    MINE,
    STOP_LINK,
    TO_HELP,
    Post,
    come_back,
    confirm,
    digits,
    found,
    send,
    start,
    stop,
    with_address,
)
from tests.world import World
from vrijplaats.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture
def post(settings: Settings, world: World) -> Post:
    return Post(settings, world)


async def test_all_sides_are_told_and_history_says_so(browser: Browser, world: World, post: Post) -> None:
    one, other = await world.an_organisation("Een"), await world.an_organisation("Ander")
    vera = await world.a_volunteer(one, "Vera Smit")
    await world.a_volunteer(other, person=vera.person_id)
    anja = await world.a_coordinator(one, "Anja Mulder")
    bram, elsewhere = await world.a_coordinator(one), await world.a_coordinator(other)
    email, theirs = await with_address(world, vera), await with_address(world, elsewhere)
    begun = await start(browser, anja, vera)
    await post.deliver()
    letter = post.text(email)
    assert "Anja Mulder (Een) is begonnen met herstel van je toegang." in letter
    assert await post.events(vera.person_id) == ["recovery.started"]
    assert await post.events(bram.person_id) == []

    assert (await come_back(browser, spoken=begun["code"], link=found(LINK, letter))).status_code == 200
    await post.deliver()
    assert await post.events(vera.person_id) == ["recovery.started", "recovery.used"]
    for helper in (anja, bram, elsewhere):
        assert await post.events(helper.person_id) == ["recovery.helped"]
    assert "Al je oude passkeys werken niet meer" in post.text(email)
    assert "Vera Smit was de telefoon kwijt. Anja Mulder (Een) heeft geholpen." in post.text(theirs)

    rows = await world.rows(
        "select verb, organisation_id, subject::text from history where verb like 'recovery.%' and "
        "subject ->> 'person' = $1 order by id",
        str(vera.person_id),
    )
    assert (rows[0]["verb"], rows[0]["organisation_id"]) == ("recovery.start", one)
    assert {(row["verb"], row["organisation_id"]) for row in rows[1:]} == {
        ("recovery.use", one),
        ("recovery.use", other),
    }
    assert '"known_by": "IN_PERSON"' in rows[0]["subject"]
    kept = await world.value(
        "select (select string_agg(o::text, '') from outbox o) || (select string_agg(h::text, '') from history h)"
        " || (select string_agg(n::text, '') from notice n) || (select string_agg(r::text, '') from recovery r)"
    )
    for secret in (begun["code"], digits(letter), found(LINK, letter), found(STOP_LINK, letter), email, "Vera"):
        assert secret not in kept


async def test_no_code_is_in_a_log(
    browser: Browser, world: World, post: Post, capfd: pytest.CaptureFixture[str]
) -> None:
    organisation = await world.an_organisation()
    volunteer = await world.a_volunteer(organisation)
    email = await with_address(world, volunteer)
    begun = await start(browser, await world.a_coordinator(organisation), volunteer)
    await post.deliver()
    letter = post.text(email)
    await send(browser, "options", spoken=begun["code"], second="00000000")
    await come_back(browser, spoken=begun["code"], second=digits(letter))
    said = "".join(capfd.readouterr())
    assert not [secret for secret in (begun["code"], digits(letter), email) if secret in said]


async def test_the_person_stops_it_from_a_session(browser: Browser, world: World, post: Post) -> None:
    organisation = await world.an_organisation()
    vera, anja = await world.a_volunteer(organisation), await world.a_coordinator(organisation, "Anja")
    begun = await start(browser, anja, vera)
    await browser.sign_in(vera)
    assert (await browser.graphql(MINE))["myRecovery"] == {"id": begun["recoveryId"], "startedBy": "Anja"}
    await stop(browser, vera, begun["recoveryId"])
    assert (await browser.graphql(MINE))["myRecovery"] is None
    assert (await stop(browser, vera, begun["recoveryId"]))["code"] == "NOT_ALLOWED_NOW"
    await post.deliver()
    assert await post.events(anja.person_id) == ["recovery.ended"]
    assert await post.events(vera.person_id) == ["recovery.started", "recovery.stopped"]
    verbs = await world.rows("select verb from history where person_id = $1", vera.person_id)
    assert [row["verb"] for row in verbs] == ["recovery.stop"]


async def test_the_person_stops_it_from_the_letter_which_signs_nobody_in(
    browser: Browser, world: World, post: Post
) -> None:
    organisation = await world.an_organisation()
    vera, anja = await world.a_volunteer(organisation), await world.a_coordinator(organisation)
    email = await with_address(world, vera)
    begun = await start(browser, anja, vera)
    await post.deliver()
    letter = post.text(email)
    link = found(STOP_LINK, letter)
    # neither link does what the other one is for
    assert (await send(browser, "stop", link=found(LINK, letter))).status_code == 403
    assert (await send(browser, "options", spoken=begun["code"], link=link)).status_code == 403
    stopped = await send(browser, "stop", link=link)
    assert (stopped.status_code, "set-cookie" in stopped.headers) == (200, False)
    assert (await send(browser, "stop", link=link)).status_code == 409
    assert (await come_back(browser, spoken=begun["code"], second=digits(letter))).status_code == 403


async def test_who_began_and_a_colleague_take_it_back_and_nobody_else(browser: Browser, world: World) -> None:
    organisation = await world.an_organisation()
    vera, anja = await world.a_volunteer(organisation), await world.a_coordinator(organisation)
    outsider, friend = await world.a_coordinator(await world.an_organisation()), await world.a_volunteer(organisation)
    for helper in (anja, await world.a_coordinator(organisation)):
        begun = await start(browser, anja, vera)
        for stranger in (outsider, friend):
            assert (await stop(browser, stranger, begun["recoveryId"]))["code"] == "NOT_FOUND"
        assert "recoveryId" in await stop(browser, helper, begun["recoveryId"])


async def test_the_second_ones_are_asked_and_see_what_to_do(browser: Browser, world: World, post: Post) -> None:
    organisation = await world.an_organisation()
    vera, anja = await world.a_volunteer(organisation, "Vera"), await world.a_coordinator(organisation, "Anja")
    bram, operator = await world.a_coordinator(organisation, "Bram"), await world.an_operator()
    theirs = await with_address(world, bram)
    begun = await start(browser, anja, vera)
    await post.deliver()
    for helper in (bram, operator):
        assert set(await post.events(helper.person_id)) == {"recovery.second_asked"}
        await browser.sign_in(helper)
        (row,) = [r for r in (await browser.graphql(TO_HELP))["recoveriesToHelp"] if r["id"] == begun["recoveryId"]]
        assert (row["name"], row["startedBy"], row["needsMe"], row["begunByMe"]) == ("Vera", "Anja", True, False)
    assert "Van Vera is geen e-mailadres bekend" in post.text(theirs)
    await confirm(browser, bram, begun["recoveryId"])
    (row,) = (await browser.graphql(TO_HELP))["recoveriesToHelp"]
    assert not row["needsMe"]


async def test_a_letter_that_comes_too_late_is_not_sent(browser: Browser, world: World, post: Post) -> None:
    organisation = await world.an_organisation()
    vera, anja = await world.a_volunteer(organisation), await world.a_coordinator(organisation)
    email = await with_address(world, vera)
    begun = await start(browser, anja, vera)
    await stop(browser, anja, begun["recoveryId"])
    await post.deliver()
    assert [str(letter["Subject"]) for letter in post.letters(email)] == ["Het herstel van je toegang is gestopt"]


async def test_somebody_who_reads_english_is_told_in_english(browser: Browser, world: World, post: Post) -> None:
    organisation = await world.an_organisation()
    vera = await world.a_volunteer(organisation, locale="en")
    email = await with_address(world, vera)
    begun = await start(browser, await world.a_coordinator(organisation), vera)
    await post.deliver()
    assert "has begun to restore your access" in post.text(email)
    assert (await come_back(browser, spoken=begun["code"], second=digits(post.text(email)))).status_code == 200


async def test_what_ended_a_week_ago_is_forgotten(browser: Browser, world: World, post: Post) -> None:
    from datetime import timedelta

    from vrijplaats.core import clock
    from vrijplaats.core.jobs import run_periodic
    from vrijplaats.worker import jobs_of

    organisation = await world.an_organisation()
    vera, anja = await world.a_volunteer(organisation), await world.a_coordinator(organisation)
    old = await world.a_recovery(vera, anja, expires_at=clock.now() - timedelta(days=8))
    fresh = await world.a_recovery(vera, anja, expires_at=clock.now() - timedelta(days=6))
    await post.deliver()
    night = next(each for each in jobs_of("PERIODIC") if each.name == "accounts.clean_up_recoveries")
    await run_periodic(night)
    rows = await world.rows("select id from recovery where id = any($1)", [old, fresh])
    assert [row["id"] for row in rows] == [fresh]
