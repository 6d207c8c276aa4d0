"""Facts in words, Dutch and English: about somebody (for the coordinator) or to them (for the volunteer)."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from babel.dates import format_date, get_day_names

from vrijplaats.matching.facts import Fact, FactKind, Value
from vrijplaats.volunteers.languages import language_name
from vrijplaats.volunteers.words import PAPERS

_WHO = {"nl": {"WOMAN": "een vrouw", "MAN": "een man"}, "en": {"WOMAN": "a woman", "MAN": "a man"}}
_CHAPLAINCY = {"nl": "{} geestelijke verzorging", "en": "{} chaplaincy"}
_DENOMINATIONS = {
    "nl": {
        "CATHOLIC": "katholieke",
        "PROTESTANT": "protestantse",
        "HUMANIST": "humanistische",
        "JEWISH": "joodse",
        "MUSLIM": "islamitische",
        "BUDDHIST": "boeddhistische",
        "HINDU": "hindoeïstische",
    },
    "en": {
        "CATHOLIC": "Catholic",
        "PROTESTANT": "Protestant",
        "HUMANIST": "humanist",
        "JEWISH": "Jewish",
        "MUSLIM": "Muslim",
        "BUDDHIST": "Buddhist",
        "HINDU": "Hindu",
    },
}
_SOMEONE = {"nl": "iemand anders", "en": "someone else"}
_OR, _AND = {"nl": "of", "en": "or"}, {"nl": "en", "en": "and"}
_LATER = {"nl": ("vandaag", "morgen", "over {} dagen"), "en": ("today", "tomorrow", "in {} days")}
# by how many days are known: the last one, or the first and the last
_PERIOD = {
    "nl": {1: "tot en met {}", 2: "van {} tot en met {}"},
    "en": {1: "up to and including {}", 2: "from {} up to and including {}"},
}

# (about, to): what is said about somebody to the coordinator, and to themselves
_TEXTS: dict[str, dict[FactKind, tuple[str, str]]] = {
    "nl": {
        FactKind.SPEAKS: ("spreekt {and_languages}", "je spreekt {and_languages}"),
        FactKind.SPEAKS_A_LITTLE: ("spreekt een beetje {and_languages}", "je spreekt een beetje {and_languages}"),
        FactKind.DISTANCE: ("{0} km", "{0} km van huis"),
        FactKind.DAYS: ("vrij op {days}", "{days} past bij je week"),
        FactKind.LOAD: ("bezoekt {0} van {1}", "je bezoekt nu {0} van {1}"),
        FactKind.PAPER_ENDS: ("{paper} verloopt {later}", "je {paper} verloopt {later}"),
        FactKind.AWAY: ("is weg {period}", "je bent weg {period}"),
        FactKind.SAID_NOT_NOW: ("zei eerder: nu niet", "je zei eerder: nu niet"),
        FactKind.KNOWN: ("kent deze persoon al", "jullie kennen elkaar al"),
        FactKind.PARTED: ("had een koppeling die stopte", "jullie koppeling stopte eerder"),
        FactKind.FIRST_WITH: ("voor het eerst, {0} kan mee", "voor het eerst, {0} kan mee"),
        FactKind.FIRST_ALONE: ("voor het eerst, zonder ervaren collega daar", "voor het eerst"),
        FactKind.NOT_ACTIVE: ("is nu niet actief", "je staat nu niet als actief"),
        FactKind.NO_ACCOUNT: ("heeft nog geen account: nodig eerst uit", "je hebt nog geen account"),
        FactKind.PAUSED: ("heeft pauze{until}", "je hebt pauze{until}"),
        FactKind.OTHER_KINDS: ("doet andere soorten inzet", "je doet andere soorten inzet"),
        FactKind.NO_CREDENTIAL: ("heeft nog geen geldige {paper}", "je hebt nog geen geldige {paper}"),
        FactKind.CREDENTIAL_OVER: ("heeft een verlopen {paper}", "je {paper} is verlopen"),
        FactKind.NO_ADMISSION: ("heeft nog geen toelating voor {0}", "je hebt nog geen toelating voor {0}"),
        FactKind.ADMISSION_OVER: ("heeft een verlopen toelating voor {0}", "je toelating voor {0} is verlopen"),
        FactKind.NO_LANGUAGE: ("spreekt geen {or_languages}", "je spreekt geen {or_languages}"),
        FactKind.FULL: ("bezoekt al {0} van {1} mensen", "je bezoekt al {0} van {1} mensen"),
        FactKind.NOBODY_NEW: ("wil er nu niemand bij", "je hebt gezegd dat er nu niemand bij komt"),
        FactKind.OTHER_WISH: ("de vraag is om {who}", "de vraag is om {who}"),
        # what somebody asks for is not told to whom it is not for
        FactKind.OTHER_DENOMINATION: (
            "de vraag is om {chaplaincy}",
            "dit past niet bij de geestelijke verzorging waarbij je helpt",
        ),
    },
    "en": {
        FactKind.SPEAKS: ("speaks {and_languages}", "you speak {and_languages}"),
        FactKind.SPEAKS_A_LITTLE: ("speaks a little {and_languages}", "you speak a little {and_languages}"),
        FactKind.DISTANCE: ("{0} km", "{0} km from home"),
        FactKind.DAYS: ("free on {days}", "{days} fits your week"),
        FactKind.LOAD: ("visits {0} of {1}", "you visit {0} of {1} now"),
        FactKind.PAPER_ENDS: ("{paper} expires {later}", "your {paper} expires {later}"),
        FactKind.AWAY: ("is away {period}", "you are away {period}"),
        FactKind.SAID_NOT_NOW: ("said not now before", "you said not now before"),
        FactKind.KNOWN: ("knows this person already", "you know each other already"),
        FactKind.PARTED: ("had a match that ended", "your match ended before"),
        FactKind.FIRST_WITH: ("first time, {0} can come along", "first time, {0} can come along"),
        FactKind.FIRST_ALONE: ("first time, with no experienced colleague there", "first time"),
        FactKind.NOT_ACTIVE: ("is not active now", "you are not listed as active now"),
        FactKind.NO_ACCOUNT: ("has no account yet: invite them first", "you have no account yet"),
        FactKind.PAUSED: ("takes a break{until}", "you take a break{until}"),
        FactKind.OTHER_KINDS: ("does other kinds of work", "you do other kinds of work"),
        FactKind.NO_CREDENTIAL: ("has no valid {paper} yet", "you have no valid {paper} yet"),
        FactKind.CREDENTIAL_OVER: ("has an expired {paper}", "your {paper} has expired"),
        FactKind.NO_ADMISSION: ("is not admitted to {0} yet", "you are not admitted to {0} yet"),
        FactKind.ADMISSION_OVER: ("has an expired admission for {0}", "your admission for {0} has expired"),
        FactKind.NO_LANGUAGE: ("does not speak {or_languages}", "you do not speak {or_languages}"),
        FactKind.FULL: ("already visits {0} of {1} people", "you already visit {0} of {1} people"),
        FactKind.NOBODY_NEW: ("wants nobody new now", "you said that you want nobody new now"),
        FactKind.OTHER_WISH: ("the wish is for {who}", "the wish is for {who}"),
        FactKind.OTHER_DENOMINATION: (
            "the wish is for {chaplaincy}",
            "this does not suit the chaplaincy you help with",
        ),
    },
}


def about(fact: Fact, locale: str) -> str:
    """A fact about somebody, as part of a sentence: "heeft nog geen toelating voor Esserheem"."""
    return _phrase(fact, locale, 0)


def to_them(fact: Fact, locale: str) -> str:
    """The same said to the person: "je hebt nog geen toelating voor Esserheem"."""
    return _phrase(fact, locale, 1)


def sentence(fact: Fact, locale: str, *, personal: bool = False) -> str:
    """A fact on its own line: begins with a capital, and ends without a full stop as in every list."""
    text = to_them(fact, locale) if personal else about(fact, locale)
    return text[:1].upper() + text[1:]


def _phrase(fact: Fact, locale: str, voice: int) -> str:
    spoken = locale if locale in _TEXTS else "nl"
    text = _TEXTS[spoken][fact.kind][voice]
    word = _WORDS.get(fact.kind)
    return text.format(*fact.values, **word(fact.values, spoken)) if word else text.format(*fact.values)


@cache
def weekday_name(weekday: int, locale: str) -> str:
    """1 = Monday. English takes the plural: "free on Tuesdays"."""
    name = str(get_day_names("wide", locale=locale)[weekday - 1])
    return name if locale == "nl" else f"{name}s"


def _joined(names: Sequence[str], conjunction: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {conjunction} {names[-1]}"


def or_languages(codes: Sequence[str], locale: str) -> str:
    """Languages of which one is enough."""
    return _joined([language_name(code, locale) for code in codes], _OR[locale])


def gender_words(gender: str, locale: str) -> str:
    """Who is asked for: "een vrouw"."""
    return _WHO[locale].get(gender, _SOMEONE[locale])


def chaplaincy_words(denomination: str, locale: str) -> str:
    """Which is asked for: "katholieke geestelijke verzorging"."""
    return _CHAPLAINCY[locale].format(_DENOMINATIONS[locale].get(denomination, "")).strip()


def _languages(values: Sequence[Value], locale: str) -> dict[str, str]:
    codes = [str(code) for code in values]
    names = [language_name(code, locale) for code in codes]
    return {"and_languages": _joined(names, _AND[locale]), "or_languages": or_languages(codes, locale)}


def _days(values: Sequence[Value], locale: str) -> dict[str, str]:
    return {"days": _joined([weekday_name(int(weekday), locale) for weekday in values], _AND[locale])}


def _paper(values: Sequence[Value], locale: str) -> dict[str, str]:
    """As the organisation calls it; a fact that was kept from before has no names with it."""
    dutch, english = values[-2:] if len(values) > 2 else (None, None)
    own = english if locale == "en" else dutch
    return {"paper": str(own or PAPERS[locale].get(str(values[0]), values[0]))}


def _ending(values: Sequence[Value], locale: str) -> dict[str, str]:
    days = int(values[1])
    return {**_paper(values, locale), "later": _LATER[locale][min(days, 2)].format(days)}


def _who(values: Sequence[Value], locale: str) -> dict[str, str]:
    return {"who": gender_words(str(values[0]), locale)}


def _chaplaincy(values: Sequence[Value], locale: str) -> dict[str, str]:
    return {"chaplaincy": chaplaincy_words(str(values[0]), locale)}


def _away(values: Sequence[Value], locale: str) -> dict[str, str]:
    return {"period": _PERIOD[locale][len(values)].format(*(_day(value, locale) for value in values))}


def _paused(values: Sequence[Value], locale: str) -> dict[str, str]:
    return {"until": f" {_away(values, locale)['period']}" if values else ""}


def _day(value: Value, locale: str) -> str:
    """A day within a year of when it was said: "3 januari"."""
    return str(format_date(date.fromisoformat(str(value)), "d MMMM", locale=locale))


_WORDS: dict[FactKind, Callable[[Sequence[Value], str], dict[str, str]]] = {
    FactKind.SPEAKS: _languages,
    FactKind.SPEAKS_A_LITTLE: _languages,
    FactKind.NO_LANGUAGE: _languages,
    FactKind.DAYS: _days,
    FactKind.PAPER_ENDS: _ending,
    FactKind.NO_CREDENTIAL: _paper,
    FactKind.CREDENTIAL_OVER: _paper,
    FactKind.OTHER_WISH: _who,
    FactKind.OTHER_DENOMINATION: _chaplaincy,
    FactKind.AWAY: _away,
    FactKind.PAUSED: _paused,
}
