"""What an organisation chose for its rounds, as it is kept and as the rules know it. Pure."""

from collections.abc import Mapping

from vrijplaats.accounts.settings.rules import Values, chosen
from vrijplaats.matching.waves.rules import USUAL, USUAL_NIGHT, Night, Rhythm

USUAL_WAVES: Values = {"wave_size": USUAL.size, "wave_hours": USUAL.hours}
USUAL_HOURS: Values = {"night_from": USUAL_NIGHT.starts, "night_until": USUAL_NIGHT.ends}


def rhythm_in(row: Mapping[str, int | None]) -> Rhythm:
    """How many people in a round, and after how many hours the next."""
    values = chosen(row, USUAL_WAVES)
    return Rhythm(size=values["wave_size"], hours=values["wave_hours"])


def night_in(row: Mapping[str, int | None]) -> Night:
    """When nobody is asked by itself."""
    values = chosen(row, USUAL_HOURS)
    return Night(starts=values["night_from"], ends=values["night_until"])
