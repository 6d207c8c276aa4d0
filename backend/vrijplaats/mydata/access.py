"""For what only oneself may do with one's data: take it out, and end it."""

from vrijplaats.accounts.rules import POLICIES
from vrijplaats.core.access import require_fresh, require_owner
from vrijplaats.core.actor import Actor


def require_oneself(actor: Actor) -> None:
    """Who has a passkey shows it, who has none signed in just now; at a workstation that others use too nobody passes
    without a passkey. Raises StepUpNeeded, PasskeyNeeded, SignInAgain."""
    if POLICIES[actor.role].shared_device:
        require_fresh(actor)
    else:
        require_owner(actor)
