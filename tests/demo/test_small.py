"""The demo at a fiftieth of its size: the same again for the same seed, into an empty database only, and only once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from operator import attrgetter
from typing import Any

import pytest

from tests.demo.invariants import INVARIANTS
from tests.demo.playing import unseen
from tests.world import World as Builders
from vrijplaats.accounts.contact import phone_number
from vrijplaats.core import clock
from vrijplaats.demo import load, rows
from vrijplaats.demo.calendar import holidays
from vrijplaats.demo.loading import NotEmpty, columns_of, invent
from vrijplaats.demo.messages import SENT
from vrijplaats.demo.people import MAIL
from vrijplaats.demo.publications import published_quarters
from vrijplaats.demo.wishes import NOTES
from vrijplaats.demo.world import World
from vrijplaats.notices.messages.rules import clean_text
from vrijplaats.settings import Settings
from vrijplaats.volunteers.languages import canonical_language
from vrijplaats.volunteers.rules import ActivityKind
from vrijplaats.volunteers.screening import carries_citizen_number, plan_reference

SCALE = 0.02
MOMENT = datetime(2026, 5, 13, 9, 30, tzinfo=UTC)
# random by nature: a key that follows from a seed would be no key
SEALED = (rows.DetaineeIdentity, rows.DetaineeKey, rows.FacilityKey)


def checksum(world: World) -> str:
    """Of every row but what is sealed."""
    digest = hashlib.sha256()
    for kind, table in rows.TABLES.items():
        if kind not in SEALED:
            digest.update(table.encode())
            digest.update(repr(list(map(attrgetter(*columns_of(kind)), world.rows[kind]))).encode())
    return digest.hexdigest()


@contextmanager
def at(moment: datetime) -> Iterator[Callable[[int], World]]:
    """Invent a world as if it were then."""
    with clock.travel(moment):
        yield lambda seed: invent(seed, unseen, SCALE)


async def test_the_same_seed_and_moment_give_the_same_rows(settings: Settings) -> None:
    with at(MOMENT) as invented:
        assert checksum(invented(7)) == checksum(invented(7))
        assert checksum(invented(7)) != checksum(invented(8))
        today = checksum(invented(7))
    with at(MOMENT + timedelta(days=1)) as invented:
        assert checksum(invented(7)) != today


# new year and easter with everything closed, both changes of the clock, a leap day, just before and after midnight
@pytest.mark.parametrize(
    "moment",
    [
        datetime(2027, 1, 1, 11, tzinfo=UTC),
        datetime(2027, 3, 29, 9, tzinfo=UTC),
        datetime(2027, 3, 28, 2, tzinfo=UTC),
        datetime(2026, 10, 25, 1, tzinfo=UTC),
        datetime(2028, 2, 29, 16, tzinfo=UTC),
        datetime(2026, 12, 26, 22, 55, tzinfo=UTC),
        datetime(2026, 12, 27, 23, 5, tzinfo=UTC),
    ],
    ids=str,
)
async def test_the_personas_are_set_on_any_day(settings: Settings, moment: datetime) -> None:
    with at(moment) as invented:
        world, today = invented(2026), clock.today()
    visits = {row.presence_id: row for row in world.rows[rows.Visit]}
    days = dict.fromkeys(("veenhuizen-esserheem", "dordrecht"), 0)
    codes = {site.row.id: code for code, site in world.sites.items()}
    personas = {row.key: row.person_id for row in world.rows[rows.DemoPersona]}
    yesterdays = []
    for row in world.rows[rows.Presence]:
        day = row.starts_at.astimezone(clock.AMSTERDAM).date()
        if day == today and codes[row.facility_id] in days:
            days[codes[row.facility_id]] += 1
        if row.person_id == personas["volunteer-3"] and visits[row.id].state == "CONFIRMED":
            yesterdays.append(day)
    assert all(days.values())
    assert yesterdays == [today - timedelta(days=1)]


async def test_a_small_one_holds_what_the_whole_one_holds(settings: Settings, world: Builders) -> None:
    await load(settings.database_url or "", seed=2026, progress=unseen, scale=SCALE)
    for sentence, sql in INVARIANTS.items():
        assert not await world.rows(sql, *([clock.now()] if "$1" in sql else [])), sentence
    assert await world.value("select count(*) from history where verb = 'demo.loaded'") == 1
    assert await world.value("select count(*) from publication") == 0


async def test_a_second_load_changes_nothing(settings: Settings, world: Builders) -> None:
    before = await world.value("select count(*) from visit")
    await load(settings.database_url or "", seed=1, progress=unseen, scale=SCALE)
    assert await world.value("select count(*) from visit") == before
    assert await world.value("select count(*) from history where verb = 'demo.loaded'") == 1


async def test_it_goes_into_an_empty_database_only(settings: Settings, world: Builders) -> None:
    await world.connection.execute("truncate demo_persona")
    with pytest.raises(NotEmpty):
        await load(settings.database_url or "", seed=2026, progress=unseen, scale=SCALE)


async def test_every_text_is_one_the_product_would_take(settings: Settings) -> None:
    with at(MOMENT) as invented:
        world = invented(2026)
    assert not [note for note in NOTES if plan_reference(note) or carries_citizen_number(note) or len(note) > 280]
    people: list[Any] = [*world.rows[rows.Volunteer], *world.rows[rows.VisitRequest]]
    assert {code for row in people for code in row.languages if canonical_language(code) != code} == set()
    assert {kind for row in world.rows[rows.Volunteer] for kind in row.kinds} <= set(ActivityKind)
    contacts = world.rows[rows.PersonContact] + world.rows[rows.ImportedContact] + world.rows[rows.Invitation]
    assert all(row.email.endswith(f"@{MAIL}") for row in contacts if row.email)
    assert all(phone_number(row.phone) == row.phone for row in contacts if getattr(row, "phone", None))
    assert [sent.text for sent in SENT if clean_text(sent.text) != sent.text] == []


def test_holidays_are_those_on_the_calendar() -> None:
    assert sorted(holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 5),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 14),
        date(2026, 5, 24),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]
    assert date(2025, 4, 26) in holidays(2025)  # the king's birthday is not kept on a Sunday


def test_the_last_closed_quarter_is_not_published() -> None:
    assert published_quarters(date(2026, 11, 23)) == [
        (date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2026, 6, 30)),
    ]
    assert published_quarters(date(2027, 1, 1))[-1] == (date(2026, 7, 1), date(2026, 9, 30))
