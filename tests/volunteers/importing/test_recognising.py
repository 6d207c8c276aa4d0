"""Who of a list is in the register already, and what a list may change about them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.calling import Browser
from tests.volunteers.desk import a_desk
from tests.volunteers.importing.files import BRAM, HEADING, SOFIE, csv_of, importing
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor


async def test_nobody_is_in_a_file_twice(browser: Browser, world: World) -> None:
    at = await importing(browser, await a_desk(world))
    again = ("S. de Wit", "Sofie@Example.org", *SOFIE[2:])
    by_name = ("Bram Bos", "", *BRAM[2:])
    rows = [HEADING, SOFIE, again, BRAM, by_name]
    checked = await at.check(csv_of(rows))
    said = [(each["row"], each["said"]) for each in checked["findings"] if each["wrong"]]
    assert said == [(3, "dezelfde persoon staat ook op regel 2"), (5, "dezelfde persoon staat ook op regel 4")]
    nameless = [("Naam", "Woonplaats"), ("Jan Jansen", "Assen"), ("Jan Jansen", "Zwolle")]
    assert (await at.check(csv_of(nameless), "NAME,PLACE"))["counts"]["WRONG"] == 1


async def test_who_is_in_the_register_already_is_recognised_by_address_and_keeps_what_is_theirs(
    browser: Browser, world: World
) -> None:
    desk = await a_desk(world)
    els = await desk.volunteer("Els Bakker")
    await world.connection.execute("delete from person_contact where person_id = $1", els.person_id)
    await world.insert("person_contact", person_id=els.person_id, email="els@example.org", phone="+31611111111")
    at = await importing(browser, desk)
    row = ("Els Bakker-Bos", "ELS@example.org", "06 22222222", *SOFIE[3:6], "", "", "", "", "2", "", "")
    checked = await at.check(csv_of([HEADING, row]))
    assert checked["counts"]["CHANGED"] == 1
    said = [each["said"] for each in checked["findings"]]
    assert said == [
        "adres en nummer past iemand zelf aan, die blijven zoals ze zijn",
        "in het register heet deze persoon Els Bakker, dat blijft zo",
    ]
    await at.carry_out(csv_of([HEADING, row]))
    (kept,) = await at.register()
    assert (kept["display_name"], kept["place"], kept["capacity"]) == ("Els Bakker", "Assen", 2)
    phone = await world.value("select phone from person_contact where person_id = $1", els.person_id)
    assert (kept["email"], phone) == (None, "+31611111111")


async def test_a_name_alone_is_not_enough_to_be_somebody(browser: Browser, world: World) -> None:
    desk = await a_desk(world)
    await desk.volunteer("Jan Jansen")
    at = await importing(browser, desk)
    checked = await at.check(csv_of([("Naam",), ("Jan Jansen",)]), "NAME")
    assert [each["said"] for each in checked["findings"]] == [
        "er is al iemand met deze naam: zet er een e-mailadres of telefoonnummer bij"
    ]


async def test_who_stopped_is_skipped(browser: Browser, world: World) -> None:
    desk = await a_desk(world)
    at = await importing(browser, desk)
    rows = [
        ("Naam", "E-mail", "Status"),
        ("Piet Stop", "piet@example.org", "inactief"),
        ("Anna Wel", "a@example.org", ""),
    ]
    checked = await at.check(csv_of(rows), "NAME,EMAIL,STATUS")
    assert (checked["counts"]["NEW"], checked["counts"]["SKIPPED"], checked["wrong"]) == (1, 1, 0)
    await at.carry_out(csv_of(rows), "NAME,EMAIL,STATUS")
    assert [each["display_name"] for each in await at.register()] == ["Anna Wel"]


async def test_a_status_goes_forward_with_its_day_and_not_before_the_last(browser: Browser, world: World) -> None:
    at = await importing(browser, await a_desk(world))
    await at.carry_out(csv_of([HEADING, BRAM]))
    ready = [*BRAM]
    ready[8], ready[9] = "klaar", f"{clock.today() - timedelta(days=3):%d-%m-%Y}"
    checked = await at.check(csv_of([HEADING, ready]))
    assert checked["findings"][0]["said"] == f"de status verandert op een dag vanaf {clock.today():%d-%m-%Y}"
    ready[9] = ""
    await at.carry_out(csv_of([HEADING, ready]))
    assert (await at.register())[0]["status"] == "READY"
    assert await world.value("select count(*) from outbox where event = 'volunteer.ready'") == 0


async def test_who_visits_somebody_does_not_go_back_to_applicant_by_a_list(browser: Browser, world: World) -> None:
    desk = await a_desk(world)
    els = await desk.volunteer("Els Bakker")
    await world.connection.execute("update volunteer set carrying = 1 where id = $1", els.volunteer_id)
    at = await importing(browser, desk)
    rows = [("Kenmerk", "Naam", "Status"), (str(els.volunteer_id), "Els Bakker", "aangemeld")]
    checked = await at.check(csv_of(rows), "MARK,NAME,STATUS")
    assert checked["counts"]["WRONG"] == 1 and len(checked["findings"]) == 1


@pytest.mark.parametrize("mark", ["not-an-id", "0198f0b0-0000-7000-8000-000000000000"])
async def test_a_reference_that_is_nobodys_here_is_wrong(browser: Browser, world: World, mark: str) -> None:
    at = await importing(browser, await a_desk(world))
    checked = await at.check(csv_of([("Kenmerk", "Naam"), (mark, "Sofie")]), "MARK,NAME")
    (said,) = [each["said"] for each in checked["findings"]]
    assert said == "dit kenmerk is niet van ons: kies “Niet overnemen” bij die kolom, of maak de cel leeg"


async def test_a_reference_of_another_organisation_is_nobodys_here(browser: Browser, world: World) -> None:
    theirs: Actor = await (await a_desk(world)).volunteer("Van Elders")
    at = await importing(browser, await a_desk(world))
    checked = await at.check(csv_of([("Kenmerk", "Naam"), (str(theirs.volunteer_id), "Sofie")]), "MARK,NAME")
    assert checked["counts"]["WRONG"] == 1


async def test_an_organisations_own_numbers_are_not_taken_for_our_reference(browser: Browser, world: World) -> None:
    desk = await a_desk(world)
    els = await desk.volunteer("Els Bakker")
    at = await importing(browser, desk)
    assert await at.guess(csv_of([("Kenmerk", "Naam"), ("A1", "Sofie"), ("A2", "Bram")])) == ",NAME"
    # nor instead of ours, which stands further on
    both = [("Kenmerk", "Naam", "Kenmerk Vrijplaats"), ("A1", "Els Bakker", str(els.volunteer_id))]
    assert await at.guess(csv_of(both)) == ",NAME,MARK"
    # somebody new in an export has none yet, and a mark with a typing error is said at its row
    ours = [("Kenmerk", "Naam"), (str(els.volunteer_id), "Els Bakker"), ("", "Bram"), ("0198f0b", "Sofie")]
    assert await at.guess(csv_of(ours)) == "MARK,NAME"
