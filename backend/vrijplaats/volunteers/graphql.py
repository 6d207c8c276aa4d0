"""The register's words in the graph."""

import strawberry

from vrijplaats.volunteers.admissions.rules import AdmissionState
from vrijplaats.volunteers.credentials.rules import PaperState
from vrijplaats.volunteers.rules import ActivityKind, Denomination, Gender, VolunteerStatus

__all__ = ["ActivityKind", "AdmissionState", "Denomination", "Gender", "PaperState", "VolunteerStatus"]

for each in (ActivityKind, AdmissionState, Gender, PaperState, VolunteerStatus):
    strawberry.enum(each)
strawberry.enum(Denomination, name="ActivityDenomination")
