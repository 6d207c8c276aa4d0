"""The letter: city, kind, day and hour in the words of the notices, and the way to the screen. No name, not even the
reader's own; a letter is read when it is read, so every day has its own name and none is "today"."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from uuid import UUID

from vrijplaats.core import tickets
from vrijplaats.core.actor import Role
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.mail import Button, Fine, Letter, Lines, Link, Part, Text
from vrijplaats.notices.letters import words
from vrijplaats.notices.letters.queries import Item, Reader
from vrijplaats.notices.push.payloads import News, facts_of, path_of
from vrijplaats.notices.rules import text

LINK = "letters"
_DESK = "/verzoeken"


def letter_of(letter_id: UUID, person_id: UUID, reader: Reader, items: Sequence[Item], *, origin: str) -> Letter:
    """One letter with everything that is open, to an address that was shown to be the reader's."""
    assert reader.email is not None
    news, link = [item.news for item in items], tickets.token(LINK, person_id)
    why = words.NOT_OPENED if reader.woken else words.NO_DEVICE
    return Letter(
        id=letter_id,
        to=reader.email,
        name="",
        locale=reader.locale,
        subject=_subject(news, reader.locale),
        parts=[
            Text(words.HELLO[reader.locale]),
            *_told(items, reader.locale, origin),
            Fine(why[reader.locale]),
            Link(words.STOP[reader.locale], f"{origin}/brieven#{link}"),
        ],
        stop=f"{origin}/letters/{link}/stop",
    )


def _subject(news: Sequence[News], locale: str) -> str:
    if len(news) > 1:
        return words.SEVERAL[locale]
    return _said(news[0]).partition(". ")[0].removesuffix(".")


def _told(items: Sequence[Item], locale: str, origin: str) -> Iterator[Part]:
    """What is a volunteer's each with its own way on; a coordinator's counted, when it is more than one thing."""
    desk = [item.news for item in items if item.news.role is not Role.VOLUNTEER]
    for item in items:
        if len(desk) < 2 or item.news not in desk:
            yield from _one(item, locale, origin)
    if len(desk) > 1:
        yield Text(words.WAITING[locale])
        yield Lines(list(_counted(desk, locale)))
        yield Button(words.OPEN[locale], origin + (_DESK if all(news.here for news in desk) else "/ik"))


def _one(item: Item, locale: str, origin: str) -> Iterator[Part]:
    news, said = item.news, _said(item.news)
    elsewhere = words.ELSEWHERE[locale].format(organisation=item.organisation) if item.organisation else ""
    yield Text(said if news.here else said + elsewhere)
    label = words.button(news.event) if news.here else words.OPEN
    yield Button(label[locale], origin + path_of(news))


def _counted(desk: Sequence[News], locale: str) -> Iterator[str]:
    counts = Counter(each.event for each in desk)
    for event, (one, several) in words.COUNTED.items():
        if count := counts[event]:
            yield (one if count == 1 else several)[locale].format(count=count)


def _said(news: News) -> str:
    """The sentences of the notice, with the day by name."""
    moment = (news.starts_at or news.deadline or news.at).astimezone(AMSTERDAM).date()
    # two days before it no day is near enough for another word than its own
    return text(facts_of(news), role=news.role, locale=news.locale, today=moment - timedelta(days=2))
