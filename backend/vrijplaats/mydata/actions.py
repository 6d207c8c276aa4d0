"""Taking one's own data out of the program: shown to be oneself, and itself in the history."""

from vrijplaats.core import history
from vrijplaats.core.actor import Actor
from vrijplaats.mydata.access import require_oneself


async def begin_download(actor: Actor, kind: str) -> None:
    """Write down that the actor takes their data out; before anything leaves. Raises what require_oneself raises."""
    require_oneself(actor)
    await history.record(
        actor,
        "person.export",
        subject={"person": actor.person_id, "what": kind},
        organisation_id=actor.organisation_id,
        facility_id=actor.facility_id,
    )
