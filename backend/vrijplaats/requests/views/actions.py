"""Keeping a view, changing it and taking it away. Of nobody's concern but one's own: nobody is told, and the history,
which is about what was done with people, holds nothing of it."""

from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotFound
from vrijplaats.requests.inbox.rules import Wanted, check_wanted
from vrijplaats.requests.views.queries import InboxViewView, inbox_views
from vrijplaats.requests.views.rules import MOST, TAKEN, TooManyViews, clean_name

# one screen at a time of one person: of two that save at once the second counts what the first kept
_ALONE = "select pg_advisory_xact_lock(hashtextextended('inbox_view:' || $1::text || $2::text, 0))"
_NAMES = "select id, lower(name) as name from inbox_view where organisation_id = $1 and person_id = $2"
_NOT_FIRST = """
update inbox_view set opens_first = false where organisation_id = $1 and person_id = $2 and opens_first
  and ($3::uuid is null or id <> $3)
"""
_ADD = """
insert into inbox_view (organisation_id, person_id, name, facility_code, language, activity_kind, whose, standing,
  waiting_days, waiting_at_most, opens_first, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
"""
_CHANGE = """
update inbox_view set name = $4, facility_code = $5, language = $6, activity_kind = $7, whose = $8, standing = $9,
  waiting_days = $10, waiting_at_most = $11, opens_first = $12
where organisation_id = $1 and person_id = $2 and id = $3
"""
_REMOVE = "delete from inbox_view where organisation_id = $1 and person_id = $2 and id = $3"


async def save_inbox_view(
    actor: Actor, *, view_id: UUID | None, name: str, wanted: Wanted, opens_first: bool
) -> list[InboxViewView]:
    """A new view, or another name and other filters for this one; what one looks for by typing is not kept. Gives all
    of one's views. Raises InvalidInput, NotFound and TooManyViews."""
    whose = (own_organisation(actor, Role.COORDINATOR), actor.person_id)
    called = clean_name(name)
    check_wanted(wanted)
    await db.fetch_value(_ALONE, *(str(each) for each in whose))
    _need_room(await db.fetch(_NAMES, *whose), view_id, called)
    if opens_first:
        await db.execute(_NOT_FIRST, *whose, view_id)
    kept = (called, *_as_row(wanted), opens_first)
    if view_id is None:
        await db.execute(_ADD, *whose, *kept, clock.now())
    else:
        await db.execute(_CHANGE, *whose, view_id, *kept)
    return await inbox_views(actor)


async def remove_inbox_view(actor: Actor, *, view_id: UUID) -> list[InboxViewView]:
    """The name goes; the requests stay. Gives the views that are left. Raises NotFound."""
    whose = (own_organisation(actor, Role.COORDINATOR), actor.person_id)
    if not await db.execute(_REMOVE, *whose, view_id):
        raise NotFound
    return await inbox_views(actor)


def _need_room(known: list[dict[str, Any]], view_id: UUID | None, name: str) -> None:
    others = [row for row in known if row["id"] != view_id]
    if view_id is not None and len(others) == len(known):
        raise NotFound
    if any(row["name"] == name.lower() for row in others):
        raise TAKEN
    if len(others) >= MOST:
        raise TooManyViews(most=MOST)


def _as_row(wanted: Wanted) -> tuple[str | int | None, ...]:
    codes = (wanted.activity_kind, wanted.whose, wanted.standing)
    days = (wanted.waiting_days, wanted.waiting_at_most)
    return (wanted.facility, wanted.language, *(code.value if code else None for code in codes), *days)
