"""What a proposal holds, and why; nothing is sent."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from tests.matching.assignment.story import FAR, days_ago, pair_of, preview_of, send, two_and_two, who_in
from tests.matching.scene import a_scene, decline
from tests.statements import counted
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.errors import Forbidden, InvalidInput
from vrijplaats.matching.assignment.queries import assignment_preview
from vrijplaats.matching.assignment.reasons import WhyKind, in_words
from vrijplaats.matching.assignment.rules import Pair
from vrijplaats.matching.queries import suggestions
from vrijplaats.matching.weights.rules import Level, Weights

pytestmark = pytest.mark.usefixtures("db")


async def test_everybody_gets_somebody_where_one_after_the_other_leaves_one_without(world: World) -> None:
    scene, longest, turkish, _, _ = await two_and_two(world)
    preview = await preview_of(scene.coordinator)
    assert who_in(preview) == {longest: "Ruben", turkish: "Karin"}
    assert [pair.request.id for pair in preview.pairs] == [longest, turkish]
    assert (preview.waiting, preview.proposed.people, preview.one_by_one.people, preview.changed) == (2, 2, 1, 2)
    first, second = preview.pairs
    assert first.first is not None
    assert first.first.display_name == "Karin"
    assert first.why is not None
    assert second.why is not None
    needed = f"die is nodig voor {second.request.pseudonym}."
    assert in_words(first.why, "nl") == f"Van boven af was het Karin, maar {needed}"
    assert in_words(second.why, "en") == "This way, this person gets someone too."
    (other,) = first.others
    assert (other.suggestion.volunteer.display_name, other.taken_for) == ("Karin", second.request.pseudonym)
    kinds = [fact.kind.value for fact in first.suggestion.reasons]
    assert kinds == ["SPEAKS", "DISTANCE", "DAYS", "LOAD"]


async def test_reading_is_a_fixed_number_of_statements_and_sends_nothing(world: World) -> None:
    scene, *_ = await two_and_two(world)
    for _ in range(5):
        await scene.a_request()
    async with counted(scene.coordinator) as sent:
        await assignment_preview(scene.coordinator)
    assert len(sent) == 6
    assert await world.value("select count(*) from offer where organisation_id = $1", scene.organisation) == 0
    assert await scene.verbs() == []


async def test_a_choice_that_is_kept_stays_and_the_rest_is_worked_out_again(world: World) -> None:
    scene, longest, turkish, karin, ruben = await two_and_two(world)
    preview = await preview_of(scene.coordinator, kept=[pair_of(longest, karin)])
    assert who_in(preview) == {longest: "Karin"}
    assert preview.pairs[0].kept
    assert [each.request.id for each in preview.without] == [turkish]
    # what cannot be is worked out as if it had not been asked for
    for impossible in (pair_of(turkish, ruben), Pair(longest, uuid4()), Pair(uuid4(), uuid4())):
        preview = await preview_of(scene.coordinator, kept=[impossible])
        assert who_in(preview) == {longest: "Ruben", turkish: "Karin"}
        assert not any(pair.kept for pair in preview.pairs)


async def test_one_sees_what_other_weights_would_change_without_keeping_them(world: World) -> None:
    scene = await a_scene(world)
    await scene.a_volunteer("Dichtbij", carrying=2)
    await scene.a_volunteer("Ruimte", **FAR)
    request = await scene.a_request()
    assert who_in(await preview_of(scene.coordinator)) == {request: "Dichtbij"}
    trial = Weights(distance=Level.NOT)
    assert who_in(await preview_of(scene.coordinator, weights=trial)) == {request: "Ruimte"}
    assert who_in(await preview_of(scene.coordinator)) == {request: "Dichtbij"}
    nothing = Weights(**dict.fromkeys(("language", "distance", "days", "load"), Level.NOT))
    with pytest.raises(InvalidInput):
        await preview_of(scene.coordinator, weights=nothing)


async def test_the_first_of_the_inbox_is_proposed_also_when_a_full_volunteer_makes_a_language_less_rare(
    world: World,
) -> None:
    scene = await a_scene(world)
    for number in range(2):
        await scene.a_volunteer(f"Vol {number}", languages=["tr"], capacity=1, carrying=1)
    await scene.a_volunteer("Turks", languages=["tr"], capacity=1)
    await scene.a_volunteer("Pools", languages=["pl"], capacity=1)
    await scene.a_volunteer("Ook Pools", languages=["pl"], capacity=1, carrying=1)
    request = await scene.a_request(languages=["tr", "pl"])
    async with db.transaction(scene.coordinator):
        inbox = (await suggestions(scene.coordinator, [request]))[request].eligible
    (pair,) = (await preview_of(scene.coordinator)).pairs
    assert [each.volunteer.display_name for each in inbox] == ["Pools", "Turks"]
    assert [pair.suggestion, *(each.suggestion for each in pair.others)] == inbox


async def test_who_is_being_asked_is_left_out_and_an_open_invitation_holds_a_place(world: World) -> None:
    scene = await a_scene(world)
    karin = await scene.a_volunteer("Karin", capacity=1)
    await scene.an_offer(karin)
    in_rounds = await scene.a_request()
    await world.running_waves(in_rounds, scene.coordinator)
    request = await scene.a_request()
    preview = await preview_of(scene.coordinator)
    assert (preview.waiting, preview.invited, preview.proposed.people) == (3, 2, 0)
    (left,) = preview.without
    assert left.request.id == request
    assert left.why.kind is WhyKind.EVERYONE_INVITED


async def test_somebody_who_was_asked_before_is_not_asked_again_for_the_same_person(world: World) -> None:
    scene = await a_scene(world)
    karin, request = await scene.a_volunteer("Karin", capacity=3), await scene.a_request()
    await decline(karin, await scene.an_offer(karin, request))
    preview = await preview_of(scene.coordinator)
    assert preview.pairs == []
    assert in_words(preview.without[0].why, "nl") == "Iedereen die kan, is al gevraagd."


@pytest.mark.parametrize(
    ("volunteer", "wish", "words"),
    [
        (None, {}, "Niemand met een vrije plek mag nu naar PI Veenhuizen voor deze inzet."),
        ({"status": "IN_TRAINING"}, {}, "Niemand met een vrije plek mag nu naar PI Veenhuizen voor deze inzet."),
        ({"carrying": 3}, {}, "Niemand met een vrije plek mag nu naar PI Veenhuizen voor deze inzet."),
        (
            {},
            {"languages": ["ar", "tr"]},
            "Niemand met een vrije plek die naar PI Veenhuizen mag, spreekt Arabisch of Turks.",
        ),
        (
            {"gender": "MAN"},
            {"volunteer_gender": "WOMAN"},
            "De vraag is om een vrouw. Niemand met een vrije plek die naar PI Veenhuizen mag, past daarbij.",
        ),
    ],
)
async def test_who_stays_without_reads_why(
    world: World, volunteer: dict[str, Any] | None, wish: dict[str, Any], words: str
) -> None:
    scene = await a_scene(world)
    if volunteer is not None:
        await scene.a_volunteer(**volunteer)
    await scene.a_request(**wish)
    (left,) = (await preview_of(scene.coordinator)).without
    assert in_words(left.why, "nl") == words
    assert "{" not in in_words(left.why, "en")


async def test_when_there_are_too_few_who_waits_longest_goes_first(world: World) -> None:
    scene = await a_scene(world)
    await scene.a_volunteer("Karin", capacity=1)
    shorter, longer = [await scene.a_request(waiting_since=days_ago(days)) for days in (3, 30)]
    preview = await preview_of(scene.coordinator)
    assert who_in(preview) == {longer: "Karin"}
    (left,) = preview.without
    assert (left.request.id, left.why.kind) == (shorter, WhyKind.LONGER_FIRST)


async def test_only_the_own_people_and_only_for_coordinators(world: World) -> None:
    ours, theirs = await a_scene(world), await a_scene(world)
    await theirs.a_volunteer()
    await theirs.a_request()
    request = await ours.a_request()
    preview = await preview_of(ours.coordinator)
    assert [each.request.id for each in preview.without] == [request]
    for nobody in (await ours.a_volunteer(), await world.a_staff_member(ours.facility)):
        with pytest.raises(Forbidden):
            await preview_of(nobody)
        with pytest.raises(Forbidden):
            await send(nobody, Pair(request, uuid4()))
