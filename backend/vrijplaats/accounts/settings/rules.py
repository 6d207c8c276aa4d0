"""Which choices there are, and where each is kept. Pure."""

from collections.abc import Mapping
from enum import StrEnum

Values = Mapping[str, int]


class Setting(StrEnum):
    """RHYTHM: visits.series; WAVES and NIGHT: matching.waves; in tables of their own WEIGHTS: matching.weights, and
    PAPERS: volunteers.policy."""

    RHYTHM = "RHYTHM"
    WAVES = "WAVES"
    NIGHT = "NIGHT"
    WEIGHTS = "WEIGHTS"
    PAPERS = "PAPERS"


COLUMNS: Mapping[Setting, tuple[str, ...]] = {
    Setting.RHYTHM: ("usual_weeks",),
    Setting.WAVES: ("wave_size", "wave_hours"),
    Setting.NIGHT: ("night_from", "night_until"),
}


def chosen(row: Mapping[str, int | None] | None, usual: Values) -> dict[str, int]:
    """What holds: what was chosen, and what is usual where nothing was."""
    values = {name: row[name] if row else None for name in usual}
    return {name: usual[name] if value is None else value for name, value in values.items()}
