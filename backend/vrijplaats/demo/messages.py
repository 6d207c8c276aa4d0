"""What GZN's coordinators sent to volunteers these weeks, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import cycle

from vrijplaats.demo import rows
from vrijplaats.demo.calendar import days, instant
from vrijplaats.demo.cast import GZN
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.places import DORDRECHT
from vrijplaats.demo.world import Crew, Member, World

# what became of it for one after the other: most read it
FATES = ("OPENED", "OPENED", "PUSHED", "OPENED", "MAILED", "OPENED", "APP_ONLY", "OPENED", "MAILED", "OPENED", "OPENED")
GRACE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A message: how many days ago, by which of the coordinators, to how many of those admitted there (None: all)."""

    ago: int
    at: time
    by: int
    text: str
    people: int
    site: str | None = None
    failed: int = 0
    stopped: bool = False


SENT = (
    Sent(
        ago=33,
        at=time(10, 5),
        by=1,
        text="Zaterdag is er koffie op kantoor, vanaf 14.00 uur.",
        people=18,
        stopped=True,
    ),
    Sent(
        ago=12,
        at=time(15, 40),
        by=0,
        text="Donderdag over een week is er een avond over grenzen stellen. Inloop vanaf 19.00 uur, op kantoor.\n\n"
        "Kom je ook? Bel me even.",
        people=46,
        failed=1,
    ),
    Sent(
        ago=3,
        at=time(11, 20),
        by=1,
        text="In Dordrecht ga je deze maand naar binnen door de zijdeur. Neem je pas mee.",
        people=14,
        site=DORDRECHT,
    ),
)


def what_was_sent(world: World) -> None:
    """A few messages to volunteers, none of whom one signs in as; at a small scale there are not enough people."""
    dice = world.dice("messages")
    crew = world.crews[GZN]
    for sent in SENT:
        site = world.sites[sent.site] if sent.site else None
        able = [each for each in crew.members if not each.part and each.ready and (site is None or site in each.sites)]
        if len(able) >= sent.people:
            _send(world, dice, crew, sent, dice.some(able, sent.people))


def _send(world: World, dice: Dice, crew: Crew, sent: Sent, people: Sequence[Member]) -> None:
    moment = instant(world.today - days(sent.ago), sent.at)
    by = crew.coordinators[sent.by % len(crew.coordinators)].id
    message = world.add(
        rows.Message(id=dice.key(moment), organisation_id=crew.row.id, sent_by=by, text=sent.text, created_at=moment)
    )
    if sent.stopped:
        message.cancelled_at, message.cancelled_by = moment + GRACE / 2, by
    fates = ["CANCELLED"] * len(people) if sent.stopped else ["FAILED"] * sent.failed
    for member, fate in zip(people, [*fates, *_first(FATES, len(people) - len(fates))], strict=True):
        row = rows.MessageRecipient(
            organisation_id=crew.row.id, message_id=message.id, volunteer_id=member.row.id, person_id=member.person.id
        )
        if fate != "CANCELLED":
            _becomes(dice, world.now, moment + GRACE, row, fate)
        world.add(row)


def _becomes(dice: Dice, now: datetime, told_at: datetime, row: rows.MessageRecipient, fate: str) -> None:
    row.told_at, row.outbox_id = told_at, dice.key(told_at)
    by_letter = fate == "MAILED" or (fate == "OPENED" and dice.chance(0.4))
    if by_letter:
        row.mailed_at = told_at + timedelta(hours=6, minutes=dice.whole(0, 9))
    elif fate in ("PUSHED", "OPENED"):
        row.pushed_at = told_at + timedelta(seconds=dice.whole(1, 50))
    if fate == "OPENED":
        row.opened_at = min(now, (row.mailed_at or told_at) + timedelta(minutes=dice.whole(3, 1500)))
    row.settled = fate if fate in ("FAILED", "APP_ONLY") else None


def _first(of: Sequence[str], number: int) -> list[str]:
    return [fate for fate, _ in zip(cycle(of), range(number), strict=False)]
