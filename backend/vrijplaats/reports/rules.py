"""What may be published, and what a publication says. Pure: figures in, frozen content out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.reports.errors import CannotProtect, PeriodOpen
from vrijplaats.reports.quarters import Quarter, is_whole, quarter_of, quarters, spoken

# Fewer people than this behind a figure, and somebody could be recognised (docs/definitions/protection.md).
LEAST_DETAINEES = 5
VISITS_HELD, MINUTES_HELD = "VISITS_HELD", "MINUTES_HELD"
FIRST_YEAR = 2000
_SEPARATORS = {"nl": str.maketrans(",.", ".,"), "en": str.maketrans("", "")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One organisation in one quarter. How many detainees are behind it decides, and is published nowhere."""

    organisation_id: UUID
    organisation: str
    quarter: Quarter
    visits: int
    minutes: int
    detainees: int


def check_period(start: date, end: date, today: date) -> None:
    """Raise unless these are whole calendar quarters that are over."""
    if end < start or start.year < FIRST_YEAR:
        raise _period("periodEnd" if end < start else "periodStart")
    last = quarter_of(end)
    if last >= quarter_of(today):
        raise PeriodOpen(end=last.end)
    if not is_whole(start, end):
        raise _period("periodStart" if start != quarter_of(start).start else "periodEnd")


def check_protected(cells: Sequence[Cell]) -> None:
    """Raise CannotProtect when a cell rests on too few people, or there is nothing to say."""
    if not cells or any(cell.detainees < LEAST_DETAINEES for cell in cells):
        raise CannotProtect


def sorted_cells(cells: Sequence[Cell]) -> list[Cell]:
    """By quarter, then by name: the order in which they are frozen."""
    return sorted(cells, key=lambda cell: (cell.quarter, cell.organisation, cell.organisation_id))


def hours(minutes: int) -> Decimal:
    """Minutes in hours, in two decimals. Always of the sum of minutes, so that rounding never adds up."""
    return (Decimal(minutes) / 60).quantize(Decimal("0.01"), ROUND_HALF_UP)


def headline(cells: Sequence[Cell]) -> Words:
    """The sentence one could quote."""
    visits, organisations = sum(cell.visits for cell in cells), len({cell.organisation_id for cell in cells})
    nl = f"{organisations} organisaties" if organisations > 1 else "één organisatie"
    en = f"{organisations} organisations" if organisations > 1 else "one organisation"
    return {
        "nl": f"Vrijwilligers van {nl} gingen {number(visits, 'nl')} keer op bezoek bij iemand in detentie.",
        "en": f"Volunteers of {en} went {number(visits, 'en')} times to visit someone in prison.",
    }


def reading_example(cells: Sequence[Cell]) -> Words:
    """How to read a row, with the largest one of the last quarter."""
    last = max(cell.quarter for cell in cells)
    cell = min((c for c in cells if c.quarter == last), key=lambda c: (-c.visits, c.organisation))
    when, spent = spoken(cell.quarter), hours(cell.minutes)
    return {
        "nl": f"Zo lees je dit: in {when['nl']} gingen vrijwilligers van {cell.organisation} "
        f"{number(cell.visits, 'nl')} keer op bezoek, samen {number(spent, 'nl')} uur.",
        "en": f"How to read this: in {when['en']}, volunteers of {cell.organisation} made "
        f"{number(cell.visits, 'en')} visits, {number(spent, 'en')} hours together.",
    }


def number(value: int | Decimal, locale: str) -> str:
    """1.234,5 and 1,234.5; no zeros at the end of a fraction."""
    text = f"{value:,}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.translate(_SEPARATORS[locale])


def table(cells: Sequence[Cell]) -> dict[str, Any]:
    """Organisation x quarter: visits and hours. Minutes are kept beside them, so that sums are exact."""
    minutes = sum(cell.minutes for cell in cells)
    return {
        "key": "organisation_quarter",
        "title": {"nl": "Bezoeken per organisatie en kwartaal", "en": "Visits by organisation and quarter"},
        "rows": [
            {
                "organisationId": str(cell.organisation_id),
                "organisation": cell.organisation,
                "quarter": str(cell.quarter),
                "visits": cell.visits,
                "minutes": cell.minutes,
                "hours": str(hours(cell.minutes)),
            }
            for cell in cells
        ],
        "totals": {"visits": sum(cell.visits for cell in cells), "minutes": minutes, "hours": str(hours(minutes))},
    }


def period_quarters(start: date, end: date) -> list[str]:
    """The quarters of a period by name: also those without any visit belong to it."""
    return [str(quarter) for quarter in quarters(start, end)]


def _period(field: str) -> InvalidInput:
    label = {"periodStart": {"nl": "Begin", "en": "Start"}, "periodEnd": {"nl": "Einde", "en": "End"}}[field]
    edge = {
        "periodStart": {"nl": "kies de eerste dag van een kwartaal", "en": "choose the first day of a quarter"},
        "periodEnd": {
            "nl": "kies de laatste dag van een kwartaal, na het begin",
            "en": "choose the last day of a quarter",
        },
    }[field]
    return InvalidInput(field=field, label=label, requirement=edge)
