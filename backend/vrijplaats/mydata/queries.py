"""Reading one's own data: as SELF, a page and a transaction at a time."""

from collections.abc import AsyncIterator

from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.core.own_data import SELF, Row, Section

PAGE = 500


async def pages(actor: Actor, section: Section) -> AsyncIterator[list[Row]]:
    """All rows of a section about the actor, newest first: however many there are, few are in memory and no connection
    waits for a slow line. The database shows the role SELF what is this person's, in every organisation, and no
    more."""
    before = None
    while True:
        async with db.transaction({"person": str(actor.person_id), "role": SELF}, read_only=True):
            rows = await section.rows(actor.person_id, before, PAGE, actor.locale)
        if rows:
            yield rows
            before = rows[-1]["id"]
        if len(rows) < PAGE:
            return
