"""What was set in motion for a match and is needed no more: room that was kept, and admission and taking over that were
asked for. The match ended, somebody left, somebody else was asked, something else was chosen, or the report was taken
back; whoever was asked hears it. And the days that somebody waited, which are not lost with it."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, outbox
from vrijplaats.core.actor import Actor
from vrijplaats.core.outbox import Told
from vrijplaats.matching.telling import tell_coordinators, tell_volunteer
from vrijplaats.volunteers.file.actions import record

_FREE = "select free_who_was_asked($1)"
_WHO = "select person_id, organisation_id from volunteer where id = $1"
_REVIEWS_OF_MATCH = "select id from match_review where match_id = $1"
_TAKE_BACK = "select take_back_admissions($1) as id"
_AS_LONG = "select waits_as_long($1, $2)"
_LET_GO = "select * from let_go_of_take_overs($1)"
_UNANSWERED = """
select v.person_id, v.organisation_id from match_review r join volunteer v on v.id = r.asked_id
where r.id = $1 and r.answer is null and r.asked_id is distinct from $2
"""


async def free_who_was_asked(match_id: UUID) -> None:
    """For whoever ends a match, after it ended: who had said yes to taking it over has room for somebody else, and
    hears it."""
    volunteer_id = await db.fetch_value(_FREE, match_id)
    if volunteer_id is not None:
        await tell_off(await db.fetch(_WHO, volunteer_id))


async def waits_as_long(match_id: UUID) -> None:
    """For whoever ends a match because of a transfer, before its request is closed: a wish of theirs that waits at the
    new prison already has waited as long as this one had, as when it is handed back."""
    await db.fetch_value(_AS_LONG, match_id, clock.now())


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


async def ask_no_more(review_id: UUID, *, but: UUID | None = None) -> None:
    """For whoever chooses something else, or asks somebody else (`but`), before it is written."""
    await tell_off(await db.fetch(_UNANSWERED, review_id, but))


async def tell_off(asked: Iterable[Mapping[str, Any]], *, facility_id: UUID | None = None) -> None:
    """These persons, each in their organisation, need not; `facility_id` when a prison took the report back."""
    off = [(UUID(str(each["person_id"])), UUID(str(each["organisation_id"]))) for each in asked]
    await outbox.tell_each(
        "takeover.off",
        [
            Told(recipients=[person], payload={}, organisation_id=organisation, facility_id=facility_id)
            for person, organisation in off
        ],
    )
