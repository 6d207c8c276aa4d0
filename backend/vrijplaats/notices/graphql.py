"""What one has been told, in one's own language."""

from datetime import datetime
from typing import Annotated

import strawberry

from vrijplaats.core.graphql import Info, NotFound, actor_of, page_size, uuid_of, verb
from vrijplaats.notices import actions, queries


def _id(identifier: str | None) -> strawberry.ID | None:
    return strawberry.ID(identifier) if identifier else None


@strawberry.type
class Notice:
    """One thing one has been told."""

    id: strawberry.ID
    event: str
    text: str
    created_at: datetime
    read_at: datetime | None
    offer_id: strawberry.ID | None
    request_id: strawberry.ID | None
    match_id: strawberry.ID | None
    visit_id: strawberry.ID | None
    message: str | None = strawberry.field(description="What a coordinator wrote to a selection of volunteers.")
    sender: str | None = strawberry.field(description="Who wrote it.")

    @classmethod
    def of(cls, view: queries.NoticeView) -> "Notice":
        return cls(
            id=strawberry.ID(str(view.id)),
            event=view.event,
            text=view.text,
            created_at=view.created_at,
            read_at=view.read_at,
            offer_id=_id(view.offer_id),
            request_id=_id(view.request_id),
            match_id=_id(view.match_id),
            visit_id=_id(view.visit_id),
            message=view.message,
            sender=view.sender,
        )


@strawberry.input
class ReadNoticesInput:
    """Which notices have been read."""

    notice_ids: list[strawberry.ID]


@strawberry.type
class ReadNoticesSuccess:
    """How many of them had not been read before."""

    read: int


ReadNoticesResult = Annotated[ReadNoticesSuccess | NotFound, strawberry.union("ReadNoticesResult")]


@strawberry.type
class Query:
    """Notices."""

    @strawberry.field
    async def my_notices(self, info: Info, first: int | None = 20) -> list[Notice]:
        """The latest, newest first."""
        return [Notice.of(view) for view in await queries.my_notices(actor_of(info), first=page_size(first))]


@strawberry.type
class Mutation:
    """Reading notices."""

    @strawberry.mutation
    @verb
    async def read_notices(self, info: Info, input: ReadNoticesInput) -> ReadNoticesResult:
        notice_ids = [uuid_of(identifier) for identifier in input.notice_ids]
        return ReadNoticesSuccess(read=await actions.read_notices(actor_of(info), notice_ids=notice_ids))
