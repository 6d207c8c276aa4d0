"""The built PWA as files: strict content security policy, long caching for what never changes, packed copies where
they exist."""

import json
import mimetypes
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response

_META_POLICY = re.compile(r'<meta http-equiv="content-security-policy" content="[^"]*">', re.IGNORECASE)
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_INLINE_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_STYLESHEET = re.compile(r'\s*<link href="[^"]+" rel="stylesheet">')
# what is drawn after the mark, which needs none of the app's styles
_APP = '<div class="app">'
# the one inline style SvelteKit's announcer for screen readers sets
_KIT_STYLE = "sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo="
_TYPES = {".webmanifest": "application/manifest+json", ".js": "text/javascript", ".woff2": "font/woff2"}
_PACKED = (("br", ".br"), ("gzip", ".gz"))
# a worker is held to the policy of its own file, and has to fetch the shell it keeps
_WORKER = "/service-worker.js"
_WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'"
_AHEAD, _VERSION = "/ahead.json", "/_app/version.json"
# for the worker: what a device keeps to open without a line
_SHELL, _NO_PART = "/shell.json", {"/index.html", _WORKER, _AHEAD, _VERSION}
FOREVER = "public, max-age=31536000, immutable"
NOT_BUILT = "The app has not been built yet. Run: make run\n"


@dataclass(frozen=True, slots=True)
class _Build:
    """One build, as it was when it was looked up; `made` is when its page was written, None when there is none."""

    made: int | None
    files: Mapping[str, Path]
    html: str
    policy: str
    shell: Mapping[str, object]
    ahead: tuple[tuple[re.Pattern[str], str], ...] = ()

    def page(self, path: str) -> str:
        """The page, with what the screen at this address is made of named in it (pwa/vite/ahead.ts)."""
        links = next((links for address, links in self.ahead if address.fullmatch(path)), "")
        return self.html.replace("</head>", f"{links}</head>", 1)


class Pages:
    """Serves one build; its files are looked up beforehand, so that no path from outside ever reaches the file system.

    A new build in the same place is taken up at the next request: nobody has to restart after `make build`.
    """

    def __init__(self, build: Path) -> None:
        self._folder = build
        self._build = _read(build)

    async def serve(self, request: Request) -> Response:
        """A file of the build, or the page that draws every route."""
        if _made(self._folder) != self._build.made:
            self._build = _read(self._folder)
        build, path = self._build, request.url.path
        if build.made is None:
            return PlainTextResponse(NOT_BUILT, 503, {"retry-after": "30"})
        if path == _SHELL:
            return JSONResponse(build.shell, headers={"cache-control": "no-store"})
        if path != "/index.html" and (file := build.files.get(path)) and file.is_file():
            return _file(file, path, request.headers.get("accept-encoding", ""))
        if _is_asset(path) or not (path == "/" or "text/html" in request.headers.get("accept", "")):
            return PlainTextResponse("not found\n", 404)
        headers = {"cache-control": "no-cache", "content-security-policy": build.policy}
        return Response(build.page(path), media_type="text/html", headers=headers)


def _made(folder: Path) -> int | None:
    try:
        return (folder / "index.html").stat().st_mtime_ns
    except OSError:
        return None


def _read(folder: Path) -> _Build:
    made = _made(folder)
    if made is None:
        return _Build(None, {}, "", "", {})
    html = _mark_first(_META_POLICY.sub("", (folder / "index.html").read_text(encoding="utf-8")))
    files = {f"/{path.relative_to(folder).as_posix()}": path for path in _plain_files(folder)}
    ahead = tuple(_ahead(address, named, html) for address, named in _json(files, _AHEAD).items())
    shell = {"version": _json(files, _VERSION).get("version"), "files": sorted(files.keys() - _NO_PART)}
    return _Build(made, files, html, _policy(html), shell, ahead)


def _mark_first(html: str) -> str:
    """The app's styles after the mark: a browser draws what stands above a stylesheet without waiting for it, and runs
    the script below it only when the styles are there."""
    styles = "".join(_STYLESHEET.findall(html))
    return _STYLESHEET.sub("", html).replace(_APP, f"{styles.strip()}{_APP}", 1)


def _json(files: Mapping[str, Path], path: str) -> dict[str, Any]:
    """A file of the build that is data; nothing when this build has none."""
    return json.loads(files[path].read_text(encoding="utf-8")) if path in files else {}


def _ahead(address: str, files: list[str], html: str) -> tuple[re.Pattern[str], str]:
    """An address of the app, [id] for any one part, and links to those of its files that are not in the page already.
    The shortest way to a file that runs is `modulepreload`; a style is only fetched, and applied with its screen."""
    pattern = re.sub(r"\\\[[^/]+\\\]", "[^/]+", re.escape(address))
    links = [
        f'<link rel="preload" href="/{file}" as="style">'
        if file.endswith(".css")
        else f'<link rel="modulepreload" href="/{file}">'
        for file in files
        if file not in html
    ]
    return re.compile(pattern), "".join(links)


def _plain_files(build: Path) -> list[Path]:
    return [path for path in build.rglob("*") if path.is_file() and path.suffix not in (".br", ".gz")]


def _is_asset(path: str) -> bool:
    return path.startswith("/_app/") or "." in path.rsplit("/", 1)[-1]


def _file(file: Path, path: str, accepted: str) -> Response:
    headers = {
        "cache-control": FOREVER if path.startswith("/_app/immutable/") else "no-cache",
        "vary": "accept-encoding",
    }
    if path == _WORKER:
        headers["content-security-policy"] = _WORKER_POLICY
    kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    for encoding, suffix in _PACKED:
        packed = file.with_name(file.name + suffix)
        if encoding in accepted and packed.is_file():
            return FileResponse(packed, headers=headers | {"content-encoding": encoding}, media_type=kind)
    return FileResponse(file, headers=headers, media_type=kind)


def _policy(html: str) -> str:
    """Nothing but our own files; the inline start script and style by their hashes; no text ever becomes script."""
    scripts, styles = (" ".join(_hashes(inline.findall(html))) for inline in (_INLINE_SCRIPT, _INLINE_STYLE))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {scripts}",
            f"style-src 'self' {styles} 'unsafe-hashes' '{_KIT_STYLE}'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types svelte-trusted-html vrijplaats-worker",
        )
    )


def _hashes(sources: list[str]) -> list[str]:
    """As a content security policy names what stands in the page itself."""
    return [f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'" for source in sources]
