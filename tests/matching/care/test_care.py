"""Of whom a coordinator is told to think, from what the organisation already keeps; and that it can be ticked off."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.calling import Browser
from tests.matching.care.conftest import NOW, Desk, ago
from tests.statements import counted
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, NotAllowedNow, NotFound
from vrijplaats.matching.care import queries
from vrijplaats.matching.care.rules import CareSignal

pytestmark = pytest.mark.usefixtures("db")


async def test_each_kind_of_sign_of_life_ends_a_silence(desk: Desk) -> None:
    people = {
        name: await desk.volunteer(name)
        for name in ("Stil", "Bezoek", "Antwoord", "Telefoon", "Gepland", "Vast", "Terug", "Weg", "Pauze")
    }
    at, world = NOW - timedelta(days=3), desk.world
    await desk.held(people["Bezoek"][1], 40, 5)
    request = await world.a_request(desk.facility, desk.organisation)
    await world.an_offer(request, people["Antwoord"][0], state="DECLINED", answered_at=at)
    whose = {name: {"organisation_id": desk.organisation, "volunteer_id": who.volunteer_id} for name, (who, _) in
             people.items()}  # fmt: skip
    await world.insert("call_request", **whose["Telefoon"], urgency="THIS_WEEK", asked_at=at)
    await world.a_visit(people["Gepland"][1], NOW + timedelta(days=9), state="PROPOSED")
    await world.a_series(people["Vast"][1], NOW + timedelta(days=30), created_at=at)
    away = {"starts_on": ago(40), "ends_on": ago(4), "created_at": NOW}
    await world.insert("volunteer_away", **whose["Terug"], **away)
    await world.insert("volunteer_away", **whose["Weg"], **(away | {"ends_on": ago(-4)}))
    await world.insert("volunteer_pause", **whose["Pauze"], starts_on=ago(40))
    assert await desk.signs() == [("SILENT_30", "Stil")]


async def test_a_planned_visit_counts_until_an_older_one_was_never_logged(desk: Desk) -> None:
    _, match = await desk.volunteer("Els")
    await desk.world.a_visit(match, NOW + timedelta(days=5))
    await desk.world.a_visit(match, NOW - timedelta(days=6))
    assert await desk.signs() == []
    await desk.world.a_visit(match, NOW - timedelta(days=20))
    assert await desk.signs() == [("SILENT_30", "Els")]


async def test_fourteen_days_and_thirty_are_two_signs_and_who_left_is_none(desk: Desk) -> None:
    _, short = await desk.volunteer("Kort")
    _, long = await desk.volunteer("Lang")
    gone, _ = await desk.volunteer("Gestopt")
    await desk.held(short, 28, 14)
    await desk.held(long, 30)
    await desk.world.connection.execute("update volunteer set status = 'LEFT' where id = $1", gone.volunteer_id)
    assert await desk.signs() == [("SILENT_30", "Lang"), ("SILENT_14", "Kort")]


async def test_a_first_visit_is_that_of_the_match_however_long_ago_the_others_were(desk: Desk) -> None:
    _, new = await desk.volunteer("Nieuw", days=20)
    _, old = await desk.volunteer("Oud", days=170)
    await desk.held(new, 3)
    await desk.held(old, 160, 4)
    assert await desk.signs() == [("FIRST_VISIT", "Nieuw")]


async def test_more_people_or_clearly_more_visits_is_too_much(desk: Desk) -> None:
    two, match = await desk.volunteer("Twee", capacity=1)
    await desk.match(two, 20)
    await desk.held(match, 2)
    _, often = await desk.volunteer("Vaak")
    await desk.held(often, 40, 26, 19, 12, 5)
    _, usual = await desk.volunteer("Gewoon")
    await desk.held(usual, 40, 26, 12, 5)
    found = await desk.signs()
    assert [name for signal, name in found if signal == "OVERLOADED"] == ["Vaak", "Twee"]


async def test_who_is_ready_and_was_never_asked_is_not_forgotten(desk: Desk) -> None:
    world = desk.world
    ready: dict[str, Any] = {"status": "READY", "status_since": ago(30)}
    names = ("Nooit", "Gevraagd", "Overname", "Pauze", "Weg", "Net", "Lijst", "Anders")
    people = {name: await world.a_volunteer(desk.organisation, name, **ready) for name in names}
    whose = {
        name: {"organisation_id": desk.organisation, "volunteer_id": who.volunteer_id} for name, who in people.items()
    }
    request = await world.a_request(desk.facility, desk.organisation)
    await world.an_offer(request, people["Gevraagd"], state="WITHDRAWN", answered_at=NOW)
    _, match = await desk.volunteer("Els")
    await desk.held(match, 40, 3)
    departure = await world.a_departure(
        await world.a_staff_member(desk.facility), match.request_id, None, match=match, moved=True
    )
    await world.connection.execute(
        "update match_review set asked_id = $2, asked_at = now() where departure_id = $1",
        departure, people["Overname"].volunteer_id,
    )  # fmt: skip
    await world.insert("volunteer_pause", **whose["Pauze"], starts_on=ago(3))
    await world.insert("volunteer_away", **whose["Weg"], starts_on=ago(3), ends_on=ago(-3), created_at=NOW)
    await world.connection.execute(
        "update volunteer set status_since = $2 where id = $1", people["Net"].volunteer_id, ago(29)
    )
    await world.insert("imported_contact", **whose["Lijst"], email="lijst@example.org")
    await world.connection.execute(
        "update volunteer set status = 'IN_TRAINING' where id = $1", people["Anders"].volunteer_id
    )
    asked = [each for each in await desk.signs() if each[0] == "NEVER_ASKED"]
    assert asked == [("NEVER_ASKED", "Nooit")]
    await desk.spoke(desk.anja, people["Nooit"], CareSignal.NEVER_ASKED)
    assert [each for each in await desk.signs() if each[0] == "NEVER_ASKED"] == []


async def test_spoken_is_remembered_with_the_day_and_who_and_comes_back_when_it_is_so_anew(
    desk: Desk, browser: Browser
) -> None:
    who, _ = await desk.volunteer("Els")
    talk = await desk.spoke(desk.anja, who, CareSignal.SILENT_30)
    assert await desk.signs() == []
    async with db.transaction(desk.bert, read_only=True):
        (seen,) = await queries.talks_today(desk.bert)
    assert (seen.volunteer_name, seen.spoken_by, seen.mine, seen.id) == ("Els", "Anja Vos", False, talk)
    with clock.travel(NOW + timedelta(days=13)):
        assert await desk.signs() == []
    with clock.travel(NOW + timedelta(days=14)):
        assert await desk.signs() == [("SILENT_14", "Els")]
        await desk.spoke(desk.bert, who, CareSignal.SILENT_14)
        assert await desk.signs() == []
        await browser.sign_in(desk.anja)
        document = "query($id: ID!) { careOf(volunteerId: $id) { lines { signal } talks { signal spokenBy mine } } }"
        file = (await browser.graphql(document, {"id": str(who.volunteer_id)}))["careOf"]
    assert file["lines"] == []
    assert [(each["signal"], each["spokenBy"], each["mine"]) for each in file["talks"]] == [
        ("SILENT_14", "Bert Kok", False),
        ("SILENT_30", "Anja Vos", True),
    ]
    verbs = "select verb, subject ->> 'signal' as about from history where organisation_id = $1 order by id"
    rows = await desk.world.rows(verbs, desk.organisation)
    assert [(row["verb"], row["about"]) for row in rows] == [("care.speak", "SILENT_30"), ("care.speak", "SILENT_14")]


async def test_it_can_be_taken_back_on_the_day_by_who_ticked_it_off(desk: Desk) -> None:
    who, _ = await desk.volunteer("Els")
    talk = await desk.spoke(desk.anja, who, CareSignal.SILENT_30)
    with pytest.raises(NotAllowedNow) as refused:
        await desk.undo(desk.bert, talk)
    assert refused.value.message("nl") == "Dit kan nu niet meer: Anja Vos vinkte dit af."
    await desk.undo(desk.anja, talk)
    assert await desk.signs() == [("SILENT_30", "Els")]
    with pytest.raises(NotFound):
        await desk.undo(desk.anja, talk)
    talk = await desk.spoke(desk.anja, who, CareSignal.SILENT_30)
    with clock.travel(NOW + timedelta(days=1)), pytest.raises(NotAllowedNow):
        await desk.undo(desk.anja, talk)


async def test_of_two_coordinators_at_once_one_ticks_it_off(desk: Desk) -> None:
    who, match = await desk.volunteer("Els", days=20)
    await desk.held(match, 3)
    each = (desk.spoke(actor, who, CareSignal.FIRST_VISIT, match) for actor in (desk.anja, desk.bert))
    answers = await asyncio.gather(*each, return_exceptions=True)
    assert sorted(type(answer).__name__ for answer in answers) == ["NotAllowedNow", "UUID"]


async def test_what_is_not_so_cannot_be_ticked_off_and_others_have_no_part_in_it(desk: Desk) -> None:
    who, match = await desk.volunteer("Els")
    with pytest.raises(NotAllowedNow):
        await desk.spoke(desk.anja, who, CareSignal.SILENT_30, match)
    with pytest.raises(NotAllowedNow):
        await desk.spoke(desk.anja, who, CareSignal.HALF_YEAR, match)
    elsewhere = await desk.world.a_coordinator(await desk.world.an_organisation(facilities=[desk.facility]))
    assert await desk.signs(elsewhere) == []
    with pytest.raises(NotFound):
        await desk.spoke(elsewhere, who, CareSignal.SILENT_30)
    with pytest.raises(NotFound):
        await desk.undo(elsewhere, uuid4())
    with pytest.raises(Forbidden):
        await desk.spoke(who, who, CareSignal.SILENT_30)


async def test_a_whole_organisation_is_one_statement(desk: Desk) -> None:
    for name in ("Els", "Jan", "Kim"):
        await desk.volunteer(name, days=200)
    async with counted(desk.anja) as sent:
        lines = await queries.standing(desk.anja)
    assert len(lines) == 6 and len(sent) == 1


async def test_ones_own_are_whose_request_one_took_on_and_for_whom_one_stands_in(desk: Desk) -> None:
    world, anja, bert = desk.world, desk.anja, desk.bert
    gone = await world.a_coordinator(desk.organisation, "Cor Weg")
    await world.connection.execute("update membership set ended_at = $2 where id = $1", gone.membership_id, NOW)
    claims = "update visit_request set claimed_by = $2 where id = (select request_id from match where id = $1)"
    for name, by in (("Anja’s", anja), ("Berts", bert), ("Cors", gone), ("Niemands", None), ("Eerst Berts", bert)):
        who, match = await desk.volunteer(name)
        await world.connection.execute(claims, match.id, by and by.person_id)
        if name == "Eerst Berts":
            await world.connection.execute(claims, (await desk.match(who, 40)).id, anja.person_id)
            await world.connection.execute("update volunteer set capacity = 2 where id = $1", who.volunteer_id)

    async def own(actor: Actor) -> set[str]:
        async with db.transaction(actor, read_only=True):
            (group,) = await queries.care(actor, first=100, mine=True)
        assert group.count == len(group.lines)
        return {line.volunteer_name for line in group.lines}

    nobodys = {"Cors", "Niemands"}
    assert await own(anja) == {"Anja’s", "Eerst Berts"} | nobodys
    assert await own(bert) == {"Berts"} | nobodys
    away = {"starts_on": ago(0), "ends_on": ago(-3), "set_by": anja.person_id, "created_at": NOW}
    stands_in = {"person_id": anja.person_id, "stands_in_id": bert.person_id}
    await world.insert("deputy", organisation_id=desk.organisation, **stands_in, **away)
    assert await own(bert) == {"Anja’s", "Eerst Berts", "Berts"} | nobodys


async def test_a_long_list_goes_on_where_the_page_ended_also_when_that_line_was_ticked_off(
    desk: Desk, browser: Browser
) -> None:
    names = [f"Stil {number}" for number in range(5)]
    people = {name: (await desk.volunteer(name))[0] for name in names}
    document = """query($after: String) { careLines(signal: SILENT_30, first: 2, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { volunteerName } } } }"""
    await browser.sign_in(desk.anja)
    seen, after, totals = [], None, []
    for _ in range(3):
        page = (await browser.graphql(document, {"after": after}))["careLines"]
        seen += [edge["node"]["volunteerName"] for edge in page["edges"]]
        totals.append((page["totalCount"], page["pageInfo"]["hasNextPage"]))
        after = page["pageInfo"]["endCursor"]
        if len(seen) == 2:
            await desk.spoke(desk.anja, people[names[1]], CareSignal.SILENT_30)
    assert seen == names and totals == [(5, True), (4, True), (4, False)]
    assert await browser.codes(document, {"after": "x"}) == ["BAD_REQUEST"]
