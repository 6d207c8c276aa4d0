"""Letting a device be woken, no longer, and choosing when and about what."""

from uuid import UUID

from vrijplaats import settings
from vrijplaats.accounts.actions import session_of
from vrijplaats.core import clock, db, history
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotFound
from vrijplaats.notices.push import targets
from vrijplaats.notices.push.rules import USUAL, NoticeKind, QuietHours
from vrijplaats.settings import Mode

# two presses at once: the second waits for the first
_LOCK = "select id from session where id = $1 for update"
_FORGET = "delete from push_subscription where session_id = $1 and person_id = $2"
_ADD = """
insert into push_subscription (id, person_id, session_id, endpoint_hash, service, target, created_at)
values ($1, $2, $3, $4, $5, $6, $7)
"""
_REMOVE = "delete from push_subscription where id = $1 and person_id = $2"
_QUIET = """
insert into push_preference (person_id, quiet_from, quiet_until) values ($1, $2, $3)
on conflict (person_id) do update set quiet_from = $2, quiet_until = $3
"""
_MUTE = """
insert into push_preference as p (person_id, quiet_from, quiet_until, muted)
values ($1, $4, $5, case when $3 then array[$2] else '{}' end)
on conflict (person_id) do update set muted = array_remove(p.muted, $2) || case when $3 then array[$2] else '{}' end
"""


async def subscribe_push(actor: Actor, *, endpoint: str, p256dh: str, auth: str) -> UUID:
    """Let the device in hand be woken, for as long as this session lasts; raises InvalidInput.

    Not for a shared workstation: whoever sits there next would read it.
    """
    require(actor, Role.VOLUNTEER, Role.COORDINATOR)
    session, ours = session_of(actor), settings.current()
    target = targets.checked(
        endpoint, p256dh, auth, more=ours.push_hosts, loopback=ours.mode is not Mode.PRODUCTION
    )  # fmt: skip
    hashed = targets.endpoint_hash(ours.master_key, target)
    await db.fetch(_LOCK, session.id)
    await db.execute("select forget_push_endpoint($1)", hashed)
    await db.execute(_FORGET, session.id, actor.person_id)
    identifier: UUID = await db.fetch_value("select uuidv7()")
    sealed = targets.sealed(ours.master_key, identifier, target)
    await db.execute(_ADD, identifier, actor.person_id, session.id, hashed, target.service, sealed, clock.now())
    await _record(actor, "push.subscribe", subscription=identifier)
    return identifier


async def unsubscribe_push(actor: Actor, *, subscription_id: UUID) -> None:
    """Wake a device of one's own no longer, wherever it is."""
    if not await db.execute(_REMOVE, subscription_id, actor.person_id):
        raise NotFound
    await _record(actor, "push.unsubscribe", subscription=subscription_id)


async def set_quiet_hours(actor: Actor, *, quiet: QuietHours | None) -> None:
    """Choose when one's devices keep silent; None is never."""
    require(actor, Role.VOLUNTEER, Role.COORDINATOR)
    starts, ends = (quiet.starts, quiet.ends) if quiet else (None, None)
    await db.execute(_QUIET, actor.person_id, starts, ends)
    await _record(actor, "push.set_quiet_hours")


async def mute_notices(actor: Actor, *, kind: NoticeKind, muted: bool) -> None:
    """Choose whether one's devices wake for this kind of news. It stands in the app either way."""
    require(actor, Role.VOLUNTEER, Role.COORDINATOR)
    await db.execute(_MUTE, actor.person_id, kind.value, muted, USUAL.starts, USUAL.ends)
    await _record(actor, "push.mute")


async def _record(actor: Actor, verb: str, **subject: UUID) -> None:
    await history.record(
        actor,
        verb,
        subject={"person": actor.person_id, **subject},
        organisation_id=actor.organisation_id,
        facility_id=actor.facility_id,
    )
