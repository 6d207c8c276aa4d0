"""Whether a text names a detainee (promise 3). No name is opened for it: what could be one is compared by its keyed
mark with those of the people for whom this organisation works or worked."""

import asyncio
import re
from collections.abc import Collection, Iterator
from datetime import timedelta
from uuid import UUID

from vrijplaats import settings
from vrijplaats.core import db, history, limits
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.core.sealing import Fingerprints, written
from vrijplaats.volunteers.folding import fold

# of how many pieces a name is at most: "Anne-Marie Sophie" and "van der Meer-de Vries"
_FIRST, _LAST = 3, 5
_NAMED = "select names_somebody($1, $2)"
# once or twice is a slip; each refusal says that somebody is known, so many of them are a search
REFUSALS = limits.Limit(kind="naming.refused", times=8, per=timedelta(days=1))


class NamesSomebody(InvalidInput):
    """A text names a detainee. It is counted, and the history says by whom and when; text and name are not kept."""

    def __init__(self, actor: Actor, *, field: str, label: Words, requirement: Words) -> None:
        super().__init__(field=field, label=label, requirement=requirement)
        self._actor = actor

    async def keep(self) -> None:
        """Count it, in the transaction of the verb that is undone."""
        await limits.spend_here(REFUSALS, str(self._actor.person_id))
        who = {"person": self._actor.person_id}
        await history.record(
            self._actor, "text.names_somebody", subject=who, organisation_id=self._actor.organisation_id
        )


async def names_somebody(
    actor: Actor, text: str, facility_ids: Collection[UUID], visited_by: UUID | None = None
) -> bool:
    """Whether somebody of these prisons is named for whom the coordinator's organisation works or worked; or whom this
    one volunteer visits or visited. Raises TooOften after too many that did."""
    await limits.need_left(REFUSALS, str(actor.person_id))
    # a long message and thirty prisons are some 80,000 of them: others are served meanwhile
    marks = await asyncio.to_thread(_marks, text, facility_ids)
    return bool(marks) and bool(await db.fetch_value(_NAMED, marks, visited_by))


def marks_of_prison(facility_id: UUID) -> Fingerprints:
    """Those by which the same person is known again within one prison, and in no other."""
    return Fingerprints(settings.current().master_key, f"facility|{facility_id}")


def possible_names(text: str) -> Iterator[tuple[str, str]]:
    """Every two neighbouring pieces of a text that could be a first name and a family name, in either order."""
    words = re.findall(r"\w+", fold(text).plain)
    for start in range(len(words)):
        for middle in range(start + 1, min(start + _LAST, len(words)) + 1):
            for end in range(middle + 1, min(middle + _LAST, len(words)) + 1):
                one, other = " ".join(words[start:middle]), " ".join(words[middle:end])
                if middle - start <= _FIRST:
                    yield one, other
                if end - middle <= _FIRST:
                    yield other, one


def _marks(text: str, facility_ids: Collection[UUID]) -> list[bytes]:
    names = {written(*name) for name in possible_names(text)} if facility_ids else set()
    prints = [marks_of_prison(facility_id) for facility_id in facility_ids]
    return [each.of_written(name) for each in prints for name in names]
