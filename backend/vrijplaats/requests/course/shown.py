"""What happened to a request, in the graph."""

from datetime import datetime

import strawberry

from vrijplaats.requests.course.queries import HappeningView
from vrijplaats.requests.course.rules import Happening

strawberry.enum(Happening, name="RequestHappening")


@strawberry.type
class RequestEvent:
    """Something that happened to a request, with how many people, and by which colleague."""

    what: Happening
    at: datetime
    count: int | None
    by: str | None

    @classmethod
    def of(cls, view: HappeningView) -> "RequestEvent":
        return cls(what=view.what, at=view.at, count=view.count, by=view.by)
