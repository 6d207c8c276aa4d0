"""Thousands who came in a moment ago are invited in one go."""

from __future__ import annotations

import pytest

from tests.volunteers.desk import a_desk
from tests.work import worked
from tests.world import World
from vrijplaats.core import db
from vrijplaats.volunteers.joining import actions, queries

pytestmark = pytest.mark.usefixtures("db")
PEOPLE = 5_000
IMPORTED = f"""
with people as (
  insert into person (id, display_name, locale)
  select uuidv7(), 'Els ' || number, 'nl' from generate_series(1, {PEOPLE}) number returning id
), files as (
  insert into volunteer (organisation_id, person_id, status, status_since)
  select $1, id, 'READY', current_date from people returning id
)
insert into imported_contact (organisation_id, volunteer_id, email) select $1, id, id || '@example.org' from files
"""


async def test_five_thousand_who_came_in_a_moment_ago_are_invited_at_once(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    """The database has no figures of them yet, and held each against all: more than the thirty seconds it gets."""
    desk = await a_desk(world)
    await world.connection.execute(IMPORTED, desk.organisation)
    begun = await worked(world)
    async with db.transaction(desk.anja):
        before = await queries.counts(desk.anja)
        assert await actions.invite_imported(desk.anja, volunteer_ids=None, expected=PEOPLE) == PEOPLE
        after = await queries.counts(desk.anja)
        shown = await queries.imported_people(desk.anja, states=None, search=None, most=100, after=None)
        work = await worked(world) - begun
    with capsys.disabled():
        print(f"\n5,000 people: inviting them was {work:.2f} s of work")
    assert (before.can_invite, after.can_invite, shown[1]) == (PEOPLE, 0, PEOPLE)
    assert work < 15
