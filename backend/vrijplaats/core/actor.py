"""Who acts: built once at the edge from the session, first argument of every action and query."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What a membership allows; one person may have several memberships, a session acts in one."""

    VOLUNTEER = "VOLUNTEER"
    COORDINATOR = "COORDINATOR"
    STAFF = "STAFF"
    FUNDER = "FUNDER"
    OPERATOR = "OPERATOR"


class BeganWith(StrEnum):
    """What somebody showed when they signed in."""

    PASSKEY = "PASSKEY"
    CODE = "CODE"
    SSO = "SSO"
    DEMO = "DEMO"
    RECOVERY = "RECOVERY"
    INVITATION = "INVITATION"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The session somebody acts in: when and how they signed in, and when they were last known to be there."""

    id: UUID
    started_at: datetime
    last_seen_at: datetime
    began_with: BeganWith = BeganWith.PASSKEY
    # through whose account the person signed in, when it was not with a passkey of their own
    sso_provider_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """A session that has just begun; only the browser keeps the token."""

    token: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person in one membership. The ids are those the row-level security policies compare with.

    `has_passkey` and `fresh_passkey_at` (when this session last showed one) are for require_fresh.
    """

    person_id: UUID
    role: Role
    membership_id: UUID
    organisation_id: UUID | None
    facility_id: UUID | None
    volunteer_id: UUID | None
    locale: str
    has_passkey: bool = False
    fresh_passkey_at: datetime | None = None
    # None for an actor that is not at a screen
    session: Session | None = field(default=None, compare=False)

    def settings(self) -> dict[str, str]:
        """The transaction settings of this actor; absent is the empty string, never missing."""
        return {
            "person": str(self.person_id),
            "role": self.role.value,
            "organisation": str(self.organisation_id or ""),
            "facility": str(self.facility_id or ""),
            "volunteer": str(self.volunteer_id or ""),
        }
