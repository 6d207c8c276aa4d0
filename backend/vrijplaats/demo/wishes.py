"""Visit requests of the demo, those that were met and those that were not."""

from datetime import datetime, timedelta

from vrijplaats.demo import rows
from vrijplaats.demo.calendar import HISTORY_DAYS, days
from vrijplaats.demo.detainees import Inmate, a_detainee
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.world import Crew, Site, World

NOTES = (
    "Liever 's ochtends.",
    "Liever 's middags.",
    "Kan niet op woensdag.",
    "Kan niet op maandag.",
    "Begrijpt Nederlands, spreekt het een beetje.",
    "Graag iemand die rustig praat.",
    "Speelt graag schaak.",
    "Heeft al lang geen bezoek gehad.",
)
UNMET_AT_EACH_SITE = 84
WITHDRAWN = (("DETAINEE_WISH", 4.0), ("RELEASED", 5.0), ("TRANSFERRED", 3.0))
CLOSED = (("DUPLICATE", 1.0), ("RELEASED", 4.0), ("OTHER_ORGANISATION", 2.0))


def a_wish(
    world: World, dice: Dice, site: Site, inmate: Inmate, moment: datetime, *, crew: Crew | None, state: str = "OPEN"
) -> rows.VisitRequest:
    """A request for one-to-one visits, entered at that moment; `crew` None is open to every organisation there."""
    wants_woman = dice.chance(0.5 if site.row.women else 0.03)
    row = rows.VisitRequest(
        id=dice.key(moment),
        facility_id=site.row.id,
        organisation_id=crew.row.id if crew else None,
        detainee_id=inmate.row.id,
        pseudonym=inmate.row.pseudonym,
        activity_kind="ONE_TO_ONE",
        languages=inmate.languages,
        volunteer_gender="WOMAN" if wants_woman else None,
        note=dice.one(NOTES) if dice.chance(0.25) else None,
        consent_at=moment,
        waiting_since=moment,
        state=state,
        requested_by=dice.one(site.staff).id,
        created_at=moment,
    )
    return world.add(row)


def to_everyone(world: World, request: rows.VisitRequest) -> None:
    """Mark that the request went to every organisation active there."""
    world.add(rows.PoolEntry(request_id=request.id, facility_id=request.facility_id))


def claim(dice: Dice, request: rows.VisitRequest, crew: Crew, moment: datetime) -> None:
    """One of them took it on."""
    request.organisation_id = crew.row.id
    request.claimed_by, request.claimed_at = dice.one(crew.coordinators).id, moment


def unmet_wishes(world: World) -> None:
    """Two years of requests that were taken back or closed before anybody was found."""
    dice = world.dice("unmet")
    for site in world.sites.values():
        for _ in range(world.scaled(UNMET_AT_EACH_SITE)):
            _unmet(world, dice, site)


def _unmet(world: World, dice: Dice, site: Site) -> None:
    day = world.start + days(dice.whole(0, HISTORY_DAYS - 40))
    moment = dice.at_desk(day)
    ended = moment + timedelta(days=dice.whole(2, 38), seconds=dice.whole(0, 3600))
    crew = None if dice.chance(0.3) else dice.one(site.crews)
    request = a_wish(world, dice, site, a_detainee(world, dice, site, moment), moment, crew=crew)
    is_closed = crew is not None and dice.chance(0.4)
    request.state = "CLOSED" if is_closed else "WITHDRAWN"
    request.ended_at, request.end_reason = ended, dice.weighted(CLOSED if is_closed else WITHDRAWN)
    if crew is None:
        to_everyone(world, request)
