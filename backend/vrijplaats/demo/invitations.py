"""Offers of the demo."""

import json
from datetime import datetime, timedelta

from vrijplaats.demo import rows
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.world import Crew, Member, Site, World
from vrijplaats.matching.facts import Fact, FactKind

DECLINED = ("NO_TIME", "NO_TIME", "TOO_FAR", "NOT_NOW", "OTHER")


def invite(
    world: World,
    dice: Dice,
    crew: Crew,
    site: Site,
    request: rows.VisitRequest,
    member: Member,
    made_at: datetime,
    expires_at: datetime,
) -> rows.Offer:
    """Put the request to this volunteer."""
    row = rows.Offer(
        id=dice.key(made_at),
        organisation_id=crew.row.id,
        facility_id=site.row.id,
        request_id=request.id,
        volunteer_id=member.row.id,
        state="LIVE",
        distance_kilometres=member.kilometres[site.row.code],
        reasons=_reasons(site, request, member),
        offered_by=dice.one(crew.coordinators).id,
        expires_at=expires_at,
        created_at=made_at,
    )
    return world.add(row)


def answer(dice: Dice, offer: rows.Offer, state: str, moment: datetime) -> None:
    """What became of it, and when."""
    offer.state = state
    offer.answered_at = offer.expires_at if state == "EXPIRED" else moment
    offer.decline_reason = dice.one(DECLINED) if state == "DECLINED" else None


def offers_of_a_met_wish(
    world: World, dice: Dice, crew: Crew, site: Site, request: rows.VisitRequest, member: Member, matched_at: datetime
) -> None:
    """The one who said yes, and sometimes others who could not or were a moment late."""
    made_at = max(request.created_at, matched_at - timedelta(hours=dice.whole(2, 70)))
    expires_at = matched_at + timedelta(hours=dice.whole(6, 72))
    answer(dice, invite(world, dice, crew, site, request, member, made_at, expires_at), "ACCEPTED", matched_at)
    if not dice.chance(0.5):
        return
    for other in dice.some(crew.members, dice.whole(1, 2)):
        if other is not member and other.joined <= made_at.date() and site in other.sites:
            offer = invite(world, dice, crew, site, request, other, made_at, expires_at)
            said_no = dice.chance(0.6)
            moment = made_at + (matched_at - made_at) * dice.random.random() if said_no else matched_at
            answer(dice, offer, "DECLINED" if said_no else "WITHDRAWN", moment)


def _reasons(site: Site, request: rows.VisitRequest, member: Member) -> str:
    spoken = [code for code in request.languages if code in member.row.languages]
    little = tuple(code for code in spoken if code in member.row.little_languages)
    weekdays = tuple(weekday for weekday in member.free if site.hours.get(weekday))
    facts = [
        Fact(FactKind.SPEAKS, tuple(code for code in spoken if code not in little)),
        Fact(FactKind.SPEAKS_A_LITTLE, little),
        Fact(FactKind.DISTANCE, (member.kilometres[site.row.code],)),
        Fact(FactKind.DAYS, weekdays),
        Fact(FactKind.LOAD, (member.row.carrying, member.row.capacity)),
    ]
    return json.dumps([fact.to_json() for fact in facts if fact.values])
