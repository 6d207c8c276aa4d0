"""Assembly only: routes, middleware, and what is opened at the start and closed at the end."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from vrijplaats.accounts.actions import seen
from vrijplaats.accounts.codes.http import CodeRoutes
from vrijplaats.accounts.details.http import EmailRoutes
from vrijplaats.accounts.http import SessionCookie
from vrijplaats.accounts.invitations.http import InvitationRoutes
from vrijplaats.accounts.passkeys.ceremonies import RelyingParty
from vrijplaats.accounts.passkeys.http import PasskeyRoutes
from vrijplaats.accounts.queries import find_actor
from vrijplaats.accounts.recovery.http import RecoveryRoutes
from vrijplaats.accounts.sso.http import SsoRoutes
from vrijplaats.audit.http import audit_routes
from vrijplaats.core import db, logs
from vrijplaats.core.answers import described, json_response, log, refusal, surprise
from vrijplaats.core.documents import Documents, keep_documents
from vrijplaats.core.headers import Headers
from vrijplaats.core.http import Door, GraphQLEndpoint, language_of
from vrijplaats.core.idempotency import Answers
from vrijplaats.core.migrate import APPLIED, pending
from vrijplaats.core.pages import Pages
from vrijplaats.core.rights import declared
from vrijplaats.demo.http import demo_routes
from vrijplaats.mydata.http import own_data_routes
from vrijplaats.notices.letters.http import letter_routes
from vrijplaats.requests.identity import reopen
from vrijplaats.schema import build_schema
from vrijplaats.settings import ROOT, Login, Mode, Settings
from vrijplaats.visits.calendar.http import calendar_routes
from vrijplaats.volunteers.importing.http import RegisterRoutes

MANIFEST = ROOT / "pwa" / "src" / "lib" / "gql" / "persisted-documents.json"
ACCESS = ROOT / "backend" / "vrijplaats" / "access.toml"
ANY = ["GET", "POST", "PUT", "PATCH", "DELETE"]


def create_app(settings: Settings) -> Starlette:
    """The web application for these settings."""
    production = settings.mode is Mode.PRODUCTION
    logs.configure(readable=not production)
    # demo and tests may run over plain http, where a browser keeps no Secure cookie
    over_https = production or settings.origin.startswith("https://")
    return Starlette(
        routes=_routes(settings, SessionCookie(secure=over_https)),
        middleware=[
            Middleware(Headers, secure=production),
            Middleware(TrustedHostMiddleware, allowed_hosts=_hosts(settings)),
        ],
        exception_handlers={Exception: _surprised},
        lifespan=_lifespan(settings),
    )


@cache
def documents(*, free: bool) -> Documents:
    """What can be asked and by whom: the same for every application of a process, a second's work to make."""
    return Documents(build_schema(), {}, free=free, rights=declared(ACCESS))


def _routes(settings: Settings, cookie: SessionCookie) -> list[BaseRoute]:
    graphql = GraphQLEndpoint(
        documents(free=settings.mode is not Mode.PRODUCTION).knowing(
            keep_documents(MANIFEST, settings.var / "documents")
        ),
        Answers(settings.master_key, reopen),
        door=Door(session_of=cookie.session_of, find_actor=find_actor, seen=seen, give=cookie.give),
        demo=settings.demo,
    )
    return [
        Route("/healthz", _healthz),
        Route("/readyz", _readyz),
        Route("/graphql", graphql.answer, methods=ANY),
        Route("/sign-out", cookie.sign_out, methods=["POST"]),
        *PasskeyRoutes(RelyingParty.at(settings.origin), cookie).routes(),
        Route("/passkeys/{path:path}", _not_here, methods=ANY),
        *CodeRoutes(cookie).routes(),
        Route("/codes/{path:path}", _not_here, methods=ANY),
        *EmailRoutes(cookie).routes(),
        *SsoRoutes(settings.origin, cookie).routes(),
        Route("/sso/{path:path}", _not_here, methods=ANY),
        *InvitationRoutes(RelyingParty.at(settings.origin), cookie).routes(),
        Route("/invitations/{path:path}", _not_here, methods=ANY),
        *RecoveryRoutes(RelyingParty.at(settings.origin), cookie).routes(),
        Route("/recovery/{path:path}", _not_here, methods=ANY),
        *letter_routes(),
        Route("/letters/{path:path}", _not_here, methods=ANY),
        *(demo_routes(cookie, settings.var / "mail") if settings.demo else []),
        Route("/demo/{path:path}", _not_here, methods=ANY),
        *_downloads(cookie),
        *RegisterRoutes(cookie.session_of, find_actor, seen).routes(),
        Route("/register/{path:path}", _not_here, methods=ANY),
        *audit_routes(cookie.session_of, find_actor, seen),
        Route("/audit/{path:path}", _not_here, methods=ANY),
        *own_data_routes(cookie.session_of, find_actor, seen),
        *calendar_routes(),
        Route("/{path:path}", Pages(settings.built_pwa).serve),
    ]


def _downloads(cookie: SessionCookie) -> list[BaseRoute]:
    """The files of publications, when the reports are there."""
    if not find_spec("vrijplaats.reports.http"):
        return []
    routes: list[BaseRoute] = import_module("vrijplaats.reports.http").download_routes(
        cookie.session_of, find_actor, seen
    )
    return routes


def _hosts(settings: Settings) -> list[str]:
    """The names this program answers to; the loopback names are for the machine's own checks."""
    return [urlsplit(settings.origin).hostname or "localhost", "localhost", "127.0.0.1", "[::1]", "::1", "testserver"]


def _lifespan(settings: Settings) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def opened(_app: Starlette) -> AsyncIterator[None]:
        await db.open_database(settings.dsn(Login.APP), max_size=settings.database_pool)
        try:
            yield
        finally:
            await db.close_database()

    return opened


async def _healthz(_request: Request) -> Response:
    return PlainTextResponse("alive\n")


async def _readyz(_request: Request) -> Response:
    """Ready when the database answers and knows every migration this program knows."""
    try:
        async with db.transaction({}, read_only=True):
            applied = {row["name"]: row["hash"] for row in await db.fetch(APPLIED)}
        waiting = pending(applied)
    except Exception as error:
        log.warning("not_ready", **described(error))
        return PlainTextResponse("the database cannot be reached or is of another version\n", 503)
    return PlainTextResponse("ready\n" if not waiting else "migrations are waiting\n", 503 if waiting else 200)


async def _not_here(_request: Request) -> Response:
    return refusal(404, "NOT_FOUND", "There is nothing here.")


async def _surprised(request: Request, error: Exception) -> Response:
    return json_response({"data": None, "errors": [surprise(error, language_of(request), None)]}, 500)
