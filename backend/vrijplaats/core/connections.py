"""Lists that can grow, in the shape Relay uses: edges with cursors, a page info and the total."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import orjson
import strawberry

from vrijplaats.core.errors import BadRequest

T = TypeVar("T")
USUAL, MOST = 25, 100


@strawberry.type
class PageInfo:
    """Whether there is more, and where to go on."""

    has_next_page: bool
    end_cursor: str | None


@strawberry.type
class Edge(Generic[T]):
    """One item with its place in the list."""

    cursor: str
    node: T


@strawberry.type
class Connection(Generic[T]):
    """One page of a list."""

    edges: list[Edge[T]]
    page_info: PageInfo
    total_count: int


def page_size(first: int | None) -> int:
    """How many to fetch for `first`: at least one, at most a hundred, and 25 when it is left open."""
    return USUAL if first is None else max(1, min(first, MOST))


def encode_cursor(*parts: object) -> str:
    """A place in a list, opaque to the client: the values the list is sorted by."""
    return urlsafe_b64encode(orjson.dumps([str(part) for part in parts])).decode().rstrip("=")


def decode_cursor(cursor: str | None, parts: int) -> list[str] | None:
    """The values in a cursor; None for the start of the list. What we did not make is a bad request."""
    if cursor is None:
        return None
    try:
        values = orjson.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError as error:
        raise BadRequest from error
    if not isinstance(values, list) or len(values) != parts or not all(isinstance(value, str) for value in values):
        raise BadRequest
    return values


def connection_of(nodes: Sequence[T], *, first: int | None, total: int, cursor: Callable[[T], str]) -> Connection[T]:
    """A page from `nodes`, which were fetched with one more than `first` to see whether there is more."""
    size = page_size(first)
    edges = [Edge(cursor=cursor(node), node=node) for node in nodes[:size]]
    end = edges[-1].cursor if edges else None
    return Connection(
        edges=edges, page_info=PageInfo(has_next_page=len(nodes) > size, end_cursor=end), total_count=total
    )
