"""Changing a file, a part at a time. Whoever left has a file that is read only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, history, outbox
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.volunteers.file import rules
from vrijplaats.volunteers.register.rules import next_statuses
from vrijplaats.volunteers.rules import ActivityKind, Denomination, Gender, VolunteerStatus

# locked, so that of two coordinators the second decides about what the first made of it
_LOCK = """
select id, person_id, status, status_since, carrying, languages, little_languages, kinds,
  activity_denominations, capacity
from volunteer where id = $1 and organisation_id = $2 for update
"""
_GENDER = "update volunteer set gender = $2 where id = $1"
_PLACE = "update volunteer set place = $2, latitude = $3, longitude = $4 where id = $1"
_WORK = """
update volunteer set languages = $2, little_languages = $3, kinds = $4, activity_denominations = $5, capacity = $6
where id = $1
"""
_STATUS = "update volunteer set status = $2, status_since = $3 where id = $1"


class AsIs(Enum):
    """Said of what is not to change, where nothing is an answer too."""

    AS_IS = "AS_IS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What somebody speaks, well or a little, and does, and for how many people at a time; None is as it is. `were`:
    the list somebody saw and changed."""

    languages: Sequence[str] | None = None
    languages_were: Sequence[str] | None = None
    little_languages: Sequence[str] | None = None
    little_languages_were: Sequence[str] | None = None
    kinds: Sequence[ActivityKind] | None = None
    kinds_were: Sequence[ActivityKind] | None = None
    activity_denominations: Sequence[Denomination] | None = None
    activity_denominations_were: Sequence[Denomination] | None = None
    capacity: int | None = None


async def set_person(
    actor: Actor,
    *,
    volunteer_id: UUID,
    gender: Gender | AsIs | None = AsIs.AS_IS,
    place: str | AsIs | None = AsIs.AS_IS,
) -> None:
    """Who they are: gender if given, and the place where they live; of each only when it is to change, so that what a
    colleague or they themselves changed meanwhile stays. Raises InvalidInput, NotFound, NotAllowedNow."""
    await open_file(actor, volunteer_id)
    if gender is AsIs.AS_IS and place is AsIs.AS_IS:
        return
    if gender is not AsIs.AS_IS:
        await db.execute(_GENDER, volunteer_id, gender.value if gender else None)
    if place is not AsIs.AS_IS:
        home = rules.home_place(place) if place and place.strip() else None
        where = (home.label, *home.coordinates) if home else (None, None, None)
        await db.execute(_PLACE, volunteer_id, *where)
    await record(actor, "volunteer.set_person", volunteer_id)


async def set_work(actor: Actor, *, volunteer_id: UUID, work: Work) -> None:
    """What they speak and do, and for how many people. Less than the people they visit now lets those go on, and only
    brings nobody new. What a colleague or they themselves changed meanwhile stays. Raises InvalidInput, NotFound,
    NotAllowedNow."""
    now = await open_file(actor, volunteer_id)
    kinds, capacity = now["kinds"], now["capacity"]
    languages, little = _languages(work, now)
    if work.kinds is not None:
        had = None if work.kinds_were is None else rules.work(work.kinds_were)
        kinds = rules.some_work(rules.merged(rules.work(work.kinds), were=had, now=kinds))
    if work.capacity is not None:
        capacity = rules.room(work.capacity)
    await db.execute(_WORK, volunteer_id, languages, little, kinds, _denominations(work, now, kinds), capacity)
    await record(actor, "volunteer.set_work", volunteer_id)


def _languages(work: Work, now: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """All of them, and those of them that are spoken a little."""
    languages, little = now["languages"], now["little_languages"]
    if work.languages is not None:
        were = None if work.languages_were is None else rules.spoken(work.languages_were)
        languages = rules.spoken(rules.merged(rules.spoken(work.languages), were=were, now=languages))
    if work.little_languages is not None:
        wanted = rules.a_little(work.little_languages, of=work.languages)
        had = None if work.little_languages_were is None else rules.a_little(work.little_languages_were)
        little = rules.merged(wanted, were=had, now=little)
    # whoever took a language away meanwhile, took it away
    return languages, [code for code in little if code in languages]


def _denominations(work: Work, now: Mapping[str, Any], kinds: Sequence[str]) -> list[str]:
    """Of the chaplaincy they help with: of who does not do that, none are kept."""
    found = now["activity_denominations"]
    if work.activity_denominations is not None:
        wanted = rules.helped_with(work.activity_denominations, kinds=work.kinds)
        were = work.activity_denominations_were
        found = rules.merged(wanted, were=None if were is None else rules.helped_with(were), now=found)
    return found if ActivityKind.CHAPLAINCY.value in kinds else []


async def set_status(actor: Actor, *, volunteer_id: UUID, status: VolunteerStatus, since: date) -> None:
    """From this day on they are this. Pausing, leaving and coming back go their own ways (register.rules); whoever
    visits somebody does not go back. The database keeps each status with its day. Raises InvalidInput, NotFound,
    NotAllowedNow."""
    found = await locked(actor, volunteer_id)
    now, carrying = VolunteerStatus(found["status"]), found["carrying"]
    if status not in next_statuses(now, carrying=carrying):
        raise NotAllowedNow(reason=rules.closed(now, status, carrying=carrying))
    first = rules.first_day(since, before=found["status_since"], today=clock.today())
    await db.execute(_STATUS, volunteer_id, status.value, first)
    if status is VolunteerStatus.READY and now is not VolunteerStatus.ACTIVE:
        about = {"volunteer": str(volunteer_id)}
        await outbox.tell(
            "volunteer.ready", recipients=[found["person_id"]], payload=about, organisation_id=actor.organisation_id
        )
    await record(actor, "volunteer.set_status", volunteer_id, status=status.value)


async def open_file(actor: Actor, volunteer_id: UUID) -> Mapping[str, Any]:
    """A file that may be changed, locked. Raises NotFound, and NotAllowedNow for whoever left."""
    found = await locked(actor, volunteer_id)
    if found["status"] == VolunteerStatus.LEFT:
        raise NotAllowedNow(reason=rules.LEFT)
    return found


async def record(actor: Actor, verb: str, volunteer_id: UUID, **further: str | UUID) -> None:
    """The history row of what was done with a file."""
    await history.record(
        actor, verb, subject={"volunteer": volunteer_id, **further}, organisation_id=actor.organisation_id
    )


async def locked(actor: Actor, volunteer_id: UUID) -> Mapping[str, Any]:
    """The file of the own organisation, also of who left. Raises NotFound."""
    found = await db.fetch_one(_LOCK, volunteer_id, own_organisation(actor, Role.COORDINATOR))
    if found is None:
        raise NotFound
    return found
