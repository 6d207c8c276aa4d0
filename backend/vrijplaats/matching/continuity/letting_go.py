"""Somebody need not take over any more: the match ended, somebody else was asked, something else was chosen, or the
report was taken back. Who had said yes has room for somebody else; whoever was asked hears it."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from vrijplaats.core import db, outbox
from vrijplaats.core.outbox import Told

_FREE = "select free_who_was_asked($1)"
_WHO = "select person_id, organisation_id from volunteer where id = $1"
_UNANSWERED = """
select v.person_id, v.organisation_id from match_review r join volunteer v on v.id = r.asked_id
where r.id = $1 and r.answer is null and r.asked_id is distinct from $2
"""


async def free_who_was_asked(match_id: UUID) -> None:
    """For whoever ends a match, after it ended."""
    volunteer_id = await db.fetch_value(_FREE, match_id)
    if volunteer_id is not None:
        await tell_off(await db.fetch(_WHO, volunteer_id))


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
