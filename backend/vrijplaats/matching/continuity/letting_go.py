"""A match ended before somebody took it over: who had said yes has room for somebody else, and hears it."""

from uuid import UUID

from vrijplaats.core import db, outbox

_FREE = "select free_who_was_asked($1)"
_WHO = "select person_id, organisation_id from volunteer where id = $1"


async def free_who_was_asked(match_id: UUID) -> None:
    """For whoever ends a match, after it ended."""
    volunteer_id = await db.fetch_value(_FREE, match_id)
    if volunteer_id is None:
        return
    who = await db.fetch_one(_WHO, volunteer_id)
    assert who is not None
    await outbox.tell("takeover.off", recipients=[who["person_id"]], payload={}, organisation_id=who["organisation_id"])
