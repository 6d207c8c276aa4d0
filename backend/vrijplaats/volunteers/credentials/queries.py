"""An organisation's policy for papers: which there are, which work needs which, how long one counts where."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from vrijplaats.core import db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import in_language
from vrijplaats.volunteers.credentials.rules import ADMISSION, Held, PaperType
from vrijplaats.volunteers.rules import counts_until
from vrijplaats.volunteers.words import PAPERS

_POLICY = """
select
  (select json_agg(json_build_object('code', t.code, 'name_nl', t.name_nl, 'name_en', t.name_en,
    'has_profile', t.has_profile, 'once', t.once, 'valid_months', t.valid_months) order by lower(t.name_nl), t.code)
    from credential_type t where t.organisation_id = $1) as types,
  (select json_agg(json_build_array(r.activity_kind, r.credential_kind, r.facility_id))
    from credential_requirement r where r.organisation_id = $1) as required,
  (select json_agg(json_build_array(s.facility_id, s.credential_kind, s.valid_months))
    from credential_validity s where s.organisation_id = $1) as shorter
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """This work needs this paper; everywhere, or at one prison."""

    activity_kind: str
    credential_kind: str
    facility_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What an organisation asks of its volunteers."""

    types: Mapping[str, PaperType]
    requirements: Sequence[Requirement]
    months_at: Mapping[tuple[UUID, str], int]

    def name_of(self, kind: str, locale: str) -> str:
        """What it is called in the middle of a sentence."""
        if kind == ADMISSION:
            return PAPERS[locale][ADMISSION]
        return in_language(self.types[kind].name, locale) if kind in self.types else kind

    def needed(self, kinds: Iterable[str], places: Iterable[UUID]) -> list[str]:
        """The papers that this work needs, everywhere and at these prisons."""
        wanted, where = set(kinds), {None, *places}
        return sorted(
            {
                each.credential_kind
                for each in self.requirements
                if each.activity_kind in wanted and each.facility_id in where
            }
        )

    def held_at(self, facility_id: UUID, held: Iterable[Held]) -> tuple[Held, ...]:
        """Papers for as long as they count at one prison."""
        return tuple(self._at(facility_id, each) for each in held)

    def _at(self, facility_id: UUID, each: Held) -> Held:
        months = self.months_at.get((facility_id, each.kind))
        if months is None or each.valid_from is None:
            return each
        return replace(each, valid_until=counts_until(each.valid_from, each.valid_until, months))


async def policy_of(actor: Actor) -> Policy:
    """That of the actor's organisation, in one statement."""
    row = await db.fetch_one(_POLICY, own_organisation(actor, Role.COORDINATOR, Role.VOLUNTEER))
    assert row is not None
    return Policy(
        types={each["code"]: _type(each) for each in row["types"] or ()},
        requirements=tuple(
            Requirement(activity_kind=activity, credential_kind=kind, facility_id=UUID(place) if place else None)
            for activity, kind, place in row["required"] or ()
        ),
        months_at={(UUID(place), kind): months for place, kind, months in row["shorter"] or ()},
    )


def _type(row: Mapping[str, Any]) -> PaperType:
    name = {"nl": row["name_nl"]} | ({"en": row["name_en"]} if row["name_en"] else {})
    return PaperType(
        code=row["code"],
        name=name,
        has_profile=row["has_profile"],
        once=row["once"],
        valid_months=row["valid_months"],
    )
