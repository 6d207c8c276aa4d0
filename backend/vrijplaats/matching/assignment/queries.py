"""The proposal as a coordinator sees it. Reading is six statements, however many wait; all that is worked out is done
in a thread, so that other requests go on meanwhile."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.matching.assignment.reasons import Why, why_nobody
from vrijplaats.matching.assignment.rules import MOST_PAIRS, Pair, check_once, free_places
from vrijplaats.matching.queries.candidates import register_today, suggestion_view, volunteer_view, wishes_of
from vrijplaats.matching.queries.views import SuggestionView, VolunteerView
from vrijplaats.matching.ranking import suggestion
from vrijplaats.matching.weights.rules import Weights, check_weights
from vrijplaats.requests.queries import RequestView, visit_requests
from vrijplaats.requests.rules import waiting_days
from vrijplaats.volunteers.crowd import crowd_with_room

if TYPE_CHECKING:
    from vrijplaats.matching.assignment.proposing import Proposal, Row, Situation

OTHERS = 6
_OPEN = """
select r.id, r.pseudonym, r.waiting_since,
  exists (select from offer o where o.organisation_id = $1 and o.request_id = r.id and o.state = 'LIVE'
    and o.expires_at > $2)
  or exists (select from waves w where w.organisation_id = $1 and w.request_id = r.id and w.ended_at is null)
  or r.proposed_to is not null as invited
from visit_request r
where r.state in ('OPEN', 'OFFERED')
  and (r.organisation_id = $1 or r.organisation_id is null and r.state = 'OPEN')
order by r.waiting_since, r.id
"""
_INVITED = """
select o.volunteer_id, count(*) as times from offer o
where o.organisation_id = $1 and o.state = 'LIVE' and o.expires_at > $2
  and ($3::uuid[] is null or o.volunteer_id = any ($3))
