"""Two people share an address: nothing of the one ever comes into the file of the other, and whoever says yes to an
invitation gets the file it was sent for."""

from __future__ import annotations

from typing import Any

import asyncpg
import pytest

from tests.calling import Browser
from tests.volunteers.desk import Desk, a_desk
from tests.volunteers.importing.files import Importing, csv_of, importing
from tests.world import World
from vrijplaats.accounts.invitations import actions as invitations
from vrijplaats.core import db, tickets
from vrijplaats.core.actor import Role
from vrijplaats.volunteers.importing.names import same_person
from vrijplaats.volunteers.joining import actions as joining

HEADING = ("Kenmerk", "Naam", "E-mail", "Telefoon", "Status", "VOG")
COLUMNS = "MARK,NAME,EMAIL,PHONE,STATUS,PAPER:VOG"
FAMILY = "familie@koppel.example.org"
ANNA = ("", "Anna Koppel", FAMILY, "", "in opleiding", "")
TAKEN = (
    "dit e-mailadres is in het register van Anna Koppel. Is dit iemand anders: geef een ander adres, of laat het leeg. "
    "Is het dezelfde persoon: zet het kenmerk uit een export erbij"
)


async def _checked(at: Importing, *rows: tuple[str, ...]) -> tuple[dict[str, int], list[tuple[int, str]]]:
    checked = await at.check(csv_of([HEADING, *rows]), COLUMNS)
    counts = {outcome: count for outcome, count in checked["counts"].items() if count}
    return counts, [(each["row"], each["said"]) for each in checked["findings"] if each["wrong"]]


async def _imported(at: Importing, *rows: tuple[str, ...]) -> list[dict[str, Any]]:
    assert (await at.carry_out(csv_of([HEADING, *rows]), COLUMNS))["done"] is True
    return await at.register()


async def test_somebody_else_at_an_address_stops_and_changes_no_file(browser: Browser, world: World) -> None:
    at = await importing(browser, await a_desk(world))
    await _imported(at, ANNA)
    bert = ("", "Bert Koppel", FAMILY, "", "klaar", "01-10-2026")
    assert await _checked(at, bert) == ({"WRONG": 1}, [(2, TAKEN)])
    done = await at.carry_out(csv_of([HEADING, bert]), COLUMNS, agreed="0-0-1")
    assert (done["done"], done["findings"][0]["column"]) == (False, 2)
    (anna,) = await at.register()
    assert anna["status"] == "IN_TRAINING"
    assert await world.value("select count(*) from credential where volunteer_id = $1", anna["id"]) == 0
    rows = await _imported(at, ("", "Bert Koppel", "", "06 12345678", "klaar", "01-10-2026"))
    assert [(each["display_name"], each["status"]) for each in rows] == [
        ("Anna Koppel", "IN_TRAINING"),
        ("Bert Koppel", "READY"),
    ]


async def test_a_couple_in_one_file_hears_which_rows_share_the_address(browser: Browser, world: World) -> None:
    at = await importing(browser, await a_desk(world))
    bert = ("", "Bert Koppel", FAMILY.upper(), "", "klaar", "")
    said = (
        "dit e-mailadres staat ook op regel 2, bij Anna Koppel: geef een van beiden een ander adres, of laat het leeg"
    )
    assert await _checked(at, ANNA, bert) == ({"NEW": 1, "WRONG": 1}, [(3, said)])
    left = ("", "Anna Koppel", FAMILY, "", "gestopt", "")
    assert await _checked(at, left, bert) == ({"NEW": 1, "SKIPPED": 1}, []), "who has stopped is not written"


async def test_another_name_of_the_same_person_by_reference_or_by_number(browser: Browser, world: World) -> None:
    at = await importing(browser, await a_desk(world))
    sofie = ("", "Sofie de Wit", "sofie@example.org", "06 12345678", "", "")
    (file,) = await _imported(at, sofie)
    for other in (
        ("", "Sofie Bos", "sofie@example.org", "06 12345678", "klaar", ""),
        (str(file["id"]), "Sofie Bos", "sofie@example.org", "", "klaar", ""),
        ("", "Sofie Bos-de Wit", "sofie@example.org", "", "klaar", ""),
    ):
        assert await _checked(at, other) == ({"CHANGED": 1}, []), other
    assert (await _checked(at, ("", "Sofie Bos", "sofie@example.org", "", "klaar", "")))[0] == {"WRONG": 1}


