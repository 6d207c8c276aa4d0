"""What the clock does here: each day every rhythm is planned ahead, and what could not be is tried again."""

from vrijplaats.core.jobs import PeriodicEach
from vrijplaats.visits.series.actions import due_series, plan_ahead

# looked at often and found once a day: whenever the worker comes back, the day is made up for
PERIODIC = [PeriodicEach(name="series.plan", find=due_series, do=plan_ahead, minutes=frozenset({4, 19, 34, 49}))]
