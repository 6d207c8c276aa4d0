"""Invitations leave by e-mail, what became of the letter is kept for the inviter, and old ones are forgotten."""

from datetime import timedelta

from babel.dates import format_datetime

from vrijplaats.accounts.invitations.actions import link
from vrijplaats.accounts.invitations.letters import invitation_letter
from vrijplaats.core import clock, db
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.jobs import Message, Periodic
from vrijplaats.core.mail import send

_READ = """
select i.email, i.display_name, i.locale, i.role, i.link_id, i.expires_at, p.display_name as inviter,
  coalesce(o.name, f.name, u.name) as tenant,
  exists (select from membership m where m.person_id = i.invited_by and m.role = 'OPERATOR') as by_operator
from invitation i
join person p on p.id = i.invited_by
left join organisation o on o.id = i.organisation_id
left join facility f on f.id = i.facility_id
left join funder u on u.id = i.funder_id
where i.id = $1::uuid and i.email is not null and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > $2
  and i.mail_state = 'WAITING'
"""
_STATE = "update invitation set mail_state = $2 where id = $1::uuid and mail_state = 'WAITING'"
# the list shows them for two weeks; history keeps that they were
_KEPT = timedelta(days=30)
_FORMAT = {"nl": "EEEE d MMMM HH.mm 'uur'", "en": "EEEE d MMMM HH:mm"}


async def send_invitation(message: Message) -> None:
    """Send the letter as the invitation is now; nothing when it is used, over, withdrawn or was sent by a later row."""
    if message.event != "mail.invitation":
        return
    row = await db.fetch_one(_READ, message.payload["invitation"], clock.now())
    if row is None:
        return
    until = format_datetime(row["expires_at"].astimezone(AMSTERDAM), _FORMAT[row["locale"]], locale=row["locale"])
    outcome = await send(invitation_letter(message.id, row, url=link(row["link_id"]), until=until))
    await db.execute(_STATE, message.payload["invitation"], outcome.value)


async def clean_up() -> None:
    """Delete those whose link ended a month ago, used or not."""
    await db.execute("delete from invitation where expires_at < $1", clock.now() - _KEPT)


DELIVERIES = (send_invitation,)
PERIODIC = (Periodic(name="accounts.clean_up_invitations", run=clean_up, minutes=frozenset({50}), hour=2),)
