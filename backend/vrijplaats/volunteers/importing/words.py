"""What people write in a cell for the words of the register, in Dutch and in English."""

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

from vrijplaats.core.errors import Words
from vrijplaats.volunteers.languages import canonical_language, language_name
from vrijplaats.volunteers.places import folded
from vrijplaats.volunteers.rules import ActivityKind, Denomination, Gender, VolunteerStatus

# the first of each language is what an export writes
KINDS: Mapping[ActivityKind, tuple[Words, str]] = {
    ActivityKind.ONE_TO_ONE: (
        {"nl": "Een-op-een", "en": "One to one"},
        "1 op 1, een op een, 1 op 1 bezoek, bezoek, bezoeker, bezoekwerk, maatje, 1 on 1, visiting, visitor, buddy",
    ),
    ActivityKind.COURSE: (
        {"nl": "Cursus", "en": "Course"},
        "cursussen, cursusleider, training geven, courses, teacher",
    ),
    ActivityKind.CHILD_EVENT: (
        {"nl": "Ouder-kinddag", "en": "Parent and child day"},
        "ouder kind dag, ouder kinddagen, vader kinddag, vader kind dag, okd, parent child day",
    ),
    ActivityKind.CAMP: ({"nl": "Kamp", "en": "Camp"}, "kampen, zomerkamp, camps"),
    ActivityKind.DROP_IN: ({"nl": "Inloop", "en": "Drop-in"}, "inloopochtend, inloopavond, koffie, drop in"),
    ActivityKind.DESK: ({"nl": "Spreekuur", "en": "Desk hours"}, "spreekuren, balie, desk"),
    ActivityKind.CHAPLAINCY: (
        {"nl": "Geestelijke verzorging", "en": "Chaplaincy"},
        "gv, pastoraat, kerkdienst, kerkdiensten, viering, vieringen, chaplain",
    ),
    ActivityKind.FAMILY: ({"nl": "Familie", "en": "Family"}, "gezin, gezinnen, thuisfront, families"),
    ActivityKind.CHILD_ESCORT: (
        {"nl": "Met een kind mee", "en": "Travelling with a child"},
        "kinderbegeleiding, begeleiding kind, kind begeleiden, child escort",
    ),
    ActivityKind.AFTERCARE: (
        {"nl": "Na de vrijlating", "en": "After release"},
        "nazorg, na vrijlating, buiten, aftercare",
    ),
}
STATUSES: Mapping[VolunteerStatus, tuple[Words, str]] = {
    VolunteerStatus.APPLICANT: (
        {"nl": "Aangemeld", "en": "Applicant"},
        "aanmelding, aspirant, kandidaat, nieuw, aangenomen, applied, new, candidate",
    ),
    VolunteerStatus.IN_TRAINING: (
        {"nl": "In opleiding", "en": "In training"},
        "opleiding, training, in training, inwerken, inwerkperiode, trainee",
    ),
    VolunteerStatus.READY: (
        {"nl": "Klaar om te beginnen", "en": "Ready to begin"},
        "klaar, inzetbaar, beschikbaar, ready, available",
    ),
    VolunteerStatus.ACTIVE: (
        {"nl": "Actief", "en": "Active"},
        "ja, in dienst, loopt, doet mee, yes, taking part, pauze, gepauzeerd, met pauze, paused, on leave",
    ),
    VolunteerStatus.LEFT: (
        {"nl": "Gestopt", "en": "Left"},
        "inactief, niet actief, nee, uit dienst, afgemeld, oud vrijwilliger, ex, inactive, stopped, no, ended",
    ),
}
GENDERS: Mapping[Gender, tuple[Words, str]] = {
    Gender.WOMAN: ({"nl": "Vrouw", "en": "Woman"}, "v, vrouwelijk, mevrouw, mw, mevr, f, female, w"),
    Gender.MAN: ({"nl": "Man", "en": "Man"}, "m, mannelijk, de heer, dhr, heer, male"),
    Gender.OTHER: (
        {"nl": "Anders", "en": "Other"},
        "x, non binair, nonbinair, overig, genderneutraal, non binary, nonbinary",
    ),
}
DENOMINATIONS: Mapping[Denomination, tuple[Words, str]] = {
    Denomination.CATHOLIC: ({"nl": "Katholiek", "en": "Catholic"}, "rooms katholiek, rk, roman catholic"),
    Denomination.PROTESTANT: ({"nl": "Protestants", "en": "Protestant"}, "protestant, pkn, pc"),
    Denomination.HUMANIST: ({"nl": "Humanistisch", "en": "Humanist"}, "humanisme, hv"),
    Denomination.JEWISH: ({"nl": "Joods", "en": "Jewish"}, "joodse"),
    Denomination.MUSLIM: ({"nl": "Islamitisch", "en": "Muslim"}, "moslim, islam, islamic"),
    Denomination.BUDDHIST: ({"nl": "Boeddhistisch", "en": "Buddhist"}, "boeddhist"),
    Denomination.HINDU: ({"nl": "Hindoeïstisch", "en": "Hindu"}, "hindoe"),
}
_DETAILED = re.compile(r"^(.+?)\s*\((.+)\)$")
_LANGUAGES = {
    "papiamentu": "pap",
    "papiamento": "pap",
    "papiaments": "pap",
    "farsi": "fa",
    "dari": "prs",
    "mandarijn": "zh",
    "mandarin": "zh",
    "kantonees": "yue",
    "vlaams": "nl",
    "marokkaans": "ar",
    "berbers": "zgh",
    "tamazight": "zgh",
    "surinaams": "srn",
    "sranan": "srn",
    "sranantongo": "srn",
    "koerdisch": "ku",
    "servo kroatisch": "sh",
    "tagalog": "tl",
    "filipijns": "fil",
    "pasjtoe": "ps",
    "brazilaans": "pt-BR",
    "braziliaans": "pt-BR",
    "tigrinya": "ti",
}


