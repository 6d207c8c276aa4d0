"""Names in an answer that is kept: taken out before, and filled in again for who may read them at that moment."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias
from uuid import UUID

from vrijplaats.core.actor import Actor
from vrijplaats.core.sealing import Opened

# subject -> part -> text, for the subjects this actor may read, each reading in the history
Reopen: TypeAlias = Callable[[Actor, set[UUID], str], Awaitable[Mapping[UUID, Mapping[str, Opened | None]]]]
# each: the way to it, the subject, the part, why it was read, and whether it can be empty by itself
Names: TypeAlias = list[tuple[list[str | int], str, str, str, bool]]


def without_names(content: dict[str, Any]) -> tuple[dict[str, Any], Names]:
    """The same content with null for every opened text, and where they were."""
    names: Names = []
    return _without(content, [], names), names


def _without(value: Any, way: list[str | int], names: Names) -> Any:
    if isinstance(value, dict):
        return {key: _without(each, [*way, key], names) for key, each in value.items()}
    if isinstance(value, list):
        return [_without(each, [*way, number], names) for number, each in enumerate(value)]
    if isinstance(value, Opened):
        names.append((way, str(value.subject), value.part, value.reason, value.alone))
        return None
    return value


async def filled(content: dict[str, Any], names: Names, actor: Actor, reopen: Reopen) -> dict[str, Any]:
    """The content with the names that this actor may read now; what makes no sense without its name is empty."""
    opened: dict[tuple[str, str], Mapping[str, Opened | None]] = {}
    for reason in sorted({name[3] for name in names}):
        subjects = {UUID(name[1]) for name in names if name[3] == reason}
        found = await reopen(actor, subjects, reason)
        opened |= {(str(subject), reason): parts for subject, parts in found.items()}
    for way, subject, part, reason, alone in names:
        parts = opened.get((subject, reason))
        if parts is not None:
            _put(content, way, parts[part])
        else:
            _put(content, way if alone else way[:-1], None)
    return content


def _put(content: Any, way: list[str | int], value: str | None) -> None:
    """Put the value in its place; nothing when what it stands in is empty already."""
    for step in way[:-1]:
        content = content[step]
        if content is None:
            return
    content[way[-1]] = value
