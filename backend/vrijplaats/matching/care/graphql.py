"""Care for volunteers in the graph, for coordinators."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from vrijplaats.core.graphql import (
    Connection,
    Info,
    NotAllowedNow,
    NotFound,
    actor_of,
    connection_of,
    page_size,
    uuid_of,
    uuid_or_none,
    verb,
)
from vrijplaats.matching.care import actions, queries
from vrijplaats.matching.care.rules import CareSignal

strawberry.enum(CareSignal)


@strawberry.type
class CareLine:
    """A volunteer to think of, and why. A reason to call, and no mark."""

    volunteer_id: strawberry.ID
    volunteer_name: str
    phone: str | None = strawberry.field(description="E.164, null when the volunteer gave none.")
    signal: CareSignal
    since: date = strawberry.field(description="When it began: of a silence the last day on which something was heard.")
    match_id: strawberry.ID | None
    pseudonym: str | None = strawberry.field(description="Of whom they visit, where it is about one match.")
    count: int | None = strawberry.field(description="Visits in four weeks, or people visited.")
    usual: int | None = strawberry.field(description="What that would be by the rhythm, or by what they said.")
    by_people: bool
    months: int | None = strawberry.field(description="How long the match has been running, in half years.")
    view: strawberry.Private[queries.LineView]

    @classmethod
    def of(cls, view: queries.LineView) -> "CareLine":
        sign, bond = view.sign, view.sign.bond
        return cls(
            volunteer_id=strawberry.ID(str(view.volunteer_id)),
            volunteer_name=view.volunteer_name,
            phone=view.phone,
            signal=sign.signal,
            since=sign.since,
            match_id=strawberry.ID(str(bond.match_id)) if bond else None,
            pseudonym=bond.pseudonym if bond else None,
            count=sign.count,
            usual=sign.usual,
            by_people=sign.by_people,
            months=sign.months,
            view=view,
        )


@strawberry.type
class CareGroup:
    """All volunteers with one sign: how many, and the first ones, the longest on top."""

    signal: CareSignal
    count: int
    lines: list[CareLine]

    @classmethod
    def of(cls, view: queries.GroupView) -> "CareGroup":
        return cls(signal=view.signal, count=view.count, lines=[CareLine.of(line) for line in view.lines])


@strawberry.type
class CareTalk:
    """That a coordinator spoke with somebody: about which sign, when and who. Never what was said."""

    id: strawberry.ID
    signal: CareSignal
    spoken_at: datetime
    volunteer_id: strawberry.ID
    volunteer_name: str
    pseudonym: str | None
    spoken_by: str
    mine: bool

    @classmethod
    def of(cls, view: queries.TalkView) -> "CareTalk":
        same = ("signal", "spoken_at", "volunteer_name", "pseudonym", "spoken_by", "mine")
        return cls(
            **{name: getattr(view, name) for name in same},
            id=strawberry.ID(str(view.id)),
            volunteer_id=strawberry.ID(str(view.volunteer_id)),
        )


@strawberry.type
class CareOfVolunteer:
    """Why to think of one volunteer today, and when somebody spoke with them."""

    lines: list[CareLine]
    talks: list[CareTalk]


@strawberry.input
class MarkSpokenInput:
    """With whom, and about which sign; of a sign that is about one match, which one."""

    volunteer_id: strawberry.ID
    signal: CareSignal
    match_id: strawberry.ID | None = None


@strawberry.input
class UndoSpokenInput:
    """Which one was not so."""

    care_talk_id: strawberry.ID


@strawberry.type
class MarkSpokenSuccess:
    """It is remembered, with the day and who."""

    care_talk_id: strawberry.ID


@strawberry.type
class UndoSpokenSuccess:
    """It is to be done again."""

    care_talk_id: strawberry.ID


MarkSpokenResult = Annotated[MarkSpokenSuccess | NotAllowedNow | NotFound, strawberry.union("MarkSpokenResult")]
UndoSpokenResult = Annotated[UndoSpokenSuccess | NotAllowedNow | NotFound, strawberry.union("UndoSpokenResult")]


@strawberry.type
class Query:
    """Of whom to think."""

    @strawberry.field
    async def care(self, info: Info, first: int | None = 10, mine: bool = False) -> list[CareGroup]:
        """The whole organisation by sign, in the order in which one looks; at most `first` of each. `mine`: of whom the
        newest match came of a request that this coordinator, or whom they stand in for, took on; or nobody did."""
        return [CareGroup.of(view) for view in await queries.care(actor_of(info), first=page_size(first), mine=mine)]

    @strawberry.field
    async def care_lines(
        self, info: Info, signal: CareSignal, mine: bool = False, first: int | None = 25, after: str | None = None
    ) -> Connection[CareLine]:
        """All of one sign, the longest first."""
        most = page_size(first) + 1
        found, total = await queries.care_lines(actor_of(info), signal, mine=mine, after=after, most=most)
        nodes = [CareLine.of(view) for view in found]
        return connection_of(nodes, first=first, total=total, cursor=lambda node: node.view.cursor)

    @strawberry.field
    async def care_talks_today(self, info: Info) -> list[CareTalk]:
        """What was ticked off today, by oneself and by colleagues."""
        return [CareTalk.of(view) for view in await queries.talks_today(actor_of(info))]

    @strawberry.field
    async def care_of(self, info: Info, volunteer_id: strawberry.ID) -> CareOfVolunteer | None:
        """One volunteer; null when there is none with this id."""
        identifier = uuid_or_none(volunteer_id)
        found = await queries.care_of(actor_of(info), identifier) if identifier else None
        if found is None:
            return None
        lines, talks = found
        return CareOfVolunteer(lines=[CareLine.of(line) for line in lines], talks=[CareTalk.of(talk) for talk in talks])


@strawberry.type
class Mutation:
    """Ticking off, and taking that back."""

    @strawberry.mutation
    @verb
    async def mark_spoken(self, info: Info, input: MarkSpokenInput) -> MarkSpokenResult:
        talk_id = await actions.mark_spoken(
            actor_of(info),
            volunteer_id=uuid_of(input.volunteer_id),
            signal=input.signal,
            match_id=uuid_of(input.match_id) if input.match_id is not None else None,
        )
        return MarkSpokenSuccess(care_talk_id=strawberry.ID(str(talk_id)))

    @strawberry.mutation
    @verb
    async def undo_spoken(self, info: Info, input: UndoSpokenInput) -> UndoSpokenResult:
        talk_id = uuid_of(input.care_talk_id)
        await actions.undo_spoken(actor_of(info), talk_id=talk_id)
        return UndoSpokenSuccess(care_talk_id=strawberry.ID(str(talk_id)))
