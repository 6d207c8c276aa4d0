"""The unprivileged account that the servers run as: PostgreSQL refuses to run as root."""

from __future__ import annotations

import ctypes
import os
import pwd
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from vrijplaats.refusal import Refusal

PR_SET_PDEATHSIG = 1


class EmbeddedError(Refusal):
    """An embedded server cannot run here; the message says why."""


@dataclass(frozen=True, slots=True)
class Account:
    """Who a server runs as. `None` as `entry` means: as whoever we are."""

    entry: pwd.struct_passwd | None

    def identity(self) -> dict[str, Any]:
        """The keyword arguments with which `subprocess` starts a program as this account."""
        common: dict[str, Any] = {"cwd": "/", "umask": 0o077, "stdin": subprocess.DEVNULL}
        if self.entry is None:
            return common
        return common | {"user": self.entry.pw_uid, "group": self.entry.pw_gid, "extra_groups": []}

    def can_run(self, program: Path) -> bool:
        """Whether this account may execute `program` where it lies."""
        return self._test("-x", program)

    def can_enter(self, folder: Path) -> bool:
        """Whether this account may pass through `folder`."""
        return self._test("-x", folder)

    def _test(self, flag: str, path: Path) -> bool:
        if self.entry is None:
            return os.access(path, os.X_OK)
        return subprocess.run(["/usr/bin/test", flag, str(path)], **self.identity(), check=False).returncode == 0

    def own_folder(self, folder: Path, mode: int = 0o700) -> Path:
        """Make `folder` and give it to this account."""
        folder.mkdir(parents=True, exist_ok=True)
        if self.entry is not None:
            os.chown(folder, self.entry.pw_uid, self.entry.pw_gid)
        folder.chmod(mode)
        return folder


def server_account() -> Account:
    """Ourselves, or when we are root the first of a few accounts without rights."""
    if os.getuid() != 0:
        return Account(None)
    for name in ("vrijplaats", "postgres", "nobody"):
        try:
            return Account(pwd.getpwnam(name))
        except KeyError:
            continue
    raise EmbeddedError("We run as root and there is no account 'vrijplaats', 'postgres' or 'nobody' for the servers.")


def launch(
    command: Sequence[str | Path],
    *,
    account: Account,
    log: IO[bytes],
    last_signal: signal.Signals,
    environment: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Start a server in its own session, so that Ctrl-C reaches only us; when we die, it gets `last_signal`."""
    return subprocess.Popen(
        [str(part) for part in command],
        stdout=log,
        stderr=log,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"} | dict(environment or {}),
        start_new_session=True,
        preexec_fn=lambda: die_with_parent(last_signal),
        **account.identity(),
    )


_libc = ctypes.CDLL(None, use_errno=True)


def die_with_parent(last_signal: signal.Signals) -> None:
    """Ask Linux to send this process `last_signal` when its parent dies, however it dies."""
    if sys.platform == "linux":
        _libc.prctl(PR_SET_PDEATHSIG, int(last_signal))
