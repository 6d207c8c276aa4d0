"""Matches as people see them, and the first names that go with them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from vrijplaats.accounts.queries import FacilityView, OrganisationView
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor, Role
from vrijplaats.matching.models import MatchEndReason, MatchState, WishAfterEnd
from vrijplaats.matching.queries.views import MatchView, VolunteerView
from vrijplaats.requests.identity import Purpose, read_identity

MOST_PAUSED = 200
# a wish waits where the organisation comes, and for somebody of whom no release was reported
WISH_AFTER_END = """case
  when m.state = 'ENDED' or m.outside_until is not null or exists (select from match_review x
    join departure d on d.id = x.departure_id where x.match_id = m.id and d.kind = 'RELEASE') then 'CLOSES'
  when r.state in ('OPEN', 'OFFERED') then 'WAITS'
  when r.state = 'MATCHED' and exists (select from organisation_facility o
    where o.organisation_id = m.organisation_id and o.facility_id = m.facility_id
      and o.active_from <= (now() at time zone 'Europe/Amsterdam')::date
      and coalesce(o.active_until, 'infinity') >= (now() at time zone 'Europe/Amsterdam')::date) then 'MAY_WAIT'
  else 'CLOSES' end"""
_MATCHES = f"""
select m.id, m.request_id, m.detainee_id, m.state, m.activity_kind, m.started_on, m.ended_on, m.end_reason, m.pseudonym,
  m.outside_until, {WISH_AFTER_END} as wish_after_end,
  f.id as facility_id, f.code, f.name as facility_name, f.city,
  v.id as volunteer_id, v.place, p.display_name, g.id as organisation_id, g.name as organisation_name,
  c.display_name as coordinator_name
from match m
join facility f on f.id = m.facility_id
join organisation g on g.id = m.organisation_id
join volunteer v on v.id = m.volunteer_id
join person p on p.id = v.person_id
left join visit_request r on r.id = m.request_id
left join person c on c.id = r.claimed_by
where m.organisation_id = $1
"""
_MINE = f"{_MATCHES} and m.volunteer_id = $2 order by m.state = 'ENDED', m.id desc"
_THESE = f"{_MATCHES} and m.id = any ($2) and ($3::uuid is null or m.volunteer_id = $3)"
# small letters without their accents: nobody types them in a search
_PLAIN = r"regexp_replace(normalize(lower({}), nfd), '[\u0300-\u036f]', '', 'g')"
_TEXT = "concat_ws(' ', m.pseudonym, p.display_name, f.name, f.city)"
_SOUGHT = f"""and not exists (select from unnest($2::text[]) word
  where strpos({_PLAIN.format(_TEXT)}, {_PLAIN.format("word")}) = 0)
"""
_PAGE = f"{_MATCHES}{_SOUGHT}and ($3::uuid is null or m.id < $3) order by m.id desc limit $4"
_PAUSED = f"""{_MATCHES}
and m.state <> 'ENDED' and exists (select from volunteer_pause z
  where z.organisation_id = m.organisation_id and z.volunteer_id = m.volunteer_id and z.over_on is null
    and z.starts_on <= $2 and (z.ends_on is null or z.ends_on >= $2))
order by p.display_name, m.id limit {MOST_PAUSED}
"""
MOST_LOOKED_AT = 1000
# a match that is handed over after a release stands there until the two went together
_LOOKED_AT = """(m.state = 'REVIEW' or m.state = 'ACTIVE' and m.outside_until is not null and exists (
  select from match_review x where x.match_id = m.id and x.choice = 'HAND_OVER'))"""
# for which nothing was chosen yet first, the soonest day first; a volunteer who stops has no day and does not wait
_LAST_REVIEW = "match_review x join departure d on d.id = x.departure_id where x.match_id = m.id"
_IN_REVIEW = f"""{_MATCHES} and {_LOOKED_AT}
order by coalesce((select x.choice is not null from {_LAST_REVIEW} order by x.created_at desc limit 1), false),
  (select d.on_day from {_LAST_REVIEW} order by x.created_at desc limit 1) nulls first, m.id limit $2"""
# the others that go on outside; the one that ends first on top
_GOES_ON = """m.state = 'ACTIVE' and m.outside_until is not null and not exists (
  select from match_review x where x.match_id = m.id and x.choice = 'HAND_OVER')"""
_OUTSIDE = f"{_MATCHES} and {_GOES_ON} order by m.outside_until, m.id limit $2"
_COUNTS = f"""
select count(*) filter (where m.state <> 'ENDED') as running, count(*) filter (where {_LOOKED_AT}) as in_review,
  count(*) filter (where {_GOES_ON}) as outside from match m where m.organisation_id = $1
