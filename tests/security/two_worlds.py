"""Two complete tenants, A and B, with one row in every table each; written by a superuser, past every wall."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from uuid import UUID

import asyncpg

PERSON_ROLES = ("volunteer", "coordinator", "staff", "funder", "operator")

ROWS = """
insert into organisation (id, name) values (:organisation, 'Organisatie ' || :'name');
insert into organisation_setting (organisation_id) values (:organisation);
insert into facility (id, code, name, city, latitude, longitude)
  values (:facility, 'code-' || :'name', 'PI ' || :'name', 'Stad', 52, 5);
insert into organisation_facility values (:organisation, :facility, '2020-01-01');
insert into funder (id, name) values (:funder_row, 'Fonds ' || :'name');
insert into credential_requirement values (:organisation, 'ONE_TO_ONE', 'VOG');
insert into credential_validity values (:organisation, :facility, 'VOG', 36);
insert into room (id, facility_id, name, setting) values (:room, :facility, 'Kamer 1', 'PRIVATE_ROOM');
insert into visiting_slot (id, facility_id, weekday, starts, ends, capacity, active_from)
  values (:slot, :facility, 1, '13:00', '16:00', 3, '2020-01-01');
insert into blocked_day (facility_id, day, cause) values (:facility, '2026-12-25', 'HOLIDAY');
insert into slot_place (id, facility_id, slot_id, capacity, day, number, organisation_id)
  values (:place, :facility, :slot, 3, '2026-12-07', 1, :organisation);
insert into volunteer (id, organisation_id, person_id, status, status_since, carrying)
  values (:volunteer_row, :organisation, :volunteer, 'ACTIVE', '2024-01-01', 1);
insert into volunteer_availability (organisation_id, volunteer_id, weekday) values (:organisation, :volunteer_row, 1);
insert into volunteer_away (organisation_id, volunteer_id, starts_on, ends_on, created_at)
  values (:organisation, :volunteer_row, '2026-12-20', '2026-12-31', now());
insert into volunteer_pause (organisation_id, volunteer_id, starts_on)
  values (:organisation, :volunteer_row, '2026-11-01');
insert into credential (organisation_id, volunteer_id, kind, issuer, valid_from)
  values (:organisation, :volunteer_row, 'VOG', 'Justis', '2024-01-01');
insert into admission (organisation_id, facility_id, volunteer_id, state, valid_from)
  values (:organisation, :facility, :volunteer_row, 'GRANTED', '2024-01-01');
insert into detainee (id, facility_id, pseudonym, fingerprint) values (:detainee, :facility, 'Duin 1', :print);
insert into detainee_identity (detainee_id, facility_id, given_name, family_name)
  values (:detainee, :facility, '\\x01', '\\x02');
insert into facility_key values (:facility, '\\x03');
insert into detainee_key values (:detainee, :facility, '\\x04');
insert into visit_request
  (id, facility_id, organisation_id, detainee_id, pseudonym, activity_kind, languages, consent_at, state)
  values (:request, :facility, :organisation, :detainee, 'Duin 1', 'ONE_TO_ONE', '{nl}', now(), 'MATCHED');
insert into pool_entry values (:request, :facility);
insert into offer (id, organisation_id, facility_id, request_id, volunteer_id, expires_at)
  values (:offer, :organisation, :facility, :request, :volunteer_row, now() + interval '1 day');
insert into waves
  (organisation_id, facility_id, request_id, size, every_hours, answer_time, next_at, started_by, created_at)
  values (:organisation, :facility, :request, 3, 6, '1 day', now(), :coordinator, now());
insert into organisation (id, name) values (:other_organisation, 'Andere ' || :'name');
insert into visit_request
  (id, facility_id, organisation_id, detainee_id, pseudonym, activity_kind, languages, consent_at)
  values (:open_request, :facility, :organisation, :detainee, 'Duin 1', 'COURSE', '{nl}', now());
insert into hand_over (organisation_id, facility_id, request_id, to_organisation_id, proposed_at, expires_at)
  values (:organisation, :facility, :open_request, :other_organisation, now(), now() + interval '5 days');
