"""Sending a message, as a coordinator does."""

from __future__ import annotations

from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.notices.messages import actions
from vrijplaats.notices.messages.queries import MessageView, Selection

COFFEE = "Donderdag is er koffie op kantoor."


def to(*people: Actor) -> Selection:
    return Selection(volunteer_ids=tuple(each.volunteer_id for each in people if each.volunteer_id))


async def send(actor: Actor, selection: Selection, text: str = COFFEE, expected: int = 1) -> MessageView:
    async with db.transaction(actor):
        return await actions.send_message(actor, text=text, selection=selection, expected=expected)
