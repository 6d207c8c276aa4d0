"""Permission, checked where one writes and not only at the door."""

from datetime import timedelta
from uuid import UUID

from vrijplaats.core import clock
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import Forbidden, StepUpNeeded


def require(actor: Actor, *roles: Role) -> None:
    """Raise Forbidden unless the actor has one of the roles."""
    if actor.role not in roles:
        raise Forbidden


def require_fresh(actor: Actor, *, minutes: int = 5) -> None:
    """Raise StepUpNeeded unless the actor's passkey was shown in this session within the last minutes.

    Who has no passkey cannot show one, and passes: in the demo nobody begins with one.
    """
    shown = actor.fresh_passkey_at
    if actor.has_passkey and (shown is None or clock.now() - shown > timedelta(minutes=minutes)):
        raise StepUpNeeded


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
