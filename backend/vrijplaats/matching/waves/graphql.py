"""Waves in the graph: how a request goes on by itself, sending the next one now, and stopping."""

from datetime import datetime
from typing import Annotated

import strawberry

from vrijplaats.core.graphql import Info, InvalidInput, NotAllowedNow, NotFound, actor_of, uuid_of, verb
from vrijplaats.matching.shown import Offer
from vrijplaats.matching.waves import actions, queries
from vrijplaats.matching.waves.queries import WavesView
from vrijplaats.matching.waves.rules import EndReason, Night, Rhythm

strawberry.enum(EndReason, name="WavesEndReason")


@strawberry.type
class Waves:
    """Waves of a request: `size` people at a time, the next `hours` later, and never at night."""

    id: strawberry.ID
    size: int
    hours: int
    next_at: datetime | None = strawberry.field(
        description="When the next wave goes, as it stands now. Null: none goes any more."
    )
    end_reason: EndReason | None
    sent: int = strawberry.field(description="How many waves there were, the first included.")

    @classmethod
    def of(cls, view: WavesView) -> "Waves":
        return cls(
            id=strawberry.ID(str(view.id)),
            size=view.size,
            hours=view.hours,
            next_at=view.next_at,
            end_reason=view.end_reason,
            sent=view.sent,
        )


@strawberry.input
class WavesInput:
    """One to ten people at a time, the next after 1 to 72 hours."""

    size: int
    hours: int

    def as_rhythm(self) -> Rhythm:
        return Rhythm(size=self.size, hours=self.hours)


@strawberry.type
class WaveSettings:
    """What an organisation chose for its rounds: with what the choice begins, and from which hour until which nobody is
    asked by itself. `running`: how many requests have rounds that go on."""

    size: int
    hours: int
    night_from: int
    night_until: int
    running: int


@strawberry.input
class SetNightInput:
    """Whole hours in Amsterdam: from 18 to 23, until 6 to 10."""

    from_: int = strawberry.field(name="from")
    until: int


@strawberry.input
class SendNextWaveInput:
    """Which request, and the number of the wave that is meant: one more than were sent. It goes once."""

    request_id: strawberry.ID
    wave: int


@strawberry.input
class StopWavesInput:
    """Which request."""

    request_id: strawberry.ID


@strawberry.type
class SendNextWaveSuccess:
    """How it goes on now, and who was asked; nobody when this wave had gone already, or nobody was left."""

    waves: Waves
    offers: list[Offer]


@strawberry.type
class StopWavesSuccess:
    """No further wave goes; who was asked can still answer."""

    waves: Waves


@strawberry.type
class SetUsualWavesSuccess:
    """As it is now."""

    settings: WaveSettings


@strawberry.type
class SetNightSuccess:
    """As it is now."""

    settings: WaveSettings


SetUsualWavesResult = Annotated[SetUsualWavesSuccess | InvalidInput, strawberry.union("SetUsualWavesResult")]
SetNightResult = Annotated[SetNightSuccess | InvalidInput, strawberry.union("SetNightResult")]
SendNextWaveResult = Annotated[
    SendNextWaveSuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("SendNextWaveResult")
]
StopWavesResult = Annotated[StopWavesSuccess | NotAllowedNow | NotFound, strawberry.union("StopWavesResult")]


@strawberry.type
class Query:
    """What an organisation chose."""

    @strawberry.field
    async def wave_settings(self, info: Info) -> WaveSettings:
        """Coordinator: in the own organisation."""
        return await _settings(info)


@strawberry.type
class Mutation:
    """The verbs of waves."""

    @strawberry.mutation
    @verb
    async def set_usual_waves(self, info: Info, input: WavesInput) -> SetUsualWavesResult:
        """With what the choice of rounds begins, from now on."""
        await actions.set_usual_waves(actor_of(info), input.as_rhythm())
        return SetUsualWavesSuccess(settings=await _settings(info))

    @strawberry.mutation
    @verb
    async def set_night(self, info: Info, input: SetNightInput) -> SetNightResult:
        """When nobody is asked by itself; rounds that run go by it too."""
        await actions.set_night(actor_of(info), Night(starts=input.from_, ends=input.until))
        return SetNightSuccess(settings=await _settings(info))

    @strawberry.mutation
    @verb
    async def send_next_wave(self, info: Info, input: SendNextWaveInput) -> SendNextWaveResult:
        """The coordinator does not wait for the clock."""
        actor = actor_of(info)
        sent = await actions.send_next_wave(actor, request_id=uuid_of(input.request_id), wave=input.wave)
        return SendNextWaveSuccess(waves=Waves.of(sent.waves), offers=[Offer.of(view, actor) for view in sent.offers])

    @strawberry.mutation
    @verb
    async def stop_waves(self, info: Info, input: StopWavesInput) -> StopWavesResult:
        """No further wave."""
        return StopWavesSuccess(
            waves=Waves.of(await actions.stop_waves(actor_of(info), request_id=uuid_of(input.request_id)))
        )


async def _settings(info: Info) -> WaveSettings:
    view = await queries.wave_settings(actor_of(info))
    return WaveSettings(
        size=view.rhythm.size,
        hours=view.rhythm.hours,
        night_from=view.night.starts,
        night_until=view.night.ends,
        running=view.running,
    )
