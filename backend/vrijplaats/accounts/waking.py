"""For how long a device is woken, and a session kept: SQL that whoever asks about them has in common.

It stands beside a session `x` and its membership `m`; {now} is the moment.
"""

from vrijplaats.accounts.rules import POLICIES

_AFTER = " ".join(
    f"when '{role}' then interval '{each.woken.days} days'" for role, each in POLICIES.items() if each.woken
)
# as long as the session lasts and a while longer, but never for whom a provider no longer speaks
WAKES = f"""
(greatest(x.expires_at, x.last_seen_at + case m.role {_AFTER} else interval '0' end) > {{now}}
  and (x.sso_provider_id is null or exists (
    select from sso_provider w where w.id = x.sso_provider_id and w.ended_at is null)))
"""
# one that ran out stays where a device is to be woken, also when its push service forgot it: who signs in again there
# has it as it was. What stays is shown to whose it is, and what is not shown does not stay
KEPT = f"""
({WAKES} and (x.expires_at > {{now}} or exists (select from push_subscription p where p.session_id = x.id)))
"""
