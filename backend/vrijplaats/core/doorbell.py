"""The bell between a commit and the relay in this process. Other processes hear PostgreSQL's NOTIFY."""

import asyncio

_waiting: set[asyncio.Event] = set()


async def ring() -> None:
    """Wake every relay that waits in this process."""
    for event in _waiting:
        event.set()


def listen() -> asyncio.Event:
    """An event that is set by each ring; give it back with `leave`."""
    event = asyncio.Event()
    _waiting.add(event)
    return event


def leave(event: asyncio.Event) -> None:
    """Stop listening."""
    _waiting.discard(event)
