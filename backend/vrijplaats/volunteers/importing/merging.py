"""Whom a row is about, and what it would change for them. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from vrijplaats.core.errors import Words
from vrijplaats.volunteers.file.rules import closed
from vrijplaats.volunteers.importing.columns import Column, Marks
from vrijplaats.volunteers.importing.names import same_person
from vrijplaats.volunteers.importing.rows import Rows, of_somebody
from vrijplaats.volunteers.importing.rules import UNKNOWN_MARK, Admitted, Draft, Finding, Outcome, Seen
from vrijplaats.volunteers.places import folded
from vrijplaats.volunteers.register.rules import next_statuses
from vrijplaats.volunteers.rules import ActivityKind, VolunteerStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Somebody who is in the register. `joined`: how to reach them is their own to change. `marks`: by which files
    knew them before; `called`: that of the name alone."""

    id: UUID
    name: str
    status: VolunteerStatus
    since: date
    joined: bool
    email: str | None
    phone: str | None
    gender: str | None
    place: str | None
    languages: frozenset[str]
    little_languages: frozenset[str]
    kinds: frozenset[str]
    denominations: frozenset[str]
    capacity: int
    carrying: int
    marks: frozenset[bytes]
    called: bytes | None
    # granted and not over, with their last day; and the papers by kind and day of issue
    admissions: Mapping[UUID, date | None]
    papers: frozenset[tuple[str, date]]


@dataclass(slots=True, kw_only=True)
class Step:
    """What becomes of a row: of `whom` it is when they are known, and what changes of them."""

    draft: Draft
    outcome: Outcome
    whom: Kept | None = None
    changes: tuple[str, ...] = ()


@dataclass(slots=True)
class Plan:
    """All rows, in their order."""

    steps: list[Step] = field(default_factory=list)

    @property
    def findings(self) -> list[Finding]:
        """What there is to say, by row."""
        return [finding for step in self.steps for finding in step.draft.findings]

    def count(self, outcome: Outcome) -> int:
        """How many rows become this."""
        return sum(step.outcome is outcome for step in self.steps)

    @property
    def agreed(self) -> str:
        """By which a screen says what it showed: new, changed and wrong."""
        return "-".join(str(self.count(each)) for each in (Outcome.NEW, Outcome.CHANGED, Outcome.WRONG))


class Register:
    """Everybody in the register, found by what a row says."""

    def __init__(self, people: Iterable[Kept], marks: Marks) -> None:
        self._marks = marks
        self._by_id: dict[UUID, Kept] = {}
        self._by_mark: dict[bytes, Kept] = {}
        self._by_name: dict[str, Kept] = {}
        self._holders: dict[str, list[Kept]] = {}
        for each in people:
            self._by_id[each.id] = each
            self._by_name[folded(each.name)] = each
            if each.email:
                self._holders.setdefault(each.email.casefold(), []).append(each)
            known = {*each.marks, marks.email(each.email), marks.name(each.name, each.phone)} - {None}
            # what they have now comes before what they had
            self._by_mark.update({mark: each for mark in known if mark and mark not in self._by_mark})

    def find(self, draft: Draft) -> Kept | None:
        """Whom a row is about: by its reference, else by its address with a name that can be theirs, else by name and
        number."""
        if draft.mark:
            found = self._by_id.get(draft.mark)
            if found is None:
                draft.note(UNKNOWN_MARK["nl"], UNKNOWN_MARK["en"])
            return found
        had = self._by_mark.get(self._marks.email(draft.email) or b"")
        by_email = [*self.holders(draft.email), *([had] if had else [])]
        found = next((each for each in by_email if self._can_be(draft, each)), None)
        return found or self._by_mark.get(self._marks.name(draft.name, draft.phone) or b"")

    def holders(self, address: str | None) -> Sequence[Kept]:
        """Who has this address now: one, or somebody who was imported and somebody who uses it as their own."""
        return self._holders.get(address.casefold(), ()) if address else ()

    def _can_be(self, draft: Draft, whom: Kept) -> bool:
        """Whether it is their name, or the one that a file gave them before."""
        if draft.name is None or same_person((draft.name, draft.phone), (whom.name, whom.phone)):
            return True
        return whom.called is not None and whom.called == self._marks.called(draft.name)

    def looks_like(self, draft: Draft) -> Kept | None:
        """Somebody of the same name, for a row that says nothing else to tell them by."""
        return None if draft.email or draft.phone else self._by_name.get(folded(draft.name or ""))


def planned(drafts: Sequence[Draft], register: Register, marks: Marks, today: date) -> Plan:
    """What becomes of each row; of two about one person, or at one address, the second is wrong."""
    found = [register.find(draft) for draft in drafts]
    moving = {whom.id for draft, whom in zip(drafts, found, strict=True) if whom and _moves_away(draft, whom)}
    rows = Rows(marks)
    plan = Plan()
    for draft, whom in zip(drafts, found, strict=True):
        address = None if whom and whom.joined else draft.email
        if said := rows.said_before(draft, whom.id if whom else None, address):
            draft.findings.append(said)
        elif other := _other_at_address(draft, whom, register, moving):
            draft.findings.append(of_somebody(draft, other.name, known=whom is not None))
        if whom is None and not draft.is_wrong and register.looks_like(draft):
            draft.note(
                "er is al iemand met deze naam: zet er een e-mailadres of telefoonnummer bij",
                "there is somebody of this name already: add an e-mail address or a phone number",
            )
        if draft.denominations and ActivityKind.CHAPLAINCY.value not in kinds(draft, whom):
            draft.note(
                "een richting hoort bij geestelijke verzorging: zet die bij de inzet",
                "a denomination is of chaplaincy: put that with the work",
            )
        plan.steps.append(_step(draft, whom, today))
    return plan


