"""Publishing, and who reads what was published. Each test has a year of its own: a day is published once."""

import asyncio
from datetime import date
from hashlib import sha256
from uuid import uuid4

import asyncpg
import orjson
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from tests.calling import Browser
from tests.reports.figures import a_circle, a_held_visit, a_quarter, noon
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, NotFound
from vrijplaats.reports import actions, queries
from vrijplaats.reports.errors import AlreadyPublished, CannotProtect, PeriodOpen
from vrijplaats.reports.views import PublicationView

pytestmark = pytest.mark.usefixtures("db")

PUBLISH = """
mutation($input: PublishReportInput!) {
  publishReport(input: $input) {
    __typename
    ... on PublishReportSuccess { publication { id title } }
    ... on Problem { code message }
  }
}
"""
PUBLICATIONS = """
{ publications {
  id periodStart periodEnd publishedAt title headline readingExample hash signature
  tables { key title totalVisits totalHours rows { organisation quarter visits hours } }
  definitions { key version name text } downloads { kind url }
} }
"""


async def _publish(actor: Actor, start: date, end: date) -> PublicationView:
    async with db.transaction(actor):
        return await actions.publish_report(actor, period_start=start, period_end=end)


async def _nothing_written(world: World, year: int) -> bool:
    count: int = await world.value("select count(*) from publication where extract(year from period_start) = $1", year)
    return count == 0


async def test_the_operator_publishes_whole_quarters(world: World) -> None:
    circle, operator = await a_circle(world, name="Bezoek Zuid"), await world.an_operator()
    await a_quarter(world, circle, noon(2010, 2, 1))
    await a_quarter(world, circle, noon(2010, 5, 1), minutes=61)
    found = await _publish(operator, date(2010, 1, 1), date(2010, 6, 30))
    table = found.tables[0]
    rows = [(row.organisation, row.quarter, row.visits, row.hours) for row in table.rows]
    assert rows == [("Bezoek Zuid", "2010-Q1", 5, 4.17), ("Bezoek Zuid", "2010-Q2", 5, 5.08)]
    assert (table.total_visits, table.total_hours) == (10, 9.25)
    assert found.headline == "Vrijwilligers van één organisatie gingen 10 keer op bezoek bij iemand in detentie."
    verbs = await world.rows("select verb, subject from history where person_id = $1", operator.person_id)
    assert [(row["verb"], orjson.loads(row["subject"])) for row in verbs] == [
        ("report.publish", {"publication": str(found.id)})
    ]


async def test_only_the_operator_publishes(world: World) -> None:
    circle = await a_circle(world)
    actors = [circle.volunteer, await world.a_coordinator(circle.organisation), await world.a_funder()]
    for actor in (*actors, await world.a_staff_member(circle.matches[0].facility_id)):
        with pytest.raises(Forbidden):
            await _publish(actor, date(2011, 1, 1), date(2011, 3, 31))


async def test_a_quarter_that_is_not_over_is_not_published(world: World) -> None:
    with pytest.raises(PeriodOpen):
        await _publish(await world.an_operator(), date(2026, 1, 1), date(2099, 12, 31))


async def test_one_small_cell_stops_everything(world: World) -> None:
    large, small, operator = await a_circle(world), await a_circle(world, people=4), await world.an_operator()
    await a_quarter(world, large, noon(2012, 2, 1))
    await a_quarter(world, small, noon(2012, 2, 1))
    with pytest.raises(CannotProtect):
        await _publish(operator, date(2012, 1, 1), date(2012, 3, 31))
    assert await _nothing_written(world, 2012)


async def test_many_visits_to_few_people_are_a_small_cell(world: World) -> None:
    circle = await a_circle(world, people=4)
    for month in (1, 2, 3):
        await a_quarter(world, circle, noon(2013, month, 5))
    with pytest.raises(CannotProtect):
        await _publish(await world.an_operator(), date(2013, 1, 1), date(2013, 3, 31))


async def test_a_period_is_not_a_way_around_a_small_quarter(world: World) -> None:
    circle = await a_circle(world)
    await a_quarter(world, circle, noon(2014, 2, 1))
    await a_held_visit(world, circle.matches[0], noon(2014, 5, 1))
    with pytest.raises(CannotProtect):
        await _publish(await world.an_operator(), date(2014, 1, 1), date(2014, 6, 30))
    assert await _nothing_written(world, 2014)


