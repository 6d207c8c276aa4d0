"""Signing in with a code by e-mail, and everything that looks like it and is not."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from tests.accounts.letterbox import Letterbox, reachable
from tests.accounts.test_passkeys import code as code_of
from tests.calling import Browser, a_browser
from tests.world import World
from vrijplaats.accounts.codes.rules import SIGN_IN
from vrijplaats.accounts.rules import ends_at
from vrijplaats.core import clock, tickets
from vrijplaats.core.actor import Role
from vrijplaats.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")

OURS = {"X-Vrijplaats": "1"}
VIEWER = "{ viewer { displayName current { id role } } }"
PHONE = "Mozilla/5.0 (Linux; Android 8) AppleWebKit/537.36 Chrome/58.0.0.0 Mobile Safari/537.36"
REFUSED = (403, "CODE_REFUSED", False)


async def post(browser: Browser, path: str, content: Any) -> httpx.Response:
    return await browser.http.post(f"/codes/{path}", json=content, headers=OURS)


async def ask(browser: Browser, address: str) -> str:
    response = await post(browser, "options", {"email": address})
    assert response.status_code == 200, response.text
    (code,) = response.json().values()
    return str(code)


async def bring(browser: Browser, code: str, digits: str) -> httpx.Response:
    return await post(browser, "sign-in", {"code": code, "digits": digits})


def told(response: httpx.Response) -> tuple[int, str, bool]:
    return response.status_code, code_of(response), "set-cookie" in response.headers


def wrong(digits: str) -> str:
    return f"{(int(digits.replace(' ', '')) + 1) % 10**8:08d}"


async def by_code(browser: Browser, letters: Letterbox, address: str) -> httpx.Response:
    """Sign in the whole way."""
    code = await ask(browser, address)
    response = await bring(browser, code, await letters.digits(address))
    assert response.status_code == 200, response.text
    return response


async def test_a_person_signs_in_with_the_code_from_the_letter(
    browser: Browser, world: World, letters: Letterbox
) -> None:
    organisation = await world.an_organisation()
    volunteer = await world.a_volunteer(organisation, "Els Bakker")
    address = await reachable(world, volunteer, "Els@example.org")
    browser.http.headers["user-agent"] = PHONE
    code = await ask(browser, "els@EXAMPLE.org ")
    (letter,) = await letters.to(address)
    assert letter.subject == "Je code om in te loggen"
    assert "Vroeg jij dit niet? Dan hoef je niets te doen." in letter.text
    assert re.search(r"Gevraagd rond \d{1,2}\.(00|15|30|45) uur, op: Chrome op Android\.", letter.text)
    assert "http" not in letter.text  # no link that lures anybody
    response = await bring(browser, code, f" {(await letters.digits(address)).replace(' ', '-')} ")
    assert response.json() == {"signedIn": True, "choose": False}
    assert "HttpOnly" in response.headers["set-cookie"]
    assert (await browser.graphql(VIEWER))["viewer"]["displayName"] == "Els Bakker"
    (session,) = await world.rows("select * from session where person_id = $1", volunteer.person_id)
    assert (session["began_with"], session["device"], session["fresh_passkey_at"]) == ("CODE", "Chrome/Android", None)
    assert session["expires_at"] == ends_at(Role.VOLUNTEER, session["created_at"], session["last_seen_at"])
    verbs = await world.rows("select verb from history where person_id = $1", volunteer.person_id)
    assert [row["verb"] for row in verbs] == ["code.sign_in"]
    proved = "select email_verified_at is not null from person_contact where person_id = $1"
    assert await world.value(proved, volunteer.person_id)


async def test_the_digits_stand_in_no_table(browser: Browser, world: World, letters: Letterbox) -> None:
    address = await reachable(world, await world.a_funder(), "geen-spoor@example.org")
    code = await ask(browser, address)
    digits = (await letters.digits(address)).replace(" ", "")
    kept = await world.rows("select c::text as all from sign_in_code c union all select o::text from outbox o")
    assert not [row for row in kept if digits in row["all"] or code in row["all"] or address in row["all"]]


async def test_a_code_is_used_once(browser: Browser, world: World, letters: Letterbox) -> None:
    address = await reachable(world, await world.a_funder(), "eenmaal@example.org")
    code = await ask(browser, address)
    digits = await letters.digits(address)
    answers = await asyncio.gather(*(bring(browser, code, digits) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [200, 403, 403, 403]
    assert told(await bring(browser, code, digits)) == REFUSED


async def test_after_ten_minutes_it_is_over(browser: Browser, world: World, letters: Letterbox) -> None:
    address = await reachable(world, await world.a_funder(), "te-laat@example.org")
    code = await ask(browser, address)
    digits = await letters.digits(address)
    with clock.travel(clock.now() + timedelta(minutes=10, seconds=1)):
        assert told(await bring(browser, code, digits)) == REFUSED
    with clock.travel(clock.now() + timedelta(minutes=9, seconds=50)):
        assert (await bring(browser, code, digits)).status_code == 200


async def test_a_letter_that_comes_too_late_is_not_sent(browser: Browser, world: World, letters: Letterbox) -> None:
    address = await reachable(world, await world.a_funder(), "late-post@example.org")
    await ask(browser, address)
    with clock.travel(clock.now() + timedelta(minutes=11)):
        assert await letters.to(address) == []


async def test_a_new_code_ends_the_former_one(browser: Browser, world: World, letters: Letterbox) -> None:
    address = await reachable(world, await world.a_funder(), "nog-een@example.org")
    first = await ask(browser, address)
    first_digits = await letters.digits(address)
    second = await ask(browser, address)
    assert told(await bring(browser, first, first_digits)) == REFUSED
    assert (await bring(browser, second, await letters.digits(address))).status_code == 200


async def test_the_digits_of_one_do_not_open_anothers(browser: Browser, world: World, letters: Letterbox) -> None:
    mine = await reachable(world, await world.a_funder(), "van-mij@example.org")
    theirs = await reachable(world, await world.an_operator(), "van-een-ander@example.org")
    my_code, their_code = await ask(browser, mine), await ask(browser, theirs)
    assert told(await bring(browser, their_code, await letters.digits(mine))) == REFUSED
    assert (await bring(browser, my_code, await letters.digits(mine))).status_code == 200


@pytest.mark.parametrize("code", ["", "x", "é", "A" * 48, "f1cf0791-3696-4428-8b9c-1cc6ec2f3fc3"])
async def test_an_id_that_was_not_handed_out_is_refused(
    browser: Browser,
    letters: Letterbox,
    code: str,
) -> None:
    assert told(await bring(browser, code, "12345678")) == REFUSED
    # nor one handed out for something else
    assert told(await bring(browser, tickets.token("new e-mail", uuid4()), "12345678")) == REFUSED


@pytest.mark.parametrize(
    "content", [{}, {"code": 1, "digits": "12345678"}, {"code": "x"}, {"code": "x", "digits": ["1"]}]
)
async def test_what_no_screen_sends_is_a_bad_request(
    browser: Browser,
    letters: Letterbox,
    content: Any,
) -> None:
    assert told(await post(browser, "sign-in", content)) == (400, "BAD_REQUEST", False)


async def test_an_address_that_is_none_is_said_so(browser: Browser, letters: Letterbox) -> None:
    response = await post(browser, "options", {"email": "els bij example"})
    assert told(response) == (400, "INVALID_INPUT", False)
    assert response.json()["errors"][0]["message"].startswith("E-mailadres: vul een heel adres in")


async def test_a_form_on_another_site_reaches_nothing(browser: Browser, letters: Letterbox) -> None:
    for path in ("options", "sign-in"):
        response = await browser.http.post(f"/codes/{path}", json={"email": "a@example.org"})
        assert response.status_code == 403


async def test_it_begins_under_a_new_token_and_ends_the_former_session(
    browser: Browser, world: World, letters: Letterbox
) -> None:
    """No token that somebody planted in a browser becomes a session, and none that was there stays one."""
    somebody, els = await world.an_operator(), await world.a_funder()
    address = await reachable(world, els, "fixatie@example.org")
    await browser.sign_in(somebody)
    planted = browser.http.cookies["vrijplaats"]
    await by_code(browser, letters, address)
    given = {cookie.value for cookie in browser.http.cookies.jar if cookie.name == "vrijplaats"} - {planted}
    assert len(given) == 1
    browser.http.cookies.clear()
    browser.http.cookies.set("vrijplaats", planted)
    assert await browser.codes("{ mySessions { id } }") == ["UNAUTHENTICATED"]
    assert await world.value("select count(*) from session where person_id = $1", somebody.person_id) == 0


async def test_somebody_who_is_nothing_here_any_more_gets_no_code(
    browser: Browser, world: World, letters: Letterbox
) -> None:
    funder = await world.a_funder()
    address = await reachable(world, funder, "gestopt@example.org")
    await world.connection.execute("update membership set ended_at = now() where id = $1", funder.membership_id)
    code = await ask(browser, address)
    assert await letters.to(address) == []
    assert told(await bring(browser, code, tickets.code(SIGN_IN, _id(code)))) == REFUSED


async def test_who_has_another_address_by_now_does_not_come_in_by_the_former_one(
    browser: Browser, world: World, letters: Letterbox
) -> None:
    funder = await world.a_funder()
    address = await reachable(world, funder, "vorige@example.org")
    code = await ask(browser, address)
    digits = await letters.digits(address)
    await world.connection.execute(
        "update person_contact set email = 'volgende@example.org' where person_id = $1", funder.person_id
    )
    assert told(await bring(browser, code, digits)) == REFUSED


async def test_it_goes_on_in_the_role_of_the_last_session(browser: Browser, world: World, letters: Letterbox) -> None:
    organisation = await world.an_organisation()
    els = await world.a_volunteer(organisation)
    coordinator = await world.insert(
        "membership", person_id=els.person_id, role="COORDINATOR", organisation_id=organisation
    )
    address = await reachable(world, els, "twee-rollen@example.org")
    # several, and nobody knows which was last: asked
    assert (await by_code(browser, letters, address)).json()["choose"] is True
    switch = "mutation($id: ID!) { switchMembership(input: {membershipId: $id}) { __typename } }"
    switched = await browser.graphql(switch, {"id": str(coordinator)})
    assert switched["switchMembership"]["__typename"] == "SwitchMembershipSuccess"
    began = await world.rows("select began_with, membership_id from session where person_id = $1", els.person_id)
    assert began == [{"began_with": "CODE", "membership_id": coordinator}]
    async with a_browser(letters.settings, world).http as other:
        elsewhere = Browser(other, world)
        assert (await by_code(elsewhere, letters, address)).json()["choose"] is False
        assert (await elsewhere.graphql(VIEWER))["viewer"]["current"]["role"] == "COORDINATOR"


async def test_with_passkeys_a_code_is_told_by_letter(browser: Browser, world: World, letters: Letterbox) -> None:
    coordinator = await world.a_coordinator(await world.an_organisation(), locale="en")
    await world.a_passkey(coordinator)
    address = await reachable(world, coordinator, "met-passkey@example.org")
    await by_code(browser, letters, address)
    newest, _ = await letters.to(address)
    assert newest.subject == "Somebody signed in with a code"


async def test_an_operator_with_a_passkey_shows_it(browser: Browser, world: World, letters: Letterbox) -> None:
    operator = await world.an_operator()
    address = await reachable(world, operator, "beheer@example.org")
    await by_code(browser, letters, address)  # before there is one
    await world.a_passkey(operator)
    code = await ask(browser, address)
    newest = (await letters.to(address))[0]
    assert newest.subject == "Log in met je passkey"
    assert not re.search(r"\d{4} \d{4}", newest.text)
    assert told(await bring(browser, code, tickets.code(SIGN_IN, _id(code)))) == REFUSED


async def test_codes_that_are_over_are_forgotten(world: World, browser: Browser, letters: Letterbox) -> None:
    from vrijplaats.accounts.codes.jobs import PERIODIC
    from vrijplaats.core.jobs import run_periodic

    await ask(browser, "vergeet@example.org")
    with clock.travel(clock.now() + timedelta(days=2)):
        await run_periodic(PERIODIC[0])
    assert await world.value("select count(*) from sign_in_code") == 0


async def test_nothing_leads_to_another_path_below_codes(browser: Browser, db: Settings) -> None:
    assert (await browser.http.get("/codes/options")).status_code in (404, 405)
    assert (await browser.http.post("/codes/else", headers=OURS)).status_code == 404


def _id(code: str) -> UUID:
    found = tickets.opened(SIGN_IN, code)
    assert found is not None
    return found
