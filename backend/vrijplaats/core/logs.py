"""Structured logs: one line of JSON for each event, or readable lines while developing. Never a name, a variable or
a message that may quote one: what failed is told by its kind and place (core.answers.described)."""

import logging

import structlog
from structlog.typing import Processor


def configure(*, readable: bool) -> None:
    """Set up the logs of this process."""
    shown: Processor = structlog.dev.ConsoleRenderer(colors=False) if readable else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            shown,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        cache_logger_on_first_use=False,
    )
    # libraries log statements and parameters below this
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    for name in ("asyncio", "asyncpg", "tortoise", "arq", "strawberry"):
        logging.getLogger(name).setLevel(logging.ERROR)
