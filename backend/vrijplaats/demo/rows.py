"""The rows of the demo, a class for each table and a field for each column. The order of TABLES is the order of loading."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID


@dataclass(slots=True, kw_only=True)
class Organisation:
    """Table organisation."""

    id: UUID
    name: str
    created_at: datetime


@dataclass(slots=True, kw_only=True)
class OrganisationSetting:
    """Table organisation_setting."""

    organisation_id: UUID
    kilometre_rate_cents: int = 23


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
    fingerprint: bytes
    created_at: datetime
    carrying: int = 0


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
    seen_on: date


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


TABLES: dict[type, str] = {
    Organisation: "organisation",
    OrganisationSetting: "organisation_setting",
    Facility: "facility",
    OrganisationFacility: "organisation_facility",
    Funder: "funder",
    Person: "person",
    PersonContact: "person_contact",
    Membership: "membership",
    DemoPersona: "demo_persona",
    Room: "room",
    VisitingSlot: "visiting_slot",
    BlockedDay: "blocked_day",
    SlotPlace: "slot_place",
    Volunteer: "volunteer",
    VolunteerAvailability: "volunteer_availability",
    Credential: "credential",
    CredentialRequirement: "credential_requirement",
    Admission: "admission",
    Detainee: "detainee",
    DetaineeIdentity: "detainee_identity",
    FacilityKey: "facility_key",
    DetaineeKey: "detainee_key",
    VisitRequest: "visit_request",
    PoolEntry: "pool_entry",
    Offer: "offer",
    Match: "match",
    Presence: "presence",
    Visit: "visit",
    VisitLog: "visit_log",
}
