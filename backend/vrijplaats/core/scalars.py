"""Scalars of the schema that are stricter than usual."""

from collections.abc import Mapping
from datetime import UTC, datetime

import strawberry
from strawberry.types.scalar import ScalarDefinition


def parse_moment(text: object) -> datetime:
    """A moment with its time zone, in UTC: without one nobody knows when it is."""
    moment = datetime.fromisoformat(text) if isinstance(text, str) else None
    if moment is None or moment.tzinfo is None:
        raise ValueError("a moment is written as ISO 8601 with a time zone")
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("a moment outside the calendar") from None


SCALARS: Mapping[object, ScalarDefinition] = {
    datetime: strawberry.scalar(
        name="DateTime",
        description="A moment, ISO 8601 with a time zone.",
        serialize=datetime.isoformat,
        parse_value=parse_moment,
    )
}
