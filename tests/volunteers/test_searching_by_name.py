"""Being turned back for a name says that somebody is known: it is counted, and no way to look people up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from tests.calling import Browser
from tests.world import World
from vrijplaats.core.actor import Actor
from vrijplaats.volunteers.naming import REFUSALS

SEND = """mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename
  ... on InvalidInput { field message } } }"""
WRITE = """mutation ($input: WriteVolunteerNoteInput!) { writeVolunteerNote(input: $input) { __typename
  ... on InvalidInput { field message } } }"""


@dataclass(frozen=True, slots=True)
class _Place:
    organisation: UUID
    coordinator: Actor
    volunteer: Actor


async def _named(world: World) -> _Place:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    coordinator = await world.a_coordinator(organisation)
    volunteer = await world.a_volunteer(organisation, admitted=[facility])
    detainee = await world.a_detainee(facility, "Winston", "Obispo")
    await world.a_match(volunteer, facility, request=await world.a_request(facility, organisation, detainee=detainee))
    return _Place(organisation, coordinator, volunteer)


async def _rows(world: World, place: _Place) -> list[dict[str, Any]]:
    sql = "select person_id, subject::text from history where verb = 'text.names_somebody' and organisation_id = $1"
    return await world.rows(sql, place.organisation)


@pytest.mark.parametrize("kind", ["message", "note"])
async def test_who_tries_name_after_name_is_stopped(world: World, browser: Browser, kind: str) -> None:
    place = await _named(world)
    await browser.sign_in(place.coordinator)

    async def tried(text: str) -> dict[str, Any]:
        whom = str(place.volunteer.volunteer_id)
        if kind == "message":
            # for nobody: it is not to be sent, only to be turned back
            sent = {"text": text, "selection": {"volunteerIds": [whom]}, "expected": -1}
            return dict((await browser.post(SEND, {"input": sent})).json())
        return dict((await browser.post(WRITE, {"input": {"volunteerId": whom, "note": text}})).json())

    for _ in range(REFUSALS.times):
        (answer,) = (await tried("Naar Winston Obispo"))["data"].values()
        assert answer["__typename"] == "InvalidInput"
    refused = await tried("Naar Wie Danook")
    assert refused["errors"][0]["extensions"]["code"] == "TOO_OFTEN"
    rows = await _rows(world, place)
    assert len(rows) == REFUSALS.times
    assert {row["person_id"] for row in rows} == {place.coordinator.person_id}
    assert not any("winston" in row["subject"].lower() for row in rows)
