"""Which rows of one file are about one person, and which share an address only. Pure."""

from uuid import UUID

from vrijplaats.core.errors import Words
from vrijplaats.volunteers.importing.columns import Marks
from vrijplaats.volunteers.importing.names import same_person
from vrijplaats.volunteers.importing.rules import Draft, Finding
from vrijplaats.volunteers.places import folded
from vrijplaats.volunteers.rules import VolunteerStatus


class Rows:
    """The rows of a file that were read, by what says whom they are about."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._about: dict[object, Draft] = {}
        self._at: dict[str, Draft] = {}

    def said_before(self, draft: Draft, known: UUID | None, address: str | None) -> Finding | None:
        """What there is to say of a row after those before it. `known`: whom in the register it is about. `address`:
        what it would write there."""
        formers = [self._about.setdefault(key, draft) for key in self._keys(draft, known)]
        at = self._at.setdefault(address.casefold(), draft) if address else draft
        for former in formers:
            if former is not draft:
                return _same(draft, former)
        if at is draft:
            return None
        if _one_person(at, draft):
            return _same(draft, at)
        # who has stopped is skipped, with their address
        return None if VolunteerStatus.LEFT in (at.status, draft.status) else _sharing(draft, at)

    def _keys(self, draft: Draft, known: UUID | None) -> list[object]:
        keys: list[object] = [self._marks.name(draft.name, draft.phone), known]
        if draft.name and not draft.email and not draft.phone and known is None:
            keys.append(("name", folded(draft.name)))
        return [key for key in keys if key is not None]


def of_somebody(draft: Draft, name: str, *, known: bool) -> Finding:
    """An address is in the register already, of this person. `known`: the row says that it is about another."""
    if known:
        said: Words = {
            "nl": f"dit e-mailadres is in het register van {name}: geef een ander adres, of laat het leeg",
            "en": f"this e-mail address is {name}'s in the register: give another one, or leave it empty",
        }
    else:
        said = {
            "nl": f"dit e-mailadres is in het register van {name}. Is dit iemand anders: geef een ander adres, of laat "
            "het leeg. Is het dezelfde persoon: zet het kenmerk uit een export erbij",
            "en": f"this e-mail address is {name}'s in the register. Is this somebody else: give another one, or leave "
            "it empty. Is it the same person: add the reference from an export",
        }
    return Finding(draft.row, draft.email_at, said)


def _one_person(one: Draft, other: Draft) -> bool:
    return not one.name or not other.name or same_person((one.name, one.phone), (other.name, other.phone))


def _same(draft: Draft, former: Draft) -> Finding:
    said: Words = {
        "nl": f"dezelfde persoon staat ook op regel {former.row}",
        "en": f"the same person is in row {former.row} as well",
    }
    return Finding(draft.row, None, said)


def _sharing(draft: Draft, former: Draft) -> Finding:
    said: Words = {
        "nl": f"dit e-mailadres staat ook op regel {former.row}, bij {former.name}: geef een van beiden een ander "
        "adres, of laat het leeg",
        "en": f"this e-mail address is in row {former.row} as well, with {former.name}: give one of them another one, "
        "or leave it empty",
    }
    return Finding(draft.row, draft.email_at, said)
