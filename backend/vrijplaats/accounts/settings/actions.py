"""Keeping a choice of an organisation: the row, how it was before, and the history. Whether values are within bounds
is asked before, by whoever knows what they mean."""

from uuid import UUID

from vrijplaats.accounts.settings.rules import COLUMNS, Setting, Values, chosen
from vrijplaats.core import clock, db, history
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role

_HAVE = "insert into organisation_setting (organisation_id) values ($1) on conflict do nothing"
# of two at once the second sees what the first made of it, so that each change says what was there before it
_LOCK = "select {columns} from organisation_setting where organisation_id = $1 for update"
_SET = "update organisation_setting set {sets} where organisation_id = $1"
_NOTE = """
insert into setting_change (organisation_id, setting, before, after, changed_by, changed_at)
values ($1, $2, $3, $4, $5, $6)
"""


async def choose(actor: Actor, setting: Setting, values: Values, *, usual: Values) -> None:
    """From now on this holds in the own organisation. What holds already is no change."""
    organisation_id, columns = own_organisation(actor, Role.COORDINATOR), COLUMNS[setting]
    await db.execute(_HAVE, organisation_id)
    row = await db.fetch_one(_LOCK.format(columns=", ".join(columns)), organisation_id)
    before = chosen(row, usual)
    if before == values:
        return
    sets = ", ".join(f"{name} = ${place + 2}" for place, name in enumerate(columns))
    await db.execute(_SET.format(sets=sets), organisation_id, *(values[name] for name in columns))
    await note(actor, setting, before, values)
    await record(actor, "settings.change", organisation_id, setting=setting.value)


async def note(actor: Actor, setting: Setting, before: Values, after: Values) -> None:
    """Remember how it was, so that it can be put back."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    await db.execute(_NOTE, organisation_id, setting.value, dict(before), dict(after), actor.person_id, clock.now())


async def record(actor: Actor, verb: str, organisation_id: UUID, **subject: str) -> None:
    """The history row of a change to what an organisation chose."""
    about: dict[str, UUID | str] = {"organisation": organisation_id, **subject}
    await history.record(actor, verb, subject=about, organisation_id=organisation_id)
