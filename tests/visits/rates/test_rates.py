"""What a kilometre is worth: from a day on, with what held before left as it was."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calling import Browser
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, InvalidInput, NotAllowedNow, NotFound
from vrijplaats.visits.rates.actions import remove_kilometre_rate, set_kilometre_rate
from vrijplaats.visits.rates.queries import kilometre_rates
from vrijplaats.visits.rates.rules import USUAL_CENTS, Rate, check_rate, rate_on

pytestmark = pytest.mark.usefixtures("db")
MY_VISITS = "query($from: DateTime!, $to: DateTime!) { myVisits(from: $from, to: $to) { id kilometreRateCents } }"
_rates = st.lists(
    st.builds(Rate, from_day=st.dates(date(2025, 1, 1), date(2027, 1, 1)), cents=st.integers(0, 200)),
    unique_by=lambda rate: rate.from_day,
)


@given(_rates, st.dates(date(2024, 6, 1), date(2027, 6, 1)))
def test_on_a_day_the_last_rate_that_had_begun_holds(rates: list[Rate], day: date) -> None:
    begun = sorted((rate.from_day, rate.cents) for rate in rates if rate.from_day <= day)
    assert rate_on(rates, day) == (begun[-1][1] if begun else USUAL_CENTS)


async def _set(actor: Actor, cents: int, in_days: int = 0) -> None:
    async with db.transaction(actor):
        await set_kilometre_rate(actor, Rate(from_day=clock.today() + timedelta(days=in_days), cents=cents))


async def _remove(actor: Actor, in_days: int) -> None:
    async with db.transaction(actor):
        await remove_kilometre_rate(actor, from_day=clock.today() + timedelta(days=in_days))


async def test_a_visit_has_the_rate_of_its_own_day(world: World, browser: Browser) -> None:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    coordinator = await world.a_coordinator(organisation)
    volunteer = await world.a_volunteer(organisation, admitted=[facility])
    match = await world.a_match(volunteer, facility)
    noon = clock.midnight(clock.today()) + timedelta(hours=12)
    visits = {days: await world.a_visit(match, noon + timedelta(days=days)) for days in (-1, 1, 8)}
    await _set(coordinator, 25)
    await _set(coordinator, 30, in_days=7)
    await browser.sign_in(volunteer)
    span = {"from": (noon - timedelta(days=9)).isoformat(), "to": (noon + timedelta(days=9)).isoformat()}
    found = {each["id"]: each["kilometreRateCents"] for each in (await browser.graphql(MY_VISITS, span))["myVisits"]}
    assert [found[str(visits[days].id)] for days in (-1, 1, 8)] == [USUAL_CENTS, 25, 30]


async def test_a_rate_that_is_still_to_come_can_be_taken_back_and_one_that_held_cannot(world: World) -> None:
    organisation = await world.an_organisation()
    coordinator = await world.a_coordinator(organisation, "Els")
    await world.insert(
        "kilometre_rate",
        organisation_id=organisation,
        from_day=clock.today() - timedelta(days=40),
        cents=21,
        set_by=coordinator.person_id,
        set_at=datetime.now(UTC),
    )
    await _set(coordinator, 25)
    await _set(coordinator, 30, in_days=7)
    await _set(coordinator, 31, in_days=7)  # of one day the last holds
    async with db.transaction(coordinator):
        view = await kilometre_rates(coordinator)
    assert (view.today, [rate.cents for rate in view.rates]) == (25, [31, 25, 21])
    assert {rate.set_by for rate in view.rates} == {"Els"}
    await _remove(coordinator, 7)
    await _remove(coordinator, 0)
    async with db.transaction(coordinator):
        assert (await kilometre_rates(coordinator)).today == 21
    with pytest.raises(NotAllowedNow):
        await _remove(coordinator, -40)
    with pytest.raises(NotFound):
        await _remove(coordinator, 7)
    verbs = await world.rows("select verb from history where person_id = $1 order by id", coordinator.person_id)
    assert [row["verb"] for row in verbs] == ["settings.set_rate"] * 3 + ["settings.remove_rate"] * 2


@pytest.mark.parametrize(("cents", "in_days"), [(-1, 0), (201, 0), (25, -1), (25, 400)])
async def test_what_is_out_of_bounds_is_turned_back(world: World, cents: int, in_days: int) -> None:
    coordinator = await world.a_coordinator(await world.an_organisation())
    with pytest.raises(InvalidInput):
        await _set(coordinator, cents, in_days)


async def test_it_is_the_own_organisations_and_only_its_coordinators_set_it(world: World) -> None:
    organisation, other = await world.an_organisation(), await world.an_organisation()
    await _set(await world.a_coordinator(other), 40)
    with pytest.raises(Forbidden):
        await _set(await world.a_volunteer(organisation), 40)
    coordinator = await world.a_coordinator(organisation)
    async with db.transaction(coordinator):
        assert await kilometre_rates(coordinator) == type(await kilometre_rates(coordinator))(
            today=USUAL_CENTS, rates=()
        )
    with pytest.raises(NotFound):
        await _remove(coordinator, 0)


def test_an_amount_is_said_as_it_is_typed() -> None:
    with pytest.raises(InvalidInput) as turned_back:
        check_rate(Rate(from_day=clock.today(), cents=300), clock.today())
    assert turned_back.value.message("nl") == "Bedrag per kilometer: kies een bedrag van € 0,00 tot € 2,00."
    assert turned_back.value.message("en") == "Amount for a kilometre: choose an amount from €0.00 to €2.00."
