"""What each letter about a recovery says. No input or output."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from vrijplaats.accounts.recovery.rules import BY_LINK, STOP, second_code
from vrijplaats.core import tickets
from vrijplaats.core.errors import Words
from vrijplaats.core.mail import Button, Code, Fine, Letter, Part, Text

WORDS: Mapping[str, tuple[Words, Words]] = {
    "recovery.started": (
        {"nl": "Weer inloggen na een kwijte telefoon", "en": "Signing in again after a lost phone"},
        {
            "nl": "{starter} is begonnen met herstel van je toegang.",
            "en": "{starter} has begun to restore your access.",
        },
    ),
    "recovery.second_asked": (
        {"nl": "Wil jij ook bevestigen wie dit is?", "en": "Will you confirm who this is, too?"},
        {
            "nl": "{starter} helpt {person} weer inloggen. Van {person} is geen e-mailadres bekend, daarom is er een "
            "tweede nodig. Spreek {person} zelf, en bevestig het in Vrijplaats bij Ik. Het kan een half uur.",
            "en": "{starter} is helping {person} to sign in again. No e-mail address of {person} is known, so a second "
            "person is needed. Speak to {person} yourself, and confirm it in Vrijplaats under Me. There is half an "
            "hour.",
        },
    ),
    "recovery.used": (
        {"nl": "Je bent weer ingelogd", "en": "You are signed in again"},
        {
            "nl": "Je toegang is hersteld. Al je oude passkeys werken niet meer, en op je oude apparaten ben je "
            "uitgelogd. Was jij dit niet? Bel dan meteen je coördinator.",
            "en": "Your access has been restored. None of your old passkeys works any more, and you are signed out on "
            "your old devices. Was this not you? Then call your coordinator at once.",
        },
    ),
    "recovery.helped": (
        {"nl": "{person} is weer ingelogd", "en": "{person} is signed in again"},
        {
            "nl": "{person} was de telefoon kwijt. {starter} heeft geholpen. De oude passkeys en apparaten werken niet "
            "meer. Klopt dit niet? Spreek dan {person} en {starter}.",
            "en": "{person} had lost their phone. {starter} helped. The old passkeys and devices no longer work. Is "
            "this not right? Then speak to {person} and {starter}.",
        },
    ),
    "recovery.stopped": (
        {"nl": "Het herstel van je toegang is gestopt", "en": "Restoring your access was stopped"},
        {
            "nl": "Er is niets veranderd: je passkeys en apparaten werken zoals eerst. Was jij dit niet? Bel dan je "
            "coördinator.",
            "en": "Nothing has changed: your passkeys and devices work as before. Was this not you? Then call your "
            "coordinator.",
        },
    ),
    "recovery.ended": (
        {"nl": "Het herstel voor {person} is gestopt", "en": "The recovery for {person} was stopped"},
        {
            "nl": "De codes voor {person} gelden niet meer. Er is niets veranderd.",
            "en": "The codes for {person} are no longer valid. Nothing has changed.",
        },
    ),
}
_WITH_LETTER: Words = {
    "nl": "Je hoorde van {starter} een code van acht cijfers. Open deze link op je nieuwe telefoon en vul die code in. "
    "Het kan een half uur.",
    "en": "{starter} told you a code of eight digits. Open this link on your new phone and enter that code. There is "
    "half an hour.",
}
_GO_ON: Words = {"nl": "Maak een nieuwe passkey", "en": "Make a new passkey"}
_TYPE: Words = {
    "nl": "Werkt de link niet op je nieuwe telefoon? Ga daar naar {origin}/herstel en vul ook deze code in:",
    "en": "Does the link not work on your new phone? Go to {origin}/herstel there and enter this code, too:",
}
_SECRET: Words = {
    "nl": "Geef de code uit deze brief aan niemand, ook niet aan je coördinator.",
    "en": "Give the code in this letter to nobody, not even to your coordinator.",
}
_NOT_YOU: Words = {
    "nl": "Was jij dit niet? Stop het dan. Je passkeys en apparaten blijven werken.",
    "en": "Was this not you? Then stop it. Your passkeys and devices go on working.",
}
_STOP_IT: Words = {"nl": "Stop het herstel", "en": "Stop it"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a letter is filled with: who is helped by whom, and who reads it where."""

    id: UUID
    by_mail: bool
    person: str
    starter: str
    name: str
    locale: str
    email: str
    organisation: str | None
    origin: str


def letter_of(identifier: UUID, event: str, story: Story) -> Letter:
    """The letter about this event to its reader."""
    subject, text = WORDS[event]
    parts: list[Part] = [Text(_said(text, story))]
    if event == "recovery.started":
        parts += _what_to_do(story)
    return Letter(
        id=identifier,
        to=story.email,
        name=story.name,
        locale=story.locale,
        subject=_said(subject, story),
        parts=parts,
    )


def _what_to_do(story: Story) -> list[Part]:
    """The way in is in the letter only when the letter is the other half of the code; the way to stop it always."""
    here = f"{story.origin}/herstel"
    stop = Button(_said(_STOP_IT, story), f"{here}/stop#{tickets.token(STOP, story.id)}")
    way_in: list[Part] = [
        Text(_said(_WITH_LETTER, story)),
        Button(_said(_GO_ON, story), f"{here}#{tickets.token(BY_LINK, story.id)}"),
        Fine(_said(_TYPE, story)),
        Code(second_code(story.id)),
        Fine(_said(_SECRET, story)),
    ]
    return [*(way_in if story.by_mail else []), Text(_said(_NOT_YOU, story)), stop]


def _said(words: Words, story: Story) -> str:
    starter = f"{story.starter} ({story.organisation})" if story.organisation else story.starter
    return words[story.locale].format(person=story.person, starter=starter, origin=story.origin)