insert into inbox_view (organisation_id, person_id, name, created_at)
  values (:organisation, :coordinator, 'Lang', now());
insert into match
  (id, organisation_id, facility_id, request_id, volunteer_id, detainee_id, pseudonym, activity_kind, started_on)
  values (:match, :organisation, :facility, :request, :volunteer_row, :detainee, 'Duin 1', 'ONE_TO_ONE', '2026-01-01');
insert into presence (id, organisation_id, facility_id, volunteer_id, person_id, starts_at, ends_at)
  values (:presence, :organisation, :facility, :volunteer_row, :volunteer, '2026-12-07 13:00Z', '2026-12-07 14:00Z');
insert into visit (id, organisation_id, facility_id, match_id, presence_id, pseudonym, slot_place_id)
  values (:visit, :organisation, :facility, :match, :presence, 'Duin 1', :place);
insert into series (id, organisation_id, facility_id, match_id, every_weeks, first_day, starts, minutes, started_by,
  created_at, looked_on)
  values (:series, :organisation, :facility, :match, 2, '2026-12-07', '14:00', 60, :volunteer, now(), '2026-12-01');
insert into series_occurrence (organisation_id, facility_id, series_id, on_day, state, visit_id)
  values (:organisation, :facility, :series, '2026-12-07', 'SKIPPED', :visit);
insert into departure (id, facility_id, detainee_id, pseudonym, kind, on_day, reported_by, created_at)
  values (:departure, :facility, :detainee, 'Duin 1', 'RELEASE', '2026-12-20', :staff, now());
insert into departure_key (departure_id, facility_id, detainee_id) values (:departure, :facility, :detainee);
insert into match_review (organisation_id, facility_id, match_id, departure_id, created_at)
  values (:organisation, :facility, :match, :departure, now());
insert into visit_log (visit_id, organisation_id, outcome, minutes, setting, travel_kilometres, corrected_by,
  corrected_at)
  values (:visit, :organisation, 'HELD', 60, 'PRIVATE_ROOM', 20, :coordinator, now());
insert into matching_weight values (:organisation, 2, 2, 2, 2, 2, 2, 2, 2, :coordinator, now());
insert into kilometre_rate values (:organisation, '2026-01-01', 25, :coordinator, now());
insert into setting_change (organisation_id, setting, before, after, changed_by, changed_at)
  values (:organisation, 'RHYTHM', '{"usual_weeks": 2}', '{"usual_weeks": 3}', :coordinator, now());
insert into call_request (organisation_id, volunteer_id, urgency, asked_at)
  values (:organisation, :volunteer_row, 'THIS_WEEK', now());
insert into correction (organisation_id, volunteer_id, item, wanted, asked_at, due_on, visit_id)
  values (:organisation, :volunteer_row, 'VISIT', '90 minuten', now(), '2027-01-01', :visit);
insert into imported_contact (volunteer_id, organisation_id, phone)
  values (:volunteer_row, :organisation, '+31612345678');
insert into import_columns values (:organisation, '{}', :coordinator, now());
insert into organisation_key values (:organisation, '\\x03');
insert into volunteer_key values (:volunteer_row, :organisation, '\\x04');
insert into emergency_contact (volunteer_id, organisation_id, name, phone, set_by, set_at)
  values (:volunteer_row, :organisation, '\\x01', '\\x02', :volunteer, now());
insert into volunteer_note (organisation_id, volunteer_id, note, written_by, written_at)
  values (:organisation, :volunteer_row, 'Bel na zes uur', :coordinator, now());
insert into paper_warning (organisation_id, volunteer_id, kind, facility_id, until, step, told_at)
  values (:organisation, :volunteer_row, 'ADMISSION', :facility, '2026-12-31', 30, now());
insert into visit_review values (:visit, :organisation, now());
insert into care_talk (organisation_id, volunteer_id, match_id, signal, fact, spoken_by, spoken_at)
  values (:organisation, :volunteer_row, :match, 'FIRST_VISIT', '1', :coordinator, now());
