"""Promise 3: names are sealed, and readable only by those who must know, each reading in the history."""

from uuid import UUID

import pytest

from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import NotFound
from vrijplaats.requests.identity import (
    Identity,
    Purpose,
    erase_identity,
    identity_fingerprint,
    read_identity,
    seal_identity,
)

pytestmark = pytest.mark.usefixtures("db")

WINSTON = Identity(given_name="Winston", family_name="Obispo", wing="B2")


async def _sealed(world: World, staff: Actor) -> UUID:
    """A detainee entered by staff, with the row that goes before the name."""
    facility = staff.facility_id
    assert facility is not None
    async with db.transaction(staff):
        detainee: UUID = await db.fetch_value(
            "insert into detainee (facility_id, pseudonym, fingerprint) values ($1, 'Duin 1', $2) returning id",
            facility,
            identity_fingerprint(facility, "Winston", "Obispo"),
        )
        await seal_identity(
            detainee_id=detainee, facility_id=facility, given_name="Winston", family_name="Obispo", wing="B2"
        )
    return detainee


async def _read(actor: Actor, *detainees: UUID) -> dict[UUID, Identity]:
    async with db.transaction(actor, read_only=True):
        return await read_identity(actor, detainees, Purpose.REQUEST)


async def test_staff_read_what_they_sealed_and_the_reading_is_kept(world: World) -> None:
    staff = await world.a_staff_member(await world.a_facility())
    detainee = await _sealed(world, staff)
    assert await _read(staff, detainee) == {detainee: WINSTON}
    rows = await world.rows("select verb, subject from history where person_id = $1", staff.person_id)
    assert [row["verb"] for row in rows] == ["identity.read"]
    assert str(detainee) in rows[0]["subject"] and "Winston" not in rows[0]["subject"]


async def test_what_is_in_the_database_does_not_hold_the_name(world: World) -> None:
    staff = await world.a_staff_member(await world.a_facility())
    detainee = await _sealed(world, staff)
    row = (await world.rows("select * from detainee_identity where detainee_id = $1", detainee))[0]
    assert not any(b"Winston" in value or b"Obispo" in value for value in row.values() if isinstance(value, bytes))


async def test_names_of_many_are_read_at_once_each_with_its_own_row(world: World) -> None:
    facility = await world.a_facility()
    detainees = [await world.a_detainee(facility, f"Man {number}") for number in range(5)]
    staff = await world.a_staff_member(facility)
    names = await _read(staff, *detainees)
    assert {name.given_name for name in names.values()} == {f"Man {number}" for number in range(5)}
    assert await world.value("select count(*) from history where person_id = $1", staff.person_id) == 5


async def test_another_facility_a_funder_and_an_operator_read_nothing(world: World) -> None:
    staff = await world.a_staff_member(await world.a_facility())
    detainee = await _sealed(world, staff)
    strangers = [
        await world.a_staff_member(await world.a_facility()),
        await world.a_coordinator(await world.an_organisation(facilities=[staff.facility_id or detainee])),
        await world.a_funder(),
        await world.an_operator(),
    ]
    for stranger in strangers:
        assert await _read(stranger, detainee) == {}


async def test_the_matched_volunteer_reads_until_the_match_ends(world: World) -> None:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    volunteer, other = await world.a_volunteer(organisation), await world.a_volunteer(organisation)
    match = await world.a_match(volunteer, facility)
    assert match.detainee_id in await _read(volunteer, match.detainee_id)
    assert await _read(other, match.detainee_id) == {}
    await world.connection.execute(
        "update match set state = 'ENDED', ended_on = current_date where id = $1", match.match_id
    )
    assert await _read(volunteer, match.detainee_id) == {}


async def test_who_is_erased_can_be_read_by_nobody(world: World) -> None:
    staff = await world.a_staff_member(await world.a_facility())
    detainee = await _sealed(world, staff)
    async with db.transaction(staff):
        await erase_identity(staff, detainee)
    assert await _read(staff, detainee) == {}
    assert await world.value("select count(*) from detainee_key where detainee_id = $1", detainee) == 0


async def test_only_the_own_facility_erases(world: World) -> None:
    staff = await world.a_staff_member(await world.a_facility())
    detainee = await _sealed(world, staff)
    stranger = await world.a_staff_member(await world.a_facility())
    async with db.transaction(stranger):
        with pytest.raises(NotFound):
            await erase_identity(stranger, detainee)
    assert detainee in await _read(staff, detainee)


def test_a_name_does_not_show_when_it_is_printed() -> None:
    assert "Winston" not in f"{WINSTON} {WINSTON!r}"
