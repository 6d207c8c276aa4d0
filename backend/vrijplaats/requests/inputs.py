"""What the three verbs of a wish are given."""

import strawberry

from vrijplaats.requests.rules import WithdrawReason
from vrijplaats.requests.wish import DetaineeName
from vrijplaats.volunteers.graphql import ActivityKind, Denomination, Gender

strawberry.enum(WithdrawReason)


@strawberry.input
class DetaineeInput:
    """Sealed at once; afterwards everybody else knows a pseudonym only."""

    given_name: str
    family_name: str
    wing: str | None = None

    def as_typed(self) -> DetaineeName:
        """The name as it came in, not looked at yet."""
        return DetaineeName(given_name=self.given_name, family_name=self.family_name, wing=self.wing)


@strawberry.input
class RequestVisitInput:
    """A detainee's own wish. `detainee` or `detaineeId`; no organisation means no preference. `activityDenomination`:
    of chaplaincy only, and only when the person asks for it."""

    facility_id: strawberry.ID
    activity_kind: ActivityKind
    languages: list[str]
    consent: bool
    organisation_id: strawberry.ID | None = None
    volunteer_gender: Gender | None = None
    activity_denomination: Denomination | None = None
    note: str | None = None
    detainee: DetaineeInput | None = None
    detainee_id: strawberry.ID | None = None


@strawberry.input
class WithdrawRequestInput:
    """Always for the detainee."""

    request_id: strawberry.ID
    reason: WithdrawReason


@strawberry.input
class ClaimRequestInput:
    """An unclaimed request."""

    request_id: strawberry.ID


@strawberry.input
class EraseDetaineeInput:
    """The request of the person whose name goes; `withdraw` ends what still waits as well."""

    request_id: strawberry.ID
    withdraw: bool = False
