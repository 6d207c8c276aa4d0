"""What a provider says about itself (OpenID Connect Discovery 1.0), and the keys it signs with; kept for a while."""

import time
from dataclasses import dataclass
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from vrijplaats.accounts.sso.errors import IssuerDiffers, Unanswered
from vrijplaats.accounts.sso.outside import fetch_json, loopback
from vrijplaats.accounts.sso.rules import may_be_asked

KEPT_SECONDS = 600.0
# a key that is not known may be a new one; asked for again, but not at the pace of whoever makes up keys
NEW_KEYS_SECONDS = 10.0
_PATH = "/.well-known/openid-configuration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """Where to go and what to expect there."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    by_post: bool  # the client secret: only where it cannot be in the header
    names_itself: bool  # RFC 9207: the way back always says which issuer it comes from


_documents: dict[str, tuple[float, Discovery]] = {}
_keys: dict[str, tuple[float, KeySet]] = {}


async def discover(issuer: str) -> Discovery:
    """What this issuer says, at most ten minutes old; raises Unanswered, IssuerDiffers."""
    kept = _documents.get(issuer)
    if kept is None or time.monotonic() - kept[0] > KEPT_SECONDS:
        _documents[issuer] = kept = (time.monotonic(), await discover_anew(issuer))
    return kept[1]


async def discover_anew(issuer: str) -> Discovery:
    """The same, asked now; raises Unanswered, IssuerDiffers."""
    content = await fetch_json(issuer.rstrip("/") + _PATH)
    if content.get("issuer") != issuer:
        raise IssuerDiffers("another issuer")
    return Discovery(
        issuer=issuer,
        authorization_endpoint=_endpoint(content, "authorization_endpoint"),
        token_endpoint=_endpoint(content, "token_endpoint"),
        jwks_uri=_endpoint(content, "jwks_uri"),
        by_post=_by_post(content.get("token_endpoint_auth_methods_supported")),
        names_itself=content.get("authorization_response_iss_parameter_supported") is True,
    )


async def keys_of(discovery: Discovery, key_id: str | None) -> KeySet:
    """The keys this provider signs with, asked for again when this one is not among them; raises Unanswered."""
    now, kept = time.monotonic(), _keys.get(discovery.jwks_uri)
    if kept is not None:
        age = now - kept[0]
        known = key_id is None or any(key.kid == key_id for key in kept[1])
        if age < (KEPT_SECONDS if known else NEW_KEYS_SECONDS):
            return kept[1]
    try:
        found: Any = await fetch_json(discovery.jwks_uri)  # whatever came: the library says what it cannot read
        keys = KeySet.import_key_set(found)
    except (JoseError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unanswered("no keys") from error
    _keys[discovery.jwks_uri] = (now, keys)
    return keys


def forget() -> None:
    """Ask everything anew: a provider was changed."""
    _documents.clear()
    _keys.clear()


def _endpoint(content: dict[str, Any], name: str) -> str:
    address = content.get(name)
    if not isinstance(address, str) or not may_be_asked(address, loopback=loopback()):
        raise Unanswered(f"{name} cannot be used")
    return address


def _by_post(methods: object) -> bool:
    """client_secret_basic is what holds when a provider does not say (Discovery 1.0, section 3)."""
    return isinstance(methods, list) and "client_secret_basic" not in methods and "client_secret_post" in methods
