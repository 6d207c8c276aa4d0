"""Rows of what happens: requests, offers, matches and visits."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID


@dataclass(slots=True, kw_only=True)
class Detainee:
    """Table detainee."""

    id: UUID
    facility_id: UUID
    pseudonym: str
    fingerprint: bytes
    created_at: datetime


@dataclass(slots=True, kw_only=True)
class DetaineeIdentity:
    """Table detainee_identity."""

    detainee_id: UUID
    facility_id: UUID
    given_name: bytes
    family_name: bytes
    wing: bytes | None
    version: int


@dataclass(slots=True, kw_only=True)
class FacilityKey:
    """Table facility_key."""

    facility_id: UUID
    wrapped: bytes


@dataclass(slots=True, kw_only=True)
class DetaineeKey:
    """Table detainee_key."""

    detainee_id: UUID
    facility_id: UUID
    wrapped: bytes


@dataclass(slots=True, kw_only=True)
class VisitRequest:
    """Table visit_request."""

    id: UUID
    facility_id: UUID
    organisation_id: UUID | None
    detainee_id: UUID
    pseudonym: str
    activity_kind: str
    languages: list[str]
    volunteer_gender: str | None
    note: str | None
    consent_at: datetime
    waiting_since: datetime
    state: str
    requested_by: UUID
    created_at: datetime
    claimed_by: UUID | None = None
    claimed_at: datetime | None = None
    matched_at: datetime | None = None
    ended_at: datetime | None = None
    end_reason: str | None = None
    activity_denomination: str | None = None


@dataclass(slots=True, kw_only=True)
class PoolEntry:
    """Table pool_entry."""

    request_id: UUID
    facility_id: UUID


@dataclass(slots=True, kw_only=True)
class Offer:
    """Table offer."""

    id: UUID
    organisation_id: UUID
    facility_id: UUID
    request_id: UUID
    volunteer_id: UUID
    state: str
    distance_kilometres: int
    reasons: str
    offered_by: UUID
    expires_at: datetime
    created_at: datetime
    answered_at: datetime | None = None
    decline_reason: str | None = None
    wave: int = 1


@dataclass(slots=True, kw_only=True)
class Match:
    """Table match."""

    id: UUID
    organisation_id: UUID
    facility_id: UUID
    request_id: UUID
    volunteer_id: UUID
    detainee_id: UUID
    pseudonym: str
    activity_kind: str
    state: str
    rhythm_weeks: int
    started_on: date
    ended_on: date | None
    end_reason: str | None
    created_at: datetime


@dataclass(slots=True, kw_only=True)
class Presence:
    """Table presence."""

    id: UUID
    organisation_id: UUID
    facility_id: UUID
    volunteer_id: UUID
    person_id: UUID
    starts_at: datetime
    ends_at: datetime
    live: bool = True
    room_id: UUID | None = None
    private_room: bool = False


@dataclass(slots=True, kw_only=True)
class Visit:
    """Table visit."""

    id: UUID
    organisation_id: UUID
    facility_id: UUID
    match_id: UUID
    presence_id: UUID
    pseudonym: str
    state: str
    proposed_by: UUID
    created_at: datetime
    slot_place_id: UUID | None = None
    regime: str = "UNKNOWN"
    planned_setting: str = "UNKNOWN"
    confirmed_by: UUID | None = None
    confirmed_at: datetime | None = None
    cancel_side: str | None = None
    cancel_cause: str | None = None
    cancelled_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Series:
    """Table series."""

    id: UUID
    organisation_id: UUID
    facility_id: UUID
    match_id: UUID
    every_weeks: int
    first_day: date
    starts: time
    minutes: int
    started_by: UUID
    created_at: datetime
    looked_on: date


@dataclass(slots=True, kw_only=True)
class SeriesOccurrence:
    """Table series_occurrence."""

    id: UUID
    organisation_id: UUID
    facility_id: UUID
    series_id: UUID
    on_day: date
    state: str
    visit_id: UUID | None
    hindrance: str | None


@dataclass(slots=True, kw_only=True)
class VisitLog:
    """Table visit_log."""

    visit_id: UUID
    organisation_id: UUID
    outcome: str
    minutes: int
    setting: str
    travel_kilometres: Decimal
    logged_by: UUID
    logged_at: datetime
