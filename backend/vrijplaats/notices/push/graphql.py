"""Being woken: one's devices, and one's choices."""

from datetime import datetime
from typing import Annotated

import strawberry

from vrijplaats.core.graphql import Info, InvalidInput, NotFound, actor_of, uuid_of, verb
from vrijplaats.notices.push import actions, queries, rules

NoticeKind = strawberry.enum(rules.NoticeKind, name="NoticeKind")


@strawberry.type
class PushDevice:
    """A device that is woken; `current` is the one in hand. When it is `gone`, its push service no longer knows it, and
    the browser has to be asked for another address."""

    id: strawberry.ID
    created_at: datetime
    last_delivered_at: datetime | None
    current: bool
    gone: bool


@strawberry.type
class QuietHours:
    """Whole hours of the day in Amsterdam; `from` 22 `until` 8 goes over midnight."""

    from_: int = strawberry.field(name="from")
    until: int


@strawberry.type
class Push:
    """How one is woken. `publicKey` is the applicationServerKey, `kinds` what there is to be woken for; `letters` is
    whether one wants a letter when no device wakes or one opened nothing, `letterTo` the confirmed address for it."""

    public_key: str
    devices: list[PushDevice]
    quiet_hours: QuietHours | None
    kinds: list[rules.NoticeKind]
    muted_kinds: list[rules.NoticeKind]
    letters: bool
    letter_to: str | None

    @classmethod
    def of(cls, view: queries.PushView) -> "Push":
        quiet = view.preferences.quiet
        return cls(
            public_key=view.public_key,
            devices=[
                PushDevice(
                    id=strawberry.ID(str(each.id)),
                    created_at=each.created_at,
                    last_delivered_at=each.last_delivered_at,
                    current=each.current,
                    gone=each.gone,
                )
                for each in view.devices
            ],
            quiet_hours=QuietHours(from_=quiet.starts, until=quiet.ends) if quiet else None,
            kinds=list(view.kinds),
            muted_kinds=sorted(view.preferences.muted),
            letters=view.letters,
            letter_to=view.letter_to,
        )


@strawberry.input
class SubscribePushInput:
    """What the browser's PushSubscription says."""

    endpoint: str
    p256dh: str
    auth: str


@strawberry.type
class SubscribePushSuccess:
    """The device in hand is woken from now on."""

    push: Push


@strawberry.input
class UnsubscribePushInput:
    """One of one's own devices."""

    subscription_id: strawberry.ID


@strawberry.type
class UnsubscribePushSuccess:
    """The devices that are left."""

    push: Push


@strawberry.input
class QuietHoursInput:
    """Whole hours of the day in Amsterdam."""

    from_: int = strawberry.field(name="from")
    until: int


@strawberry.input
class SetQuietHoursInput:
    """Null is never quiet."""

    quiet_hours: QuietHoursInput | None


@strawberry.type
class SetQuietHoursSuccess:
    """As chosen."""

    push: Push


@strawberry.input
class MuteNoticesInput:
    """Whether one's devices keep silent about this kind of news."""

    kind: rules.NoticeKind
    muted: bool


@strawberry.type
class MuteNoticesSuccess:
    """As chosen."""

    push: Push


SubscribePushResult = Annotated[SubscribePushSuccess | InvalidInput, strawberry.union("SubscribePushResult")]
UnsubscribePushResult = Annotated[UnsubscribePushSuccess | NotFound, strawberry.union("UnsubscribePushResult")]
SetQuietHoursResult = Annotated[SetQuietHoursSuccess | InvalidInput, strawberry.union("SetQuietHoursResult")]
MuteNoticesResult = Annotated[MuteNoticesSuccess | InvalidInput, strawberry.union("MuteNoticesResult")]


@strawberry.type
class Query:
    """Being woken."""

    @strawberry.field
    async def my_push(self, info: Info) -> Push:
        """One's devices and choices."""
        return await mine(info)


@strawberry.type
class Mutation:
    """Being woken, or no longer."""

    @strawberry.mutation
    @verb
    async def subscribe_push(self, info: Info, input: SubscribePushInput) -> SubscribePushResult:
        actor = actor_of(info)
        await actions.subscribe_push(actor, endpoint=input.endpoint, p256dh=input.p256dh, auth=input.auth)
        return SubscribePushSuccess(push=await mine(info))

    @strawberry.mutation
    @verb
    async def unsubscribe_push(self, info: Info, input: UnsubscribePushInput) -> UnsubscribePushResult:
        await actions.unsubscribe_push(actor_of(info), subscription_id=uuid_of(input.subscription_id))
        return UnsubscribePushSuccess(push=await mine(info))

    @strawberry.mutation
    @verb
    async def set_quiet_hours(self, info: Info, input: SetQuietHoursInput) -> SetQuietHoursResult:
        given = input.quiet_hours
        quiet = rules.quiet_hours(given.from_, given.until) if given else None
        await actions.set_quiet_hours(actor_of(info), quiet=quiet)
        return SetQuietHoursSuccess(push=await mine(info))

    @strawberry.mutation
    @verb
    async def mute_notices(self, info: Info, input: MuteNoticesInput) -> MuteNoticesResult:
        await actions.mute_notices(actor_of(info), kind=input.kind, muted=input.muted)
        return MuteNoticesSuccess(push=await mine(info))


async def mine(info: Info) -> Push:
    """Everything one may know and choose about being woken."""
    return Push.of(await queries.my_push(actor_of(info)))
