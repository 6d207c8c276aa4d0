"""A coordinator sends a proposal: an invitation for each pair that still can be, and for the others why not.

Every pair is looked at again, after the requests were locked, as when one is offered. What has become impossible
meanwhile stops only itself.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vrijplaats.core import clock, db, history
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import DomainError, NotFound
from vrijplaats.matching.actions.inviting import Sending, invite_each
from vrijplaats.matching.actions.offering import take, why_not
from vrijplaats.matching.assignment.errors import AskedMeanwhile, NoFreePlace
from vrijplaats.matching.assignment.queries import open_invitations
from vrijplaats.matching.assignment.rules import Pair, check_pairs, free_places
from vrijplaats.matching.errors import NotEligible
from vrijplaats.matching.queries.candidates import AskedWish, wishes_of
from vrijplaats.matching.rules import obstacle
from vrijplaats.matching.waves.keeping import count_from_now, start_waves
from vrijplaats.matching.waves.rules import Rhythm, check_rhythm
from vrijplaats.volunteers.queries import register
from vrijplaats.volunteers.rules import Volunteer

# always in this order, so that two who send at once do not wait for each other in a circle
_LOCK = """
select id from visit_request where id = any ($1) and state in ('OPEN', 'OFFERED')
  and (organisation_id = $2 or organisation_id is null and state = 'OPEN') and proposed_to is null
order by id for update
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A pair that could not be asked, and why."""

    pair: Pair
    problem: DomainError


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What came of a proposal."""

    invited: list[Pair]
    refused: list[Refused]


@dataclass(slots=True)
class _Now:
    """How everything that the pairs touch stands, with the requests locked."""

    wishes: Mapping[UUID, AskedWish]
    volunteers: Mapping[UUID, Volunteer]
    invited: Counter[UUID]

    def check(self, pair: Pair) -> None:
        """Raise what stands in the way of this pair; else its place is taken."""
        wish, volunteer = self.wishes.get(pair.request_id), self.volunteers.get(pair.volunteer_id)
        if wish is None or volunteer is None:
            raise NotFound
        if wish.asked:
            raise AskedMeanwhile
        found = obstacle(volunteer, wish.wish, clock.today())
        if found is not None:
            raise NotEligible.for_coordinator(volunteer.display_name, found)
        if free_places(volunteer.capacity, volunteer.carrying, self.invited[volunteer.id]) == 0:
            raise NoFreePlace(name=volunteer.display_name)
        self.invited[volunteer.id] += 1


async def offer_assignment(
    actor: Actor, *, pairs: Sequence[Pair], expires_at: datetime, waves: Rhythm | None = None
) -> Sent:
    """An invitation for each pair that still can be. With `waves` each is the first round of its request."""
    organisation_id, now = own_organisation(actor, Role.COORDINATOR), clock.now()
    check_pairs(pairs, expires_at, now)
    if waves is not None:
        check_rhythm(waves)
    stand = await _stand(actor, organisation_id, pairs)
    sent = await _sorted(actor, stand, pairs)
    places = await take(actor, [pair.request_id for pair in sent.invited])
    await _invite(actor, stand, sent.invited, places, expires_at)
    if waves is not None:
        await start_waves(actor, places, waves, expires_at=expires_at)
    else:
        await count_from_now(actor, places)
    await history.record_each(
        actor,
        "offer.make",
        subjects=[{"request": request_id} for request_id in places],
        organisation_id=organisation_id,
        facility_id=list(places.values()),
    )
    return sent


async def _sorted(actor: Actor, stand: _Now, pairs: Sequence[Pair]) -> Sent:
    """Which of the pairs can be invited, and what stands in the way of the others."""
    sent = Sent(invited=[], refused=[])
    gone = await why_not(actor, [pair.request_id for pair in pairs if pair.request_id not in stand.wishes])
    for pair in pairs:
        try:
            stand.check(pair)
        except DomainError as problem:
            sent.refused.append(Refused(pair=pair, problem=gone.get(pair.request_id, problem)))
        else:
            sent.invited.append(pair)
    return sent


async def _stand(actor: Actor, organisation_id: UUID, pairs: Sequence[Pair]) -> _Now:
    ids = [pair.request_id for pair in pairs]
    open_ = [row["id"] for row in await db.fetch(_LOCK, ids, organisation_id)]
    people = {pair.volunteer_id for pair in pairs}
    return _Now(
        wishes={each.wish.request_id: each for each in await wishes_of(actor, open_)},
        volunteers={each.id: each for each in await register(actor, people)},
        invited=Counter(await open_invitations(organisation_id, people)),
    )


async def _invite(
    actor: Actor, stand: _Now, pairs: Sequence[Pair], places: Mapping[UUID, UUID], expires_at: datetime
) -> None:
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    asked = [
        (
            Sending(
                organisation_id=organisation_id,
                facility_id=places[pair.request_id],
                offered_by=actor.person_id,
                wish=stand.wishes[pair.request_id].wish,
            ),
            stand.volunteers[pair.volunteer_id],
        )
        for pair in pairs
    ]
    await invite_each(asked, expires_at=expires_at)
