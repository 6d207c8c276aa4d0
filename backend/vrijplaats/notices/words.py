"""The sentence for each event, in both languages. No name of a detainee is known here."""

from collections.abc import Mapping

from vrijplaats.core.errors import Words

# {place} is a city, {name} of who took part, {moment} a time or day with time, {day} a day
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
        "nl": "Een vrijwilliger zei ja op de vraag uit {place}.",
        "en": "A volunteer said yes to the request from {place}.",
    },
    "offer.declined": {
        "nl": "Een vrijwilliger kan nu niet op de vraag uit {place}.",
        "en": "A volunteer cannot take the request from {place} now.",
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
    "match.review": {
        "nl": "Een vrijwilliger in {place} stopt. Zoek een opvolger, of rond de koppeling af.",
        "en": "A volunteer in {place} stops. Find somebody else, or end the match.",
    },
    "match.departure": {
        "nl": "Iemand die bezoek krijgt in {place}, gaat daar weg. Kijk bij Koppelingen.",
        "en": "Somebody who gets visits in {place} is leaving there. Look under Matches.",
    },
    "match.stays": {
        "nl": "Het gemelde vertrek uit {place} gaat niet door. De koppeling loopt gewoon door.",
        "en": "The reported departure from {place} is off. The match simply goes on.",
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
    "membership.ended": {
        "nl": "De beheerder van Vrijplaats heeft de rol van iemand bij jullie beëindigd. Kijk bij Mensen.",
        "en": "The operator of Vrijplaats has ended somebody's role with you. Look under People.",
    },
    "membership.left": {
        "nl": "{name} is gestopt. Kijk wat er nog openstaat.",
        "en": "{name} has left. See what is still open.",
    },
    "correction.asked": {
        "nl": "Een vrijwilliger vraagt om een correctie. Kijk bij Mensen.",
        "en": "A volunteer asks for a correction. Look under People.",
    },
    "correction.waiting": {
        "nl": "Een vrijwilliger wacht drie weken op een correctie. Antwoord binnen de maand, bij Mensen.",
        "en": "A volunteer has waited three weeks for a correction. Answer within the month, under People.",
    },
    "correction.changed": {
        "nl": "Wat je vroeg te corrigeren, is aangepast. Kijk bij Ik, Mijn gegevens.",
        "en": "What you asked to correct was changed. Look under Me, My data.",
    },
    "correction.not_changed": {
        "nl": "Wat je vroeg te corrigeren, is niet aangepast. Waarom staat bij Ik, Mijn gegevens.",
        "en": "What you asked to correct was not changed. Why stands under Me, My data.",
    },
    "call.asked": {
        "nl": "Een vrijwilliger vraagt of je belt, deze week.",
        "en": "A volunteer asks you to call, this week.",
    },
    "call.asked_today": {
        "nl": "Een vrijwilliger vraagt of je belt, vandaag nog.",
        "en": "A volunteer asks you to call, today.",
    },
    "call.waiting": {
        "nl": "Een vrijwilliger wacht al twee uur op een telefoontje. Kun jij bellen?",
        "en": "A volunteer has waited two hours for a call. Can you call?",
    },
    "call.withdrawn": {
        "nl": "Een vrijwilliger hoeft niet meer gebeld te worden.",
        "en": "A volunteer no longer needs a call.",
    },
    "call.taken": {
        "nl": "Je coördinator heeft je vraag gezien en belt je.",
        "en": "Your coordinator has seen your question and will call you.",
    },
    "call.done": {
        "nl": "Je coördinator heeft je gebeld. Sprak je niemand? Vraag het gerust opnieuw.",
        "en": "Your coordinator has called you. Spoke to nobody? Feel free to ask again.",
    },
    "message.sent": {
        "nl": "Bericht van je coördinator. Lees het in Vrijplaats, bij Ik.",
        "en": "Message from your coordinator. Read it in Vrijplaats, under Me.",
    },
    "deputy.named": {
        "nl": "{name} is er een tijd niet. Jij neemt waar. Bij Mensen zie je van wanneer tot wanneer.",
        "en": "{name} is away for a while. You stand in. People says from when until when.",
    },
    "deputy.set": {
        "nl": "{name} neemt voor je waar. Bij Mensen zie je van wanneer tot wanneer.",
        "en": "{name} stands in for you. People says from when until when.",
    },
    "deputy.ended": {
        "nl": "{name} is er weer. Waarnemen hoeft niet meer.",
        "en": "{name} is back. You no longer need to stand in.",
    },
    "pause.started": {
        "nl": "Een vrijwilliger neemt pauze. Kijk bij Koppelingen wie er nu geen bezoek krijgt.",
        "en": "A volunteer takes a break. See under Matches who gets no visits now.",
    },
    "pause.ended": {
        "nl": "Een vrijwilliger is terug van een pauze. De bezoeken kunnen weer doorgaan.",
        "en": "A volunteer is back from a break. The visits can go on again.",
    },
    "pause.over": {
        "nl": "Je pauze is voorbij, fijn dat je er weer bent. Je krijgt weer vragen.",
        "en": "Your break is over, good to have you back. You will get requests again.",
    },
    "admission.granted": {
        "nl": "Je bent toegelaten in {place}. Bij Mijn papieren staat tot wanneer.",
        "en": "You have been admitted in {place}. My papers says until when.",
    },
    "paper.ends": {
        "nl": "Een van je papieren verloopt binnenkort. Bij Mijn papieren zie je wat je doet.",
        "en": "One of your papers ends soon. My papers says what to do.",
    },
    "papers.end": {
        "nl": "Van vrijwilligers verlopen binnenkort papieren. Bij Vrijwilligers zie je wie.",
        "en": "Papers of volunteers end soon. Volunteers shows whose.",
    },
    "visit.papers_end": {
        "nl": "Voor het bezoek van {day} in {place} is een papier dan verlopen. Kijk bij Vrijwilligers.",
        "en": "For the visit of {day} in {place} a paper will have ended. Look under Volunteers.",
    },
    "file.note_written": {
        "nl": "Je coördinator schreef een notitie over jou. Je leest die bij Ik, Mijn gegevens.",
        "en": "Your coordinator wrote a note about you. You read it under Me, My data.",
    },
    "availability.set_for_you": {
        "nl": "Je coördinator schreef op wanneer je kunt. Kijk bij Ik of het klopt.",
        "en": "Your coordinator wrote down when you can. See under Me whether it is right.",
    },
    "volunteer.ready": {
        "nl": "Je staat nu als klaar om te beginnen. Zodra er een vraag past, hoor je het.",
        "en": "You are listed as ready to start now. You will hear as soon as a request fits.",
    },
    "recovery.started": {
        "nl": "Iemand is begonnen met herstel van je toegang. Was jij dit niet? Stop het bij Ik.",
        "en": "Someone has begun to restore your access. Was this not you? Stop it under Me.",
    },
    "recovery.second_asked": {
        "nl": "Iemand is de telefoon kwijt. Wil jij ook bevestigen wie dit is? Dat kan bij Ik.",
        "en": "Somebody lost their phone. Will you confirm who it is, too? You can under Me.",
    },
    "recovery.used": {
        "nl": "Je toegang is hersteld. Oude passkeys en apparaten werken niet meer.",
        "en": "Your access has been restored. Old passkeys and devices no longer work.",
    },
    "recovery.helped": {
        "nl": "Iemand die de telefoon kwijt was, is weer ingelogd.",
        "en": "Somebody who had lost their phone is signed in again.",
    },
    "recovery.stopped": {
        "nl": "Het herstel van je toegang is gestopt. Er is niets veranderd.",
        "en": "Restoring your access was stopped. Nothing has changed.",
    },
    "recovery.ended": {
        "nl": "Een herstel waar jij mee hielp, is gestopt. De codes gelden niet meer.",
        "en": "A recovery you helped with was stopped. Its codes are no longer valid.",
    },
}
NEWS: Words = {"nl": "Er is nieuws uit {place}.", "en": "There is news from {place}."}
STAY_HOME: Words = {"nl": " Blijf thuis.", "en": " Stay at home."}
SOMEWHERE: Words = {"nl": "de inrichting", "en": "the facility"}
SOMEBODY: Words = {"nl": "Iemand", "en": "Somebody"}
NEAR: Mapping[int, Words] = {
    -1: {"nl": "gisteren", "en": "yesterday"},
    0: {"nl": "vandaag", "en": "today"},
    1: {"nl": "morgen", "en": "tomorrow"},
}
