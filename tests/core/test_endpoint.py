"""What the endpoint takes, and how it answers what it does not."""

import json
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.calling import Browser
from tests.world import World

VIEWER = "{ viewer { displayName } }"
NOTICES = "{ myNotices { id } }"
READ = "mutation { readNotices(input: {noticeIds: []}) { __typename } }"


async def _post(browser: Browser, body: Any, **headers: str) -> httpx.Response:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    ours = {"X-Vrijplaats": "1", "Content-Type": "application/json"} | headers
    return await browser.http.post("/graphql", content=content, headers=ours)


def _code(response: httpx.Response) -> str:
    code: str = response.json()["errors"][0]["extensions"]["code"]
    return code


async def test_a_request_without_our_header_is_refused(browser: Browser) -> None:
    response = await browser.http.post("/graphql", json={"query": VIEWER})
    assert (response.status_code, _code(response)) == (403, "HEADER_MISSING")


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
async def test_only_post_is_answered(browser: Browser, method: str) -> None:
    response = await browser.http.request(method, "/graphql", headers={"X-Vrijplaats": "1", "Accept": "text/html"})
    assert response.status_code == 405


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/graphql"]
)
async def test_only_json_is_read(browser: Browser, kind: str) -> None:
    response = await _post(browser, {"query": VIEWER}, **{"Content-Type": kind})
    assert (response.status_code, _code(response)) == (415, "NOT_JSON")


async def test_a_body_over_the_cap_is_refused(browser: Browser) -> None:
    response = await _post(browser, {"query": VIEWER, "variables": {"text": "x" * 70_000}})
    assert (response.status_code, _code(response)) == (413, "TOO_LARGE")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'[{"query": "{ viewer { id } }"}]',
        b'"text"',
        b"{}",
        b'{"query": 1}',
        b'{"query": ""}',
        b"\xff",
        b'{"query": "{ viewer { id } }", "variables": []}',
        b'{"query": "{ viewer { id } }", "operationName": 3}',
        b'{"query": "query A { viewer { id } } query B { viewer { id } }"}',
        b'{"documentId": "beef"}',
        b'{"documentId": 5}',
        b'{"query": "{ viewer { id } }", "operationName": "Other"}',
        b'{"query": "subscription { viewer { id } }"}',
    ],
)
async def test_what_is_no_single_operation_is_a_bad_request(browser: Browser, body: bytes) -> None:
    response = await _post(browser, body)
    assert (response.status_code, _code(response)) == (400, "BAD_REQUEST")


async def test_a_field_that_does_not_exist_suggests_nothing(browser: Browser) -> None:
    response = await _post(browser, {"query": "{ viewer { displayNam } }"})
    assert response.status_code == 400
    assert "displayName" not in response.text


async def test_a_variable_of_the_wrong_type_is_not_echoed(browser: Browser, world: World) -> None:
    await browser.sign_in(await world.an_operator())
    document = "query($first: Int!) { myNotices(first: $first) { id } }"
    response = await _post(browser, {"query": document, "variables": {"first": "Winston Obispo"}})
    assert (response.status_code, _code(response)) == (400, "BAD_REQUEST")
    assert "Winston" not in response.text


@pytest.mark.parametrize("text", ["a\x00b", "\x1b[31m", "\x7f"])
async def test_a_text_nobody_can_have_typed_is_a_bad_request(browser: Browser, text: str) -> None:
    response = await _post(browser, {"query": VIEWER, "variables": {"deep": [{"down": text}]}})
    assert (response.status_code, _code(response)) == (400, "BAD_REQUEST")


@pytest.mark.parametrize("moment", ["2026-12-01T10:00:00", "2026-12-01", "tomorrow", "0001-01-01T00:00:00+14:00", 5])
async def test_a_moment_without_a_time_zone_is_a_bad_request(browser: Browser, world: World, moment: object) -> None:
    await browser.sign_in(await world.a_volunteer(await world.an_organisation()))
    document = "query($from: DateTime) { myVisits(from: $from) { id } }"
    response = await _post(browser, {"query": document, "variables": {"from": moment}})
    assert (response.status_code, _code(response)) == (400, "BAD_REQUEST")


