"""Policy is data: an organisation's own papers, what needs them where, and how long one counts; the gate follows."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.volunteers.desk import Desk, a_desk
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core import db as database
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, InvalidInput, NotFound, StepUpNeeded
from vrijplaats.matching.rules import Place, readiness
from vrijplaats.matching.words import about
from vrijplaats.settings import Settings
from vrijplaats.visits import gate
from vrijplaats.visits.papers.reviewing import visits_to_review
from vrijplaats.volunteers.credentials.queries import Policy, policy_of
from vrijplaats.volunteers.policy import actions, rules
from vrijplaats.volunteers.policy.queries import Touched, ends_of, shortened_by, touched_by
from vrijplaats.volunteers.queries import register
from vrijplaats.volunteers.rules import ActivityKind, ready_on

STANDARD = {"VOG", "REFERENCE", "TRAINING_BASIS", "TRAINING_SOS", "TRAINING_CHILD_SAFETY"}
A_PAPER = actions.Paper(code=None, name="geheimhouding", name_en=None, has_profile=False, once=True, valid_months=None)


async def _policy(desk: Desk) -> Policy:
    async with database.transaction(desk.anja, read_only=True):
        return await policy_of(desk.anja)


async def _set_paper(desk: Desk, paper: actions.Paper) -> str:
    async with database.transaction(desk.anja):
        return await actions.set_credential_type(desk.anja, paper)


async def _need(desk: Desk, kind: str, facility: UUID | None = None, *, needed: bool = True) -> None:
    async with database.transaction(desk.anja):
        await actions.set_requirement(
            desk.anja, activity_kind=ActivityKind.ONE_TO_ONE, kind=kind, facility_id=facility, needed=needed
        )


async def _ready(desk: Desk, volunteer: Actor, facility: UUID) -> list[str | None]:
    async with database.transaction(desk.anja, read_only=True):
        (found,) = await register(desk.anja, [UUID(str(volunteer.volunteer_id))])
    return [reason.credential for reason in ready_on(found, "ONE_TO_ONE", facility, clock.today())]


@given(st.lists(st.text(min_size=1, max_size=60), max_size=12))
def test_each_paper_gets_a_code_of_its_own(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        code = rules.new_code(name, taken)
        assert code not in taken and code != "ADMISSION"
        assert len(code) <= 40 and code[0].isalpha() and set(code) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
        taken.add(code)


async def test_an_organisation_begins_with_five_papers_and_makes_its_own(db: Settings, world: World) -> None:
    desk, other = await a_desk(world), await a_desk(world)
    code = await _set_paper(desk, A_PAPER)
    mine = await _policy(desk)
    assert set(mine.types) == STANDARD | {code}
    assert (mine.name_of(code, "nl"), mine.name_of(code, "en")) == ("geheimhouding", "geheimhouding")
    assert set((await _policy(other)).types) == STANDARD
    changed = replace(A_PAPER, code=code, name_en="confidentiality", once=False, valid_months=24)
    assert await _set_paper(desk, changed) == code
    assert (await _policy(desk)).name_of(code, "en") == "confidentiality"
    with pytest.raises(InvalidInput):
        await _set_paper(other, changed)
    assert await desk.verbs() == ["policy.set_paper"] * 2


async def test_two_who_make_one_paper_at_once_make_one(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    done = await asyncio.gather(_set_paper(desk, A_PAPER), _set_paper(desk, A_PAPER), return_exceptions=True)
    assert sorted(type(each).__name__ for each in done) == ["InvalidInput", "str"]
    assert len((await _policy(desk)).types) == len(STANDARD) + 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": "basistraining"}, "name"),
        ({"name": " BASISTRAINING"}, "name"),
        ({"name_en": "Basic training"}, "nameEn"),
        ({"name": "reference"}, "name"),
    ],
)
async def test_a_paper_has_a_name_of_its_own(db: Settings, world: World, change: dict[str, Any], field: str) -> None:
    """Else an export has two columns of one name."""
    desk = await a_desk(world)
    mine = await _set_paper(desk, A_PAPER)
    for code in (None, mine):
        with pytest.raises(InvalidInput) as refused:
            await _set_paper(desk, replace(A_PAPER, code=code, **change))
        assert refused.value.fields["field"] == field
    # its own name is no other's, and a name in English of its own is enough
    for allowed in (A_PAPER, replace(A_PAPER, name="reference", name_en="something else")):
        assert await _set_paper(desk, replace(allowed, code=mine)) == mine


@pytest.mark.parametrize(
    "change",
    [{"name": " "}, {"name": "x" * 61}, {"valid_months": 12}, {"once": False, "valid_months": 0}, {"name_en": "<b>"}],
)
async def test_what_a_paper_cannot_be_is_answered(db: Settings, world: World, change: dict[str, Any]) -> None:
    desk = await a_desk(world)
    with pytest.raises(InvalidInput):
        await _set_paper(desk, replace(A_PAPER, **change))
    assert await desk.verbs() == []


async def test_what_is_needed_everywhere_and_at_one_prison_decides_who_is_ready(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    there = await world.a_facility("Vught")
    await world.active(desk.organisation, there)
    volunteer = await world.a_volunteer(desk.organisation, admitted=[desk.facility, there])
    code = await _set_paper(desk, A_PAPER)
    await _need(desk, "VOG")
    await _need(desk, code, there)
    await _need(desk, code, there)
    assert [await _ready(desk, volunteer, place) for place in (desk.facility, there)] == [[], [code]]
    await desk.saw(volunteer, code, date(2020, 1, 1))
    assert await _ready(desk, volunteer, there) == []
    async with database.transaction(desk.anja):
        await actions.set_validity(desk.anja, kind="VOG", facility_id=there, valid_months=1)
    assert [await _ready(desk, volunteer, place) for place in (desk.facility, there)] == [[], ["VOG"]]
    async with database.transaction(desk.anja):
        await actions.set_validity(desk.anja, kind="VOG", facility_id=there, valid_months=None)
    await _need(desk, code, there, needed=False)
    policy = await _policy(desk)
    assert (dict(policy.months_at), [each.credential_kind for each in policy.requirements]) == ({}, ["VOG"])


async def test_what_is_seen_once_from_now_on_has_no_end_anywhere(db: Settings, world: World) -> None:
    """The gate, the rule and the file say the same of a paper that had ended, and counted for less at one prison."""
    desk, other = await a_desk(world), await a_desk(world)
    volunteer, stranger = await desk.volunteer(), await other.volunteer()
    today = clock.today()
    for each in (desk, other):
        await each.needs("VOG")
        whose = {"organisation_id": each.organisation, "facility_id": each.facility}
        await world.insert("credential_validity", **whose, credential_kind="VOG", valid_months=1)
    ended = "update credential set valid_until = $2 where kind = 'VOG' and volunteer_id = any ($1)"
    await world.connection.execute(ended, [volunteer.volunteer_id, stranger.volunteer_id], today - timedelta(days=1))
    assert await _said(desk, volunteer) == (False, False, "EXPIRED")
    once = actions.Paper(code="VOG", name="VOG", name_en="VOG", has_profile=True, once=True, valid_months=None)
    await _set_paper(desk, once)
    assert await _said(desk, volunteer) == (True, True, "VALID")
    assert (await _policy(desk)).months_at == {}
    async with database.transaction(desk.anja):
        with pytest.raises(InvalidInput) as refused:
            await actions.set_validity(desk.anja, kind="VOG", facility_id=desk.facility, valid_months=6)
    assert refused.value.fields["field"] == "validMonths"
    assert await _said(other, stranger) == (False, False, "EXPIRED")
    assert len((await _policy(other)).months_at) == 1
    # thinking again gives the ends back; what counted for less at a prison is set anew
    await _set_paper(desk, replace(once, once=False))
    assert await _said(desk, volunteer) == (False, False, "EXPIRED")
    async with database.transaction(other.anja, read_only=True):
        assert (await ends_of(other.anja))["VOG"] == 1


async def _said(desk: Desk, volunteer: Actor) -> tuple[bool, bool, str]:
    """What the gate, the rule and the file say of somebody's VOG today."""
    entry = gate.Entry(
        key=uuid4(),
        organisation_id=desk.organisation,
        facility_id=desk.facility,
        volunteer_id=UUID(str(volunteer.volunteer_id)),
        activity_kind="ONE_TO_ONE",
        day=clock.today(),
    )
    async with database.transaction(desk.anja, read_only=True):
        opens = entry.key in await gate.may_enter([entry])
    (paper,) = [each for each in (await desk.file(volunteer)).papers if each.kind == "VOG"]
    return opens, await _ready(desk, volunteer, desk.facility) == [], paper.standing.state.value


