"""One volunteer's file, whole, in two statements: the person and what is kept, and the organisation's policy."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from vrijplaats.accounts.queries import FacilityView
from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.volunteers.admissions.rules import AdmissionState
from vrijplaats.volunteers.credentials.queries import Policy, policy_of
from vrijplaats.volunteers.credentials.rules import ADMISSION, Held, Standing, standing
from vrijplaats.volunteers.register.rules import next_statuses
from vrijplaats.volunteers.rules import ActivityKind, Denomination, Gender, Pause, VolunteerStatus
from vrijplaats.volunteers.words import issued_by

_FILE = """
select v.id, p.display_name, v.status, v.status_since, v.gender, v.place, v.languages, v.little_languages,
  v.kinds, v.activity_denominations, v.capacity, v.carrying,
  coalesce(c.email, i.email) as email, coalesce(c.phone, i.phone) as phone,
  i.volunteer_id is null or i.joined_at is not null as joined,
  (select m.id from membership m where m.organisation_id = $1 and m.person_id = v.person_id and m.role = 'VOLUNTEER'
    and m.ended_at is null) as membership_id,
  (select json_build_object('starts_on', z.starts_on, 'ends_on', z.ends_on) from volunteer_pause z
    where z.organisation_id = $1 and z.volunteer_id = v.id and z.over_on is null and z.starts_on <= $3
      and (z.ends_on is null or z.ends_on >= $3)) as pause,
  (select json_agg(json_build_object('status', s.status, 'since', s.since, 'set_by', b.display_name)
      order by s.since desc, s.id desc)
    from volunteer_status s left join person b on b.id = s.set_by
    where s.organisation_id = $1 and s.volunteer_id = v.id) as changes,
  (select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'issuer', d.issuer, 'profile', d.profile,
      'valid_from', d.valid_from, 'valid_until', d.valid_until, 'seen_on', d.seen_on, 'seen_by', b.display_name)
      order by d.valid_from desc, d.id desc)
    from credential d left join person b on b.id = d.seen_by
    where d.organisation_id = $1 and d.volunteer_id = v.id) as credentials,
  (select json_agg(json_build_object('id', a.id, 'state', a.state, 'valid_from', a.valid_from,
      'valid_until', a.valid_until, 'has_pass', a.pass_number is not null,
      'facility', json_build_object('id', f.id, 'code', f.code, 'name', f.name,
      'city', f.city)) order by f.name, a.id desc)
    from admission a join facility f on f.id = a.facility_id
    where a.organisation_id = $1 and a.volunteer_id = v.id) as admissions,
  (select json_agg(json_build_object('id', f.id, 'code', f.code, 'name', f.name, 'city', f.city) order by f.name)
    from facility f where f.id in (select o.facility_id from organisation_facility o
      where o.organisation_id = $1 and o.active_from <= $3 and (o.active_until is null or o.active_until >= $3))
    and not exists (select from admission a where a.organisation_id = $1 and a.volunteer_id = v.id
      and a.facility_id = f.id and a.state = 'REQUESTED')) as to_ask