async def test_a_list_is_still_known_after_somebody_joined_under_another_name(browser: Browser, world: World) -> None:
    at = await importing(browser, await a_desk(world))
    row = ("", "Elisabeth Jansen", "bep@example.org", "", "", "")
    (file,) = await _imported(at, row)
    await world.connection.execute("update person set display_name = 'Bep J.' where id = $1", file["person_id"])
    assert await _checked(at, row) == ({"SAME": 1}, [])


@pytest.mark.parametrize(
    ("one", "other", "phones", "same"),
    [
        ("Sofie de Wit", "SOFIE DE WIT", (None, None), True),
        ("Sofie de Wit", "Wit, Sofie de", (None, None), True),
        ("Jan-Willem Bos", "Jan Willem Bos", ("+31611111111", "+31622222222"), True),
        ("Sofie de Wit", "Sofie Jansen-de Wit", (None, None), True),
        ("Sofie de Wit", "Sofie Bos", ("+31611111111", "+31611111111"), True),
        ("Sofie de Wit", "S. de Wit", ("+31611111111", "+31611111111"), True),
        ("Els Bakker", "Elsje Bakker", ("+31611111111", "+31611111111"), True),
        ("Anna de Vries", "Bert de Vries", (None, None), False),
        ("Anna de Vries", "Bert de Vries", ("+31611111111", "+31611111111"), False),
        ("Anna de Wit", "A. de Wit", (None, None), False),
        ("Jan de Vries", "Janny de Vries", (None, None), False),
        ("Zuster Maria", "Zuster Agnes", (None, None), False),
        ("Jan Bos", "Jan de Wit", (None, None), False),
        ("Jan Bos", "Jan de Wit", ("+31101234567", "+31101234567"), False),
        ("Jan", "Jan de Wit", (None, None), False),
    ],
)
def test_two_names_at_one_address(one: str, other: str, phones: tuple[str | None, str | None], same: bool) -> None:
    assert same_person((one, phones[0]), (other, phones[1])) is same
    assert same_person((other, phones[1]), (one, phones[0])) is same


async def test_a_reference_does_not_bring_the_address_of_somebody_else(browser: Browser, world: World) -> None:
    at = await importing(browser, await a_desk(world))
    een, twee = await _imported(
        at, ("", "Dub Een", "dub1@example.org", "", "", ""), ("", "Dub Twee", "dub2@example.org", "", "", "")
    )
    said = "dit e-mailadres is in het register van Dub Een: geef een ander adres, of laat het leeg"
    counts, findings = await _checked(at, (str(twee["id"]), "Dub Twee", "DUB1@example.org", "", "", ""))
    assert (counts, findings) == ({"WRONG": 1}, [(2, said)])
    swapped = await _imported(
        at,
        (str(een["id"]), "Dub Een", "dub2@example.org", "", "", ""),
        (str(twee["id"]), "Dub Twee", "dub1@example.org", "", "", ""),
    )
    assert [each["email"] for each in swapped] == ["dub2@example.org", "dub1@example.org"]
    with pytest.raises(asyncpg.ExclusionViolationError):
        await world.connection.execute(
            "update imported_contact set email = 'Dub1@example.org' where volunteer_id = $1", een["id"]
        )


async def test_the_address_of_who_takes_part_is_not_given_to_somebody_else(browser: Browser, world: World) -> None:
    desk = await a_desk(world)
    anna = await desk.volunteer("Anna Koppel")
    await world.connection.execute("delete from person_contact where person_id = $1", anna.person_id)
    await world.insert("person_contact", person_id=anna.person_id, email=FAMILY)
    at = await importing(browser, desk)
    assert await _checked(at, ("", "Bert Koppel", FAMILY, "", "klaar", "")) == ({"WRONG": 1}, [(2, TAKEN)])