@cache
def kinds_by_word() -> dict[str, ActivityKind]:
    """Kinds of work by what they are called."""
    return {word: kind for kind, (names, more) in KINDS.items() for word in _all(kind.value, names, more)}


@cache
def denominations_by_word() -> dict[str, Denomination]:
    """Denominations of chaplaincy by what they are called."""
    return {word: one for one, (names, more) in DENOMINATIONS.items() for word in _all(one.value, names, more)}


@cache
def statuses_by_word() -> dict[str, VolunteerStatus]:
    """Statuses by what they are called."""
    return {word: status for status, (names, more) in STATUSES.items() for word in _all(status.value, names, more)}


@cache
def genders_by_word() -> dict[str, Gender]:
    """Genders by what they are called."""
    return {word: gender for gender, (names, more) in GENDERS.items() for word in _all(gender.value, names, more)}


@cache
def languages_by_word() -> dict[str, str]:
    """Languages by their names in Dutch and English."""
    found: dict[str, str] = {}
    for locale in ("en", "nl"):
        for code in Locale(locale).languages:
            known = canonical_language(str(code).replace("_", "-"))
            if known:
                found[folded(language_name(known, locale))] = known
                found.setdefault(folded(str(Locale(locale).languages[code])), known)
    return found | {folded(word): code for word, code in _LANGUAGES.items() if canonical_language(code)}


def language_of(text: str) -> str | None:
    """The code for what somebody wrote: a name, or a code as BCP 47 has it."""
    by_name = languages_by_word().get(folded(text))
    if by_name or not (match := _DETAILED.match(text)):
        return by_name or canonical_language(text.replace("_", "-"))
    base, detail = languages_by_word().get(folded(match[1])), _details().get(folded(match[2]))
    return canonical_language(f"{base}-{detail}") if base and detail else None


@cache
def _details() -> dict[str, str]:
    """Territories and scripts by name: what stands in brackets behind a language."""
    return {
        folded(str(called)): str(code)
        for locale in ("en", "nl")
        for names in (Locale(locale).scripts, Locale(locale).territories)
        for code, called in names.items()
    }


def _all(code: str, names: Words, more: str) -> list[str]:
    return [folded(word) for word in (code, *names.values(), *more.split(", "))]
