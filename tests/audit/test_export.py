"""The list of readings as a file: after a fresh passkey, safe in a spreadsheet, and itself in the history."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta

import httpx
import pytest

from tests.accounts.test_passkeys import code, registered
from tests.accounts.test_step_up import shown
from tests.audit.test_name_readings import Tenant, _read, _tenant
from tests.calling import Browser
from tests.world import World
from vrijplaats.audit import actions
from vrijplaats.core import clock
from vrijplaats.core.actor import BeganWith

FILE = "/audit/name-readings.csv"
HEADERS = {"X-Vrijplaats": "1"}


async def _get(browser: Browser, path: str = FILE) -> httpx.Response:
    return await browser.http.get(path, headers=HEADERS)


def _rows(answer: httpx.Response) -> list[list[str]]:
    assert answer.status_code == 200, answer.text
    return list(csv.reader(io.StringIO(answer.text, newline=""), delimiter=";"))


async def _with_readings(world: World, city: str) -> Tenant:
    tenant = await _tenant(world, city=city)
    await _read(tenant.staff, tenant.match.detainee_id)
    await _read(tenant.volunteer, tenant.match.detainee_id)
    return tenant


async def test_each_takes_out_their_own_part_and_it_is_in_the_history(browser: Browser, world: World) -> None:
    tenant = await _with_readings(world, "Vught")
    for actor, readers in ((tenant.staff, ["Vera Vught", "Piet Vught"]), (tenant.coordinator, ["Vera Vught"])):
        await browser.sign_in(actor)
        answer = await _get(browser)
        rows = _rows(answer)
        assert rows[0][:3] == ["wanneer", "wie las", "rol"]
        assert [row[1] for row in rows[1:]] == readers
        assert rows[1][-1] == "voor een koppeling"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-type"] == "text/csv; charset=utf-8"
        today = clock.today()
        named = f'attachment; filename="wie-las-namen-{today - timedelta(days=29)}-{today}.csv"'
        assert answer.headers["content-disposition"] == named
        kept = await world.rows(
            "select subject::text, organisation_id, facility_id from history where verb = 'audit.export' "
            "and person_id = $1",
            actor.person_id,
        )
        assert len(kept) == 1 and "name-readings.csv" in kept[0]["subject"]
        assert (kept[0]["organisation_id"], kept[0]["facility_id"]) == (actor.organisation_id, actor.facility_id)


async def test_a_stale_session_shows_its_passkey_first(browser: Browser, world: World) -> None:
    tenant = await _with_readings(world, "Grave")
    device = await registered(browser, tenant.staff)
    await browser.sign_in(tenant.staff)
    answer = await _get(browser)
    assert (answer.status_code, code(answer)) == (403, "STEP_UP_NEEDED")
    assert await world.value("select count(*) from history where verb = 'audit.export' and person_id = $1",
                             tenant.staff.person_id) == 0  # fmt: skip
    await shown(browser, tenant.staff, device)
    assert len(_rows(await _get(browser))) == 3
    with clock.travel(clock.now() + timedelta(minutes=5, seconds=1)):
        assert code(await _get(browser)) == "STEP_UP_NEEDED"


async def test_a_session_by_code_makes_a_passkey_first(browser: Browser, world: World) -> None:
    tenant = await _with_readings(world, "Almere")
    await browser.sign_in(tenant.staff, began_with="CODE")
    answer = await _get(browser)
    assert (answer.status_code, code(answer)) == (403, "PASSKEY_NEEDED")
    taken_out = "select count(*) from history where verb = 'audit.export' and person_id = $1"
    assert await world.value(taken_out, tenant.staff.person_id) == 0


async def test_it_is_refused_to_others_without_a_word(browser: Browser, world: World) -> None:
    tenant = await _with_readings(world, "Sittard")
    assert (await _get(browser)).status_code == 401
    for actor in (tenant.volunteer, await world.a_funder()):
        await browser.sign_in(actor)
        answer = await _get(browser)
        assert (answer.status_code, code(answer)) == (403, "FORBIDDEN")
    await browser.sign_in(tenant.staff)
    assert (await browser.http.get(FILE)).status_code == 403, "without the header"
    assert (await _get(browser, f"{FILE}?from=gisteren")).status_code == 400
    assert (await _get(browser, "/audit/anders.csv")).status_code == 404
    assert (await browser.http.post(FILE, headers=HEADERS)).status_code in (404, 405)


async def test_no_text_becomes_a_formula(browser: Browser, world: World) -> None:
    tenant = await _tenant(world, city="Zaandam")
    for name in ("=1+1", "+31", "-2", "@SUM(A1)", "\tTab", ' ="x";1'):
        reader = await world.a_staff_member(tenant.facility, name)
        await _read(reader, tenant.match.detainee_id)
    await browser.sign_in(tenant.staff)
    readers = [row[1] for row in _rows(await _get(browser))[1:]]
    assert len(readers) == 6 and all(reader.startswith("'") for reader in readers), readers


async def test_a_long_list_comes_in_batches_and_whole(
    browser: Browser, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    tenant = await _tenant(world, city="Alphen")
    for _ in range(7):
        await _read(tenant.staff, tenant.match.detainee_id)
    monkeypatch.setattr(actions, "BATCH", 3)
    await browser.sign_in(tenant.staff)
    assert len(_rows(await _get(browser))) == 8
    lines = (await _get(browser, "/audit/name-readings.jsonl")).text.splitlines()
    assert len(lines) == 7
    assert {json.loads(line)["purpose"] for line in lines} == {"match"}
    yesterday = clock.today() - timedelta(days=1)
    assert len(_rows(await _get(browser, f"{FILE}?from={yesterday}&to={yesterday}"))) == 1


@pytest.mark.parametrize("began_with", [BeganWith.CODE, BeganWith.SSO, BeganWith.INVITATION, BeganWith.RECOVERY])
async def test_who_has_no_passkey_is_told_to_make_one(browser: Browser, world: World, began_with: BeganWith) -> None:
    await browser.sign_in(await world.an_operator(), began_with=began_with)
    answer = await _get(browser)
    assert (answer.status_code, code(answer)) == (403, "PASSKEY_NEEDED")
