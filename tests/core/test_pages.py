"""The PWA as files: what is kept for ever, what is looked up again, and the policy on the page."""

import gzip
import json
import re
from base64 import b64encode
from collections.abc import AsyncIterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from vrijplaats.app import create_app
from vrijplaats.settings import Settings

START = "start()"
STYLE = "html { background: white }"
PAGE = f"""<!doctype html><style>{STYLE}</style>
<meta http-equiv="content-security-policy" content="default-src *"><script>{START}</script>"""
HTML = {"Accept": "text/html"}


@pytest.fixture
def build(tmp_path: Path) -> Path:
    immutable = tmp_path / "_app" / "immutable"
    immutable.mkdir(parents=True)
    (immutable / "a.js").write_text("let a")
    (immutable / "a.js.gz").write_bytes(gzip.compress(b"let a"))
    (tmp_path / "manifest.webmanifest").write_text("{}")
    (tmp_path / "service-worker.js").write_text("let worker")
    (tmp_path / "index.html").write_text(PAGE)
    return tmp_path


@pytest_asyncio.fixture
async def http(settings: Settings, build: Path) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(replace(settings, built_pwa=build))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/bezoeken", "/bezoeken/0198"])
async def test_every_screen_is_the_same_page_under_a_strict_policy(http: httpx.AsyncClient, path: str) -> None:
    response = await http.get(path, headers=HTML)
    policy = response.headers["content-security-policy"]
    script, style = (b64encode(sha256(each.encode()).digest()).decode() for each in (START, STYLE))
    assert response.status_code == 200
    assert "default-src *" not in response.text
    assert f"script-src 'self' 'sha256-{script}';" in policy
    assert f"style-src 'self' 'sha256-{style}' 'unsafe-hashes'" in policy
    assert "default-src 'none'" in policy and "require-trusted-types-for 'script'" in policy
    assert "unsafe-inline" not in policy and "unsafe-eval" not in policy
    assert response.headers["cache-control"] == "no-cache"


async def test_a_device_is_told_what_to_keep_of_which_version(http: httpx.AsyncClient, build: Path) -> None:
    (build / "_app" / "version.json").write_text('{"version": "one"}')
    (build / "index.html").write_text(PAGE)
    response = await http.get("/shell.json")
    assert response.json() == {"version": "one", "files": ["/_app/immutable/a.js", "/manifest.webmanifest"]}
    assert response.headers["cache-control"] == "no-store"


async def test_the_service_worker_may_fetch_the_shell_it_keeps_and_nothing_elsewhere(http: httpx.AsyncClient) -> None:
    policy = (await http.get("/service-worker.js")).headers["content-security-policy"]
    assert "default-src 'none'" in policy and "connect-src 'self'" in policy and "http" not in policy


async def test_what_never_changes_is_kept_for_ever_and_sent_packed(http: httpx.AsyncClient) -> None:
    response = await http.get("/_app/immutable/a.js", headers={"Accept-Encoding": "gzip"})
    assert response.text == "let a"
    assert response.headers["content-encoding"] == "gzip"
    assert response.headers["vary"] == "accept-encoding"
    assert "immutable" in response.headers["cache-control"]
    assert response.headers["content-type"].startswith("text/javascript")


async def test_what_may_change_is_looked_up_again(http: httpx.AsyncClient) -> None:
    response = await http.get("/manifest.webmanifest")
    assert response.headers["cache-control"] == "no-cache"
    assert response.headers["content-type"] == "application/manifest+json"


@pytest.mark.parametrize(
    "path", ["/_app/immutable/b.js", "/robots.txt", "/..%2f..%2fetc%2fpasswd", "/_app/../../x", "/index.html.gz"]
)
async def test_what_is_not_in_the_build_is_not_found(http: httpx.AsyncClient, path: str) -> None:
    assert (await http.get(path)).status_code == 404


async def test_without_a_build_the_page_says_what_to_run(settings: Settings, tmp_path: Path) -> None:
    app = create_app(replace(settings, built_pwa=tmp_path / "nothing"))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        response = await client.get("/", headers=HTML)
    assert response.status_code == 503
    assert "make run" in response.text


async def test_a_new_build_is_taken_up_and_an_old_file_is_not_found(http: httpx.AsyncClient, build: Path) -> None:
    assert (await http.get("/_app/immutable/a.js")).status_code == 200
    (build / "_app" / "immutable" / "a.js").unlink()
    (build / "index.html").unlink()
    assert (await http.get("/", headers=HTML)).status_code == 503
    (build / "_app" / "immutable" / "b.js").write_text("let b")
    (build / "index.html").write_text(PAGE.replace(START, "other()"))
    assert (await http.get("/_app/immutable/a.js")).status_code == 404
    assert (await http.get("/_app/immutable/b.js")).status_code == 200
    digest = b64encode(sha256(b"other()").digest()).decode()
    assert digest in (await http.get("/", headers=HTML)).headers["content-security-policy"]


async def test_a_screens_files_are_named_in_its_page_and_each_once(http: httpx.AsyncClient, build: Path) -> None:
    files = {
        "/bezoeken": ["_app/a.js", "_app/list.js", "_app/list.css"],
        "/bezoeken/[id]": ["_app/a.js", "_app/one.js"],
        "/bezoeken/[id]/verslag": ["_app/a.js", "_app/log.js"],
    }
    (build / "ahead.json").write_text(json.dumps(files))
    (build / "index.html").write_text('<head><link rel="modulepreload" href="/_app/a.js"></head>')

    async def named(path: str) -> list[tuple[str, str]]:
        text = (await http.get(path, headers=HTML)).text
        assert text.endswith("</head>")
        return re.findall(r'<link rel="(\w+)" href="([^"]+)"', text)

    first = ("modulepreload", "/_app/a.js")
    assert await named("/bezoeken") == [first, ("modulepreload", "/_app/list.js"), ("preload", "/_app/list.css")]
    assert await named("/bezoeken/0198") == [first, ("modulepreload", "/_app/one.js")]
    assert await named("/bezoeken/0198/verslag") == [first, ("modulepreload", "/_app/log.js")]
    for path in ("/", "/bezoeken/0198/", "/bezoeken/[id]/iets", "/agenda", "/bezoekenX"):
        assert await named(path) == [first]
