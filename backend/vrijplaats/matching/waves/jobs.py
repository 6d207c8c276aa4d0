"""What the clock does here: the next wave of each request whose hours are over."""

from vrijplaats.core.jobs import PeriodicEach
from vrijplaats.matching.waves.actions import due_waves, go_on

PERIODIC = [PeriodicEach(name="waves.go_on", find=due_waves, do=go_on, minutes=frozenset(range(60)))]
