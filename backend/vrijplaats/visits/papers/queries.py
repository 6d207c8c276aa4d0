"""A volunteer's own papers, and the answer at the gate: yes or no with the reasons beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from vrijplaats.accounts.deputies.queries import there_for
from vrijplaats.accounts.queries import FacilityView
from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation, require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.visits import gate
from vrijplaats.visits.papers import words
from vrijplaats.visits.views import VisitView
from vrijplaats.volunteers.credentials.queries import Policy, policy_of
from vrijplaats.volunteers.credentials.rules import ADMISSION, Held, Standing, standing
from vrijplaats.volunteers.rules import AVAILABLE, VolunteerStatus

_VOLUNTEER = "select status, kinds from volunteer where id = $1"
_CREDENTIALS = "select kind, valid_from, valid_until from credential where organisation_id = $1 and volunteer_id = $2"
_ADMISSIONS = """
select facility_id, state, valid_from, valid_until from admission
where organisation_id = $1 and volunteer_id = $2 and state in ('GRANTED', 'REQUESTED')
"""
# where somebody is or will be let in, and for what: the kinds of the matches that run there
_PLACES = """
select f.id, f.code, f.name, f.city,
  (select array_agg(distinct m.activity_kind) from match m
    where m.facility_id = f.id and m.organisation_id = $1 and m.volunteer_id = $2 and m.state <> 'ENDED') as kinds
from facility f
where f.id in (
  select a.facility_id from admission a
  where a.organisation_id = $1 and a.volunteer_id = $2 and a.state in ('GRANTED', 'REQUESTED')
  union select m.facility_id from match m
  where m.organisation_id = $1 and m.volunteer_id = $2 and m.state <> 'ENDED')
order by f.name
"""
# who handled the newest match that runs; else whoever coordinates longest there
_COORDINATOR = """
select c.person_id, n.display_name as name, k.phone
from membership c
join person n on n.id = c.person_id
left join person_contact k on k.person_id = c.person_id
where c.organisation_id = $1 and c.role = 'COORDINATOR' and c.ended_at is null
order by (c.person_id = (
  select q.claimed_by from match m join visit_request q on q.id = m.request_id
  where m.organisation_id = $1 and m.volunteer_id = $2 and m.state <> 'ENDED' and q.claimed_by is not null
  order by m.started_on desc, m.id desc limit 1)) desc nulls last, c.created_at, c.id
limit 1
"""
_INSTEAD = """
select n.display_name as name, k.phone from person n left join person_contact k on k.person_id = n.id where n.id = $1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinatorView:
    """Somebody to call. `phone` in E.164; None when they filled in none. `instead_of` whom, and until which day, when
    the one whose work it is is away today."""

    name: str
    phone: str | None
    instead_of: str | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """One paper in words."""

    standing: Standing
    name: str
    facility: FacilityView | None
    validity: str | None
    advice: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """One thing the gate opens for, or does not."""

    ok: bool
    title: str
    hint: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GateView:
    """The answer for one prison on one day."""

    facility: FacilityView
    day: date
    ready: bool
    checks: list[CheckView]
    coordinator: CoordinatorView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Register:
    """What the register holds of one volunteer."""

    active: bool
    kinds: frozenset[str]
    held: tuple[Held, ...]
    policy: Policy
    places: dict[UUID, tuple[FacilityView, tuple[str, ...]]]
    coordinator: CoordinatorView | None

    def needed(self, kinds: Iterable[str], *places: UUID) -> list[str]:
        """The papers these kinds take: everywhere, and at these prisons."""
        return self.policy.needed(kinds, places)

    def paper_name(self, each: Standing, locale: str) -> str:
        """What the organisation calls it; of an admission with its prison."""
        place = words.short_place(self.places[each.facility_id][0].name) if each.facility_id else None
        name = self.policy.name_of(each.kind, locale)
        return words.paper_name(name, place, locale, admission=each.kind == ADMISSION)

    def ending_sooner(self, usual: Standing, day: date) -> Iterable[Standing]:
        """The same paper at each prison where one comes and where it counts for less."""
        for place in self.places:
            if (place, usual.kind) in self.policy.months_at and usual.kind in self.needed(self.kinds, place):
                there = standing(usual.kind, None, self.policy.held_at(place, self.held), day)
                if there.valid_until != usual.valid_until:
                    yield replace(there, facility_id=place)


async def my_papers(actor: Actor) -> list[PaperView]:
    """The actor's papers as they stand today: by prison, then what the work needs, then the rest."""
    mine, day = await _register(actor), clock.today()
    needed = mine.needed(mine.kinds, *mine.places)
    kept = sorted({each.kind for each in mine.held if each.facility_id is None} - set(needed))
    found = [standing(ADMISSION, place, mine.held, day) for place in mine.places]
    for usual in [standing(kind, None, mine.held, day) for kind in needed]:
        found += [usual, *mine.ending_sooner(usual, day)]
    found += [standing(kind, None, mine.held, day, needed=False) for kind in kept]
    return [_paper(each, mine, actor.locale) for each in found]


async def my_coordinator(actor: Actor) -> CoordinatorView | None:
    """Whom the volunteer can call: who handles their newest match, or who stands in for that one today."""
    organisation_id = own_organisation(actor, Role.VOLUNTEER)
    row = await db.fetch_one(_COORDINATOR, organisation_id, actor.volunteer_id)
    if row is None:
        return None
    there = await there_for(organisation_id, row["person_id"])
    instead = await db.fetch_one(_INSTEAD, there.person_id) if there.until else None
    if instead is None:
        return CoordinatorView(name=row["name"], phone=row["phone"])
    return CoordinatorView(**instead, instead_of=row["name"], until=there.until)