from volunteer v
join person p on p.id = v.person_id
left join person_contact c on c.person_id = v.person_id
left join imported_contact i on i.volunteer_id = v.id
where v.organisation_id = $1 and v.id = $2
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """From this day on they were this. `set_by` is None for what the program did by itself."""

    status: VolunteerStatus
    since: date
    set_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialView:
    """A paper that was seen."""

    id: UUID
    issuer: str
    profile: str | None
    valid_from: date
    valid_until: date | None
    seen_on: date | None
    seen_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShorterView:
    """Where a paper counts for less, and how it stands there today."""

    facility: FacilityView
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """One kind of paper: how it stands today, where it counts for less, and those that were seen."""

    kind: str
    name: str
    standing: Standing
    shorter: tuple[ShorterView, ...]
    credentials: tuple[CredentialView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissionView:
    """One prison's permission, as it stands today."""

    id: UUID
    facility: FacilityView
    state: AdmissionState
    valid_from: date | None
    valid_until: date | None
    has_pass: bool
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """What the register keeps about somebody."""

    id: UUID
    membership_id: UUID | None
    display_name: str
    email: str | None
    phone: str | None
    gender: Gender | None
    place: str | None
    languages: tuple[str, ...]
    little_languages: tuple[str, ...]
    kinds: tuple[ActivityKind, ...]
    activity_denominations: tuple[Denomination, ...]
    capacity: int
    carrying: int
    joined: bool
    status: VolunteerStatus
    status_since: date
    next_statuses: tuple[VolunteerStatus, ...]
    pause: Pause | None
    changes: tuple[ChangeView, ...]
    papers: tuple[PaperView, ...]
    admissions: tuple[AdmissionView, ...]
    to_ask: tuple[FacilityView, ...]


async def volunteer_file(actor: Actor, volunteer_id: UUID) -> FileView | None:
    """The file, for the coordinators of that organisation."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    row = await db.fetch_one(_FILE, organisation_id, volunteer_id, clock.today())
    return _file(row, await policy_of(actor), clock.today(), actor.locale) if row else None


def _file(row: Mapping[str, Any], policy: Policy, day: date, locale: str) -> FileView:
    plain = (
        *("id", "membership_id", "display_name", "email", "phone", "place", "capacity", "carrying", "joined"),
        "status_since",
    )
    status = VolunteerStatus(row["status"])
    return FileView(
        **{name: row[name] for name in plain},
        gender=Gender(row["gender"]) if row["gender"] else None,
        languages=tuple(row["languages"]),
        little_languages=tuple(row["little_languages"]),
        kinds=tuple(ActivityKind(kind) for kind in row["kinds"]),
        activity_denominations=tuple(Denomination(each) for each in row["activity_denominations"]),
        status=status,
        next_statuses=next_statuses(status, carrying=row["carrying"]),
        pause=_pause(row["pause"]) if row["pause"] else None,
        changes=tuple(_change(each) for each in row["changes"] or ()),
        papers=_papers(row, policy, day, locale),
        admissions=tuple(_admission(each, day) for each in row["admissions"] or ()),
        to_ask=tuple(_facility(each) for each in row["to_ask"] or ()),
    )


def _change(each: Mapping[str, Any]) -> ChangeView:
    return ChangeView(
        status=VolunteerStatus(each["status"]), since=date.fromisoformat(each["since"]), set_by=each["set_by"]
    )


def _pause(each: Mapping[str, Any]) -> Pause:
    return Pause(starts_on=date.fromisoformat(each["starts_on"]), ends_on=_day(each["ends_on"]))


def _papers(row: Mapping[str, Any], policy: Policy, day: date, locale: str) -> tuple[PaperView, ...]:
    """What the work needs first, then what else was seen."""
    seen: dict[str, list[CredentialView]] = {}
    for each in row["credentials"] or ():
        seen.setdefault(each["kind"], []).append(_credential(each, locale))
    granted = [_facility(each["facility"]) for each in row["admissions"] or () if each["state"] == "GRANTED"]
    admitted = {each.id: each for each in granted}
    needed = policy.needed(row["kinds"], admitted)
    return tuple(
        PaperView(
            kind=kind,
            name=policy.name_of(kind, locale),
            standing=standing(kind, None, _held(kind, seen.get(kind, [])), day, needed=kind in needed),
            shorter=_shorter(kind, _held(kind, seen.get(kind, [])), policy, admitted, day),
            credentials=tuple(seen.get(kind, ())),
        )
        for kind in [*needed, *sorted(set(seen) - set(needed))]
    )


def _shorter(
    kind: str, held: list[Held], policy: Policy, admitted: Mapping[UUID, FacilityView], day: date
) -> tuple[ShorterView, ...]:
    """The prisons where this volunteer is let in and where the paper ends sooner."""
    usual = standing(kind, None, held, day)
    there = {place: standing(kind, None, policy.held_at(place, held), day) for place in admitted}
    return tuple(
        ShorterView(facility=admitted[place], standing=each)
        for place, each in there.items()
        if each.valid_until != usual.valid_until
    )


def _credential(each: Mapping[str, Any], locale: str) -> CredentialView:
    return CredentialView(
        id=UUID(each["id"]),
        issuer=issued_by(each["issuer"], locale),
        profile=each["profile"],
        valid_from=date.fromisoformat(each["valid_from"]),
        valid_until=_day(each["valid_until"]),
        seen_on=_day(each["seen_on"]),
        seen_by=each["seen_by"],
    )


def _held(kind: str, papers: list[CredentialView]) -> list[Held]:
    return [Held(kind=kind, valid_from=paper.valid_from, valid_until=paper.valid_until) for paper in papers]


def _admission(each: Mapping[str, Any], day: date) -> AdmissionView:
    facility, state = _facility(each["facility"]), AdmissionState(each["state"])
    first, last = _day(each["valid_from"]), _day(each["valid_until"])
    live = state in (AdmissionState.GRANTED, AdmissionState.REQUESTED)
    requested = state is AdmissionState.REQUESTED
    held = [Held(kind=ADMISSION, facility_id=facility.id, valid_from=first, valid_until=last, requested=requested)]
    return AdmissionView(
        id=UUID(each["id"]),
        facility=facility,
        state=state,
        valid_from=first,
        valid_until=last,
        has_pass=each["has_pass"],
        standing=standing(ADMISSION, facility.id, held if live else (), day),
    )


def _facility(each: Mapping[str, Any]) -> FacilityView:
    return FacilityView(id=UUID(each["id"]), **{name: each[name] for name in ("code", "name", "city")})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