@pytest.mark.parametrize(
    "document",
    [
        "{" + " ".join(f"a{number}: viewer {{ id }}" for number in range(40)) + "}",
        "{" + "viewer { id } " * 600 + "}",
        "{ __schema { types " + "{ fields { type " * 10 + "{ name }" + "} }" * 10 + " } }",
        "{ viewer " + "{ memberships " * 20 + "{ id }" + "}" * 20 + " }",
        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
        "{ ...F0 } fragment F30 on Query { viewer { id } }"
        + "".join(f" fragment F{step} on Query {{ ...F{step + 1} ...F{step + 1} }}" for step in range(30)),
        "{ ...F0 } fragment F30 on Query { ...F0 }"
        + "".join(f" fragment F{step} on Query {{ ...F{step + 1} ...F{step + 1} }}" for step in range(30)),
        "{" * 5000,
    ],
    ids=[
        "aliases",
        "duplicates",
        "deep introspection",
        "depth",
        "circles",
        "doubling",
        "doubling in circles",
        "braces",
    ],
)
async def test_a_greedy_document_is_refused(browser: Browser, document: str) -> None:
    response = await _post(browser, {"query": document})
    assert (response.status_code, _code(response)) == (400, "BAD_REQUEST")


async def test_a_long_chain_of_fragments_is_no_surprise(browser: Browser) -> None:
    chain = "".join(f" fragment F{step} on Query {{ ...F{step + 1} }}" for step in range(240))
    response = await _post(browser, {"query": "{ ...F0 } fragment F240 on Query { viewer { id } }" + chain})
    assert response.status_code in (200, 400)


async def test_without_a_session_everything_but_the_viewer_is_unauthenticated(browser: Browser) -> None:
    assert (await _post(browser, {"query": VIEWER})).json() == {"data": {"viewer": None}}
    for document in (NOTICES, "{ viewer { id } ...More } fragment More on Query { myNotices { id } }"):
        response = await _post(browser, {"query": document})
        assert (response.status_code, _code(response)) == (401, "UNAUTHENTICATED")
        assert response.json()["data"] is None


async def test_a_cookie_we_never_gave_is_unauthenticated(browser: Browser) -> None:
    browser.http.cookies.set("vrijplaats", "made-up")
    response = await _post(browser, {"query": NOTICES})
    assert (response.status_code, _code(response)) == (401, "UNAUTHENTICATED")
    mutation = await _post(browser, {"query": READ}, **{"Idempotency-Key": str(uuid4())})
    assert (mutation.status_code, _code(mutation)) == (401, "UNAUTHENTICATED")


async def test_the_unknown_are_answered_in_their_language(browser: Browser) -> None:
    response = await _post(browser, {"query": NOTICES}, **{"Accept-Language": "en-GB,en;q=0.9"})
    assert response.json()["errors"][0]["message"] == "Sign in first."


@pytest.mark.parametrize("key", ["", "1", "not-a-uuid", "' or 1=1"])
async def test_a_mutation_without_a_key_is_refused(browser: Browser, world: World, key: str) -> None:
    await browser.sign_in(await world.an_operator())
    response = await _post(browser, {"query": READ}, **{"Idempotency-Key": key})
    assert (response.status_code, _code(response)) == (400, "IDEMPOTENCY_KEY_MISSING")


async def test_every_answer_has_the_security_headers_and_is_not_kept(browser: Browser) -> None:
    headers = (await _post(browser, {"query": VIEWER})).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "geolocation=()" in headers["permissions-policy"]
    assert headers["cache-control"] == "no-store"
    assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"


async def test_a_stranger_as_host_is_refused(browser: Browser) -> None:
    response = await browser.http.get("/healthz", headers={"Host": "evil.example"})
    assert response.status_code == 400


async def test_alive_and_ready(browser: Browser) -> None:
    assert (await browser.http.get("/healthz")).status_code == 200
    assert (await browser.http.get("/readyz")).text == "ready\n"
