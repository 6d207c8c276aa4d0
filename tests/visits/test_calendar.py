"""The calendar to subscribe to, read by another program's parser than the one that wrote it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import vobject

from tests.calling import Browser
from tests.visits.story import MORNING, Story, a_story, at, on
from tests.world import World
from vrijplaats.core import db, tickets
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.visits import actions
from vrijplaats.visits.calendar.http import FETCHES, GUESSES
from vrijplaats.visits.calendar.rules import Entry, as_calendar

MAKE = """mutation($i: MakeCalendarFeedInput!) { makeCalendarFeed(input: $i) {
  ... on MakeCalendarFeedSuccess { feed { id url fetchedOn } } ... on Problem { code } } }"""
REVOKE = "mutation($i: RevokeCalendarFeedInput!) { revokeCalendarFeed(input: $i) { __typename } }"


async def _feed(browser: Browser, story: Story, replaces: str | None = None) -> dict[str, str]:
    await browser.sign_in(story.volunteer)
    answer = await browser.graphql(MAKE, {"i": {"feedId": replaces}})
    feed: dict[str, str] = answer["makeCalendarFeed"]["feed"]
    return feed


async def _get(browser: Browser, url: str, **headers: str) -> httpx.Response:
    """As a calendar program does: without a session."""
    browser.http.cookies.clear()
    return await browser.http.get("/agenda/" + url.rpartition("/")[2], headers=headers)


def _events(response: httpx.Response | bytes) -> list[Any]:
    content = response if isinstance(response, bytes) else response.content
    return list(vobject.readOne(content.decode()).contents.get("vevent", []))


async def test_a_calendar_holds_the_coming_half_year_and_the_last_month(world: World, browser: Browser) -> None:
    story = await a_story(world)
    for days in (-40, -20, 20, 170, 190):
        await world.a_visit(story.match, MORNING + timedelta(days=days))
    with on():
        feed = await _feed(browser, story)
        response = await _get(browser, feed["url"])
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    assert response.headers["cache-control"].startswith("private")
    starts = [event.dtstart.value.astimezone(UTC) for event in _events(response)]
    assert starts == [MORNING + timedelta(days=days) for days in (-20, 20, 170)]


async def test_a_visit_is_told_without_a_name_and_changes_count_up(world: World, browser: Browser) -> None:
    story = await a_story(world)
    with on():
        feed = await _feed(browser, story)
        visit = await story.propose(at(14))
        (asked,) = _events(await _get(browser, feed["url"]))
        with on(MORNING + timedelta(hours=1)):
            await story.confirm(visit.id)
            (confirmed,) = _events(await _get(browser, feed["url"]))
            moved = (
                "update presence set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour'"
            )
            await world.connection.execute(f"{moved} where volunteer_id = $1", story.volunteer.volunteer_id)
            later = await _get(browser, feed["url"])
        with on(MORNING + timedelta(hours=2)):
            await story.cancel(visit.id)
            off = await _get(browser, feed["url"])
    (moved_event,), (cancelled,) = _events(later), _events(off)
    shown = [asked, confirmed, moved_event, cancelled]
    assert [event.status.value for event in shown] == ["TENTATIVE", "CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert {event.uid.value for event in shown} == {f"{visit.id}@localhost"}
    sequences = [int(event.sequence.value) for event in shown]
    assert sequences == sorted(set(sequences))
    modified = [event.last_modified.value for event in (asked, confirmed, cancelled)]
    assert modified == sorted(set(modified))
    assert asked.summary.value == "Nog niet bevestigd: Bezoek PI Veenhuizen"
    assert (confirmed.summary.value, confirmed.location.value) == ("Bezoek PI Veenhuizen", "PI Veenhuizen, Veenhuizen")
    assert confirmed.url.value.endswith(f"/bezoeken/{visit.id}")
    assert (confirmed.transp.value, cancelled.transp.value) == ("OPAQUE", "TRANSPARENT")
    assert moved_event.dtstart.value.hour == 15
    assert not hasattr(confirmed, "attendee")
    for secret in (b"Winston", b"Obispo", visit.pseudonym.encode(), b"ATTENDEE", b"ORGANIZER"):
        assert secret not in off.content


async def test_a_visit_that_was_moved_was_changed_then(world: World, browser: Browser) -> None:
    story = await a_story(world)
    shown: list[Any] = []

    async def look(hours: int) -> None:
        shown.extend(_events(await _get(browser, feed["url"])))
        assert shown[-1].last_modified.value == MORNING + timedelta(hours=hours)

    with on():
        feed = await _feed(browser, story)
        visit = await story.propose(at(14))
        await look(0)
    with on(MORNING + timedelta(hours=1)):
        await story.confirm(visit.id)
        await look(1)
    for hours, day in ((2, 26), (3, 27)):
        with on(MORNING + timedelta(hours=hours)):
            async with db.transaction(story.volunteer):
                to = {"starts_at": at(10, day=day), "ends_at": at(11, day=day)}
                await actions.move_visit(story.volunteer, visit_id=visit.id, **to)
            await look(hours)
    assert [event.status.value for event in shown] == ["TENTATIVE", "CONFIRMED", "TENTATIVE", "TENTATIVE"]
    assert [event.dtstart.value.day for event in shown] == [24, 24, 26, 27]
    for each in ([int(event.sequence.value) for event in shown], [event.dtstamp.value for event in shown]):
        assert each == sorted(set(each)), "each change counts up, and is later than the one before"


def test_times_are_right_around_both_clock_changes() -> None:
    moments = [
        datetime(2026, 10, 24, 14, tzinfo=AMSTERDAM),
        datetime(2026, 10, 26, 14, tzinfo=AMSTERDAM),
        datetime(2027, 3, 27, 14, tzinfo=AMSTERDAM),
        datetime(2027, 3, 29, 14, tzinfo=AMSTERDAM),
    ]
    entries = [
        Entry(
            id=uuid4(),
            state="CONFIRMED",
            starts_at=moment.astimezone(UTC),
            ends_at=moment.astimezone(UTC) + timedelta(hours=1),
            facility_name="PI Veenhuizen, locatie Esserheem",
            city="Veenhuizen",
            revision=1,
            created_at=MORNING,
            changed_at=MORNING,
        )
        for moment in moments
    ]
    content = as_calendar(entries, origin="https://vrijplaats.example", locale="nl")
    assert content == as_calendar(entries, origin="https://vrijplaats.example", locale="nl")
    assert content.count(b"BEGIN:VTIMEZONE") == 1 and b"DTSTART;TZID=Europe/Amsterdam:20261024T140000" in content
    events = _events(content)
    # the parser reckons with the VTIMEZONE in the file, not with a table of its own
    assert [event.dtstart.value.astimezone(UTC) for event in events] == [each.astimezone(UTC) for each in moments]
    assert [event.dtstart.value.utcoffset() for event in events] == [timedelta(hours=each) for each in (2, 1, 1, 2)]
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


async def test_a_feed_holds_every_organisation_and_nobody_elses_visits(world: World, browser: Browser) -> None:
    first, other = await a_story(world), await a_story(world)
    second = await a_story(world, person=first.volunteer.person_id)
    when = MORNING + timedelta(days=2)
    mine = [await world.a_visit(story.match, when + timedelta(hours=n)) for n, story in enumerate((first, second))]
    await world.a_visit(other.match, when)
    with on():
        feed = await _feed(browser, first)
        events = _events(await _get(browser, feed["url"]))
    assert [event.uid.value.partition("@")[0] for event in events] == [str(visit.id) for visit in mine]


async def test_a_feed_is_empty_when_the_membership_has_ended(world: World, browser: Browser) -> None:
    story = await a_story(world)
    await world.a_visit(story.match, MORNING + timedelta(days=2))
    with on():
        feed = await _feed(browser, story)
        await world.connection.execute(
            "update membership set ended_at = $2 where id = $1", story.volunteer.membership_id, MORNING
        )
        response = await _get(browser, feed["url"])
    assert (response.status_code, _events(response)) == (200, [])


async def test_a_revoked_address_and_an_invented_one_answer_alike(world: World, browser: Browser) -> None:
    story, other = await a_story(world), await a_story(world)
    first = await _feed(browser, story)
    again = await _feed(browser, story)
    assert again == first
    second = await _feed(browser, story, replaces=first["id"])
    third = await _feed(browser, other)
    await browser.graphql(REVOKE, {"i": {"feedId": third["id"]}})
    never = tickets.token("calendar", uuid4())
    answers = [await _get(browser, url) for url in (first["url"], third["url"], f"/{never}.ics", "/x.ics", "/é.ics")]
    assert {(answer.status_code, answer.content) for answer in answers} == {(404, answers[0].content)}
    assert (await _get(browser, second["url"])).status_code == 200
    # another purpose's token is no address
    assert (await _get(browser, f"/{tickets.token('invitation', uuid4())}.ics")).status_code == 404


async def test_a_calendar_that_did_not_change_is_not_sent_again(world: World, browser: Browser) -> None:
    story = await a_story(world)
    await world.a_visit(story.match, MORNING + timedelta(days=2))
    with on():
        feed = await _feed(browser, story)
        first = await _get(browser, feed["url"])
        again = await _get(browser, feed["url"], **{"if-none-match": first.headers["etag"]})
        await browser.sign_in(story.volunteer)
        mine = await browser.graphql("{ myCalendar { fetchedOn } }")
    assert (again.status_code, again.content) == (304, b"")
    assert mine == {"myCalendar": {"fetchedOn": "2026-11-23"}}


async def test_fetching_too_often_and_guessing_are_stopped(world: World, browser: Browser) -> None:
    story = await a_story(world)
    with on(MORNING + timedelta(days=400)):
        feed = await _feed(browser, story)
        codes = [(await _get(browser, feed["url"])).status_code for _ in range(FETCHES.times + 1)]
        guesses = [(await _get(browser, "/x.ics")).status_code for _ in range(GUESSES.times + 1)]
        assert (await _get(browser, feed["url"])).headers["retry-after"]
    assert (set(codes[:-1]), codes[-1]) == ({200}, 429)
    assert (set(guesses[:-1]), guesses[-1]) == ({404}, 429)


async def test_nothing_that_opens_a_feed_is_kept(world: World, browser: Browser) -> None:
    story = await a_story(world)
    feed = await _feed(browser, story)
    secret = feed["url"].rpartition("/")[2].removesuffix(".ics")
    for table in ("calendar_feed", "history", "attempt"):
        kept = await world.value(f"select coalesce(string_agg(t::text, ''), '') from {table} t")
        assert secret not in kept
    async with db.transaction(story.coordinator):
        assert await db.fetch("select id from calendar_feed") == []
