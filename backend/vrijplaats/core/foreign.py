"""Noticing that somebody asked for another tenant's id. The answer says nothing of it, and leaves before we look."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from graphql import DocumentNode, ExecutionResult, StringValueNode, Visitor, visit

from vrijplaats.core import db, history
from vrijplaats.core.actor import Actor
from vrijplaats.core.answers import described, log

VERB = "access.foreign_id"
# of one question; more is a search, and twenty rows say so
MOST = 20
_ID_LENGTH = 36
_FOREIGN = """
select id from ids_that_exist($1) id where id not in (
  select id from visit_request where id = any ($1)
  union all select id from offer where id = any ($1)
  union all select id from match where id = any ($1)
  union all select id from visit where id = any ($1)
  union all select id from volunteer where id = any ($1)
  union all select id from notice where id = any ($1)
  union all select id from detainee where id = any ($1)
  union all select id from membership where id = any ($1)
  union all select id from invitation where id = any ($1)
  union all select id from recovery where id = any ($1)
  union all select id from call_request where id = any ($1)
  union all select id from correction where id = any ($1)
  union all select id from credential where id = any ($1)
  union all select id from admission where id = any ($1)
  union all select id from hand_over where id = any ($1)
  union all select id from inbox_view where id = any ($1)
  union all select id from departure where id = any ($1)
  union all select id from care_talk where id = any ($1)
  union all select id from deputy where id = any ($1)
  union all select id from message where id = any ($1)
  union all select id from volunteer_note where id = any ($1)
  union all select organisation_id from organisation_facility
  union all select facility_id from organisation_facility
  union all select organisations_beside(f.facility_id, current_date) from organisation_facility f
  -- which organisations and prisons there are is the operator's work
  union all select id from organisation where id = any ($1) and app_role() = 'OPERATOR'
  union all select id from facility where id = any ($1) and app_role() = 'OPERATOR'
  union all select $2::uuid where $2 is not null
  union all select $3::uuid where $3 is not null)
order by id
"""


def found_nothing(result: ExecutionResult) -> bool:
    """Whether a part of the answer is empty or refused, so that an id in the question may have been somebody else's."""
    return bool(result.errors) or any(value is None or value == [] for value in (result.data or {}).values())


def ids_in(document: DocumentNode, variables: Mapping[str, Any]) -> list[UUID]:
    """Every id in a question, in its variables or written out."""
    written = _Written()
    visit(document, written)
    return sorted(set(_ids([variables, written.texts])))


async def note(actor: Actor, ids: Sequence[UUID], operation: str) -> None:
    """Write a history row, in the actor's own chain, for each of these that exists and is not theirs to know."""
    try:
        async with db.transaction(actor):
            found = await db.fetch(_FOREIGN, list(ids), actor.organisation_id, actor.facility_id)
            await history.record_each(
                actor,
                VERB,
                subjects=[{"id": row["id"], "operation": operation} for row in found[:MOST]],
                organisation_id=actor.organisation_id,
                facility_id=actor.facility_id,
            )
    except Exception as error:  # the answer has left; nobody is there to be told
        log.error("foreign_id_not_noted", operation=operation, **described(error))


class _Written(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def enter_string_value(self, node: StringValueNode, *_: Any) -> None:
        self.texts.append(node.value)


def _ids(value: Any) -> Iterator[UUID]:
    """UUID reads several spellings; whatever it reads is what the resolvers would look for."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _ids(each)
    elif isinstance(value, str) and len(value) < 2 * _ID_LENGTH:
        try:
            yield UUID(value)
        except ValueError:
            return
