"""What a letter about notices says besides the notices themselves."""

from collections.abc import Mapping

from vrijplaats.core.errors import Words

HELLO: Words = {"nl": "Hallo,", "en": "Hello,"}
SEVERAL: Words = {"nl": "Er wacht nieuws op je in Vrijplaats", "en": "There is news for you in Vrijplaats"}
WAITING: Words = {"nl": "Dit wacht op je:", "en": "This is waiting for you:"}
NOT_OPENED: Words = {
    "nl": "Je krijgt deze brief omdat je dit nog niet had gezien in de app.",
    "en": "You get this letter because you had not seen this in the app yet.",
}
NO_DEVICE: Words = {
    "nl": "Je krijgt deze brief omdat op geen van je apparaten meldingen aan staan. Zet ze aan bij Ik, dan hoor je het "
    "sneller.",
    "en": "You get this letter because notifications are on for none of your devices. Turn them on under Me to hear "
    "sooner.",
}
STOP: Words = {"nl": "Wil je zulke brieven niet meer? Stop ze hier", "en": "No more letters like this? Stop them here"}
ELSEWHERE: Words = {
    "nl": " Wissel daarvoor bij Ik naar {organisation}.",
    "en": " Switch to {organisation} under Me for that.",
}
_LOOK: Words = {"nl": "Bekijk het", "en": "See it"}
_BUTTONS: Mapping[str, Words] = {
    "offer.made": {"nl": "Bekijk de vraag", "en": "See the request"},
    "visit.confirmed": {"nl": "Bekijk het bezoek", "en": "See the visit"},
    "visit.cancelled": {"nl": "Bekijk het bezoek", "en": "See the visit"},
    "message.sent": {"nl": "Lees het bericht", "en": "Read the message"},
    "visit.log_reminder": {"nl": "Leg het bezoek vast", "en": "Log the visit"},
}
OPEN: Words = {"nl": "Open Vrijplaats", "en": "Open Vrijplaats"}
# one, and several; in the order of the letter
COUNTED: Mapping[str, tuple[Words, Words]] = {
    "call.asked_today": (
        {"nl": "1 vrijwilliger wil vandaag nog gebeld worden", "en": "1 volunteer wants a call today"},
        {"nl": "{count} vrijwilligers willen vandaag nog gebeld worden", "en": "{count} volunteers want a call today"},
    ),
    "call.waiting": (
        {"nl": "1 vrijwilliger wacht al een tijd op een telefoontje", "en": "1 volunteer has waited for a call"},
        {
            "nl": "{count} vrijwilligers wachten al een tijd op een telefoontje",
            "en": "{count} volunteers have waited for a call",
        },
    ),
    "call.asked": (
        {"nl": "1 vrijwilliger wil deze week gebeld worden", "en": "1 volunteer wants a call this week"},
        {
            "nl": "{count} vrijwilligers willen deze week gebeld worden",
            "en": "{count} volunteers want a call this week",
        },
    ),
    "request.made": (
        {"nl": "1 nieuw verzoek", "en": "1 new request"},
        {"nl": "{count} nieuwe verzoeken", "en": "{count} new requests"},
    ),
    "handover.proposed": (
        {"nl": "1 verzoek om over te nemen", "en": "1 request to take over"},
        {"nl": "{count} verzoeken om over te nemen", "en": "{count} requests to take over"},
    ),
    "request.handed_back": (
        {"nl": "1 verzoek is weer voor iedereen", "en": "1 request is for everyone again"},
        {"nl": "{count} verzoeken zijn weer voor iedereen", "en": "{count} requests are for everyone again"},
    ),
    "handover.declined": (
        {"nl": "1 verzoek blijft bij jullie", "en": "1 request stays with you"},
        {"nl": "{count} verzoeken blijven bij jullie", "en": "{count} requests stay with you"},
    ),
    "handover.expired": (
        {"nl": "1 voorstel zonder antwoord", "en": "1 proposal without an answer"},
        {"nl": "{count} voorstellen zonder antwoord", "en": "{count} proposals without an answer"},
    ),
    "request.waits_again": (
        {"nl": "1 verzoek dat weer open staat", "en": "1 request that is open again"},
        {"nl": "{count} verzoeken die weer open staan", "en": "{count} requests that are open again"},
    ),
    "request.unanswered": (
        {"nl": "1 verzoek waarvoor nog niemand kon", "en": "1 request that nobody could take yet"},
        {"nl": "{count} verzoeken waarvoor nog niemand kon", "en": "{count} requests that nobody could take yet"},
    ),
    "offer.expired": (
        {"nl": "1 verzoek waarop niemand op tijd antwoordde", "en": "1 request that nobody answered in time"},
        {
            "nl": "{count} verzoeken waarop niemand op tijd antwoordde",
            "en": "{count} requests that nobody answered in time",
        },
    ),
    "request.everyone_asked": (
        {"nl": "1 verzoek waarvoor iedereen die past al is gevraagd", "en": "1 request for which everyone was asked"},
        {
            "nl": "{count} verzoeken waarvoor iedereen die past al is gevraagd",
            "en": "{count} requests for which everyone was asked",
        },
    ),
    "offer.accepted": (
        {"nl": "1 vrijwilliger zei ja", "en": "1 volunteer said yes"},
        {"nl": "{count} vrijwilligers zeiden ja", "en": "{count} volunteers said yes"},
    ),
    "offer.declined": (
        {"nl": "1 vrijwilliger kan nu niet", "en": "1 volunteer cannot now"},
        {"nl": "{count} vrijwilligers kunnen nu niet", "en": "{count} volunteers cannot now"},
    ),
    "match.review": (
        {"nl": "1 koppeling om even te bekijken", "en": "1 match to look at"},
        {"nl": "{count} koppelingen om even te bekijken", "en": "{count} matches to look at"},
    ),
    "match.departure": (
        {"nl": "1 vertrek gemeld van iemand die bezoek krijgt", "en": "1 departure of somebody who gets visits"},
        {
            "nl": "{count} keer vertrek gemeld van iemand die bezoek krijgt",
            "en": "{count} departures of somebody who gets visits",
        },
    ),
    "match.moved": (
        {"nl": "1 koppeling die nu ergens anders is", "en": "1 match that is elsewhere now"},
        {"nl": "{count} koppelingen die nu ergens anders zijn", "en": "{count} matches that are elsewhere now"},
    ),
    "takeover.no": (
        {"nl": "1 vrijwilliger kan niet overnemen", "en": "1 volunteer cannot take over"},
        {"nl": "{count} vrijwilligers kunnen niet overnemen", "en": "{count} volunteers cannot take over"},
    ),
    "takeover.yes": (
        {"nl": "1 vrijwilliger neemt een koppeling over", "en": "1 volunteer takes over a match"},
        {"nl": "{count} vrijwilligers nemen een koppeling over", "en": "{count} volunteers take over a match"},
    ),
    "takeover.done": (
        {"nl": "1 koppeling is overgedragen", "en": "1 match was handed over"},
        {"nl": "{count} koppelingen zijn overgedragen", "en": "{count} matches were handed over"},
    ),
    "pause.started": (
        {
            "nl": "1 vrijwilliger heeft pauze terwijl een koppeling loopt",
            "en": "1 volunteer has a break while a match runs",
        },
        {
            "nl": "{count} vrijwilligers hebben pauze terwijl een koppeling loopt",
            "en": "{count} volunteers have a break while a match runs",
        },
    ),
    "visit.papers_end": (
        {"nl": "1 bezoek waarvoor een papier dan verlopen is", "en": "1 visit for which a paper will have ended"},
        {
            "nl": "{count} bezoeken waarvoor een papier dan verlopen is",
            "en": "{count} visits for which a paper will have ended",
        },
    ),
    "visit.moved": (
        {"nl": "1 bezoek met een ander moment", "en": "1 visit at another time"},
        {"nl": "{count} bezoeken met een ander moment", "en": "{count} visits at another time"},
    ),
    "visit.cancelled": (
        {"nl": "1 bezoek dat niet doorgaat", "en": "1 visit that is off"},
        {"nl": "{count} bezoeken die niet doorgaan", "en": "{count} visits that are off"},
    ),
    "handover.accepted": (
        {"nl": "1 verzoek is overgenomen", "en": "1 request was taken over"},
        {"nl": "{count} verzoeken zijn overgenomen", "en": "{count} requests were taken over"},
    ),
    "handover.withdrawn": (
        {"nl": "1 verzoek hoeven jullie niet over te nemen", "en": "1 request you need not take over"},
        {"nl": "{count} verzoeken hoeven jullie niet over te nemen", "en": "{count} requests you need not take over"},
    ),
    "request.withdrawn": (
        {"nl": "1 verzoek is ingetrokken", "en": "1 request was withdrawn"},
        {"nl": "{count} verzoeken zijn ingetrokken", "en": "{count} requests were withdrawn"},
    ),
    "deputy.named": (
        {"nl": "je neemt waar voor 1 collega", "en": "you stand in for 1 colleague"},
        {"nl": "je neemt waar voor {count} collega's", "en": "you stand in for {count} colleagues"},
    ),
    "deputy.set": (
        {"nl": "een collega neemt voor je waar", "en": "a colleague stands in for you"},
        {"nl": "{count} keer neemt een collega voor je waar", "en": "{count} times a colleague stands in for you"},
    ),
    "deputy.ended": (
        {"nl": "1 collega is er weer", "en": "1 colleague is back"},
        {"nl": "{count} collega's zijn er weer", "en": "{count} colleagues are back"},
    ),
    "match.ended": (
        {"nl": "1 koppeling is afgerond", "en": "1 match has come to its end"},
        {"nl": "{count} koppelingen zijn afgerond", "en": "{count} matches have come to their end"},
    ),
}


def button(event: str) -> Words:
    """What one does about it."""
    return _BUTTONS.get(event, _LOOK)
