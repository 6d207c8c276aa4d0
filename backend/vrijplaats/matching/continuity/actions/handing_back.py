"""An organisation that does not come to the new prison hands the wish back: it waits there for everybody who does,
as a wish of its own with the days that it has waited, and the match ends without blame."""

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
    await end_as_transferred(match)
    anew = await db.fetch_value(_BACK_TO_POOL, match["id"], clock.now())
    if anew is not None:  # like any wish that is nobody's: whose it was before is told to no one
        about: dict[str, Any] = {"request_id": anew, "organisation_id": None, "facility_id": match["facility_id"]}
        await tell_coordinators("request.made", about)


async def end_as_transferred(match: dict[str, Any]) -> None:
    """Without blame, and without whoever visited having to do anything."""
    await db.execute(_END, match["id"], clock.today())
    about = {name: match[name] for name in ("request_id", "organisation_id", "facility_id")}
    await tell_volunteer("match.ended", about | {"match_id": match["id"]})
