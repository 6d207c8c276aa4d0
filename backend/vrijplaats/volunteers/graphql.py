"""The register's words in the graph."""

import strawberry

from vrijplaats.volunteers.credentials.rules import PaperState
from vrijplaats.volunteers.rules import ActivityKind, Gender, VolunteerStatus

__all__ = ["ActivityKind", "Gender", "PaperState", "VolunteerStatus"]

for each in (ActivityKind, Gender, PaperState, VolunteerStatus):
    strawberry.enum(each)
