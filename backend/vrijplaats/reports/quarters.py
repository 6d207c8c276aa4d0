"""Calendar quarters, as the reports count them: by the day in Amsterdam. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vrijplaats.core.errors import Words

LAST_DAYS = (31, 30, 30, 31)
ORDINALS = {"nl": ("eerste", "tweede", "derde", "vierde"), "en": ("first", "second", "third", "fourth")}


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One quarter of one year, 1 to 4."""

    year: int
    number: int

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def end(self) -> date:
        """The last day."""
        return date(self.year, 3 * self.number, LAST_DAYS[self.number - 1])

    def next(self) -> "Quarter":
        """The one after."""
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year + 1, 1)

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"


def quarter_of(day: date) -> Quarter:
    """The quarter a day lies in."""
    return Quarter(day.year, (day.month + 2) // 3)


def quarters(start: date, end: date) -> Iterator[Quarter]:
    """Every quarter with a day in this period."""
    current = quarter_of(start)
    while current <= quarter_of(end):
        yield current
        current = current.next()


def is_whole(start: date, end: date) -> bool:
    """Whether the period begins and ends as quarters do."""
    return start == quarter_of(start).start and end == quarter_of(end).end


def spoken(quarter: Quarter) -> Words:
    """Derde kwartaal van 2026 -> het derde kwartaal van 2026, the third quarter of 2026."""
    number = quarter.number - 1
    return {
        "nl": f"het {ORDINALS['nl'][number]} kwartaal van {quarter.year}",
        "en": f"the {ORDINALS['en'][number]} quarter of {quarter.year}",
    }


def title(start: date, end: date) -> Words:
    """What a publication over this period is called."""
    first, last = quarter_of(start), quarter_of(end)
    if first == last:
        number = first.number - 1
        return {
            "nl": f"{ORDINALS['nl'][number].capitalize()} kwartaal {first.year}",
            "en": f"{ORDINALS['en'][number].capitalize()} quarter of {first.year}",
        }
    if first.year == last.year and (first.number, last.number) == (1, 4):
        return {"nl": f"Het jaar {first.year}", "en": f"The year {first.year}"}
    one, other = spoken(first), spoken(last)
    return {"nl": f"Van {one['nl']} tot en met {other['nl']}", "en": f"From {one['en']} to {other['en']}"}
