"""Who fits which request. Three statements for any number of requests; deciding and ranking is in rules and ranking."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor, Role
from vrijplaats.matching.facts import Fact
from vrijplaats.matching.models import MatchEndReason
from vrijplaats.matching.queries.views import NotEligibleView, RequestCandidates, SuggestionView, VolunteerView
from vrijplaats.matching.ranking import NO_PAST, Past, Ranking, Register, Suggestion, rank
from vrijplaats.matching.rules import Place, Wish, obstacle
from vrijplaats.matching.weights.queries import weighing_of
from vrijplaats.matching.weights.rules import Weights
from vrijplaats.volunteers.queries import register, register_of
from vrijplaats.volunteers.rules import Hours, Volunteer, VolunteerStatus

# Everything is gathered once for all of them and joined; the hours come once for each prison.
_WISHES = """
with wanted as materialized (
  select r.id, r.facility_id, r.detainee_id, r.activity_kind, r.languages, r.volunteer_gender,
    r.activity_denomination,
    row_number() over (partition by r.facility_id) = 1 as first_there
  from visit_request r where r.id = any ($1)
), open_there as (
  select s.facility_id, json_agg(json_build_array(s.weekday, s.starts, s.ends)) as hours from visiting_slot s
  where s.facility_id in (select facility_id from wanted)
    and s.active_from <= $3 and (s.active_until is null or s.active_until >= $3)
  group by s.facility_id
), invited as (
  select o.request_id, array_agg(o.volunteer_id) as ever_asked,
    array_agg(o.volunteer_id) filter (where o.state = 'LIVE' and o.expires_at > $4) as asked,
    array_agg(o.volunteer_id) filter (where o.state = 'DECLINED') as said_not_now
  from offer o where o.organisation_id = $2 and o.request_id in (select id from wanted) group by o.request_id
), met as (
  select m.detainee_id, array_agg(m.volunteer_id) as known,
    array_agg(m.volunteer_id) filter (where m.end_reason = any ($5)) as parted
  from match m where m.organisation_id = $2 and m.detainee_id in (select detainee_id from wanted)
  group by m.detainee_id
)
select w.*, f.name as facility_name, f.latitude, f.longitude,
  case when w.first_there then open_there.hours end as hours,
  invited.ever_asked, invited.asked, invited.said_not_now, met.known, met.parted
