"""Why the proposal differs from the list done from the top, where each gets the best who is still free, and why
somebody stays without: facts first, words when they are read."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from vrijplaats.core.errors import LOCALES
from vrijplaats.matching.queries.candidates import AskedWish
from vrijplaats.matching.rules import short_name
from vrijplaats.matching.words import chaplaincy_words, gender_words, or_languages

if TYPE_CHECKING:
    from vrijplaats.matching.assignment.standing import People, Whole

Value = str | int | tuple[str, ...]


class WhyKind(StrEnum):
    """What a reason is about; its values are those the words need, in this order."""

    # why somebody else than from the top
    ALSO_SOMEBODY = "ALSO_SOMEBODY"
    GOES_TO = "GOES_TO"  # name of who it was from the top, pseudonym of the other person
    SPREAD = "SPREAD"  # name of who it was from the top, how many they would be asked for
    NEARER = "NEARER"  # name of who it was from the top, kilometres
    TOGETHER = "TOGETHER"  # name of who it was from the top
    # why nobody
    LONGER_FIRST = "LONGER_FIRST"
    EVERYONE_INVITED = "EVERYONE_INVITED"
    EVERYONE_ASKED = "EVERYONE_ASKED"
    NOBODY_READY = "NOBODY_READY"  # name of the place
    NOBODY_SPEAKS = "NOBODY_SPEAKS"  # name of the place, language codes
    NOBODY_OF_WISH = "NOBODY_OF_WISH"  # name of the place, gender asked for
    NOBODY_OF_DENOMINATION = "NOBODY_OF_DENOMINATION"  # name of the place, that of the activity asked for


@dataclass(frozen=True, slots=True)
class Why:
    """One reason."""

    kind: WhyKind
    values: tuple[Value, ...] = ()


_TEXTS: Mapping[str, Mapping[WhyKind, str]] = {
    "nl": {
        WhyKind.ALSO_SOMEBODY: "Zo krijgt ook deze persoon iemand.",
        WhyKind.GOES_TO: "Van boven af was het {0}, maar die is nodig voor {1}.",
        WhyKind.SPREAD: "Van boven af was het {0}, die dan voor {1} mensen tegelijk gevraagd wordt.",
        WhyKind.NEARER: "Van boven af was het {0}. Dit is {1} km dichterbij.",
        WhyKind.TOGETHER: "Van boven af was het {0}. Zo past het voor iedereen samen het best.",
        WhyKind.LONGER_FIRST: "Wie kan, is in dit voorstel voor iemand die langer wacht.",
        WhyKind.EVERYONE_INVITED: "Wie kan, heeft nog een uitnodiging open en geen tweede plek.",
        WhyKind.EVERYONE_ASKED: "Iedereen die kan, is al gevraagd.",
        WhyKind.NOBODY_READY: "Niemand met een vrije plek mag nu naar {0} voor deze inzet.",
        WhyKind.NOBODY_SPEAKS: "Niemand met een vrije plek die naar {0} mag, spreekt {languages}.",
        WhyKind.NOBODY_OF_WISH: "De vraag is om {who}. Niemand met een vrije plek die naar {0} mag, past daarbij.",
        WhyKind.NOBODY_OF_DENOMINATION: (
            "De vraag is om {chaplaincy}. Niemand met een vrije plek die naar {0} mag, helpt daarbij."
        ),
    },
    "en": {
        WhyKind.ALSO_SOMEBODY: "This way, this person gets someone too.",
        WhyKind.GOES_TO: "From the top it was {0}, who is needed for {1}.",
        WhyKind.SPREAD: "From the top it was {0}, who would then be asked for {1} people at once.",
        WhyKind.NEARER: "From the top it was {0}. This is {1} km closer.",
        WhyKind.TOGETHER: "From the top it was {0}. This way it fits best for everyone together.",
        WhyKind.LONGER_FIRST: "Whoever can go is for someone who waits longer in this proposal.",
        WhyKind.EVERYONE_INVITED: "Whoever can go still has an open invitation and no second place.",
        WhyKind.EVERYONE_ASKED: "Everyone who can go has been asked.",
        WhyKind.NOBODY_READY: "No one with a free place may go to {0} for this kind of work now.",
        WhyKind.NOBODY_SPEAKS: "No one with a free place who may go to {0} speaks {languages}.",
        WhyKind.NOBODY_OF_WISH: "The wish is for {who}. No one with a free place who may go to {0} fits that.",
        WhyKind.NOBODY_OF_DENOMINATION: (
            "The wish is for {chaplaincy}. No one with a free place who may go to {0} helps with that."
        ),
    },
}


def in_words(why: Why, locale: str) -> str:
    """A sentence in the reader's language."""
    spoken = locale if locale in LOCALES else "nl"
    more: dict[str, str] = {}
    if why.kind is WhyKind.NOBODY_SPEAKS and isinstance(why.values[1], tuple):
        more["languages"] = or_languages(why.values[1], spoken)
    if why.kind is WhyKind.NOBODY_OF_WISH:
        more["who"] = gender_words(str(why.values[1]), spoken)
    if why.kind is WhyKind.NOBODY_OF_DENOMINATION:
        more["chaplaincy"] = chaplaincy_words(str(why.values[1]), spoken)
    return _TEXTS[spoken][why.kind].format(*why.values, **more)


def why_nobody(asked: AskedWish, people: "People", places: "Whole") -> Why:
    """Why somebody stays without: the last thing that leaves nobody of those who have a place."""
    from vrijplaats.matching.assignment.pairs import fitting, helping, speaking

    wish = asked.wish
    place = short_name(wish.place.name)
    ready = people.ready(wish.place, wish.activity_kind).volunteer
    if not len(ready):
        return Why(WhyKind.NOBODY_READY, (place,))
    speaks = ready[speaking(wish.languages, people)[ready]]
    if not len(speaks):
        return Why(WhyKind.NOBODY_SPEAKS, (place, people.register.rarest_first(wish.languages)))
    able = speaks[fitting(wish.volunteer_gender, people)[speaks]]
    if not len(able):
        return Why(WhyKind.NOBODY_OF_WISH, (place, wish.volunteer_gender or ""))
    able = able[helping(wish.activity_denomination, people)[able]]
    if not len(able):
        return Why(WhyKind.NOBODY_OF_DENOMINATION, (place, wish.activity_denomination or ""))
    new = [number for number in able.tolist() if people.crowd.rows[number]["id"] not in asked.ever_asked]
    if not new:
        return Why(WhyKind.EVERYONE_ASKED)
    return Why(WhyKind.LONGER_FIRST if (places[new] > 0).any() else WhyKind.EVERYONE_INVITED)
