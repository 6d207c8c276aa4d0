"""What an organisation chose, and who changed what last."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vrijplaats.accounts.settings.rules import COLUMNS, Setting, Values, chosen
from vrijplaats.core import db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role

_ROW = "select {columns} from organisation_setting where organisation_id = $1"
_CHANGES = """
select distinct on (c.setting) c.setting, c.before, c.changed_at, p.display_name as changed_by
from setting_change c left join person p on p.id = c.changed_by
where c.organisation_id = $1 order by c.setting, c.changed_at desc, c.id desc
"""
# the policy for papers is many rows: that it was changed stands in the history
_PAPERS = """
select 'PAPERS' as setting, '{}'::jsonb as before, h.at as changed_at, p.display_name as changed_by
from history h left join person p on p.id = h.person_id
where h.organisation_id = $1 and h.verb in ('policy.need', 'policy.need_not', 'policy.set_paper', 'policy.set_validity')
order by h.id desc limit 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """The last change of a setting, and how it was before. Without a name: somebody who has left since."""

    setting: Setting
    before: Values
    changed_at: datetime
    changed_by: str | None


async def values_of(organisation_id: UUID | None, setting: Setting, usual: Values) -> dict[str, int]:
    """What holds in an organisation; for whoever belongs to it, and for the worker."""
    row = await db.fetch_one(_ROW.format(columns=", ".join(COLUMNS[setting])), organisation_id)
    return chosen(row, usual)


async def setting_changes(actor: Actor) -> list[ChangeView]:
    """Coordinator: of each setting of the own organisation that was ever changed, the last time."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    rows = await db.fetch(_CHANGES, organisation_id) + await db.fetch(_PAPERS, organisation_id)
    return [ChangeView(**{**row, "setting": Setting(row["setting"])}) for row in rows]
