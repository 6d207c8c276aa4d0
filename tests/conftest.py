"""One PostgreSQL and one Valkey for a test run, started by our own supervisor; a fresh database for each module."""

from __future__ import annotations

import asyncio
import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import NamedTuple, TypeVar
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import pytest
import pytest_asyncio
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests.browser.devices import browsers, devices, product  # noqa: F401  fixtures of the browser tests
from tests.calling import Browser, a_browser
from tests.world import World
from vrijplaats import settings as program_settings
from vrijplaats.core.db import close_database, open_database
from vrijplaats.core.embedded.postgres import UNSAFE_AND_FAST
from vrijplaats.core.embedded.reaping import is_alive
from vrijplaats.core.embedded.servers import Addresses, start_servers
from vrijplaats.core.embedded.supervisor import Supervisor
from vrijplaats.core.migrate import bootstrap, migrate
from vrijplaats.mydata.verbs import VERBS
from vrijplaats.preparing import seed
from vrijplaats.settings import Login, Settings

# how long an example takes says how busy the machine is, and nothing about the rule. The same examples each time:
# one that nobody saw before would turn up in other work (HYPOTHESIS_SEARCHES=1 looks for them)
hypothesis_settings.register_profile(
    "vrijplaats",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=not os.environ.get("HYPOTHESIS_SEARCHES"),
)
hypothesis_settings.load_profile("vrijplaats")

TEMPLATE, DEMO = "vrijplaats_template", "vrijplaats_demo"
SECONDS = "seconds"
FOLDER_PREFIX = "vrijplaats-test-"
VALKEY_DATABASES = 16
_modules = count()


R = TypeVar("R")


class Cluster(NamedTuple):
    """The servers of a test run, and the folder that goes when they do."""

    database_url: str
    valkey_url: str
    folder: str


@dataclass(frozen=True, slots=True)
class DemoWorld:
    """A copy of the whole demo world, for one test module; `settings` hold the keys with which its names are sealed."""

    settings: Settings

    def run(self, work: Callable[[str], Awaitable[R]]) -> R:
        """Do something with the database's admin URL, past every wall."""

        async def working() -> R:
            return await work(self.settings.dsn(Login.ADMIN))

        return asyncio.run(working())


@dataclass(frozen=True, slots=True)
class Database:
    """A database of one test module, with all migrations and nothing in it."""

    name: str
    admin_url: str
    valkey_url: str

    def url(self, login: Login = Login.APP) -> str:
        """The URL with which this role logs in."""
        return self.admin_url if login is Login.ADMIN else _as_role(self.admin_url, login.database_role)


@pytest.fixture(scope="session")
def cluster(request: pytest.FixtureRequest) -> Iterator[Cluster]:
    """The servers of this run. Under xdist the main process has them and tells the workers."""
    if (given := getattr(request.config, "workerinput", None)) is not None:
        yield Cluster(**{name: given[name] for name in Cluster._fields})
        return
    with _Servers() as started:
        yield started


@pytest.fixture(scope="module")
def database(cluster: Cluster) -> Iterator[Database]:
    """A fresh copy of the migrated template; it is dropped after the module."""
    number = next(_modules)
    name = f"test_{os.getpid()}_{number}"
    url = _in_database(cluster.database_url, name)
    asyncio.run(_clone(cluster.database_url, url, name))
    try:
        yield Database(name, url, f"{cluster.valkey_url}?db={_valkey_database(number)}")
        assert asyncio.run(_verbs_without_words(url)) == set(), "mydata.verbs says to people what these are"
    finally:
        asyncio.run(_run(cluster.database_url, f"drop database {name} with (force)"))


@pytest.fixture(scope="module")
def settings(database: Database) -> Iterator[Settings]:
    """The settings of a program that works on this module's database; they are also the current ones."""
    with tempfile.TemporaryDirectory(prefix="vrijplaats-keys-") as folder:
        loaded = program_settings.load({"VRIJPLAATS_ENV": "test", "VRIJPLAATS_VAR": folder})
        ours = loaded.with_servers(database_url=database.admin_url, valkey_url=database.valkey_url)
        yield program_settings.use(replace(ours, built_pwa=program_settings.ROOT / "pwa" / "build"))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def db(settings: Settings) -> AsyncIterator[Settings]:
    """core.db, open as the app's own restricted role."""
    await open_database(settings.dsn(Login.APP), max_size=settings.database_pool)
    try:
        yield settings
    finally:
        await close_database()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def world(settings: Settings) -> AsyncIterator[World]:
    """Builders, past every wall."""
    connection = await asyncpg.connect(settings.dsn(Login.ADMIN))
    try:
        yield World(connection)
    finally:
        await connection.close()


@pytest_asyncio.fixture(loop_scope="module")
async def browser(db: Settings, world: World) -> AsyncIterator[Browser]:
    """A browser on the program in this process; nobody is signed in."""
    browser = a_browser(db, world)
    async with browser.http:
        yield browser


