"""What a device is told: city, kind, day and hour in one or two sentences, and the ids by which the app opens the right
screen. No name, not even the reader's own.

A phone may be off until tomorrow, so a text that says "vandaag" travels with one that names the day; the device shows
the second one from midnight on.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import orjson

from vrijplaats.core.actor import Role
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import Words
from vrijplaats.notices.push.targets import to_text
from vrijplaats.notices.rules import Facts, text

_ACCEPT: Words = {"nl": "Accepteren", "en": "Accept"}
_LOOK: Words = {"nl": "Bekijken", "en": "Look"}
# shown by the device itself when it may not open the app after an answer
_WON = {
    "nl": ["Het is gelukt", "Tik om een moment te kiezen."],
    "en": ["It worked", "Tap to choose a time."],
}
_UNSENT = {
    "nl": ["Je antwoord is nog niet verstuurd", "Tik om het in de app te geven."],
    "en": ["Your answer has not been sent yet", "Tap to give it in the app."],
}
_WAITS = {
    "nl": ["Je ja wacht op verbinding", "Nog niet zeker. Straks hoor je of je de eerste was."],
    "en": ["Your yes waits for a connection", "Not sure yet. You will soon hear whether you were the first."],
}
_URGENT = ("offer.made", "visit.cancelled", "call.asked_today", "call.waiting")
_LONGEST = timedelta(days=28)  # what push services keep at most


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One event for one reader. `here` is whether the session of the device acts where it happened, `signed_in` whether
    it has not run out: then one can answer right there."""

    event: str
    tag: UUID
    about: dict[str, Any]
    at: datetime
    expires_at: datetime
    role: Role
    locale: str
    here: bool
    city: str | None
    deadline: datetime | None
    starts_at: datetime | None
    kind: str | None
    signed_in: bool = True


def content(news: News, now: datetime) -> bytes:
    """The payload, as the service worker reads it."""
    today = now.astimezone(AMSTERDAM).date()
    facts = facts_of(news)
    moment = (news.starts_at or news.deadline or now).astimezone(AMSTERDAM).date()
    said = text(facts, role=news.role, locale=news.locale, today=today)
    # two days before it no day is near enough for another word than its own
    later = text(facts, role=news.role, locale=news.locale, today=moment - timedelta(days=2))
    midnight = datetime.combine(today + timedelta(days=1), time(), tzinfo=AMSTERDAM)
    found: dict[str, Any] = {
        "event": news.event,
        "tag": str(news.tag),
        "at": _milliseconds(news.at),
        "said": _parts(said),
        "later": _parts(later),
        "midnight": _milliseconds(midnight),
        "path": path_of(news),
        "lang": news.locale,
    }
    if news.event == "offer.made" and news.here and news.signed_in and news.role is Role.VOLUNTEER:
        words = {"accept": _ACCEPT, "look": _LOOK, "won": _WON, "unsent": _UNSENT, "waits": _WAITS}
        found |= {"offer": news.about["offer"], **{name: text[news.locale] for name, text in words.items()}}
    return orjson.dumps(found)


def facts_of(news: News) -> Facts:
    """What a device and a letter may be told: nobody's name."""
    return Facts(event=news.event, place=news.city, deadline=news.deadline, starts_at=news.starts_at, kind=news.kind)


def path_of(news: News) -> str:
    """The screen for it; who has to go on as another thing first finds that under Ik."""
    about, volunteer = news.about, news.role is Role.VOLUNTEER
    if not news.here:
        return "/ik"
    if news.event.startswith("pause."):
        return "/ik/beschikbaarheid" if volunteer else "/koppelingen"
    if news.event.startswith(("deputy.", "message.")):
        return "/ik" if volunteer else "/mensen"
    if news.event.startswith("takeover."):
        return "/uitnodigingen" if news.event in ("takeover.asked", "takeover.off") else "/koppelingen"
    if not volunteer:
        return f"/verzoeken?verzoek={about['request']}" if "request" in about else "/verzoeken"
    if "call" in about:
        return "/ik"
    if news.event.startswith("offer.") and "offer" in about:
        return f"/uitnodigingen/{about['offer']}"
    if news.event == "series.held_back":
        return f"/koppelingen/{about['match']}"
    if news.event == "visit.log_reminder":
        return f"/bezoeken/{about['visit']}/verslag"
    return f"/bezoeken/{about['visit']}" if "visit" in about else "/koppelingen"


def headers(news: News, subscription_id: UUID, now: datetime) -> dict[str, str]:
    """How long the push service keeps it, how urgent it is, and what it takes the place of (RFC 8030). The topic tells
    the service nothing: it is another one on each device."""
    left = min(news.expires_at - now, _LONGEST)
    topic = to_text(sha256(news.tag.bytes + subscription_id.bytes).digest()[:24])
    urgency = "high" if news.event in _URGENT else "normal"
    return {"TTL": str(max(0, int(left.total_seconds()))), "Urgency": urgency, "Topic": topic}


def _parts(said: str) -> list[str]:
    first, dot, rest = said.partition(". ")
    return [first, rest] if dot else [said.removesuffix("."), ""]


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
