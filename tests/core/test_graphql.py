"""Lists that go on, problems in words, and the clock."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from vrijplaats.core import clock, errors
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.cursors import decode_cursor
from vrijplaats.core.graphql import (
    connection_of,
    encode_cursor,
    id_in,
    name_in,
    page_size,
    problem_of,
    uuid_of,
    uuid_or_none,
)


def test_a_page_knows_whether_there_is_more_and_where_to_go_on() -> None:
    page = connection_of(["a", "b", "c"], first=2, total=9, cursor=str.upper)
    assert [edge.node for edge in page.edges] == ["a", "b"]
    assert (page.page_info.has_next_page, page.page_info.end_cursor, page.total_count) == (True, "B", 9)


def test_the_last_page_and_the_empty_one_have_no_next() -> None:
    assert connection_of(["a"], first=2, total=1, cursor=str.upper).page_info.has_next_page is False
    empty = connection_of(list[str](), first=2, total=0, cursor=str)
    assert (empty.edges, empty.page_info.end_cursor) == ([], None)


@pytest.mark.parametrize(("first", "size"), [(None, 25), (-5, 1), (0, 1), (7, 7), (10_000, 100)])
def test_a_page_is_never_endless(first: int | None, size: int) -> None:
    assert page_size(first) == size


def test_a_cursor_comes_back_as_it_was_made() -> None:
    assert decode_cursor(encode_cursor("2026-11-23T10:00Z", 5), 2) == ["2026-11-23T10:00Z", "5"]
    assert decode_cursor(None, 2) is None


@pytest.mark.parametrize("cursor", ["", "x", "%%%", "W10", encode_cursor("one"), "é", "eyJhIjoxfQ"])
def test_a_cursor_we_did_not_make_is_a_bad_request(cursor: str) -> None:
    with pytest.raises(errors.BadRequest):
        decode_cursor(cursor, 2)


def test_a_list_goes_on_after_an_id_or_a_name() -> None:
    identifier = uuid4()
    assert id_in(encode_cursor(identifier)) == identifier
    assert name_in(encode_cursor("Els Bakker", identifier)) == ("Els Bakker", identifier)
    assert id_in(None) is None and name_in(None) is None
    for read, cursor in ((id_in, encode_cursor("5")), (name_in, encode_cursor("Els Bakker", ""))):
        with pytest.raises(errors.BadRequest):
            read(cursor)


def test_what_cannot_be_an_id_is_not_found() -> None:
    identifier = uuid4()
    assert uuid_of(str(identifier)) == identifier == uuid_or_none(str(identifier))
    assert uuid_or_none(None) is None
    with pytest.raises(errors.NotFound):
        uuid_of("1; drop table person")


def test_a_problem_speaks_the_readers_language() -> None:
    error = errors.NotAllowedNow(reason={"nl": "het is voorbij", "en": "it is over"})
    assert problem_of(error, "nl").message == "Dit kan nu niet meer: het is voorbij."
    assert problem_of(error, "en").message == "No longer possible: it is over."


@pytest.mark.parametrize("role", list(Role))
def test_a_role_that_is_not_named_is_refused(role: Role) -> None:
    actor = Actor(
        person_id=uuid4(),
        role=role,
        membership_id=uuid4(),
        organisation_id=None,
        facility_id=None,
        volunteer_id=None,
        locale="nl",
    )
    require(actor, role)
    with pytest.raises(errors.Forbidden):
        require(actor, *(other for other in Role if other is not role))


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 26)),
    ],
)
def test_the_day_is_amsterdams_over_both_clock_changes(moment: datetime, day: date) -> None:
    with clock.travel(moment):
        assert clock.today() == day
        assert clock.now() == moment
    assert clock.now() != moment