@pytest.fixture(scope="session")
def demo_settings(cluster: Cluster) -> Settings:
    """The demo world at national size, loaded once in a run, by whichever process comes first."""
    url, keys = _in_database(cluster.database_url, DEMO), Path(cluster.folder) / "demo"
    with (keys.with_suffix(".lock")).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        loaded = program_settings.load({"VRIJPLAATS_DEMO": "1", "VRIJPLAATS_VAR": str(keys)})
        settings = loaded.with_servers(database_url=url, valkey_url=cluster.valkey_url)
        program_settings.use(settings)
        if not (took := keys / SECONDS).exists():
            asyncio.run(_clone(cluster.database_url, url, DEMO))
            began = time.monotonic(), time.process_time()
            asyncio.run(seed(settings, lambda *_: None))
            took.write_text(f"{time.monotonic() - began[0]} {time.process_time() - began[1]}")
    return settings


@pytest.fixture(scope="session")
def demo_seconds(demo_settings: Settings) -> tuple[float, float]:
    """How long it took to load the demo world: by the clock, and of the program's own work."""
    clock, work = (demo_settings.var / SECONDS).read_text().split()
    return float(clock), float(work)


@pytest.fixture(scope="module")
def demo_world(demo_settings: Settings, cluster: Cluster) -> Iterator[DemoWorld]:
    """A copy of the demo world to work in; it is dropped after the module."""
    number = next(_modules)
    name = f"test_{os.getpid()}_{number}"
    url = _in_database(cluster.database_url, name)
    asyncio.run(_clone(cluster.database_url, url, name, DEMO))
    valkey = f"{cluster.valkey_url}?db={_valkey_database(number)}"
    # the keys of that world, and a folder of its own for the letters that leave it
    var = Path(cluster.folder) / name
    shutil.copytree(demo_settings.var, var, ignore=shutil.ignore_patterns("mail"))
    here = replace(demo_settings.with_servers(database_url=url, valkey_url=valkey), var=var)
    yield DemoWorld(program_settings.use(here))
    shutil.rmtree(var, ignore_errors=True)
    asyncio.run(_run(cluster.database_url, f"drop database {name} with (force)"))


class _Servers:
    """The servers and the template, as one thing to enter and to leave."""

    def __init__(self) -> None:
        _remove_left_behind()
        self._folder = Path(tempfile.mkdtemp(prefix=f"{FOLDER_PREFIX}{os.getpid()}-"))
        self._folder.chmod(0o711)  # as root the servers run as another account, which must be able to pass
        self._supervisor = Supervisor()

    def __enter__(self) -> Cluster:
        try:
            started = asyncio.run(self._start())
            return Cluster(started.database_url, started.valkey_url, str(self._folder))
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *_: object) -> None:
        self._supervisor.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    async def _start(self) -> Addresses:
        addresses = await start_servers(self._supervisor, self._folder, postgres_settings=UNSAFE_AND_FAST)
        template = _in_database(addresses.database_url, TEMPLATE)
        await bootstrap(template)
        await migrate(_as_role(template, Login.MIGRATOR.database_role))
        return addresses


def pytest_configure_node(node: object) -> None:
    """xdist: give a worker the addresses of the main process's servers."""
    config: pytest.Config = getattr(node, "config")  # noqa: B009  xdist has no types
    shared = config.stash.get(_shared, None)
    if shared is None:
        servers = _Servers()
        shared = config.stash[_shared] = servers.__enter__()
        config.add_cleanup(servers.__exit__)
    getattr(node, "workerinput").update(shared._asdict())  # noqa: B009  likewise


_shared = pytest.StashKey[Cluster]()


async def _clone(server_url: str, url: str, name: str, template: str = TEMPLATE) -> None:
    await _run(server_url, f"create database {name} template {template} owner vrijplaats_owner strategy file_copy")
    await bootstrap(url)  # privileges and settings of a database are not copied with it


async def _verbs_without_words(url: str) -> set[str]:
    """What the history of a module's tests calls something and nobody can read in their own data."""
    connection = await asyncpg.connect(url)
    try:
        written = await connection.fetch("select distinct verb from history where verb not like 'test.%'")
        return {row["verb"] for row in written} - set(VERBS)
    finally:
        await connection.close()


async def _run(server_url: str, sql: str) -> None:
    connection = await asyncpg.connect(server_url, database="postgres")
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


def _as_role(url: str, role: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=f"{role}@{parts.netloc.rpartition('@')[2]}"))


def _in_database(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def _valkey_database(number: int) -> int:
    """Each xdist worker keeps to its own part of Valkey's databases."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    part = VALKEY_DATABASES // int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    return worker * part + number % part


def _remove_left_behind() -> None:
    """Folders of test runs that were killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER_PREFIX}*"):
        with suppress(ValueError):
            if not is_alive(int(folder.name.removeprefix(FOLDER_PREFIX).partition("-")[0])):
                shutil.rmtree(folder, ignore_errors=True)
