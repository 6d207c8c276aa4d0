"""The sentence for each event, in both languages. No name of a detainee is known here."""

from collections.abc import Mapping

from vrijplaats.core.errors import Words
from vrijplaats.notices.words_of_people import OF_PEOPLE

# {place} is a city, {name} of who took part, {volunteer} who answered, {deadline} a time or day with time, {day} a day
TEXTS: Mapping[str, Words] = {
    "offer.made": {
        "nl": "Iemand in {place} vraagt om bezoek. Antwoord vóór {deadline}.",
        "en": "Someone in {place} asks for a visit. Answer before {deadline}.",
    },
    "offer.taken": {
        "nl": "De vraag uit {place} is geregeld. Dank je wel.",
        "en": "The request from {place} is settled. Thank you.",
    },
    "offer.withdrawn": {
        "nl": "De vraag uit {place} is ingetrokken. Je hoeft niets te doen.",
        "en": "The request from {place} was withdrawn. Nothing to do.",
    },
    # only on the other devices of whoever answered
    "offer.answered": {
        "nl": "Je antwoord op de vraag uit {place} is binnen. Dank je wel.",
        "en": "Your answer to the request from {place} has come in. Thank you.",
    },
    "offer.expired": {
        "nl": "Niemand antwoordde op tijd op de vraag uit {place}. Nodig anderen uit.",
        "en": "Nobody answered the request from {place} in time. Invite others.",
    },
    "offer.accepted": {
        "nl": "{volunteer} zei ja op de vraag uit {place}.",
        "en": "{volunteer} said yes to the request from {place}.",
    },
    "offer.declined": {
        "nl": "{volunteer} kan nu niet op de vraag uit {place}.",
        "en": "{volunteer} cannot take the request from {place} now.",
    },
    "request.unanswered": {
        "nl": "Nog niemand kon op de vraag uit {place}. Vraag gerust iemand anders.",
        "en": "Nobody could take the request from {place} yet. You can ask someone else.",
    },
    "request.everyone_asked": {
        "nl": "Iedereen die past is gevraagd voor de vraag uit {place}. Kijk wat je nog kunt doen.",
        "en": "Everyone who fits was asked for the request from {place}. See what else you can do.",
    },
    "request.handed_back": {
        "nl": "Een vraag uit {place} is weer voor iedereen. Kijk of jullie iemand hebben.",
        "en": "A request from {place} is for everyone again. See whether you have someone.",
    },
    "handover.proposed": {
        "nl": "Een andere organisatie vraagt of jullie een vraag uit {place} overnemen.",
        "en": "Another organisation asks you to take over a request from {place}.",
    },
    "handover.accepted": {
        "nl": "De vraag uit {place} is overgenomen door de andere organisatie.",
        "en": "The request from {place} was taken over by the other organisation.",
    },
    "handover.declined": {
        "nl": "De andere organisatie neemt de vraag uit {place} niet over. Die blijft bij jullie.",
        "en": "The other organisation does not take over the request from {place}. It stays with you.",
    },
    "handover.withdrawn": {
        "nl": "Een vraag uit {place} hoeven jullie niet meer over te nemen.",
        "en": "You no longer need to take over a request from {place}.",
    },
    "handover.expired": {
        "nl": "Op je voorstel voor de vraag uit {place} kwam geen antwoord. Die blijft bij jullie.",
        "en": "Your proposal for the request from {place} was not answered. It stays with you.",
    },
    "request.made": {
        "nl": "Iemand in {place} vraagt om bezoek.",
        "en": "Someone in {place} asks for a visit.",
    },
    "request.matched": {
        "nl": "Voor een vraag uit {place} is iemand gevonden.",
        "en": "Someone has been found for a request from {place}.",
    },
    "request.withdrawn": {
        "nl": "De vraag uit {place} is ingetrokken.",
        "en": "The request from {place} was withdrawn.",
    },
    "detainee.erased": {
        "nl": "In {place} is een naam gewist. Je ziet bij die vraag alleen nog de verzonnen naam.",
        "en": "A name was erased in {place}. With that request you see the made-up name only.",
    },
    "visit.proposed": {
        "nl": "Een vrijwilliger wil op bezoek komen: {day} om {time}. Bevestig het bezoek.",
        "en": "A volunteer would like to visit: {day} at {time}. Confirm the visit.",
    },
    "series.proposed": {
        "nl": "Een vrijwilliger wil vaker op bezoek komen, eerst {day} om {time}. Bevestig de bezoeken.",
        "en": "A volunteer would like to visit regularly, first {day} at {time}. Confirm the visits.",
    },
    "series.held_back": {
        "nl": "Een bezoek van je vaste afspraak in {place} kan niet. Kies een ander moment, of sla het over.",
        "en": "A visit of your fixed appointment in {place} cannot be. Choose another time, or skip it.",
    },
    "visit.moved": {
        "nl": "Een vrijwilliger stelt een ander moment voor: {day} om {time}.",
        "en": "A volunteer proposes another time: {day} at {time}.",
    },
    "visit.confirmed": {
        "nl": "Je bezoek in {place} is bevestigd: {day} om {time}.",
        "en": "Your visit in {place} is confirmed: {day} at {time}.",
    },
    "visit.cancelled": {
        "nl": "Het bezoek van {day} gaat niet door.",
        "en": "The visit of {day} is off.",
    },
    "visit.log_reminder": {
        "nl": "Is je bezoek van {day} doorgegaan? Twee tikken en klaar.",
        "en": "Did your visit of {day} take place? Two taps and done.",
    },
    "match.ended": {
        "nl": "De koppeling in {place} is afgerond. Dank je wel.",
        "en": "The match in {place} has come to its end. Thank you.",
    },
    "request.waits_again": {
        "nl": "De koppeling in {place} is afgerond. Het verzoek staat weer open, met de wachttijd van toen.",
        "en": "The match in {place} has come to its end. The request is open again, with the days it had waited.",
    },
    "match.review": {
        "nl": "Een vrijwilliger in {place} stopt. Zoek een opvolger, of rond de koppeling af.",
        "en": "A volunteer in {place} stops. Find somebody else, or end the match.",
    },
    "match.departure": {
        "nl": "Iemand die bezoek krijgt in {place}, gaat daar weg. Kijk bij Koppelingen.",
        "en": "Somebody who gets visits in {place} is leaving there. Look under Matches.",
    },
    "match.stays": {
        "nl": "Het gemelde vertrek uit {place} gaat niet door. De koppeling loopt door; plan afgezegd bezoek opnieuw.",
        "en": "The reported departure from {place} is off. The match goes on; plan visits that were called off anew.",
    },
    "match.stays_looked_at": {
        "nl": "Het gemelde vertrek uit {place} gaat niet door. Hoe de koppeling verder gaat, moet nog gekozen worden.",
        "en": "The reported departure from {place} is off. How the match goes on is still to be chosen.",
    },
    "match.moved": {
        "nl": "Iemand die bezoek krijgt, is nu in {place}. Kies bij Koppelingen hoe het verder gaat.",
        "en": "Somebody who gets visits is in {place} now. Choose under Matches how to go on.",
    },
    "match.wish": {
        "nl": "Een vrijwilliger zei of het bezoek mag doorgaan. Kijk bij Koppelingen.",
        "en": "A volunteer said whether the visits may go on. Look under Matches.",
    },
    "match.kept": {
        "nl": "Je koppeling gaat door in {place}. Kijk bij Koppelingen of je al bent toegelaten.",
        "en": "Your match goes on in {place}. Look under Matches whether you are admitted yet.",
    },
    "match.handed_over": {
        "nl": "Je coördinator zoekt iemand dichter bij {place}. Dank je wel voor je bezoeken.",
        "en": "Your coordinator is looking for somebody closer to {place}. Thank you for your visits.",
    },
    "match.succeeded": {
        "nl": "Iemand in de buurt van {place} neemt het bezoek over. Dank je wel.",
        "en": "Somebody near {place} takes over the visits. Thank you.",
    },
    "match.tapers": {
        "nl": "Je koppeling gaat buiten door, tot een half jaar na vrijkomen. Kijk bij Koppelingen.",
        "en": "Your match goes on outside, until half a year after release. Look under Matches.",
    },
    "takeover.asked": {
        "nl": "Wil jij iemand blijven ontmoeten die vrij is? Kijk bij Uitnodigingen.",
        "en": "Would you go on meeting somebody who was released? Look under Invitations.",
    },
    "takeover.first": {
        "nl": "Je coördinator vraagt iemand in de buurt om het van je over te nemen. Kijk bij Koppelingen.",
        "en": "Your coordinator asks somebody near to take over from you. Look under Matches.",
    },
    "takeover.together": {
        "nl": "Iemand in de buurt neemt het van je over. Ga één keer samen. Kijk bij Koppelingen.",
        "en": "Somebody near takes over from you. Go once together. Look under Matches.",
    },
    "takeover.yes": {
        "nl": "Een vrijwilliger neemt een koppeling na vrijkomen over. De twee gaan één keer samen.",
        "en": "A volunteer takes over a match after a release. The two go once together.",
    },
    "takeover.no": {
        "nl": "Een vrijwilliger kan een koppeling na vrijkomen niet overnemen. Vraag iemand anders bij Koppelingen.",
        "en": "A volunteer cannot take over a match after a release. Ask somebody else under Matches.",
    },
    "takeover.off": {
        "nl": "Iemand blijven ontmoeten hoeft niet meer: het loopt anders. Dank je wel.",
        "en": "You need not go on meeting somebody any more: it goes another way. Thank you.",
    },
    "takeover.done": {
        "nl": "Een koppeling na vrijkomen is overgedragen. Dank je wel.",
        "en": "A match after a release was handed over. Thank you.",
    },
    "match.nearly_over": {
        "nl": "Over hoogstens vier weken is het een half jaar na vrijkomen. Dan eindigt de koppeling.",
        "en": "In four weeks at most it is half a year after release. The match ends then.",
    },
    "request.moved": {
        "nl": "Een verzoek ging mee naar {place}. Je ziet het bij Verzoeken.",
        "en": "A request went along to {place}. You see it under Requests.",
    },
    "request.arrived": {
        "nl": "Iemand die hierheen kwam, wil bezoek of krijgt het al. Kijk bij Verzoeken.",
        "en": "Somebody who came here wants visits or has them. Look under Requests.",
    },
    **OF_PEOPLE,
}
# instead, where other work is asked for than a visit to one person; {kind} is which
OTHER_WORK: Mapping[str, Words] = {
    "offer.made": {
        "nl": "Een vraag uit {place}: {kind}. Antwoord vóór {deadline}.",
        "en": "A request from {place}: {kind}. Answer before {deadline}.",
    },
    "request.made": {
        "nl": "Een nieuw verzoek uit {place}: {kind}.",
        "en": "A new request from {place}: {kind}.",
    },
}
# as the screens call it
KINDS: Mapping[str, Words] = {
    "COURSE": {"nl": "cursus", "en": "course"},
    "CHILD_EVENT": {"nl": "ouder-kinddag", "en": "parent and child day"},
    "CAMP": {"nl": "kamp", "en": "camp"},
    "DROP_IN": {"nl": "inloop", "en": "drop-in"},
    "DESK": {"nl": "spreekuur", "en": "desk hours"},
    "CHAPLAINCY": {"nl": "geestelijke verzorging", "en": "chaplaincy"},
    "FAMILY": {"nl": "familie", "en": "family"},
    "CHILD_ESCORT": {"nl": "met een kind mee", "en": "travelling with a child"},
    "AFTERCARE": {"nl": "na de vrijlating", "en": "after release"},
}
NEWS: Words = {"nl": "Er is nieuws uit {place}.", "en": "There is news from {place}."}
STAY_HOME: Words = {"nl": " Blijf thuis.", "en": " Stay at home."}
SOMEWHERE: Words = {"nl": "de inrichting", "en": "the prison"}
SOMEBODY: Words = {"nl": "Iemand", "en": "Somebody"}
VOLUNTEER: Words = {"nl": "Een vrijwilliger", "en": "A volunteer"}
NEAR: Mapping[int, Words] = {
    -1: {"nl": "gisteren", "en": "yesterday"},
    0: {"nl": "vandaag", "en": "today"},
    1: {"nl": "morgen", "en": "tomorrow"},
}
