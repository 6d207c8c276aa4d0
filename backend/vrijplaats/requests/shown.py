"""Who somebody is, as types of the graph."""

import strawberry


@strawberry.type
class DetaineeName:
    """A name, opened for who may read it."""

    given_name: str
    family_name: str
    wing: str | None


@strawberry.type
class DetaineeMatch:
    """What the form shows before sending: whether somebody is known here and already waits for this."""

    known: bool
    pseudonym: str | None
    open_request: strawberry.ID | None
