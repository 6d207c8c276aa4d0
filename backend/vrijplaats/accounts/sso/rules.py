"""What holds for every provider and every journey to one. No input or output."""

import re
from datetime import timedelta
from enum import StrEnum
from hashlib import sha256
from urllib.parse import urlsplit

from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.core.limits import Limit

ATTEMPT_LASTS = timedelta(minutes=10)
# each one is a row, and may be a question to the provider; a prison is one network
BEGUN_FROM_NETWORK = Limit(kind="sso.begun", times=600, per=timedelta(hours=1))
# how far a provider's clock may be off, and how old an answer may be
LEEWAY = timedelta(seconds=60)
OLDEST_TOKEN = timedelta(minutes=10)
# asymmetric only: with HS256 the client secret would sign, and "none" is no signature
ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA", "Ed25519")
LONGEST_ISSUER, LONGEST_CLIENT_ID, LONGEST_SECRET, LONGEST_PATH = 300, 200, 400, 300
MOST_DOMAINS = 20
LOOPBACK = ("localhost", "127.0.0.1", "::1")
_INSIDE = (".localhost", ".local", ".internal", ".lan", ".home.arpa")
_DOMAIN = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_PLAIN = re.compile(r"[\x21-\x7e]+")
_ISSUER: Words = {"nl": "adres van de inlogdienst", "en": "address of the provider"}
_CLIENT_ID: Words = {"nl": "client-id", "en": "client id"}
_SECRET: Words = {"nl": "client-secret", "en": "client secret"}
_DOMAINS: Words = {"nl": "e-maildomeinen", "en": "e-mail domains"}


class Purpose(StrEnum):
    """Why somebody goes to a provider."""

    SIGN_IN = "SIGN_IN"
    LINK = "LINK"


def own_path(wanted: str | None, otherwise: str = "/") -> str:
    """Where to go afterwards: a path of our own, or else `otherwise`. Browsers drop tabs and line breaks from an
    address and take a backslash for a slash, so a path holds neither."""
    if wanted is None or len(wanted) > LONGEST_PATH or not _PLAIN.fullmatch(wanted):
        return otherwise
    if not wanted.startswith("/") or wanted.startswith("//") or "\\" in wanted or "/../" in f"{wanted}/":
        return otherwise
    read = urlsplit(wanted)
    return wanted if not read.scheme and not read.netloc and not read.path.startswith("//") else otherwise


def may_be_asked(address: str, *, loopback: bool) -> bool:
    """Whether this program may send a request to an address that came from outside: https and a public name.
    `loopback` also allows this machine, over http, for the demo and for tests."""
    try:
        read = urlsplit(address)
        host, _ = read.hostname or "", read.port
    except ValueError:
        return False
    if not _PLAIN.fullmatch(address) or read.username is not None or read.fragment:
        return False
    if host in LOOPBACK:
        return loopback and read.scheme in ("http", "https")
    return read.scheme == "https" and _DOMAIN.fullmatch(host) is not None and not host.endswith(_INSIDE)


def is_domain(text: str) -> bool:
    """Whether this can be an e-mail domain, in small letters."""
    return _DOMAIN.fullmatch(text) is not None


def known_as(issuer: str, subject: str) -> bytes:
    """What is recognised of somebody: who says it and what they are called there. Neither can pass for the other."""
    return sha256(f"{len(issuer)}|{issuer}|{subject}".encode()).digest()


def issuer_given(text: str, *, loopback: bool) -> str:
    """The issuer as it is kept, to the letter; raises InvalidInput."""
    issuer = text.strip()
    if len(issuer) > LONGEST_ISSUER or "?" in issuer or not may_be_asked(issuer, loopback=loopback):
        raise _wrong(
            "issuer",
            _ISSUER,
            {"nl": "vul een adres in dat begint met https://", "en": "fill in an address that starts with https://"},
        )
    return issuer


def client_id_given(text: str) -> str:
    """The client id; raises InvalidInput."""
    return _short(text, "clientId", _CLIENT_ID, LONGEST_CLIENT_ID)


def secret_given(text: str) -> str:
    """The client secret; raises InvalidInput."""
    return _short(text, "clientSecret", _SECRET, LONGEST_SECRET)


def domains_given(texts: list[str]) -> list[str]:
    """E-mail domains in small letters, each once; raises InvalidInput."""
    domains = sorted({text.strip().lower().removeprefix("@") for text in texts})
    if len(texts) > MOST_DOMAINS or not all(map(is_domain, domains)):
        wanted = {
            "nl": f"hooguit {MOST_DOMAINS}, zoals voorbeeld.nl",
            "en": f"at most {MOST_DOMAINS}, such as example.org",
        }
        raise _wrong("emailDomains", _DOMAINS, wanted)
    return domains


def _short(text: str, field: str, label: Words, longest: int) -> str:
    given = text.strip()
    if len(given) > longest or not _PLAIN.fullmatch(given):
        wanted = {
            "nl": f"gebruik 1 tot {longest} tekens zonder spaties",
            "en": f"use 1 to {longest} characters without spaces",
        }
        raise _wrong(field, label, wanted)
    return given


def _wrong(field: str, label: Words, requirement: Words) -> InvalidInput:
    return InvalidInput(field=field, label=label, requirement=requirement)
