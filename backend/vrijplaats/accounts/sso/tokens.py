"""The conversation with a provider: where to send somebody, and who it says came back (OpenID Connect Core 1.0)."""

import hmac
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

import orjson
from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwt import JWTClaimsRegistry

from vrijplaats.accounts.sso.discovery import Discovery, keys_of
from vrijplaats.accounts.sso.errors import Unanswered
from vrijplaats.accounts.sso.outside import asking
from vrijplaats.accounts.sso.rules import ALGORITHMS, LEEWAY, OLDEST_TOKEN
from vrijplaats.core import clock

SCOPE = "openid email profile"
_LONGEST_SUBJECT = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Who we are at a provider."""

    id: str
    secret: str
    redirect_uri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proofs:
    """What only the browser that began this journey, together with this program, can know."""

    nonce: str
    verifier: str


async def address_of(discovery: Discovery, client: Client, *, state: str, proofs: Proofs) -> str:
    """Where to send the browser; nothing is asked of the provider yet."""
    async with asking(**_as_client(discovery, client)) as asked:
        address: str = asked.create_authorization_url(
            discovery.authorization_endpoint, state=state, code_verifier=proofs.verifier, nonce=proofs.nonce
        )[0]
    return address


async def subject_of(discovery: Discovery, client: Client, *, code: str, proofs: Proofs) -> str:
    """Exchange the code and give what the issuer calls the person; raises Unanswered unless everything is right."""
    async with asking(**_as_client(discovery, _written(discovery, client))) as asked:
        answer = await asked.fetch_token(
            discovery.token_endpoint, grant_type="authorization_code", code=code, code_verifier=proofs.verifier
        )
    if not isinstance(token := answer.get("id_token"), str):
        raise Unanswered("no id token")
    return await verified_subject(discovery, client.id, token, nonce=proofs.nonce)


async def verified_subject(discovery: Discovery, client_id: str, token: str, *, nonce: str) -> str:
    """The subject of an ID token; raises Unanswered when its signature or any of its claims is not right."""
    keys = await keys_of(discovery, _key_id(token))
    try:
        claims = jwt.decode(token, keys, algorithms=list(ALGORITHMS)).claims
        _claims(discovery.issuer, client_id).validate(claims)
    except (JoseError, ValueError, TypeError) as error:
        raise Unanswered(f"id token: {type(error).__name__}") from error
    _check_parties(claims, client_id)
    _check_moment(claims)
    if not hmac.compare_digest(str(claims["nonce"]).encode(), nonce.encode()):
        raise Unanswered("id token: of another journey")
    subject = claims["sub"]
    if not isinstance(subject, str) or not 1 <= len(subject) <= _LONGEST_SUBJECT or "\x00" in subject:
        raise Unanswered("id token: subject")
    return subject


def _as_client(discovery: Discovery, client: Client) -> dict[str, Any]:
    return {
        "client_id": client.id,
        "client_secret": client.secret,
        "redirect_uri": client.redirect_uri,
        "scope": SCOPE,
        "code_challenge_method": "S256",
        "token_endpoint_auth_method": "client_secret_post" if discovery.by_post else "client_secret_basic",
    }


def _written(discovery: Discovery, client: Client) -> Client:
    """In the header id and secret are written as in a form (RFC 6749, 2.3.1), which the library leaves to us."""
    if discovery.by_post:
        return client
    return replace(client, id=quote(client.id, safe=""), secret=quote(client.secret, safe=""))


def _key_id(token: str) -> str | None:
    try:
        header = jws.extract_compact(token.encode()).headers()
    except (JoseError, ValueError, orjson.JSONDecodeError) as error:
        raise Unanswered("id token: unreadable") from error
    if header.get("alg") not in ALGORITHMS:
        raise Unanswered("id token: algorithm")
    key_id = header.get("kid")
    return key_id if isinstance(key_id, str) else None


def _claims(issuer: str, client_id: str) -> JWTClaimsRegistry:
    return JWTClaimsRegistry(
        now=int(clock.now().timestamp()),
        leeway=int(LEEWAY.total_seconds()),
        iss={"essential": True, "value": issuer},
        aud={"essential": True, "value": client_id},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True},
    )


def _check_parties(claims: dict[str, Any], client_id: str) -> None:
    """Meant for us: more than one audience only when we are the one it was issued to (Core 3.1.3.7)."""
    audience, party = claims["aud"], claims.get("azp")
    several = isinstance(audience, list) and len(audience) > 1
    if (party is not None or several) and party != client_id:
        raise Unanswered("id token: for another client")


def _check_moment(claims: dict[str, Any]) -> None:
    """Issued now: the provider was asked a moment ago."""
    oldest = clock.now() - OLDEST_TOKEN - LEEWAY
    if claims["iat"] < oldest.timestamp():  # that it is not of later was checked with the other claims
        raise Unanswered("id token: not of now")
