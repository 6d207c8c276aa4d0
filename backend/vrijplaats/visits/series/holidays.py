"""Dutch holidays by name: shown beside a day. Whether a prison is open then is the prison's to say."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from holidays import country_holidays

from vrijplaats.core.errors import Words

_LANGUAGES = {"nl": "nl", "en": "en_US"}
# Good Friday and the years in which Liberation Day is no day off are holidays to many people all the same
_KINDS = ("public", "optional")


def holidays_on(days: Iterable[date]) -> dict[date, Words]:
    """Those of the days that are a holiday, with its name in Dutch and English."""
    return {day: known[day] for day in days if day in (known := _of_year(day.year))}


@lru_cache(maxsize=16)
def _of_year(year: int) -> dict[date, Words]:
    found = {
        locale: country_holidays("NL", language=language, categories=_KINDS, years=year)
        for locale, language in _LANGUAGES.items()
    }
    return {day: {locale: names[day] for locale, names in found.items()} for day in found["nl"]}
