"""Bad input to every mutation gives its code or a masked error: no trace, no echo, and nothing has changed.

The mutations and their inputs are read from the schema, so that a later one is tried too: it fails here until it has a
good input to spoil.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
import pytest_asyncio
from graphql import (
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
    get_named_type,
)

from tests.calling import Browser, a_browser
from tests.conftest import Database
from tests.push.service import a_target
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor
from vrijplaats.settings import ROOT, Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")

SCHEMA: GraphQLSchema = build_schema((ROOT / "schema.graphql").read_text(encoding="utf-8"))
ANSWER = "{ __typename ... on Problem { code message } }"
PRINT = "select count(*) || md5(coalesce(string_agg(t::text, '' order by t::text), '')) from"
MEGABYTE = "x" * 1_000_000
TRACES = ("Traceback", 'File "', "asyncpg", "vrijplaats.", "select ", "insert into", "SyntaxError")
# What a person may be told in data; everything else is an error with one of these codes.
ERRORS = {"BAD_REQUEST", "FORBIDDEN", "TOO_LARGE", "NOT_FOUND"}
# others may do these too, with things of their own
ALSO = {
    "cancelVisit": {"VOLUNTEER", "COORDINATOR"},
    **{name: {"COORDINATOR"} for name in ("endMatch", "subscribePush", "setQuietHours", "muteNotices")},
    "endMembership": {"STAFF"},
    "startRecovery": {"STAFF", "OPERATOR"},
    "confirmRecovery": {"STAFF", "OPERATOR"},
    "invitePerson": {"STAFF"},
    "resendInvitation": {"STAFF", "OPERATOR"},
    "showInvitation": {"STAFF", "OPERATOR"},
    "withdrawInvitation": {"STAFF", "OPERATOR"},
}
# these only change the reader's own language, notices, passkeys or sessions
HARMLESS = {
    "setLocale",
    "setMyDetails",
    "readNotices",
    "renamePasskey",
    "removePasskey",
    "endSession",
    "endOtherSessions",
    "switchMembership",
    "unlinkSso",
    "stopRecovery",  # of oneself or of somebody one helps, and of nobody else
    "unsubscribePush",
    "makeCalendarFeed",
    "revokeCalendarFeed",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A mutation, the actor who may do it and an input that would work."""

    actor: Actor
    good: dict[str, Any]


class Cases:
    """One world in which every mutation could be done, by somebody."""

    def __init__(self, browser: Browser, bases: dict[str, Case], database: Database) -> None:
        self.browser, self.bases, self._database = browser, bases, database

    async def send(self, mutation: str, value: Any, *, whole: bool = False) -> httpx.Response:
        """The mutation with this input, by the one who may do it."""
        kind = next(iter(_mutations()[mutation].args.values())).type
        document = f"mutation M($input: {kind}) {{ {mutation}(input: $input) {ANSWER} }}"
        await self.browser.sign_in(self.bases[mutation].actor, fresh_passkey_at=clock.now())
        return await self.browser.post(document, value if whole else {"input": value})

    async def state(self) -> dict[str, Any]:
        """A print of every row of every table that an action may touch."""
        connection = await asyncpg.connect(self._database.admin_url)
        try:
            tables = await connection.fetch(
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' "
                "and relname not in ('session', 'idempotency')"
            )
            return {row["relname"]: await connection.fetchval(f'{PRINT} "{row["relname"]}" t') for row in tables}
        finally:
            await connection.close()