async def ready_for_gate(actor: Actor, day: date) -> list[GateView]:
    """For each prison where the volunteer comes: whether the gate opens on that day, and why (not)."""
    mine = await _register(actor)
    asked = [(place, kind) for place, (_, kinds) in mine.places.items() for kind in kinds or _usual(mine.kinds)]
    open_for = await _open(actor, [(place, kind, day) for place, kind in asked])
    answers = (
        _gate(mine, place, kinds or _usual(mine.kinds), day, open_for, actor.locale)
        for place, (_, kinds) in mine.places.items()
    )
    return sorted(answers, key=lambda answer: answer.ready)


async def gates_of(actor: Actor, visits: Sequence[VisitView]) -> list[GateView | None]:
    """For each visit the answer at its gate on its day; for the volunteer who goes only. Outside there is none."""
    if actor.role is not Role.VOLUNTEER:
        return [None] * len(visits)
    mine = await _register(actor)
    days = [visit.starts_at.astimezone(AMSTERDAM).date() for visit in visits]
    asked = [(visit.facility.id, visit.activity_kind, day) for visit, day in zip(visits, days, strict=True)]
    open_for = await _open(actor, asked)
    places = mine.places | {visit.facility.id: (visit.facility, ()) for visit in visits}
    return [
        None
        if visit.outside
        else _gate(mine, visit.facility.id, (visit.activity_kind,), day, open_for, actor.locale, places)
        for visit, day in zip(visits, days, strict=True)
    ]


Asked = tuple[UUID, str, date]


async def _open(actor: Actor, asked: Sequence[Asked]) -> set[Asked]:
    """Where the gate opens, by the gate's own rule."""
    if actor.organisation_id is None or actor.volunteer_id is None:
        return set()
    keys = {UUID(int=number): each for number, each in enumerate(dict.fromkeys(asked))}
    may = await gate.may_enter(
        gate.Entry(
            key=key,
            organisation_id=actor.organisation_id,
            facility_id=facility_id,
            volunteer_id=actor.volunteer_id,
            activity_kind=kind,
            day=day,
        )
        for key, (facility_id, kind, day) in keys.items()
    )
    return {keys[key] for key in may}


def _gate(
    mine: _Register,
    facility_id: UUID,
    kinds: Sequence[str],
    day: date,
    open_for: set[Asked],
    locale: str,
    places: dict[UUID, tuple[FacilityView, tuple[str, ...]]] | None = None,
) -> GateView:
    facility = (places or mine.places)[facility_id][0]
    name = mine.coordinator.name if mine.coordinator else None
    papers = [standing(ADMISSION, facility_id, mine.held, day)]
    held = mine.policy.held_at(facility_id, mine.held)
    papers += [standing(kind, None, held, day) for kind in mine.needed(kinds, facility_id)]
    checks = [_check(each, mine.policy.name_of(each.kind, locale), facility, name, locale) for each in papers]
    if not mine.active:
        hint = words.NOT_ACTIVE_HINT[locale].format(who=words.who(name, locale))
        checks.insert(0, CheckView(ok=False, title=words.NOT_ACTIVE[locale], hint=hint))
    ready = mine.active and all((facility_id, kind, day) in open_for for kind in kinds)
    return GateView(
        facility=facility,
        day=day,
        ready=ready,
        checks=sorted(checks, key=lambda check: check.ok),
        coordinator=mine.coordinator,
    )


def _check(each: Standing, called: str, facility: FacilityView, coordinator: str | None, locale: str) -> CheckView:
    place = words.short_place(facility.name) if each.facility_id else None
    hint = words.validity(each, locale) if each.ok else words.advice(each, coordinator, locale)
    return CheckView(ok=each.ok, title=words.check_title(each, called, place, locale), hint=hint)


def _paper(each: Standing, mine: _Register, locale: str) -> PaperView:
    facility = mine.places[each.facility_id][0] if each.facility_id else None
    coordinator = mine.coordinator.name if mine.coordinator else None
    return PaperView(
        standing=each,
        name=mine.paper_name(each, locale),
        facility=facility,
        validity=words.validity(each, locale),
        advice=words.advice(each, coordinator, locale) if each.needed else None,
    )


def _usual(kinds: frozenset[str]) -> tuple[str, ...]:
    return ("ONE_TO_ONE",) if "ONE_TO_ONE" in kinds or not kinds else (min(kinds),)


async def _register(actor: Actor) -> _Register:
    require(actor, Role.VOLUNTEER)
    whose = (actor.organisation_id, actor.volunteer_id)
    row = await db.fetch_one(_VOLUNTEER, actor.volunteer_id)
    assert row is not None  # the session of a volunteer has one
    held = [Held(**each) for each in await db.fetch(_CREDENTIALS, *whose)]
    held += [_admission(each) for each in await db.fetch(_ADMISSIONS, *whose)]
    return _Register(
        active=VolunteerStatus(row["status"]) in AVAILABLE,
        kinds=frozenset(row["kinds"]),
        held=tuple(held),
        policy=await policy_of(actor),
        places={each["id"]: _place(each) for each in await db.fetch(_PLACES, *whose)},
        coordinator=await my_coordinator(actor),
    )


def _admission(row: dict[str, Any]) -> Held:
    return Held(
        kind=ADMISSION,
        facility_id=row["facility_id"],
        valid_from=row["valid_from"],
        valid_until=row["valid_until"],
        requested=row["state"] == "REQUESTED",
    )


def _place(row: dict[str, Any]) -> tuple[FacilityView, tuple[str, ...]]:
    facility = FacilityView(id=row["id"], code=row["code"], name=row["name"], city=row["city"])
    return facility, tuple(row["kinds"] or ())
