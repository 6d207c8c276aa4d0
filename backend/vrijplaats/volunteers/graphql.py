"""The register's words in the graph."""

import strawberry

from vrijplaats.volunteers.admissions.rules import AdmissionState
from vrijplaats.volunteers.credentials.rules import PaperState
from vrijplaats.volunteers.rules import ActivityKind, Gender, VolunteerStatus

__all__ = ["ActivityKind", "AdmissionState", "Gender", "PaperState", "VolunteerStatus"]

for each in (ActivityKind, AdmissionState, Gender, PaperState, VolunteerStatus):
    strawberry.enum(each)
