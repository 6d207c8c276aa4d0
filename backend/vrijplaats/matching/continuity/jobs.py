"""What the clock does here."""

from vrijplaats.core.jobs import Periodic, PeriodicEach
from vrijplaats.matching.continuity.actions import moving

PERIODIC: list[Periodic | PeriodicEach] = [
    PeriodicEach(
        name="continuity.carry_out", find=moving.due_departures, do=moving.carry_out, minutes=frozenset(range(60))
    ),
    PeriodicEach(
        name="continuity.end_taper", find=moving.over_tapers, do=moving.end_taper, minutes=frozenset({10}), hour=3
    ),
    Periodic(name="continuity.nearly_over", run=moving.tell_of_nearly_over, minutes=frozenset({15}), hour=8),
    Periodic(name="continuity.forget", run=moving.forget, minutes=frozenset({40}), hour=3),
]
