"""Requests of the demo that wait now: some have invitations out, for some nobody could, some are open to everyone."""

from datetime import datetime, timedelta

from vrijplaats.demo import rows
from vrijplaats.demo.calendar import days
from vrijplaats.demo.cast import GZN
from vrijplaats.demo.detainees import LONGEST_WAITING, a_detainee
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.invitations import answer, invite
from vrijplaats.demo.places import VEENHUIZEN
from vrijplaats.demo.wishes import a_wish, to_everyone
from vrijplaats.demo.world import Crew, Member, Site, World

AT_EACH_SITE = 9
FATES = (("ASKED", 35.0), ("NOBODY_COULD", 20.0), ("NEW", 45.0))
# volunteer-1 has the invitations that personas.py gives, volunteer-4 has none
LEFT_ALONE = {"volunteer-1", "volunteer-4"}
LONGEST_DAYS, LONGEST_ELSEWHERE = 18, 44
OTHER_TONGUES = (
    ("pap", "nl"),
    ("pap",),
    ("tr",),
    ("ar", "nl"),
    ("ary", "nl"),
    ("en", "fr"),
    ("es",),
    ("pl", "nl"),
    ("uk", "en"),
    ("ro", "en"),
    ("srn", "nl"),
    ("so", "en"),
)
_WAITING = ("OPEN", "OFFERED")
# whatever the day draws: where GZN works somebody is left whom nobody could visit, and at every other prison somebody
# has been asked for, or nobody yet
OF_GZN = ({1: "NOBODY_COULD", 2: "NOBODY_COULD", 3: "ASKED"}, {1: "NOBODY_COULD", 2: "NOBODY_COULD", 3: "NEW"})


def waiting_wishes(world: World) -> None:
    """About nine at every prison."""
    dice = world.dice("waiting")
    gzn = world.crews[GZN]
    _first_of_all(world, dice, gzn)
    for place, site in enumerate(world.sites.values()):
        there = sum(row.facility_id == site.row.id for row in world.rows[rows.VisitRequest] if row.state in _WAITING)
        for number, crew in enumerate(_handlers(dice, site, gzn, AT_EACH_SITE - there)):
            _waiting(world, dice, site, crew, fate=OF_GZN[place % 2].get(number) if crew is gzn else None)


def _first_of_all(world: World, dice: Dice, gzn: Crew) -> None:
    """Who waits longest of all whom Anja Mulder sees, and asks for somebody with whom to speak Papiamentu."""
    site = world.sites[VEENHUIZEN]
    moment = dice.at_desk(world.today - days(LONGEST_DAYS + 1))
    inmate = a_detainee(world, dice, site, moment, pseudonym=LONGEST_WAITING, languages=("pap", "nl"))
    a_wish(world, dice, site, inmate, moment, crew=gzn).volunteer_gender = None


def _handlers(dice: Dice, site: Site, gzn: Crew, number: int) -> list[Crew | None]:
    """Who handles each: one or two are everyone's, some are GZN's where it is active, the others share the rest."""
    found: list[Crew | None] = [None] * dice.whole(1, 2)
    if gzn in site.crews:
        found += [gzn] * (dice.whole(2, 3))
    others = [crew for crew in site.crews if crew is not gzn]
    found += [dice.one(others) for _ in range(number - len(found))]
    return found[:number]


def _waiting(world: World, dice: Dice, site: Site, crew: Crew | None, *, fate: str | None = None) -> None:
    seen_by_gzn = crew is None or crew.row.name == GZN
    longest = LONGEST_DAYS if seen_by_gzn else LONGEST_ELSEWHERE
    moment = dice.at_desk(world.today - days(dice.whole(1, longest)))
    languages = dice.one(OTHER_TONGUES) if dice.chance(0.3) else ()
    inmate = a_detainee(world, dice, site, moment, languages=languages)
    request = a_wish(world, dice, site, inmate, moment, crew=crew)
    if crew is None:
        to_everyone(world, request)
        return
    fate = fate or dice.weighted(FATES)
    suited = _suited(crew, site, request)
    if fate == "ASKED" and suited:
        ask(world, dice, crew, site, request, dice.some(suited, dice.whole(1, 3)), dice.whole(16, 70))
    elif fate == "NOBODY_COULD" and suited:
        _nobody_could(world, dice, crew, site, request, dice.some(suited, dice.whole(1, 3)))


def ask(
    world: World, dice: Dice, crew: Crew, site: Site, request: rows.VisitRequest, members: list[Member], hours: int
) -> None:
    """Invitations that are open now and end in about so many hours, at the whole hour."""
    request.state = "OFFERED"
    expires_at = whole_hour(world.now) + timedelta(hours=hours)
    made_at = max(request.created_at, world.now - timedelta(hours=dice.whole(2, 40)))
    for member in members:
        invite(world, dice, crew, site, request, member, made_at, expires_at)


def whole_hour(moment: datetime) -> datetime:
    """The hour it is."""
    return moment.replace(minute=0, second=0, microsecond=0)


def _nobody_could(
    world: World, dice: Dice, crew: Crew, site: Site, request: rows.VisitRequest, members: list[Member]
) -> None:
    made_at = request.created_at + timedelta(hours=1)
    ended = min(made_at + timedelta(hours=46), world.now - timedelta(hours=1))
    for member in members:
        offer = invite(world, dice, crew, site, request, member, made_at, ended)
        moment = made_at + (ended - made_at) * dice.random.random()
        answer(dice, offer, dice.weighted((("DECLINED", 60.0), ("EXPIRED", 40.0))), moment)


def _suited(crew: Crew, site: Site, request: rows.VisitRequest) -> list[Member]:
    return [member for member in crew.admitted_to(site) if _suits(member, request)]


def _suits(member: Member, request: rows.VisitRequest) -> bool:
    return (
        member.has_room
        and member.part not in LEFT_ALONE
        and bool(set(member.row.languages) & set(request.languages))
        and request.volunteer_gender in (None, member.row.gender)
    )
