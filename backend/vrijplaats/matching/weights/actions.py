"""A coordinator decides what counts in the own organisation."""

from vrijplaats.accounts.settings.actions import note
from vrijplaats.accounts.settings.rules import Setting
from vrijplaats.core import clock, db, history
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.matching.weights.queries import matching_weights
from vrijplaats.matching.weights.rules import NAMES, Weights, check_weights

_SET = f"""
insert into matching_weight (organisation_id, {", ".join(NAMES)}, changed_by, changed_at)
values ($1, {", ".join(f"${place + 4}" for place in range(len(NAMES)))}, $2, $3)
on conflict (organisation_id) do update set {", ".join(f"{name} = excluded.{name}" for name in NAMES)},
  changed_by = excluded.changed_by, changed_at = excluded.changed_at
"""

# of two at once the second sees what the first made of it, also when nothing was chosen before
_ALONE = "select pg_advisory_xact_lock(hashtextextended('weights ' || $1::text, 0))"


async def set_matching_weights(actor: Actor, weights: Weights) -> Weights:
    """From now on the order in the inbox, rounds that run and Verdeel go by these."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    check_weights(weights)
    await db.fetch_value(_ALONE, str(organisation_id))
    before, after = _levels(await matching_weights(actor)), _levels(weights)
    levels = list(after.values())
    await db.execute(_SET, organisation_id, actor.person_id, clock.now(), *levels)
    if before != after:
        await note(actor, Setting.WEIGHTS, before, after)
    await history.record(
        actor, "weights.set", subject={"organisation": organisation_id}, organisation_id=organisation_id
    )
    return weights


def _levels(weights: Weights) -> dict[str, int]:
    return {name: int(getattr(weights, name)) for name in NAMES}