async def test_visits_that_were_not_held_protect_nobody(world: World) -> None:
    circle = await a_circle(world, people=6)
    for match in circle.matches[:4]:
        await a_held_visit(world, match, noon(2015, 2, 1 + circle.matches.index(match)))
    for match in circle.matches[4:]:
        await a_held_visit(
            world, match, noon(2015, 3, 1 + circle.matches.index(match)), minutes=0, outcome="DETAINEE_ABSENT"
        )
    with pytest.raises(CannotProtect):
        await _publish(await world.an_operator(), date(2015, 1, 1), date(2015, 3, 31))


async def test_nothing_to_say_is_not_published(world: World) -> None:
    with pytest.raises(CannotProtect):
        await _publish(await world.an_operator(), date(2003, 1, 1), date(2003, 3, 31))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2016, 1, 1), date(2016, 3, 31)),
        (date(2016, 1, 1), date(2016, 6, 30)),
        (date(2015, 7, 1), date(2016, 12, 31)),
    ],
)
async def test_a_day_is_published_once(world: World, start: date, end: date) -> None:
    operator = await world.an_operator()
    if await _nothing_written(world, 2016):
        await a_quarter(world, await a_circle(world), noon(2016, 2, 1))
        await _publish(operator, date(2016, 1, 1), date(2016, 3, 31))
    with pytest.raises(AlreadyPublished):
        await _publish(operator, start, end)


async def test_of_many_at_once_one_publishes(world: World) -> None:
    operator = await world.an_operator()
    await a_quarter(world, await a_circle(world), noon(2017, 2, 1))
    publishing = [_publish(operator, date(2017, 1, 1), date(2017, 3, 31)) for _ in range(8)]
    results = await asyncio.gather(*publishing, return_exceptions=True)
    assert sorted(type(result).__name__ for result in results) == ["AlreadyPublished"] * 7 + ["PublicationView"]
    assert await world.value("select count(*) from publication where period_start = '2017-01-01'") == 1
    assert await world.value("select count(*) from figure_cell where quarter = '2017-01-01'") == 2


async def test_a_visit_counts_in_the_quarter_it_began_in_amsterdam(world: World) -> None:
    circle, operator = await a_circle(world), await world.an_operator()
    late = noon(2018, 3, 31).replace(hour=23, minute=30)
    for number, match in enumerate(circle.matches):
        await a_held_visit(world, match, late.replace(minute=30 + number), minutes=5)
        await world.connection.execute(
            "update presence set live = false where organisation_id = $1", circle.organisation
        )
    found = await _publish(operator, date(2018, 1, 1), date(2018, 3, 31))
    assert [row.visits for row in found.tables[0].rows] == [5]


async def test_what_is_published_does_not_change(world: World) -> None:
    operator = await world.an_operator()
    circle = await a_circle(world)
    await a_quarter(world, circle, noon(2019, 2, 1))
    published = await _publish(operator, date(2019, 1, 1), date(2019, 3, 31))
    # one that is logged late, and one that is put right (0068)
    await a_quarter(world, await a_circle(world), noon(2019, 2, 1))
    absent = "update visit_log set outcome = 'DETAINEE_ABSENT', minutes = 0 where organisation_id = $1"
    await world.connection.execute(absent, circle.organisation)
    async with db.transaction(operator):
        assert await queries.publication(operator, published.id) == published
    with pytest.raises(asyncpg.RaiseError):
        await world.connection.execute("update publication set period_end = period_end")
    with pytest.raises(asyncpg.RaiseError):
        await world.connection.execute("delete from figure_cell")


async def test_who_reads_publications(world: World) -> None:
    operator, circle = await world.an_operator(), await a_circle(world)
    await a_quarter(world, circle, noon(2020, 2, 1))
    published = await _publish(operator, date(2020, 1, 1), date(2020, 3, 31))
    for actor in (operator, await world.a_funder(), await world.a_coordinator(circle.organisation)):
        async with db.transaction(actor):
            assert (await queries.publication(actor, published.id)).hash == published.hash
            assert published.id in {each.id for each in await queries.publications(actor)}
            with pytest.raises(NotFound):
                await queries.publication(actor, uuid4())
    for actor in (circle.volunteer, await world.a_staff_member(circle.matches[0].facility_id)):
        async with db.transaction(actor):
            with pytest.raises(Forbidden):
                await queries.publications(actor)
            assert await db.fetch("select id from publication") == []


