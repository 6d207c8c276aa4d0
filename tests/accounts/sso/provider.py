"""A real provider (npm oidc-provider), as a process of its own on a free port, and somebody's browser at it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import httpx

from vrijplaats.settings import ROOT

SCRIPT = Path(__file__).with_name("provider.mjs")
CLIENT_ID, CLIENT_SECRET = "vrijplaats", "een:geheim/van+de%organisatie"
_FORM = re.compile(r'<form[^>]* action="([^"]+)"')


@contextmanager
def running(*redirect_uris: str) -> Iterator[str]:
    """A provider that knows these addresses of ours; gives its issuer."""
    node = Path(sys.executable).parent / "node"
    with subprocess.Popen(
        [str(node), str(SCRIPT), json.dumps(redirect_uris)],
        env={"PATH": os.environ["PATH"], "PWA": str(ROOT / "pwa")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None and process.stdin is not None
        try:
            ready = next((line for line in process.stdout if line.startswith("ready ")), None)
            assert ready is not None, "the provider did not start"
            yield ready.removeprefix("ready ").strip()
        finally:
            process.stdin.close()  # it ends when nobody holds its input any more
            process.stdout.read()
            process.wait(10)


class AtTheProvider:
    """A browser's cookies at the provider; who logged in once is known the next time."""

    def __init__(self) -> None:
        self._cookies = httpx.Cookies()
        self.asked = 0  # how often the login page was shown

    async def go(self, address: str, login: str | None) -> str:
        """From where our program sends a browser to, to the address the provider sends it back to. Without a login the
        person breaks it off."""
        async with httpx.AsyncClient(follow_redirects=False, cookies=self._cookies) as http:
            answer = await http.get(address)
            while not (back := str(answer.headers.get("location", ""))).startswith("http://localhost"):
                if back:
                    answer = await http.get(urljoin(str(answer.url), back))
                    continue
                assert answer.status_code == 200, answer.text
                self.asked += 1
                answer = await self._answer(http, answer, login)
            self._cookies.update(http.cookies)
        return back

    @staticmethod
    async def _answer(http: httpx.AsyncClient, page: httpx.Response, login: str | None) -> httpx.Response:
        found = _FORM.search(page.text)
        assert found is not None, page.text
        if login is None:
            return await http.get(f"{page.url}/abort")
        form = {"prompt": "login", "login": login, "password": "x"}
        return await http.post(urljoin(str(page.url), unescape(found[1])), data=form)
