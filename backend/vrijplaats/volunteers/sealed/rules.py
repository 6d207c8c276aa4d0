"""What may be sealed in a file, and how it is. Pure but for the keys it is given."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from vrijplaats.accounts.contact import one_line, phone_number
from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.core.sealing import Place, new_key, seal, unseal
from vrijplaats.volunteers.saying import screened

LONGEST_NAME, LONGEST_RELATION = 80, 40
_PASS = re.compile(r"[0-9A-Za-z][0-9A-Za-z ./-]{0,29}")
_LABELS: dict[str, Words] = {
    "name": {"nl": "naam", "en": "name"},
    "phone": {"nl": "telefoonnummer", "en": "telephone number"},
    "relation": {"nl": "wie het is", "en": "who it is"},
    "number": {"nl": "pasnummer", "en": "pass number"},
}
_PHONE: Words = {"nl": "vul een heel telefoonnummer in", "en": "fill in a whole telephone number"}
_NUMBER: Words = {"nl": "hooguit 30 letters en cijfers", "en": "30 letters and digits at most"}
NOT_ADMITTED: Words = {
    "nl": "een pas hoort bij een toelating die loopt",
    "en": "a pass belongs to an admission that is running",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency:
    """Whom to call. `repr` shows nothing, so that it cannot reach a log by accident."""

    name: str
    phone: str
    relation: str | None

    def __repr__(self) -> str:
        return "Emergency(sealed)"


def emergency(name: str, phone: str, relation: str | None) -> Emergency:
    """Checked. Raises InvalidInput."""
    who = relation if relation and relation.strip() else None
    return Emergency(
        name=_line(name, "name", LONGEST_NAME),
        phone=_phone(phone),
        relation=_line(who, "relation", LONGEST_RELATION) if who else None,
    )


def _line(text: str, field: str, most: int) -> str:
    label = _LABELS[field]
    return screened(one_line(text, field=field, label=label, most=most), field=field, label=label)


def _phone(text: str) -> str:
    """Somebody else's number: the words are not about oneself."""
    try:
        return phone_number(text)
    except InvalidInput:
        raise InvalidInput(field="phone", label=_LABELS["phone"], requirement=_PHONE) from None


def pass_number(text: str | None) -> str | None:
    """As it stands on the pass; None takes it away. Raises InvalidInput."""
    number = " ".join((text or "").split())
    if number and not _PASS.fullmatch(number):
        raise InvalidInput(field="number", label=_LABELS["number"], requirement=_NUMBER)
    return number or None


@dataclass(frozen=True, slots=True, repr=False)
class Keyring:
    """Seals and opens what is kept of one volunteer, with their own key."""

    key: bytes

    def seal(self, text: str, table: str, column: str, row: UUID) -> bytes:
        """For this place only."""
        return seal(self.key, text.encode(), Place(table, column, row))

    def open(self, sealed: bytes, table: str, column: str, row: UUID) -> str:
        """What was sealed for this place."""
        return unseal(self.key, sealed, Place(table, column, row)).decode()

    def sealed_emergency(self, volunteer_id: UUID, found: Emergency) -> dict[str, bytes | None]:
        """Column by column."""
        values = {"name": found.name, "phone": found.phone, "relation": found.relation}
        return {
            column: None if text is None else self.seal(text, "emergency_contact", column, volunteer_id)
            for column, text in values.items()
        }

    def opened_emergency(self, volunteer_id: UUID, row: Mapping[str, Any]) -> Emergency:
        """The same back."""

        def text(column: str) -> str:
            return self.open(row[column], "emergency_contact", column, volunteer_id)

        relation = None if row["relation"] is None else text("relation")
        return Emergency(name=text("name"), phone=text("phone"), relation=relation)


def wrapped_organisation_key(master: bytes, organisation_id: UUID, key: bytes) -> bytes:
    """An organisation's key as it is kept: wrapped with the master key."""
    return seal(master, key, _of_organisation(organisation_id))


def unwrapped_organisation_key(master: bytes, organisation_id: UUID, wrapped: bytes) -> bytes:
    """The same back."""
    return unseal(master, wrapped, _of_organisation(organisation_id))


def wrapped_volunteer_key(organisation_key: bytes, volunteer_id: UUID) -> bytes:
    """A fresh key for one volunteer, wrapped with the organisation's."""
    return seal(organisation_key, new_key(), _of_volunteer(volunteer_id))


def keyring(organisation_key: bytes, volunteer_id: UUID, wrapped: bytes) -> Keyring:
    """That of one volunteer."""
    return Keyring(unseal(organisation_key, wrapped, _of_volunteer(volunteer_id)))


def _of_organisation(organisation_id: UUID) -> Place:
    return Place("organisation_key", "wrapped", organisation_id)


def _of_volunteer(volunteer_id: UUID) -> Place:
    return Place("volunteer_key", "wrapped", volunteer_id)
