"""Permission, checked where one writes and not only at the door."""

from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import Forbidden


def require(actor: Actor, *roles: Role) -> None:
    """Raise Forbidden unless the actor has one of the roles."""
    if actor.role not in roles:
        raise Forbidden
