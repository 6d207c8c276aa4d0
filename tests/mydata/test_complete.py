"""Nothing that is kept about a person is forgotten in their own data: every table and column is in a section, or is
left out with a reason that the person reads."""

from __future__ import annotations

import pytest

from tests.world import World
from vrijplaats.mydata.sections import LEFT_OUT, SECTIONS
from vrijplaats.mydata.verbs import VERBS
from vrijplaats.settings import ROOT

pytestmark = pytest.mark.usefixtures("db")

# every column that names a person: by a foreign key to a person or a volunteer, or as history does, without one
NAMED = """
select distinct c.conrelid::regclass::text || '.' || a.attname as place
from pg_constraint c
cross join lateral unnest(c.conkey) with ordinality k(n, i)
join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n
where c.contype = 'f' and c.connamespace = 'public'::regnamespace
  and c.confrelid in ('person'::regclass, 'volunteer'::regclass) and a.attname <> 'organisation_id'
union
select table_name || '.' || column_name from information_schema.columns
where table_schema = 'public' and column_name in ('person_id', 'volunteer_id', 'for_person')
order by 1
"""
COLUMNS = """
select column_name from information_schema.columns where table_schema = 'public' and table_name = $1
"""
# of tables that are in a section: what stands in it under another name, or is no knowledge about the person
NOT_SHOWN = {
    "person": {"erased_at"},
    "person_contact": {"email_hash"},
    "membership": {"organisation_id", "facility_id", "funder_id"},
    "passkey": {"membership_id", "credential_id", "public_key", "sign_count", "transports"},
    "session": {"token_hash", "membership_id", "fresh_passkey_at", "sso_provider_id"},
    "sso_identity": {"provider_id", "shown"},
    "sign_in_code": {"address_hash", "expires_at"},
    "email_change": {"expires_at", "tries"},
    "invitation": {
        *("organisation_id", "facility_id", "funder_id", "contact_person", "locale", "invited_by", "accepted_by"),
        *("expires_at", "link_id", "rounds", "mail_state", "shown_id", "shown_until", "for_person", "volunteer_id"),
    },
    "recovery": {
        *("membership_id", "role", "organisation_id", "facility_id", "locator", "by_mail", "elsewhere", "started_by"),
        *("started_role", "second_by", "second_known_by", "expires_at", "tries"),
    },
    "volunteer": {"organisation_id", "fingerprint", "emptied_at"},
    "volunteer_status": {"organisation_id", "volunteer_id", "set_by"},
    "volunteer_availability": {"organisation_id", "volunteer_id"},
    "volunteer_away": {"organisation_id", "volunteer_id"},
    "volunteer_pause": {"organisation_id", "volunteer_id"},
    "series": {"organisation_id", "facility_id", "match_id", "started_by", "looked_on"},
    "credential": {"organisation_id", "volunteer_id", "seen_by"},
    "admission": {"organisation_id", "volunteer_id", "facility_id", "pass_number"},
    "emergency_contact": {"organisation_id", "volunteer_id", "name", "phone", "relation", "set_by"},
    "volunteer_note": {"organisation_id", "volunteer_id", "written_by"},
    "imported_contact": {"organisation_id", "volunteer_id", "email_mark", "name_mark", "called_mark"},
    "call_request": {"organisation_id", "volunteer_id", "urgent_since", "reminded_at", "taken_by", "called_by"},
    "offer": {"organisation_id", "facility_id", "request_id", "volunteer_id", "wave", "handed_on", "offered_by"},
    "match": {
        *("organisation_id", "facility_id", "request_id", "volunteer_id", "detainee_id", "activity_kind"),
        *("created_at", "nearly_told_on"),
    },
    "match_review": {
        *("organisation_id", "facility_id", "match_id", "departure_id", "created_at", "wish", "wished_at", "choice"),
        *("chosen_by", "chosen_at", "together", "met_at", "asked_id", "admission_id", "stays_in_review"),
    },
    "presence": {
        *("organisation_id", "facility_id", "volunteer_id", "during", "live", "room_id", "private_room", "outside"),
    },
    "visit": {
        *("organisation_id", "facility_id", "match_id", "presence_id", "slot_place_id", "proposed_by", "confirmed_by"),
        *("confirmed_at", "cancel_cause", "cancelled_at", "created_at", "moved_at", "revision"),
        "outside",
    },
    "visit_log": {"visit_id", "organisation_id", "logged_by", "corrected_by"},
    "calendar_feed": set(),
    "notice": {"outbox_id", "payload"},
    "push_subscription": {"session_id", "endpoint_hash", "target", "failures"},
    "push_preference": set(),
    "correction": {"organisation_id", "volunteer_id", "reminded_at", "answered_by", "visit_id"},
    "inbox_view": {"organisation_id"},
    "care_talk": {"organisation_id", "volunteer_id", "match_id", "fact", "spoken_by"},
    "deputy": {"organisation_id", "stands_in_id", "set_by"},
    "message": {"organisation_id", "sent_by", "cancelled_by"},
    "message_recipient": {"organisation_id", "message_id", "volunteer_id", "outbox_id", "settled"},
    "history": {"person_id", "organisation_id", "facility_id", "chain", "previous_hash", "hash"},
}


async def test_every_place_that_names_a_person_is_in_a_section_or_left_out_with_a_reason(world: World) -> None:
    spoken_for = {place for section in SECTIONS for place in section.tables}
    left_out = {place for each in LEFT_OUT for place in each.tables}
    own = {f"{table}.{column}" for table in spoken_for for column in ("person_id", "volunteer_id")}
    forgotten = [
        place
        for place in [row["place"] for row in await world.rows(NAMED)]
        if place not in own | spoken_for | left_out and place.partition(".")[0] not in left_out
    ]
    assert forgotten == [], "give these a section in the feature's own_data.py, or say there why they are left out"


async def test_what_is_left_out_and_what_is_spoken_for_exists(world: World) -> None:
    tables = {row["relname"] for row in await world.rows("select relname from pg_class where relkind = 'r'")}
    places = [place for section in SECTIONS for place in section.tables]
    for place in (*places, *(place for each in LEFT_OUT for place in each.tables)):
        table, _, column = place.partition(".")
        assert table in tables, place
        assert not column or column in {row["column_name"] for row in await world.rows(COLUMNS, table)}, place


async def test_every_column_of_a_section_is_in_it_or_known_not_to_be(world: World) -> None:
    shown: dict[str, set[str]] = {}
    for section in SECTIONS:
        for place in section.tables:
            shown.setdefault(place.partition(".")[0], {"id", "person_id"}).update(each.name for each in section.kept)
    for table, names in shown.items():
        columns = {row["column_name"] for row in await world.rows(COLUMNS, table)}
        assert columns - names - {"person_id"} == NOT_SHOWN[table] - {"person_id"} - names, table
    assert set(NOT_SHOWN) == set(shown)


def test_every_key_of_the_file_for_programs_is_documented() -> None:
    document = (ROOT / "docs" / "own-data.md").read_text(encoding="utf-8")
    for section in SECTIONS:
        assert f"| `{section.name}` |" in document, section.name
        line = next(line for line in document.splitlines() if line.startswith(f"| `{section.name}` |"))
        assert [word.strip("` ") for word in line.split("|")[2].split(",")] == [each.name for each in section.kept]


def test_every_verb_of_the_history_has_words() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "backend").rglob("*.py"))
    unknown = {verb for verb in VERBS if f'"{verb}"' not in source.replace("mydata/verbs.py", "")}
    assert unknown == set()
