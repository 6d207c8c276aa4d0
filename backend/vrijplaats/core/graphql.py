"""What every feature's graphql.py stands on: who acts, problems as data, the verb decorator."""

import dataclasses
import functools
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

import strawberry
from strawberry.dataloader import DataLoader
from strawberry.types import Info as StrawberryInfo

from vrijplaats.core import db, errors
from vrijplaats.core.actor import Actor, SignedIn
from vrijplaats.core.connections import Connection, Edge, PageInfo, connection_of
from vrijplaats.core.cursors import encode_cursor, id_in, name_in, page_size

__all__ = [
    "Connection",
    "Context",
    "Edge",
    "Info",
    "InvalidInput",
    "NotAllowedNow",
    "NotFound",
    "PageInfo",
    "Problem",
    "actor_of",
    "connection_of",
    "encode_cursor",
    "id_in",
    "load",
    "locale_of",
    "name_in",
    "page_size",
    "problem",
    "problem_of",
    "uuid_of",
    "uuid_or_none",
    "verb",
]

P = ParamSpec("P")
R = TypeVar("R")
C = TypeVar("C", bound=type)
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(slots=True)
class Context:
    """What resolvers may know about the request: who acts, and the language of someone who is not signed in.

    `signed_in` is how a resolver hands a new session to the browser: its token travels in the cookie, never in data.
    """

    actor: Actor | None
    locale: str = "nl"
    demo: bool = False
    signed_in: SignedIn | None = None
    refused: bool = False  # a verb was answered with a problem
    cache: dict[Any, Any] = dataclasses.field(default_factory=dict)


Info = StrawberryInfo[Context, None]


def actor_of(info: Info) -> Actor:
    """Who acts; raises NotSignedIn when nobody does."""
    if info.context.actor is None:
        raise errors.NotSignedIn
    return info.context.actor


def locale_of(info: Info) -> str:
    """The reader's language."""
    return info.context.actor.locale if info.context.actor else info.context.locale


def uuid_or_none(identifier: str | None) -> UUID | None:
    """The id, or None when it is absent or cannot be one."""
    try:
        return UUID(identifier) if identifier else None
    except ValueError:
        return None


def uuid_of(identifier: str) -> UUID:
    """The id; what cannot be an id is answered like an id that does not exist."""
    found = uuid_or_none(identifier)
    if found is None:
        raise errors.NotFound
    return found


async def load(info: Info, batch: Callable[[Actor, list[K]], Awaitable[list[V]]], key: K) -> V:
    """The value for `key`, fetched together with the others of this operation: `batch` gives one value for each key."""
    loader: DataLoader[K, V] | None = info.context.cache.get(batch)
    if loader is None:
        actor = actor_of(info)
        loader = info.context.cache[batch] = DataLoader(load_fn=lambda keys: batch(actor, keys))
    return await loader.load(key)


@strawberry.interface
class Problem:
    """A failure that the person at the screen can do something about."""

    code: str
    message: str


_problems: dict[type[errors.DomainError], type[Problem]] = {}


def problem(error: type[errors.DomainError]) -> Callable[[C], C]:
    """Under @strawberry.type: this type is how `error` is answered. Its further fields come from the error's fields."""

    def register(cls: C) -> C:
        _problems[error] = cls
        return cls

    return register


def problem_of(error: errors.DomainError, locale: str) -> Problem:
    """The answer for an error, in the reader's language."""
    cls = next(_problems[kind] for kind in type(error).__mro__ if kind in _problems)
    own = [field.name for field in dataclasses.fields(cls) if field.name not in ("code", "message")]
    extra = {name: _plain(error.fields[name], locale) for name in own}
    return cls(code=error.code, message=error.message(locale), **extra)


def _plain(value: object, locale: str) -> object:
    return errors.in_language(value, locale) if not isinstance(value, int | float) else value


def verb(resolver: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
    """Under @strawberry.mutation: an expected failure undoes the verb and is answered as its problem."""

    @functools.wraps(resolver)
    async def run(*args: P.args, **kwargs: P.kwargs) -> R:
        given: Any = kwargs.get("info") or next(each for each in args if isinstance(each, StrawberryInfo))
        info: Info = given
        try:
            async with db.savepoint():
                return await resolver(*args, **kwargs)
        except errors.DomainError as error:
            info.context.refused = True
            await error.keep()
            if not error.as_data:
                raise
            # R is a union that holds this problem, or the schema would not have it: mypy cannot know
            return problem_of(error, locale_of(info))  # type: ignore[return-value]

    return run


@strawberry.type
@problem(errors.NotFound)
class NotFound(Problem):
    """No such thing, for you."""


@strawberry.type
@problem(errors.InvalidInput)
class InvalidInput(Problem):
    """One field needs something else."""

    field: str


@strawberry.type
@problem(errors.NotAllowedNow)
class NotAllowedNow(Problem):
    """The moment for this has gone."""
