"""A register of 5,000 people as a workbook: looked through and carried out, over the line as the coordinator's screen
does it, until the last line of progress has come."""

from __future__ import annotations

import json
import time
from typing import Any

import httpx

from tests.journeys.screens import Screen
from tests.volunteers.importing.files import COLUMNS, HEADING, many_people, xlsx_of

PEOPLE = 5_000
PRISON = "PI Veenhuizen, locatie Esserheem"  # the demo has two at Veenhuizen
PATIENCE = 120  # seconds
HEADERS = {"X-Vrijplaats": "1", "Content-Type": "application/octet-stream"}


def measure_importing(origin: str) -> None:
    """Import them for an organisation of the demo, print how long each step took by the clock."""
    client = Screen(origin, "coordinator").client
    content = xlsx_of([HEADING, *many_people(PEOPLE, PRISON)])
    checked, looking = _step(client, "check", content)
    done, carrying_out = _step(client, "carry-out", content, agreed=checked["agreed"])
    assert done["done"] is True, done["findings"][:3]
    print(f"\nImport of {PEOPLE:,} people from XLSX: checking {looking:.1f} s, carrying out {carrying_out:.1f} s")


def _step(client: httpx.Client, name: str, content: bytes, **query: str) -> tuple[dict[str, Any], float]:
    begun = time.perf_counter()
    asked = {"columns": COLUMNS, **query}
    answer = client.post(f"/register/import/{name}", content=content, headers=HEADERS, params=asked, timeout=PATIENCE)
    took = time.perf_counter() - begun
    answer.raise_for_status()
    last: dict[str, Any] = json.loads(answer.text.splitlines()[-1])
    return last, took
