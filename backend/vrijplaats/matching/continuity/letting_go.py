"""What was set in motion for a match and is needed no more: room that was kept, admission that was asked for."""

from uuid import UUID

from vrijplaats.core import db, outbox
from vrijplaats.core.actor import Actor
from vrijplaats.matching.telling import tell_coordinators, tell_volunteer
from vrijplaats.volunteers.file.actions import record

_FREE = "select free_who_was_asked($1)"
_WHO = "select person_id, organisation_id from volunteer where id = $1"
_REVIEWS_OF_MATCH = "select id from match_review where match_id = $1"
_TAKE_BACK = "select take_back_admissions($1) as id"
_LET_GO = "select * from let_go_of_take_overs($1)"


async def free_who_was_asked(match_id: UUID) -> None:
    """For whoever ends a match, after it ended: who had said yes to taking it over has room for somebody else, and
    hears it."""
    volunteer_id = await db.fetch_value(_FREE, match_id)
    if volunteer_id is None:
        return
    who = await db.fetch_one(_WHO, volunteer_id)
    assert who is not None
    await outbox.tell("takeover.off", recipients=[who["person_id"]], payload={}, organisation_id=who["organisation_id"])


async def take_back_admission_of_match(actor: Actor, match_id: UUID, volunteer_id: UUID) -> None:
    """For whoever ends a match, after it ended: nobody goes along to another prison."""
    reviews = [row["id"] for row in await db.fetch(_REVIEWS_OF_MATCH, match_id)]
    await take_back_admissions(actor, reviews, volunteer_id)


async def take_back_admissions(actor: Actor, review_ids: list[UUID], volunteer_id: UUID) -> None:
    """What was asked of a prison because this volunteer would go along, unless something else needs it."""
    for row in await db.fetch(_TAKE_BACK, review_ids):
        await record(actor, "admission.take_back", volunteer_id, admission=row["id"])


async def let_go_of_take_overs(volunteer_id: UUID) -> int:
    """Who leaves takes nothing over: the coordinators ask somebody else, and who visits now goes on meanwhile. Gives to
    how many they had said yes."""
    found = await db.fetch(_LET_GO, volunteer_id)
    for match in found:
        about = {name: match[name] for name in ("request_id", "organisation_id", "facility_id")}
        about["match_id"] = match["id"]
        await tell_coordinators("takeover.no", about)
        if match["said_yes"]:
            await tell_volunteer("takeover.first", about)
    return sum(match["said_yes"] for match in found)