def _mutations() -> dict[str, Any]:
    assert SCHEMA.mutation_type is not None
    return dict(SCHEMA.mutation_type.fields)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def cases(db: Settings, database: Database) -> AsyncIterator[Cases]:
    connection = await asyncpg.connect(database.admin_url)
    world = World(connection)
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    staff, coordinator = await world.a_staff_member(facility), await world.a_coordinator(organisation)
    volunteer = await world.a_volunteer(organisation, admitted=[facility])
    operator = await world.an_operator()
    open_request, pool = await world.a_request(facility, organisation), await world.a_request(facility)
    offer = await world.an_offer(await world.a_request(facility, organisation), volunteer)
    match = await world.a_match(volunteer, facility)
    now = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    past = await world.a_visit(match, now - timedelta(days=2))
    coming = await world.a_visit(match, now + timedelta(days=2), state="PROPOSED")
    start = (now + timedelta(days=9)).replace(hour=11)
    feed = await world.insert("calendar_feed", person_id=volunteer.person_id, created_at=now)
    bases = {
        "setLocale": Case(volunteer, {"locale": "en"}),
        "setMyDetails": Case(volunteer, {"displayName": "Els Bakker", "phone": "0612345678"}),
        "renamePasskey": Case(volunteer, {"passkeyId": str(await world.a_passkey(volunteer)), "name": "Telefoon"}),
        "removePasskey": Case(volunteer, {"passkeyId": str(await world.a_passkey(volunteer))}),
        "endSession": Case(volunteer, {"sessionId": str(uuid4())}),
        "endOtherSessions": Case(volunteer, {"thisSessionId": str(uuid4())}),
        "subscribePush": Case(volunteer, a_target()),
        "unsubscribePush": Case(volunteer, {"subscriptionId": str(uuid4())}),
        "setQuietHours": Case(volunteer, {"quietHours": {"from": 22, "until": 8}}),
        "muteNotices": Case(volunteer, {"kind": "VISITS", "muted": True}),
        "switchMembership": Case(volunteer, {"membershipId": str(uuid4())}),
        "unlinkSso": Case(volunteer, {"linkId": str(uuid4())}),
        "startRecovery": Case(
            coordinator, {"membershipId": str(volunteer.membership_id), "volunteerId": None, "knownBy": "VIDEO"}
        ),
        "confirmRecovery": Case(coordinator, {"recoveryId": str(uuid4()), "knownBy": "VIDEO"}),
        "stopRecovery": Case(volunteer, {"recoveryId": str(uuid4())}),
        "makeCalendarFeed": Case(volunteer, {"feedId": str(feed)}),
        "revokeCalendarFeed": Case(volunteer, {"feedId": str(feed)}),
        "readNotices": Case(volunteer, {"noticeIds": [str(uuid4())]}),
        "requestVisit": Case(
            staff,
            {
                "facilityId": str(facility),
                "activityKind": "ONE_TO_ONE",
                "languages": ["nl"],
                "organisationId": str(organisation),
                "volunteerGender": "WOMAN",
                "note": "Liefst in de middag.",
                "detainee": {"givenName": "Ravi", "familyName": "Proef", "wing": "C2"},
                "consent": True,
            },
        ),
        "withdrawRequest": Case(staff, {"requestId": str(open_request), "reason": "DETAINEE_WISH"}),
        "eraseDetainee": Case(
            staff, {"requestId": str(await world.a_request(facility, organisation)), "withdraw": True}
        ),
        "claimRequest": Case(coordinator, {"requestId": str(pool)}),
        "offerRequest": Case(
            coordinator,
            {
                "requestId": str(open_request),
                "volunteerIds": [str(volunteer.volunteer_id)],
                "expiresAt": (now + timedelta(days=1)).isoformat(),
            },
        ),
        "acceptOffer": Case(volunteer, {"offerId": str(offer)}),
        "declineOffer": Case(volunteer, {"offerId": str(offer), "reason": "NO_TIME"}),
        "proposeVisit": Case(
            volunteer,
            {
                "matchId": str(match.id),
                "startsAt": start.isoformat(),
                "endsAt": (start + timedelta(hours=1)).isoformat(),
            },
        ),
        "confirmVisit": Case(staff, {"visitId": str(coming.id), "regime": "OFFICIAL", "setting": "PRIVATE_ROOM"}),
        "cancelVisit": Case(staff, {"visitId": str(coming.id), "side": "FACILITY", "cause": "NO_ROOM"}),
        "logVisit": Case(
            volunteer,
            {
                "visitId": str(past.id),
                "outcome": "HELD",
                "minutes": 60,
                "setting": "PRIVATE_ROOM",
                "travelKilometres": 20.5,
            },
        ),
        "endMatch": Case(volunteer, {"matchId": str(match.id), "reason": "VOLUNTEER_WISH"}),
        # the address is one that nobody answers: discarded before anything is asked, or asked and not kept
        "setSsoProvider": Case(
            operator,
            {
                "organisationId": str(organisation),
                "facilityId": None,
                "issuer": "http://127.0.0.1:9",
                "clientId": "vrijplaats",
                "clientSecret": "geheim",
                "emailDomains": ["voorbeeld.nl"],
            },
        ),
        "endSsoProvider": Case(operator, {"providerId": str(await world.an_sso_provider(organisation))}),
        "publishReport": Case(operator, {"periodStart": "2025-01-01", "periodEnd": "2025-03-31"}),
    }
    operator, els = await world.an_operator(), {"displayName": "Els Bakker", "email": "els@example.org", "locale": "nl"}
    contact = await world.a_staff_member(facility, contact_person=True)
    invited = {"invitationId": str(await world.an_invitation(coordinator, email="jan@example.org"))}
    bases |= {
        "invitePerson": Case(coordinator, {"role": "VOLUNTEER", **els}),
        "inviteToTenant": Case(operator, {"organisationId": str(organisation), **els}),
        "resendInvitation": Case(coordinator, invited),
        "showInvitation": Case(coordinator, invited),
        "withdrawInvitation": Case(coordinator, invited),
        "endMembership": Case(coordinator, {"membershipId": str(volunteer.membership_id)}),
        "makeCoordinator": Case(coordinator, {"membershipId": str(volunteer.membership_id)}),
        "setContactPerson": Case(contact, {"membershipId": str(staff.membership_id), "contactPerson": True}),
        "createOrganisation": Case(operator, {"name": "Nieuw"}),
        "createFunder": Case(operator, {"name": "Nieuw"}),
        "createFacility": Case(
            operator,
            {"code": "nieuw", "name": "PI Nieuw", "city": "Zwolle", "latitude": 52.5, "longitude": 6.1, "women": False},
        ),
        "setActivity": Case(
            operator,
            {
                "organisationId": str(organisation),
                "facilityId": str(facility),
                "activeFrom": "2026-01-01",
                "activeUntil": "2026-12-31",
            },
        ),
    }
    yield Cases(a_browser(db, world), bases, database)
    await connection.close()


