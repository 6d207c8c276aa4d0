"""A log that comes when there is one already: whether it says the same, and otherwise both in words. Pure."""

from vrijplaats.core.errors import Words
from vrijplaats.visits.errors import LoggedDifferently
from vrijplaats.visits.rules import Log, VisitOutcome, VisitSetting
from vrijplaats.visits.views import LogView

_OUTCOME: dict[VisitOutcome, Words] = {
    VisitOutcome.HELD: {"nl": "het ging door", "en": "it took place"},
    VisitOutcome.VOLUNTEER_ABSENT: {"nl": "je kon niet", "en": "you could not come"},
    VisitOutcome.DETAINEE_ABSENT: {"nl": "de ander kwam niet", "en": "the other did not come"},
    VisitOutcome.FACILITY_CANCELLED: {"nl": "de inrichting zei af", "en": "the prison called it off"},
}
_SETTING: dict[VisitSetting, Words] = {
    VisitSetting.PRIVATE_ROOM: {"nl": "spreekkamer", "en": "private room"},
    VisitSetting.SUPERVISED_HALL: {"nl": "bezoekzaal", "en": "visiting hall"},
    VisitSetting.OUTSIDE: {"nl": "buiten", "en": "outside"},
    VisitSetting.UNKNOWN: {"nl": "ruimte niet bekend", "en": "room not known"},
}


def is_same(given: Log, stands: LogView) -> bool:
    """Whether both say the same."""
    return given.setting is stands.setting and _figures(given) == _figures(stands)


def check_same(given: Log, stands: LogView) -> None:
    """Raise LoggedDifferently unless the log that stands says the same: nobody's figures are dropped silently."""
    if not is_same(given, stands):
        other_room = given.setting is not stands.setting
        raise LoggedDifferently(stands=_in_words(stands, other_room), given=_in_words(given, other_room))


def _figures(log: Log | LogView) -> tuple[VisitOutcome, int, str]:
    return log.outcome, log.minutes, f"{log.travel_kilometres:.1f}"


def _in_words(log: Log | LogView, with_room: bool) -> Words:
    return {locale: ", ".join(_parts(log, with_room, locale)) for locale in ("nl", "en")}


def _parts(log: Log | LogView, with_room: bool, locale: str) -> list[str]:
    minutes = {"nl": "minuten", "en": "minutes"}[locale]
    kilometres = f"{log.travel_kilometres:.1f}".removesuffix(".0").replace(".", "," if locale == "nl" else ".")
    return [
        _OUTCOME[log.outcome][locale],
        *([f"{log.minutes} {minutes}"] if log.minutes else []),
        f"{kilometres} km",
        *([_SETTING[log.setting][locale]] if with_room else []),
    ]
