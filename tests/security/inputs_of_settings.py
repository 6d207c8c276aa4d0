"""Good inputs for what an organisation chooses for itself."""

from __future__ import annotations

from datetime import timedelta

from tests.security.cases import Case, Scene


async def of_settings(s: Scene) -> dict[str, Case]:
    return {
        "setKilometreRate": Case(
            s.coordinator, {"fromDay": (s.now.date() + timedelta(days=9)).isoformat(), "cents": 25}
        ),
        "removeKilometreRate": Case(s.coordinator, {"fromDay": await _a_rate(s)}),
        "setUsualWeeks": Case(s.coordinator, {"weeks": 3}),
        "setUsualWaves": Case(s.coordinator, {"size": 2, "hours": 12}),
        "setNight": Case(s.coordinator, {"from": 21, "until": 9}),
    }


async def _a_rate(s: Scene) -> str:
    """One that begins some day, and can be put back."""
    day = s.now.date() + timedelta(days=30)
    who = {"set_by": s.coordinator.person_id, "set_at": s.now}
    await s.world.insert("kilometre_rate", organisation_id=s.organisation, from_day=day, cents=30, **who)
    return day.isoformat()
