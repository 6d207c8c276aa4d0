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
        version=1,
        name={"nl": "Gehouden bezoek", "en": "Visit held"},
        text={
            "nl": "Een bezoek dat is doorgegaan en door de vrijwilliger is vastgelegd. Het telt in het "
            "kwartaal waarin het begon, en bij de organisatie van de vrijwilliger. Afgezegde bezoeken "
            "tellen niet.",
            "en": "A visit that took place and was logged by the volunteer. It counts in the quarter in "
            "which it began, for the volunteer's organisation. Cancelled visits do not count.",
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
