"""GET /agenda/{token}.ics: for calendar programs, which have no session; the address itself is the secret."""

from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from vrijplaats import settings
from vrijplaats.core import tickets
from vrijplaats.core.answers import refusal
from vrijplaats.core.limits import Limit, TooOften, network_of, spend
from vrijplaats.visits.calendar.queries import entries_of
from vrijplaats.visits.calendar.rules import as_calendar

PURPOSE = "calendar"
# Google and Outlook fetch everybody's calendars from a few networks: those are counted by feed, guessing by network
FETCHES = Limit(kind="calendar", times=120, per=timedelta(hours=1))
GUESSES = Limit(kind="calendar.guess", times=60, per=timedelta(hours=1))


def address_of(feed_id: UUID) -> str:
    """The path of a feed."""
    return f"/agenda/{tickets.token(PURPOSE, feed_id)}.ics"


def calendar_routes() -> list[BaseRoute]:
    """200 with the calendar, 304 when nothing changed, 404 for every address that is not one (any more)."""
    return [Route("/agenda/{token}.ics", _calendar, methods=["GET"])]


async def _calendar(request: Request) -> Response:
    feed_id = tickets.opened(PURPOSE, request.path_params["token"])
    try:
        if feed_id is None:
            await spend(GUESSES, network_of(request))
        else:
            await spend(FETCHES, str(feed_id))
    except TooOften as problem:
        minutes = int(str(problem.fields["minutes"]))
        return refusal(429, TooOften.code, problem.message("en"), {"retry-after": str(minutes * 60)})
    found = await entries_of(feed_id) if feed_id else None
    if found is None:
        return refusal(404, "NOT_FOUND", "There is nothing here.")
    entries, locale = found
    return _file(request, as_calendar(entries, origin=settings.current().origin, locale=locale))


def _file(request: Request, content: bytes) -> Response:
    etag = f'"{sha256(content).hexdigest()[:32]}"'
    headers = {"etag": etag, "cache-control": "private, no-cache", "x-robots-tag": "noindex"}
    asked = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    if etag in asked:
        return Response(status_code=304, headers=headers)
    headers["content-disposition"] = 'inline; filename="vrijplaats.ics"'
    return Response(content, headers=headers, media_type="text/calendar; charset=utf-8")
