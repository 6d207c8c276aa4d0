"""Why somebody fits, what to look out for, or what stands in the way: facts first, words when they are read."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Value = str | int


class FactKind(StrEnum):
    """What a fact is about; its values are those the words need, in this order."""

    SPEAKS = "SPEAKS"  # language codes
    SPEAKS_A_LITTLE = "SPEAKS_A_LITTLE"  # language codes
    DISTANCE = "DISTANCE"  # kilometres
    DAYS = "DAYS"  # weekdays, 1 = Monday
    LOAD = "LOAD"  # carrying, capacity
    AWAY = "AWAY"  # the last day, or the first and the last when it is still to come
    PAPER_ENDS = "PAPER_ENDS"  # kind of credential or ADMISSION, days left, its names in Dutch and English
    SAID_NOT_NOW = "SAID_NOT_NOW"
    KNOWN = "KNOWN"
    PARTED = "PARTED"
    FIRST_WITH = "FIRST_WITH"  # name of a colleague who visits there
    FIRST_ALONE = "FIRST_ALONE"
    NOT_ACTIVE = "NOT_ACTIVE"
    NO_ACCOUNT = "NO_ACCOUNT"
    PAUSED = "PAUSED"  # the last day, when it has one
    OTHER_KINDS = "OTHER_KINDS"
    NO_CREDENTIAL = "NO_CREDENTIAL"  # kind of credential, its names in Dutch and English
    CREDENTIAL_OVER = "CREDENTIAL_OVER"  # kind of credential, its names in Dutch and English
    NO_ADMISSION = "NO_ADMISSION"  # name of the place
    ADMISSION_OVER = "ADMISSION_OVER"  # name of the place
    NO_LANGUAGE = "NO_LANGUAGE"  # language codes
    FULL = "FULL"  # carrying, capacity
    NOBODY_NEW = "NOBODY_NEW"
    OTHER_WISH = "OTHER_WISH"  # gender asked for
    OTHER_DENOMINATION = "OTHER_DENOMINATION"  # that of the activity asked for


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. Kept with an offer as JSON, so that the reasons stay those of the day it was made."""

    kind: FactKind
    values: tuple[Value, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind.value, "values": list(self.values)}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Fact":
        return cls(FactKind(kept["kind"]), tuple(kept.get("values", ())))
