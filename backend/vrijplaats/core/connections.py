"""Lists that can grow, in the shape Relay uses: edges with cursors, a page info and the total."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import strawberry

from vrijplaats.core.cursors import page_size

T = TypeVar("T")


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


def connection_of(nodes: Sequence[T], *, first: int | None, total: int, cursor: Callable[[T], str]) -> Connection[T]:
    """A page from `nodes`, which were fetched with one more than `first` to see whether there is more."""
    size = page_size(first)
    edges = [Edge(cursor=cursor(node), node=node) for node in nodes[:size]]
    end = edges[-1].cursor if edges else None
    return Connection(
        edges=edges, page_info=PageInfo(has_next_page=len(nodes) > size, end_cursor=end), total_count=total
    )
