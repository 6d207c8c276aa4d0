"""Every operator's command. What a command does not need it does not import, so that each starts quickly."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import click

from vrijplaats import __version__
from vrijplaats import settings as program_settings
from vrijplaats.keys import SettingsError, new_key
from vrijplaats.refusal import Refusal
from vrijplaats.settings import Login, Settings

P = ParamSpec("P")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Vrijplaats brings a human being to everyone in prison who asks for one."""


def _command(name: str, group: click.Group = main) -> Callable[[Callable[P, None]], click.Command]:
    """A command whose expected failures are one sentence and status 1."""

    def register(function: Callable[P, None]) -> click.Command:
        @wraps(function)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
            try:
                function(*args, **kwargs)
            except Refusal as problem:
                raise click.ClickException(str(problem)) from None

        return group.command(name)(guarded)

    return register


@_command("run")
@click.option("--with-parent", is_flag=True, help="Stop when the program that started this one ends, however it ends.")
def run_command(with_parent: bool) -> None:
    """Start everything: servers, web, worker and relay. Ctrl-C stops it all."""
    import signal

    from vrijplaats.core.embedded.account import die_with_parent
    from vrijplaats.run import run

    if with_parent:
        die_with_parent(signal.SIGTERM)
    asyncio.run(run(program_settings.current()))


@_command("web")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--fd", "descriptors", type=int, multiple=True, help="A listening socket that was opened for us.")
def web_command(host: str, descriptors: tuple[int, ...]) -> None:
    """Serve HTTP."""
    from vrijplaats.serving import serve

    serve(_connected(), host, descriptors)


@_command("worker")
def worker_command() -> None:
    """Carry out the jobs that arq rings for."""
    from vrijplaats.worker import run_worker

    asyncio.run(run_worker(_connected()))


@_command("relay")
def relay_command() -> None:
    """Deliver the outbox."""
    from vrijplaats.core.relay import run_relay

    asyncio.run(run_relay(_connected()))


@_command("migrate")
def migrate_command() -> None:
    """Bring the database up to date; DATABASE_URL names a user who may create roles."""
    from vrijplaats.preparing import prepare_database

    names = asyncio.run(prepare_database(_connected()))
    click.echo("\n".join(names) if names else "nothing to do")


@_command("seed")
def seed_command() -> None:
    """Load the fictional demo world."""
    from vrijplaats.preparing import seed
    from vrijplaats.progress import shown

    settings = _connected()
    if not settings.demo:
        raise SettingsError("The demo world is loaded only with VRIJPLAATS_DEMO=1.")
    with shown() as progress:
        asyncio.run(seed(settings, progress))


@_command("invite-operator")
@click.argument("name")
@click.argument("email")
def invite_operator_command(name: str, email: str) -> None:
    """Print a link, for 24 hours, with which NAME becomes an operator of this installation."""
    from vrijplaats.accounts.invitations.console import invite_operator

    click.echo(asyncio.run(invite_operator(_connected(), name, email)))


@_command("dsn")
@click.option("--role", type=click.Choice([login.value for login in Login]), default=Login.APP.value, show_default=True)
def dsn_command(role: str) -> None:
    """Print the URL of the running database for a login role (for psql)."""
    click.echo(_connected().dsn(Login(role)))


@_command("keys")
def keys_command() -> None:
    """Print fresh keys, to be kept as secrets."""
    for name in ("MASTER", "SIGNING", "VAPID"):
        click.echo(f"VRIJPLAATS_{name}_KEY={new_key()}")


@_command("schema")
def schema_command() -> None:
    """Print the GraphQL schema."""
    from vrijplaats.schema import print_schema

    sys.stdout.write(print_schema())


@main.group("audit")
def audit_group() -> None:
    """Look after the record of who did what."""


@_command("verify", audit_group)
def verify_command() -> None:
    """Follow the hash chain of every tenant's history; status 1 when a row was changed, removed or moved."""
    from vrijplaats.audit.chains import verify

    verdict = asyncio.run(verify(_connected().dsn(Login.AUDIT)))
    for finding in verdict.findings:
        click.echo(str(finding))
    click.echo(f"{verdict.rows} rows in {verdict.chains} chains: {'BROKEN' if verdict.findings else 'whole'}")
    if verdict.findings:
        sys.exit(1)


def _connected() -> Settings:
    """The settings, pointed at the embedded servers of this `var` when no others are named."""
    settings = program_settings.current()
    if settings.embedded:
        from vrijplaats.core.embedded.servers import addresses_of

        addresses = addresses_of(settings.var)
        settings = settings.with_servers(
            database_url=settings.database_url or addresses.database_url,
            valkey_url=settings.valkey_url or addresses.valkey_url,
        )
    return program_settings.use(settings)
