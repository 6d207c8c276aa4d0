"""The two ceremonies of WebAuthn as this program wants them: discoverable keys, the person verified by the device."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlsplit
from uuid import UUID

import orjson
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.authentication.verify_authentication_response import VerifiedAuthentication
from webauthn.helpers import (
    parse_authentication_credential_json,
    parse_client_data_json,
    parse_registration_credential_json,
)
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from webauthn.registration.verify_registration_response import VerifiedRegistration

from vrijplaats.accounts.passkeys.rules import CHALLENGE_LASTS

_MILLISECONDS = int(CHALLENGE_LASTS.total_seconds() * 1000)


class Unreadable(Exception):
    """What came is no answer of a device to us; the reason is not for whoever sent it."""


@dataclass(frozen=True, slots=True)
class RelyingParty:
    """Who a device speaks with: it keeps a key for this name and signs the origin it sees."""

    id: str
    origin: str

    @classmethod
    def at(cls, origin: str) -> Self:
        return cls(urlsplit(origin).hostname or "localhost", origin)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a device sent, read but not yet believed."""

    content: dict[str, Any]
    credential_id: bytes
    challenge: bytes
    user_handle: bytes | None
    transports: list[str]


def creation_options(
    party: RelyingParty, challenge: bytes, *, person_id: UUID, name: str, known: Sequence[bytes]
) -> dict[str, Any]:
    """What a device needs to make a passkey; `known` are the ids of those that are not to be made twice."""
    return _plain(
        options_to_json(
            generate_registration_options(
                rp_id=party.id,
                rp_name="Vrijplaats",
                user_id=person_id.bytes,
                user_name=name,
                user_display_name=name,
                challenge=challenge,
                timeout=_MILLISECONDS,
                authenticator_selection=AuthenticatorSelectionCriteria(
                    resident_key=ResidentKeyRequirement.REQUIRED,
                    user_verification=UserVerificationRequirement.REQUIRED,
                ),
                exclude_credentials=[PublicKeyCredentialDescriptor(id=each) for each in known],
            )
        )
    )


def request_options(party: RelyingParty, challenge: bytes, *, allowed: Sequence[bytes] = ()) -> dict[str, Any]:
    """What a device needs to show a passkey: any it keeps for us, or one of `allowed`."""
    return _plain(
        options_to_json(
            generate_authentication_options(
                rp_id=party.id,
                challenge=challenge,
                timeout=_MILLISECONDS,
                allow_credentials=[PublicKeyCredentialDescriptor(id=each) for each in allowed],
                user_verification=UserVerificationRequirement.REQUIRED,
            )
        )
    )


def made(content: object) -> Answer:
    """The answer to being asked to make a passkey; raises Unreadable."""
    return _read(content, parse_registration_credential_json)


def shown(content: object) -> Answer:
    """The answer to being asked to show a passkey; raises Unreadable."""
    return _read(content, parse_authentication_credential_json)


def verify_made(party: RelyingParty, answer: Answer) -> VerifiedRegistration:
    """Raises Unreadable unless a device made this passkey here, now, for somebody it knows."""
    try:
        return verify_registration_response(
            credential=answer.content,
            expected_challenge=answer.challenge,
            expected_rp_id=party.id,
            expected_origin=party.origin,
            require_user_verification=True,
        )
    except Exception as error:  # the library's parsers raise many kinds at bytes that are made up
        raise Unreadable from error


def verify_shown(party: RelyingParty, answer: Answer, public_key: bytes) -> VerifiedAuthentication:
    """Raises Unreadable unless the key signed this here, now, and the device knew who held it.

    The counter is left to the caller (0 lets every one pass): a counter counts only when the signature is right.
    """
    try:
        return verify_authentication_response(
            credential=answer.content,
            expected_challenge=answer.challenge,
            expected_rp_id=party.id,
            expected_origin=party.origin,
            credential_public_key=public_key,
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    except Exception as error:
        raise Unreadable from error


def _read(content: object, parse: Any) -> Answer:
    if not isinstance(content, dict):
        raise Unreadable
    try:
        found = parse(content)
        challenge = parse_client_data_json(found.response.client_data_json).challenge
        transports = getattr(found.response, "transports", None) or []
        return Answer(
            content=content,
            credential_id=bytes(found.raw_id),
            challenge=challenge,
            user_handle=getattr(found.response, "user_handle", None),
            transports=[str(transport.value) for transport in transports],
        )
    except Exception as error:
        raise Unreadable from error


def _plain(options: str) -> dict[str, Any]:
    plain: dict[str, Any] = orjson.loads(options)
    return plain
