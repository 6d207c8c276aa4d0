"""On which devices somebody is woken, and about what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats import settings
from vrijplaats.accounts.waking import WAKES
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.notices.push.rules import KINDS_OF, NoticeKind, Preferences, QuietHours
from vrijplaats.notices.push.vapid import public_key

_DEVICES = f"""
select p.id, p.created_at, p.last_delivered_at, p.session_id = $2 as current, p.gone_at is not null as gone
from push_subscription p join session x on x.id = p.session_id join membership m on m.id = x.membership_id
where p.person_id = $1 and {WAKES.format(now="$3")} order by current desc, p.created_at, p.id
"""
_PREFERENCES = """
select c.quiet_from, c.quiet_until, c.muted, coalesce(c.letters, true) as letters,
  (select email from person_contact where person_id = $1 and email_verified_at is not null) as letter_to
from (select 1) one left join push_preference c on c.person_id = $1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PushDeviceView:
    """A device that is woken; `current` is the one in hand, `gone` when its push service no longer knows it."""

    id: UUID
    created_at: datetime
    last_delivered_at: datetime | None
    current: bool
    gone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PushView:
    """Everything one may know and choose about being woken."""

    public_key: str
    devices: list[PushDeviceView]
    preferences: Preferences
    kinds: tuple[NoticeKind, ...]
    letters: bool
    letter_to: str | None


async def my_push(actor: Actor) -> PushView:
    """The actor's own devices and choices."""
    session_id = actor.session.id if actor.session else None
    rows = await db.fetch(_DEVICES, actor.person_id, session_id, clock.now())
    chosen = await db.fetch_one(_PREFERENCES, actor.person_id)
    assert chosen is not None
    return PushView(
        public_key=public_key(settings.current().keys.vapid),
        devices=[PushDeviceView(**row) for row in rows],
        preferences=preferences_of(chosen),
        kinds=KINDS_OF.get(actor.role, ()),
        letters=chosen["letters"],
        letter_to=chosen["letter_to"],
    )


def preferences_of(row: Mapping[str, Any]) -> Preferences:
    """What somebody chose; who chose nothing has what is usual."""
    if row["muted"] is None:  # joined from the left
        return Preferences()
    starts, ends = row["quiet_from"], row["quiet_until"]
    quiet = None if starts is None else QuietHours(starts=starts, ends=ends)
    return Preferences(quiet=quiet, muted=frozenset(NoticeKind(kind) for kind in row["muted"]))
