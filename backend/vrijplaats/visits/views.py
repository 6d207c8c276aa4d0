"""What is shown of a visit: complete values, without anything a reader may not know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats.accounts.queries import FacilityView, OrganisationView
from vrijplaats.core.actor import Actor, Role
from vrijplaats.visits.rules import CancelCause, CancelSide, VisitOutcome, VisitRegime, VisitSetting, VisitState


@dataclass(frozen=True, slots=True, kw_only=True)
class LogView:
    """What the volunteer wrote down afterwards."""

    outcome: VisitOutcome
    minutes: int
    setting: VisitSetting
    travel_kilometres: float
    logged_at: datetime
    corrected_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitView:
    """One visit. What is None for the facility (match, log) its statement does not even read."""

    id: UUID
    state: VisitState
    starts_at: datetime
    ends_at: datetime
    facility: FacilityView
    organisation: OrganisationView
    volunteer_id: UUID
    volunteer_name: str
    activity_kind: str
    regime: VisitRegime
    planned_setting: VisitSetting
    room: str | None
    pseudonym: str
    cancel_side: CancelSide | None
    cancel_cause: CancelCause | None
    outside: bool
    match_id: UUID | None
    log: LogView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchVisits:
    """A match in visits: how many took place, the next one and the last one."""

    held: int
    next: VisitView | None
    last: VisitView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WritersView:
    """Who wrote a log, and who put it right; without a name for who has left."""

    logged_by: str | None
    corrected_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelView:
    """What the log is filled in with beforehand: kilometres, and cents for each."""

    kilometres: float | None
    rate_cents: int | None


def view_of(actor: Actor, row: Mapping[str, Any]) -> VisitView:
    """The view of one row; the log and the match are there for the organisation's own people only."""
    return VisitView(
        id=row["id"],
        state=VisitState(row["state"]),
        starts_at=row["starts_at"],
        ends_at=row["ends_at"],
        facility=FacilityView(
            id=row["facility_id"], code=row["facility_code"], name=row["facility_name"], city=row["facility_city"]
        ),
        organisation=OrganisationView(id=row["organisation_id"], name=row["organisation_name"]),
        volunteer_id=row["volunteer_id"],
        volunteer_name=row["volunteer_name"],
        activity_kind=row["activity_kind"],
        regime=VisitRegime(row["regime"]),
        planned_setting=VisitSetting(row["planned_setting"]),
        room=row["room"],
        pseudonym=row["pseudonym"],
        cancel_side=CancelSide(row["cancel_side"]) if row["cancel_side"] else None,
        cancel_cause=CancelCause(row["cancel_cause"]) if row["cancel_cause"] else None,
        outside=row["outside"],
        match_id=None if actor.role is Role.STAFF else row["match_id"],
        log=_log(row) if row.get("outcome") else None,
    )


def _log(row: Mapping[str, Any]) -> LogView:
    return LogView(
        outcome=VisitOutcome(row["outcome"]),
        minutes=row["minutes"],
        setting=VisitSetting(row["setting"]),
        travel_kilometres=float(row["travel_kilometres"]),
        logged_at=row["logged_at"],
        corrected_at=row["corrected_at"],
    )
