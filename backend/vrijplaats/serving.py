"""The web process: uvicorn with uvloop and httptools on sockets that someone else may have opened."""

from __future__ import annotations

import socket
from collections.abc import Sequence

import uvicorn

from vrijplaats.app import create_app
from vrijplaats.settings import Settings

FINISH_SECONDS = 5


def serve(settings: Settings, host: str, descriptors: Sequence[int]) -> None:
    """Serve until SIGTERM; requests that are being answered are finished first."""
    config = uvicorn.Config(
        create_app(settings),
        host=host,
        port=settings.port,
        loop="uvloop",
        http="httptools",
        lifespan="on",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=FINISH_SECONDS,
        log_level="warning",
    )
    uvicorn.Server(config).run(sockets=[socket.socket(fileno=number) for number in descriptors] or None)
