"""What each feature keeps about a person, declared by the feature itself: read by that person, and by nobody else.

A section is read as the role SELF (migrations/sql/0041_own_data.sql): the person, in no organisation and no prison.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from vrijplaats.core import db
from vrijplaats.core.errors import Words

SELF = "SELF"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing that is kept: its name in the file for programs, what it is called, and its codes in words; or `said`
    puts it in words. `for_programs`: nobody reads anything in it."""

    name: str
    label: Words
    codes: Mapping[str, Words] = field(default_factory=dict)
    said: Callable[[Any, str], str] | None = None
    for_programs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Rows about a person. `sql` gives `id` and what `kept` names, of the person $1; `tables` are those it speaks for.
    `reshaped` makes a row what a person may read, in their language. `page` replaces the reading by pages."""

    name: str
    tables: tuple[str, ...]
    title: Words
    why: Words
    until: Words
    kept: tuple[Kept, ...]
    sql: str
    page: str | None = None
    reshaped: Callable[[Row, str], Row] | None = None

    async def rows(self, person_id: UUID, before: Any, most: int, locale: str) -> list[Row]:
        """At most so many before this id, newest first; in a transaction of the person as SELF. Each has its `id`."""
        rows = await db.fetch(self.page or _PAGE.format(self.sql), *(() if self.page else (person_id,)), before, most)
        return [self.reshaped(row, locale) for row in rows] if self.reshaped else rows


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Tables (or `table.column`) that name a person and are in no section, and why not."""

    tables: tuple[str, ...]
    why: Words


_PAGE = "select * from ({}) own where ($2::uuid is null or own.id < $2) order by own.id desc limit $3"


def kept(name: str, nl: str, en: str, **codes: tuple[str, str]) -> Kept:
    """A thing that is kept, in both languages; codes as `CODE=("nl", "en")`."""
    return Kept(name, words(nl, en), {code: words(*pair) for code, pair in codes.items()})


def words(nl: str, en: str) -> Words:
    """The same in Dutch and English."""
    return {"nl": nl, "en": en}


ORGANISATION = kept("organisation", "organisatie", "organisation")
FACILITY = kept("facility", "inrichting", "facility")
ROLES = {
    "VOLUNTEER": ("vrijwilliger", "volunteer"),
    "COORDINATOR": ("coördinator", "coordinator"),
    "STAFF": ("personeel", "staff"),
    "FUNDER": ("financier", "funder"),
    "OPERATOR": ("beheerder", "operator"),
}
WHILE_ACCOUNT = words("zolang je een account hebt, en 30 dagen daarna", "while you have an account, and 30 days after")
WHILE_VOLUNTEER = words(
    "zolang je daar vrijwilliger bent, en 30 dagen daarna", "while you volunteer there, and 30 days after"
)
WITH_THE_RECORD = words(
    "zolang er geteld wordt; als je vertrekt zonder je naam",
    "as long as visits are counted; without your name once you leave",
)