async def test_whom_a_paper_would_touch_is_who_is_turned_away_afterwards(db: Settings, world: World) -> None:
    """The number said before is that of the visits to look at after."""
    desk, other = await a_desk(world), await a_desk(world)
    there = await world.a_facility("Dordrecht")
    whose = {"organisation_id": desk.organisation, "facility_id": there}
    await world.insert("organisation_facility", **whose, active_from=date(2026, 1, 1))
    has, shorter, lacks = [await desk.volunteer() for _ in range(3)]
    await desk.volunteer(status="IN_TRAINING")
    code = await _set_paper(desk, replace(A_PAPER, once=False))
    for volunteer in (has, shorter):
        await desk.saw(volunteer, code, clock.today() - timedelta(days=45))
    await world.insert("credential_validity", **whose, credential_kind=code, valid_months=1)
    goes = ((has, desk.facility), (shorter, there), (lacks, desk.facility), (lacks, there))
    for days, (volunteer, place) in enumerate(goes, start=2):
        if place == there:
            await world.insert(
                "admission", **whose, volunteer_id=volunteer.volunteer_id, state="GRANTED", valid_from=date(2026, 1, 1)
            )
        match = await world.a_match(volunteer, place)
        await world.a_visit(match, clock.now() + timedelta(days=days))
    async with database.transaction(desk.anja, read_only=True):
        said = {
            place: await touched_by(desk.anja, activity_kind=ActivityKind.ONE_TO_ONE, kind=code, facility_id=place)
            for place in (None, desk.facility, there, other.facility)
        }
        course = await touched_by(desk.anja, activity_kind=ActivityKind.CAMP, kind=code, facility_id=None)
        before = len(await visits_to_review(desk.anja))
    assert said == {
        None: Touched(volunteers=2, visits=3),
        desk.facility: Touched(volunteers=1, visits=1),
        there: Touched(volunteers=2, visits=2),
        other.facility: None,
    }
    assert (course, before) == (Touched(volunteers=0, visits=0), 0)
    await _need(desk, code)
    async with database.transaction(desk.anja, read_only=True):
        assert len(await visits_to_review(desk.anja)) == 3
        after = await touched_by(desk.anja, activity_kind=ActivityKind.ONE_TO_ONE, kind=code, facility_id=None)
    assert after == Touched(volunteers=0, visits=0)


