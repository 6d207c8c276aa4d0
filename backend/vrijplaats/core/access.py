"""Permission, checked where one writes and not only at the door."""

from uuid import UUID

from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import Forbidden


def require(actor: Actor, *roles: Role) -> None:
    """Raise Forbidden unless the actor has one of the roles."""
    if actor.role not in roles:
        raise Forbidden


def own_facility(actor: Actor) -> UUID:
    """The facility where this member of staff works; raises Forbidden for anyone else."""
    require(actor, Role.STAFF)
    if actor.facility_id is None:
        raise Forbidden
    return actor.facility_id


def own_organisation(actor: Actor, *roles: Role) -> UUID:
    """The organisation in which the actor has one of the roles; raises Forbidden for anyone else."""
    require(actor, *roles)
    if actor.organisation_id is None:
        raise Forbidden
    return actor.organisation_id
