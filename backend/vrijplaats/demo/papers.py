"""Conduct certificates, training and admissions of the demo's volunteers."""

from dataclasses import dataclass
from datetime import date, time

from vrijplaats.demo import rows
from vrijplaats.demo.calendar import days, instant
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.world import Crew, Member, Site, World

VALID_DAYS = {"VOG": 1461, "TRAINING_BASIS": 1096, "TRAINING_CHILD_SAFETY": 1096}
CHILD_KINDS = frozenset({"CHILD_EVENT", "CAMP", "CHILD_ESCORT", "FAMILY"})
FRESH_DAYS = (30, 300)


@dataclass(frozen=True, slots=True)
class Term:
    """The days on which a paper is valid."""

    first: date
    last: date


def issue_papers(world: World, dice: Dice, crew: Crew, member: Member, *, fresh: bool, lapsed: bool) -> None:
    """Every paper asked for, renewed in time; a fresh one holds for over a year, a lapsed one is over."""
    kinds = ["VOG", "TRAINING_BASIS"] + ["TRAINING_CHILD_SAFETY"] * bool(CHILD_KINDS & set(member.row.kinds))
    over = dice.one(kinds[:2]) if lapsed else None
    last_day = min(world.today, member.until or world.today)
    for kind in kinds:
        terms = _terms(dice, member.joined - days(dice.whole(5, 40)), last_day, VALID_DAYS[kind], fresh)
        if kind == over:
            ended = world.today - days(dice.whole(3, 60))
            terms[-1] = Term(min(terms[-1].first, ended - days(400)), ended)
        member.enters_until = min(member.enters_until, terms[-1].last)
        for term in terms:
            _issue(world, dice, crew, member, kind, term)


def _terms(dice: Dice, first: date, last_day: date, length: int, fresh: bool) -> list[Term]:
    terms = [Term(first, first + days(length))]
    while terms[-1].last < last_day:
        renewed = terms[-1].last - days(dice.whole(5, 30))
        terms.append(Term(renewed, renewed + days(length)))
    if fresh and terms[-1].last < last_day + days(500):
        renewed = max(last_day - days(dice.whole(*FRESH_DAYS)), terms[-1].first + days(30))
        terms.append(Term(renewed, renewed + days(length)))
    return terms


def _issue(world: World, dice: Dice, crew: Crew, member: Member, kind: str, term: Term) -> None:
    seen_on = min(term.first + days(dice.whole(0, 9)), world.today)
    world.add(
        rows.Credential(
            id=dice.key(instant(seen_on, time(11))),
            organisation_id=crew.row.id,
            volunteer_id=member.row.id,
            kind=kind,
            issuer="Justis" if kind == "VOG" else crew.row.name,
            valid_from=term.first,
            valid_until=term.last,
            seen_by=crew.coordinators[0].id,
            seen_on=seen_on,
        )
    )


def admit(world: World, dice: Dice, crew: Crew, member: Member, site: Site, *, fresh: bool) -> None:
    """A prison's permission, without an end or until a day that still comes."""
    first = min(member.joined + days(dice.whole(2, 25)), world.today)
    ends = not fresh and dice.chance(0.55)
    last = max(world.today, first) + days(dice.whole(10, 900)) if ends else None
    if member.until:
        _admission(world, dice, crew, member, site, "ENDED", first, max(first, member.until))
    else:
        _admission(world, dice, crew, member, site, "GRANTED", first, last)
    member.sites.append(site)
    member.enters_until = min(member.enters_until, last or member.enters_until)


def ask_admission(world: World, dice: Dice, crew: Crew, member: Member, site: Site) -> None:
    """Asked for and not answered yet."""
    _admission(world, dice, crew, member, site, "REQUESTED", None, None)


def _admission(
    world: World, dice: Dice, crew: Crew, member: Member, site: Site, state: str, first: date | None, last: date | None
) -> None:
    world.add(
        rows.Admission(
            id=dice.key(instant(first or world.today - days(5), time(12))),
            organisation_id=crew.row.id,
            facility_id=site.row.id,
            volunteer_id=member.row.id,
            state=state,
            valid_from=first,
            valid_until=last,
        )
    )
