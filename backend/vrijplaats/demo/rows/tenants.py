"""Rows of organisations, prisons and people."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID


@dataclass(slots=True, kw_only=True)
class Organisation:
    """Table organisation."""

    id: UUID
    name: str
    created_at: datetime


@dataclass(slots=True, kw_only=True)
class OrganisationSetting:
    """Table organisation_setting: nobody of the demo chose anything yet."""

    organisation_id: UUID
    usual_weeks: int | None = None


@dataclass(slots=True, kw_only=True)
class Facility:
    """Table facility."""

    id: UUID
    code: str
    name: str
    city: str
    latitude: float
    longitude: float
    women: bool


@dataclass(slots=True, kw_only=True)
class OrganisationFacility:
    """Table organisation_facility."""

    organisation_id: UUID
    facility_id: UUID
    active_from: date


@dataclass(slots=True, kw_only=True)
class Funder:
    """Table funder."""

    id: UUID
    name: str


@dataclass(slots=True, kw_only=True)
class Person:
    """Table person."""

    id: UUID
    display_name: str
    created_at: datetime


@dataclass(slots=True, kw_only=True)
class PersonContact:
    """Table person_contact."""

    person_id: UUID
    email: str
    email_verified_at: datetime
    phone: str | None = None


@dataclass(slots=True, kw_only=True)
class Membership:
    """Table membership."""

    id: UUID
    person_id: UUID
    role: str
    created_at: datetime
    organisation_id: UUID | None = None
    facility_id: UUID | None = None
    funder_id: UUID | None = None
    contact_person: bool = False
    ended_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class DemoPersona:
    """Table demo_persona."""

    key: str
    person_id: UUID
    membership_id: UUID
    position: int


@dataclass(slots=True, kw_only=True)
class Room:
    """Table room."""

    id: UUID
    facility_id: UUID
    name: str
    setting: str


@dataclass(slots=True, kw_only=True)
class VisitingSlot:
    """Table visiting_slot."""

    id: UUID
    facility_id: UUID
    weekday: int
    starts: time
    ends: time
    capacity: int
    active_from: date


@dataclass(slots=True, kw_only=True)
class BlockedDay:
    """Table blocked_day."""

    id: UUID
    facility_id: UUID
    day: date
    cause: str = "HOLIDAY"


@dataclass(slots=True, kw_only=True)
class SlotPlace:
    """Table slot_place."""

    id: UUID
    facility_id: UUID
    slot_id: UUID
    capacity: int
    day: date
    number: int
    organisation_id: UUID
