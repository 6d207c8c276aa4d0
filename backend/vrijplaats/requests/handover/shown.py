"""A proposal in the graph, and what its verbs are given."""

from datetime import datetime

import strawberry

from vrijplaats.accounts.graphql import Organisation
from vrijplaats.requests.handover.queries import HandOverView


@strawberry.type
class HandOver:
    """A proposal to take over a request, that nobody has answered yet."""

    id: strawberry.ID
    organisation: Organisation = strawberry.field(description="Who has the request.")
    to: Organisation = strawberry.field(description="Who is asked to take it over.")
    proposed_at: datetime
    expires_at: datetime
    incoming: bool = strawberry.field(description="Whether the own organisation is the one that is asked.")

    @classmethod
    def of(cls, view: HandOverView) -> "HandOver":
        return cls(
            id=strawberry.ID(str(view.id)),
            organisation=Organisation.of(view.organisation),
            to=Organisation.of(view.to),
            proposed_at=view.proposed_at,
            expires_at=view.expires_at,
            incoming=view.incoming,
        )


@strawberry.input
class ReleaseRequestInput:
    """Which request."""

    request_id: strawberry.ID


@strawberry.input
class ProposeHandOverInput:
    """Which request, and who is asked to take it over."""

    request_id: strawberry.ID
    organisation_id: strawberry.ID


@strawberry.input
class HandOverInput:
    """Which proposal."""

    hand_over_id: strawberry.ID