from wanted w
join facility f on f.id = w.facility_id
left join open_there on open_there.facility_id = w.facility_id
left join invited on invited.request_id = w.id
left join met on met.detainee_id = w.detainee_id
"""


# a match that ended for one of these does not make two people a good choice for each other again
_PARTED = (MatchEndReason.DETAINEE_WISH, MatchEndReason.VOLUNTEER_WISH, MatchEndReason.NO_CLICK)


_PAST = ("known", "parted", "said_not_now")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedWish:
    """A wish with who has an open invitation for it, whoever had one, and what its person and the volunteers have in
    common."""

    wish: Wish
    asked: frozenset[UUID]
    ever_asked: frozenset[UUID]
    past: Past


async def suggestions(actor: Actor, request_ids: Iterable[UUID]) -> dict[UUID, RequestCandidates]:
    """For each request this coordinator sees: who can be asked, best first, and who cannot."""
    wishes = await wishes_of(actor, request_ids) if actor.role is Role.COORDINATOR else []
    if not wishes:
        return {}
    known = [each for each in await register(actor) if each.status is not VolunteerStatus.LEFT]
    shared = await register_today(actor.organisation_id, known)
    shown = {each.id: volunteer_view(each) for each in known}
    return {asked.wish.request_id: _candidates(asked, shared, shown) for asked in wishes}


async def eligibility_now(
    actor: Actor, wish: Wish, volunteer_ids: Sequence[UUID]
) -> list[tuple[Volunteer, Fact | None]]:
    """These volunteers with what stands in their way today, in the order asked for; who is not in this register is
    missing."""
    found = {each.id: each for each in await register(actor, volunteer_ids)}
    known = [found[volunteer_id] for volunteer_id in volunteer_ids if volunteer_id in found]
    return [(each, obstacle(each, wish, clock.today())) for each in known]


async def wishes_of(actor: Actor, request_ids: Iterable[UUID]) -> list[AskedWish]:
    """The requests this actor sees, as the ranking needs them."""
    return await _wishes(actor.organisation_id, request_ids)


async def ranking_of(organisation_id: UUID, request_id: UUID) -> tuple[AskedWish, Ranking]:
    """A request that exists, and how the organisation's volunteers stand for it at this moment: for the program itself,
    in the order in which its coordinators see them."""
    asked = (await _wishes(organisation_id, [request_id]))[0]
    shared = await register_today(organisation_id, await register_of(organisation_id))
    return asked, rank(asked.wish, shared, past=asked.past)


async def register_today(
    organisation_id: UUID | None,
    volunteers: Sequence[Volunteer],
    weights: Weights | None = None,
    *,
    in_order: bool = False,
) -> Register:
    """These volunteers, to be ranked by what counts in their organisation, or by `weights` to see what would change."""
    today = clock.today()
    weighing = await weighing_of(organisation_id, today)
    return Register(
        volunteers,
        today,
        weights=weights or weighing.weights,
        newcomers=weighing.newcomers,
        guides=weighing.guides,
        speakers=weighing.speakers,
        in_order=in_order,
    )


async def _wishes(organisation_id: UUID | None, request_ids: Iterable[UUID]) -> list[AskedWish]:
    parted = [reason.value for reason in _PARTED]
    rows = await db.fetch_records(_WISHES, list(set(request_ids)), organisation_id, clock.today(), clock.now(), parted)
    places = {row["facility_id"]: _place(row) for row in rows if row["first_there"]}
    return [_wish(row, places[row["facility_id"]]) for row in rows]


def _candidates(asked: AskedWish, shared: Register, shown: Mapping[UUID, VolunteerView]) -> RequestCandidates:
    ranking = rank(asked.wish, shared, past=asked.past)
    return RequestCandidates(
        eligible=[suggestion_view(each, shown[each.volunteer.id], asked.asked) for each in ranking.eligible],
        not_eligible=[
            NotEligibleView(volunteer=shown[each.volunteer.id], obstacle=each.obstacle) for each in ranking.not_eligible
        ],
    )


def suggestion_view(
    suggestion: Suggestion, volunteer: VolunteerView, asked: frozenset[UUID] = frozenset()
) -> SuggestionView:
    """A suggestion as a coordinator sees it."""
    return SuggestionView(
        volunteer=volunteer,
        score=suggestion.score,
        fit=suggestion.fit,
        reasons=suggestion.reasons,
        cares=suggestion.cares,
        already_offered=volunteer.id in asked,
    )


def volunteer_view(volunteer: Volunteer) -> VolunteerView:
    """A volunteer by name."""
    return VolunteerView(id=volunteer.id, display_name=volunteer.display_name, place=volunteer.place)


def _wish(row: Mapping[str, Any], place: Place) -> AskedWish:
    wish = Wish(
        request_id=row["id"],
        place=place,
        activity_kind=row["activity_kind"],
        languages=tuple(row["languages"]),
        volunteer_gender=row["volunteer_gender"],
        activity_denomination=row["activity_denomination"],
    )
    nothing = row["said_not_now"] is None and row["known"] is None
    past = NO_PAST if nothing else Past(**{name: frozenset(row[name] or ()) for name in _PAST})
    asked, ever_asked = frozenset(row["asked"] or ()), frozenset(row["ever_asked"] or ())
    return AskedWish(wish=wish, asked=asked, ever_asked=ever_asked, past=past)


def _place(row: Mapping[str, Any]) -> Place:
    return Place(
        id=row["facility_id"],
        name=row["facility_name"],
        coordinates=(row["latitude"], row["longitude"]),
        hours=hours_of(row["hours"]),
    )


def hours_of(rows: Iterable[tuple[int, str, str]] | None) -> tuple[Hours, ...]:
    """Hours as JSON brings them: weekday, begin, end."""
    return tuple(Hours(day, time.fromisoformat(starts), time.fromisoformat(ends)) for day, starts, ends in rows or ())