async def test_an_address_that_two_have_already_changes_nothing(browser: Browser, world: World) -> None:
    """Somebody joined at the address of who was imported: that comes in again, by reference and without."""
    desk, address = await a_desk(world), "samen@koppel.example.org"
    at = await importing(browser, desk)
    (zoe,) = await _imported(at, ("", "Zoë Koppel", address, "", "", ""))
    bert = await desk.volunteer("Bert Koppel")
    await world.connection.execute("delete from person_contact where person_id = $1", bert.person_id)
    await world.insert("person_contact", person_id=bert.person_id, email=address)
    for mark in (str(zoe["id"]), ""):
        assert await _checked(at, (mark, "Zoë Koppel", address, "", "", "")) == ({"SAME": 1}, [])


async def test_who_stopped_keeps_their_address(browser: Browser, world: World) -> None:
    at = await importing(browser, await a_desk(world))
    (anna,) = await _imported(at, ANNA)
    gone = (str(anna["id"]), "Anna Koppel", "anna@example.org", "", "gestopt", "")
    bert = ("", "Bert Koppel", FAMILY, "", "", "")
    assert await _checked(at, gone, bert) == ({"SKIPPED": 1, "WRONG": 1}, [(3, TAKEN)])


async def test_an_address_that_somebody_had_is_free_for_who_has_it_now(browser: Browser, world: World) -> None:
    at = await importing(browser, await a_desk(world))
    (anna,) = await _imported(at, ANNA)
    moved = (str(anna["id"]), "Anna Koppel", "anna@example.org", "", "", "")
    rows = await _imported(at, moved, ("", "Bert Koppel", FAMILY, "", "", ""))
    assert [(each["display_name"], each["email"]) for each in rows] == [
        ("Anna Koppel", "anna@example.org"),
        ("Bert Koppel", FAMILY),
    ]


async def _accepts(browser: Browser, desk: Desk, email: str, name: str) -> None:
    link = await desk.world.value(
        "select link_id from invitation where organisation_id = $1 and email = $2", desk.organisation, email
    )
    browser.http.cookies.clear()
    answer = await browser.http.post(
        "/invitations/accept",
        json={"token": tickets.token("invitation", link), "displayName": name},
        headers={"X-Vrijplaats": "1"},
    )
    assert answer.json() == {"accepted": True}


async def test_an_invitation_gives_the_file_it_was_sent_for(browser: Browser, world: World) -> None:
    desk = await a_desk(world)
    at = await importing(browser, desk)
    twee, address = ("", "Dub Twee", "dub.twee@example.org", "", "", ""), "dub.twee@example.org"
    files = await _imported(at, ("", "Dub Een", "dub.een@example.org", "", "", ""), twee)
    async with db.transaction(desk.anja):
        await joining.invite_imported(desk.anja, volunteer_ids=None, expected=2)
    # as if the letter that is under way were of another file than the one that has this address by now
    await world.connection.execute("update imported_contact set email = null where volunteer_id = $1", files[1]["id"])
    await world.connection.execute(
        "update imported_contact set email = $2 where volunteer_id = $1", files[0]["id"], address
    )
    await _accepts(browser, desk, address, "Dub Twee")
    owner = "select p.display_name from volunteer v join person p on p.id = v.person_id where v.id = $1"
    assert await world.value(owner, files[0]["id"]) == "Dub Een"
    assert await world.value("select joined_at from imported_contact where volunteer_id = $1", files[0]["id"]) is None


@pytest.mark.parametrize(("invited", "files"), [("Bert Koppel", 2), ("Anna", 1), ("anna koppel", 1)])
async def test_who_is_invited_by_hand_gets_no_file_of_somebody_else_at_that_address(
    browser: Browser, world: World, invited: str, files: int
) -> None:
    desk = await a_desk(world)
    address = f"{invited.replace(' ', '.').lower()}@koppel.example.org"
    await _imported(await importing(browser, desk), (*ANNA[:2], address, *ANNA[3:]))
    async with db.transaction(desk.anja):
        await invitations.invite_person(
            desk.anja, role=Role.VOLUNTEER, display_name=invited, email=address.upper(), locale="nl"
        )
    made = await world.value("select email from invitation where organisation_id = $1", desk.organisation)
    await _accepts(browser, desk, made, invited)
    count = "select count(*) from volunteer where organisation_id = $1"
    assert await world.value(count, desk.organisation) == files
