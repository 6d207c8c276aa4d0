"""Typed settings, read once from the environment.

Every secret may be given as a value (`VRIJPLAATS_MASTER_KEY`) or as the path of a file that holds it
(`VRIJPLAATS_MASTER_KEY_FILE`). Without `DATABASE_URL` and `VALKEY_URL` the servers run embedded under `VRIJPLAATS_VAR`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from vrijplaats.keys import Keys, SettingsError, keys_from, secret_from

ROOT = Path(__file__).resolve().parents[2]


class Mode(StrEnum):
    """What the program is for: real work, the fictional world, or its own tests."""

    PRODUCTION = "production"
    DEMO = "demo"
    TEST = "test"


class Login(StrEnum):
    """The database's login roles; each is restricted to its own work. ADMIN is the user in DATABASE_URL itself."""

    ADMIN = "admin"
    MIGRATOR = "migrator"
    APP = "app"
    WORKER = "worker"
    REPORTS = "reports"
    AUDIT = "audit"

    @property
    def database_role(self) -> str:
        return f"vrijplaats_{self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """How letters leave: through this server, or as files under `var/mail` when there is none; and from whom."""

    smtp_url: str | None = field(default=None, repr=False)
    sender: str = "noreply@localhost.invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One program's settings. `database_url` names the server and the database; `dsn` adds who logs in."""

    mode: Mode
    var: Path
    port: int
    origin: str
    database_url: str | None = field(repr=False)
    valkey_url: str | None = field(repr=False)
    keys: Keys = field(repr=False)
    passwords: Mapping[Login, str] = field(default_factory=dict, repr=False)
    mail: Mail = Mail()
    built_pwa: Path = ROOT / "pwa" / "build"
    database_pool: int = 10
    # push services besides those that browsers are known to use
    push_hosts: tuple[str, ...] = ()

    @property
    def demo(self) -> bool:
        return self.mode is Mode.DEMO

    @property
    def embedded(self) -> bool:
        """Whether this program has to start PostgreSQL and Valkey itself."""
        return self.database_url is None or self.valkey_url is None

    @property
    def master_key(self) -> bytes:
        """32 bytes that wrap the keys of organisations and facilities."""
        return self.keys.master

    @property
    def signing_key(self) -> bytes:
        """32 bytes for session tokens and cursors."""
        return self.keys.signing

    def dsn(self, login: Login = Login.APP) -> str:
        """The URL with which `login` reaches the database."""
        if self.database_url is None:
            raise SettingsError("There is no database yet: set DATABASE_URL or start `vrijplaats run`.")
        parts = urlsplit(self.database_url)
        given, _, address = parts.netloc.rpartition("@")
        who = (given or "postgres") if login is Login.ADMIN else login.database_role
        if login in self.passwords:
            who = f"{who.partition(':')[0]}:{quote(self.passwords[login], safe='')}"
        return urlunsplit(parts._replace(netloc=f"{who}@{address}"))

    def with_servers(self, *, database_url: str, valkey_url: str) -> Settings:
        """The same settings, pointed at servers that run."""
        return replace(self, database_url=database_url, valkey_url=valkey_url)


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings; raises SettingsError with a sentence that says what to do."""
    given = os.environ if environ is None else environ
    mode = _mode(given)
    var = Path(given.get("VRIJPLAATS_VAR") or ROOT / "var").absolute()
    port = _port(given.get("PORT") or "8000")
    database_url = secret_from(given, "DATABASE_URL")
    return Settings(
        mode=mode,
        var=var,
        port=port,
        origin=(given.get("VRIJPLAATS_ORIGIN") or f"http://localhost:{port}").rstrip("/"),
        database_url=database_url,
        valkey_url=secret_from(given, "VALKEY_URL"),
        keys=keys_from(given, var / "keys", may_create=mode is not Mode.PRODUCTION or database_url is None),
        passwords=_passwords(given),
        mail=_mail(given),
        built_pwa=Path(given.get("VRIJPLAATS_PWA") or ROOT / "pwa" / "build"),
        push_hosts=tuple((given.get("VRIJPLAATS_PUSH_HOSTS") or "").lower().split()),
        database_pool=int(given.get("VRIJPLAATS_DATABASE_POOL") or "10"),
    )


_current: Settings | None = None


def current() -> Settings:
    """The settings of this process; read from the environment at first use."""
    return _current if _current is not None else use(load())


def use(settings: Settings) -> Settings:
    """Make these the settings of this process."""
    global _current
    _current = settings
    return settings


def _mode(given: Mapping[str, str]) -> Mode:
    if given.get("VRIJPLAATS_DEMO") == "1":
        if given.get("VRIJPLAATS_ENV", Mode.DEMO) != Mode.DEMO:
            raise SettingsError("VRIJPLAATS_DEMO=1 and VRIJPLAATS_ENV contradict each other: leave one out.")
        return Mode.DEMO
    name = given.get("VRIJPLAATS_ENV") or Mode.PRODUCTION
    try:
        return Mode(name)
    except ValueError:
        raise SettingsError(f"VRIJPLAATS_ENV is '{name}'; it may be production, demo or test.") from None


def _port(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise SettingsError(f"PORT is '{text}'; it must be a number from 1 to 65535.")


def _mail(given: Mapping[str, str]) -> Mail:
    url, sender = secret_from(given, "VRIJPLAATS_SMTP_URL"), given.get("VRIJPLAATS_MAIL_FROM")
    if url is None:
        return Mail(sender=sender) if sender else Mail()
    if urlsplit(url).scheme not in {"smtp", "smtps"} or not urlsplit(url).hostname:
        raise SettingsError("VRIJPLAATS_SMTP_URL must look like smtps://user:password@host:465 or smtp://host:587.")
    if not sender or "@" not in sender:
        raise SettingsError("VRIJPLAATS_MAIL_FROM is not set: the address that letters come from.")
    return Mail(smtp_url=url, sender=sender)


def _passwords(given: Mapping[str, str]) -> dict[Login, str]:
    named = {login: secret_from(given, f"VRIJPLAATS_{login.name}_PASSWORD") for login in Login}
    return {login: password for login, password in named.items() if password is not None}
