"""Nothing that says who somebody was is forgotten when they are erased: every place that names a person is emptied, or
stays for a reason that is written down here. A new table without a decision fails."""

from __future__ import annotations

import pytest

from tests.mydata.test_complete import NAMED
from tests.world import World
from vrijplaats.mydata.leaving.actions import OF_A_PERSON, OF_A_VOLUNTEER

pytestmark = pytest.mark.usefixtures("db")

# gone with a row that is emptied, by the database itself
ALONG = {
    "push_subscription.person_id": "session",
    "push_delivery.person_id": "push_subscription",
    "notice_letter.person_id": "notice",
}
_COUNTS_ON = "the visit counts on without a person: a number, behind which stands nobody's name any more"
_WHO_DID = "who did it with what is somebody else's: the number of a person without a name"
_MINUTES = "runs for minutes and is swept away by the clock, for everybody (accounts.jobs, accounts.sso.jobs)"
_INVITED = "an invitation that was accepted, or to their address and over, is deleted; what they sent is another's"
_STOOD_IN = "a number, swept away a month after the last day (accounts.deputies.jobs)"
STAYS = {
    "volunteer.person_id": "the register keeps that there was one; the row is emptied (volunteer.emptied_at)",
    "membership.person_id": "from when until when somebody had a role: without it nobody could tell who might do what",
    "history.person_id": "the chain holds numbers only, and would break",
    "volunteer_status.volunteer_id": "how many volunteers there were, when, is counted from it",
    "volunteer_status.set_by": _WHO_DID,
    **dict.fromkeys(("match.volunteer_id", "offer.volunteer_id", "presence.volunteer_id"), _COUNTS_ON),
    "match_review.asked_id": _COUNTS_ON,
    **dict.fromkeys(
        ("presence.person_id", "series.started_by", "visit.proposed_by", "visit_log.logged_by"), _COUNTS_ON
    ),
    **dict.fromkeys(("visit.confirmed_by", "visit_request.claimed_by", "visit_request.requested_by"), _WHO_DID),
    **dict.fromkeys(("offer.offered_by", "waves.started_by", "matching_weight.changed_by"), _WHO_DID),
    **dict.fromkeys(("call_request.taken_by", "call_request.called_by", "correction.answered_by"), _WHO_DID),
    **dict.fromkeys(("credential.seen_by", "import_columns.changed_by", "publication.published_by"), _WHO_DID),
    "visit_log.corrected_by": _WHO_DID,
    **dict.fromkeys(("kilometre_rate.set_by", "setting_change.changed_by"), _WHO_DID),
    **dict.fromkeys(("departure.reported_by", "match_review.chosen_by"), _WHO_DID),
    **dict.fromkeys(("care_talk.spoken_by", "message.sent_by", "message.cancelled_by"), _WHO_DID),
    **dict.fromkeys(("deputy.stands_in_id", "deputy.set_by"), _STOOD_IN),
    **dict.fromkeys(("emergency_contact.set_by", "volunteer_note.written_by"), _WHO_DID),
    **dict.fromkeys(("recovery.started_by", "recovery.second_by"), _WHO_DID),
    **dict.fromkeys(("invitation.accepted_by", "invitation.for_person", "invitation.invited_by"), _INVITED),
    "invitation.volunteer_id": _INVITED,
    **dict.fromkeys(("sso_attempt.person_id", "webauthn_challenge.person_id"), _MINUTES),
    "demo_persona.person_id": "the demo only: invented people",
}
EMPTIED = {f"{table}.person_id" for table in OF_A_PERSON} | {f"{table}.volunteer_id" for table in OF_A_VOLUNTEER}
CASCADES = """
select distinct c.conrelid::regclass::text || '.' || a.attname as place, c.confrelid::regclass::text as along
from pg_constraint c
cross join lateral unnest(c.conkey) k(n)
join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n
where c.contype = 'f' and c.confdeltype = 'c' and c.connamespace = 'public'::regnamespace
"""


async def test_every_place_that_names_a_person_is_emptied_or_stays_for_a_reason(world: World) -> None:
    places = [row["place"] for row in await world.rows(NAMED)]
    undecided = [place for place in places if place not in EMPTIED | STAYS.keys() | ALONG.keys()]
    assert undecided == [], "empty these in mydata.leaving.actions, or write down here why they stay"


async def test_nothing_is_decided_about_what_does_not_exist_or_twice(world: World) -> None:
    places = {row["place"] for row in await world.rows(NAMED)}
    decided = [*EMPTIED, *STAYS, *ALONG]
    assert set(decided) <= places
    assert len(decided) == len(set(decided))
    assert all(STAYS.values())


async def test_what_goes_along_goes_with_something_that_is_emptied(world: World) -> None:
    cascades = {(row["place"], row["along"]) for row in await world.rows(CASCADES)}
    for place, table in ALONG.items():
        assert (place, table) in cascades, place
        assert table in OF_A_PERSON or f"{table}.person_id" in ALONG, place


async def test_a_new_table_without_a_decision_is_noticed(world: World) -> None:
    await world.connection.execute("create table newcomer (volunteer_id uuid, told_by uuid references person)")
    try:
        places = {row["place"] for row in await world.rows(NAMED)}
    finally:
        await world.connection.execute("drop table newcomer")
    undecided = {"newcomer.volunteer_id", "newcomer.told_by"}
    assert places - EMPTIED - STAYS.keys() - ALONG.keys() == undecided
