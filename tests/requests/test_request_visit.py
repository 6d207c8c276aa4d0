"""Staff enters a detainee's own wish."""

from typing import Any
from uuid import uuid4

import pytest

from tests.requests.scene import Scene, a_name
from vrijplaats.core import db
from vrijplaats.core.errors import DomainError, Forbidden, InvalidInput, NotFound
from vrijplaats.requests import actions, pseudonyms
from vrijplaats.requests.errors import CitizenNumber, ConsentMissing, DuplicateRequest, PlanReference
from vrijplaats.requests.identity import Purpose, read_identity
from vrijplaats.requests.rules import ActivityKind, Gender, RequestState


async def test_a_wish_is_kept_as_it_was_asked(scene: Scene) -> None:
    view = await scene.enter(
        organisation_id=scene.organisation,
        languages=["PAP", "nl"],
        volunteer_gender=Gender.WOMAN,
        note="  Liefst in de middag.  ",
    )
    row = await scene.row(view.id)
    assert (row["state"], row["languages"], row["note"]) == ("OPEN", ["pap", "nl"], "Liefst in de middag.")
    assert (row["organisation_id"], row["volunteer_gender"]) == (scene.organisation, "WOMAN")
    assert row["requested_by"] == scene.staff.person_id
    assert row["consent_at"] == row["waiting_since"] == row["created_at"]
    assert view.state is RequestState.OPEN
    assert view.waiting_days == 0


async def test_everybody_else_knows_a_pseudonym(scene: Scene) -> None:
    view = await scene.enter(detainee=a_name("Zonderling"))
    assert view.pseudonym.split()[0] in pseudonyms.PLACES
    kept = await scene.world.rows("select * from detainee_identity where detainee_id = $1", view.detainee_id)
    assert all(
        b"Zonderling" not in value and b"Winston" not in value for value in kept[0].values() if isinstance(value, bytes)
    )
    async with db.transaction(scene.staff):
        names = await read_identity(scene.staff, [view.detainee_id], Purpose.REQUEST)
    assert (names[view.detainee_id].given_name, names[view.detainee_id].wing) == ("Winston", "C2")


async def test_a_wish_leaves_one_history_row_and_tells_the_coordinators(scene: Scene) -> None:
    view = await scene.enter(organisation_id=scene.organisation)
    assert await scene.verbs(view.id) == ["request.make"]
    told = await scene.told(view.id)
    assert [(row["event"], row["organisation_id"], row["recipients"]) for row in told] == [
        ("request.made", scene.organisation, [])
    ]
    assert "Winston" not in str(told)


async def test_without_preference_it_goes_to_everybody_active_there(scene: Scene) -> None:
    view = await scene.enter()
    assert (await scene.row(view.id))["organisation_id"] is None
    assert await scene.world.value("select count(*) from pool_entry where request_id = $1", view.id) == 1
    assert (await scene.told(view.id))[0]["facility_id"] == scene.facility


async def test_the_same_person_is_recognised_however_the_name_is_typed(scene: Scene) -> None:
    first = await scene.enter(detainee=a_name("El-Amrani"))
    again = await scene.enter(detainee=a_name("  el amrani"), activity_kind=ActivityKind.COURSE)
    assert (again.detainee_id, again.pseudonym) == (first.detainee_id, first.pseudonym)


async def test_a_known_person_may_be_named_by_id(scene: Scene) -> None:
    first = await scene.enter()
    again = await scene.enter(detainee_id=first.detainee_id, activity_kind=ActivityKind.COURSE)
    assert again.detainee_id == first.detainee_id


async def test_a_second_open_request_for_the_same_is_a_duplicate_that_names_the_first(scene: Scene) -> None:
    first = await scene.enter(detainee=a_name("Dubbel"))
    with pytest.raises(DuplicateRequest) as error:
        await scene.enter(detainee=a_name("dubbel"))
    assert error.value.fields == {"request_id": first.id}
    await scene.world.connection.execute("update visit_request set state = 'WITHDRAWN' where id = $1", first.id)
    assert (await scene.enter(detainee=a_name("Dubbel"))).id != first.id


REFUSED: list[tuple[dict[str, Any], type[DomainError]]] = [
    ({"consent": False}, ConsentMissing),
    ({"note": "Dit staat in het D&R-plan"}, PlanReference),
    ({"note": "BSN 1234.56.782"}, CitizenNumber),
    ({"note": "x" * 1_000_000}, InvalidInput),
    ({"note": "Winston Zang speelt schaak", "detainee": a_name("Zang")}, InvalidInput),
    ({"languages": []}, InvalidInput),
    ({"languages": ["x" * 1_000_000]}, InvalidInput),
    ({"organisation_id": uuid4()}, InvalidInput),
    ({"detainee": None}, InvalidInput),
    ({"detainee_id": uuid4(), "detainee": a_name()}, InvalidInput),
    ({"detainee_id": uuid4()}, NotFound),
    ({"facility_id": uuid4()}, NotFound),
]


@pytest.mark.parametrize(("changes", "error"), REFUSED)
async def test_what_is_refused_leaves_nothing(scene: Scene, changes: dict[str, Any], error: type[DomainError]) -> None:
    counts = (
        "select (select count(*) from visit_request), (select count(*) from detainee), (select count(*) from outbox)"
    )
    before = await scene.world.rows(counts)
    with pytest.raises(error):
        await scene.enter(**changes)
    assert await scene.world.rows(counts) == before


async def test_consent_is_asked_before_anything_else(scene: Scene) -> None:
    with pytest.raises(ConsentMissing):
        await scene.enter(consent=False, note="D&R-plan", languages=[])


async def test_an_organisation_that_is_not_active_here_cannot_be_chosen(scene: Scene) -> None:
    elsewhere = await scene.world.an_organisation(facilities=[await scene.world.a_facility("Zwolle")])
    gone = await scene.world.an_organisation()
    await scene.world.connection.execute(
        "insert into organisation_facility values ($1, $2, '2020-01-01', '2021-01-01')", gone, scene.facility
    )
    for organisation in (elsewhere, gone):
        with pytest.raises(InvalidInput) as error:
            await scene.enter(organisation_id=organisation)
        assert error.value.fields["field"] == "organisationId"


async def test_a_detainee_of_another_prison_does_not_exist_here(scene: Scene) -> None:
    other = await scene.world.a_facility("Zwolle")
    with pytest.raises(NotFound):
        await scene.enter(detainee_id=await scene.world.a_detainee(other))
    with pytest.raises(NotFound):
        await scene.enter(facility_id=other)


async def test_only_staff_enters_a_wish(scene: Scene) -> None:
    async with db.transaction(scene.coordinator):
        with pytest.raises(Forbidden):
            await actions.request_visit(scene.coordinator, **scene.form())


async def test_a_pseudonym_that_is_taken_is_drawn_again(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    lot = iter(["Duin 27", "Duin 27", "Duin 27", "Kade 12"])
    monkeypatch.setattr(actions, "draw_pseudonym", lambda attempt: next(lot))
    first, second = await scene.enter(), await scene.enter()
    assert (first.pseudonym, second.pseudonym) == ("Duin 27", "Kade 12")
