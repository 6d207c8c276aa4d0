"""One's own details: the name others see, a number, and a new address in two steps."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx
import pytest

from tests.accounts.letterbox import Letterbox, digits_in, reachable
from tests.accounts.test_codes import ask, bring, wrong
from tests.accounts.test_passkeys import code as code_of
from tests.calling import Browser
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core import db as database

pytestmark = pytest.mark.asyncio(loop_scope="module")

MINE = "{ myDetails { displayName email emailVerified phone } }"
SET = """
mutation($input: SetMyDetailsInput!) {
  setMyDetails(input: $input) {
    __typename
    ... on SetMyDetailsSuccess { details { displayName email phone } }
    ... on InvalidInput { field message }
  }
}
"""
CONTACT = "select email, phone from person_contact where person_id = $1"


async def change(browser: Browser, **values: Any) -> Any:
    return (await browser.graphql(SET, {"input": values}))["setMyDetails"]


async def email(browser: Browser, path: str, **content: str) -> httpx.Response:
    return await browser.http.post(f"/my-email{path}", json=content, headers={"X-Vrijplaats": "1"})


async def move(browser: Browser, letters: Letterbox, address: str) -> httpx.Response:
    """Both steps."""
    asked = await email(browser, "/options", email=address)
    assert asked.status_code == 200, asked.text
    return await email(browser, "", code=asked.json()["code"], digits=await letters.digits(address))


async def test_a_name_and_a_number_are_changed_and_seen_at_once(browser: Browser, world: World) -> None:
    volunteer = await world.a_volunteer(await world.an_organisation(), "Els Bakker")
    await browser.sign_in(volunteer)
    empty = {"displayName": "Els Bakker", "email": None, "emailVerified": False, "phone": None}
    assert (await browser.graphql(MINE))["myDetails"] == empty
    changed = await change(browser, displayName="  Els   de Boer ", phone="+31 6 1234 5678")
    assert changed["details"] == {"displayName": "Els de Boer", "email": None, "phone": "06 12345678"}
    assert (await browser.graphql("{ viewer { displayName } }"))["viewer"]["displayName"] == "Els de Boer"
    assert await world.rows(CONTACT, volunteer.person_id) == [{"email": None, "phone": "+31612345678"}]
    assert (await change(browser, displayName="Els de Boer", phone=""))["details"]["phone"] is None
    await change(browser, displayName="Els de Boer")  # nothing new: nothing to remember
    verbs = await world.rows("select verb from history where person_id = $1", volunteer.person_id)
    assert [row["verb"] for row in verbs] == ["person.set_details"] * 2


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("displayName", {"displayName": " "}),
        ("displayName", {"displayName": "x" * 121}),
        ("displayName", {"displayName": "123"}),
        ("phone", {"displayName": "Els", "phone": "112345"}),
        ("phone", {"displayName": "Els", "phone": "bel maar"}),
    ],
)
async def test_what_is_wrong_is_said_at_its_field(
    browser: Browser, world: World, field: str, values: dict[str, str]
) -> None:
    await browser.sign_in(await world.a_funder("Iris"))
    assert (await change(browser, **values))["field"] == field
    assert (await browser.graphql(MINE))["myDetails"]["displayName"] == "Iris"


async def test_no_table_keeps_a_copy_of_a_name(browser: Browser, world: World) -> None:
    """The register, the visits and the notices of a volunteer all say the person's own name."""
    facility = await world.a_facility()
    volunteer = await world.a_volunteer(await world.an_organisation(facilities=[facility]), "Zwaantje Uniek")
    await world.a_visit(await world.a_match(volunteer, facility), clock.now() + timedelta(days=2))
    await browser.sign_in(volunteer)
    await change(browser, displayName="Zwaantje Anders")
    tables = await world.rows(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
    )
    assert len(tables) > 20
    for row in tables:
        held = f"select count(*) from \"{row['relname']}\" t where t::text like '%Zwaantje Uniek%'"
        assert await world.value(held) == 0, row["relname"]


async def test_only_the_own_coordinator_sees_how_to_reach_a_volunteer(world: World, letters: Letterbox) -> None:
    facility = await world.a_facility()
    ours, others = [await world.an_organisation(facilities=[facility]) for _ in range(2)]
    volunteer, colleague = await world.a_volunteer(ours, admitted=[facility]), await world.a_volunteer(ours)
    await reachable(world, volunteer, "wie-ziet-mij@example.org")
    await world.a_visit(await world.a_match(volunteer, facility), clock.now() + timedelta(days=2))
    seen = {}
    for who, actor in {
        "coordinator": await world.a_coordinator(ours),
        "another": await world.a_coordinator(others),
        "colleague": colleague,
        "staff": await world.a_staff_member(facility),
        "funder": await world.a_funder(),
        "operator": await world.an_operator(),
    }.items():
        async with database.transaction(actor, read_only=True):
            seen[who] = len(await database.fetch(CONTACT, volunteer.person_id))
    assert seen == {"coordinator": 1, "another": 0, "colleague": 0, "staff": 0, "funder": 0, "operator": 0}