async def test_a_funder_sees_publications_only(world: World) -> None:
    """Promise 3 and 7: no person, no visit, no cell that was not published."""
    circle = await a_circle(world)
    await a_quarter(world, circle, noon(2021, 2, 1))
    small = await a_circle(world, people=1)
    await a_held_visit(world, small.matches[0], noon(2021, 5, 1))
    await _publish(await world.an_operator(), date(2021, 1, 1), date(2021, 3, 31))
    funder = await world.a_funder()
    async with db.transaction(funder):
        for table in ("visit", "visit_log", "presence", "match", "detainee", "visit_request", "volunteer"):
            assert await db.fetch(f"select * from {table}") == []
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with db.savepoint():
                await db.fetch("select * from report_cells('2000-01-01', '2030-01-01')")
        assert await db.fetch("select * from figure_cell where organisation_id = $1", small.organisation) == []


async def test_the_screen_publishes_and_the_funder_reads(world: World, browser: Browser) -> None:
    await a_quarter(world, await a_circle(world), noon(2022, 2, 1))
    await browser.sign_in(await world.an_operator(locale="en"))
    period = {"input": {"periodStart": "2022-01-01", "periodEnd": "2022-03-31"}}
    done = (await browser.graphql(PUBLISH, period))["publishReport"]
    assert done["publication"]["title"] == "First quarter of 2022"
    again = (await browser.graphql(PUBLISH, period))["publishReport"]
    assert again == {"__typename": "AlreadyPublished", "code": "ALREADY_PUBLISHED", "message": "Already published."}
    wrong = {"input": {"periodStart": "2022-01-02", "periodEnd": "2022-03-31"}}
    assert (await browser.graphql(PUBLISH, wrong))["publishReport"]["code"] == "INVALID_INPUT"

    await browser.sign_in(await world.a_funder())
    found = (await browser.graphql(PUBLICATIONS))["publications"]
    publication = next(each for each in found if each["id"] == done["publication"]["id"])
    assert publication["title"] == "Eerste kwartaal 2022"
    assert [definition["key"] for definition in publication["definitions"]] == ["visits_held", "hours", "protection"]
    assert await browser.codes(PUBLISH, period) == ["FORBIDDEN"]
    by_id = "query($id: ID!) { publication(id: $id) { id } }"
    assert (await browser.graphql(by_id, {"id": publication["id"]}))["publication"]["id"] == publication["id"]
    for unknown in (str(uuid4()), "x"):
        assert (await browser.graphql(by_id, {"id": unknown}))["publication"] is None


async def test_downloads_are_the_frozen_bytes_for_those_who_may_read(world: World, browser: Browser) -> None:
    circle = await a_circle(world, name="=Bezoek")
    await a_quarter(world, circle, noon(2023, 2, 1))
    published = await _publish(await world.an_operator(), date(2023, 1, 1), date(2023, 3, 31))
    urls = [f"/publications/{published.id}.{kind}" for kind in ("json", "csv")]
    assert [(await browser.http.get(url)).status_code for url in urls] == [404, 404]
    for nobody in (circle.volunteer, await world.a_staff_member(circle.matches[0].facility_id)):
        await browser.sign_in(nobody)
        assert [(await browser.http.get(url)).status_code for url in urls] == [404, 404]

    await browser.sign_in(await world.a_funder())
    file = await browser.http.get(urls[0])
    assert file.content == await world.value("select canonical from publication where id = $1", published.id)
    assert file.headers["x-vrijplaats-hash"] == sha256(file.content).hexdigest() == published.hash
    key = load_pem_public_key((await browser.http.get("/publications/public-key.pem")).content)
    assert isinstance(key, Ed25519PublicKey)
    key.verify(bytes.fromhex(file.headers["x-vrijplaats-signature"]), file.content)
    sheet = (await browser.http.get(urls[1])).content.decode()
    assert sheet == "organisatie;kwartaal;bezoeken;uren\r\n'=Bezoek;2023-Q1;5;4,17\r\n"
    assert (await browser.http.get(f"/publications/{uuid4()}.json")).status_code == 404
    assert (await browser.http.get("/publications/x.json")).status_code == 404