insert into deputy (organisation_id, person_id, stands_in_id, starts_on, ends_on, set_by, created_at)
  values (:organisation, :coordinator, :volunteer, '2026-12-01', '2026-12-10', :coordinator, now());
insert into message (id, organisation_id, sent_by, text, created_at)
  values (:message, :organisation, :coordinator, 'Donderdag is er koffie.', now());
insert into message_recipient (organisation_id, message_id, volunteer_id, person_id, outbox_id, told_at)
  values (:organisation, :message, :volunteer_row, :volunteer, gen_random_uuid(), now());
insert into publication (id, period_start, period_end, canonical, hash, signature)
  values (:publication, :'period'::date, :'period'::date + 30, '\\x00', :print, '\\x00');
insert into figure_cell (publication_id, figure, organisation_id, quarter, value)
  values (:publication, 'VISITS_HELD', :organisation, '2026-01-01', 5);
insert into sso_provider (organisation_id, issuer, client_id, client_secret, created_at)
  values (:organisation, 'https://login.example', 'vrijplaats', '\\x00', now());
insert into sso_provider (facility_id, issuer, client_id, client_secret, created_at)
  values (:facility, 'https://login.example', 'vrijplaats', '\\x00', now());
insert into history (person_id, role, verb, subject, organisation_id, facility_id)
  values (null, 'STAFF', 'test.row', '{}', :organisation, :facility);
insert into invitation (role, organisation_id, display_name, locale, invited_by, created_at, expires_at)
  values ('VOLUNTEER', :organisation, 'Els', 'nl', :coordinator, now(), now() + interval '1 day');
insert into invitation (role, facility_id, display_name, locale, invited_by, created_at, expires_at)
  values ('STAFF', :facility, 'Jan', 'nl', :staff, now(), now() + interval '1 day');
insert into outbox (event, organisation_id, facility_id) values ('test.row', :organisation, :facility);
"""

OF_A_PERSON = """
insert into person_contact (person_id, email) values (:person, replace(:person::text, '-', '') || '@example.org');
insert into session values (:print, :person, :membership, now(), now(), now() + interval '1 day');
insert into sign_in_code (person_id, address_hash, device, created_at, expires_at)
  values (:person, :print, '/', now(), now() + interval '10 minutes');
insert into email_change (person_id, email, created_at, expires_at)
  values (:person, 'nieuw@example.org', now(), now() + interval '10 minutes');
insert into push_subscription (person_id, session_id, endpoint_hash, service, target, created_at)
  select :person, id, :print, 'https://push.example.org', '\\x00', now() from session where person_id = :person;
insert into push_delivery (person_id, subscription_id, outbox_id, event, tag, created_at, next_at, expires_at)
  select :person, id, gen_random_uuid(), 'test.row', gen_random_uuid(), now(), now(), now() from push_subscription
  where person_id = :person;
insert into push_preference (person_id, quiet_from, quiet_until) values (:person, 22, 8);
insert into demo_persona values (:'key', :person, :membership, 1);
insert into passkey (person_id, membership_id, credential_id, public_key, sign_count, name, backed_up, created_at)
  values (:person, :membership, :print, :print, 1, 'Telefoon', true, now());
insert into webauthn_challenge (hash, purpose, person_id, expires_at)
  values (:print, 'REGISTER', :person, now() + interval '5 minutes');
insert into recovery (person_id, membership_id, role, organisation_id, facility_id, locator, by_mail, elsewhere,
    started_by, started_role, known_by, created_at, expires_at)
  values (:person, :membership, 'VOLUNTEER', :organisation, :facility, gen_random_uuid(), true, false, :helper,
    'COORDINATOR', 'VIDEO', now(), now() + interval '30 minutes');
insert into calendar_feed (person_id, created_at) values (:person, now());
insert into idempotency (person_id, key, request_hash) values (:person, gen_random_uuid(), :print);
insert into sso_identity (person_id, provider_id, issuer, subject, shown, created_at)
  select :person, id, 'https://login.example', :'key', :print, now() from sso_provider limit 1;
