"""The sentences about people who take part: roles, calls, absence, papers, access. The others are in words.py."""

from collections.abc import Mapping

from vrijplaats.core.errors import Words

OF_PEOPLE: Mapping[str, Words] = {
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
