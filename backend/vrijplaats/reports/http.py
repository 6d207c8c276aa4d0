"""Downloads: the frozen bytes of a publication with their proof, the same as a sheet, and the key to check with."""

from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from vrijplaats import settings
from vrijplaats.core import db
from vrijplaats.core.answers import refusal, refused_with
from vrijplaats.core.errors import Forbidden, NotFound, SessionOver
from vrijplaats.core.http import FindActor, Seen, SessionOf, language_of
from vrijplaats.reports import queries
from vrijplaats.reports.canonical import Frozen, public_key
from vrijplaats.reports.sheets import csv_of

KINDS = ("json", "csv")


def download_routes(session_of: SessionOf, find_actor: FindActor, seen: Seen) -> list[BaseRoute]:
    """GET /publications/{id}.json and .csv for those who may read publications; 401 when their session is over, 404
    for anybody else."""

    async def download(request: Request) -> Response:
        kind = request.url.path.rpartition(".")[2]
        try:
            publication_id = UUID(request.path_params["id"])
            frozen = await _frozen(session_of(request), find_actor, seen, publication_id)
        except SessionOver as over:
            return refused_with(over, 401, language_of(request))
        except (ValueError, NotFound, Forbidden):
            return refusal(404, "NOT_FOUND", "There is nothing here.")
        return _file(frozen, publication_id, kind)

    return [
        *(Route(f"/publications/{{id}}.{kind}", download, methods=["GET"]) for kind in KINDS),
        Route("/publications/public-key.pem", _public_key, methods=["GET"]),
    ]


async def _frozen(session: str | None, find_actor: FindActor, seen: Seen, publication_id: UUID) -> Frozen:
    if session is None:
        raise Forbidden
    async with db.transaction({"session": session}, read_only=True):
        actor = await find_actor()
        await db.become(actor)
        await seen(actor)
        return await queries.frozen(actor, publication_id)


def _file(frozen: Frozen, publication_id: UUID, kind: str) -> Response:
    headers = {
        "content-disposition": f'attachment; filename="vrijplaats-{publication_id}.{kind}"',
        "cache-control": "private, no-cache",
        "x-vrijplaats-hash": frozen.hash.hex(),
        "x-vrijplaats-signature": frozen.signature.hex(),
    }
    if kind == "csv":
        return Response(csv_of(frozen.canonical), media_type="text/csv; charset=utf-8", headers=headers)
    return Response(frozen.canonical, media_type="application/json", headers=headers)


async def _public_key(_request: Request) -> Response:
    return Response(public_key(settings.current().signing_key), media_type="application/x-pem-file")
