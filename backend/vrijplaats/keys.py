"""The program's own secrets: read from the environment or a file, or made once under `var/keys`."""

from __future__ import annotations

import base64
import binascii
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from vrijplaats.refusal import Refusal

KEY_BYTES = 32


class SettingsError(Refusal):
    """The settings cannot be used; the message says what to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """Each 32 bytes. `vapid` is the private scalar (P-256) with which push messages are signed."""

    master: bytes = field(repr=False)
    signing: bytes = field(repr=False)
    vapid: bytes = field(repr=False)


def keys_from(given: Mapping[str, str], folder: Path, *, may_create: bool) -> Keys:
    """The keys from the environment, else those kept in `folder`, where they are made once when that is allowed."""
    return Keys(**{name: _key(given, name, folder, may_create=may_create) for name in ("master", "signing", "vapid")})


def secret_from(given: Mapping[str, str], name: str) -> str | None:
    """The value of NAME, or the content of the file that NAME_FILE names; None when neither is set."""
    if value := given.get(name):
        return value
    if not (path := given.get(f"{name}_FILE")):
        return None
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as problem:
        raise SettingsError(f"{name}_FILE names {path}, which cannot be read: {problem.strerror}.") from None


def new_key() -> str:
    """A fresh key as text, the way it is stored."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode().rstrip("=")


def _key(given: Mapping[str, str], name: str, folder: Path, *, may_create: bool) -> bytes:
    variable = f"VRIJPLAATS_{name.upper()}_KEY"
    text = secret_from(given, variable)
    if text is None and not may_create and not (folder / name).exists():
        raise SettingsError(f"{variable} or {variable}_FILE is not set. Make a key with `vrijplaats keys` and keep it.")
    return _decoded(variable, text if text is not None else _kept(folder / name))


def _decoded(variable: str, text: str) -> bytes:
    try:
        key = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise SettingsError(f"{variable} must be {KEY_BYTES} bytes in base64url; `vrijplaats keys` makes one.")
    return key


def _kept(path: Path) -> str:
    """The key in this file. Made in a temporary file and linked, so that two first starts agree on one key."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(new_key() + "\n")
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii").strip()
