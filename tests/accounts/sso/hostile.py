"""A provider that lies, in this process: says and signs what a test asks, as no real one would."""

from __future__ import annotations

import json
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, OctKey, OKPKey, RSAKey

RSA = RSAKey.generate_key(2048, {"kid": "rsa", "use": "sig"})
Key = RSAKey | ECKey | OKPKey
EC = ECKey.generate_key("P-256", {"kid": "ec", "use": "sig"})
ED = OKPKey.generate_key("Ed25519", {"kid": "ed", "use": "sig"})
# pretends to be the first one
FALSE = RSAKey.generate_key(2048, {"kid": "rsa", "use": "sig"})
KEYS: dict[str, Key] = {"RS256": RSA, "PS256": RSA, "RS512": RSA, "ES256": EC, "EdDSA": ED}


@dataclass(slots=True)
class Hostile:
    """What it does; a test changes a field and asks."""

    port: int
    said: dict[str, Any] = field(default_factory=dict)  # of the discovery document
    claims: dict[str, Any] = field(default_factory=dict)
    algorithm: str = "RS256"
    signing: Key | None = None
    token: str | None = None
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    slow: float = 0.0
    nonce: str = ""
    asked: list[str] = field(default_factory=list)

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def document(self) -> dict[str, Any]:
        plain = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/auth",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
        }
        return plain | self.said

    def id_token(self) -> str:
        if self.token is not None:
            return self.token
        now = int(time.time())
        plain = {
            "iss": self.issuer,
            "aud": "vrijplaats",
            "sub": "anja",
            "iat": now,
            "exp": now + 300,
            "nonce": self.nonce,
        }
        claims = {name: value for name, value in (plain | self.claims).items() if value is not None}
        if self.algorithm == "none":
            return f"{_text({'alg': 'none'})}.{_text(claims)}."
        if self.algorithm == "HS256":
            return jwt.encode(
                {"alg": "HS256"}, claims, OctKey.import_key("geheim-van-de-client-geheim-van-de-client"), ["HS256"]
            )
        key = self.signing or KEYS[self.algorithm]
        return jwt.encode({"alg": self.algorithm, "kid": key.kid}, claims, key, [self.algorithm])

    def answer(self, path: str) -> tuple[int, dict[str, str], bytes]:
        self.asked.append(path)
        time.sleep(self.slow)
        if path in self.answers:
            return self.answers[path]
        by_path: dict[str, Callable[[], Any]] = {
            "/.well-known/openid-configuration": self.document,
            "/jwks": lambda: KeySet([RSA, EC, ED]).as_dict(private=False),
            "/token": lambda: {"access_token": "x", "token_type": "Bearer", "id_token": self.id_token()},
        }
        content = by_path[path]()
        return 200, {"content-type": "application/json"}, json.dumps(content).encode()


class HostileServer:
    """Runs it in a thread of this process."""

    def __enter__(self) -> Hostile:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.hostile = Hostile(self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self.hostile

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def _handler(owner: HostileServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("content-length", "0")))
            status, headers, body = owner.hostile.answer(self.path.partition("?")[0])
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            try:
                self.wfile.write(body)
            except OSError:
                self.close_connection = True  # whoever asked had enough

        do_POST = do_GET  # noqa: N815  http.server looks for this name

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    return Handler


def _text(content: dict[str, Any]) -> str:
    return urlsafe_b64encode(json.dumps(content).encode()).rstrip(b"=").decode()
