"""The prisons of the demo: rooms, visiting hours, days on which they are closed."""

from datetime import date, time

from vrijplaats.core.sealing import new_key
from vrijplaats.demo import rows
from vrijplaats.demo.calendar import days, holidays_between, instant
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.texts import table
from vrijplaats.demo.world import Site, World
from vrijplaats.requests.identity import wrapped_facility_key

OPENED = date(2020, 1, 1)
VEENHUIZEN, DORDRECHT = "veenhuizen-esserheem", "dordrecht"
# the two of the personas: open every day of the week, with room for many
GENEROUS = {VEENHUIZEN: 16, DORDRECHT: 12}
WITH_EVENINGS = {"arnhem", "zwolle", "zaanstad", "rotterdam-schie", VEENHUIZEN, DORDRECHT}
WITH_WEEKENDS = {"vught", "leeuwarden", "nieuwegein", "alphen", VEENHUIZEN, DORDRECHT}
WEEKDAYS, WEEK = range(1, 6), range(1, 8)
MORNING = ((time(9, 30), time(10, 30)), (time(10, 45), time(11, 45)))
AFTERNOON = ((time(13, 15), time(14, 15)), (time(14, 30), time(15, 30)))
LATE = ((time(15, 45), time(16, 45)),)
EVENING = ((time(18, 30), time(19, 30)),)
Hours = tuple[tuple[time, time], ...]


def open_sites(world: World) -> None:
    """All prisons."""
    dice = world.dice("places")
    for entry in table("facilities"):
        site = _site(world, dice, entry)
        world.sites[site.row.code] = site
        _rooms(world, dice, site)
        _hours(world, dice, site)
        _closed_days(world, dice, site)


def _site(world: World, dice: Dice, entry: dict[str, str]) -> Site:
    row = rows.Facility(
        id=dice.key(instant(OPENED, time(9))),
        code=entry["code"],
        name=entry["name"],
        city=entry["city"],
        latitude=float(entry["latitude"]),
        longitude=float(entry["longitude"]),
        women=entry["women"] == "true",
    )
    # access is unequal between prisons (DOMAIN, [RSJ §1.1.3]), and so is what they count a visit as
    official = 0.2 + 0.6 * dice.random.random()
    regimes = (("OFFICIAL", official), ("REGULAR_HOUR", 0.9 - official), ("OTHER", 0.1))
    site = Site(row=world.add(row), waiting_days=10 + 24 * dice.random.random(), regimes=regimes, key=new_key())
    world.add(rows.FacilityKey(facility_id=row.id, wrapped=wrapped_facility_key(row.id, site.key)))
    return site


def _rooms(world: World, dice: Dice, site: Site) -> None:
    count = 5 if site.row.code in GENEROUS else dice.whole(2, 4)
    for number in range(1, count + 1):
        site.private_rooms.append(_room(world, dice, site, f"Spreekkamer {number}", "PRIVATE_ROOM"))
    site.halls.append(_room(world, dice, site, "Bezoekzaal", "SUPERVISED_HALL"))


def _room(world: World, dice: Dice, site: Site, name: str, setting: str) -> rows.Room:
    key = dice.key(instant(OPENED, time(9)))
    return world.add(rows.Room(id=key, facility_id=site.row.id, name=name, setting=setting))


def _hours(world: World, dice: Dice, site: Site) -> None:
    generous = site.row.code in GENEROUS
    mornings = set(WEEKDAYS) if generous else set(dice.some(list(WEEKDAYS), 2))
    evenings = set(dice.some(list(WEEKDAYS), 2)) if site.row.code in WITH_EVENINGS else set()
    capacity = GENEROUS.get(site.row.code) or dice.whole(5, 8)
    for weekday in WEEK if site.row.code in WITH_WEEKENDS else WEEKDAYS:
        for starts, ends in _day(weekday, weekday in mornings, weekday in evenings, generous):
            slot = rows.VisitingSlot(
                id=dice.key(instant(OPENED, time(9))),
                facility_id=site.row.id,
                weekday=weekday,
                starts=starts,
                ends=ends,
                capacity=capacity,
                active_from=OPENED,
            )
            site.hours[weekday].append(world.add(slot))


def _day(weekday: int, morning: bool, evening: bool, generous: bool) -> Hours:
    if weekday > 5:
        return MORNING[1:] + AFTERNOON
    return (MORNING if morning else ()) + AFTERNOON + (LATE if generous else ()) + (EVENING if evening else ())


def _closed_days(world: World, dice: Dice, site: Site) -> None:
    """Holidays, but for the days on which the personas have to be somewhere."""
    first, last = world.start, world.today + days(400)
    kept_open = {world.today + days(offset) for offset in (-1, 0, 1)} if site.row.code in GENEROUS else set()
    for day in holidays_between(first, last):
        if day not in kept_open:
            site.blocked.add(day)
            world.add(rows.BlockedDay(id=dice.key(instant(OPENED, time(9))), facility_id=site.row.id, day=day))
    for _ in range(dice.whole(1, 4)):
        day = first + days(dice.whole(10, 700))
        if day not in site.blocked and day.isoweekday() < 6:
            site.blocked.add(day)
            cause = dice.one(("STAFFING", "STAFFING", "OTHER"))
            world.add(
                rows.BlockedDay(id=dice.key(instant(OPENED, time(9))), facility_id=site.row.id, day=day, cause=cause)
            )
