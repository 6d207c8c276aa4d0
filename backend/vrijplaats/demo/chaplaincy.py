"""Chaplaincy in the demo: who helps with which, and a few who ask for it. Thrown with dice of its own."""

from vrijplaats.demo import rows
from vrijplaats.demo.places import DORDRECHT, VEENHUIZEN
from vrijplaats.demo.world import World
from vrijplaats.volunteers.rules import ActivityKind, Denomination

CHAPLAINCY = ActivityKind.CHAPLAINCY.value
# where one looks around as somebody, what waits is as the story has it
_AS_TOLD = (VEENHUIZEN, DORDRECHT)
_OFTEN = (
    (Denomination.CATHOLIC, 30.0),
    (Denomination.PROTESTANT, 30.0),
    (Denomination.MUSLIM, 20.0),
    (Denomination.HUMANIST, 12.0),
    (Denomination.HINDU, 3.0),
    (Denomination.JEWISH, 3.0),
    (Denomination.BUDDHIST, 2.0),
)


def chaplaincy(world: World) -> None:
    """Two in three who help with chaplaincy said with which, and at most prisons one of the requests for everyone is
    for it, half of these for a denomination."""
    dice = world.dice("chaplaincy")
    for row in world.rows[rows.Volunteer]:
        if CHAPLAINCY in row.kinds and row.status != "LEFT" and dice.chance(0.67):
            row.activity_denominations = [dice.weighted(_OFTEN).value]
    told = {world.sites[name].row.id for name in _AS_TOLD}
    seen: set[object] = set()
    for request in world.rows[rows.VisitRequest]:
        where = request.facility_id
        if request.state != "OPEN" or request.organisation_id or where in told or where in seen:
            continue
        seen.add(where)
        if dice.chance(0.7):
            request.activity_kind = CHAPLAINCY
            request.activity_denomination = dice.weighted(_OFTEN).value if dice.chance(0.5) else None