@pytest.mark.parametrize("mutation", sorted(_mutations()))
async def test_a_spoiled_input_is_answered_and_changes_nothing(cases: Cases, mutation: str) -> None:
    """Each field missing, null, of the wrong type, too long, foreign, in the past, a megabyte."""
    assert mutation in cases.bases, "give this mutation a good input above"
    kind = get_named_type(next(iter(_mutations()[mutation].args.values())).type)
    assert isinstance(kind, GraphQLInputObjectType)
    before = await cases.state()
    for spoiled, why in _spoiled(kind, cases.bases[mutation].good):
        answer = await cases.send(mutation, spoiled)
        _is_clear(answer, f"{mutation}: {why}")
    assert await cases.state() == before


@pytest.mark.parametrize("mutation", sorted(_mutations()))
async def test_no_input_at_all_and_unknown_fields_are_answered(cases: Cases, mutation: str) -> None:
    before = await cases.state()
    good = cases.bases[mutation].good
    spoiled: tuple[dict[str, Any], ...] = (
        {},
        {"input": None},
        {"input": []},
        {"input": good | {"plan": "x"}},
        {"input": "x"},
        {"other": good},
    )
    for variables in spoiled:
        _is_clear(await cases.send(mutation, variables, whole=True), f"{mutation}: {list(variables)}")
    assert await cases.state() == before


