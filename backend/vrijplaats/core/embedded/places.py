"""Where the embedded servers keep their data, their sockets and, when needed, a copy of their programs."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from vrijplaats.core.embedded.account import Account, EmbeddedError

LONGEST_SOCKET_PATH = 107
POSTGRES_SOCKET = ".s.PGSQL.5432"
VALKEY_SOCKET = "valkey.sock"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one embedded installation."""

    home: Path
    sockets: Path

    @property
    def postgres(self) -> Path:
        return self.home / "postgres"

    @property
    def valkey(self) -> Path:
        return self.home / "valkey"

    @property
    def programs(self) -> Path:
        return self.home / "programs"

    @property
    def valkey_socket(self) -> Path:
        return self.sockets / VALKEY_SOCKET

    @property
    def valkey_url(self) -> str:
        return f"unix://{self.valkey_socket}"

    def database_url(self, database: str, user: str) -> str:
        """A libpq URL over the unix socket."""
        return f"postgresql://{user}@/{database}?host={self.sockets}"


def places(var: Path, account: Account) -> Places:
    """The folders that belong to this `var`; always the same ones for the same `var` and account."""
    var.mkdir(parents=True, exist_ok=True)
    home = var / "servers"
    if not account.can_enter(var):
        # A checkout in a closed home folder: the servers' own account cannot reach it.
        home = Path("/var/lib") / f"vrijplaats-{_short_name(var)}"
    return Places(home, _socket_folder(home))


def prepare(where: Places, account: Account) -> None:
    """Make the folders; data and sockets are closed to everyone but us and the account."""
    where.home.mkdir(parents=True, exist_ok=True)
    where.home.chmod(0o711)
    if where.sockets.is_symlink():
        raise EmbeddedError(f"{where.sockets} is a link made by someone else; remove it.")
    account.own_folder(where.sockets)
    account.own_folder(where.valkey)


def _socket_folder(home: Path) -> Path:
    folder = home / "sockets"
    if len(os.fsencode(folder / POSTGRES_SOCKET)) <= LONGEST_SOCKET_PATH:
        return folder
    return Path(tempfile.gettempdir()) / f"vrijplaats-{os.getuid()}-{_short_name(home)}"


def _short_name(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:12]
