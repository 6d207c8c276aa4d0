"""Rows of a coordinator's desk: talks, messages, and who was imported."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(slots=True, kw_only=True)
class CareTalk:
    """Table care_talk."""

    id: UUID
    organisation_id: UUID
    volunteer_id: UUID
    match_id: UUID
    signal: str
    fact: str
    spoken_by: UUID
    spoken_at: datetime


@dataclass(slots=True, kw_only=True)
class Message:
    """Table message."""

    id: UUID
    organisation_id: UUID
    sent_by: UUID
    text: str
    created_at: datetime
    cancelled_at: datetime | None = None
    cancelled_by: UUID | None = None


@dataclass(slots=True, kw_only=True)
class MessageRecipient:
    """Table message_recipient."""

    organisation_id: UUID
    message_id: UUID
    volunteer_id: UUID
    person_id: UUID
    outbox_id: UUID | None = None
    told_at: datetime | None = None
    pushed_at: datetime | None = None
    mailed_at: datetime | None = None
    opened_at: datetime | None = None
    settled: str | None = None


@dataclass(slots=True, kw_only=True)
class ImportedContact:
    """Table imported_contact."""

    volunteer_id: UUID
    organisation_id: UUID
    email: str | None = None
    phone: str | None = None
    joined_at: datetime | None = None
    invited_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Invitation:
    """Table invitation, of a volunteer."""

    id: UUID
    organisation_id: UUID
    display_name: str
    email: str
    invited_by: UUID
    created_at: datetime
    expires_at: datetime
    mail_state: str
    role: str = "VOLUNTEER"
    locale: str = "nl"
