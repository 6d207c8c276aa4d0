"""Writing a plan into the register, a few hundred people at a time and in one transaction."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar
from uuid import UUID, uuid4

from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.volunteers.importing.columns import Column, Marks
from vrijplaats.volunteers.importing.merging import (
    Kept,
    Plan,
    Step,
    denominations,
    kinds,
    little_languages,
    new_admissions,
    new_papers,
)
from vrijplaats.volunteers.importing.rules import Draft, Outcome
from vrijplaats.volunteers.rules import VolunteerStatus
from vrijplaats.volunteers.words import FROM_A_FILE

Item = TypeVar("Item")
# a file, what a row says of it, and what it was when it is not new
Whose = tuple[UUID, Draft, Kept | None]
AT_ONCE = 500
# A connection remembers how it looked things up when the register was small, foreign keys too: from beginning to end.
# For thousands at once that is a minute, so it thinks again, with the indexes.
_PLANS = ("discard plans", "set local enable_seqscan = off")
_PEOPLE = "select make_imported($1, $2)"
_CONTACT = """
insert into imported_contact as i (volunteer_id, organisation_id, email, phone, email_mark, name_mark, called_mark)
select each.file, $1, each.email, each.phone, each.email_mark, each.name_mark, each.called_mark
from unnest($2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::bytea[], $7::bytea[])
  each (file, email, phone, email_mark, name_mark, called_mark)
on conflict (volunteer_id) do update set
  email = case when i.joined_at is null then coalesce(excluded.email, i.email) end,
  phone = case when i.joined_at is null then coalesce(excluded.phone, i.phone) end,
  email_mark = coalesce(excluded.email_mark, i.email_mark), name_mark = coalesce(excluded.name_mark, i.name_mark),
  called_mark = coalesce(excluded.called_mark, i.called_mark)
"""
_CHANGE = """
update volunteer set gender = coalesce($2, gender), place = coalesce($3, place), latitude = coalesce($4, latitude),
  longitude = coalesce($5, longitude), languages = coalesce($6::text[], languages),
  little_languages = coalesce($7::text[], little_languages), kinds = coalesce($8::text[], kinds),
  activity_denominations = $9::text[], capacity = coalesce($10::smallint, capacity)
where id = $1
"""
_STATUS = "update volunteer set status = $2, status_since = $3 where id = $1"
_ADMIT = """
insert into admission (organisation_id, facility_id, volunteer_id, state, valid_from, valid_until, decided_on)
select $1, each.facility, each.file, 'GRANTED', $2, each.until, $2
from unnest($3::uuid[], $4::uuid[], $5::date[]) each (facility, file, until)
"""
_LONGER = """
update admission set valid_until = $4 where organisation_id = $1 and facility_id = $2 and volunteer_id = $3
  and state = 'GRANTED' and valid_from <= $4 and (valid_until is null or valid_until >= $5)
"""
_SEEN = """
insert into credential (organisation_id, volunteer_id, kind, issuer, valid_from, valid_until)
select $1, each.file, each.kind, $2, each.first, each.until
from unnest($3::uuid[], $4::text[], $5::date[], $6::date[]) each (file, kind, first, until)
"""


async def write(actor: Actor, plan: Plan, marks: Marks, told: Callable[[str, int, int], None]) -> None:
    """All that is new and all that changed."""
    for statement in _PLANS:
        await db.execute(statement)
    to_write = [step for step in plan.steps if step.outcome in (Outcome.NEW, Outcome.CHANGED)]
    done = 0
    for part in _parts(to_write, AT_ONCE):
        told("writing", done, len(to_write))
        new = [(uuid4(), uuid4(), step.draft) for step in part if step.outcome is Outcome.NEW]
        changed = [(step.whom, step) for step in part if step.whom and step.outcome is Outcome.CHANGED]
        await _people(actor, new)
        await _change(changed)
        whose: list[Whose] = [(file, draft, None) for _, file, draft in new]
        whose += [(whom.id, step.draft, whom) for whom, step in changed]
        await _contacts(actor, [each for each in whose if each[2] is None or not each[2].joined], marks)
        await _papers(actor, whose)
        done += len(part)
    told("writing", done, len(to_write))


async def _people(actor: Actor, new: list[tuple[UUID, UUID, Draft]]) -> None:
    if new:
        await db.execute(_PEOPLE, [_file(*each) for each in new], actor.locale)


def _file(person: UUID, file: UUID, draft: Draft) -> dict[str, Any]:
    gender, place, latitude, longitude = _who(draft)
    return {
        "person": str(person),
        "file": str(file),
        "name": draft.name,
        "status": (draft.status or VolunteerStatus.APPLICANT).value,
        "since": (draft.since or clock.today()).isoformat(),
        "gender": gender,
        "place": place,
        "latitude": latitude,
        "longitude": longitude,
        "languages": list(draft.languages or ["nl"]),
        "little_languages": little_languages(draft, None),
        "kinds": kinds(draft, None),
        "activity_denominations": denominations(draft, None),
        "capacity": 1 if draft.capacity is None else draft.capacity,
    }


def _who(draft: Draft) -> tuple[Any, ...]:
    home = (draft.place.label, *draft.place.coordinates) if draft.place else (None, None, None)
    return (draft.gender.value if draft.gender else None, *home)


def _languages(draft: Draft, whom: Kept) -> tuple[list[str] | None, list[str] | None]:
    return (list(draft.languages), little_languages(draft, whom)) if draft.languages else (None, None)


async def _change(changed: list[tuple[Kept, Step]]) -> None:
    await db.execute_many(
        _CHANGE,
        (
            (
                *(whom.id, *_who(step.draft), *_languages(step.draft, whom)),
                *(kinds(step.draft, whom) if step.draft.kinds else None, denominations(step.draft, whom)),
                step.draft.capacity,
            )
            for whom, step in changed
        ),
    )
    moved = [(whom.id, step.draft) for whom, step in changed if Column.STATUS in step.changes]
    await db.execute_many(
        _STATUS, ((file, draft.status.value, draft.since or clock.today()) for file, draft in moved if draft.status)
    )


async def _contacts(actor: Actor, whose: list[Whose], marks: Marks) -> None:
    rows = [
        (file, draft.email, draft.phone, *marks.of(draft.email, draft.name, draft.phone)) for file, draft, _ in whose
    ]
    await _at_once(_CONTACT, rows, actor.organisation_id)


async def _papers(actor: Actor, whose: list[Whose]) -> None:
    """Admissions and papers that the register has not."""
    today, where = clock.today(), actor.organisation_id
    admitted = [(file, each, whom) for file, draft, whom in whose for each in new_admissions(draft, whom)]
    longer = [(file, each) for file, each, whom in admitted if whom and each.facility_id in whom.admissions]
    first = [
        (each.facility_id, file, each.until)
        for file, each, whom in admitted
        if not (whom and each.facility_id in whom.admissions)
    ]
    await _at_once(_ADMIT, first, where, today)
    await db.execute_many(_LONGER, ((where, each.facility_id, file, each.until, today) for file, each in longer))
    seen = [
        (file, each.kind, each.valid_from, each.valid_until)
        for file, draft, whom in whose
        for each in new_papers(draft, whom)
    ]
    await _at_once(_SEEN, seen, where, FROM_A_FILE[actor.locale])


async def _at_once(sql: str, rows: Sequence[tuple[Any, ...]], *first: Any) -> None:
    """One statement for all rows: a column is an array."""
    if rows:
        await db.execute(sql, *first, *(list(column) for column in zip(*rows, strict=True)))


def _parts(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    for at in range(0, len(items), size):
        yield items[at : at + size]
