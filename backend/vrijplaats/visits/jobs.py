"""What the worker does about visits by the clock."""

from vrijplaats.core.jobs import Periodic
from vrijplaats.visits.reminders import remind_to_log

# Four times an hour, so that an evening on which the worker was down for a while is not skipped.
PERIODIC = (Periodic(name="visits.remind_to_log", run=remind_to_log, minutes=frozenset({2, 17, 32, 47})),)