@pytest.mark.parametrize("mutation", sorted(set(_mutations()) - HARMLESS))
async def test_the_wrong_person_changes_nothing(cases: Cases, mutation: str) -> None:
    """Every other role, with an input that would work for the right one."""
    case, before = cases.bases[mutation], await cases.state()
    others = {c.actor.role: c.actor for c in cases.bases.values() if c.actor.role is not case.actor.role}
    allowed = ALSO.get(mutation, set())
    kind = next(iter(_mutations()[mutation].args.values())).type
    for role, actor in others.items():
        if role.value in allowed:
            continue
        await cases.browser.sign_in(actor)
        answer = await cases.browser.post(
            f"mutation M($input: {kind}) {{ {mutation}(input: $input) {{ __typename }} }}", {"input": case.good}
        )
        assert answer.json()["errors"][0]["extensions"]["code"] == "FORBIDDEN", f"{mutation} as {role}"
    assert await cases.state() == before


def _is_clear(answer: httpx.Response, what: str) -> None:
    assert answer.status_code < 500, f"{what}: {answer.status_code} {answer.text[:300]}"
    assert not [trace for trace in TRACES if trace in answer.text], f"{what}: {answer.text[:500]}"
    assert len(answer.content) < 4_000, f"{what}: echoes what was sent"
    content = answer.json()
    if errors := content.get("errors"):
        assert {error["extensions"]["code"] for error in errors} <= ERRORS, f"{what}: {answer.text[:300]}"
        return
    (value,) = content["data"].values()
    assert value.get("code"), f"{what} was accepted: {value}"
    assert value["message"]


def _spoiled(kind: GraphQLInputObjectType, good: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """Inputs that are good but for one field, each with the reason."""
    found: list[tuple[dict[str, Any], str]] = []
    for name, field in kind.fields.items():
        if isinstance(field.type, GraphQLNonNull):
            found += [({key: value for key, value in good.items() if key != name}, f"without {name}")]
            found += [(good | {name: None}, f"{name} null")]
        inner = get_named_type(field.type)
        if isinstance(inner, GraphQLInputObjectType):
            found += [(good | {name: deep}, f"{name}: {why}") for deep, why in _spoiled(inner, good[name])]
        found += [(good | {name: bad}, f"{name} = {str(bad)[:30]!r}") for bad in _bad_values(field.type, name)]
    return found


def _bad_values(kind: GraphQLInputType, name: str) -> list[Any]:
    scalar, many = get_named_type(kind).name, _is_list(kind)
    foreign, past = str(uuid4()), (datetime.now(UTC) - timedelta(days=400)).isoformat()
    by_scalar: dict[str, list[Any]] = {
        "ID": [foreign, "", "x", "'; drop table person; --", MEGABYTE, {"a": 1}, "0" * 36],
        "String": [MEGABYTE, {"a": 1}, 7, "\x00", "x" * 5000]
        + (["", "   "] if name in {"givenName", "familyName", "locale", "name"} else []),
        "DateTime": [
            past,
            "morgen",
            "2026-13-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            MEGABYTE,
            12,
            "2026-12-01T10:00:00",
        ],
        "Date": ["2024-02-30", "kwartaal", MEGABYTE, 12, "0001-01-01"],
        "Int": [-1, 100_000, 2**40, "zestig", 1.5, MEGABYTE],
        "Float": [-1, 1e9, "ver", MEGABYTE, 1e308],
        "Boolean": ["ja", 1, MEGABYTE],
    }
    values = by_scalar.get(scalar, ["NOT_A_VALUE", "", 7, MEGABYTE])
    if many:
        return [[], [values[0]] * 3000, MEGABYTE, [None], *([value] for value in values)]
    return values


def _is_list(kind: GraphQLInputType) -> bool:
    inner = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
    return isinstance(inner, GraphQLList)


async def test_every_mutation_takes_one_input_and_answers_with_a_union() -> None:
    for name, field in _mutations().items():
        assert list(field.args) == ["input"], name
        union = get_named_type(field.type)
        members = {member.name for member in getattr(union, "types", ())}
        assert f"{name[0].upper()}{name[1:]}Success" in members, name
        assert all(isinstance(SCHEMA.type_map[member], GraphQLObjectType) for member in members)
