"""The file of one volunteer: read whole, changed a part at a time, read only for who left."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from tests.calling import Browser
from tests.statements import counted
from tests.volunteers.desk import a_desk
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.errors import InvalidInput, NotAllowedNow, NotFound
from vrijplaats.settings import Settings
from vrijplaats.volunteers import places
from vrijplaats.volunteers.credentials.rules import PaperState
from vrijplaats.volunteers.file.queries import volunteer_file
from vrijplaats.volunteers.rules import ActivityKind, Denomination, months_after

COURSE = [ActivityKind.ONE_TO_ONE, ActivityKind.COURSE]


async def test_a_file_holds_what_is_kept_and_how_it_stands(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    await desk.needs("VOG", "TRAINING_SOS")
    volunteer = await desk.volunteer("Sofie Jansen", gender="WOMAN", place="Assen", languages=["nl", "pap"])
    await world.insert("person_contact", person_id=volunteer.person_id, phone="+31612345678", email="s@example.org")
    file = await desk.file(volunteer)
    assert (file.display_name, file.phone, file.email, file.place) == (
        "Sofie Jansen",
        "+31612345678",
        "s@example.org",
        "Assen",
    )
    assert file.membership_id == volunteer.membership_id
    assert [(paper.kind, paper.standing.needed, paper.standing.state) for paper in file.papers] == [
        ("TRAINING_SOS", True, PaperState.MISSING),
        ("VOG", True, PaperState.VALID),
        ("TRAINING_BASIS", False, PaperState.VALID),
    ]
    assert [(each.facility.id, each.standing.state) for each in file.admissions] == [(desk.facility, PaperState.VALID)]


async def test_a_file_is_two_statements_and_another_organisations_is_none(db: Settings, world: World) -> None:
    desk, other = await a_desk(world), await a_desk(world)
    volunteer = await desk.volunteer()
    assert volunteer.volunteer_id is not None
    async with counted(desk.anja) as sent:
        assert await volunteer_file(desk.anja, volunteer.volunteer_id)
    assert len(sent) == 2
    async with counted(other.anja):
        assert await volunteer_file(other.anja, volunteer.volunteer_id) is None


async def test_a_place_is_one_we_know_and_brings_its_coordinates(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    volunteer = await desk.volunteer(place="Assen")
    where = "select place, latitude, longitude from volunteer where id = $1"
    await desk.set_place(volunteer, "den bosch")
    (row,) = await world.rows(where, volunteer.volunteer_id)
    assert row["place"] == "Den Bosch" and abs(row["latitude"] - 51.7) < 0.05
    for unknown in ("Kerkstraat 12, Assen", "9401 AB", "Assen; drop table", "\x00"):
        with pytest.raises(InvalidInput) as refused:
            await desk.set_place(volunteer, unknown)
        assert refused.value.fields["field"] == "place"
    await desk.set_place(volunteer, None)
    (row,) = await world.rows(where, volunteer.volunteer_id)
    assert row == {"place": None, "latitude": None, "longitude": None}
    assert await desk.verbs() == ["volunteer.set_person"] * 2


async def test_two_who_change_another_part_of_who_somebody_is_undo_nothing(
    browser: Browser, db: Settings, world: World
) -> None:
    desk = await a_desk(world)
    volunteer = await desk.volunteer(place="Assen")
    change = """
    mutation($input: SetVolunteerPersonInput!) { setVolunteerPerson(input: $input) { __typename
      ... on SetVolunteerPersonSuccess { file { gender place } } } }
    """
    await browser.sign_in(desk.anja)
    sent: list[dict[str, str | None]] = [{"gender": "WOMAN"}, {"place": "Zwolle"}, {}, {"gender": None}]
    answers = []
    for part in sent:
        given = {"input": part | {"volunteerId": str(volunteer.volunteer_id)}}
        answers.append((await browser.graphql(change, given))["setVolunteerPerson"]["file"])
    assert answers == [
        {"gender": "WOMAN", "place": "Assen"},
        {"gender": "WOMAN", "place": "Zwolle"},
        {"gender": "WOMAN", "place": "Zwolle"},
        {"gender": None, "place": "Zwolle"},
    ]


async def test_languages_are_written_one_way_and_work_is_something(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    volunteer = await desk.volunteer()
    await desk.set_work(volunteer, languages=["NL", "pt-br", "nl"], kinds=COURSE, capacity=0)
    file = await desk.file(volunteer)
    assert (file.languages, file.kinds, file.capacity) == (("nl", "pt-BR"), tuple(COURSE), 0)
    good: dict[str, Any] = {"languages": ["nl"], "kinds": COURSE, "capacity": 1}
    for field, bad in (
        ("languages", []),
        ("languages", ["klingon-taal"]),
        ("languages", ["nl", "zz"]),
        ("kinds", []),
        ("capacity", 21),
        ("capacity", -1),
    ):
        with pytest.raises(InvalidInput) as refused:
            await desk.set_work(volunteer, **(good | {field: bad}))
        assert refused.value.fields["field"] == field
    assert await desk.verbs() == ["volunteer.set_work"]


async def test_of_two_who_had_the_file_open_neither_undoes_the_other(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    volunteer = await desk.volunteer(languages=["nl", "de"], kinds=["ONE_TO_ONE"], capacity=2)
    await desk.set_work(volunteer, languages=["nl", "de", "tr"], languages_were=["nl", "de"])
    # who opened it before that
    await desk.set_work(volunteer, capacity=3)
    await desk.set_work(volunteer, languages=["nl", "ar"], languages_were=["nl", "de"])
    await desk.set_work(volunteer, kinds=COURSE, kinds_were=[ActivityKind.ONE_TO_ONE])
    file = await desk.file(volunteer)
    assert (file.languages, file.kinds, file.capacity) == (("nl", "tr", "ar"), tuple(COURSE), 3)
    # together they would leave none
    await desk.set_work(volunteer, languages=["nl"], languages_were=["nl", "tr", "ar"])
    with pytest.raises(InvalidInput):
        await desk.set_work(volunteer, languages=["tr"], languages_were=["nl", "tr", "ar"])


async def test_what_is_spoken_a_little_is_one_of_the_languages(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    volunteer = await desk.volunteer(languages=["nl", "pap"])
    await desk.set_work(volunteer, little_languages=["PAP"])
    file = await desk.file(volunteer)
    assert (file.languages, file.little_languages) == (("nl", "pap"), ("pap",))
    assert [each.little_languages for each in await desk.everybody()] == [("pap",)]
    with pytest.raises(InvalidInput) as refused:
        await desk.set_work(volunteer, languages=["nl"], little_languages=["pap"])
    assert refused.value.message("nl") == "Talen: kies eerst de taal zelf."
    # who takes the language away takes away how well it is spoken
    await desk.set_work(volunteer, languages=["nl"], languages_were=["nl", "pap"])
    assert (await desk.file(volunteer)).little_languages == ()
    with pytest.raises(asyncpg.CheckViolationError):
        await world.connection.execute(
            "update volunteer set little_languages = '{tr}' where id = $1", volunteer.volunteer_id
        )


async def test_of_two_who_say_how_well_neither_undoes_the_other(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    volunteer = await desk.volunteer(languages=["nl", "pap", "en"], little_languages=["en"])
    await desk.set_work(volunteer, little_languages=["en", "pap"], little_languages_were=["en"])
    await desk.set_work(volunteer, little_languages=[], little_languages_were=["en"])
    assert (await desk.file(volunteer)).little_languages == ("pap",)
    # one says how well, while another takes the language away
    await desk.set_work(volunteer, languages=["nl", "pap"], languages_were=["nl", "pap", "en"])
    await desk.set_work(volunteer, little_languages=["pap", "en"], little_languages_were=["pap"])
    file = await desk.file(volunteer)
    assert (file.languages, file.little_languages) == (("nl", "pap"), ("pap",))
    await desk.set_work(volunteer, capacity=4)
    assert (await desk.file(volunteer)).little_languages == ("pap",)


async def test_what_somebody_helps_with_is_kept_of_chaplaincy_only(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    volunteer = await desk.volunteer()
    chaplaincy = [ActivityKind.ONE_TO_ONE, ActivityKind.CHAPLAINCY]
    both = [Denomination.CATHOLIC, Denomination.JEWISH]
    await desk.set_work(volunteer, kinds=chaplaincy, activity_denominations=both)
    assert (await desk.file(volunteer)).activity_denominations == tuple(both)
    # of two who have the file open neither undoes the other
    await desk.set_work(volunteer, activity_denominations=[*both, Denomination.HINDU], activity_denominations_were=both)
    await desk.set_work(volunteer, activity_denominations=both[:1], activity_denominations_were=both)
    assert (await desk.file(volunteer)).activity_denominations == (Denomination.CATHOLIC, Denomination.HINDU)
    with pytest.raises(InvalidInput):
        await desk.set_work(volunteer, kinds=COURSE, activity_denominations=both)
    await desk.set_work(volunteer, kinds=COURSE, kinds_were=chaplaincy)
    assert (await desk.file(volunteer)).activity_denominations == ()
    # while another says with what: who does not do it helps with none
    await desk.set_work(volunteer, activity_denominations=both, activity_denominations_were=[])
    assert (await desk.file(volunteer)).activity_denominations == ()
    with pytest.raises(asyncpg.CheckViolationError):
        await world.connection.execute(
            "update volunteer set activity_denominations = '{HINDU}' where id = $1", volunteer.volunteer_id
        )


async def test_less_room_than_people_lets_those_go_on(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    volunteer = await desk.volunteer()
    for _ in range(2):
        await world.a_match(volunteer, desk.facility)
    await desk.set_work(volunteer, languages=["nl"], kinds=COURSE, capacity=1)
    file = await desk.file(volunteer)
    assert (file.carrying, file.capacity) == (2, 1)


async def test_the_file_of_who_left_is_read_only(db: Settings, world: World) -> None:
    desk, other = await a_desk(world), await a_desk(world)
    volunteer = await desk.volunteer(status="LEFT")
    with pytest.raises(NotAllowedNow):
        await desk.set_place(volunteer, "Assen")
    with pytest.raises(NotAllowedNow):
        await desk.set_work(volunteer, languages=["nl"], kinds=COURSE, capacity=1)
    with pytest.raises(NotFound):
        await other.set_place(volunteer, "Assen")


async def test_where_a_paper_counts_for_less_stands_beside_it(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    volunteer, elsewhere = await desk.volunteer(), await world.a_facility("Vught")
    for place in (desk.facility, elsewhere):
        whose = {"organisation_id": desk.organisation, "facility_id": place}
        await world.insert("credential_validity", **whose, credential_kind="VOG", valid_months=6)
    first = clock.today() - timedelta(days=30)
    await world.connection.execute(
        "update credential set valid_from = $2 where volunteer_id = $1", volunteer.volunteer_id, first
    )
    (paper,) = [each for each in (await desk.file(volunteer)).papers if each.kind == "VOG"]
    assert paper.standing.valid_until is None
    # only where they are let in
    assert [(each.facility.id, each.standing.valid_until) for each in paper.shorter] == [
        (desk.facility, months_after(first, 6))
    ]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Ass", "Assen"),
        ("'s-graven", "Den Haag"),
        ("hengelo", "Hengelo"),
        ("hengelo (g", "Hengelo (Gelderland)"),
        ("ede", "Ede"),
        ("ijssel", "IJsselstein"),
        ("  ", None),
    ],
)
def test_places_are_found_by_how_people_say_them(typed: str, first: str | None) -> None:
    found = places.suggestions(typed)
    assert (found[0].label if found else None) == first
    assert len(found) <= places.MOST


def test_each_label_is_one_place_and_every_town_of_the_demo_is_known() -> None:
    from vrijplaats.demo.texts import towns

    labels = [each.label for each in places._places()]
    assert len(labels) == len(set(labels))
    assert [name for name in towns() if places.place(name) is None] == []
    assert {each.label for each in places.suggestions("Hengelo")} >= {"Hengelo", "Hengelo (Gelderland)"}
