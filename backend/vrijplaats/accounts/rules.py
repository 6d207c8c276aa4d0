"""How long a session lasts, by role; what a device is called. No input or output."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from vrijplaats.core.actor import Role

# being there is written down once in a while, not at every request
SEEN_EVERY = timedelta(minutes=1)
# the longest that browsers keep a cookie: the server decides when the session ends
KEPT_BY_BROWSER = timedelta(days=400)
NEVER = timedelta(days=36_500)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPolicy:
    """How long one stays signed in without doing anything, and at most; whether the browser keeps the cookie after it
    is closed; whether the device is shared, so that signing out leaves nothing behind; for how long after somebody was
    last there the device is still woken, also when the session has run out by then."""

    idle: timedelta = NEVER
    at_most: timedelta = NEVER
    kept_by_browser: bool = True
    shared_device: bool = False
    woken: timedelta = timedelta()


OFFICE = SessionPolicy(at_most=timedelta(hours=12))
POLICIES: Mapping[Role, SessionPolicy] = {
    # asked a few times a year: a month without the app is no sign of having left
    Role.VOLUNTEER: SessionPolicy(idle=timedelta(days=30), woken=timedelta(days=90)),
    Role.COORDINATOR: replace(OFFICE, woken=timedelta(days=30)),
    Role.FUNDER: OFFICE,
    Role.OPERATOR: OFFICE,
    Role.STAFF: SessionPolicy(
        idle=timedelta(minutes=10), at_most=timedelta(hours=8), kept_by_browser=False, shared_device=True
    ),
}


def ends_at(role: Role, started_at: datetime, last_seen_at: datetime) -> datetime:
    """When a session ends if nobody does anything any more."""
    policy = POLICIES[role]
    return min(started_at + policy.at_most, last_seen_at + policy.idle)


def why_over(role: Role, started_at: datetime, now: datetime) -> str:
    """The reason why a session that has run out did."""
    return "TIME_UP" if now >= started_at + POLICIES[role].at_most else "IDLE"


def cookie_age(role: Role) -> timedelta | None:
    """How long the browser keeps the cookie; None is until it is closed. Where the device is woken for longer than the
    session lasts the cookie stays too, and opens nothing: by it the device is known when the same person signs in."""
    policy = POLICIES[role]
    return min(policy.at_most + policy.woken, KEPT_BY_BROWSER) if policy.kept_by_browser else None


# in this order: Edge and Samsung also call themselves Chrome, Chrome calls itself Safari
_BROWSERS = (
    ("Edge", r"Edg(e|A|iOS)?/"),
    ("Samsung", r"SamsungBrowser/"),
    ("Opera", r"OPR/|Opera"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|Chromium/|CriOS/"),
    ("Safari", r"Safari/"),
)
_SYSTEMS = (
    ("Android", r"Android"),
    ("iPhone", r"iPhone|iPod"),
    ("iPad", r"iPad"),
    ("ChromeOS", r"CrOS"),
    ("Windows", r"Windows"),
    ("Mac", r"Macintosh|Mac OS X"),
    ("Linux", r"Linux|X11"),
)
_ON = {"nl": "op", "en": "on"}
_UNKNOWN = {"nl": "Een ander apparaat", "en": "Another device"}


def device_of(user_agent: str) -> str:
    """Which browser on which system, and nothing finer: "Chrome/Android"; "/" when neither is known."""
    return f"{_first(_BROWSERS, user_agent)}/{_first(_SYSTEMS, user_agent)}"


def device_words(device: str, locale: str) -> str:
    """The same for a reader: "Chrome op Android"."""
    browser, _, system = device.partition("/")
    if browser and system:
        return f"{browser} {_ON[locale]} {system}"
    return browser or system or _UNKNOWN[locale]


def _first(kinds: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for name, sign in kinds if re.search(sign, user_agent)), "")