async def test_whom_a_shorter_term_would_touch_is_said_before_it_is_set(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    code = await _set_paper(desk, replace(A_PAPER, once=False))
    old, young, unasked, not_yet = [await desk.volunteer() for _ in range(4)]
    for volunteer, days in ((old, 100), (young, 10), (not_yet, 100)):
        await desk.saw(volunteer, code, clock.today() - timedelta(days=days))
    # who is admitted from next month on is at no gate today
    await world.connection.execute(
        "update admission set valid_from = $2 where volunteer_id = $1",
        not_yet.volunteer_id,
        clock.today() + timedelta(days=30),
    )
    for days, volunteer in enumerate((old, young, unasked), start=2):
        match = await world.a_match(volunteer, desk.facility)
        await world.a_visit(match, clock.now() + timedelta(days=days))

    async def said(months: int, place: UUID = desk.facility) -> Touched | None:
        async with database.transaction(desk.anja, read_only=True):
            return await shortened_by(desk.anja, kind=code, facility_id=place, months=months)

    nobody = Touched(volunteers=0, visits=0)
    assert await said(2) == nobody  # it is needed for nothing
    await _need(desk, code)
    async with database.transaction(desk.anja, read_only=True):
        before = len(await visits_to_review(desk.anja))
    assert (await said(12), await said(0), await said(2, uuid4())) == (nobody, None, None)
    assert await said(2) == Touched(volunteers=1, visits=1)
    async with database.transaction(desk.anja):
        await actions.set_validity(desk.anja, kind=code, facility_id=desk.facility, valid_months=2)
    async with database.transaction(desk.anja, read_only=True):
        assert len(await visits_to_review(desk.anja)) == before + 1
    assert (await said(2), await said(1)) == (nobody, nobody)  # that of who saw it ten days ago counts a month


async def test_the_policy_is_for_own_coordinators_who_show_their_passkey(db: Settings, world: World) -> None:
    desk, other = await a_desk(world), await a_desk(world)
    with pytest.raises(NotFound):
        await _need(desk, "VOG", other.facility)
    volunteer = await desk.volunteer()
    shown = clock.now() - timedelta(minutes=6)
    tired = replace(desk.anja, has_passkey=True, fresh_passkey_at=shown)
    for who, expected in ((volunteer, Forbidden), (tired, StepUpNeeded)):
        async with database.transaction(who):
            with pytest.raises(expected):
                await actions.set_credential_type(who, A_PAPER)


async def test_a_suggestion_calls_a_paper_by_its_own_name(db: Settings, world: World) -> None:
    """Why somebody cannot be asked, in the organisation's own words and the reader's language."""
    desk = await a_desk(world)
    volunteer = await desk.volunteer()
    code = await _set_paper(desk, replace(A_PAPER, name="huisregels", name_en="house rules"))
    await _need(desk, code)
    place = Place(id=desk.facility, name="PI Veenhuizen", coordinates=(53.0, 6.4), hours=())
    async with database.transaction(desk.anja, read_only=True):
        (found,) = await register(desk.anja, [UUID(str(volunteer.volunteer_id))])
    fact = readiness(found, "ONE_TO_ONE", place, clock.today())
    assert fact is not None
    assert ["huisregels" in about(fact, "nl"), "house rules" in about(fact, "en")] == [True, True]
