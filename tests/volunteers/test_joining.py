"""Everybody who was imported is asked in one go: each once, one letter after the other, and who came in stays in."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio

from tests.calling import Browser
from tests.volunteers.desk import Desk, a_desk
from tests.world import World
from vrijplaats.accounts.invitations import actions as invitations
from vrijplaats.accounts.invitations import joining as accepting
from vrijplaats.accounts.invitations.rules import LASTS
from vrijplaats.accounts.invitations.rules import LASTS_IMPORTED as A_WEEK
from vrijplaats.core import clock, db, tickets
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import Forbidden, InvalidInput, NotAllowedNow, NotFound
from vrijplaats.volunteers.joining import actions, queries
from vrijplaats.volunteers.joining.rules import MOST_CHOSEN, AccountState, minutes_for
from vrijplaats.volunteers.register.queries import Wanted, choices, entries

pytestmark = pytest.mark.usefixtures("db")


@pytest_asyncio.fixture(loop_scope="module")
async def desk(world: World, db: Any) -> Desk:
    return await a_desk(world)


async def _imported(desk: Desk, name: str, email: str | None = None, **columns: Any) -> Actor:
    volunteer = await desk.volunteer(name)
    whose = {"organisation_id": desk.organisation, "volunteer_id": volunteer.volunteer_id}
    await desk.world.insert("imported_contact", **whose, email=email, **columns)
    return volunteer


async def _invite(desk: Desk, *chosen: Actor, expected: int | None = None, actor: Actor | None = None) -> int:
    actor = actor or desk.anja
    ids = [each.volunteer_id for each in chosen if each.volunteer_id] or None
    async with db.transaction(actor):
        return await actions.invite_imported(
            actor, volunteer_ids=ids, expected=len(chosen) if expected is None else expected
        )


async def _states(desk: Desk) -> dict[str, str]:
    async with db.transaction(desk.anja, read_only=True):
        found, total = await queries.imported_people(desk.anja, states=None, search=None, most=100, after=None)
    assert total == len(found)
    return {each.display_name: each.state.value for each in found}


async def _letters(desk: Desk) -> list[dict[str, Any]]:
    return await desk.world.rows(
        """select i.email, i.expires_at, extract(epoch from o.next_at - o.created_at)::int as waits
        from outbox o join invitation i on i.id = (o.payload ->> 'invitation')::uuid
        where i.organisation_id = $1 order by waits""",
        desk.organisation,
    )


async def test_everybody_is_asked_once_and_one_letter_leaves_after_the_other(desk: Desk) -> None:
    for number in range(3):
        await _imported(desk, f"Els {number}", f"els{number}@{desk.organisation.hex}.example.org")
    await _imported(desk, "Zonder adres")
    await _imported(desk, "Binnen", joined_at=clock.now())
    await desk.volunteer("Gewoon")
    left = await _imported(desk, "Gestopt", "gestopt@example.org")
    await desk.world.connection.execute("update volunteer set status = 'LEFT' where id = $1", left.volunteer_id)
    before = {f"Els {number}": "NOT_INVITED" for number in range(3)} | {
        "Zonder adres": "NO_ADDRESS",
        "Binnen": "JOINED",
    }
    assert await _states(desk) == before
    async with db.transaction(desk.anja, read_only=True):
        counts = await queries.counts(desk.anja)
    assert (counts.can_invite, counts.by_state[AccountState.NO_ADDRESS]) == (3, 1)

    assert await _invite(desk, expected=3) == 3
    letters = await _letters(desk)
    assert [(each["email"].split("@")[0], each["waits"]) for each in letters] == [("els0", 0), ("els1", 1), ("els2", 2)]
    assert letters[2]["expires_at"] - letters[0]["expires_at"] == timedelta(seconds=2)
    assert letters[0]["expires_at"] > clock.now() + A_WEEK - timedelta(minutes=5)
    assert await _states(desk) == before | {f"Els {number}": "WAITING" for number in range(3)}
    assert await desk.verbs() == ["register.invite"]
    with pytest.raises(NotAllowedNow):
        await _invite(desk, expected=3)
    assert len(await _letters(desk)) == 3


async def test_two_who_press_at_once_ask_nobody_twice(desk: Desk) -> None:
    await _imported(desk, "Els", f"els@{desk.organisation.hex}.example.org")
    other = await desk.world.a_coordinator(desk.organisation)
    done = await asyncio.gather(
        _invite(desk, expected=1), _invite(desk, expected=1, actor=other), return_exceptions=True
    )
    assert sorted(type(each).__name__ for each in done) == ["NotAllowedNow", "int"]
    assert len(await _letters(desk)) == 1


async def test_only_the_chosen_are_asked_and_the_number_is_the_one_that_was_shown(desk: Desk) -> None:
    els, bram = [await _imported(desk, each, f"{each}@{desk.organisation.hex}.example.org") for each in ("els", "bram")]
    with pytest.raises(NotAllowedNow) as refused:
        await _invite(desk, expected=1)
    assert "2" in refused.value.message("nl")
    assert await _invite(desk, els) == 1
    assert await _states(desk) == {"bram": "NOT_INVITED", "els": "WAITING"}
    for chosen in ([], [uuid4() for _ in range(MOST_CHOSEN + 1)]):
        async with db.transaction(desk.anja):
            with pytest.raises(InvalidInput):
                await actions.invite_imported(desk.anja, volunteer_ids=chosen, expected=1)
    stranger = await (await a_desk(desk.world)).volunteer()
    with pytest.raises(NotFound):
        await _invite(desk, bram, stranger)
    with pytest.raises(Forbidden):
        await _invite(desk, expected=1, actor=bram)
    assert len(await _letters(desk)) == 1


async def test_who_did_not_come_is_asked_again_after_the_link_ran_out(desk: Desk) -> None:
    els = await _imported(desk, "Els", f"els@{desk.organisation.hex}.example.org")
    await _invite(desk, expected=1)
    sent = "update invitation set mail_state = $2 where organisation_id = $1 and withdrawn_at is null"
    await desk.world.connection.execute(sent, desk.organisation, "SENT")
    assert await _states(desk) == {"Els": "INVITED"}
    await desk.world.connection.execute(sent, desk.organisation, "REFUSED")
    assert await _states(desk) == {"Els": "REFUSED"}
    with clock.travel(clock.now() + A_WEEK + timedelta(hours=1)):
        assert await _states(desk) == {"Els": "EXPIRED"}
        assert await _invite(desk, els) == 1
        assert await _states(desk) == {"Els": "WAITING"}
    open_ones = "select count(*) from invitation where organisation_id = $1 and withdrawn_at is null"
    assert await desk.world.value(open_ones, desk.organisation) == 1
    assert len(await _letters(desk)) == 2


async def test_sent_again_a_link_works_as_long_as_the_first(desk: Desk) -> None:
    address = f"els@{desk.organisation.hex}.example.org"
    await _imported(desk, "Els", address)
    await _invite(desk, expected=1)
    with clock.travel(clock.now() + timedelta(days=2)):
        async with db.transaction(desk.anja):
            made = await desk.world.value("select id from invitation where organisation_id = $1", desk.organisation)
            again = await invitations.resend_invitation(desk.anja, invitation_id=made)
            by_hand = await invitations.invite_person(
                desk.anja, role=Role.VOLUNTEER, display_name="Bram", email=f"bram.{address}", locale="nl"
            )
            by_hand = await invitations.resend_invitation(desk.anja, invitation_id=by_hand.id)
        lasts = [round((each.expires_at - clock.now()) / timedelta(hours=1)) for each in (again, by_hand)]
    assert lasts == [round(each / timedelta(hours=1)) for each in (A_WEEK, LASTS)]


async def test_a_link_that_was_withdrawn_today_does_not_let_a_second_letter_out_today(desk: Desk) -> None:
    await _imported(desk, "Els", f"els@{desk.organisation.hex}.example.org")
    await _invite(desk, expected=1)
    withdraw = "update invitation set withdrawn_at = now() where organisation_id = $1"
    await desk.world.connection.execute(withdraw, desk.organisation)
    assert await _states(desk) == {"Els": "EXPIRED"}
    with pytest.raises(NotAllowedNow):
        await _invite(desk, expected=1)
    with clock.travel(clock.now() + timedelta(days=1, minutes=1)):
        assert await _invite(desk, expected=1) == 1


async def test_who_says_yes_has_the_file_and_is_in(desk: Desk, browser: Browser) -> None:
    els = await _imported(desk, "Els", f"els@{desk.organisation.hex}.example.org")
    await _invite(desk, expected=1)
    link = await desk.world.value("select link_id from invitation where organisation_id = $1", desk.organisation)
    elsewhere = await (await a_desk(desk.world)).volunteer("Els de Jong")
    await accepting.accept_as_oneself(tickets.token("invitation", link), elsewhere)
    assert await _states(desk) == {"Els de Jong": "JOINED"}
    person = await desk.world.value("select person_id from volunteer where id = $1", els.volunteer_id)
    assert person == elsewhere.person_id


async def test_the_register_says_who_cannot_sign_in_yet(desk: Desk) -> None:
    await _imported(desk, "Els", "els@example.org")
    await _imported(desk, "Bram", joined_at=clock.now())
    await desk.volunteer("Cor")
    assert await desk.listed(joined=False) == ["Els"]
    assert await desk.listed(joined=True) == ["Bram", "Cor"]
    async with db.transaction(desk.anja, read_only=True):
        found = await entries(desk.anja, Wanted(), most=10, after=None)
        assert found is not None
        assert {each.display_name: each.joined for each in found[0]} == {"Bram": True, "Cor": True, "Els": False}
        assert (await choices(desk.anja)).not_joined == 1


async def test_another_organisation_sees_nobody(desk: Desk) -> None:
    await _imported(desk, "Els", "els@example.org")
    assert await _states(await a_desk(desk.world)) == {}


def test_a_letter_a_second_is_said_in_minutes() -> None:
    assert [minutes_for(letters) for letters in (0, 1, 60, 61, 5_000)] == [1, 1, 1, 2, 84]
