"""Letting a tenant in, and saying where an organisation works. Only the operator, with a fresh passkey."""

import math
import re
from datetime import date
from uuid import UUID

from vrijplaats.accounts.contact import display_name
from vrijplaats.accounts.tenants.errors import NameTaken
from vrijplaats.accounts.tenants.queries import ActivityView, TenantKind, TenantView, activities
from vrijplaats.core import db, history
from vrijplaats.core.access import require, require_fresh
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import InvalidInput, NotFound, Words

_CODE = re.compile(r"[a-z0-9][a-z0-9-]{1,59}")
_ORGANISATION = "insert into organisation (name) values ($1) on conflict do nothing returning id"
_SETTING = "insert into organisation_setting (organisation_id) values ($1)"
# what the law and the schemes ask of everybody (docs/decisions, 0045); an organisation may ask more of its own
_PAPERS = """
insert into credential_requirement (organisation_id, activity_kind, credential_kind)
select $1, kind, paper from unnest($2::text[]) kind, unnest($3::text[]) paper
"""
_FACILITY = """
insert into facility (code, name, city, latitude, longitude, women) values ($1, $2, $3, $4, $5, $6)
on conflict do nothing returning id
"""
_FUNDER = "insert into funder (name) values ($1) on conflict do nothing returning id"
_BOTH = "select exists (select from organisation where id = $1) and exists (select from facility where id = $2)"
_ACTIVE = """
insert into organisation_facility as a (organisation_id, facility_id, active_from, active_until) values ($1, $2, $3, $4)
on conflict (organisation_id, facility_id, active_from) do update set active_until = excluded.active_until
"""
KINDS = (
    *("ONE_TO_ONE", "COURSE", "CHILD_EVENT", "CAMP", "DROP_IN", "DESK", "CHAPLAINCY", "FAMILY", "CHILD_ESCORT"),
    "AFTERCARE",
)
WITH_CHILDREN = ("CHILD_EVENT", "CAMP", "FAMILY", "CHILD_ESCORT")


async def create_organisation(actor: Actor, *, name: str) -> TenantView:
    """A volunteers' organisation, with the papers its volunteers need. Raises InvalidInput, NameTaken."""
    _operator(actor)
    name = _name(name)
    made = _made(await db.fetch_value(_ORGANISATION, name))
    await db.execute(_SETTING, made)
    await db.execute(_PAPERS, made, list(KINDS), ["VOG", "TRAINING_BASIS"])
    await db.execute(_PAPERS, made, list(WITH_CHILDREN), ["TRAINING_CHILD_SAFETY"])
    await history.record(actor, "organisation.create", subject={"organisation": made})
    return TenantView(id=made, kind=TenantKind.ORGANISATION, name=name, city=None)


async def create_facility(
    actor: Actor, *, code: str, name: str, city: str, latitude: float, longitude: float, women: bool
) -> TenantView:
    """A prison location; its rooms and visiting hours are its own staff's work. Raises InvalidInput, NameTaken."""
    _operator(actor)
    name, city = _name(name), display_name(city, field="city")
    if not _CODE.fullmatch(code):
        raise _invalid(
            "code",
            {"nl": "code", "en": "code"},
            {"nl": "gebruik kleine letters, cijfers en -", "en": "use small letters, digits and -"},
        )
    _coordinate("latitude", latitude, 50.5, 53.7, {"nl": "breedtegraad", "en": "latitude"})
    _coordinate("longitude", longitude, 3.2, 7.3, {"nl": "lengtegraad", "en": "longitude"})
    made = _made(await db.fetch_value(_FACILITY, code, name, city, latitude, longitude, women))
    await history.record(actor, "facility.create", subject={"facility": made})
    return TenantView(id=made, kind=TenantKind.FACILITY, name=name, city=city)


async def create_funder(actor: Actor, *, name: str) -> TenantView:
    """Who pays, and reads publications. Raises InvalidInput, NameTaken."""
    _operator(actor)
    name = _name(name)
    made = _made(await db.fetch_value(_FUNDER, name))
    await history.record(actor, "funder.create", subject={"funder": made})
    return TenantView(id=made, kind=TenantKind.FUNDER, name=name, city=None)


async def set_activity(
    actor: Actor, *, organisation_id: UUID, facility_id: UUID, active_from: date, active_until: date | None
) -> list[ActivityView]:
    """From when until when an organisation works at a prison; the same first day again changes the last one. Gives
    where it works. Raises NotFound, InvalidInput."""
    _operator(actor)
    if not await db.fetch_value(_BOTH, organisation_id, facility_id):
        raise NotFound
    if not date(2000, 1, 1) <= active_from <= date(2100, 1, 1):
        raise _invalid(
            "activeFrom",
            {"nl": "vanaf", "en": "from"},
            {"nl": "kies een dag van deze eeuw", "en": "choose a day of this century"},
        )
    if active_until is not None and active_until < active_from:
        raise _invalid(
            "activeUntil",
            {"nl": "tot en met", "en": "until"},
            {"nl": "kies een dag niet vóór de eerste dag", "en": "choose a day not before the first one"},
        )
    await db.execute(_ACTIVE, organisation_id, facility_id, active_from, active_until)
    about = {"organisation": organisation_id, "facility": facility_id}
    await history.record(actor, "organisation.set_activity", subject=about)
    return await activities(actor, organisation_id)


def _operator(actor: Actor) -> None:
    require(actor, Role.OPERATOR)
    require_fresh(actor)


def _name(text: str) -> str:
    return display_name(text, field="name")


def _made(identifier: UUID | None) -> UUID:
    if identifier is None:
        raise NameTaken
    return identifier


def _coordinate(field: str, value: float, least: float, most: float, label: Words) -> None:
    if not math.isfinite(value) or not least <= value <= most:
        says = {"nl": f"een getal van {least} tot {most}", "en": f"a number from {least} to {most}"}
        raise _invalid(field, label, says)


def _invalid(field: str, label: Words, requirement: Words) -> InvalidInput:
    return InvalidInput(field=field, label=label, requirement=requirement)
