"""Promise 2: what is said in a visit is never stored. There is no place for it: every free text is named here."""

from __future__ import annotations

import asyncpg
from graphql import (
    GraphQLInputObjectType,
    GraphQLObjectType,
    build_schema,
    get_named_type,
)

from tests.conftest import Database
from vrijplaats.settings import ROOT

# Free text that comes in through the API: short, and none of it is about a visit.
INPUTS = {
    "RequestVisitInput.note",
    "RequestVisitInput.languages",
    "DetaineeInput.givenName",
    "DetaineeInput.familyName",
    "DetaineeInput.wing",
    "SetLocaleInput.locale",
    "SetMyDetailsInput.displayName",
    "SetMyDetailsInput.phone",
    # of a provider, by the operator
    "SetSsoProviderInput.issuer",
    "SetSsoProviderInput.clientId",
    "SetSsoProviderInput.clientSecret",
    "SetSsoProviderInput.emailDomains",
    # who is invited, and the names of tenants: one line each
    "InvitePersonInput.displayName",
    "InvitePersonInput.email",
    "InvitePersonInput.locale",
    "InviteToTenantInput.displayName",
    "InviteToTenantInput.email",
    "InviteToTenantInput.locale",
    "CreateOrganisationInput.name",
    "CreateFacilityInput.code",
    "CreateFacilityInput.name",
    "CreateFacilityInput.city",
    "CreateFunderInput.name",
    # where a device is, as its browser says it: checked byte for byte, sealed, never shown
    *(f"SubscribePushInput.{name}" for name in ("endpoint", "p256dh", "auth")),
    # what something of oneself should be, which only a coordinator can change; of a visit its figures and room only
    "AskCorrectionInput.wanted",
    # of a volunteer's file: languages and a place that is known by name
    *(f"SetVolunteerWorkInput.{name}" for name in ("languages", "languagesWere")),
    *(f"SetVolunteerWorkInput.{name}" for name in ("littleLanguages", "littleLanguagesWere")),
    "SetVolunteerPersonInput.place",
    # where somebody goes: a prison by its code, a town by name from the list
    *(f"ReportDepartureInput.{name}" for name in ("toFacility", "toPlace")),
    # whom to call when something happens to a volunteer, and the number on a pass: one line each, sealed
    *(f"EmergencyContactInput.{name}" for name in ("name", "phone", "relation")),
    "SetPassNumberInput.number",
    # something practical about a volunteer, who reads it too; screened as the note of a request is
    "WriteVolunteerNoteInput.note",
    # what an organisation calls its papers
    *(f"SetCredentialTypeInput.{name}" for name in ("code", "name", "nameEn")),
    "SetRequirementInput.kind",
    "SetCredentialValidityInput.kind",
    # what stands on a paper: which one, who gave it out, a screening profile
    *(f"RecordCredentialInput.{name}" for name in ("kind", "issuer", "profile")),
    "RenamePasskeyInput.name",  # of one's own device, read by nobody else
    # what a coordinator's list is narrowed by, and what they call a view of their own: of lists, not of people
    *(f"InboxFilter.{name}" for name in ("facility", "language", "search")),
    "SaveInboxViewInput.name",
    # to volunteers, about what is on: screened for plans, offences and names; and whom of a list it is for
    "SendMessageInput.text",
    *(f"RegisterFilter.{name}" for name in ("language", "search")),
}
ARGUMENTS = {"givenName", "familyName", "after", "search", "name", "language", "typed", "kind"}
# Text columns of the tables about matches and visits: codes with a list, and the pseudonym.
VISIT_TEXTS = {
    "match": {"pseudonym", "activity_kind", "state", "end_reason"},
    "presence": set[str](),
    "visit": {
        "pseudonym",
        "state",
        "regime",
        "planned_setting",
        "cancel_side",
        "cancel_cause",
    },
    "visit_log": {"outcome", "setting"},
    "slot_place": set[str](),
}
TEXTS = """
select column_name from information_schema.columns
where table_schema = 'public' and table_name = $1
  and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea')
"""


def test_every_free_text_input_is_known() -> None:
    schema = build_schema((ROOT / "schema.graphql").read_text(encoding="utf-8"))
    inputs = {
        f"{name}.{field_name}"
        for name, kind in schema.type_map.items()
        if isinstance(kind, GraphQLInputObjectType)
        for field_name, field in kind.fields.items()
        if get_named_type(field.type).name == "String"
    }
    assert inputs == INPUTS
    arguments = {
        argument_name
        for kind in schema.type_map.values()
        if isinstance(kind, GraphQLObjectType) and not kind.name.startswith("__")
        for field in kind.fields.values()
        for argument_name, argument in field.args.items()
        if get_named_type(argument.type).name == "String"
    }
    assert arguments == ARGUMENTS


async def test_no_table_about_a_visit_has_room_for_a_story(database: Database) -> None:
    connection = await asyncpg.connect(database.admin_url)
    try:
        for table, known in VISIT_TEXTS.items():
            assert {row["column_name"] for row in await connection.fetch(TEXTS, table)} == known, table
    finally:
        await connection.close()
