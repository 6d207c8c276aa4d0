"""The register's words in the graph."""

import strawberry

from vrijplaats.volunteers.rules import ActivityKind, Gender

__all__ = ["ActivityKind", "Gender"]

for each in (ActivityKind, Gender):
    strawberry.enum(each)
