"""Which rate holds on a day. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from vrijplaats.core.errors import InvalidInput, NotAllowedNow, Words

# what holds where nobody has said otherwise: what the Dutch tax office lets go untaxed since 2024
USUAL_CENTS = 23
MOST_CENTS = 200
FURTHEST = timedelta(days=366)
_CENTS: tuple[Words, Words] = (
    {"nl": "Bedrag per kilometer", "en": "Amount for a kilometre"},
    # as people type it: in euros
    {
        "nl": f"kies een bedrag van € 0,00 tot € {MOST_CENTS // 100},{MOST_CENTS % 100:02}",
        "en": f"choose an amount from €0.00 to €{MOST_CENTS // 100}.{MOST_CENTS % 100:02}",
    },
)
_FROM: tuple[Words, Words] = (
    {"nl": "Vanaf", "en": "From"},
    {"nl": "kies vandaag of een dag in het komende jaar", "en": "choose today or a day in the coming year"},
)
BEGAN: Words = {"nl": "dat tarief geldt al langer dan vandaag", "en": "that rate began before today"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """So many cents for a kilometre, from a day on."""

    from_day: date
    cents: int


def rate_on(rates: Iterable[Rate], day: date) -> int:
    """Cents for a kilometre of a visit on that day: the last that had begun."""
    begun = [rate for rate in rates if rate.from_day <= day]
    return max(begun, key=lambda rate: rate.from_day).cents if begun else USUAL_CENTS


def check_rate(rate: Rate, today: date) -> None:
    """Raise InvalidInput unless it is an amount that can be, from today on or later: what people were told about a day
    that has been stays as it was."""
    for field, (label, requirement), good in (
        ("cents", _CENTS, 0 <= rate.cents <= MOST_CENTS),
        ("fromDay", _FROM, today <= rate.from_day <= today + FURTHEST),
    ):
        if not good:
            raise InvalidInput(field=field, label=label, requirement=requirement)


def check_removable(from_day: date, today: date) -> None:
    """Raise NotAllowedNow for a rate by which days went that have been."""
    if from_day < today:
        raise NotAllowedNow(reason=BEGAN)
