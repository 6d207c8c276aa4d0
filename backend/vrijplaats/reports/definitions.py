"""What each published figure means, with its version. docs/definitions has a page for each; a test holds them together.

A definition that changes gets the next version; publications keep the text they were made with.
"""

from dataclasses import dataclass

from vrijplaats.core.errors import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """One term under the figures."""

    key: str
    version: int
    name: Words
    text: Words


DEFINITIONS = (
    Definition(
        key="visits_held",
        version=2,
        name={"nl": "Gehouden bezoek", "en": "Visit held"},
        text={
            "nl": "Een bezoek dat is doorgegaan en door de vrijwilliger is vastgelegd. Het telt op de dag "
            "waarop het begon, en bij de organisatie van de vrijwilliger. Afgezegde bezoeken tellen niet.",
            "en": "A visit that took place and was logged by the volunteer. It counts on the day on which "
            "it began, for the volunteer's organisation. Cancelled visits do not count.",
        },
    ),
    Definition(
        key="hours",
        version=1,
        name={"nl": "Uren", "en": "Hours"},
        text={
            "nl": "De vastgelegde minuten van de gehouden bezoeken samen, gedeeld door 60 en afgerond op "
            "twee cijfers. Reistijd telt niet. Door afronden kan een totaal een fractie verschillen "
            "van de som.",
            "en": "The logged minutes of the visits held, added up, divided by 60 and rounded to two "
            "decimals. Travel does not count. Because of rounding a total may differ from the sum by "
            "a fraction.",
        },
    ),
    Definition(
        key="protection",
        version=1,
        name={"nl": "Niemand te herkennen", "en": "Nobody can be recognised"},
        text={
            "nl": "Achter elk getal staan minstens 5 verschillende mensen in detentie. Anders verschijnt de "
            "publicatie niet. Een dag staat in hoogstens één publicatie. Wat vaststaat, verandert "
            "niet meer.",
            "en": "Behind each figure are at least 5 different people in prison. Otherwise nothing is "
            "published. A day is in one publication at most. What is published does not change.",
        },
    ),
)
# words with a definition that no publication shows yet: the register counts by them
IN_THE_REGISTER = (
    Definition(
        key="active_volunteer",
        version=1,
        name={"nl": "Actieve vrijwilliger", "en": "Active volunteer"},
        text={
            "nl": "Iemand die op die dag in het register van de organisatie als actief stond: begonnen, en niet op "
            "pauze of gestopt. Wie zich heeft aangemeld, in opleiding is of klaar is om te beginnen, telt nog niet.",
            "en": "Somebody who was active in the organisation's register on that day: has started, and is neither "
            "paused nor gone. Who has applied, is in training or is ready to start does not count yet.",
        },
    ),
)
# words with a definition that only the overview of an organisation shows (reports.overview)
IN_THE_OVERVIEW = (
    Definition(
        key="ready_volunteer",
        version=1,
        name={"nl": "Klaar om te beginnen", "en": "Ready to begin"},
        text={
            "nl": "Iemand die op die dag in het register van de organisatie als klaar om te beginnen stond, en niet "
            "op pauze was. Na de eerste koppeling telt iemand als actief.",
            "en": "Somebody who was ready to begin in the organisation's register on that day, and had no pause. "
            "After the first match somebody counts as active.",
        },
    ),
    Definition(
        key="ends_soon",
        version=1,
        name={"nl": "Verloopt binnenkort", "en": "Ends soon"},
        text={
            "nl": "Een vrijwilliger van wie binnen 90 dagen een papier of toelating afloopt die nodig is, of van wie "
            "zo iets al is afgelopen. Iedere vrijwilliger telt één keer. Wie zich alleen heeft aangemeld of is "
            "gestopt, telt niet.",
            "en": "A volunteer of whom a paper or an admission that is needed ends within 90 days, or has ended. "
            "Each volunteer counts once. Who has only applied or has left does not count.",
        },
    ),
    Definition(
        key="open_request",
        version=1,
        name={"nl": "Open verzoek", "en": "Open request"},
        text={
            "nl": "Een verzoek dat nu wacht op een vrijwilliger: van deze organisatie, of van iedereen in een "
            "inrichting waar de organisatie komt. De dagen tellen vanaf de dag van de wens, ook na een "
            "overplaatsing.",
            "en": "A request that waits for a volunteer now: of this organisation, or of everybody at a prison where "
            "the organisation comes. Days count from the day of the wish, also after a transfer.",
        },
    ),
    Definition(
        key="acceptance",
        version=1,
        name={"nl": "Ja op een uitnodiging", "en": "Yes to an invitation"},
        text={
            "nl": "Van de uitnodigingen die op die dagen zijn beantwoord of voorbij zijn gegaan: hoeveel een ja "
            "kregen. Een uitnodiging die is ingetrokken, telt niet mee. De tijd tot een ja is de middelste: de "
            "helft van de ja's kwam sneller.",
            "en": "Of the invitations that were answered or went by on those days: how many got a yes. One that was "
            "withdrawn does not count. The time to a yes is the middle one: half of them came sooner.",
        },
    ),
    Definition(
        key="visits_not_held",
        version=1,
        name={"nl": "Niet doorgegaan bezoek", "en": "Visit that did not take place"},
        text={
            "nl": "Een bezoek dat was afgesproken of gevraagd en niet is doorgegaan: vooraf afgezegd, of er kwam "
            "iemand niet. Het telt op de dag waarop het zou beginnen. De kant zegt waar het aan lag, niet "
            "wiens schuld het is.",
            "en": "A visit that was agreed on or asked for and did not take place: called off beforehand, or "
            "somebody did not come. It counts on the day on which it would begin. The side says where it lay, "
            "not whose fault it is.",
        },
    ),
)
