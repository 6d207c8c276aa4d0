"""An organisation that does not come to the new prison hands the wish back: it waits there for everybody who does,
with the days that it has waited, and the match ends without blame."""

from typing import Any

from vrijplaats.core import clock, db
from vrijplaats.matching.telling import tell_coordinators, tell_volunteer

_END = """
update match set state = 'ENDED', ended_on = $2, end_reason = 'TRANSFERRED' where id = $1 and state = 'REVIEW'
"""
_BACK_TO_POOL = "select back_to_pool($1, $2)"


async def hand_back(match: dict[str, Any]) -> None:
    """For who chooses it after the day, and for the worker on the day. Who visited has been let go of by the caller;
    what was planned was called off when it was reported."""
    about = {name: match[name] for name in ("request_id", "organisation_id", "facility_id")}
    await db.execute(_END, match["id"], clock.today())
    waits = await db.fetch_value(_BACK_TO_POOL, match["id"], clock.now())
    await tell_volunteer("match.ended", about | {"match_id": match["id"]})
    if waits:  # like any wish that is nobody's: whose it was before is told to no one
        await tell_coordinators("request.made", about | {"organisation_id": None})
