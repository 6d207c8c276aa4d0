"""Rows of the register of volunteers."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID


@dataclass(slots=True, kw_only=True)
class Volunteer:
    """Table volunteer."""

    id: UUID
    organisation_id: UUID
    person_id: UUID
    status: str
    status_since: date
    gender: str
    place: str
    latitude: float
    longitude: float
    languages: list[str]
    kinds: list[str]
    capacity: int
    fingerprint: bytes | None
    created_at: datetime
    carrying: int = 0
    little_languages: list[str] = field(default_factory=list)
    activity_denominations: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class VolunteerAvailability:
    """Table volunteer_availability."""

    id: UUID
    organisation_id: UUID
    volunteer_id: UUID
    weekday: int
    starts: time
    ends: time


@dataclass(slots=True, kw_only=True)
class VolunteerAway:
    """Table volunteer_away."""

    organisation_id: UUID
    volunteer_id: UUID
    starts_on: date
    ends_on: date
    created_at: datetime


@dataclass(slots=True, kw_only=True)
class VolunteerPause:
    """Table volunteer_pause."""

    id: UUID
    organisation_id: UUID
    volunteer_id: UUID
    starts_on: date
    ends_on: date | None


@dataclass(slots=True, kw_only=True)
class Credential:
    """Table credential."""

    id: UUID
    organisation_id: UUID
    volunteer_id: UUID
    kind: str
    issuer: str
    valid_from: date
    valid_until: date | None
    seen_by: UUID | None
    seen_on: date | None


@dataclass(slots=True, kw_only=True)
class CredentialRequirement:
    """Table credential_requirement."""

    organisation_id: UUID
    activity_kind: str
    credential_kind: str


@dataclass(slots=True, kw_only=True)
class Admission:
    """Table admission."""

    id: UUID
    organisation_id: UUID
    facility_id: UUID
    volunteer_id: UUID
    state: str
    valid_from: date | None
    valid_until: date | None
