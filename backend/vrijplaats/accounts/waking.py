"""For how long a device is woken: SQL that whoever asks about devices has in common.

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