def _moves_away(draft: Draft, whom: Kept) -> bool:
    """Whether a row gives somebody another address, so that the one they have is free."""
    if whom.joined or draft.email is None or VolunteerStatus.LEFT in (draft.status, whom.status):
        return False
    return draft.email.casefold() != (whom.email or "").casefold()


def _other_at_address(draft: Draft, whom: Kept | None, register: Register, moving: set[UUID]) -> Kept | None:
    """Somebody else who has the address that a row brings."""
    if draft.status is VolunteerStatus.LEFT or (whom and not _moves_away(draft, whom)):
        return None
    holders = register.holders(draft.email)
    return next((each for each in holders if each.id not in moving and each is not whom), None)


def _step(draft: Draft, whom: Kept | None, today: date) -> Step:
    if draft.status is VolunteerStatus.LEFT or (whom and whom.status is VolunteerStatus.LEFT):
        if not draft.is_wrong:
            draft.note("is gestopt en wordt overgeslagen", "has stopped and is skipped", wrong=False)
            return Step(draft=draft, outcome=Outcome.SKIPPED, whom=whom)
        return Step(draft=draft, outcome=Outcome.WRONG, whom=whom)
    if whom is None:
        return Step(draft=draft, outcome=Outcome.WRONG if draft.is_wrong else Outcome.NEW)
    changes = _changes(draft, whom, today)
    if draft.is_wrong:
        return Step(draft=draft, outcome=Outcome.WRONG, whom=whom)
    return Step(draft=draft, outcome=Outcome.CHANGED if changes else Outcome.SAME, whom=whom, changes=changes)


def _changes(draft: Draft, whom: Kept, today: date) -> tuple[str, ...]:
    """Which columns say something else than the register; what is somebody's own to change is left as it is."""
    said: dict[str, bool] = {
        Column.PLACE: draft.place is not None and draft.place.label != whom.place,
        Column.GENDER: draft.gender is not None and draft.gender.value != whom.gender,
        Column.LANGUAGES: draft.languages is not None
        and (set(draft.languages) != whom.languages or set(little_languages(draft, whom)) != whom.little_languages),
        Column.KINDS: draft.kinds is not None and {kind.value for kind in draft.kinds} != whom.kinds,
        Column.DENOMINATIONS: set(denominations(draft, whom)) != whom.denominations,
        Column.CAPACITY: draft.capacity is not None and draft.capacity != whom.capacity,
        Column.STATUS: _moves(draft, whom, today),
        Column.FACILITIES: bool(new_admissions(draft, whom)),
        "PAPERS": bool(new_papers(draft, whom)),
    }
    theirs = {
        Column.EMAIL: draft.email is not None and (draft.email.casefold() != (whom.email or "").casefold()),
        Column.PHONE: draft.phone is not None and draft.phone != whom.phone,
    }
    if whom.joined and any(theirs.values()):
        draft.note(
            "adres en nummer past iemand zelf aan, die blijven zoals ze zijn",
            "people change their own address and number; these stay as they are",
            wrong=False,
        )
    if draft.name and folded(draft.name) != folded(whom.name):
        draft.note(
            f"in het register heet deze persoon {whom.name}, dat blijft zo",
            f"in the register this person is called {whom.name}, which stays",
            wrong=False,
        )
    return tuple(name for name, differs in (said | ({} if whom.joined else theirs)).items() if differs)


def _moves(draft: Draft, whom: Kept, today: date) -> bool:
    if draft.status is None or draft.status is whom.status:
        return False
    if draft.status not in next_statuses(whom.status, carrying=whom.carrying):
        draft.findings.append(Finding(draft.row, None, closed(whom.status, draft.status, carrying=whom.carrying)))
    elif (draft.since or today) < whom.since:
        words: Words = {
            "nl": f"de status verandert op een dag vanaf {whom.since:%d-%m-%Y}",
            "en": f"the status changes on a day from {whom.since:%d-%m-%Y}",
        }
        draft.note(words["nl"], words["en"])
    return True


def little_languages(draft: Draft, whom: Kept | None) -> list[str]:
    """Those that they speak a little. Of a language that a list only names it says nothing; but what came out of an
    export said it, so there nothing is well."""
    known = whom.little_languages if whom and draft.mark is None else frozenset()
    said = draft.languages or {}
    return [code for code, little in said.items() if (code in known if little is None else little)]


def kinds(draft: Draft, whom: Kept | None) -> list[str]:
    """What they do."""
    if draft.kinds:
        return [kind.value for kind in draft.kinds]
    return sorted(whom.kinds) if whom else [ActivityKind.ONE_TO_ONE.value]


def denominations(draft: Draft, whom: Kept | None) -> list[str]:
    """Of the chaplaincy they help with; of who does not do that, none."""
    if ActivityKind.CHAPLAINCY.value not in kinds(draft, whom):
        return []
    if draft.denominations:
        return [each.value for each in draft.denominations]
    return sorted(whom.denominations) if whom else []


def new_admissions(draft: Draft, whom: Kept | None) -> list[Admitted]:
    """Those that the register has not, or with another last day where the file says one."""
    known = whom.admissions if whom else {}
    return [
        each
        for each in draft.admissions
        if each.facility_id not in known or (each.until is not None and known[each.facility_id] != each.until)
    ]


def new_papers(draft: Draft, whom: Kept | None) -> list[Seen]:
    """Those that the register has not."""
    return [each for each in draft.papers if whom is None or (each.kind, each.valid_from) not in whom.papers]
