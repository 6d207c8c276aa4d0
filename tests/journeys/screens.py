"""A signed-in screen without a browser: sends the PWA's own documents, by their hash, as the phone does."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any
from uuid import UUID, uuid4

import httpx
from playwright.async_api import Request

from vrijplaats.settings import ROOT

MANIFEST = ROOT / "pwa/src/lib/gql/persisted-documents.json"
NAMED = re.compile(r"\b(?:query|mutation)\s+(\w+)")


@cache
def document_ids() -> dict[str, str]:
    """Operation name -> hash, from the manifest that the build of the PWA writes."""
    documents: dict[str, str] = json.loads(MANIFEST.read_text(encoding="utf-8"))
    return {match.group(1): identifier for identifier, text in documents.items() if (match := NAMED.search(text))}


def asks(request: Request, operation: str) -> bool:
    """Whether a browser asks this of the server."""
    return request.url.endswith("/graphql") and document_ids()[operation] in (request.post_data or "")


class Screen:
    """One person at one web process."""

    def __init__(self, origin: str, persona: str) -> None:
        self.client = httpx.Client(base_url=origin, timeout=20)
        answer = self.client.post("/demo/sign-in", json={"persona": persona})
        assert answer.status_code in (200, 204), answer.text

    def at(self, origin: str) -> Screen:
        """The same session at another web process."""
        self.client.base_url = httpx.URL(origin)
        return self

    def post(self, body: dict[str, Any], key: UUID | None = None) -> httpx.Response:
        """The bare request."""
        headers = {"X-Vrijplaats": "1"} | ({"Idempotency-Key": str(key)} if key else {})
        return self.client.post("/graphql", json=body, headers=headers)

    def ask(self, operation: str, **variables: Any) -> Any:
        """The data of a known query."""
        return self._data(self.post({"documentId": document_ids()[operation], "variables": variables}))

    def do(self, operation: str, given: Mapping[str, Any], *, key: UUID | None = None) -> Any:
        """The answer of a known mutation: its success or its problem."""
        body = {"documentId": document_ids()[operation], "variables": {"input": dict(given)}}
        (value,) = self._data(self.post(body, key or uuid4())).values()
        return value

    @staticmethod
    def _data(response: httpx.Response) -> Any:
        answer = response.json()
        assert response.status_code == 200, response.text
        assert "errors" not in answer, response.text
        return answer["data"]

    @property
    def volunteer_id(self) -> str:
        """The volunteer that this session acts as."""
        return str(self.ask("Viewer")["viewer"]["current"]["volunteer"]["id"])

    def notices(self) -> list[dict[str, Any]]:
        """What this person was told."""
        text = "{ myNotices(first: 50) { event requestId offerId text } }"
        found: list[dict[str, Any]] = self._data(self.post({"query": text}))["myNotices"]
        return found
