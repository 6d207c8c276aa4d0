"""An organisation's weights, and what the ranking knows of its people beside the register; one statement."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from vrijplaats.core import db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.matching.weights.rules import NAMES, USUAL, Level, Weights

# whoever has visited somebody there for so long can take a newcomer along
EXPERIENCED_AFTER = timedelta(days=180)
_ONE = "select * from matching_weight where organisation_id = $1"
_USE = """
select w.*,
  array(select v.id from volunteer v where v.organisation_id = $1 and v.status = 'READY' and not exists (
    select from match m where m.organisation_id = $1 and m.volunteer_id = v.id)) as newcomers,
  (select json_object_agg(g.facility_id, g.display_name) from (
    select distinct on (m.facility_id) m.facility_id, p.display_name from match m
    join volunteer v on v.id = m.volunteer_id and v.organisation_id = m.organisation_id
    join person p on p.id = v.person_id
    where m.organisation_id = $1 and m.state <> 'ENDED' and m.started_on <= $2 and v.status = 'ACTIVE'
    order by m.facility_id, m.started_on, m.volunteer_id) g) as guides,
  (select json_object_agg(s.code, s.people) from (
    select code, count(*) as people from volunteer v, unnest(v.languages) code
    where v.organisation_id = $1 and v.status <> 'LEFT' group by code) s) as speakers
from (select 1) one left join matching_weight w on w.organisation_id = $1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """Weights with what they need to know: who never had a match, the name of who could take such a one along at a
    prison, and how many speak each language."""

    weights: Weights = USUAL
    newcomers: frozenset[UUID] = frozenset()
    guides: dict[UUID, str] = field(default_factory=dict)
    speakers: dict[str, int] = field(default_factory=dict)


async def matching_weights(actor: Actor) -> Weights:
    """Coordinator: what counts in the own organisation."""
    row = await db.fetch_one(_ONE, own_organisation(actor, Role.COORDINATOR))
    return _weights(row) if row else USUAL


async def weighing_of(organisation_id: UUID | None, today: date) -> Weighing:
    """For the ranking."""
    row = await db.fetch_one(_USE, organisation_id, today - EXPERIENCED_AFTER)
    assert row is not None
    return Weighing(
        weights=USUAL if row["organisation_id"] is None else _weights(row),
        newcomers=frozenset(row["newcomers"]),
        guides={UUID(place): name for place, name in (row["guides"] or {}).items()},
        speakers=row["speakers"] or {},
    )


def _weights(row: dict[str, Any]) -> Weights:
    return Weights(**{name: Level(row[name]) for name in NAMES})