group by o.volunteer_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherView:
    """Somebody else who can be asked, and for whom they are in the proposal when they have no place beside that."""

    suggestion: SuggestionView
    taken_for: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Who would be asked for somebody who waits; who the first suggestion is, and why it is somebody else."""

    request: RequestView
    suggestion: SuggestionView
    first: VolunteerView | None
    why: Why | None
    kept: bool
    others: list[OtherView]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutView:
    """Somebody for whom there is nobody now, and why."""

    request: RequestView
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsView:
    """What a way to choose comes to: how many get somebody, and how far people usually go; None when nobody knows."""

    people: int
    kilometres: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewView:
    """A proposal: how many wait, and for how many of them an invitation is open or rounds run, who are left out here.
    The lists hold the first of each, the longest waiting first."""

    waiting: int
    invited: int
    proposed: TotalsView
    one_by_one: TotalsView
    changed: int
    pairs: list[PairView]
    without: list[WithoutView]
    without_count: int


async def assignment_preview(actor: Actor, *, kept: Sequence[Pair] = (), weights: Weights | None = None) -> PreviewView:
    """Coordinator: the best choice for everybody who waits; `kept` pairs stay, `weights` count instead of the own."""
    check_once(kept)
    if weights is not None:
        check_weights(weights)
    situation, invited = await situation_of(actor, weights)
    proposal = await asyncio.to_thread(_propose, situation, {pair.request_id: pair.volunteer_id for pair in kept})
    return await _shown(actor, proposal, invited)


async def situation_of(actor: Actor, weights: Weights | None = None) -> tuple["Situation", int]:
    """How everything stands now, and for how many who wait somebody is being asked already."""
    from vrijplaats.matching.assignment.proposing import Situation, Waiting

    organisation_id, now = own_organisation(actor, Role.COORDINATOR), clock.now()
    rows = await db.fetch(_OPEN, organisation_id, now)
    open_ = [row for row in rows if not row["invited"]]
    wishes = {each.wish.request_id: each for each in await wishes_of(actor, [row["id"] for row in open_])}
    crowd = await crowd_with_room(actor)
    register = await register_today(organisation_id, crowd, weights, in_order=True)
    invited = await open_invitations(organisation_id)
    waiting = [
        Waiting(asked=wishes[row["id"]], pseudonym=row["pseudonym"], days=waiting_days(row["waiting_since"], now))
        for row in open_
        if row["id"] in wishes
    ]
    free = [free_places(row["capacity"], row["carrying"], invited.get(row["id"], 0)) for row in crowd.rows]
    return Situation(waiting=waiting, crowd=crowd, register=register, free=free), len(rows) - len(open_)


async def open_invitations(organisation_id: UUID, volunteer_ids: Iterable[UUID] | None = None) -> dict[UUID, int]:
    """How many invitations each of these volunteers, or of all, can still answer."""
    some = None if volunteer_ids is None else list(volunteer_ids)
    return {row["volunteer_id"]: row["times"] for row in await db.fetch(_INVITED, organisation_id, clock.now(), some)}


def _propose(situation: "Situation", kept: Mapping[UUID, UUID]) -> "Proposal":
    # numpy and the solver are read when they are first needed, not when the program starts
    from vrijplaats.matching.assignment.proposing import propose

    return propose(situation, kept)


async def _shown(actor: Actor, proposal: "Proposal", invited: int) -> PreviewView:
    served = sorted(proposal.chosen)
    left = [wish for wish in range(len(proposal.situation.waiting)) if wish not in proposal.chosen]
    ids = [_id(proposal, wish) for wish in (*served[:MOST_PAIRS], *left[:MOST_PAIRS])]
    requests = await visit_requests(actor, ids)
    return await asyncio.to_thread(_view, proposal, invited, requests, served, left)


def _view(
    proposal: "Proposal",
    invited: int,
    requests: Mapping[UUID, RequestView],
    served: Sequence[int],
    left: Sequence[int],
) -> PreviewView:
    return PreviewView(
        waiting=len(proposal.situation.waiting) + invited,
        invited=invited,
        proposed=_totals(proposal.chosen),
        one_by_one=_totals(proposal.today),
        changed=proposal.changed,
        pairs=[_pair(proposal, wish, requests[_id(proposal, wish)]) for wish in served[:MOST_PAIRS]],
        without=[_without(proposal, wish, requests[_id(proposal, wish)]) for wish in left[:MOST_PAIRS]],
        without_count=len(left),
    )


def _id(proposal: "Proposal", wish: int) -> UUID:
    return proposal.situation.waiting[wish].asked.wish.request_id


def _totals(rows: Mapping[int, "Row"]) -> TotalsView:
    kilometres = [row.kilometres for row in rows.values() if row.kilometres is not None]
    return TotalsView(people=len(rows), kilometres=round(median(kilometres)) if kilometres else None)


def _pair(proposal: "Proposal", wish: int, request: RequestView) -> PairView:
    first = proposal.today.get(wish)
    volunteers = proposal.situation.crowd
    others = proposal.others(wish, OTHERS)
    return PairView(
        request=request,
        suggestion=_suggestion(proposal, proposal.chosen[wish]),
        first=volunteer_view(volunteers[first.volunteer]) if first else None,
        why=proposal.why(wish),
        kept=wish in proposal.kept,
        others=[
            OtherView(suggestion=_suggestion(proposal, row), taken_for=proposal.taken_for(row.volunteer))
            for row in others
        ],
    )


def _suggestion(proposal: "Proposal", row: "Row") -> SuggestionView:
    register, asked = proposal.situation.register, proposal.situation.waiting[row.wish].asked
    volunteer = proposal.situation.crowd[row.volunteer]
    languages = register.rarest_first(asked.wish.languages)
    standing = register.standing(volunteer, asked.wish.place, asked.wish.activity_kind)
    found = suggestion(volunteer, standing, languages, register.weights.shares, asked.past)
    return suggestion_view(found, volunteer_view(volunteer))


def _without(proposal: "Proposal", wish: int, request: RequestView) -> WithoutView:
    asked = proposal.situation.waiting[wish].asked
    return WithoutView(request=request, why=why_nobody(asked, proposal.people, proposal.puzzle.places))