"""
_COUNT = f"""
select count(*) from match m join facility f on f.id = m.facility_id join volunteer v on v.id = m.volunteer_id
join person p on p.id = v.person_id where m.organisation_id = $1
{_SOUGHT}"""
# a whole e-mail pasted into the field is no search
_MOST_WORDS = 8


async def my_matches(actor: Actor) -> list[MatchView]:
    """The volunteer's matches: running ones first, the newest on top."""
    assert actor.volunteer_id is not None  # of a volunteer only
    return await matches_of(actor, actor.volunteer_id)


async def matches_of(actor: Actor, volunteer_id: UUID) -> list[MatchView]:
    """The same of one of the organisation's volunteers."""
    return _views(await db.fetch(_MINE, actor.organisation_id, volunteer_id))


async def paused_matches(actor: Actor) -> list[MatchView]:
    """The organisation's matches of volunteers who have a pause today, by volunteer."""
    return _views(await db.fetch(_PAUSED, actor.organisation_id, clock.today()))


async def matches_in_review(actor: Actor, first: int = MOST_LOOKED_AT) -> list[MatchView]:
    """The organisation's matches for which somebody has to choose how to go on, the most urgent first."""
    return _views(await db.fetch(_IN_REVIEW, actor.organisation_id, _most(first)))


async def match_counts(actor: Actor) -> dict[str, int]:
    """How many of the organisation's matches run, are to be looked at, and go on outside."""
    counted = await db.fetch_one(_COUNTS, actor.organisation_id)
    assert counted is not None
    return counted


def _most(first: int) -> int:
    return max(1, min(first, MOST_LOOKED_AT))


async def matches_outside(actor: Actor, first: int = MOST_LOOKED_AT) -> list[MatchView]:
    """The organisation's matches that go on outside after a release, and of which nobody is asked to take over."""
    return _views(await db.fetch(_OUTSIDE, actor.organisation_id, _most(first)))


async def match(actor: Actor, match_id: UUID) -> MatchView | None:
    """One match: the volunteer's own, or any of the coordinator's organisation."""
    return (await matches(actor, [match_id])).get(match_id)


async def matches(actor: Actor, match_ids: Iterable[UUID]) -> dict[UUID, MatchView]:
    """These matches, as far as they are the actor's to see."""
    if actor.role not in (Role.VOLUNTEER, Role.COORDINATOR):
        return {}
    only = actor.volunteer_id if actor.role is Role.VOLUNTEER else None
    rows = await db.fetch(_THESE, actor.organisation_id, list(match_ids), only)
    return {view.id: view for view in _views(rows)}


async def organisation_matches(
    actor: Actor, *, most: int, after: UUID | None, search: str = ""
) -> tuple[list[MatchView], int]:
    """At most so many of the coordinator's matches, newest first, after one of them; and how many there are in all.
    With a search those in which each of its words occurs: in the volunteer's name, the pseudonym or the place."""
    words = search.split()[:_MOST_WORDS]
    rows = await db.fetch(_PAGE, actor.organisation_id, words, after, most)
    return _views(rows), await db.fetch_value(_COUNT, actor.organisation_id, words)


async def given_names(actor: Actor, detainee_ids: Iterable[UUID]) -> dict[UUID, str]:
    """First names of matched detainees. The database lets through the matched volunteer and the coordinator only, and
    only while the match runs; each reading is in the history."""
    if actor.role not in (Role.VOLUNTEER, Role.COORDINATOR):
        return {}
    names = await read_identity(actor, detainee_ids, Purpose.MATCH)
    return {detainee_id: identity.given_name for detainee_id, identity in names.items()}


def _views(rows: Iterable[dict[str, Any]]) -> list[MatchView]:
    return [_view(row) for row in rows]


def _view(row: dict[str, Any]) -> MatchView:
    return MatchView(
        id=row["id"],
        request_id=row["request_id"],
        detainee_id=row["detainee_id"],
        state=MatchState(row["state"]),
        facility=FacilityView(id=row["facility_id"], code=row["code"], name=row["facility_name"], city=row["city"]),
        activity_kind=row["activity_kind"],
        started_on=row["started_on"],
        ended_on=row["ended_on"],
        end_reason=MatchEndReason(row["end_reason"]) if row["end_reason"] else None,
        pseudonym=row["pseudonym"],
        volunteer=VolunteerView(id=row["volunteer_id"], display_name=row["display_name"], place=row["place"]),
        organisation=OrganisationView(id=row["organisation_id"], name=row["organisation_name"]),
        coordinator_name=row["coordinator_name"],
        outside_until=row["outside_until"],
        wish_after_end=WishAfterEnd(row["wish_after_end"]),
    )
