"""All that is kept about somebody, as a file: whole, theirs alone, and after they showed who they are."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.accounts.test_passkeys import code, registered
from tests.accounts.test_step_up import shown
from tests.calling import Browser
from tests.mydata.people import EMAIL, NAME, Els, a_volunteer, asked_to_take_over
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor, Role
from vrijplaats.mydata import queries, readable
from vrijplaats.mydata.http import TAKEN
from vrijplaats.mydata.sections import SECTIONS

HEADERS = {"X-Vrijplaats": "1"}


async def _get(browser: Browser, kind: str = "json") -> httpx.Response:
    return await browser.http.get(f"/my-data.{kind}", headers=HEADERS)


async def _sections(browser: Browser, actor: Actor) -> dict[str, list[dict[str, Any]]]:
    await browser.sign_in(actor)
    answer = await _get(browser)
    assert answer.status_code == 200, answer.text
    return {name: section["rows"] for name, section in answer.json()["sections"].items()}


async def test_the_file_for_programs_holds_everything_and_says_why(browser: Browser, world: World) -> None:
    els = await a_volunteer(world, email=EMAIL)
    await asked_to_take_over(world, els)
    await world.a_passkey(els.actor, "Telefoon van Els")
    with clock.travel(datetime.now(UTC)):
        await browser.sign_in(els.actor, began_with="PASSKEY", fresh_passkey_at=clock.now())
        answer = await _get(browser)
        today = clock.today()
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == f'attachment; filename="mijn-gegevens-{today}.json"'
    content = answer.json()
    assert (content["format"], content["version"], content["language"]) == ("vrijplaats.own-data", 1, "nl")
    assert datetime.fromisoformat(content["made_at"]).tzinfo is not None
    assert list(content["sections"]) == [section.name for section in SECTIONS]
    assert all(set(each) == {"title", "kept_for", "kept_until", "rows"} for each in content["sections"].values())
    assert all(each["what"] and each["why"] for each in content["left_out"])
    rows = {name: section["rows"] for name, section in content["sections"].items()}
    assert rows["person"][0]["display_name"] == NAME
    assert rows["contact"][0]["email"] == EMAIL
    assert (rows["volunteer"][0]["place"], rows["matches"][0]["state"]) == ("Assen", "ACTIVE")
    logged = next(each for each in rows["visits"] if each["state"] == "LOGGED")
    assert (logged["minutes"], logged["travel_kilometres"], logged["match"]) == (55, 20.0, str(els.match.id))
    assert (rows["corrections"][0]["wanted"], rows["invitations"][0]["direction"]) == ("Groningen", "RECEIVED")
    empty = [name for name, each in rows.items() if not each]
    assert empty == ["push_devices", "done_about_you"], "a section of which the test has no row says nothing"


async def test_who_was_told_of_a_visit_that_is_off_reads_it_as_they_were_told(browser: Browser, world: World) -> None:
    els = await a_volunteer(world)
    staff = await world.a_staff_member(els.facility)
    # who coordinates volunteers there as well: what they coordinate is not their own visit
    await world.a_volunteer(els.organisation, person=els.coordinator.person_id)
    about = json.dumps({"visit": str(els.visit.id), "facility": str(els.facility)})
    said = {}
    for actor in (els.actor, els.coordinator, staff):
        news = {"event": "visit.cancelled", "payload": about, "outbox_id": uuid4()}
        await world.insert("notice", person_id=actor.person_id, **news)
        rows = (await _sections(browser, actor))["notices"]
        said[actor.role] = next(row["text"] for row in rows if row["event"] == "visit.cancelled")
    assert said[Role.VOLUNTEER].endswith(" gaat niet door. Blijf thuis.")
    for role in (Role.COORDINATOR, Role.STAFF):
        assert said[role].endswith(" gaat niet door."), role


async def test_no_secret_and_no_name_of_anybody_else_is_in_it(browser: Browser, world: World) -> None:
    els = await a_volunteer(world)
    await world.an_invitation(els.coordinator, display_name="Jan Anders", email="jan@example.org")
    other = await a_volunteer(world, "Wim van Toetsen")
    for actor in (els.actor, els.coordinator):
        await browser.sign_in(actor)
        for kind in ("json", "html"):
            text = (await _get(browser, kind)).text
            for never in (
                "Winston",
                "Obispo",
                "Wim van Toetsen",
                "Jan Anders",
                "jan@example.org",
                "public_key",
                "6e6f6e65",
            ):
                assert never not in text, f"{never} in {kind} of {actor.role}"
            assert str(other.actor.person_id) not in text
            assert str(other.organisation) not in text


async def test_somebody_of_two_organisations_gets_both_and_nobody_elses(browser: Browser, world: World) -> None:
    els = await a_volunteer(world)
    elsewhere = await world.an_organisation("Ergens anders", facilities=[els.facility])
    second = await world.insert("volunteer", organisation_id=elsewhere, person_id=els.actor.person_id, status="ACTIVE",
        status_since=clock.today(), place="Emmen")  # fmt: skip
    await world.insert(
        "membership", person_id=els.actor.person_id, role="VOLUNTEER", organisation_id=elsewhere,
        ended_at=clock.now(),
    )  # fmt: skip
    await world.insert("credential_type", organisation_id=elsewhere, code="HUISREGELS", name_nl="huisregels van daar")
    for kind in ("VOG", "HUISREGELS"):
        await world.insert("credential", organisation_id=elsewhere, volunteer_id=second, kind=kind, issuer="Justis",
            valid_from=clock.today())  # fmt: skip
    colleague = await world.a_volunteer(els.organisation, "Piet", admitted=[els.facility], place="Zwolle")
    await world.a_visit(await world.a_match(colleague, els.facility), clock.now() + timedelta(days=9))
    rows = await _sections(browser, els.actor)
    assert {row["place"] for row in rows["volunteer"]} == {"Assen", "Emmen"}
    there = {row["kind"]: row["paper"] for row in rows["credentials"] if row["organisation"] == "Ergens anders"}
    assert there == {"VOG": "VOG", "HUISREGELS": "huisregels van daar"}
    await browser.sign_in(els.actor)
    to_read = (await _get(browser, "html")).text
    assert "huisregels van daar" in to_read and "HUISREGELS" not in to_read
    assert len(rows["memberships"]) == 2 and len(rows["matches"]) == 1 and len(rows["visits"]) == 2
    assert {row["direction"] for row in rows["invitations"]} == {"RECEIVED"}


async def test_what_others_did_is_told_by_role_and_not_by_name(browser: Browser, world: World) -> None:
    els = await a_volunteer(world)
    for person, subject in (
        (els.coordinator.person_id, {"membership": str(els.actor.membership_id)}),
        (els.coordinator.person_id, {"membership": str(els.coordinator.membership_id)}),
        (els.actor.person_id, {"person": str(els.actor.person_id)}),
    ):
        done = {"role": "COORDINATOR", "verb": "membership.add", "organisation_id": els.organisation}
        await world.insert("history", person_id=person, subject=json.dumps(subject), **done)
    rows = await _sections(browser, els.actor)
    (told,) = rows["done_about_you"]
    assert (told["verb"], told["what"], told["role"]) == ("membership.add", "gaf een rol", "COORDINATOR")
    assert str(els.coordinator.person_id) not in str(rows["done_about_you"])
    assert [row["verb"] for row in rows["what_you_did"]] == ["person.export", "membership.add"]


async def test_every_role_can_take_theirs(browser: Browser, world: World) -> None:
    for actor in (
        await world.a_coordinator(await world.an_organisation()),
        await world.a_staff_member(await world.a_facility()),
        await world.a_funder(),
        await world.an_operator(),
    ):
        rows = await _sections(browser, actor)
        assert len(rows["person"]) == len(rows["memberships"]) == 1
        assert rows["volunteer"] == rows["visits"] == []


async def test_the_document_escapes_what_people_typed(browser: Browser, world: World) -> None:
    els = await a_volunteer(world, name='<script>alert("x")</script> & Zn')
    await browser.sign_in(els.actor)
    answer = await _get(browser, "html")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<script" not in answer.text and "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; Zn" in answer.text
    assert "http-equiv" not in answer.text and " src=" not in answer.text and "@import" not in answer.text
    assert all(f'<h2 id="{section.name}">' in answer.text for section in SECTIONS)


async def test_the_document_speaks_the_persons_language(browser: Browser, world: World) -> None:
    els = await a_volunteer(world)
    for locale, title, day in (
        ("nl", "Mijn gegevens bij Vrijplaats", "uur"),
        ("en", "My data at Vrijplaats", "Made on"),
    ):
        await world.connection.execute("update person set locale = $2 where id = $1", els.actor.person_id, locale)
        await browser.sign_in(els.actor)
        text = (await _get(browser, "html")).text
        assert f'<html lang="{locale}">' in text and f"<h1>{title}</h1>" in text and day in text


async def test_a_long_history_comes_in_pages_and_is_bounded_to_read(
    browser: Browser, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    els = await a_volunteer(world)
    for _ in range(9):
        await world.insert(
            "history", person_id=els.actor.person_id, role="VOLUNTEER", verb="person.set_locale", subject="{}"
        )
    monkeypatch.setattr(queries, "PAGE", 4)
    monkeypatch.setattr(readable, "MOST_READ", 6)
    rows = (await _sections(browser, els.actor))["what_you_did"]
    assert len(rows) == 10 and len({row["id"] for row in rows}) == 10
    assert rows == sorted(rows, key=lambda row: row["id"], reverse=True)
    text = (await _get(browser, "html")).text
    assert text.count("koos een taal") == 4, "the newest six of eleven are two downloads and four choices"
    assert "Er is meer dan hier past." in text


async def test_one_shows_who_one_is_and_it_is_in_the_history(browser: Browser, world: World) -> None:
    els = await a_volunteer(world)
    taken = "select count(*) from history where verb = 'person.export' and person_id = $1"
    assert (await _get(browser)).status_code == 401
    await browser.sign_in(els.actor, began_with="CODE")
    assert (await browser.http.get("/my-data.json")).status_code == 403, "without the header"
    with clock.travel(clock.now() + timedelta(minutes=11)):
        assert code(await _get(browser)) == "SIGN_IN_AGAIN"
    assert await world.value(taken, els.actor.person_id) == 0
    assert (await _get(browser)).status_code == 200
    device = await registered(browser, els.actor)
    await browser.sign_in(els.actor, began_with="CODE")
    assert code(await _get(browser)) == "STEP_UP_NEEDED"
    await shown(browser, els.actor, device)
    assert (await _get(browser, "html")).status_code == 200
    assert await world.value(taken, els.actor.person_id) == 2


async def test_at_a_shared_workstation_nobody_passes_without_a_passkey(browser: Browser, world: World) -> None:
    staff = await world.a_staff_member(await world.a_facility())
    await browser.sign_in(staff, began_with="SSO")
    answer = await _get(browser)
    assert (answer.status_code, code(answer)) == (403, "PASSKEY_NEEDED")


async def test_it_is_asked_a_few_times_an_hour(browser: Browser, world: World) -> None:
    els = await a_volunteer(world)
    await browser.sign_in(els.actor)
    for _ in range(TAKEN.times):
        assert (await _get(browser)).status_code == 200
    answer = await _get(browser)
    assert answer.status_code == 429 and int(answer.headers["retry-after"]) > 0


async def test_another_persons_setting_reads_nothing_of_els(world: World) -> None:
    """The role SELF: what it reads is decided by the database, whatever the query says."""
    els: Els = await a_volunteer(world)
    stranger = (await a_volunteer(world)).actor
    other = replace(els.actor, person_id=stranger.person_id)
    for section in SECTIONS:
        found = [row async for rows in queries.pages(other, section) for row in rows]
        assert str(els.organisation) not in str(found) and str(els.match.id) not in str(found), section.name