async def test_a_new_address_is_taken_into_use_with_the_code_sent_to_it(
    browser: Browser, world: World, letters: Letterbox
) -> None:
    volunteer = await world.a_volunteer(await world.an_organisation(), "Els")
    former = await reachable(world, volunteer, "oud@example.org")
    await browser.sign_in(volunteer)
    assert (await move(browser, letters, "nieuw@example.org")).json() == {"email": "nieuw@example.org"}
    mine = (await browser.graphql(MINE))["myDetails"]
    assert (mine["email"], mine["emailVerified"]) == ("nieuw@example.org", True)
    (letter,) = await letters.to(former)
    assert letter.subject == "Je e-mailadres is gewijzigd"
    assert "nieuw@example.org" not in letter.text
    browser.http.cookies.clear()
    code = await ask(browser, "nieuw@example.org")
    assert (await bring(browser, code, await letters.digits("nieuw@example.org"))).status_code == 200
    await ask(browser, former)
    assert len(await letters.to(former)) == 1  # it is nobody's now


async def test_who_had_no_address_gets_one(browser: Browser, world: World, letters: Letterbox) -> None:
    await browser.sign_in(await world.a_funder())
    assert (await move(browser, letters, "eerste@example.org")).status_code == 200
    # the same again is proof of the same
    assert (await move(browser, letters, "Eerste@example.org")).status_code == 200
    assert [letter.subject for letter in await letters.to("eerste@example.org")].count(
        "Je e-mailadres is gewijzigd"
    ) == 0


async def test_somebody_elses_address_answers_like_a_new_one_until_the_code(
    browser: Browser, world: World, letters: Letterbox
) -> None:
    theirs = await reachable(world, await world.a_funder(), "bezet@example.org")
    funder = await world.a_funder()
    mine = await reachable(world, funder, "zoeker@example.org")
    await browser.sign_in(funder)
    free = await email(browser, "/options", email="vrij@example.org")
    taken = await email(browser, "/options", email=theirs)
    assert (free.status_code, len(free.content)) == (taken.status_code, len(taken.content))
    assert {*free.headers} == {*taken.headers}
    code, digits = taken.json()["code"], await letters.digits(theirs)
    assert code_of(await email(browser, "", code=code, digits=wrong(digits))) == "CODE_REFUSED"
    refused = await email(browser, "", code=code, digits=digits)  # who reads its letters may know
    assert (refused.status_code, code_of(refused)) == (400, "INVALID_INPUT")
    assert "hier logt al iemand anders mee in" in refused.json()["errors"][0]["message"]
    assert await world.value("select email from person_contact where person_id = $1", funder.person_id) == mine


async def test_five_tries_once_and_for_ten_minutes(browser: Browser, world: World, letters: Letterbox) -> None:
    await browser.sign_in(await world.a_funder())
    code = (await email(browser, "/options", email="raden@example.org")).json()["code"]
    digits = await letters.digits("raden@example.org")
    for _ in range(5):
        assert code_of(await email(browser, "", code=code, digits=wrong(digits))) == "CODE_REFUSED"
    assert code_of(await email(browser, "", code=code, digits=digits)) == "CODE_REFUSED"
    code = (await email(browser, "/options", email="raden@example.org")).json()["code"]
    digits = await letters.digits("raden@example.org")
    with clock.travel(clock.now() + timedelta(minutes=10, seconds=1)):
        assert code_of(await email(browser, "", code=code, digits=digits)) == "CODE_REFUSED"
    assert (await email(browser, "", code=code, digits=digits)).status_code == 200
    assert code_of(await email(browser, "", code=code, digits=digits)) == "CODE_REFUSED"


async def test_a_code_is_for_who_asked_for_it(browser: Browser, world: World, letters: Letterbox) -> None:
    await browser.sign_in(await world.a_funder())
    code = (await email(browser, "/options", email="gevraagd@example.org")).json()["code"]
    digits = await letters.digits("gevraagd@example.org")
    await browser.sign_in(await world.a_funder())
    assert code_of(await email(browser, "", code=code, digits=digits)) == "CODE_REFUSED"
    # nor does a code to sign in change an address
    browser.http.cookies.clear()
    address = await reachable(world, await world.a_funder(), "inlogcode@example.org")
    other = await ask(browser, address)
    await browser.sign_in(await world.a_funder())
    answer = await email(browser, "", code=other, digits=digits_in((await letters.to(address))[0].text))
    assert code_of(answer) == "CODE_REFUSED"


async def test_changing_a_way_in_takes_the_passkey_or_a_new_sign_in(
    browser: Browser, world: World, letters: Letterbox
) -> None:
    funder = await world.a_funder()
    await browser.sign_in(funder, began_with="CODE")
    with clock.travel(clock.now() + timedelta(minutes=11)):
        assert code_of(await email(browser, "/options", email="dief@example.org")) == "SIGN_IN_AGAIN"
    await world.a_passkey(funder)
    assert code_of(await email(browser, "/options", email="dief@example.org")) == "STEP_UP_NEEDED"


async def test_one_asks_five_times_an_hour(browser: Browser, world: World, letters: Letterbox) -> None:
    await browser.sign_in(await world.a_funder())
    answers = [await email(browser, "/options", email=f"veel{number}@example.org") for number in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]


async def test_nobody_changes_nothing(browser: Browser, letters: Letterbox) -> None:
    for path in ("/options", ""):
        assert (await email(browser, path, email="a@example.org", code="x", digits="1")).status_code == 401
