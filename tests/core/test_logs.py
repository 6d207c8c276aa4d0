"""The logs of a whole afternoon hold nobody's name."""

import json
from dataclasses import replace

import pytest

from tests.calling import a_browser
from tests.world import World
from vrijplaats.settings import Mode, Settings

NAMES = ("Winston", "Obispo", "Anja", "Zonneveld")
DOCUMENT = """
query Afternoon($id: ID!) { viewer { displayName } myNotices { text } }
"""


async def test_a_signed_in_afternoon_leaves_no_name_in_the_logs(
    db: Settings, world: World, capfd: pytest.CaptureFixture[str]
) -> None:
    facility = await world.a_facility()
    await world.a_detainee(facility, "Winston", "Obispo")
    staff = await world.a_staff_member(facility, "Anja Zonneveld")
    await world.a_persona("staff-logs", staff)
    browser = a_browser(replace(db, mode=Mode.DEMO), world)
    async with browser.http:
        await browser.http.post("/demo/sign-in", json={"persona": "staff-logs"})
        await browser.post(DOCUMENT, {"id": "Winston Obispo"})
        await browser.post('query Wrong { viewer { displayName } myNotices(first: "Obispo") { id } }')
        await browser.post("query Bad($first: Int!) { myNotices(first: $first) { id } }", {"first": "Winston"})
        await browser.http.get("/visits/Winston?name=Obispo", headers={"Accept": "text/html"})
        await browser.http.post("/sign-out", headers={"X-Vrijplaats": "1"})
    written = "".join(capfd.readouterr())
    assert "request" in written
    assert not [name for name in NAMES if name in written]


async def test_in_production_each_line_is_json(db: Settings, world: World, capfd: pytest.CaptureFixture[str]) -> None:
    browser = a_browser(replace(db, mode=Mode.PRODUCTION), world)
    async with browser.http:
        await browser.post("{ viewer { id } }")
    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert lines[-1]["path"] == "/graphql"
    assert set(lines[-1]) == {"event", "level", "timestamp", "method", "path", "status", "milliseconds", "operation"}


async def test_in_production_only_known_documents_are_carried_out(db: Settings, world: World) -> None:
    viewer = "query Viewer { viewer { id } }"
    folder = db.var / "documents"
    folder.mkdir(exist_ok=True)
    (folder / "earlier.json").write_text(json.dumps({"sha256:0a1b": viewer}))
    browser = a_browser(replace(db, mode=Mode.PRODUCTION), world)
    async with browser.http:
        assert (await browser.post("{ viewer { id locale } }")).status_code == 400
        assert (await browser.post("{ __schema { types { name } } }")).status_code == 400
        for known in ("sha256:0a1b", "0a1b"):
            answer = await browser.http.post("/graphql", json={"documentId": known}, headers={"X-Vrijplaats": "1"})
            assert answer.json() == {"data": {"viewer": None}}
