"""Permission, checked where one writes and not only at the door."""

from datetime import timedelta
from uuid import UUID

from vrijplaats.core import clock
from vrijplaats.core.actor import Actor, BeganWith, Role
from vrijplaats.core.errors import Forbidden, PasskeyNeeded, SignInAgain, StepUpNeeded


def require(actor: Actor, *roles: Role) -> None:
    """Raise Forbidden unless the actor has one of the roles."""
    if actor.role not in roles:
        raise Forbidden


def require_fresh(actor: Actor, *, minutes: int = 5) -> None:
    """Raise StepUpNeeded unless the actor's passkey was shown in this session within the last minutes, PasskeyNeeded
    when there is none to show: a code, a link or a letter in the post is not enough for this.

    In the demo nobody begins with a passkey, and passes without one.
    """
    shown = actor.fresh_passkey_at
    if actor.has_passkey and (shown is None or clock.now() - shown > timedelta(minutes=minutes)):
        raise StepUpNeeded
    if not actor.has_passkey and actor.session is not None and actor.session.began_with is not BeganWith.DEMO:
        raise PasskeyNeeded


def require_owner(actor: Actor, *, minutes: int = 10) -> None:
    """For what changes how one gets in: raise StepUpNeeded as require_fresh does of who has a passkey, SignInAgain of
    who has none and signed in longer ago than this. So whoever finds an open session does not get in for good."""
    session = actor.session
    if actor.has_passkey:
        require_fresh(actor)
        return
    if session is None or session.began_with is BeganWith.DEMO:
        return
    if clock.now() - session.started_at > timedelta(minutes=minutes):
        raise SignInAgain


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