insert into sso_attempt (hash, browser, provider_id, purpose, person_id, return_path, expires_at)
  select :print, :print, id, 'LINK', :person, '/ik', now() + interval '5 minutes' from sso_provider limit 1;
insert into reading_noted (person_id, session_id, membership_id, detainee_id, purpose, noted_at)
  select :person, gen_random_uuid(), :membership, id, 'match', now() from detainee limit 1;
insert into notice (person_id, outbox_id, event) values (:person, gen_random_uuid(), 'test.row');
insert into notice_letter (person_id, outbox_id, event, role, urgent, created_at, due_at, expires_at)
  select person_id, outbox_id, event, 'VOLUNTEER', false, now(), now(), now() from notice where person_id = :person;
insert into history (person_id, role, verb, subject) values (:person, 'STAFF', 'test.row', '{}');
"""

MEMBERSHIP = {
    "volunteer": "organisation_id",
    "coordinator": "organisation_id",
    "staff": "facility_id",
    "funder": "funder_id",
    "operator": None,
}


@dataclass(slots=True)
class Tenant:
    """The ids of one tenant's rows, by the names used above."""

    name: str
    ids: dict[str, UUID] = field(default_factory=dict)

    def settings(self, role: str) -> dict[str, str]:
        """The transaction settings of this tenant's actor in that role."""
        organisation = self.ids["organisation"] if role in {"volunteer", "coordinator"} else ""
        return {
            "person": str(self.ids[role]),
            "role": role.upper(),
            "organisation": str(organisation),
            "facility": str(self.ids["facility"]) if role == "staff" else "",
            "volunteer": str(self.ids["volunteer_row"]) if role == "volunteer" else "",
            "session": "",
        }


NOBODY = dict.fromkeys(("person", "role", "organisation", "facility", "volunteer", "session"), "")


async def build(connection: asyncpg.Connection[asyncpg.Record], name: str, period: str) -> Tenant:
    """Insert a whole tenant; `period` keeps the publications of the two apart."""
    tenant = Tenant(name)
    words = {word.strip(":,();") for word in ROWS.split() if word.startswith((":", "(:"))}
    for word in {word.strip("(:,);'") for word in words} - {
        "name",
        "period",
        "print",
    } | set(PERSON_ROLES):
        tenant.ids[word] = await connection.fetchval("select uuidv7()")
    for role in PERSON_ROLES:
        await connection.execute(
            "insert into person (id, display_name) values ($1, $2)",
            tenant.ids[role],
            f"{role} {name}",
        )
    await connection.execute(_filled(ROWS, tenant.ids, name=name, period=period))
    for role, column in MEMBERSHIP.items():
        await _person(connection, tenant, role, column)
    return tenant


async def _person(
    connection: asyncpg.Connection[asyncpg.Record],
    tenant: Tenant,
    role: str,
    column: str | None,
) -> None:
    extra = {
        "organisation_id": "organisation",
        "facility_id": "facility",
        "funder_id": "funder_row",
    }
    membership = await connection.fetchval(
        f"insert into membership (person_id, role{', ' + column if column else ''}) "
        f"values ($1, $2{', $3' if column else ''}) returning id",
        *([tenant.ids[role], role.upper()] + ([tenant.ids[extra[column]]] if column else [])),
    )
    ids = {"person": tenant.ids[role], "membership": membership}
    ids |= {name: tenant.ids[name] for name in ("organisation", "facility")}
    ids["helper"] = tenant.ids["staff" if role == "coordinator" else "coordinator"]
    await connection.execute(_filled(OF_A_PERSON, ids, name=f"{tenant.name}-{role}", key=f"{tenant.name}-{role}"))


def _filled(sql: str, ids: dict[str, UUID], **texts: str) -> str:
    """The named places of the script above; every value is our own, nothing comes from outside."""
    for name, text in texts.items():
        sql = sql.replace(f":'{name}'", f"'{text}'")
    sql = sql.replace(":print", f"'\\x{hashlib.sha256(texts['name'].encode()).hexdigest()}'")
    for name in sorted(ids, key=len, reverse=True):
        sql = sql.replace(f":{name}", f"'{ids[name]}'")
    return sql
