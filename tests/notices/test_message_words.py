"""What a message may not say, and whom it may not name."""

from __future__ import annotations

from typing import Any

import pytest

from tests.letters.office import Office, a_place
from tests.notices.sending import send, to
from vrijplaats.core.errors import InvalidInput
from vrijplaats.requests.errors import CitizenNumber, PlanReference


@pytest.mark.parametrize(
    ("text", "problem", "about"),
    [
        ("   \n ", InvalidInput, "schrijf eerst wat je wilt zeggen"),
        ("x" * 601, InvalidInput, "hooguit 600 tekens"),
        ("Let op: hij is veroordeeld.", InvalidInput, "“veroordeeld”"),
        ("Praat niet over zijn Z\u00e9dendelict.", InvalidInput, "Zédendelict"),
        ("Het staat in het D&R-plan.", PlanReference, ""),
        ("Zijn nummer is 111222333.", CitizenNumber, ""),
    ],
)
async def test_a_message_says_nothing_of_plans_offences_or_numbers(
    office: Office, text: str, problem: Any, about: str
) -> None:
    place = await a_place(office)
    with pytest.raises(problem) as refused:
        await send(place.coordinator, to(place.volunteer), text)
    assert about in refused.value.message("nl")


async def test_nobody_for_whom_the_organisation_works_is_named(office: Office) -> None:
    place, world = await a_place(office), office.world
    detainee = await world.a_detainee(place.facility, "Winston", "van der Obispo")
    match = await world.a_match(
        place.volunteer, place.facility, request=await world.a_request(place.facility, place.organisation,
        detainee=detainee))  # fmt: skip
    elsewhere = await world.a_facility("Vught")
    await world.active(place.organisation, elsewhere)
    await world.a_detainee(elsewhere, "Ravi", "Proef")  # of whom this organisation may not know
    pseudonym = await world.value("select pseudonym from match where id = $1", match.id)
    named = "Denk aan winston van der obispo.", "Wie kan naar Van der Obispo, Winston?", f"Naar {pseudonym.upper()}?"
    for text in named:
        with pytest.raises(InvalidInput) as refused:
            await send(place.coordinator, to(place.volunteer), text)
        assert refused.value.message("nl") == "Bericht: haal de naam van een gedetineerde weg."
    read = "select count(*) from history where verb = 'identity.read' and organisation_id = $1"
    assert await world.value(read, place.organisation) == 0, "no name is opened for it"
    await world.connection.execute("update match set state = 'ENDED', ended_on = current_date where id = $1", match.id)
    with pytest.raises(InvalidInput):
        await send(place.coordinator, to(place.volunteer), named[0])
    for text in ("Ravi Proef komt ook.", f"{pseudonym}b is geen naam.", "Winston komt. Van der Valk niet."):
        await send(place.coordinator, to(place.volunteer), text)
